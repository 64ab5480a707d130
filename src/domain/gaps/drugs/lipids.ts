/** Statins by ingredient and US trade name, alone and combined. */
export const STATINS: readonly string[] = [
  'atorvastatin', 'lipitor', 'atorvaliq', 'caduet', 'rosuvastatin', 'crestor', 'ezallor', 'roszet', 'simvastatin', 'zocor', 'flolipid', 'vytorin', 'pravastatin', 'pravachol', 'lovastatin', 'mevacor', 'altoprev', 'fluvastatin', 'lescol', 'pitavastatin', 'livalo', 'zypitamag', 'statin', 'statins',
];
