import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const diabetic = chart().age(61).problem('E11.9');
const high = diabetic.a1c(9.8, '2026-10-12');

export default cases({
  open: {
    'A1c 9.8, and a note about the knee only': high.note('Here for knee pain. T2DM in history. Plan: ibuprofen, ice, return in 2 weeks.'),
    'A1c 9.8, no note': high,
    'mmol/mol': diabetic.a1c(86, '2026-10-12', 'mmol/mol').note('Knee pain better.'),
    'a medication list is no plan': high.note('Medications: metformin 500 mg BID, insulin glargine 20 units.\nPlan: knee injection today.'),
    'the plan stands in a note of another visit': high.note('Increase metformin to 1000 mg BID.', { encounter: 'Encounter/spring' }).note('Knee pain better.'),
    'the plan stands in a nurse’s note': high.note('Patient told to start insulin.', { role: 'nurse' }),
    'metformin ordered last year': high.medication('metformin 500 MG Oral Tablet', { date: '2025-06-01' }),
    'another medication ordered today': high.medication('ibuprofen 600 MG Oral Tablet'),
    'diabetes known from the note only': chart().age(61).a1c(9.8, '2026-10-12').note('Type 2 diabetes.'),
    'a heading and the name of the disease are no plan': high.note('Assessment and Plan: T2DM, knee pain. Ibuprofen.'),
    'diabetes is why she came, nothing more': high.note('Here to discuss diabetes and knee pain. Knee injected today.'),
    'metformin was started years ago': high.note('HPI: diagnosed with diabetes in 2015, started on metformin then. Knee pain today.'),
    'another disease’s treatment is continued': high.note('Continue lisinopril. DM2, A1c 9.8.'),
    'the result is quoted without a word of what to do': high.note('A1c 9.8, was 8.1. Knee pain: continue naproxen.'),
  },
  met: {
    'metformin increased in the plan': high.note('Assessment: T2DM, A1c 9.8.\nPlan: increase metformin to 1000 mg BID.'),
    'insulin offered and declined': high.note('Offered basal insulin, patient declines for now.'),
    'referral to endocrinology': high.note('Refer to endocrinology for diabetes.'),
    'endo referral': high.note('Endo referral placed for DM.'),
    'glargine increased, in short': high.note('T2DM uncontrolled: incr glargine to 24 units.'),
    'recheck planned': high.note('Recheck A1c in 3 months.'),
    'semaglutide ordered today': high.medication('semaglutide 0.25 MG injection'),
    'insulin ordered at this encounter, undated': high.medication('insulin glargine 100 UNT/ML', { date: null, encounter: 'Encounter/visit' }),
    'glipizide continued': high.note('DM2: A1c 9.8, continue glipizide, stricter diet.'),
    '"continue current diabetes regimen"': high.note('Continue current diabetes regimen.'),
    'a plan, and laboratory results were denied': diabetic.note('Plan: start glargine 10 units at night.').denied('Observation'),
  },
  notApplicable: {
    'A1c 8.9': diabetic.a1c(8.9, '2026-10-12'),
    'A1c exactly 9': diabetic.a1c(9, '2026-10-12'),
    'A1c 9.8 without known diabetes': chart().age(61).a1c(9.8, '2026-10-12'),
    '10.2 in spring, 7.4 now': diabetic.a1c(10.2, '2026-05-20').a1c(7.4, '2026-10-12'),
    'A1c of last year': diabetic.a1c(9.8, '2025-10-12'),
    'a child': chart().age(12).problem('E10.9').a1c(9.8, '2026-10-12'),
    'prediabetes only': chart().age(61).problem('R73.03').a1c(9.8, '2026-10-12'),
    'diabetes of the mother only': chart().age(61).note('Mother had diabetes.').a1c(9.8, '2026-10-12'),
  },
  cannotTell: {
    'medications were denied': high.denied('MedicationRequest'),
    'notes failed': high.failed('DocumentReference'),
    'a note of this visit could not be read': high.unreadableNote(),
    'a page of laboratory results was missing': high.partial('Observation'),
    'the unit is missing': diabetic.a1c(9.8, '2026-10-12', null),
    'conditions were denied': chart().age(61).a1c(9.8, '2026-10-12').denied('Condition'),
  },
});
