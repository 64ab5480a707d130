import type { InstructionalNote, NoteKind } from '../domain/model/index.ts';
import { readLines, readNumbers, type Planes } from './planes.ts';

/** In the asset a kind is its place here. */
export const NOTE_KINDS = ['includes', 'excludes1', 'excludes2', 'code-first', 'use-additional', 'code-also', 'note', 'seventh-character'] as const satisfies readonly NoteKind[];

/** A chapter or section: what stands there holds for `count` rows from `first` on. */
export interface NoteHolder {
  readonly label: string;
  readonly first: number;
  readonly count: number;
}

export type NotesOfRow = (row: number) => readonly InstructionalNote[];

/**
 * What the tabular list instructs for a row: its own notes, then those of the rows above, the section and the chapter.
 * Undefined where the asset was made without them.
 */
export function decodeNotes({ has, plane }: Planes, parents: Int32Array, nameOf: (row: number) => string): NotesOfRow | undefined {
  if (!has('note-holders')) return undefined;
  const groups = JSON.parse(new TextDecoder().decode(plane('note-groups'))) as NoteHolder[];
  const at = new Map<number, number[]>();
  let holder = 0;
  readNumbers(plane('note-holders')).forEach((step, block) => {
    holder += step;
    at.set(holder, [...(at.get(holder) ?? []), block]);
  });
  const kinds = plane('note-kinds');
  const lines = readLines(plane('note-lines'));
  const blocksAt = (number: number, label: string): InstructionalNote[] =>
    (at.get(number) ?? []).map((block) => ({ at: label, kind: NOTE_KINDS[kinds[block]!]!, lines: lines[block]!.split('\t') }));
  return (row) => {
    const found: InstructionalNote[] = [];
    for (let above = row; above >= 0; above = parents[above] ?? -1) found.push(...blocksAt(groups.length + above, nameOf(above)));
    const around = groups.flatMap((group, number) => (row >= group.first && row < group.first + group.count ? [{ ...group, number }] : []));
    for (const { number, label } of around.toSorted((a, b) => a.count - b.count)) found.push(...blocksAt(number, label));
    return found;
  };
}
