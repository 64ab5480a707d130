import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const man = chart().age(47).sex('male');
const woman = chart().age(47).sex('female');

export default cases({
  open: {
    'nobody asked': man,
    'AUDIT-C of 6, nothing done': man.survey('75626-2', 6).note('Assessment: Sinusitis. Plan: amoxicillin.'),
    'AUDIT-C of 3 in a woman': woman.survey('75626-2', 3),
    'last asked 14 months ago': man.survey('75626-2', 1, monthsAgo(14)),
    'drinks, and how much is not asked': man.note('SOCIAL HISTORY:\nDrinks socially.'),
    'an alcohol swab is no answer': man.note('Skin cleaned with alcohol swab.'),
    'entered in error': man.survey('75626-2', 1, monthsAgo(1), { status: 'entered-in-error' }),
  },
  met: {
    'AUDIT-C of 1': man.survey('75626-2', 1, monthsAgo(4)),
    'trap: AUDIT-C of 3 in a man': man.survey('75626-2', 3),
    'trap: AUDIT-C of 7, counseled': man.survey('75626-2', 7).note('Counseled on alcohol use, will cut down.'),
    'trap: told in the note': man.note('AUDIT-C score 2 today.'),
    'trap: denies alcohol': man.note('SOCIAL HISTORY:\nDenies alcohol use.'),
    'trap: HCPCS G0442': man.procedure('Annual alcohol misuse screening', monthsAgo(5), { code: 'G0442' }),
    'trap: declined': man.note('Patient declined AUDIT-C.'),
  },
  notApplicable: {
    '17 years old': chart().age(17).sex('male'),
    'trap: alcohol use disorder': man.problem('F10.20'),
    'trap: hospice': man.problem('Z51.5'),
    'trap: an emergency visit': man.setting('ed'),
  },
  cannotTell: {
    'trap: questionnaires were denied': man.denied('Observation'),
    'trap: a note could not be read': man.unreadableNote(),
    'trap: AUDIT-C of 3, sex is not charted': chart().age(47).survey('75626-2', 3),
  },
});
