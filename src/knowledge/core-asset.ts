import { dotted, type SeventhCharacter, type Tabular } from '../domain/coding/tabular.ts';
import { decodeNotes } from './core-notes.ts';
import { readFrontCoded, readLines, readPlanes, readWide } from './planes.ts';

interface CoreHeader {
  readonly releases: readonly {
    readonly release: string; readonly bit: number; readonly validFrom: string; readonly validTo: string;
    readonly counts: { readonly billable: number; readonly headers: number };
    readonly retitled: readonly (readonly [number, string])[];
  }[];
  readonly seventhSets: readonly (readonly SeventhCharacter[])[];
}

/** The tabular list from a (unpacked) core asset, shipped or imported. @throws Error when it is none */
export function decodeCore(bytes: Uint8Array): Tabular {
  const planes = readPlanes(bytes);
  const { header, plane } = planes;
  const { releases, seventhSets } = header as unknown as CoreHeader;
  const codes = readFrontCoded(plane('code-kept'), plane('code-rest'));
  const parents = parentsOf(plane('depth'));
  const notesOf = decodeNotes(planes, parents, (row) => dotted(codes[row] ?? ''));
  return {
    releases: releases.map((release) => ({ ...release, retitled: new Map(release.retitled) })),
    codes,
    titles: readFrontCoded(plane('title-kept'), plane('title-rest')),
    parents,
    inReleases: plane('in-releases'),
    seventh: plane('seventh'),
    seventhSets,
    inclusionTerms: readLines(plane('inclusion-terms')),
    inclusionRows: rowsOf(readWide(plane('inclusion-steps'))),
    ...(notesOf === undefined ? {} : { notesOf }),
  };
}

/** Tabular order is depth first, so that the row above is the last one that is one level up. */
function parentsOf(depths: Uint8Array): Int32Array {
  const lastAt = new Int32Array(256);
  const parents = new Int32Array(depths.length);
  for (let row = 0; row < depths.length; row++) {
    const depth = depths[row]!;
    lastAt[depth] = row;
    parents[row] = depth === 0 ? -1 : lastAt[depth - 1]!;
  }
  return parents;
}

function rowsOf(steps: Uint16Array): Int32Array {
  const rows = new Int32Array(steps.length);
  let row = 0;
  for (let term = 0; term < steps.length; term++) rows[term] = row += steps[term]!;
  return rows;
}
