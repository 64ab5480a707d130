import { undotted } from '../../../domain/coding/tabular.ts';
import { analyzeBundle, encounterTools } from '../../encounter.ts';
import type { JsonRecord } from '../../json-lines.ts';
import { codesOf } from '../codes.ts';
import type { Around, Scored } from '../measure.ts';
import { f1, precisionAndRecall, share, tally, type Tally } from '../tally.ts';

/** A Bundle and what a coder would answer (`<name>.json`, `<name>.gold.json`, or both told in a text). */
export interface GoldEncounter {
  readonly name: string;
  readonly bundle: JsonRecord;
  readonly gold: JsonRecord;
}

/**
 * Whole encounters, both ways. To remove a code and to specify it to a history code are the same answer; history and status codes,
 * counselling and external causes (Z, V–Y) are false only where gold forbids them; `acceptable` codes count neither way. Questions are
 * compared by topic. A clean encounter is silent where it has no suggestion that counts, no question and no open documentation gap.
 */
export async function scoreEncounters(encounters: readonly GoldEncounter[], { knowledge }: Around): Promise<Scored> {
  const tools = await encounterTools(knowledge);
  const [additions, removals, questions] = [tally(), tally(), tally()];
  const misses: string[] = [];
  const count = { forbidden: 0, clean: 0, silent: 0, levels: 0, exact: 0 };
  for (const { name, bundle, gold } of encounters) {
    const line = await analyzeBundle(bundle, {}, tools);
    const suggested = line.suggestions.map(({ action, code, from }) => ({ action, code: undotted(code), from: from === undefined ? undefined : undotted(from) }));
    const made = suggested.filter(({ action }) => action !== 'remove').map(({ code }) => code);
    const gone = suggested.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from !== undefined && isHistory(code) ? [from] : []));
    const add = codesOf([...listOf(gold['add']), ...listOf(gold['specify']).map(({ to }) => to)]);
    const remove = codesOf(gold['remove']).concat(pastOf(gold['specify']));
    const topics = listOf(gold['queries']).map(({ rule }) => String(rule));
    const mustNot = codesOf(gold['mustNot']);
    const acceptable = [...codesOf(gold['acceptable']), ...listOf(gold['acceptable']).map(({ code }) => String(code))];
    const judge = (what: string, into: Tally, wanted: readonly string[], got: readonly string[], isFree: (one: string) => boolean): void => {
      const missed = wanted.filter((one) => !got.includes(one));
      const extra = [...new Set(got)].filter((one) => !wanted.includes(one) && !isFree(one));
      into.hit += wanted.length - missed.length;
      into.missed += missed.length;
      into.extra += extra.length;
      if (missed.length + extra.length > 0) misses.push(`${name}, ${what}: missed ${missed.join(' ') || '–'}; extra ${extra.join(' ') || '–'}`);
    };
    const isFree = (code: string): boolean => acceptable.includes(code) || (/^[VWXYZ]/.test(code) && !mustNot.includes(code));
    judge('add and specify', additions, add, made, isFree);
    judge('remove', removals, remove, gone, (code) => acceptable.includes(code));
    judge('questions', questions, topics, line.queries.map(({ topic }) => topic), (topic) => acceptable.includes(topic));
    const forbiddenTopics = listOf(gold['mustNot']).map(({ code }) => code);
    const forbidden = [...made.filter((code) => mustNot.includes(code)), ...line.queries.map(({ topic }) => topic).filter((topic) => forbiddenTopics.includes(topic))];
    if (forbidden.length > 0) misses.push(`${name}: forbidden ${forbidden.join(' ')}`);
    count.forbidden += forbidden.length;
    if (isClean(gold)) {
      count.clean++;
      const open = line.gaps.filter(({ kind, outcome }) => kind === 'documentation' && outcome === 'open').map(({ topic }) => topic);
      const said = [...made.filter((code) => !isFree(code)), ...gone, ...line.queries.map(({ topic }) => topic), ...open];
      if (said.length === 0) count.silent++;
      else misses.push(`${name}: not silent: ${said.join(' ')}`);
    }
    const level = gold['em'];
    if (typeof level === 'object' && level !== null && 'code' in level) {
      count.levels++;
      const found = line.visitLevel;
      if ((found?.code ?? null) === level.code) count.exact++;
      else misses.push(`${name}: visit level ${String(level.code)}, answered ${found?.code ?? 'none'}`);
    }
  }
  return {
    figures: [
      { what: 'encounters: add and specify, F1', count: encounters.length, value: f1(additions), detail: precisionAndRecall(additions) },
      { what: 'encounters: remove, F1', count: encounters.length, value: f1(removals), detail: precisionAndRecall(removals) },
      { what: 'encounters: forbidden codes and questions', count: encounters.length, value: String(count.forbidden) },
      { what: 'encounters: clean ones silent', count: count.clean, value: share(count.silent, count.clean) },
      { what: 'encounters: questions by topic, F1', count: encounters.length, value: f1(questions), detail: precisionAndRecall(questions) },
      { what: 'encounters: visit level exact', count: count.levels, value: share(count.exact, count.levels) },
    ],
    misses,
  };
}

function listOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter((one): one is JsonRecord => typeof one === 'object' && one !== null) : [];
}

/** Nothing to add, to specify, to remove or to ask. */
function isClean(gold: JsonRecord): boolean {
  return ['add', 'specify', 'remove', 'queries'].every((key) => listOf(gold[key]).length === 0);
}

/** Codes that gold turns into a history code. */
function pastOf(value: unknown): readonly string[] {
  return codesOf(listOf(value).filter(({ to }) => typeof to === 'string' && isHistory(undotted(to))).map(({ from }) => from));
}

/** Personal history, and the old myocardial infarction. */
function isHistory(code: string): boolean {
  return /^Z8[5-7]/.test(code) || code === 'I252';
}
