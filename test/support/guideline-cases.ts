import { readdirSync, readFileSync } from 'node:fs';
import { readEncounterText } from '../../src/cli/score/encounter-text.ts';
import type { GoldEncounter } from '../../src/cli/score/measures/encounters.ts';
import { createDirectEngine } from '../../src/app/engine.ts';
import { undotted } from '../../src/domain/coding/tabular.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';

const ROOT = new URL('../catalogue/guidelines/', import.meta.url);

export interface GuidelineCase extends GoldEncounter {
  readonly section: string;
  readonly file: string;
  /** "I.C.9.a.3 | what it shows". */
  readonly guideline: string;
}

/** Every encounter of the guideline catalogue, by section and file. @throws Error where a file is no encounter */
export function guidelineCases(): readonly GuidelineCase[] {
  return sections().flatMap((section) => readdirSync(new URL(`${section}/`, ROOT)).toSorted().map((file) => {
    const text = readFileSync(new URL(`${section}/${file}`, ROOT), 'utf8');
    const read = readEncounterText(text, `${section}/${file}`);
    if (read === null) throw new Error(`${section}/${file} has no note.`);
    return { ...read, section, file, guideline: /^guideline: *(.*)$/m.exec(text)?.[1] ?? '' };
  }));
}

export function sections(): readonly string[] {
  return readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name).toSorted();
}

/** What the engine says of an encounter. */
export async function answering(): Promise<(one: GoldEncounter) => Promise<Answer>> {
  const engine = createDirectEngine(await loadKnowledge());
  return async ({ bundle }) => {
    const read = fromBundle(bundle, { now: NOW });
    const { analysis: { suggestions, queries } } = await engine.analyze(read, DEFAULT_POLICY, { onChart: ignore, onNote: ignore }, new AbortController().signal);
    const diagnoses = suggestions.filter(({ system }) => system === 'icd-10-cm').map(({ action, code, from }) => ({ action, code: undotted(code), from: from === undefined ? '' : undotted(from) }));
    return { suggestions: diagnoses, topics: queries.map(({ topic }) => topic) };
  };
}

/** No encounter of the catalogue is in progress: nothing depends on it. */
const NOW = '2026-12-01T00:00:00Z';

function ignore(): void {
  // Nothing is shown while results come.
}

interface Answer {
  readonly suggestions: readonly { readonly action: string; readonly code: string; readonly from: string }[];
  readonly topics: readonly string[];
}

/**
 * Where the answer is not the one written in the file. As in the score of whole encounters: acceptable codes and status, history and
 * external-cause codes (V–Z) count neither way unless they are asked for or forbidden; a removal may be a change to the history code.
 */
export function differences({ suggestions, topics }: Answer, { gold }: GoldEncounter): readonly string[] {
  const made = suggestions.filter(({ action }) => action !== 'remove');
  const specify = rows(gold['specify']).map(({ from, to }) => ({ from: undotted(String(from)), to: undotted(String(to)) }));
  const wanted = [...codes(gold['add']), ...specify.map(({ to }) => to)];
  const past = specify.filter(({ to }) => isHistory(to)).map(({ from }) => from);
  const removed = [...codes(gold['remove']), ...past];
  const gone = suggestions.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from !== '' && isHistory(code) ? [from] : []));
  const [mustNot, acceptable] = [codes(gold['mustNot']), codes(gold['acceptable'])];
  const isFree = (code: string): boolean => acceptable.includes(code) || (/^[V-Z]/.test(code) && !mustNot.includes(code));
  const asked = rows(gold['queries']).map(({ rule }) => String(rule));
  return [
    ...wanted.filter((code) => !made.some((one) => one.code === code)).map((code) => `missing ${code}`),
    ...made.filter(({ code }) => !wanted.includes(code) && !isFree(code)).map(({ action, code, from }) => `extra ${action} ${from} ${code}`),
    ...specify.filter(({ from, to }) => made.some((one) => one.code === to) && !made.some((one) => one.from === from && wanted.includes(one.code))).map(({ from, to }) => `${to} not as a change of ${from}`),
    ...removed.filter((code) => !gone.includes(code)).map((code) => `missing remove ${code}`),
    ...gone.filter((code) => !removed.includes(code) && !acceptable.includes(code)).map((code) => `extra remove ${code}`),
    ...made.filter(({ code }) => mustNot.includes(code)).map(({ code }) => `forbidden ${code}`),
    ...asked.filter((topic) => !topics.includes(topic)).map((topic) => `missing question ${topic}`),
  ];
}

function rows(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
}

function codes(value: unknown): readonly string[] {
  return rows(value).map(({ code }) => undotted(String(code)));
}

/** Personal history, and the old myocardial infarction. */
function isHistory(code: string): boolean {
  return /^Z8[5-7]/.test(code) || code === 'I252';
}
