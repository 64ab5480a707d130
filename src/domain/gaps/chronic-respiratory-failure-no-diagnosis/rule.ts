import { CHRONIC_RESPIRATORY_FAILURE, HOME_OXYGEN } from '../groups/breath.ts';
import { HOME_OXYGEN_NOTED } from '../groups/home-oxygen.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'chronic-respiratory-failure-no-diagnosis',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 212,
  title: 'Oxygen at home without a diagnosis that it is for',
  topic: 'chronic-respiratory-failure-no-diagnosis',
  authority: [
    'ATS home oxygen guideline (2020): PaO2 of 55 mmHg or less or saturation of 88 % or less at rest, or to 59 mmHg and 89 % with cor pulmonale, oedema or polycythemia',
    'ICD-10-CM FY2027 (2026): Z99.81 says the oxygen, J96.1 why',
  ],
  rationale: 'Long-term oxygen is ordered for a chronic failure of oxygenation or for something else; the provider says which.',
  appliesTo: ageAtLeast(18),
  trigger: any(HOME_OXYGEN_NOTED, assessed(HOME_OXYGEN, [])),
  met: any(
    hasActive(CHRONIC_RESPIRATORY_FAILURE), documentedInNotes(CHRONIC_RESPIRATORY_FAILURE),
    noted('chronic respiratory failure', ['respiratory failure', 'resp failure', 'chrf', 'ventilatory failure', 'hypoventilation'], { by: 'provider', is: 'either' }),
    noted('why oxygen is used', ['oxygen', 'o2'], { by: 'provider', is: 'either', beside: ['for comfort', 'comfort only', 'palliative', 'cluster headache', 'sleep apnea', 'nocturnal', 'no respiratory failure'] }),
  ),
  says: {
    open: 'The patient uses oxygen at home, and no provider has said what it is for.',
    met: 'The condition for which oxygen is used is documented.',
    outOfScope: 'Only for adults from 18 years.',
    notTriggered: 'Nothing says at this encounter that the patient uses oxygen at home.',
  },
  asks: {
    title: 'Condition treated with long-term oxygen',
    question: 'The record describes oxygen used at home. Based on your clinical judgment, please document the condition, if any, that it treats.',
    options: [
      { from: 'text', option: 'Chronic respiratory failure (please specify with hypoxia or with hypercapnia)' },
      { from: 'text', option: 'Hypoxemia without chronic respiratory failure' },
      { from: 'text', option: 'Oxygen for another condition (please specify)' },
    ],
  },
  thresholds: {},
});
