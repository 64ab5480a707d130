import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const RD = { role: 'ancillary', type: 'nursing', by: 'Kim Rd' } as const;
const stay = chart().age(81).setting('inpatient').admitted('2026-10-14T18:00:00-05:00');
const found = stay.note('Nutrition assessment. 11 % weight loss in 3 months, intake under 75 % of needs, moderate muscle wasting of temples. Meets ASPEN criteria for moderate malnutrition. Ensure BID.', RD);
const silent = 'Hip fracture repaired, walking with a frame. Delirium cleared. Supplements per RD.';

export default cases({
  open: {
    'the dietitian’s assessment, and a provider who does not speak of it': found.note(silent),
    'severe, in kilograms': stay.note('Wt 41 kg, 48 kg in April (minus 14.6%). Eats about a third of meals. Severe temporal and clavicle wasting, orbital fat hollow. BMI 17.2. Meets ASPEN for severe malnutrition in chronic illness. Shakes TID.', RD).note(silent),
    'findings without the word': stay.note('Dietitian: 14 kg lost in 6 months (19%), intake under 50% for 2 months, severe temporal and deltoid wasting. BMI 17.2. Meets severe criteria. Tube feeds.', RD).note(silent),
    'the provider himself describes it, and names nothing': stay.bmi(16.9, '2026-10-15').note('Exam: thin, temporal wasting, ribs visible. 30 lb weight loss in 4 months.\nAssessment: Gastric outlet obstruction. TPN until surgery, dietitian consulted.'),
    'an office visit': chart().age(64).note('Lost 22 lb in 3 months, eats little since the radiation. BMI 17.9. Muscle wasting of the shoulders.\nA/P: Tonsil cancer in remission. Dietitian referral, Boost TID.'),
    'at risk, says the provider': found.note(`${silent} At risk for malnutrition.`),
    'malnutrition of an earlier stay is charted as resolved': found.note(silent).problem('E44.0', { clinicalStatus: 'resolved', recorded: '2024-02-02' }),
    'the mother had it': found.note(`${silent} Mother malnourished in the war.`),
    'a student’s note names it': found.note('Severe malnutrition.', { role: 'student' }).note(silent),
    'a child, by z-score': chart().age(6).setting('inpatient').note('RD: BMI z-score -2.4, moderate malnutrition. High-calorie formula.', RD).note('Crohn disease flare, steroids.'),
  },
  met: {
    'the provider diagnoses it': found.note('Moderate protein-calorie malnutrition, supplements per RD.'),
    'only in the discharge summary': found.note(silent).note('Discharge diagnoses: 1. Hip fracture. 2. Malnutrition, moderate.', { type: 'discharge' }),
    'only by the consultant': found.note('GI: severely malnourished, PEG planned.', { type: 'consult', by: 'Dr. Gi' }).note(silent),
    'charted for this encounter': found.note(silent).encounterDiagnosis('E44.0'),
    'possible': found.note('Possible malnutrition, dietitian follows.'),
    'considered and put aside': found.note('Weight loss from diuresis; no malnutrition by my exam.'),
    'PCM, in short': found.note('Severe PCM: continue TF.'),
    'agreed with the dietitian': found.note('Agree with RD assessment, supplements as ordered.'),
  },
  notApplicable: {
    'albumin alone': stay.result('1751-7', 2.1, 'g/dL', '2026-10-15', 'laboratory').note('Pneumonia. Dietitian consulted for albumin 2.1.'),
    'a screening tool': stay.note('Malnutrition screening tool 2, dietitian notified.', RD).note('Pneumonia.'),
    'the dietitian finds none': stay.note('Does not meet criteria for malnutrition. Weight stable, eats 90% of meals. BMI 24.', RD).note('Pneumonia.'),
    'at risk only': stay.note('At risk for malnutrition, weekly weights.', RD).note('Pneumonia.'),
    'BMI 17.8 alone, always thin': stay.bmi(17.8, '2026-10-15').note('Pneumonia. Always thin, eats well, weight steady.'),
    'weight lost on purpose': chart().age(51).note('Intentional weight loss of 40 lb in 8 months on semaglutide, intake reduced. Loose skin. Dietitian follows.\nA/P: Obesity class 1, improving.'),
    'poor intake for two days': stay.note('Gastroenteritis: poor oral intake for 2 days. Fluids. Diet as tolerated.'),
    'cachexia named by the provider, no dietitian’s word': stay.note('Cancer cachexia: 12% weight loss, muscle wasting. Dietitian, mirtazapine.'),
    'wasting of one leg, after polio': stay.note('NPO for procedure, dietitian to see. Muscle wasting of left leg after polio. Lost balance and fell.'),
    'wasting of the hand': chart().age(60).note('Thenar muscle wasting, weak grip. Carpal tunnel syndrome, release planned.'),
  },
  cannotTell: {
    'notes were denied': stay.bmi(16.9).denied('DocumentReference'),
    'a note of this visit could not be read': found.note(silent).unreadableNote(),
    'conditions were denied': found.note(silent).denied('Condition'),
  },
});
