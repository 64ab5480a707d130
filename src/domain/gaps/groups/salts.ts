import type { CodeGroup } from '../operators/expression.ts';

/** E87.1 with the syndrome that holds it (E22.2). */
export const HYPONATREMIA: CodeGroup = {
  name: 'hyponatremia',
  icd10: ['E87.1', 'E22.2', 'P74.22'],
  terms: ['hyponatr*', 'hypo-osmolality', 'siad', 'siadh', 'water intoxication'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of'],
};

export const HYPONATREMIA_WORDS: readonly string[] = ['hyponatr*', 'hypo-natr*', 'pseudohyponatr*', 'pseudo-hyponatr*', 'siadh', 'siad', 'beer potomania', 'polydipsia', 'reset osmostat', 'salt wasting', 'salt-wasting', 'water intoxication', 'hypoosmolal*', 'hypo-osmolal*', 'tea and toast', 'low solute', 'low-solute'];

/** E87.6, E87.5 and those that hold a disorder of potassium. */
export const POTASSIUM_DISORDER: CodeGroup = {
  name: 'hypokalemia or hyperkalemia',
  icd10: ['E87.5', 'E87.6', 'G72.3', 'P74.31', 'P74.32'],
  terms: ['hypokal*', 'hyperkal*', 'pseudohyperkal*'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of'],
};

export const HYPOKALEMIA: CodeGroup = {
  name: 'hypokalemia', icd10: ['E87.6', 'G72.3', 'P74.32'], terms: ['hypokal*', 'potassium deficiency'], except: POTASSIUM_DISORDER.except,
};

export const HYPERKALEMIA: CodeGroup = {
  name: 'hyperkalemia', icd10: ['E87.5', 'P74.31'], terms: ['hyperkal*', 'pseudohyperkal*'], except: POTASSIUM_DISORDER.except,
};
