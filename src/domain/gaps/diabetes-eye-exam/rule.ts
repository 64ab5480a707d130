import { DIABETIC, NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { BLIND_BOTH_EYES, RETINAL_EXAM, RETINOPATHY } from '../groups/eyes.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'diabetes-eye-exam',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 130,
  title: 'Retinal eye examination due in diabetes',
  topic: 'diabetes-eye-exam',
  authority: ['CMS131 Diabetes: eye exam (2026)', 'ADA Standards of Care in Diabetes (2026), section 12: yearly, every one to two years without retinopathy'],
  rationale: 'Retinopathy is treatable before it is felt. As CMS131: every year; every second year where the last examination showed no retinopathy and none is charted. Unlike it: windows count back from the visit, and an examination told in a note counts as one done.',
  appliesTo: all(settingIs('office'), ageBetween(18, 76), not(NOT_EXPECTED_TO_BENEFIT), not(any(hasActive(BLIND_BOTH_EYES), done('removal of both eyes', { codes: {}, words: ['bilateral enucleation'], kinds: ['Procedure'], withinMonths: null })))),
  trigger: DIABETIC,
  met: any(
    done('retinal or dilated eye examination', { ...RETINAL_EXAM, withinMonths: 12 }),
    all(
      not(hasActive(RETINOPATHY)),
      done('retinal examination without retinopathy', {
        codes: {}, kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: 24,
        words: ['no retinopathy', 'no diabetic retinopathy', 'without retinopathy', 'without diabetic retinopathy', 'negative for retinopathy', 'negative for diabetic retinopathy', 'no evidence of retinopathy', 'no evidence of diabetic retinopathy', 'no dr', 'no npdr', 'negative retinal', 'normal retinal', 'normal dilated'],
      }),
    ),
    declined('retinal eye examination', [...RETINAL_EXAM.words, 'ophthalmology', 'optometry']),
  ),
  says: {
    open: 'No retinal eye examination was found for the last 12 months, and none without retinopathy for the last 24.',
    met: 'A retinal eye examination was done, or the notes say why not.',
    outOfScope: 'Only at office visits from 18 to 75 years, and not in blindness of both eyes, hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'No diabetes is charted.',
  },
  asks: null,
  thresholds: { months: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [6, 24] }, 'months-without-retinopathy': { at: ['/met/of/1/of/1/withinMonths'], unit: 'months', between: [12, 36] } },
});
