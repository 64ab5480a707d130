import type { SeventhCharacter, Tabular } from '../domain/coding/tabular.ts';
import { readFrontCoded, readLines, readPlanes, readWide } from './planes.ts';

interface CoreHeader {
  readonly releases: readonly {
    readonly release: string; readonly bit: number; readonly validFrom: string; readonly validTo: string;
    readonly counts: { readonly billable: number; readonly headers: number };
    readonly retitled: readonly (readonly [number, string])[];
  }[];
  readonly seventhSets: readonly (readonly SeventhCharacter[])[];
}

/** The tabular list from the (unpacked) core asset. */
export function decodeCore(bytes: Uint8Array): Tabular {
  const { header, plane } = readPlanes(bytes);
  const { releases, seventhSets } = header as unknown as CoreHeader;
  const codes = readFrontCoded(plane('code-kept'), plane('code-rest'));
  return {
    releases: releases.map((release) => ({ ...release, retitled: new Map(release.retitled) })),
    codes,
    titles: readFrontCoded(plane('title-kept'), plane('title-rest')),
    parents: parentsOf(plane('depth')),
    inReleases: plane('in-releases'),
    seventh: plane('seventh'),
    seventhSets,
    inclusionTerms: readLines(plane('inclusion-terms')),
    inclusionRows: rowsOf(readWide(plane('inclusion-steps'))),
  };
}

/** Tabular order is depth first, so that the row above is the last one that is one level up. */
function parentsOf(depths: Uint8Array): Int32Array {
  const lastAt: number[] = [];
  return Int32Array.from(depths, (depth, row) => {
    lastAt[depth] = row;
    return depth === 0 ? -1 : (lastAt[depth - 1] ?? -1);
  });
}

function rowsOf(steps: Uint16Array): Int32Array {
  let row = 0;
  return Int32Array.from(steps, (step) => (row += step));
}
