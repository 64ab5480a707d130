import { cases } from '../../../../test/support/cases.ts';
import { chart, daysAgo, monthsAgo } from '../../../../test/support/chart.ts';

const adult = chart().age(41);

export default cases({
  open: {
    'never screened': adult,
    'PHQ-9 14 months ago': adult.survey('44261-6', 4, monthsAgo(14)),
    'PHQ-9 of 16 and no plan': adult.survey('44261-6', 16).note('Assessment: Knee pain. Plan: ice, ibuprofen.'),
    'PHQ-2 of 4 and nothing after it': adult.survey('55758-7', 4),
    'told as positive, no plan': adult.note('PHQ-9 score today 17. Plan: follow up for cholesterol.'),
    'a girl of 13': chart().age(13).sex('female'),
    'entered in error': adult.survey('44261-6', 3, daysAgo(20), { status: 'entered-in-error' }),
    'due, says the list': adult.note('Health maintenance: depression screening due.'),
  },
  met: {
    'trap: told as negative, without a score': adult.note('SCREENING:\nPHQ-2 negative'),
    'PHQ-9 of 3 today': adult.survey('44261-6', 3),
    'trap: PHQ-2 of 4, then PHQ-9 of 6': adult.survey('55758-7', 4).survey('44261-6', 6),
    'trap: PHQ-9 of 16, sertraline started': adult.survey('44261-6', 16).note('Plan: start sertraline 50 mg daily.'),
    'trap: PHQ-9 of 14, referred': adult.survey('44261-6', 14).note('Plan: referred to behavioral health for counseling.'),
    'trap: told in the note alone': adult.note('PHQ-9 score 2 today.'),
    'trap: for teens, by its own LOINC': chart().age(14).survey('89204-2', 5),
    'trap: after a birth, Edinburgh': chart().age(29).sex('female').survey('71354-5', 4, daysAgo(30)),
    'trap: declined': adult.note('Patient declines PHQ-9 today.'),
    'trap: HCPCS G0444': adult.procedure('Annual depression screening', monthsAgo(3), { code: 'G0444' }),
  },
  notApplicable: {
    '11 years old': chart().age(11),
    'trap: bipolar disorder': adult.problem('F31.9'),
    'trap: an emergency visit': adult.setting('ed'),
    'trap: comfort care': adult.note('Comfort care only.'),
  },
  cannotTell: {
    'trap: questionnaires were denied': adult.denied('Observation'),
    'trap: the plan may stand in a note that was not read': adult.survey('44261-6', 16).unreadableNote(),
    'trap: the date of birth is not known': chart(),
  },
});
