import { EXPLAINING } from '../groups/explaining.ts';
import { DEPRESSIVE_DISORDER, DEPRESSION_WORDS } from '../groups/mood.ts';
import { EPDS, PHQ9, PHQA } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const HIGH = any(measuredThisVisit(PHQ9).atLeast(10), measuredThisVisit(PHQA).atLeast(10), measuredThisVisit(EPDS).atLeast(13));

export default defineRule({
  id: 'phq9-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 215,
  title: 'Depression score of 10 or more without a diagnosis',
  topic: 'phq9-no-diagnosis',
  authority: [
    'Kroenke, Spitzer and Williams (2001): PHQ-9 of 10 or more; moderate from 10, moderately severe from 15, severe from 20',
    'Johnson and others (2002): PHQ-A, the same score from 11 to 17 years; Levis and others (2020): EPDS of 13 or more',
    'DSM-5-TR (2022): the diagnosis is clinical; a score alone is none',
  ],
  rationale: 'A score is a patient’s own report. What it means, and whether it is a disorder, a provider says.',
  appliesTo: ageAtLeast(11),
  trigger: HIGH,
  met: any(
    hasActive(DEPRESSIVE_DISORDER), assessed(DEPRESSIVE_DISORDER, ['present', 'possible']), documentedInNotes(DEPRESSIVE_DISORDER),
    noted('what the score means', ['adjustment disorder', 'grief reaction', 'bereavement', 'uncomplicated grief', 'normal grief', 'burnout', 'adjustment reaction', 'bipolar', 'schizoaffective', 'dysthymi*', 'postpartum depression', 'perinatal depression', 'depressed mood due', 'premenstrual dysphoric'], { by: 'provider' }),
    noted('depression denied by the provider', [...DEPRESSION_WORDS, 'clinical depression', 'mood disorder', 'criteria'], { by: 'provider', is: 'denied', beside: ['criteria', 'not consistent', 'does not meet', 'do not think', "don't think", 'not felt', 'ruled out', 'false positive', 'clinically', 'clinical depression', 'not mdd', 'not major'] }),
    statedInNotes('an explanation of the score', { actions: [...EXPLAINING, 'driven by', 'explained', 'from pain', 'from insomnia', 'due to', 'because of', 'attributed to', 'false positive', 'not depress*', 'does not meet', 'somatic items', 'reflects', 'secondary to'], objects: ['phq', 'phq9', 'phq-9', 'phq-a', 'score', 'epds', 'screen'] }),
  ),
  says: {
    open: 'A depression score was at or above its threshold at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the score means.',
    outOfScope: 'Only from 11 years.',
    notTriggered: 'No depression score of this encounter was at or above its threshold.',
  },
  asks: {
    title: 'Clinical significance of the depression score',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's depression score.",
    options: [
      { from: 'text', option: 'Major depressive disorder (please specify single or recurrent episode, and severity)' },
      { from: 'text', option: 'Adjustment disorder with depressed mood' },
      { from: 'text', option: 'Depressive symptoms without a depressive disorder' },
    ],
  },
  thresholds: {
    phq9: { at: ['/trigger/of/0/test/value'], unit: '{score}', between: [8, 20] },
    phqa: { at: ['/trigger/of/1/test/value'], unit: '{score}', between: [8, 20] },
    epds: { at: ['/trigger/of/2/test/value'], unit: '{score}', between: [10, 16] },
  },
});
