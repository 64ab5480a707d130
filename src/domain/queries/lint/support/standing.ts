import type { Family } from './family.ts';
import type { Phrase, WordList } from './phrases.ts';
import type { Reading } from './reading.ts';
import { anyValue, everyValue, isDenied, said, spansOf, wordList } from './phrases.ts';
import { FAMILIES } from './families/index.ts';
import { shelf } from './reading.ts';

/** Whether what is cited makes a diagnosis a fair answer. */
export function isSupported(family: Family, cited: readonly Reading[]): boolean {
  const { named, support, suggests, against, settles } = compiled(family);
  const byName = overall(named, cited);
  if (byName === 'affirmed' || overall(settles, cited) === 'affirmed') return true;
  if (everyValue(against, cited) || overall(against, cited) === 'affirmed') return false;
  if (anyValue(support, cited) || overall(support, cited) === 'affirmed') return true;
  if (byName === 'denied') return false;
  return anyValue(suggests, cited) || overall(suggests, cited) === 'affirmed';
}

/** Whether what is cited speaks against a diagnosis: denied by name, or contradicted on the point. */
export function isContradicted(family: Family, cited: readonly Reading[]): boolean {
  const { named, against } = compiled(family);
  return !isSupported(family, cited) && (overall(named, cited) === 'denied' || everyValue(against, cited) || overall(against, cited) === 'affirmed');
}

/** The diagnoses that an answer offers, the most specific name of each: "septic shock due to a UTI" is septic shock and UTI, not shock. What it leaves out ("without sepsis") is not offered. */
export function offeredIn(option: Reading): readonly Family[] {
  return [...new Set(offeredNames(option).map((one) => one.family))];
}

/** Of these, what an answer offers itself, and what it names only as its cause ("due to volume depletion"). */
export function offeredWithCause(option: Reading): { readonly itself: readonly Family[]; readonly cause: readonly Family[] } {
  const turn = causeBegins(option.words);
  const names = offeredNames(option);
  const itself = names.filter(({ from }) => from < turn).map(({ family }) => family);
  return itself.length === 0 ? { itself: offeredIn(option), cause: [] } : { itself: [...new Set(itself)], cause: [...new Set(names.filter(({ from }) => from >= turn).map(({ family }) => family))] };
}

function causeBegins(words: readonly string[]): number {
  const at = words.findIndex((word, index) => (word === 'from' || word === 'by' || ((word === 'due' || word === 'secondary' || word === 'related' || word === 'attributable') && words[index + 1] === 'to')) && index > 0);
  return at === -1 ? words.length : at;
}

function offeredNames(option: Reading): readonly Name[] {
  const found = namesIn(option);
  const widest = found.filter((one) => !found.some((other) => other.family !== one.family && covers(other, one)));
  return widest.filter((one) => !isDenied(option, one.from, one.through));
}

interface Name {
  readonly family: Family;
  readonly from: number;
  readonly through: number;
}

function namesIn(option: Reading): readonly Name[] {
  const near = new Set([...option.places.keys()].flatMap((key) => namesByShelf().get(key) ?? []));
  return [...near].flatMap(({ family, words }) => spansOf(words, option).map(([from, through]) => ({ family, from, through })));
}

function covers(wide: Name, narrow: Name): boolean {
  return wide.from <= narrow.from && wide.through >= narrow.through && wide.through - wide.from > narrow.through - narrow.from;
}

function overall(list: WordList, cited: readonly Reading[]): 'affirmed' | 'denied' | null {
  const all = cited.map((reading) => said(list, reading));
  if (all.includes('affirmed')) return 'affirmed';
  return all.includes('denied') ? 'denied' : null;
}

interface Compiled {
  readonly named: WordList;
  readonly support: WordList;
  readonly suggests: WordList;
  readonly against: WordList;
  readonly settles: WordList;
}

const made = new Map<Family, Compiled>();

function compiled(family: Family): Compiled {
  const known = made.get(family);
  if (known) return known;
  const fresh = { named: wordList(family.named), support: wordList(family.support), suggests: wordList(family.suggests ?? ''), against: wordList(family.against ?? ''), settles: wordList(family.settles ?? '') };
  made.set(family, fresh);
  return fresh;
}

interface NamedBy {
  readonly family: Family;
  readonly words: Phrase;
}

let shelves: Map<string, NamedBy[]> | null = null;

function namesByShelf(): ReadonlyMap<string, readonly NamedBy[]> {
  if (shelves) return shelves;
  shelves = new Map();
  for (const family of FAMILIES) {
    for (const words of compiled(family).named.phrases) {
      const key = shelf(words[0]?.word ?? '');
      shelves.set(key, [...(shelves.get(key) ?? []), { family, words }]);
    }
  }
  return shelves;
}
