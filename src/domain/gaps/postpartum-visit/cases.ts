import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const woman = chart().age(31).sex('female');
const birth = woman.problem('Z37.0', { recorded: '2026-08-12' });

export default cases({
  open: {
    'a birth ten weeks ago, no visit': birth,
    'seen for a cold since': birth.encounterDiagnosis('J06.9').note('Cough for 3 days.'),
    'the day after in the hospital is none': birth.problem('Z39.0', { recorded: '2026-08-13' }),
    'missed': birth.note('Missed postpartum visit.'),
    'scheduled for next week': birth.note('Postpartum visit scheduled for 10/30.'),
    'the birth is told in the note': woman.note('Date of delivery: 8/14/2026. Here for mastitis.'),
    'a cesarean': woman.problem('O82', { recorded: '2026-07-02' }),
  },
  met: {
    'today': birth.encounterDiagnosis('Z39.2'),
    'trap: at six weeks': birth.problem('Z39.2', { recorded: '2026-09-23' }),
    'trap: today’s note says it': birth.note('Here for postpartum visit, mood good, breastfeeding.'),
    'trap: elsewhere': birth.note('Postpartum check done 9/24/2026 with midwife.'),
    'declined': birth.note('Declines postpartum visit.'),
    'trap: ten weeks postpartum, no other words': birth.note('10 weeks postpartum, doing well, EPDS 3.'),
  },
  notApplicable: {
    'no birth': woman,
    'a man': chart().age(31).sex('male'),
    'trap: the birth was last year': woman.problem('Z37.0', { recorded: '2025-08-12' }),
    'trap: two weeks ago, not yet due': woman.problem('Z37.0', { recorded: '2026-10-07' }),
    'trap: the sister gave birth': woman.note('Sister gave birth 8/2026.'),
    'trap: pregnant, due date ahead': woman.encounterDiagnosis('Z34.02').note('Estimated date of delivery 12/14/2026.'),
  },
  cannotTell: {
    'conditions denied': woman.denied('Condition'),
    'notes failed': birth.failed('DocumentReference'),
    'sex not charted': chart().age(31).problem('Z37.0', { recorded: '2026-08-12' }),
    'trap: a birth of this year, the month is not told': woman.problem('Z37.0', { recorded: '2026' }),
  },
});
