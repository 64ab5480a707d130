import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(58).sex('female');
const takes = adult.medication('levothyroxine 75 MCG Oral Tablet');

export default cases({
  open: {
    'levothyroxine, nothing said': takes.note('Annual visit. Feels well. Labs reviewed.'),
    'by trade name': adult.medication('Synthroid 100 mcg daily').note('Knee pain.'),
    'only in the note’s list': adult.note('Medications: levothyroxine 50 mcg daily, lisinopril 10 mg.\nA/P: Hypertension, stable.'),
    '"TSH fine, same dose" names no disease': takes.note('TSH 2.1, continue levothyroxine.'),
    'hypothyroidism in the mother': takes.note('Mother has hypothyroidism.'),
    'desiccated thyroid': adult.medication('Armour Thyroid 60 mg').note('Fatigue.'),
    'screening for thyroid disease': takes.note('Screening for hypothyroidism discussed.'),
  },
  met: {
    'on the problem list': takes.problem('E03.9'),
    'in the history': takes.note('PMH: hypothyroidism, GERD.'),
    'Hashimoto': takes.note('Hashimoto thyroiditis, TSH at goal.'),
    'after thyroidectomy long ago': takes.note('s/p thyroidectomy 2014 for nodules.'),
    'thyroid cancer suppressed': takes.note('Papillary thyroid cancer 2020, TSH kept low.'),
    'only the consultant says it': takes.note('Knee pain.').note('Endocrine: subclinical hypothyroidism.', { type: 'consult' }),
    'pituitary failure': takes.problem('E23.0'),
  },
  notApplicable: {
    'no thyroid hormone': adult.medication('lisinopril 10 MG').note('Feels well.'),
    'stopped': adult.medication('levothyroxine 75 MCG', { status: 'stopped' }).note('Feels well.'),
    'allergy to it': adult.note('Allergies: levothyroxine (rash).'),
    'her husband takes it': adult.note('Husband takes levothyroxine.'),
    'entered in error': adult.medication('levothyroxine 75 MCG', { status: 'entered-in-error' }).note('Feels well.'),
  },
  cannotTell: {
    'conditions were denied': takes.denied('Condition'),
    'medications were denied': adult.note('Feels well.').denied('MedicationRequest'),
    'a note of this visit could not be read': takes.unreadableNote(),
  },
});
