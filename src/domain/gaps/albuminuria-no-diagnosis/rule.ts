import { PREGNANCY } from '../code-groups.ts';
import { EXPLAINING } from '../groups/explaining.ts';
import { ALBUMIN_IN_URINE, ALBUMIN_WORDS } from '../groups/kidneys.ts';
import { UACR } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { count } from '../operators/count.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'albuminuria-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 132,
  title: 'Urine albumin-to-creatinine ratio of 30 or more in two of three, without a diagnosis',
  topic: 'albuminuria-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), section 11: albuminuria where two of three samples are 30 mg/g or more; exercise, infection, fever, heart failure, high glucose or pressure may raise it',
    'KDIGO CKD guideline (2024), 1.1: A2 from 30 mg/g, A3 above 300, over at least three months',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B and IV.D: a result is no diagnosis until a provider says what it means',
  ],
  rationale: 'Albumin that stays in the urine tells of the kidney before eGFR falls. Of what, diabetes, pressure or another disease, is the provider’s to say.',
  appliesTo: all(ageAtLeast(18), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: count(UACR, { withinMonths: 24, results: 2, ofLast: 3, apartDays: 7 }).atLeast(30),
  met: any(
    hasActive(ALBUMIN_IN_URINE), documentedInNotes(ALBUMIN_IN_URINE),
    noted('what the albumin means', ALBUMIN_WORDS, { by: 'provider', is: 'either', except: ['family history', 'father', 'mother', 'brother', 'sister', 'screen*', 'risk of', 'risk for', 'peripheral', 'optic', 'toxic'] }),
    statedInNotes('an explanation of the ratio', { actions: [...EXPLAINING, 'transient', 'exercise', 'uti', 'infection', 'fever', 'menses', 'menstrua*', 'orthostatic'], objects: ['uacr', 'acr', 'albumin', 'microalbumin', 'albumin/creatinine'] }),
  ),
  says: {
    open: 'Two of the newest three albumin-to-creatinine ratios are 30 mg/g or more, and no provider has said what they mean.',
    met: 'A provider has said what the albumin in the urine means.',
    outOfScope: 'Only for adults from 18 years who are not pregnant.',
    notTriggered: 'Fewer than two of the newest three ratios of the last 24 months are 30 mg/g or more.',
  },
  asks: {
    title: 'Clinical significance of urine albumin results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's urine albumin-to-creatinine ratios.",
    options: [
      { from: 'text', option: 'Albuminuria (please specify the cause, if known)' },
      { from: 'text', option: 'Chronic kidney disease (please specify the stage and the cause, if known)' },
      { from: 'text', option: 'Elevated urine albumin without clinical significance' },
    ],
  },
  thresholds: { uacr: { at: ['/trigger/test/value'], unit: 'mg/g', between: [20, 300] } },
});
