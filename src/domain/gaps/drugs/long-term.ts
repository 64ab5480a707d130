/** Drugs that are taken for long, by ingredient and US trade name, lower case, for rules that ask what they are for. */

/** Systemic only: sprays and inhalers are elsewhere. */
export const THYROID_HORMONES: readonly string[] = [
  'levothyroxine', 'l-thyroxine', 'synthroid', 'levoxyl', 'unithroid', 'euthyrox', 'tirosint', 'levo-t', 'liothyronine', 'cytomel', 'armour thyroid', 'np thyroid', 'nature-throid', 'desiccated thyroid', 'thyroid extract',
];

/** Cholinesterase inhibitors, memantine, and antibodies against amyloid. */
export const DEMENTIA_DRUGS: readonly string[] = [
  'donepezil', 'aricept', 'adlarity', 'rivastigmine', 'exelon', 'galantamine', 'razadyne', 'memantine', 'namenda', 'namzaric', 'lecanemab', 'leqembi', 'donanemab', 'kisunla',
];

/** By mouth: injections are also given for a few days of prevention. */
export const ORAL_ANTICOAGULANTS: readonly string[] = [
  'apixaban', 'eliquis', 'rivaroxaban', 'xarelto', 'dabigatran', 'pradaxa', 'edoxaban', 'savaysa', 'warfarin', 'coumadin', 'jantoven',
];

export const METFORMIN: readonly string[] = ['metformin', 'glucophage', 'glumetza', 'fortamet', 'riomet'];

/** Given for nothing but diabetes. */
export const DIABETES_ONLY_DRUGS: readonly string[] = [
  'glipizide', 'glucotrol', 'glimepiride', 'amaryl', 'glyburide', 'micronase', 'glynase', 'nateglinide', 'repaglinide', 'prandin', 'sitagliptin', 'januvia', 'janumet', 'saxagliptin', 'onglyza', 'linagliptin', 'tradjenta',
  'alogliptin', 'nesina', 'pioglitazone', 'actos', 'acarbose', 'precose', 'miglitol', 'pramlintide', 'symlin', 'exenatide', 'bydureon', 'byetta', 'dulaglutide', 'trulicity', 'ozempic', 'rybelsus', 'victoza', 'mounjaro',
  'jentadueto', 'glyxambi', 'synjardy', 'xigduo',
];

/** Long-acting and premixed insulins, which a correction scale of a few days does not hold. */
export const BASAL_INSULINS: readonly string[] = [
  'glargine', 'lantus', 'basaglar', 'toujeo', 'semglee', 'rezvoglar', 'detemir', 'levemir', 'degludec', 'tresiba', 'nph insulin', 'insulin nph', 'humulin n', 'novolin n', '70/30', 'isophane', 'soliqua', 'xultophy', 'insulin pump',
];

export const SGLT2_INHIBITORS: readonly string[] = ['empagliflozin', 'jardiance', 'dapagliflozin', 'farxiga', 'canagliflozin', 'invokana', 'ertugliflozin', 'steglatro', 'bexagliflozin', 'sotagliflozin', 'inpefa'];

/** By ingredient; the names sold for weight alone (Wegovy, Saxenda, Zepbound) are not asked about. */
export const INCRETINS: readonly string[] = ['semaglutide', 'liraglutide', 'tirzepatide'];
export const INCRETINS_FOR_WEIGHT: readonly string[] = ['wegovy', 'saxenda', 'zepbound', 'weight'];

/** Inhaled corticosteroids alone (GINA 2025, low to high dose). */
export const INHALED_STEROIDS: readonly string[] = [
  'fluticasone', 'flovent', 'arnuity', 'budesonide', 'pulmicort', 'beclomethasone', 'qvar', 'mometasone', 'asmanex', 'ciclesonide', 'alvesco', 'flunisolide', 'aerospan',
];

/** With a long-acting bronchodilator. */
export const INHALED_COMBINATIONS: readonly string[] = [
  'fluticasone-salmeterol', 'fluticasone/salmeterol', 'fluticasone propionate-salmeterol', 'salmeterol', 'advair', 'wixela', 'airduo', 'budesonide-formoterol', 'budesonide/formoterol', 'formoterol', 'symbicort', 'breyna', 'dulera',
  'breo', 'vilanterol', 'trelegy', 'tiotropium', 'spiriva',
];

export const ASTHMA_BIOLOGICS: readonly string[] = [
  'omalizumab', 'xolair', 'mepolizumab', 'nucala', 'benralizumab', 'fasenra', 'reslizumab', 'cinqair', 'dupilumab', 'dupixent', 'tezepelumab', 'tezspire',
];

export const LEUKOTRIENE_MODIFIERS: readonly string[] = ['montelukast', 'singulair', 'zafirlukast', 'zileuton'];

/** Not a spray for the nose, an ointment for the skin, or drops for the eye or swallowed for the gullet. */
export const NOT_INHALED: readonly string[] = ['nasal', 'nasally', 'nostril', 'flonase', 'nasonex', 'rhinocort', 'ophthalmic', 'cream', 'ointment', 'topical', 'rectal', 'enteric', 'swallowed', 'entocort', 'uceris', 'spray'];

/** Drugs that suppress the immune system by design (guideline I.C.3.d: D84.821), apart from steroids, whose dose decides. */
export const IMMUNOSUPPRESSANTS: readonly string[] = [
  'tacrolimus', 'prograf', 'envarsus', 'cyclosporine', 'neoral', 'gengraf', 'sandimmune', 'mycophenol*', 'cellcept', 'myfortic', 'azathioprine', 'imuran', 'sirolimus', 'rapamune', 'everolimus', 'zortress', 'belatacept', 'nulojix',
  'methotrexate', 'trexall', 'otrexup', 'leflunomide', 'arava', 'cyclophosphamide', 'mercaptopurine', 'rituximab', 'rituxan', 'truxima', 'ocrelizumab', 'ocrevus', 'ofatumumab', 'obinutuzumab', 'alemtuzumab',
  'adalimumab', 'humira', 'etanercept', 'enbrel', 'infliximab', 'remicade', 'inflectra', 'golimumab', 'simponi', 'certolizumab', 'cimzia', 'tocilizumab', 'actemra', 'sarilumab', 'abatacept', 'orencia',
  'ustekinumab', 'stelara', 'tofacitinib', 'xeljanz', 'upadacitinib', 'rinvoq', 'baricitinib', 'olumiant', 'fingolimod', 'siponimod', 'anifrolumab', 'belimumab', 'benlysta', 'chemotherapy', 'r-chop', 'folfox', 'folfirinox',
];

/** Treatment aimed at a cancer that is there, or given after its removal (adjuvant). */
export const CANCER_TREATMENT: readonly string[] = [
  'anastrozole', 'arimidex', 'letrozole', 'femara', 'exemestane', 'aromasin', 'tamoxifen', 'fulvestrant', 'palbociclib', 'ribociclib', 'abemaciclib', 'trastuzumab', 'pertuzumab', 'leuprolide', 'lupron', 'eligard', 'degarelix', 'relugolix', 'goserelin', 'triptorelin',
  'bicalutamide', 'enzalutamide', 'xtandi', 'abiraterone', 'zytiga', 'apalutamide', 'darolutamide', 'capecitabine', 'xeloda', 'pembrolizumab', 'keytruda', 'nivolumab', 'atezolizumab', 'durvalumab', 'ipilimumab', 'osimertinib', 'tagrisso',
  'erlotinib', 'sunitinib', 'pazopanib', 'cabozantinib', 'lenvatinib', 'sorafenib', 'regorafenib', 'olaparib', 'niraparib', 'imatinib', 'folfox', 'folfiri*', 'carboplatin', 'cisplatin', 'oxaliplatin', 'paclitaxel', 'docetaxel',
  'gemcitabine', 'pemetrexed', 'bevacizumab', 'cetuximab',
];

/** Rate, rhythm and clotting: what shows that atrial fibrillation is being treated. */
export const ATRIAL_FIBRILLATION_TREATMENT: readonly string[] = [
  ...ORAL_ANTICOAGULANTS, 'metoprolol', 'toprol', 'diltiazem', 'cardizem', 'verapamil', 'digoxin', 'amiodarone', 'flecainide', 'propafenone', 'sotalol', 'dofetilide', 'tikosyn', 'dronedarone', 'atenolol', 'carvedilol', 'bisoprolol', 'heparin', 'enoxaparin',
];
