/**
 * Chronic and serious disease where a wrong code does lasting harm to a record: the quote must be opened before such
 * an item can be accepted. Categories of ICD-10-CM, by clinical weight; not a payment list.
 */
const CONSEQUENTIAL: readonly { readonly from: string; readonly to: string; readonly what: string }[] = [
  { from: 'B20', to: 'B20', what: 'HIV disease' },
  { from: 'A40', to: 'A41', what: 'sepsis' },
  { from: 'C00', to: 'C96', what: 'malignancy' },
  { from: 'D57', to: 'D57', what: 'sickle-cell disease' },
  { from: 'D60', to: 'D61', what: 'aplastic anemia' },
  { from: 'D66', to: 'D68', what: 'coagulation defects' },
  { from: 'E08', to: 'E13', what: 'diabetes' },
  { from: 'E40', to: 'E46', what: 'malnutrition' },
  { from: 'F01', to: 'F03', what: 'dementia' },
  { from: 'F10', to: 'F19', what: 'substance use' },
  { from: 'F20', to: 'F33', what: 'psychosis and mood disorders' },
  { from: 'G20', to: 'G20', what: 'Parkinson disease' },
  { from: 'G35', to: 'G35', what: 'multiple sclerosis' },
  { from: 'G40', to: 'G40', what: 'epilepsy' },
  { from: 'G80', to: 'G83', what: 'paralysis' },
  { from: 'I11', to: 'I13', what: 'hypertensive heart and kidney disease' },
  { from: 'I20', to: 'I25', what: 'ischemic heart disease' },
  { from: 'I26', to: 'I27', what: 'pulmonary embolism and pulmonary heart disease' },
  { from: 'I42', to: 'I50', what: 'cardiomyopathy, arrhythmia, heart failure' },
  { from: 'I60', to: 'I69', what: 'stroke' },
  { from: 'I70', to: 'I74', what: 'arterial disease' },
  { from: 'I82', to: 'I82', what: 'venous thrombosis' },
  { from: 'J41', to: 'J47', what: 'chronic lung disease' },
  { from: 'J84', to: 'J84', what: 'interstitial lung disease' },
  { from: 'J96', to: 'J96', what: 'respiratory failure' },
  { from: 'K70', to: 'K76', what: 'liver disease' },
  { from: 'K50', to: 'K51', what: 'inflammatory bowel disease' },
  { from: 'L89', to: 'L89', what: 'pressure ulcer' },
  { from: 'M05', to: 'M06', what: 'rheumatoid arthritis' },
  { from: 'M32', to: 'M35', what: 'connective tissue disease' },
  { from: 'N17', to: 'N19', what: 'kidney failure' },
];

/** Compares category by category in tabular order, which for these ranges is text order. */
export function isConsequential(code: string): boolean {
  const category = code.slice(0, 3);
  return CONSEQUENTIAL.some((row) => category >= row.from && category <= row.to);
}
