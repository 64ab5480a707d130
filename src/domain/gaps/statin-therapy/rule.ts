import { PREGNANCY } from '../code-groups.ts';
import { STATINS } from '../drugs/lipids.ts';
import { DIABETIC, NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { ASCVD, FAMILIAL_HYPERCHOLESTEROLEMIA, STATIN_CONTRAINDICATION } from '../groups/vessels.ts';
import { LDL } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'statin-therapy',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 70,
  title: 'Statin in atherosclerotic disease, LDL of 190 or more, or diabetes from 40 to 75 years',
  topic: 'statin-therapy',
  authority: ['ACC/AHA cholesterol guideline (2018)', 'ADA Standards of Care in Diabetes (2026), section 10', 'CMS347 Statin therapy for the prevention and treatment of cardiovascular disease (2026)'],
  rationale: 'A statin prevents one of four further events. As CMS347, populations one to three. Unlike it: the ten-year risk of others is not calculated, and an offer that was declined answers.',
  appliesTo: all(settingIs('office'), ageBetween(18, null), not(any(hasActive(PREGNANCY, 12), hasActive(STATIN_CONTRAINDICATION))), not(NOT_EXPECTED_TO_BENEFIT)),
  trigger: any(
    hasActive(ASCVD), assessed(ASCVD),
    all(ageBetween(20, null), any(hasActive(FAMILIAL_HYPERCHOLESTEROLEMIA), count(LDL, { withinMonths: 600, results: 1 }).atLeast(190))),
    all(ageBetween(40, 76), DIABETIC),
  ),
  met: any(taking('a statin', STATINS), orderedThisVisit('a statin', STATINS), declined('a statin', STATINS, 24), statedInNotes('why a statin is paused', {
    actions: ['hold', 'holding', 'held', 'paus*', 'resum*', 'restart*', 'rechalleng*', 'myalgia*', 'side effect*', 'adverse*', 'muscle pain*', 'myopath*'], objects: STATINS,
  })),
  says: {
    open: 'No statin was found among the medications or in the notes, nor that it was declined, not tolerated or contraindicated.',
    met: 'A statin is taken or ordered, or the record says why not.',
    outOfScope: 'Only at office visits of adults, and not in pregnancy, active liver disease, kidney failure, muscle disease from statins, hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'No atherosclerotic disease, no LDL of 190 mg/dL or more, and no diabetes from 40 to 75 years is charted.',
  },
  asks: null,
  thresholds: {
    ldl: { at: ['/trigger/of/2/of/1/of/1/test/value'], unit: 'mg/dL', between: [160, 220] },
    'diabetes-from-age': { at: ['/trigger/of/3/of/0/atLeast'], unit: 'years', between: [20, 50] },
  },
});
