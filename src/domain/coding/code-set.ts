import type { CalendarDate, CodeEntry, CodeSet, CodeSets, InstructionalNote } from '../model/index.ts';
import { searchCodes, type Release } from './code-search.ts';
import { dotted, padded, seventhOf, undotted, type Tabular, type TabularRelease } from './tabular.ts';
import type { TermIndex } from './term-index.ts';

/**
 * The releases in `tabular` as code sets. The release is chosen by date of service (discharge for an inpatient facility);
 * a day outside every loaded release has none. `terms` is asked for at the first search.
 */
export function buildCodeSets(tabular: Tabular, terms: () => TermIndex): CodeSets {
  const rows = new Map(tabular.codes.map((code, row) => [code, row]));
  const children = childLists(tabular);
  const sets = tabular.releases.map((release) => codeSet(tabular, release, rows, children, terms));
  const newest = sets.reduce((a, b) => (a.validFrom > b.validFrom ? a : b));
  return {
    newest,
    loaded: sets,
    inForce: (date: CalendarDate) => (WHOLE_DAY.test(date) ? sets.find((set) => set.validFrom <= date && date <= set.validTo) : undefined),
  };
}

/** An EHR may chart a year or a month only, and releases change within a year. */
export const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

function codeSet(tabular: Tabular, release: TabularRelease, rows: ReadonlyMap<string, number>, childrenOf: readonly (readonly number[] | undefined)[], terms: () => TermIndex): CodeSet {
  const isIn = (row: number) => ((tabular.inReleases[row] ?? 0) & release.bit) !== 0;
  const childRows = (row: number) => (childrenOf[row] ?? []).filter(isIn);
  const titleOf = (row: number) => release.retitled.get(row) ?? tabular.titles[row] ?? '';
  const extensionsOf = (row: number) => (childRows(row).length > 0 ? [] : seventhOf(tabular, row));

  const entries = new Map<number, CodeEntry>();
  const rowEntry = (row: number): CodeEntry => {
    const known = entries.get(row);
    if (known !== undefined) return known;
    const made = {
      code: dotted(tabular.codes[row] ?? ''),
      title: titleOf(row),
      billable: childRows(row).length === 0 && extensionsOf(row).length === 0,
      parent: parentCode(tabular, row),
    };
    entries.set(row, made);
    return made;
  };

  const extended = (row: number, char: string, meaning: string): CodeEntry => ({
    code: dotted(padded(tabular.codes[row] ?? '') + char),
    title: `${titleOf(row)}, ${meaning}`,
    billable: true,
    parent: dotted(tabular.codes[row] ?? ''),
  });

  /** By the code as it is asked for; only what the list has, so that no chart can fill it. */
  const asked = new Map<string, CodeEntry>();
  const entry = (code: string): CodeEntry | undefined => {
    const known = asked.get(code);
    if (known !== undefined) return known;
    const found = looked(code);
    if (found !== undefined) asked.set(code, found);
    return found;
  };
  const looked = (code: string): CodeEntry | undefined => {
    const plain = undotted(code);
    const row = rows.get(plain);
    if (row !== undefined && isIn(row)) return rowEntry(row);
    if (plain.length !== 7) return undefined;
    const base = baseRow(rows, plain.slice(0, 6));
    if (base === undefined || !isIn(base)) return undefined;
    const found = extensionsOf(base).find(([char]) => char === plain[6]);
    return found && extended(base, found[0], found[1]);
  };

  const extensions = (row: number) => extensionsOf(row).map(([char, meaning]) => extended(row, char, meaning));
  const children = (code: string): readonly CodeEntry[] => {
    const row = rows.get(undotted(code));
    if (row === undefined || !isIn(row)) return [];
    const below = childRows(row);
    return below.length > 0 ? below.map(rowEntry) : extensions(row);
  };
  const notes = (code: string): readonly InstructionalNote[] => {
    const plain = undotted(code);
    const row = rows.get(plain) ?? (plain.length === 7 ? baseRow(rows, plain.slice(0, 6)) : undefined);
    return row !== undefined && isIn(row) && entry(code) !== undefined ? (tabular.notesOf?.(row) ?? []) : [];
  };
  const inRelease: Release = { codes: tabular.codes, isIn, isLeaf: (row) => childRows(row).length === 0, rowEntry, extensions, entry, children };

  return {
    system: 'icd-10-cm',
    release: release.release,
    validFrom: release.validFrom,
    validTo: release.validTo,
    counts: release.counts,
    entry,
    children,
    ...(tabular.notesOf === undefined ? {} : { notes }),
    search: (words, limit) => searchCodes(words, limit, inRelease, terms),
  };
}

/** The row whose code, filled up with X, makes these six characters; the longest one wins. */
function baseRow(rows: ReadonlyMap<string, number>, six: string): number | undefined {
  for (let length = 6; length >= 3; length--) {
    const row = rows.get(six.slice(0, length));
    if (row !== undefined) return row;
    if (six[length - 1] !== 'X') return undefined;
  }
  return undefined;
}

function parentCode(tabular: Tabular, row: number): string | null {
  const parent = tabular.parents[row] ?? -1;
  return parent < 0 ? null : dotted(tabular.codes[parent] ?? '');
}

function childLists(tabular: Tabular): (number[] | undefined)[] {
  const lists: (number[] | undefined)[] = Array.from({ length: tabular.codes.length });
  tabular.parents.forEach((parent, row) => {
    if (parent >= 0) (lists[parent] ??= []).push(row);
  });
  return lists;
}
