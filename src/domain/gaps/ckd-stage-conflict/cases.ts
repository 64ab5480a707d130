import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(71);
const lasting = adult.egfr(38, '2026-04-04').egfr(36, '2026-10-12');

export default cases({
  open: {
    'CKD without a stage, eGFR 38 and 36': lasting.note('CKD, avoid NSAIDs. BP good.'),
    'N18.9 charted': lasting.encounterDiagnosis('N18.9').note('Knee pain.'),
    'stage 3 without a or b': lasting.note('CKD stage 3, losartan.'),
    'N18.30 charted, one eGFR': adult.egfr(52, '2026-10-12').encounterDiagnosis('N18.30').note('BP good.'),
    'stage 3a, eGFR 27 and 25': adult.egfr(27, '2026-04-04').egfr(25, '2026-10-12').note('CKD stage 3a, stable.'),
    'stage 4, eGFR 52 and 55': adult.egfr(52, '2026-04-04').egfr(55, '2026-10-12').note('Assessment: CKD 4, recheck.'),
    'stage 2 with 41 told twice': adult.note('eGFR 41 today, 43 on 3/2/2026.\nA/P: CKD stage 2.'),
    'eGFR in the note only': adult.note('Labs 10/19: Cr 1.7, eGFR 42.\nChronic kidney disease, stable. Hypertension.'),
    'charted 3b, lasting 51': adult.egfr(51, '2026-04-04').egfr(52, '2026-10-12').encounterDiagnosis('N18.32').note('BP good.'),
    'acute injury now, an older lasting level': adult.setting('inpatient').admitted('2026-10-18T10:00:00-05:00').egfr(44, '2026-01-04').egfr(43, '2026-06-04').egfr(42, '2026-10-12').note('AKI on CKD, fluids.'),
  },
  met: {
    'charted N18.9, the note says 3b': lasting.encounterDiagnosis('N18.9').note('CKD stage 3b, losartan.'),
    'the consultant gives the stage': lasting.note('CKD, renal follows.').note('Nephrology: CKD G3b A2.', { type: 'consult', by: 'Dr. Renal' }),
    'the stage told beside the kidney': lasting.note('Diabetes with chronic kidney disease. The kidney disease has been in the same range, so this is stage 3b.'),
    'the stage on the problem list': lasting.problem('N18.32').note('CKD, avoid NSAIDs.'),
    'end stage': adult.egfr(8, '2026-04-04').egfr(7, '2026-10-12').note('CKD, now ESRD on HD.'),
    'why they differ: cystatin C': adult.egfr(48, '2026-04-04').egfr(47, '2026-10-12').note('CKD stage 2 by cystatin C, eGFR underestimated from muscle mass.'),
  },
  notApplicable: {
    '3b with 38 and 36': lasting.note('CKD stage 3b, losartan.'),
    'no CKD': lasting.note('No CKD. Knee pain.'),
    'CKD without any eGFR': adult.note('CKD, avoid NSAIDs.'),
    'one eGFR of another stage': adult.egfr(55, '2026-04-04').egfr(42, '2026-10-12').note('CKD stage 3a.'),
    'stage 3a, values on both sides': adult.egfr(44, '2026-04-04').egfr(46, '2026-10-12').note('CKD stage 3a.'),
    'acute injury lowers it': adult.setting('inpatient').admitted('2026-10-18T10:00:00-05:00').egfr(22, '2026-10-19').note('AKI on CKD, fluids.'),
    'the father’s CKD': lasting.note('Father had CKD. Knee pain.'),
    'a child': chart().age(12).egfr(40, '2026-04-04').egfr(38, '2026-10-12').note('CKD, renal follows.'),
    'low for 60 days only': adult.egfr(27, '2026-08-14').egfr(26, '2026-10-12').note('CKD stage 3a.'),
    'at risk': lasting.note('At risk for CKD.'),
  },
  cannotTell: {
    'laboratory results were denied': adult.note('CKD, avoid NSAIDs.').denied('Observation', 'category=laboratory'),
    'a note of this visit could not be read': lasting.note('CKD.').unreadableNote(),
    'conditions were denied': lasting.note('CKD.').denied('Condition'),
  },
});
