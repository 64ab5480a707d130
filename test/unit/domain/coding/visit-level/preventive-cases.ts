import type { VisitCase } from './visit-case.ts';

/** Preventive and wellness visits. */
export const PREVENTIVE_CASES: readonly VisitCase[] = ([
  { name: 'newborn check', note: '5-day weight check and newborn well visit. Breastfeeding, bilirubin low risk. Exam normal.', patient: 'new', age: 0.01, code: '99381' },
  { name: 'well child at 15 months without vaccines', note: 'WCC 15 mo. Walking, 5 words. Growth on curve. Vaccines up to date. Normal exam.', age: 1.25, code: '99392', modifiers: [] },
  { name: 'well child with vaccines', note: 'WCC 12 mo. Development normal. MMR, varicella, Hep A given today after counselling.', age: 1, code: '99392', modifiers: ['25'] },
  { name: 'well child with otitis', note: '4yo WCC, development fine. Also ear pain x 2 d, fever 101: R TM bulging.\nWell child. R acute otitis media: amoxicillin 90 mg/kg/d x 10 d.', age: 4, code: '99392', modifiers: ['25'], also: ['99213'] },
  { name: 'school-age', note: 'Well visit 8yo, no concerns.', age: 8, code: '99393' },
  { name: 'adolescent', note: '16F well adolescent visit, confidential time. No concerns.', age: 16, code: '99394' },
  { name: 'young adult, new', note: 'Annual physical, establishing. Healthy 27M.', patient: 'new', age: 27, code: '99385' },
  { name: 'middle age', note: '52F annual physical. Mammogram and colon screening ordered. No problems addressed.', age: 52, code: '99396', also: [] },
  { name: 'middle age with hypertension raised', note: '52F annual physical. Mammogram ordered. \nPlan: Health maintenance as above.\nHTN uncontrolled 158/96, separately evaluated: increase lisinopril 10 to 20, BMP.', age: 52, code: '99396', modifiers: ['25'], also: ['99214'] },
  { name: 'middle age, stable problem refilled in passing', note: '52F annual physical. Mammogram ordered.\nHTN stable, no change, refilled amlodipine.', age: 52, code: '99396', also: [] },
  { name: 'commercial, over 65', note: '68M annual physical, no concerns.', age: 68, payer: 'Cigna', code: '99397' },
  { name: 'welcome visit', note: 'Welcome to Medicare visit. Part B began 4 months ago. Vision screen, ECG offered, end-of-life planning.', age: 65, payer: 'Medicare', code: 'G0402' },
  { name: 'first wellness visit', note: 'First annual wellness visit. HRA done, PPPS written.', age: 67, payer: 'Medicare', code: 'G0438' },
  { name: 'later wellness visit', note: 'Annual wellness visit, last AWV 13 months ago. HRA updated.', age: 72, payer: 'Medicare', code: 'G0439' },
  { name: 'wellness visit with diabetes out of control', note: 'Subsequent AWV. HRA updated, plan given.\nT2DM uncontrolled, A1c 9.1 today: start glargine 10 units, separate from the wellness service.', age: 72, payer: 'Medicare', code: 'G0439', modifiers: ['25'], also: ['99214'] },
  { name: 'wellness visit with a flu shot', note: 'Subsequent AWV. HRA updated. High-dose flu vaccine given.', age: 72, payer: 'Medicare', code: 'G0439', modifiers: ['25'] },
  { name: 'the age is not known', note: 'Annual physical, no concerns.', code: null },
  { name: 'Medicaid teenager', note: '14M well visit. Tdap and MenACWY administered.', age: 14, payer: 'Medicaid', code: '99394', modifiers: ['25'] },
] satisfies VisitCase[]).map((one: VisitCase) => ({ setting: 'preventive', ...one }));
