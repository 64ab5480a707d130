import type { CodeGroup } from '../operators/expression.ts';

/** Diagnoses whose criteria are looked for again where they are documented, and the words by which the record tells of those criteria. */

const NOT_OF_NOW: readonly string[] = ['history of', 'h/o', 'family history', 'risk of', 'risk for', 'at risk', 'screen*', 'protocol', 'alert', 'prevention', 'education'];

export const MALNUTRITION: CodeGroup = {
  name: 'malnutrition', icd10: ['E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E64.0'], terms: ['malnutrition', 'malnourished', 'marasmus', 'kwashiorkor'], except: NOT_OF_NOW,
};

export const ACUTE_KIDNEY_INJURY: CodeGroup = {
  name: 'acute kidney injury', icd10: ['N17', 'O90.4', 'K76.7'], terms: ['aki', 'acute kidney injury', 'acute renal failure', 'acute kidney failure', 'acute tubular necrosis', 'atn'], except: NOT_OF_NOW,
};

export const ENCEPHALOPATHY: CodeGroup = {
  name: 'encephalopathy', icd10: ['G92.8', 'G92.9', 'G93.40', 'G93.41', 'G93.49', 'K76.82'], terms: ['metabolic encephalopathy', 'toxic encephalopathy', 'septic encephalopathy', 'hepatic encephalopathy', 'uremic encephalopathy', 'acute encephalopathy', 'encephalopathy'],
  except: [...NOT_OF_NOW, 'chronic', 'traumatic', 'hypoxic', 'anoxic', 'static', 'wernicke*', 'hypertensive encephalopathy'],
};

/** Elevations of ST are their own criterion. */
export const INFARCTION_WITHOUT_ELEVATION: CodeGroup = {
  name: 'myocardial infarction without ST elevation', icd10: ['I21.4', 'I21.9', 'I21.A1'], terms: ['nstemi', 'type 2 myocardial infarction', 'type 2 mi', 'acute myocardial infarction'], except: [...NOT_OF_NOW, 'old', 'prior'],
};

export const PNEUMONIA: CodeGroup = {
  name: 'pneumonia', icd10: ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J69.0'], terms: ['pneumonia', 'pna', 'hcap', 'bronchopneumonia'], except: [...NOT_OF_NOW, 'vaccin*'],
};

/** Sepsis-3 (2016) and SOFA: organs that fail, as providers and nurses name it. */
export const ORGAN_DYSFUNCTION_TOLD: readonly string[] = [
  'septic shock', 'shock', 'hypotens*', 'pressors', 'vasopressor*', 'norepinephrine', 'levophed', 'vasopressin', 'phenylephrine', 'respiratory failure', 'intubat*', 'ventilator', 'bipap', 'high flow', 'encephalopathy', 'altered mental status', 'ams', 'confus*', 'delirium',
  'lethargic', 'obtunded', 'aki', 'acute kidney injury', 'acute renal failure', 'atn', 'oliguri*', 'anuri*', 'lactic acidosis', 'organ dysfunction', 'end organ damage', 'multiorgan', 'coagulopathy', 'dic', 'mottled', 'mottling', 'shock liver', 'hyperbilirubinemia', 'thrombocytopenia', 'severe sepsis',
];

export const GERM_IN_BLOOD: readonly string[] = [
  'bacteremi*', 'bacteraemi*', 'fungemia', 'candidemia', 'positive blood cultures', 'positive blood culture', 'blood cultures positive', 'blood culture positive', 'blood cultures grew', 'blood culture grew', 'blood cultures growing', 'blood cultures with', 'bottles', 'blood cx positive', 'bcx positive', '2/2',
];

export const WASTING_TOLD: readonly string[] = [
  'muscle wasting', 'muscle loss', 'temporal wasting', 'temporal hollowing', 'fat loss', 'loss of subcutaneous fat', 'subcutaneous fat loss', 'cachectic', 'cachexia', 'emaciated', 'wasted', 'wasting', 'clavicular wasting', 'interosseous wasting', 'sarcopeni*', 'reduced grip', 'reduced grip strength', 'weak grip', 'muscle depletion', 'fat depletion', 'prominent clavicles', 'hollow orbits', 'malabsorption',
];

export const WEIGHT_AND_INTAKE_FALLING: readonly string[] = [
  'weight loss', 'lost weight', 'losing weight', 'poor intake', 'poor oral intake', 'poor po intake', 'poor appetite', 'barely eating', 'not eating', 'unable to eat', 'decreased intake', 'reduced intake', 'inadequate intake', 'npo for', 'anorexia',
];

export const WELL_NOURISHED: readonly string[] = [
  'well nourished', 'well-nourished', 'weight stable', 'stable weight', 'weight unchanged', 'weight steady', 'no weight loss', 'good appetite', 'appetite good', 'eats all meals', 'eating all meals', 'eats well', 'eating well', 'finishes meals', 'finishes trays', '100% of meals', '90% of meals', '100 % of meals', '90 % of meals', 'good intake', 'intake good', 'intake adequate', 'adequate intake',
  'does not meet criteria', 'does not meet malnutrition', 'criteria not met', 'no criteria', 'no malnutrition', 'not malnourished', 'no nutrition diagnosis', 'no muscle or fat loss', 'no fat or muscle loss', 'no muscle wasting', 'no fat loss', 'no wasting',
];

export const CONFUSION_TOLD: readonly string[] = [
  'confus*', 'disorient*', 'letharg*', 'somnolen*', 'obtund*', 'stupor*', 'agitat*', 'asterixis', 'altered mental status', 'altered mentation', 'change in mental status', 'mental status change', 'ams', 'cam positive', 'cam+', 'cam-icu positive', 'positive cam', 'inattenti*', 'unresponsive', 'not oriented', 'oriented to person only', 'oriented to self', 'oriented only', 'oriented x1', 'oriented x2', 'oriented x 1', 'oriented x 2', 'a&ox1', 'a&ox2', 'aox1', 'aox2', 'a&o x1', 'a&o x2',
  'delirious', 'delirium', 'drows*', 'hallucinat*', 'pulling at', 'unarousable', 'hard to arouse', 'difficult to arouse', 'hard to wake', 'mumbl*', 'incoherent', 'nonsensical', 'does not know', 'cannot say where', 'sundown*', 'encephalopathic', 'not herself', 'not himself', 'not making sense', 'picking at', 'sleepy', 'slow to answer', 'slow to respond', 'coma*',
];

export const CLEAR_MIND: readonly string[] = [
  'alert and oriented', 'a&o', 'a&ox3', 'a&ox4', 'a&o x3', 'a&o x4', 'a&o x 3', 'aox3', 'aox4', 'ao x3', 'ao x4', 'aaox3', 'aaox4', 'oriented x3', 'oriented x4', 'oriented x 3', 'oriented x 4', 'oriented times three', 'fully oriented', 'oriented to person, place and time', 'oriented to person, place, and time', 'oriented throughout', 'alert, oriented', 'awake, alert', 'cam negative', 'cam-icu negative', 'normal mentation', 'mentation normal', 'mental status normal', 'normal mental status', 'at mental baseline', 'mental status at baseline', 'clear sensorium', 'sensorium clear', 'follows commands', 'converses', 'answers appropriately',
];

export const ISCHEMIA_TOLD: readonly string[] = [
  'st depression', 'st depressions', 'st-depression', 'st sag', 'st elevation', 'st changes', 'st-t changes', 't wave inversion', 't wave inversions', 't-wave inversion', 't-wave inversions', 'twi', 'twi in', 'new lbbb', 'q waves', 'dynamic changes', 'ischemic changes', 'wall motion abnormalit*', 'hypokinesis', 'akinesis', 'akinetic', 'hypokinetic', 'culprit', 'thrombus', 'occlusion', 'occluded', 'pci', 'stent placed', 'stented', 'perfusion defect', 'infarct on mri', 'cabg planned',
];

export const ISCHEMIC_SYMPTOMS: readonly string[] = ['chest pain', 'chest pressure', 'chest tightness', 'chest tight', 'chest discomfort', 'angina', 'anginal', 'jaw pain', 'arm pain', 'crushing', 'substernal', 'retrosternal'];

export const CLEAR_FILM: readonly string[] = [
  'film clear', 'clear film', 'cxr clear', 'clear cxr', 'x-ray clear', 'clear chest x-ray', 'clear chest film', 'chest film clear', 'lungs clear on film', 'cxr negative', 'cxr normal', 'normal cxr', 'chest x-ray normal', 'chest x-ray negative', 'chest film normal', 'no acute cardiopulmonary', 'ct chest clear', 'ct clear', 'cxr unremarkable',
];

export const SHADOW_TOLD: readonly string[] = ['infiltrat*', 'consolidat*', 'opacit*', 'opacification', 'airspace disease', 'air space disease', 'bronchograms', 'groundglass', 'ground glass', 'ground-glass', 'tree-in-bud', 'lobar', 'patchy'];

export const SHADOW_DENIED: readonly string[] = ['infiltrat*', 'consolidat*', 'opacit*', 'opacification', 'airspace disease', 'pneumonia'];

/** The way summaries close an illness of the stay: it was there, whatever tense it is told in. */
export function resolvedInThisStay(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`${name}, resolved`, `${name} resolved`, `${name} - resolved`, `${name} (resolved`, `${name}: resolved`, `${name}, improved`, `${name}, resolving`, `resolved ${name}`]);
}
