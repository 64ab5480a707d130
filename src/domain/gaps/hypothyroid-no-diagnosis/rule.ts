import { THYROID_HORMONES } from '../drugs/long-term.ts';
import { THYROID_HORMONE_INDICATION } from '../groups/drug-indications.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const REASONS = [
  'hypothyroid*', 'hashimoto*', 'athyreotic', 'myxedema', 'panhypopituitarism', 'thyroid suppression', 'tsh suppression', 'underactive thyroid', 'thyroid hormone deficiency', 'augmentation', 'thyroid failure',
];

/** Long past as a rule, and still what the hormone is for. */
const OPERATIONS = [
  'thyroidectomy', 'hemithyroidectomy', 'thyroid lobectomy', 'radioiodine', 'radioactive iodine', 'rai', 'thyroid ablation', 'thyroid cancer', 'papillary thyroid', 'follicular thyroid', 'medullary thyroid', 'thyroid removed', 'thyroid was removed', 'thyroid taken out', 'graves*', 'goiter',
];

export default defineRule({
  id: 'hypothyroid-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 230,
  title: 'Thyroid hormone without a diagnosis that it treats',
  topic: 'hypothyroid-no-diagnosis',
  authority: [
    'American Thyroid Association, treatment of hypothyroidism (2014): replacement, and suppression after thyroid cancer',
    'ICD-10-CM Official Guidelines FY2027 (2026), III: a treated condition is reported where the provider documents it',
  ],
  rationale: 'Thyroid hormone is taken for life, for a gland that fails, was removed or must rest. The drug does not say which; a provider does.',
  appliesTo: EVERY_VISIT,
  trigger: taking('thyroid hormone', THYROID_HORMONES),
  met: any(
    hasActive(THYROID_HORMONE_INDICATION),
    documentedInNotes(THYROID_HORMONE_INDICATION),
    assessed(THYROID_HORMONE_INDICATION, ['present', 'possible', 'historical']),
    noted('a reason for thyroid hormone', REASONS, { by: 'provider', visit: 'any', is: 'affirmed' }),
    statedInNotes('an operation on the thyroid, or radioiodine', { actions: OPERATIONS, objects: OPERATIONS }),
  ),
  says: {
    open: 'Thyroid hormone is taken, and no provider has said what for.',
    met: 'What the thyroid hormone is for is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No thyroid hormone is taken.',
  },
  asks: {
    title: 'Indication for thyroid hormone',
    question: 'Based on your clinical judgment, please document the condition, if any, for which this patient takes thyroid hormone.',
    options: [
      { from: 'text', option: 'Hypothyroidism (please specify the cause, such as autoimmune or after a procedure)' },
      { from: 'text', option: 'Suppression for a thyroid nodule, goiter or thyroid cancer (please specify)' },
      { from: 'text', option: 'Thyroid hormone without a current thyroid disorder' },
    ],
  },
  thresholds: {},
});
