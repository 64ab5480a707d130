import { undotted } from '../../../domain/coding/tabular.ts';
import { createDirectEngine } from '../../../app/engine.ts';
import { analyzeBundle } from '../../encounter.ts';
import type { JsonRecord } from '../../json-lines.ts';
import { codesOf } from '../codes.ts';
import type { Around, Scored } from '../measure.ts';
import { f1, precisionAndRecall, tally, type Tally } from '../tally.ts';

/** A Bundle and what a coder would answer (`<name>.json`, `<name>.gold.json`). */
export interface GoldEncounter {
  readonly name: string;
  readonly bundle: JsonRecord;
  readonly gold: JsonRecord;
}

/**
 * Whole encounters, both ways. To remove a code and to specify it to a history code are the same answer; history and status codes,
 * counselling and external causes (Z, V–Y) are false only where gold forbids them; `acceptable` codes count neither way.
 */
export async function scoreEncounters(encounters: readonly GoldEncounter[], { knowledge }: Around): Promise<Scored> {
  const engine = createDirectEngine(knowledge);
  const [additions, removals] = [tally(), tally()];
  const misses: string[] = [];
  let forbidden = 0;
  for (const { name, bundle, gold } of encounters) {
    const line = await analyzeBundle(bundle, {}, engine);
    const suggested = line.suggestions.filter(({ system }) => system === 'icd-10-cm').map(({ action, code, from }) => ({ action, code: undotted(code), from: from === undefined ? undefined : undotted(from) }));
    const made = suggested.filter(({ action }) => action !== 'remove').map(({ code }) => code);
    const gone = suggested.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from !== undefined && isHistory(code) ? [from] : []));
    const [add, remove] = [codesOf([...listOf(gold['add']), ...listOf(gold['specify']).map(({ to }) => to)].filter(isDiagnosis)), codesOf(gold['remove']).concat(pastOf(gold['specify']))];
    const [mustNot, acceptable] = [codesOf(gold['mustNot']), codesOf(gold['acceptable'])];
    const judge = (into: Tally, wanted: readonly string[], got: readonly string[], isFree: (code: string) => boolean): void => {
      const missed = wanted.filter((code) => !got.includes(code));
      const extra = got.filter((code) => !wanted.includes(code) && !isFree(code));
      into.hit += wanted.length - missed.length;
      into.missed += missed.length;
      into.extra += extra.length;
      if (missed.length + extra.length > 0) misses.push(`${name}: missed ${missed.join(' ') || '–'}; extra ${extra.join(' ') || '–'}`);
    };
    judge(additions, add, made, (code) => acceptable.includes(code) || (/^[VWXYZ]/.test(code) && !mustNot.includes(code)));
    judge(removals, remove, gone, (code) => acceptable.includes(code));
    forbidden += made.filter((code) => mustNot.includes(code)).length;
  }
  return {
    figures: [
      { what: 'encounters: add and specify, F1', count: encounters.length, value: f1(additions), detail: precisionAndRecall(additions) },
      { what: 'encounters: remove, F1', count: encounters.length, value: f1(removals), detail: precisionAndRecall(removals) },
      { what: 'encounters: forbidden codes', count: encounters.length, value: String(forbidden) },
    ],
    misses,
  };
}

function listOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter((one): one is JsonRecord => typeof one === 'object' && one !== null) : [];
}

/** Codes that gold turns into a history code. */
function pastOf(value: unknown): readonly string[] {
  return codesOf(listOf(value).filter(({ to }) => typeof to === 'string' && isHistory(undotted(to))).map(({ from }) => from));
}

/** Personal history, and the old myocardial infarction. */
function isHistory(code: string): boolean {
  return /^Z8[5-7]/.test(code) || code === 'I252';
}

/** Procedure codes have no dot and five characters; they belong to another measure. */
function isDiagnosis(one: unknown): boolean {
  const code = typeof one === 'object' && one !== null ? (one as JsonRecord)['code'] : one;
  return typeof code === 'string' && (code.includes('.') || code.length === 3);
}
