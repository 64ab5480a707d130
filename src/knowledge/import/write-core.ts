import { undotted, type TabularRelease } from '../../domain/coding/tabular.ts';
import type { NoteKind } from '../../domain/model/index.ts';
import { NOTE_KINDS, type NoteHolder } from '../core-notes.ts';
import type { IndexEntry } from './index-xml.ts';
import type { NoteBlock, TabularGroup, TabularNode } from './tabular-xml.ts';
import { writeFrontCoded, writeLines, writeNumbers, writePlanes, writeWide } from './write-planes.ts';

/** A row of the table; `bits` says which releases have it. */
export type CoreNode = Pick<TabularNode, 'code' | 'title' | 'parent' | 'inclusionTerms' | 'seventh'> & { readonly bits: number };

export type CoreRelease = Omit<TabularRelease, 'retitled'> & { readonly retitled: readonly (readonly [number, string])[] };

/** The core asset, uncompressed: codes, titles, seventh characters, inclusion terms; and what an imported one holds besides. */
export function encodeCore(nodes: readonly CoreNode[], releases: readonly CoreRelease[], more: readonly (readonly [string, Uint8Array])[] = []): Uint8Array {
  const sets: [string, string][][] = [];
  const seventh = Uint8Array.from(nodes, (node) => setNumber(sets, node.seventh));
  if (sets.length > 255) throw new Error('The tabular list has more sets of seventh characters than the asset holds.');
  const codes = writeFrontCoded(nodes.map((node) => undotted(node.code)));
  const titles = writeFrontCoded(nodes.map((node) => node.title));
  const depth = new Uint8Array(nodes.length);
  nodes.forEach((node, row) => {
    if (node.parent >= 0) depth[row] = (depth[node.parent] ?? 0) + 1;
  });
  const terms = nodes.flatMap((node, row) => node.inclusionTerms.map((term) => ({ term, row })));
  return writePlanes({ releases, seventhSets: sets }, [
    ['code-kept', codes.kept],
    ['code-rest', codes.rest],
    ['depth', depth],
    ['in-releases', Uint8Array.from(nodes, (node) => node.bits)],
    ['seventh', seventh],
    ['title-kept', titles.kept],
    ['title-rest', titles.rest],
    ['inclusion-steps', writeWide(terms.map(({ row }, index) => row - (terms[index - 1]?.row ?? 0)))],
    ['inclusion-terms', writeLines(terms.map(({ term }) => term))],
    ...more,
  ]);
}

function setNumber(sets: [string, string][][], set: [string, string][] | null): number {
  if (!set) return 0;
  const known = sets.findIndex((other) => JSON.stringify(other) === JSON.stringify(set));
  return known >= 0 ? known + 1 : sets.push(set);
}

/** The planes that `core-notes.ts` reads: what the tabular list instructs at chapters, sections and codes. */
export function encodeNotes(nodes: readonly Pick<TabularNode, 'notes'>[], groups: readonly TabularGroup[]): [string, Uint8Array][] {
  const said = groups.filter((group) => group.notes.length > 0);
  const holders: NoteHolder[] = said.map(({ label, first, count }) => ({ label, first, count }));
  const blocks = [...said.map((group) => group.notes), ...nodes.map((node) => node.notes)].flatMap((notes, holder) => notes.map((note) => ({ ...note, holder })));
  return [
    ['note-groups', new TextEncoder().encode(JSON.stringify(holders))],
    ['note-holders', writeNumbers(blocks.map(({ holder }, at) => holder - (blocks[at - 1]?.holder ?? 0)))],
    ['note-kinds', Uint8Array.from(blocks, ({ kind }) => numberOf(kind))],
    ['note-lines', writeLines(blocks.map(oneLine))],
  ];
}

function numberOf(kind: NoteKind): number {
  return NOTE_KINDS.indexOf(kind);
}

/** White space in the lines was made single blanks when they were read, so a tab stands in none. */
function oneLine({ lines }: NoteBlock): string {
  return lines.join('\t');
}

/** The planes that `core-index.ts` reads. A header's dash (`I25.1-`) is left out. */
export function encodeIndex(entries: readonly IndexEntry[]): [string, Uint8Array][] {
  return [
    ['index-terms', writeLines(entries.map(({ path }) => path.join(', ')))],
    ['index-codes', writeLines(entries.map(({ codes }) => codes.map((code) => code.replace(/[.-]+$/, '')).join('|')))],
  ];
}
