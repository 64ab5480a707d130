import { ELEVATED_READING, HYPERTENSION, PREGNANCY } from '../code-groups.ts';
import { DIASTOLIC, SYSTOLIC } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { atTwoOfficeVisits } from '../operators/two-visits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'htn-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['clinician', 'cdi', 'coder'],
  order: 130,
  title: 'Blood pressure of 130 or 80 or more at two visits without a diagnosis',
  topic: 'htn-no-diagnosis',
  authority: [
    'AHA/ACC high blood pressure guideline (2025): hypertension from 130 systolic or 80 diastolic, on readings at two or more occasions',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.9.a.7: R03.0 until a provider diagnoses hypertension',
  ],
  rationale: 'Readings alone are neither hypertension nor an elevated reading in the sense of the classification: a provider says which.',
  appliesTo: all(ageAtLeast(18), settingIs('office'), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: atTwoOfficeVisits(24,
    { measurement: SYSTOLIC, test: { is: 'at-least', value: 130 } },
    { measurement: DIASTOLIC, test: { is: 'at-least', value: 80 } },
  ),
  met: any(
    hasActive(HYPERTENSION), hasActive(ELEVATED_READING), documentedInNotes(HYPERTENSION),
    noted('what the pressure means', ['white coat', 'white-coat', 'prehypertens*', 'pre-hypertens*', 'masked hypertension'], { by: 'provider', is: 'either' }),
    statedInNotes('an explanation of the pressure', { actions: ['due to', 'because of', 'attributed to', 'secondary to', 'explained by', 'in the setting of', 'not clinically significant', 'anxious', 'anxiety', 'in pain', 'with pain', 'from pain', 'pseudoephedrine', 'home readings normal', 'normal at home', 'fine at home', 'cuff too small', 'wrong cuff'], objects: ['bp', 'blood pressure', 'readings'] }),
  ),
  says: {
    open: 'Blood pressure was 130 or 80 or more at two office visits, and no provider has said what it means.',
    met: 'A blood pressure diagnosis is documented.',
    outOfScope: 'Only for adults from 18 years who are not pregnant, at office visits.',
    notTriggered: 'Blood pressure was not 130 or 80 or more at the newest and an earlier office visit of the last 24 months.',
  },
  asks: {
    title: 'Clinical significance of blood pressure readings',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's blood pressure readings.",
    options: [
      { from: 'text', option: 'Essential (primary) hypertension' },
      { from: 'text', option: 'Hypertension of another type (please specify the type)' },
      { from: 'text', option: 'Elevated blood-pressure reading without a diagnosis of hypertension' },
    ],
  },
  thresholds: {
    systolic: { at: ['/trigger/anyOf/0/test/value'], unit: 'mm[Hg]', between: [120, 160] },
    diastolic: { at: ['/trigger/anyOf/1/test/value'], unit: 'mm[Hg]', between: [75, 100] },
  },
});
