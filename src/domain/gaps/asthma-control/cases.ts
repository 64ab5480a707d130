import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const patient = chart().age(29).problem('J45.30');

export default cases({
  open: {
    'nothing on control': patient,
    'the last score two years ago': patient.survey('82674-3', 22, '2024-05-01'),
    'ACT 14 today, and nothing done about it': patient.survey('82674-3', 14).note('Knee pain. Ibuprofen.'),
    'a list of inhalers is no plan': patient.survey('82674-3', 14).note('Medications: albuterol inhaler, fluticasone 110 mcg.'),
    'asthma named only': patient.note('Assessment: asthma. Refill albuterol.'),
    'ACT ordered': patient.note('ACT to be done next visit.'),
    'a child of 7': chart().age(7).problem('J45.40'),
    'a score entered in error': patient.survey('82674-3', 22, '2026-10-01', { status: 'entered-in-error' }),
  },
  met: {
    'ACT 23 in spring': patient.survey('82674-3', 23, '2026-04-01'),
    'trap: the score stands in the note': patient.note('ACT 22 today.'),
    'trap: words instead of a score': patient.note('Asthma well controlled on low-dose ICS.'),
    'trap: poorly controlled, and stepped up': patient.survey('82674-3', 14).note('Asthma not well controlled, start budesonide-formoterol.'),
    'trap: a low score of spring, a good one now': patient.survey('82674-3', 12, '2026-03-01').survey('82674-3', 21, '2026-10-01'),
    'exacerbation treated': patient.note('Asthma exacerbation, prednisone burst, step up to ICS-formoterol.'),
  },
  notApplicable: {
    'no asthma': chart().age(29),
    'at 3 years': chart().age(3).problem('J45.30'),
    'trap: the mother has asthma': chart().age(29).note('Mother has asthma.'),
    'trap: COPD only': chart().age(60).problem('J44.9'),
    'trap: resolved long ago': chart().age(29).problem('J45.30', { clinicalStatus: 'resolved' }),
    'trap: no asthma, says the note': chart().age(29).note('No asthma.'),
  },
  cannotTell: {
    'scores denied': patient.denied('Observation'),
    'notes failed': patient.failed('DocumentReference'),
    'trap: conditions denied': chart().age(29).denied('Condition'),
    'a note could not be read': patient.unreadableNote(),
  },
});
