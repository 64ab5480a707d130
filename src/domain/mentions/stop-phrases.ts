/**
 * Terms of the tabular list that a note uses without meaning the code. Each with the reason; lower case.
 * What is left out here may come back through a synonym row, in words that do mean it.
 */
const REASONS: Record<string, readonly string[]> = {
  'names no condition until a site or cause is added': [
    'pain', 'injury', 'wound', 'fracture', 'contusion', 'burn', 'corrosion', 'abrasion', 'blister', 'laceration', 'bite', 'sprain', 'strain', 'dislocation', 'hemorrhage', 'thrombosis',
    'effusion', 'contracture', 'ankylosis', 'fistula', 'cancer', 'infestation', 'illness', 'poisoning', 'scar', 'cicatrix', 'callus', 'allergy', 'hypersensitivity', 'death', 'arthrosis',
    'adenitis', 'effusions', 'osteolysis', 'epiphysitis', 'apophysitis', 'exostosis', 'angioma', 'cloaca', 'synechia', 'osteochondrosis', 'trombiculosis', 'immunodeficient', 'colic', 'erythema', 'pseudotumor', 'keratosis', 'carcinoma in situ', 'infectious disease', 'infectious diseases', 'adverse effects',
  ],
  'an everyday word of notes': [
    'stress', 'counseling', 'falling', 'fit', 'arrest', 'litigation', 'prosecution', 'donor', 'dyes', 'cocaine', 'immersion', 'hanging', 'starvation', 'runaway', 'screaming', 'sighing',
    'hostility', 'worries', 'nervousness', 'unhappiness', 'overactivity', 'impulsiveness', 'felon', 'pregnancy', 'transgender', 'flushing', 'exhibitionism', 'promiscuity', 'suffocation', 'tic', 'alcohol use', 'cannabis use', 'opioid use', 'weeks of gestation', 'body mass index', 'adverse effect',
  ],
  'anatomy, not a disease': ['accessory muscle', 'accessory muscles', 'atlas', 'axis', 'astragalus'],
  'short letters that stand for something else as well': [
    'pin', 'pres', 'taco', 'ist', 'ffa', 'ffi', 'amh', 'mmn', 'ptp', 'hr+', 'pr+', 'er+', 'hr-', 'pr-', 'er-', 'her2+', 'her2-', 'pims', 'phts', 'gald', 'calme', 'rars', 'raeb', 'lbsl', 'ltbl', 'tnbc', 'aiphi', 'fnhtr', 'fpies', 'sle',
  ],
};

export const STOP_PHRASES: ReadonlySet<string> = new Set(Object.values(REASONS).flat());
