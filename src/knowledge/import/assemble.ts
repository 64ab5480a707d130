import { undotted, type Tabular } from '../../domain/coding/tabular.ts';
import type { CodeSet } from '../../domain/model/index.ts';
import { decodeCore } from '../core-asset.ts';
import { codesByRule, codesOf, withoutLaterEncounters } from './by-rule.ts';
import { identify, type ReleaseIdentity, type YearClaim } from './identify.ts';
import { ImportError } from './import-error.ts';
import type { IndexEntry } from './index-xml.ts';
import { oracle, type ByRule, type Counts, type Verdict } from './known.ts';
import { applyAddenda, lacksChange, type AddendaChange, type OrderRecord } from './order.ts';
import { nodesOfRecords, orderRecords, releasesOf } from './records.ts';
import type { TabularNode, TabularXml } from './tabular-xml.ts';
import { trimToList } from './trim.ts';
import { encodeCore, encodeIndex, encodeNotes } from './write-core.ts';

/** A parsed file; `year` as its name says, and as it says itself. */
export interface Parsed<T> {
  readonly file: string;
  readonly nameYear: number | null;
  readonly ownYear: number | null;
  readonly value: T;
}

export interface Sources {
  readonly order: Parsed<readonly OrderRecord[]> | null;
  readonly tabular: Parsed<TabularXml> | null;
  readonly codes: Parsed<ReadonlyMap<string, string>> | null;
  readonly addenda: Parsed<readonly AddendaChange[]> | null;
  readonly indexes: readonly Parsed<readonly IndexEntry[]>[];
}

export interface Assembled {
  readonly identity: ReleaseIdentity;
  readonly core: Uint8Array;
  readonly counts: Counts;
  readonly oracle: Verdict;
  readonly checks: {
    readonly byRule: ByRule | null;
    /** Long titles of the order file against the tabular list's; null where only one of them is there. */
    readonly titles: { readonly same: number; readonly other: number } | null;
    readonly notes: number;
    readonly inclusionTerms: number;
    readonly index: { readonly entries: number; readonly unknownCodes: number } | null;
  };
}

/**
 * One release from its official files, checked against each other and against what is known of it.
 * @param shipped the releases that the product brings: to know one again, and as what addenda start from
 * @throws ImportError where the files do not make one whole release
 */
export function assemble(sources: Sources, shipped: Tabular, options: { readonly asked: number | null; readonly isApril: boolean }): Assembled {
  const known = releasesOf(shipped).map((set) => ({ year: Number(set.release.slice(2)), set }));
  const { records, file: listFile, claims } = listOf(sources, shipped, known);
  if (records !== null) wholeAlphabet(records.map(({ code }) => code), listFile);
  if (sources.tabular !== null) wholeAlphabet(sources.tabular.value.nodes.map(({ code }) => code), sources.tabular.file);
  const xml = [...(sources.tabular === null ? [] : [sources.tabular]), ...sources.indexes].map((source) => ({ file: source.file, content: source.ownYear, name: source.nameYear }));
  const codes = sources.codes === null ? [] : [{ file: sources.codes.file, content: null, name: sources.codes.nameYear }];
  const identity = identify([...claims, ...xml, ...codes], options.asked, options.isApril);

  const { nodes, byRule } = nodesOf(sources, records, listFile);
  const release = { release: identity.release, bit: 1, validFrom: identity.validFrom, validTo: identity.validTo, retitled: [] };
  const groups = sources.tabular?.value.groups ?? [];
  const entries = sources.indexes.flatMap(({ value }) => value);
  const rows = nodes.map((node) => ({ ...node, bits: 1 }));
  const more = [...(sources.tabular === null ? [] : encodeNotes(nodes, groups)), ...(entries.length === 0 ? [] : encodeIndex(entries))];
  const counts = countsOf(decodeCore(encodeCore(rows, [{ ...release, counts: { billable: 0, headers: 0 } }])));
  const core = encodeCore(rows, [{ ...release, counts }], more);

  const written = decodeCore(core);
  const [set] = releasesOf(written);
  if (set === undefined) throw new Error('The asset holds no release.');
  if (records !== null) sameAsList(records, set, listFile);
  if (sources.codes !== null) sameCodes(sources.codes, written);
  return {
    identity, core, counts, oracle: oracle(identity.year, counts, byRule),
    checks: {
      byRule,
      titles: records === null || sources.tabular === null ? null : titlesOf(records, set),
      notes: nodes.reduce((sum, { notes }) => sum + notes.length, 0) + groups.reduce((sum, { notes }) => sum + notes.length, 0),
      inclusionTerms: written.inclusionTerms.length,
      index: entries.length === 0 ? null : { entries: entries.length, unknownCodes: unknownIn(entries, set, sources.indexes.map(({ file }) => file).join(', ')) },
    },
  };
}

interface Known {
  readonly year: number;
  readonly set: CodeSet;
}

/** The release's list: its order file, or the one before with the addenda applied; null where there is neither. */
function listOf({ order, addenda, tabular }: Sources, shipped: Tabular, known: readonly Known[]): { readonly records: readonly OrderRecord[] | null; readonly file: string; readonly claims: readonly YearClaim[] } {
  const contentOf = (records: readonly OrderRecord[]) => known.find(({ set }) => isExactly(records, set))?.year ?? null;
  if (addenda === null) {
    if (order === null && tabular === null) throw new ImportError('There is neither an order file nor a tabular list among the files: codes lists and indexes alone do not make a release.');
    return order === null ? { records: null, file: '', claims: [] } : { records: order.value, file: order.file, claims: [{ file: order.file, content: contentOf(order.value), name: order.nameYear }] };
  }
  const claim: YearClaim = { file: addenda.file, content: null, name: addenda.nameYear };
  if (order !== null && lacksChange(new Map(order.value.map((record) => [record.code, record])), addenda.value) === null) {
    return { records: order.value, file: order.file, claims: [claim, { file: order.file, content: contentOf(order.value), name: order.nameYear }] };
  }
  if (order !== null) {
    const before = contentOf(order.value) ?? order.nameYear;
    if (before !== null && addenda.nameYear !== null && addenda.nameYear !== before + 1) throw new ImportError(`${addenda.file} does not follow on ${order.file}, and ${order.file} does not hold its changes: they are of different releases.`);
    return applied(order.value, addenda, contentOf, [{ ...claim, name: addenda.nameYear ?? (before === null ? null : before + 1) }]);
  }
  const year = addenda.nameYear ?? tabular?.ownYear ?? null;
  const base = known.find((release) => release.year + 1 === year);
  if (base === undefined) throw new ImportError(`${addenda.file}: addenda change the release before, and ${year === null ? 'nothing says which that is' : `FY${year - 1} is not among those that Countersign brings`}. Give its order file, too.`);
  return applied(orderRecords(shipped, base.set), addenda, contentOf, [claim]);
}

function applied(before: readonly OrderRecord[], { file, value }: Parsed<readonly AddendaChange[]>, contentOf: (records: readonly OrderRecord[]) => number | null, claims: readonly YearClaim[]) {
  const records = applyAddenda(before, value, file);
  return { records, file, claims: [...claims, { file, content: contentOf(records), name: null }] };
}

function isExactly(records: readonly OrderRecord[], set: CodeSet): boolean {
  if (records.length !== set.counts.billable + set.counts.headers) return false;
  return records.every(({ code, billable }) => set.entry(code)?.billable === billable);
}

/** ICD-10-CM uses every letter (U since 2020): a file that stops before Z, or without U, was cut. */
function wholeAlphabet(codes: readonly string[], file: string): void {
  const letters = new Set(codes.map((code) => code[0]));
  const missing = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').filter((letter) => !letters.has(letter));
  if (missing.length > 0) throw new ImportError(`${file}: no code begins with ${missing.join(', ')}; the last one is ${codes.at(-1) ?? 'missing'}. The file is not whole.`);
}

function nodesOf({ tabular }: Sources, records: readonly OrderRecord[] | null, listFile: string): { readonly nodes: readonly TabularNode[]; readonly byRule: ByRule | null } {
  if (records !== null) nodesOfRecords(records, listFile);
  if (tabular === null) return { nodes: nodesOfRecords(records ?? [], listFile), byRule: null };
  const { nodes } = tabular.value;
  if (records !== null) return trimToList(nodes, new Set(records.flatMap(({ code, billable }) => (billable ? [code] : []))), { tabular: tabular.file, list: listFile });
  const trimmed = nodes.map(withoutLaterEncounters);
  const made = codesByRule(nodes).size;
  return { nodes: trimmed, byRule: { made, takenAway: made - codesByRule(trimmed).size } };
}

function countsOf(tabular: Tabular): Counts {
  const { billable, headers } = codesOf(tabular, 1);
  return { billable: billable.size, headers: headers.size };
}

/** The asset must give back the list code by code: this also finds an order file whose flags contradict its own hierarchy. */
function sameAsList(records: readonly OrderRecord[], set: CodeSet, file: string): void {
  const wrong = records.find(({ code, billable }) => set.entry(code)?.billable !== billable);
  if (wrong !== undefined) throw new ImportError(`${file}: ${wrong.code} is listed as ${wrong.billable ? 'billable' : 'a header'}, which what stands under it contradicts. The file is damaged, or not of the tabular list's release.`);
  const { billable, headers } = set.counts;
  if (billable + headers !== records.length) throw new ImportError(`${file}: it lists ${records.length} codes, the tabular list makes ${billable + headers}. They are not of one release.`);
}

function sameCodes({ file, value }: Parsed<ReadonlyMap<string, string>>, written: Tabular): void {
  const { billable } = codesOf(written, 1);
  const odd = [...value.keys()].find((code) => !billable.has(code)) ?? [...billable].find((code) => !value.has(code));
  if (odd !== undefined) throw new ImportError(`${file}: it has ${value.size} codes, the other files ${billable.size} billable ones; ${odd} stands on one side only. They are not of one release, or one is not whole.`);
}

function titlesOf(records: readonly OrderRecord[], set: CodeSet): { readonly same: number; readonly other: number } {
  const same = records.filter(({ code, title }) => set.entry(code)?.title === title).length;
  return { same, other: records.length - same };
}

/** More than a slip of the pen, and the index is another release's. */
const MOST_UNKNOWN = 0.02;

function unknownIn(entries: readonly IndexEntry[], set: CodeSet, files: string): number {
  const codes = new Set(entries.flatMap(({ codes: led }) => led.map((code) => undotted(code).replace(/-+$/, ''))));
  const unknown = [...codes].filter((code) => set.entry(code) === undefined);
  if (unknown.length <= codes.size * MOST_UNKNOWN) return unknown.length;
  throw new ImportError(`${files}: ${unknown.length} of its ${codes.size} codes (${unknown.slice(0, 3).join(', ')} …) are not in the release. It is another release's index.`);
}
