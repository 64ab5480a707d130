/** Loop diuretics with their US trade names. */
export const LOOP_DIURETICS: readonly string[] = ['furosemide', 'lasix', 'furoscix', 'bumetanide', 'bumex', 'torsemide', 'demadex', 'soaanz', 'ethacrynic acid', 'ethacrynate', 'edecrin'];

/** AHA/ACC/HFSA heart failure guideline (2022), 7.3: what is given for heart failure, most of it for other things too. */
export const HEART_FAILURE_DRUGS: readonly string[] = [
  ...LOOP_DIURETICS, 'sacubitril*', 'entresto', 'carvedilol', 'coreg', 'metoprolol succinate', 'toprol*', 'bisoprolol', 'spironolactone', 'aldactone', 'eplerenone', 'inspra', 'finerenone', 'kerendia', 'dapagliflozin', 'farxiga', 'empagliflozin', 'jardiance', 'sotagliflozin', 'inpefa',
  'lisinopril', 'enalapril', 'ramipril', 'captopril', 'benazepril', 'losartan', 'valsartan', 'candesartan', 'hydralazine', 'isosorbide*', 'bidil', 'ivabradine', 'corlanor', 'vericiguat', 'verquvo', 'digoxin', 'lanoxin', 'milrinone', 'dobutamine', 'gdmt',
];
