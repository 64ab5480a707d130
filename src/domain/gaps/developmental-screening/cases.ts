import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const toddler = chart().ageMonths(19);

export default cases({
  open: {
    'nothing on record at 19 months': toddler,
    'milestones ticked off are surveillance': toddler.note('Development: walks, says 10 words. Milestones appropriate for age.'),
    'M-CHAT looks for autism only': toddler.note('M-CHAT-R negative today.'),
    'the tool of 14 months ago': chart().ageMonths(30).procedure('Ages and Stages Questionnaire', '2025-07-20'),
    'due': toddler.note('ASQ-3 due at next visit.'),
    'at 9 months': chart().ageMonths(9),
    'handed out, not yet filled in': toddler.note('ASQ will be mailed to family.'),
  },
  met: {
    'ASQ-3 two months ago': toddler.procedure('ASQ-3 developmental screening', '2026-08-20'),
    'trap: by the HCPCS code': toddler.procedure('Development testing', '2026-04-20', { code: 'G0451' }),
    'trap: told in the note': toddler.note('ASQ-3 completed today, all domains pass.'),
    'trap: SWYC': toddler.note('SWYC reviewed, score normal.'),
    'trap: by the diagnosis of the encounter': toddler.problem('Z13.42', { recorded: '2026-07-01' }),
    'trap: under a heading': toddler.note('Developmental screening: passed ASQ.'),
    'declined': toddler.note('Father declined ASQ.'),
  },
  notApplicable: {
    'at 8 months': chart().ageMonths(8),
    'at 3 years': chart().ageMonths(36),
    'trap: autism is known': toddler.problem('F84.0'),
    'trap: Down syndrome': toddler.problem('Q90.9'),
  },
  cannotTell: {
    'procedures denied': toddler.denied('Procedure'),
    'notes failed': toddler.failed('DocumentReference'),
    'trap: conditions denied': toddler.denied('Condition'),
    'trap: the birth date is a year only': chart().born('2023'),
  },
});
