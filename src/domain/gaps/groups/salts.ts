import type { CodeGroup } from '../operators/expression.ts';

/** E87.1 with the syndrome that holds it (E22.2). */
export const HYPONATREMIA: CodeGroup = {
  name: 'hyponatremia',
  icd10: ['E87.1', 'E22.2', 'P74.22'],
  terms: ['hyponatr*', 'hypo-osmolality', 'siad', 'siadh', 'water intoxication'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of'],
};

export const HYPONATREMIA_WORDS: readonly string[] = ['hyponatr*', 'hypona', 'hypo-na', 'hypo-natr*', 'pseudohyponatr*', 'pseudo-hyponatr*', 'siadh', 'siad', 'beer potomania', 'polydipsia', 'reset osmostat', 'salt wasting', 'salt-wasting', 'water intoxication', 'hypoosmolal*', 'hypo-osmolal*', 'tea and toast', 'low solute', 'low-solute'];

/** By name: "low sodium" only describes the result. */
export const HYPONATREMIA_NAMED: CodeGroup = { ...HYPONATREMIA, icd10: [] };

export const HYPOKALEMIA: CodeGroup = {
  name: 'hypokalemia', icd10: ['E87.6', 'G72.3', 'P74.32'], terms: ['hypokal*', 'potassium deficiency'], except: HYPONATREMIA.except,
};

/** Potassium that went into cells and comes back: a provider who says so has said what a low result means. */
export const SHIFTED: readonly string[] = ['shift', 'shifts', 'shifted', 'transcellular', 'intracellular', 'redistribution', 'beta-agonist*', 'beta agonist*', 'albuterol effect', 'from albuterol', 'from the albuterol', 'from nebs', 'from the nebs', 'insulin effect', 'catecholamine*'];

export const HYPERKALEMIA: CodeGroup = {
  name: 'hyperkalemia', icd10: ['E87.5', 'P74.31'], terms: ['hyperkal*', 'pseudohyperkal*'], except: HYPONATREMIA.except,
};

/** By name: "low potassium" only describes the result. */
export const HYPOKALEMIA_NAMED: CodeGroup = { ...HYPOKALEMIA, icd10: [] };
export const HYPERKALEMIA_NAMED: CodeGroup = { ...HYPERKALEMIA, icd10: [] };
