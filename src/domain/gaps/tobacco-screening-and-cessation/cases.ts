import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const adult = chart().age(47);
const smoker = adult.problem('F17.210');

export default cases({
  open: {
    'smokes and wants to quit': adult.note('SOCIAL HISTORY:\nCurrent smoker, wants to quit.'),
    'nobody asked': adult,
    'smokes, nothing done': smoker.note('Assessment: Sinusitis. Plan: amoxicillin.'),
    'an answer: current every day smoker': adult.answer('72166-2', 'Current every day smoker', monthsAgo(1)),
    'told in the note, nothing done': adult.note('SOCIAL HISTORY:\nSmokes 1 ppd.'),
    'chews tobacco': adult.note('SOCIAL HISTORY:\nChews tobacco daily.'),
    'asked two years ago': adult.answer('72166-2', 'Never smoker', monthsAgo(25)),
    'her husband smokes, of her nothing is told': adult.note('SOCIAL HISTORY:\nHusband smokes outside.'),
  },
  met: {
    'trap: status former': adult.note('SOCIAL HISTORY:\nSmoking status: Former'),
    'trap: nothing of three': adult.note('SOCIAL HISTORY:\nNo tobacco, alcohol or drugs.'),
    'never smoker, as an answer': adult.answer('72166-2', 'Never smoked tobacco', monthsAgo(3)),
    'trap: told in the note': adult.note('SOCIAL HISTORY:\nNever smoker, no alcohol.'),
    'trap: denied': adult.note('SOCIAL HISTORY:\nDenies tobacco use.'),
    'trap: stopped before': adult.note('SOCIAL HISTORY:\nFormer smoker, quit 2012.'),
    'trap: history charted': adult.problem('Z87.891'),
    'trap: smokes, counseled': smoker.note('Counseled on smoking cessation for 5 minutes.'),
    'trap: smokes, varenicline': smoker.medication('Varenicline 1 mg'),
    'trap: smokes, not ready to quit': smoker.note('Discussed quitting; he is not ready.'),
    'trap: dependence in remission': adult.problem('F17.211'),
  },
  notApplicable: {
    '11 years old': chart().age(11),
    'trap: an emergency visit': smoker.setting('ed'),
    'trap: hospice': smoker.problem('Z51.5'),
    'trap: comfort care': smoker.note('Comfort care only.'),
  },
  cannotTell: {
    'trap: asked, the answer is another': adult.answer('72166-2', 'Unknown if ever smoked', monthsAgo(2)),
    'trap: observations were denied': adult.denied('Observation'),
    'trap: a note could not be read': adult.unreadableNote(),
  },
});
