import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const older = chart().age(71);

export default cases({
  open: {
    'nothing on record at 71': older,
    'last dose two years ago': older.immunization('309', '2024-10-01'),
    'the primary series of 2021 only': older.immunization('208', '2021-02-01').immunization('208', '2021-02-22'),
    'COVID infection is no vaccine': older.note('COVID in August, recovered.'),
    'a kidney transplant at 40': chart().age(40).problem('Z94.0'),
    'a negative COVID test': older.note('COVID-19 negative today.'),
  },
  met: {
    'dose of last month': older.immunization('312', '2026-09-20'),
    'trap: at a pharmacy': older.note('COVID booster at Walgreens 10/2026.'),
    'trap: talked about, wants to wait': older.note('Discussed COVID vaccine, wants to wait.'),
    'declined': older.note('Declines COVID-19 vaccine.'),
    'trap: myocarditis after a dose': older.note('COVID vaccine contraindicated: myocarditis after second dose.'),
    'trap: a code of its own kind, words only': older.immunization('', '2026-10-01', { text: 'SARS-CoV-2 vaccination' }),
  },
  notApplicable: {
    'at 40, healthy': chart().age(40),
    'a healthy child': chart().age(6),
    'trap: hospice': older.problem('Z51.5'),
    'trap: the husband is immunosuppressed': chart().age(45).note('Husband is immunosuppressed after transplant.'),
  },
  cannotTell: {
    'immunizations denied': older.denied('Immunization'),
    'a note could not be read': older.unreadableNote(),
    'trap: at 40 medications denied': chart().age(40).denied('MedicationRequest'),
    'trap: given, nobody says when': older.note('Has had COVID vaccine.'),
  },
});
