import { CHRONIC_KIDNEY_DISEASE } from '../code-groups.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { EGFR } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'ckd-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 130,
  title: 'eGFR below 60 for 90 days or more without a diagnosis of chronic kidney disease',
  topic: 'ckd-no-diagnosis',
  authority: [
    'KDIGO CKD guideline (2024), 1.1: GFR below 60 for at least three months; stages G3a from 45, G3b from 30, G4 from 15, G5 below',
    'NKF–ASN task force (2021): equations without race',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.14.a: the stage is the provider’s',
  ],
  rationale: 'A reduced filtration rate that lasts meets the definition, and may still be explained otherwise. The provider names the disease and its stage.',
  appliesTo: ageAtLeast(18),
  trigger: persistent(EGFR, { withinMonths: 24, results: 2, apartDays: 90, unbroken: true }).below(60),
  met: any(
    hasActive(CHRONIC_KIDNEY_DISEASE), documentedInNotes(CHRONIC_KIDNEY_DISEASE),
    noted('a kidney disease', ['kidney disease', 'renal disease', 'nephropathy', 'nephrosclerosis', 'chronic renal', 'chronic kidney', 'cardiorenal*', 'polycystic kidney*'], { by: 'provider', except: ['family history', 'mother', 'father', 'brother', 'sister', 'risk of', 'risk for', 'screen*', 'prevent*', 'progress to'] }),
    statedInNotes('what the filtration rate means', {
      actions: [...EXPLAINING, 'age-related', 'age related', 'for age', 'solitary kidney', 'single kidney', 'after nephrectomy', 'muscle mass', 'overestimat*', 'underestimat*', 'creatine supplement*'],
      objects: ['egfr', 'gfr', 'filtration'],
    }),
  ),
  says: {
    open: 'eGFR was below 60 over 90 days or more with nothing higher between, and no provider has said what it means.',
    met: 'Chronic kidney disease is documented.',
    outOfScope: 'Only for adults from 18 years.',
    notTriggered: 'eGFR was not below 60 over 90 days up to the newest result of the last 24 months.',
  },
  asks: {
    title: 'Clinical significance of eGFR results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's eGFR results.",
    options: [{
      from: 'bands', measurement: EGFR, of: 'each', bands: [
        { atLeast: 45, below: 60, options: ['Chronic kidney disease, stage 3a'] },
        { atLeast: 30, below: 45, options: ['Chronic kidney disease, stage 3b'] },
        { atLeast: 15, below: 30, options: ['Chronic kidney disease, stage 4'] },
        { atLeast: 0, below: 15, options: ['Chronic kidney disease, stage 5'] },
      ],
    }, { from: 'text', option: 'Reduced eGFR without chronic kidney disease' }],
  },
  thresholds: {
    egfr: { at: ['/trigger/test/value'], unit: 'mL/min/{1.73_m2}', between: [30, 60] },
    apart: { at: ['/trigger/apartDays'], unit: 'days', between: [90, 365] },
  },
});
