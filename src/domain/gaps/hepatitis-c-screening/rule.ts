import { END_OF_LIFE } from '../groups/care.ts';
import { HEPATITIS_C } from '../groups/screened-once.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

const WORDS = ['hepatitis c screen*', 'hepatitis c test*', 'hepatitis c antibod*', 'hepatitis c ab', 'hepatitis c virus ab', 'hepatitis c rna', 'hepatitis c', 'hep c screen*', 'hep c ab', 'hep c antibod*', 'hep c', 'hcv ab', 'hcv antibod*', 'hcv screen*', 'hcv rna', 'hcv', 'anti-hcv'];

export default defineRule({
  id: 'hepatitis-c-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 140,
  title: 'Hepatitis C screening, once in an adult’s life',
  topic: 'hepatitis-c-screening',
  authority: ['USPSTF, hepatitis C virus infection in adolescents and adults: screening (2020), grade B, 18 to 79 years', 'CDC, universal hepatitis C screening (2020): once from 18 years, and in every pregnancy'],
  rationale: 'Once is enough without a risk that goes on. An antibody or an RNA test answers it, whatever the result; a positive one is a diagnosis to follow, not a gap of screening.',
  appliesTo: all(ageBetween(18, 80), not(any(hasActive(HEPATITIS_C), assessed(HEPATITIS_C), END_OF_LIFE))),
  trigger: ageBetween(18, 80),
  met: any(
    done('hepatitis C test', {
      codes: { loinc: ['16128-1', '13955-0', '5199-5', '48159-8', '72376-7', '11259-9', '11011-4', '20416-4', '5012-0'], hcpcs: ['G0472'] },
      words: WORDS, except: ['vaccin*', 'genotype', 'risk factor*'], kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: null,
    }),
    declined('hepatitis C screening', WORDS, 12),
  ),
  says: {
    open: 'No hepatitis C test is on record, and no note tells of one or that it was declined.',
    met: 'A hepatitis C test was done, here or elsewhere, or it was declined.',
    outOfScope: 'Only from 18 through 79 years, without known hepatitis C, and not in hospice care.',
    notTriggered: 'Only from 18 through 79 years.',
  },
  asks: null,
  thresholds: {
    fromAge: { at: ['/appliesTo/of/0/atLeast', '/trigger/atLeast'], unit: 'years', between: [18, 45] },
    belowAge: { at: ['/appliesTo/of/0/below', '/trigger/below'], unit: 'years', between: [66, 90] },
  },
});
