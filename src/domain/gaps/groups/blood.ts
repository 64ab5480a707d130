import type { CodeGroup } from '../operators/expression.ts';

/** D50–D64 and the anemias that stand elsewhere: of pregnancy and the weeks after birth, of the newborn, pancytopenia, myelodysplasia. */
export const ANEMIA: CodeGroup = {
  name: 'anemia',
  icd10: ['D46', 'D50', 'D51', 'D52', 'D53', 'D55', 'D56', 'D57', 'D58', 'D59', 'D60', 'D61', 'D62', 'D63', 'D64', 'O90.81', 'O99.0', 'P61.2', 'P61.3', 'P61.4'],
  terms: ['anemi*', 'anaemi*', 'thalassemi*', 'thalassaemi*', 'sickle cell', 'pancytopenia', 'iron deficiency', 'myelodysplas*'],
  except: ['family history', 'screening', 'risk of', 'risk for'],
};

/** D62, what blood loss over a longer time makes (D50.0), and that after a birth. */
export const BLOOD_LOSS_ANEMIA: CodeGroup = {
  name: 'anemia of blood loss',
  icd10: ['D50.0', 'D62', 'O90.81', 'O99.03', 'P61.3'],
  terms: ['blood loss anemia', 'blood loss anaemia', 'posthemorrhagic anemia', 'post-hemorrhagic anemia', 'hemorrhagic anemia', 'anemia of blood loss', 'postoperative anemia', 'postpartum anemia'],
  except: ['family history', 'screening', 'risk of', 'risk for'],
};

/** Charted for the stay, it answers too, though not well. */
export const ANEMIA_UNSPECIFIED: CodeGroup = { name: 'anemia, unspecified', icd10: ['D64.9'], terms: ['anemia', 'anaemia'], except: [] };

/** D69.4–D69.6 and the diseases that hold a low count. */
export const THROMBOCYTOPENIA: CodeGroup = {
  name: 'thrombocytopenia',
  icd10: ['D69.3', 'D69.4', 'D69.5', 'D69.6', 'D61', 'D65', 'D73.1', 'D75.82', 'D59.3', 'M31.1', 'O14.2', 'O72.3', 'O99.11', 'P61.0', 'D46'],
  terms: ['thrombocytopeni*', 'pancytopenia', 'bicytopenia', 'hellp', 'itp', 'ttp', 'hypersplenism', 'heparin-induced'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of'],
};

/** By name: "low platelets" only describes the result. */
export const THROMBOCYTOPENIA_NAMED: CodeGroup = { ...THROMBOCYTOPENIA, icd10: [], except: [] };

/** What a provider calls a low hemoglobin. */
export const ANEMIA_WORDS: readonly string[] = ['anemi*', 'anaemi*', 'abla', 'ida', 'acd', 'aocd', 'pancytopenia', 'thalassemi*', 'myelodysplas*', 'mds'];
export const THROMBOCYTOPENIA_WORDS: readonly string[] = ['thrombocytopeni*', 'pseudothrombocytopeni*', 'pancytopenia', 'bicytopenia', 'itp', 'ttp', 'hitt', 'tcp', 'hypersplenism', 'splenic sequestration', 'hellp', 'dic', 'heparin-induced', 'platelet clumping', 'clumped platelets', 'platelet clumps', 'consumptive coagulopathy'];

export const HEMOGLOBIN_NAMES: readonly string[] = ['hgb', 'hb', 'hemoglobin', 'haemoglobin', 'h/h', 'h&h', 'hct', 'hematocrit', 'blood count', 'blood counts', 'cbc'];
export const PLATELET_NAMES: readonly string[] = ['platelet*', 'plt', 'plts'];

export const BLEEDING: readonly string[] = [
  'bleed', 'bleeds', 'bleeding', 'bled', 'rebleed*', 'hemorrhag*', 'haemorrhag*', 'melena', 'melaena', 'hematochezia', 'hematemesis', 'coffee ground*', 'coffee-ground*', 'black stool*', 'black tarry', 'tarry', 'bloody', 'brbpr', 'bright red blood', 'blood per rectum', 'epistaxis', 'hematoma*', 'haematoma*', 'hemoperitoneum', 'hemothorax', 'hemarthrosis', 'menorrhagia', 'heavy menses', 'heavy periods', 'heavy menstrual', 'gib', 'ugib', 'lgib', 'blood loss', 'lost blood', 'pph', 'ruptured ectopic', 'gross hematuria', 'hemoptysis', 'visible vessel', 'extravasation', 'gi bleed', 'clots',
];

/** Operations, births and injuries with which blood is lost. */
export const OPERATED: readonly string[] = [
  'postop', 'post-op', 'postoperative*', 'post-operative*', 'pod', 'pod0', 'pod1', 'pod2', 'pod3', 'pod4', 'pod5', 'ppd1', 'ppd2', 'postpartum', 'intraoperative*', 'arthroplasty', 'hemiarthroplasty', 'orif', 'tha', 'tka', 'thr', 'tkr', 'hip replacement', 'knee replacement', 'intramedullary', 'nailing', 'im nail', 'cephalomedullary', 'gamma nail', 'fusion', 'laminectomy', 'craniotomy', 'cesarean', 'caesarean', 'c-section', 'c section', 'vaginal delivery', 'delivered', 'vbac', 'hysterectomy', 'myomectomy', 'colectomy', 'hemicolectomy', 'nephrectomy', 'prostatectomy', 'cystectomy', 'hepatectomy', 'whipple', 'gastrectomy', 'splenectomy', 'thoracotomy', 'lobectomy', 'mastectomy', 'cabg', 'bypass grafting', 'valve replacement', 'amputation', 'aneurysm repair', 'evar', 'laparotomy', 'resection', 'surgery', 'underwent', 'ebl', 'qbl', 'fracture*', 'gunshot', 'stab', 'stabbing', 'trauma', 'laceration*', 'polytrauma', 'mvc',
];

/** Red cells given, or that they are to be. */
export const TRANSFUSION: readonly string[] = [
  'transfus*', 'prbc', 'prbcs', 'packed red', 'packed cells', 'red cells', 'rbc unit', 'rbcs', 'units of blood', 'unit of blood', 'units prbc', '1u prbc', '2u prbc', '1 u prbc', '2 u prbc', 'units red', 'unit red', 'units rbc', 'unit rbc', 'cell saver', 'massive transfusion', 'crossmatched and given',
];

/** Beside words of transfusion: it was not given. */
export const NOT_TRANSFUSED: readonly string[] = ["didn't", 'did not', "doesn't", 'does not', 'no need', 'not need*', 'not require*', 'no transfus*', 'without transfus*', 'no indication', 'transfusion threshold', 'history of', 'transfuse if', 'transfuse for', 'in case'];

/** A hemoglobin with one of these at its side is looked into. */
export const IRON_AND_OTHERS: readonly string[] = [
  'iron', 'ferrous', 'ferric', 'venofer', 'injectafer', 'feraheme', 'ferrlecit', 'ferumoxytol', 'feosol', 'slow fe', 'epo', 'epogen', 'procrit', 'retacrit', 'epoetin', 'darbepoetin', 'aranesp', 'esa', 'ferritin', 'tibc', 'b12', 'cyanocobalamin', 'folate', 'folic acid', 'reticulocyte*', 'retic', 'haptoglobin', 'hemolysis labs', 'smear', 'fobt', 'fit', 'guaiac', 'stool for blood', 'colonoscopy', 'egd', 'endoscopy', 'hematology', 'bone marrow', 'electrophoresis',
];
