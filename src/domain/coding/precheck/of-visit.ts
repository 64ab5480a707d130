import type { PrecheckFinding, Suggestion } from '../../model/index.ts';
import { rememberedInstructions } from '../instructions/remembered.ts';
import { sequenced } from '../sequence/sequenced.ts';
import type { Countersigned } from './diagnosis.ts';
import { precheck, type PrecheckContext, type PrecheckRecord } from './precheck.ts';

/** More diagnoses than two claims hold: beyond these a mend is not looked for one by one. */
const MOST = 50;

/**
 * What may be wrong with a visit's diagnoses, whatever a person takes over: what is wrong once all suggestions are, and what is wrong without one of
 * them, which then says that it mends it.
 * The claim will have them in the order of the list and the Guidelines, so that only an order that cannot be mended is told.
 * @param standing what the encounter carries
 */
export function precheckVisit(standing: readonly Countersigned[], record: PrecheckRecord, given: PrecheckContext): readonly PrecheckFinding[] {
  const context = { ...given, instructions: given.instructions === null ? null : rememberedInstructions(given.instructions) };
  const diagnoses = record.suggestions.filter(({ system }) => system === 'icd-10-cm');
  const check = (taken: readonly Suggestion[]) => precheck(sequenced(after(standing, taken), context), record, context);
  const whole = check(diagnoses);
  if (standing.length + diagnoses.length > MOST) return whole;
  const known = new Set(whole.map(keyOf));
  const mended = new Map<string, PrecheckFinding>();
  for (const suggestion of diagnoses.filter(({ action }) => action !== 'remove')) {
    for (const finding of check(diagnoses.filter((other) => other !== suggestion))) {
      const key = keyOf(finding);
      if (known.has(key)) continue;
      const { mendedBy = [] } = mended.get(key) ?? {};
      mended.set(key, { ...finding, mendedBy: [...mendedBy, suggestion.code] });
    }
  }
  return [...whole, ...mended.values()];
}

function keyOf({ rule, codes }: PrecheckFinding): string {
  return `${rule} ${codes.join(' ')}`;
}

/** The diagnoses as they stand once these suggestions are taken over. */
function after(standing: readonly Countersigned[], taken: readonly Suggestion[]): readonly Countersigned[] {
  const gone = new Set(taken.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from === undefined ? [] : [from])));
  const brought = taken.filter(({ action }) => action !== 'remove').map(({ code, evidence }) => ({ code, evidence }));
  return [...standing.filter(({ code }) => !gone.has(code)), ...brought.filter(({ code }) => !standing.some((one) => one.code === code && !gone.has(code)))];
}
