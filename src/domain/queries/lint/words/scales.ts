/**
 * Scores and doses written like a day: "strength 4/5", "2/2 bottles", "1/2 NS". Not dates, unless a preposition or a colon makes them one.
 * Authority: the range of each published scale, named in its row.
 */
export interface ScaleRow {
  /** In small letters. */
  readonly words: readonly string[];
  /** What stands beneath the line. */
  readonly of: readonly number[];
  /** Where the words stand next to the fraction. */
  readonly side: 'before' | 'after' | 'both';
  /** The upper number may be the greater. */
  readonly isPressure?: true;
  readonly why: string;
}

export const SCALES: readonly ScaleRow[] = [
  { words: ['strength', 'motor', 'power', 'grip', 'mmt'], of: [5], side: 'before', why: 'Medical Research Council grade' },
  { words: ['strength'], of: [5], side: 'after', why: 'the same' },
  { words: ['murmur', 'systolic murmur', 'sem', 'diastolic murmur'], of: [6], side: 'both', why: 'Levine grade' },
  { words: ['pain', 'pain score', 'rated', 'numeric rating'], of: [10], side: 'both', why: 'ten-point scale' },
  { words: ['apgar', 'apgars'], of: [7, 8, 9, 10], side: 'before', why: 'two scores of ten' },
  { words: ['gcs', 'glasgow'], of: [15], side: 'before', why: 'Glasgow Coma Scale' },
  { words: ['mmse', 'moca', 'slums', 'mini mental'], of: [30], side: 'before', why: 'cognitive screens' },
  { words: ['phq 9', 'phq9', 'phq'], of: [27], side: 'before', why: 'PHQ-9' },
  { words: ['phq 2', 'phq2'], of: [6], side: 'before', why: 'PHQ-2' },
  { words: ['gad 7', 'gad7', 'gad'], of: [21], side: 'before', why: 'GAD-7' },
  { words: ['braden'], of: [23], side: 'before', why: 'Braden scale' },
  { words: ['epworth', 'sofa'], of: [24], side: 'before', why: 'Epworth, SOFA' },
  { words: ['sirs', 'sirs criteria', 'cam', 'cam icu', 'features', 'criteria', 'dtr', 'dtrs', 'reflexes', 'pulses'], of: [4], side: 'both', why: 'four criteria or grades' },
  { words: ['qsofa'], of: [3], side: 'both', why: 'qSOFA' },
  { words: ['curb 65', 'curb65', 'criteria', 'fried'], of: [5], side: 'both', why: 'CURB-65, frailty' },
  { words: ['cha2ds2 vasc', 'centor'], of: [4, 5, 9], side: 'before', why: 'scores' },
  { words: ['bottles', 'bottle', 'sets', 'set', 'cultures', 'culture', 'cx', 'bcx', 'vials'], of: [1, 2, 4], side: 'both', why: 'bottles that grew' },
  { words: ['ns', 'normal saline', 'tab', 'tabs', 'tablet', 'tablets', 'ppd', 'pack', 'cup', 'saline', 'amp', 'meals', 'of meals', 'of meal'], of: [2, 3, 4], side: 'after', why: 'half and quarter amounts' },
  { words: ['d5', 'd10'], of: [2, 4], side: 'before', why: 'half-normal saline' },
  { words: ['bipap', 'ipap/epap', 'cpap', 'ipap', 'niv'], of: [4, 5, 6, 7, 8, 9, 10], side: 'before', isPressure: true, why: 'pressures, the higher first' },
  { words: ['nodes', 'positive nodes', 'lymph nodes'], of: Array.from({ length: 31 }, (_, n) => n + 1), side: 'both', why: 'nodes with tumour' },
  { words: ['benazepril', 'norco', 'hydrocodone', 'vytorin'], of: [10, 12, 20, 25], side: 'before', why: 'strength of a combined drug' },
];

/** A fraction whose upper number cannot be a month with these before it. */
export const PRESSURES = ['bp', 'blood pressure', 'sbp/dbp', 'iol', 'iop', 'vision', 'visual acuity', 'va'];
