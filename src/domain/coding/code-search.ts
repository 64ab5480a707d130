import type { CodeEntry } from '../model/index.ts';
import { undotted } from './tabular.ts';
import { firstFrom, formsOf, type TermIndex } from './term-index.ts';

/** One release over the rows of the tabular list. */
export interface Release {
  readonly codes: readonly string[];
  isIn(row: number): boolean;
  /** Nothing stands under it, in this release; a seventh character may still be missing. */
  isLeaf(row: number): boolean;
  rowEntry(row: number): CodeEntry;
  /** The row with each seventh character that applies. */
  extensions(row: number): readonly CodeEntry[];
  entry(code: string): CodeEntry | undefined;
  children(code: string): readonly CodeEntry[];
}

/**
 * What a person may mean who types these words: a code or its beginning, or words that each begin a word of a title,
 * inclusion term or synonym, in any order. Codes that can be reported come first, then the closest wording, then tabular order.
 * A code that lacks its seventh character comes with it: the initial encounter, unless *subsequent* or *sequela* is typed.
 */
export function searchCodes(words: string, limit: number, release: Release, terms: () => TermIndex): CodeEntry[] {
  const typed = words.trim();
  if (typed === '' || limit <= 0) return [];
  if (/^[a-z]\d[\da-z]?(?:\.?[\da-z]{0,4})$/i.test(typed)) {
    const found = searchPrefix(undotted(typed), limit, release);
    if (found.length > 0) return found;
  }
  return searchWords(formsOf(typed), limit, release, terms());
}

function searchPrefix(prefix: string, limit: number, release: Release): CodeEntry[] {
  const exact = release.entry(prefix);
  const below = release.codes.flatMap((code, row) => (code.startsWith(prefix) && release.isIn(row) ? [row] : []));
  const leaves = below.filter((row) => release.isLeaf(row)).slice(0, limit).flatMap((row) => complete(row, release));
  const headers = below.filter((row) => !release.isLeaf(row)).slice(0, limit).map((row) => release.rowEntry(row));
  return distinct([...(exact?.billable ? [exact] : []), ...leaves, ...headers]).slice(0, limit);
}

/** The row itself where it can be reported, else with each seventh character. */
function complete(row: number, release: Release): readonly CodeEntry[] {
  const extended = release.extensions(row);
  return extended.length > 0 ? extended : [release.rowEntry(row)];
}

/** What only the seventh character says; no title of a row has it. */
const ENCOUNTER_WORDS = ['initial', 'subsequent', 'sequela', 'encounter'];

function searchWords(typed: readonly string[], limit: number, release: Release, index: TermIndex): CodeEntry[] {
  const phase = typed.filter((form) => form.length > 3 && ENCOUNTER_WORDS.some((word) => word.startsWith(form)));
  const forms = [...new Set(typed)].filter((form) => !phase.includes(form)).slice(0, 12);
  if (forms.length === 0) return [];
  const { matched, exact } = countMatches(forms, index);
  const rows = new Map<number, number>();
  const said = new Map<readonly string[], number>();
  for (let term = 0; term < index.size; term++) {
    if (matched[term] !== forms.length) continue;
    const score = (forms.length + (exact[term] ?? 0)) / (forms.length + (index.lengths[term] ?? 0));
    const row = index.rowOf(term);
    if (row < 0) said.set(index.codesOf(term), Math.max(said.get(index.codesOf(term)) ?? 0, score + SAID));
    else if (release.isIn(row)) rows.set(row, Math.max(rows.get(row) ?? 0, score));
  }
  const ranked: Found[] = [
    ...[...said].map(([codes, score]) => ({ score: score + LEAF, row: -1, codes })),
    ...[...rows].map(([row, score]) => ({ score: score + (release.isLeaf(row) ? LEAF : 0), row, codes: NONE })),
  ];
  ranked.sort((a, b) => b.score - a.score || a.row - b.row);
  const entries = new Map<string, CodeEntry>();
  for (const { row, codes } of ranked) {
    if (entries.size >= limit) break;
    for (const entry of row < 0 ? spokenFor(codes, phase, release) : inPhase(row, phase, release)) if (!entries.has(entry.code)) entries.set(entry.code, entry);
  }
  const found = [...entries.values()];
  return [...found.filter((entry) => entry.billable), ...found.filter((entry) => !entry.billable)].slice(0, limit);
}

interface Found {
  readonly score: number;
  /** -1 for a synonym, which has `codes`. */
  readonly row: number;
  readonly codes: readonly string[];
}

/** What can be reported stands before what cannot. */
const LEAF = 10;
/** A clinician's wording goes a little before the book's where both fit as well. */
const SAID = 0.05;
const NONE: readonly string[] = [];

/** For each term, how many of the forms begin one of its words, and how many are one of its words. */
function countMatches(forms: readonly string[], index: TermIndex): { matched: Uint8Array; exact: Uint8Array } {
  const matched = new Uint8Array(index.size);
  const exact = new Uint8Array(index.size);
  forms.forEach((form, asked) => {
    for (let word = firstFrom(index.words, form); word < index.words.length && index.words[word]!.startsWith(form); word++) {
      const whole = index.words[word] === form;
      for (let at = index.starts[word]!; at < index.starts[word + 1]!; at++) {
        const term = index.terms[at]!;
        if (matched[term] === asked) matched[term] = asked + 1;
        if (whole) exact[term]!++;
      }
    }
  });
  return { matched, exact };
}

function inPhase(row: number, phase: readonly string[], release: Release): readonly CodeEntry[] {
  const extended = release.isLeaf(row) ? release.extensions(row) : [];
  if (extended.length === 0) return [release.rowEntry(row)];
  const asked = extended.filter((entry) => isInPhase(entry, phase));
  return asked.length > 0 ? asked : extended.slice(0, 1);
}

function isInPhase(entry: CodeEntry, phase: readonly string[]): boolean {
  return phase.some((word) => entry.title.slice(entry.title.lastIndexOf(',')).includes(` ${word}`));
}

/** The first code of a synonym that this release can report, else the first that it has; in the phase that is asked for. */
function spokenFor(codes: readonly string[], phase: readonly string[], release: Release): readonly CodeEntry[] {
  const known = codes.flatMap((code) => release.entry(code) ?? []);
  const best = known.find((entry) => entry.billable) ?? known[0];
  if (!best) return [];
  const siblings = phase.length > 0 && best.parent !== null && best.code.length === 8 ? release.children(best.parent).filter((entry) => isInPhase(entry, phase)) : [];
  return siblings.length > 0 ? siblings : [best];
}

function distinct(entries: readonly CodeEntry[]): CodeEntry[] {
  return [...new Map(entries.map((entry) => [entry.code, entry])).values()];
}
