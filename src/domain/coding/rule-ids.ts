import { COMBINATIONS } from './combinations.ts';
import { CAUSED_COMBINATIONS } from './combinations-caused.ts';
import { CIRCULATORY_COMBINATIONS } from './combinations-circulatory.ts';
import { COMPANIONS } from './companions.ts';
import { NAMED_WITHIN } from './companions-named-within.ts';

/** Ids under which a suggestion cites a guideline: a site may switch them off. */
export function guidelineRules(): readonly string[] {
  return [...new Set([...[...COMBINATIONS, ...CAUSED_COMBINATIONS, ...CIRCULATORY_COMBINATIONS, ...COMPANIONS, ...NAMED_WITHIN].map(({ id }) => id), ...CITED])].toSorted();
}

/** Those that stand where they are cited (test/unit/domain/coding/rule-ids.test.ts finds one that is missing here). */
const CITED = [
  'adverse-effect',
  'birth-weight',
  'body-mass-index',
  'burn-extent',
  'charted-not-mentioned',
  'charted-only-denied',
  'charted-over',
  'charted-ruled-out',
  'charted-superseded',
  'charted-symptom',
  'charted-twice',
  'charted-uncertain',
  'charted-withdrawn',
  'dementia-in-another-disease',
  'encounter-for-immunization',
  'exam-by-age',
  'highest-specificity',
  'history-of',
  'laterality',
  'long-term-drug',
  'organism',
  'other-clinicians',
  'performed-service',
  'phase-of-treatment',
  'provider-statement',
  'receptor-status',
  'routine-exam-with-findings',
  'sepsis',
  'sequela-of-stroke',
  'stroke-scale',
  'thrombolysis-elsewhere',
  'tobacco-product',
  'uncertain-at-discharge',
  'underdosing',
  'visit-level',
  'weeks-at-birth',
];
