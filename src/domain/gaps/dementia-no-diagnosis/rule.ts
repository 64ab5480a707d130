import { DEMENTIA_DRUGS } from '../drugs/long-term.ts';
import { NEUROCOGNITIVE_DISORDER, OTHER_USE_OF_DEMENTIA_DRUG } from '../groups/brain.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

/** Prevention is a use, though no migraine is there: the words are taken as they stand. */
const OTHER_USES = ['migraine', 'ocd', 'obsessive*', 'tbi', 'brain injury', 'nystagmus', 'autis*', 'trichotillomania', 'binge eating', 'chemo brain', 'neuropathic pain'];

export default defineRule({
  id: 'dementia-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 220,
  title: 'A drug for dementia without a diagnosis that it treats',
  topic: 'dementia-no-diagnosis',
  authority: [
    'DSM-5-TR (2022): major and mild neurocognitive disorders',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.5.d: type and severity of dementia are the provider’s',
  ],
  rationale: 'Whoever treats the patient next should know the disorder, not guess it from the drug, which is also given for migraine, obsessions or after brain injury.',
  appliesTo: EVERY_VISIT,
  trigger: taking('a drug for dementia', DEMENTIA_DRUGS),
  met: any(
    hasActive(NEUROCOGNITIVE_DISORDER),
    documentedInNotes(NEUROCOGNITIVE_DISORDER),
    noted('a named disorder of cognition', [
      'dementia', 'alzheimer*', 'neurocognitive disorder', 'mild cognitive impairment', 'mci', 'lewy body', 'lewy bodies', 'frontotemporal', 'primary progressive aphasia', 'korsakoff*', 'posterior cortical atrophy',
    ], { by: 'provider', visit: 'any' }),
    hasActive(OTHER_USE_OF_DEMENTIA_DRUG),
    documentedInNotes(OTHER_USE_OF_DEMENTIA_DRUG),
    statedInNotes('another use of the drug', { actions: OTHER_USES, objects: OTHER_USES }),
  ),
  says: {
    open: 'A drug for dementia is taken, and no provider has said what for.',
    met: 'What the drug is for is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No drug for dementia is taken.',
  },
  asks: {
    title: 'Indication for a long-term drug that acts on cognition',
    question: 'Based on your clinical judgment, please document the condition, if any, that is treated in this patient with the drug cited.',
    options: [
      { from: 'text', option: 'Dementia (please specify the type, the stage and any behavioral disturbance)' },
      { from: 'text', option: 'Mild cognitive impairment (please specify the cause, if known)' },
      { from: 'text', option: 'Taken for another reason without a neurocognitive disorder' },
    ],
  },
  thresholds: {},
});
