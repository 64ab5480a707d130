/** Scores and doses written like a day: "strength 4/5", "2/2 bottles", "1/2 NS". Not dates, unless a preposition or a colon makes them one. */
export interface ScaleRow {
  /** Words before or after the fraction, in small letters. */
  readonly words: readonly string[];
  /** What stands beneath the line. */
  readonly of: readonly number[];
  readonly why: string;
}

export const SCALES: readonly ScaleRow[] = [
  { words: ['strength', 'motor', 'power', 'grip', 'weakness', 'hemiparesis', 'paresis', 'dorsiflexion', 'mmt', 'rue', 'lue', 'rle', 'lle'], of: [5], why: 'Medical Research Council grade' },
  { words: ['murmur', 'systolic murmur', 'sem', 'diastolic murmur'], of: [6], why: 'Levine grade' },
  { words: ['pain', 'headache', 'severity', 'rated', 'numeric rating', 'apgar', 'apgars'], of: [10, 9, 8, 7], why: 'ten-point scale; two Apgar scores' },
  { words: ['gcs', 'glasgow'], of: [15], why: 'Glasgow Coma Scale' },
  { words: ['mmse', 'moca', 'slums', 'mini-mental'], of: [30], why: 'cognitive screens' },
  { words: ['phq-9', 'phq9', 'phq'], of: [27], why: 'PHQ-9' },
  { words: ['phq-2', 'phq2'], of: [6], why: 'PHQ-2' },
  { words: ['gad-7', 'gad7', 'gad'], of: [21], why: 'GAD-7' },
  { words: ['braden'], of: [23], why: 'Braden scale' },
  { words: ['morse', 'epworth', 'sofa'], of: [24], why: 'Epworth, SOFA' },
  { words: ['sirs', 'sirs criteria', 'cam', 'cam-icu', 'features', 'criteria', 'dtr', 'dtrs', 'reflexes', 'pulses', 'pulse', 'edema', 'tonsils'], of: [4], why: 'four criteria or grades' },
  { words: ['qsofa', 'criteria', 'pulses'], of: [3], why: 'qSOFA' },
  { words: ['curb-65', 'curb65', 'criteria', 'aspect', 'fried'], of: [5], why: 'CURB-65' },
  { words: ['cha2ds2-vasc', 'centor'], of: [9, 4, 5], why: 'scores' },
  { words: ['bottles', 'bottle', 'sets', 'set', 'cultures', 'culture', 'cx', 'bcx', 'blood cx', 'vials', 'specimens', 'trops', 'nodes', 'samples', 'tubes'], of: [1, 2, 3, 4, 5, 6], why: 'specimens that grew' },
  { words: ['ns', 'normal saline', 'd5', 'tab', 'tabs', 'tablet', 'tablets', 'ppd', 'pack', 'dose', 'cup', 'strength dakin', 'saline', 'amp', 'liter', 'l', 'meals', 'meal', 'tray', 'trays', 'of meals', 'of meal'], of: [2, 3, 4], why: 'half and quarter amounts' },
  { words: ['bipap', 'ipap/epap', 'cpap', 'ipap', 'vent', 'settings', 'peep', 'niv'], of: [4, 5, 6, 7, 8, 9, 10], why: 'pressures' },
  { words: ['nodes', 'positive nodes', 'lymph nodes'], of: Array.from({ length: 31 }, (_, n) => n + 1), why: 'nodes with tumour' },
  { words: ['benazepril', 'amlodipine', 'norco', 'hydrocodone', 'oxycodone', 'vytorin', 'zestoretic'], of: [10, 12, 20, 25], why: 'strength of a combined drug' },
];

/** A fraction whose upper number cannot be a month with these before it. */
export const PRESSURES = ['bp', 'blood pressure', 'sbp/dbp', 'iol', 'iop', 'vision', 'visual acuity', 'va'];
