import { finderOf } from './words/phrases.ts';

/**
 * A state that the cited measurements or treatments themselves show: a title may name it, as it may name a finding, and leaves its kind to the answers.
 * A kind or degree of it ("septic shock", "severe hypertension") is no such state.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): a title may name the clinical finding.
 * Hypertension: ACC/AHA 2017, ACOG Practice Bulletin 222 (140/90 in pregnancy). Shock: a mean pressure under 65 mm Hg treated with a vasopressor.
 */
export function isMeasuredState(named: string, cited: readonly string[]): boolean {
  const state = STATES.find(({ name }) => name.test(named));
  return state !== undefined && state.shownBy.every((shows) => cited.some((indicator) => shows(indicator)));
}

const vasopressor = finderOf(['norepinephrine', 'levophed', 'vasopressin', 'phenylephrine', 'neosynephrine', 'epinephrine', 'dopamine', 'vasopressor*', 'pressor*', 'angiotensin ii', 'dobutamine', 'levo', 'vaso']);
const pressureIsHigh = finderOf(['elevated bp*', 'elevated blood pressure*', 'high bp*', 'severe range', 'labetalol', 'hydralazine', 'nifedipine']);

const suppressant = finderOf(['rituximab', 'tacrolimus', 'mycophenolate', 'cellcept', 'cyclosporine', 'azathioprine', 'prednisone', 'methotrexate', 'infliximab', 'adalimumab', 'chemotherapy', 'cyclophosphamide', 'anc', 'cd4', 'igg', 'transplant*', 'belatacept', 'tocilizumab', 'ocrelizumab', 'jak inhibitor', 'tofacitinib', 'everolimus', 'sirolimus', 'leflunomide']);

const STATES: readonly { readonly name: RegExp; readonly shownBy: readonly ((indicator: string) => boolean)[] }[] = [
  { name: /^(?:hypertension|htn)$/iu, shownBy: [(text) => /(?<!\d)(?:1[4-9]\d|2\d\d)\/\d{2,3}(?!\d)/u.test(text), (text) => pressureIsHigh(text).length > 0 || /\bBP\b/u.test(text)] },
  { name: /^(?:immunosuppression|immunocompromised state|immunodeficiency)$/iu, shownBy: [(text) => suppressant(text).length > 0] },
  { name: /^shock$/iu, shownBy: [(text) => vasopressor(text).length > 0] },
];
