import type { CodeGroup } from '../operators/expression.ts';

/** L89 at any site and stage, deep tissue damage among them. */
export const PRESSURE_ULCER: CodeGroup = {
  name: 'pressure ulcer',
  icd10: ['L89'],
  terms: ['pressure ulcer*', 'pressure injur*', 'pressure sore*', 'decubit*', 'bedsore*', 'deep tissue injur*', 'pressure-induced'],
  except: ['risk', 'prevention', 'history of', 'healed'],
};
