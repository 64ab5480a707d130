import { cases } from '../../../../test/support/cases.ts';
import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { chart } from '../../../../test/support/chart.ts';

const glucose = (on: ChartBuilder, value: number, date = '2026-10-20', unit = 'mg/dL', options: { readonly status?: string } = {}): ChartBuilder => on.result('2345-7', value, unit, date, 'laboratory', options);
const stay = chart().age(70).setting('inpatient').admitted('2026-10-18T20:00:00-05:00');
const NURSE = { role: 'nurse', type: 'nursing' } as const;

export default cases({
  open: {
    'a sugar of the ambulance': chart().age(76).setting('ed').note('Found on the porch drenched, sugar reading 38, D10 250 mL, alert on arrival. On glyburide, stopped. Dx: syncope.', { type: 'ed' }),
    '48, juice given by the nurse': glucose(stay, 48).note('0300 BG 48, sweaty, juice given, BG 96.', NURSE).note('Cellulitis better. Glargine cut to 12 units.'),
    'told in the notes only': stay.note('0300 glucose 44, D50 one amp, then 132.', NURSE).note('Pneumonia better.'),
    '62 and dextrose ordered': glucose(stay, 62).medication('dextrose 50 % injection', { encounter: 'Encounter/visit' }).note('Sepsis better.'),
    '61, shaky': glucose(stay, 61).note('Fingerstick 61, shaky and clammy this morning.'),
    'mmol/L': glucose(stay, 2.6, '2026-10-20', 'mmol/L').note('Ate breakfast. Better.'),
    'insulin reduced for a 58': glucose(stay, 58).note('Sugar 58 at dawn: reduce NPH to 14 units.'),
    'in the emergency room, found down': chart().age(45).setting('ed').note('Found confused, glucose 31, glucagon by EMS, now 140 and clear. Home with friend.'),
    'precautions are no diagnosis': glucose(stay, 49).note('Glucose 49 overnight. Hypoglycemia precautions. Hold glipizide.'),
    'hypoglycemia by the nurse only': glucose(stay, 50).note('Hypoglycemia protocol followed, juice.', NURSE).note('Leg better.'),
  },
  met: {
    'hypoglycemia': glucose(stay, 48).note('Hypoglycemia overnight from glargine, dose cut.'),
    'in the discharge summary only': glucose(stay, 48).note('Better.').note('Course: one hypoglycemic episode, glipizide stopped.', { type: 'discharge' }),
    'charted': glucose(stay, 48).encounterDiagnosis('E11.649'),
    'not hypoglycemia': glucose(stay, 52).note('Not hypoglycemia: no symptoms, sample sat.'),
    'spurious, the sample was hemolyzed': glucose(stay, 45).note('Glucose 45 spurious, sample hemolyzed; meter 96.'),
    'low blood sugar': glucose(stay, 50).note('Low blood sugar after missed lunch, juice.'),
    'insulin reaction': glucose(stay, 50).note('Insulin reaction, resolved.'),
  },
  notApplicable: {
    'sugar in the diet': chart().age(76).setting('ed').note('Ankle sprain. Drinks with 38 g sugar daily, advised less.', { type: 'ed' }),
    '72': glucose(stay, 72).note('Juice at breakfast.'),
    '65, fasting, nobody minds': glucose(stay, 65).note('NPO for scope. Labs fine.'),
    'spinal fluid': glucose(stay, 96).note('LP: CSF glucose 48, protein 40, WBC 2. Viral meningitis.'),
    'pleural fluid': glucose(stay, 96).note('Pleural fluid glucose 40, pH 7.1: empyema, chest tube.'),
    'at home last month': glucose(stay, 130).note('Had a glucose of 50 at home last month.'),
    'entered in error': glucose(stay, 40, '2026-10-20', 'mg/dL', { status: 'entered-in-error' }).note('Better.'),
    'a newborn of 42': glucose(chart().born('2026-10-20').setting('inpatient'), 42, '2026-10-21').note('Term newborn, feeds well.'),
    'the goal': glucose(stay, 130).note('Call if glucose below 70 or above 300.'),
    'of last year': glucose(stay, 44, '2025-10-20').note('Better.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'a note of this visit could not be read': glucose(stay, 48).unreadableNote(),
    'notes were denied': glucose(stay, 48).denied('DocumentReference'),
  },
});
