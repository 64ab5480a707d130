import { expect, it } from 'vitest';
import { inShort, valuesIn } from './support.ts';

it.each([
  'Goal A1c <7', 'A1c goal is less than 7', 'Target SpO2 88-92%', 'Transfuse if Hgb <7', 'Transfuse for Hgb < 7', 'Hold metoprolol for SBP < 100', 'Hold for HR <55', 'Normal sodium 135-145', 'Reference range: Hgb 12-16',
  'Call if T > 101', 'Call for temp >101.5', 'Notify MD if SBP < 90', 'Keep K > 4', 'Keep MAP >65', 'Maintain SpO2 > 92%', 'Titrate O2 to SpO2 > 92%', 'Titrate pressors to MAP 65', 'Replete K if <4', 'If Hgb drops below 7 transfuse', 'Return if temp over 101',
  'K 40 mEq PO', 'KCl 20 mEq', 'K 10 mEq IV x 2', 'Na bicarb 650 mg TID', 'Vitamin K 10 mg IV', 'Albumin 25 g IV', 'Iron 325 mg', 'Recheck K in 2 days', 'Recheck K in am', 'Repeat A1c in 3 months', 'A1c due in 6 months', 'Check INR in 5 days', 'BMP q6h x 4',
  'Mother had A1c of 9', "Wife's BP 160/90", 'Brother with EF 20%', 'T2 N1 M0', 'T4 lesion', 'T12 fracture', 'CD20 positive', 'EF preserved', 'N/A 12', 'map of 4 rooms', 'PHQ-9', 'GAD-7 not done', 'PHQ-9 completed 3 months ago', 'BP 10 days ago was fine',
  'protein/creatinine ratio 0.8', 'CSF: glucose 40', 'urine Na 120', 'urine pH 7.0', 'Venous pH 7.28', 'pleural fluid glucose 60', 'transferrin saturation 45%', 'RVEF 40%', 'lost 2 keys', 'lost 22 lb', 'eating 3 meals', 'Weight loss goal 10%', 'SpO2 goal 88-92%', 'Hgb dropped by 2', 'WBC x 3 days', 'HR monitor for 14 days',
  'Should Hgb fall to 7, transfuse.', 'Would treat if LDL >190', 'BP 2 times a week at home', 'HR 24 hour Holter', 'Bp check in 2 weeks', 'Denies SBP >180', 'PHQ-9 >= 10 indicates moderate depression if present', 'Parameters: MAP > 65', 'Goal BP <130/80',
  'T 4', 'K 300', 'Na 12', 'Hgb 999', 'Cr 500000', 'SpO2 12%', 'pH 1.2', 'GCS 2', 'CrCl 45 mL/min', 'Repeat INR at 20 h',
])('no value: %s', (text) => {
  expect(inShort(valuesIn(text))).toEqual([]);
});

it('sections of relatives, allergies, doses and advice tell none', () => {
  expect(inShort(valuesIn('Family History:\nFather: A1c 9.1\n\nMedications:\nK 5 daily\n\nDischarge Instructions:\nBP 120/80 is healthy.'))).toEqual([]);
});

it('a note that is superseded or entered in error tells none', () => {
  expect(valuesIn('Na 124', { status: 'superseded' })).toEqual([]);
  expect(valuesIn('Na 124', { status: 'entered-in-error' })).toEqual([]);
});
