import { FY2026, FY2027, plain, type Layered, type ReleasedNode } from './releases.ts';
import { writeFrontCoded, writeLines, writePlanes, writeWide } from './write-planes.ts';

export const RELEASES = [
  { release: 'FY2026', bit: FY2026, validFrom: '2025-10-01', validTo: '2026-09-30', counts: { billable: 74_719, headers: 23_467 } },
  { release: 'FY2027', bit: FY2027, validFrom: '2026-10-01', validTo: '2027-09-30', counts: { billable: 74_879, headers: 23_524 } },
] as const;

/** The core asset, uncompressed: codes, titles, seventh characters, inclusion terms of both releases. */
export function encodeCore({ nodes, retitled }: Layered): Buffer {
  const sets: [string, string][][] = [];
  const seventh = Uint8Array.from(nodes, (node) => setNumber(sets, withoutLaterEncounters(node)));
  const codes = writeFrontCoded(nodes.map((node) => plain(node.code)));
  const titles = writeFrontCoded(nodes.map((node) => node.title));
  const depth = new Uint8Array(nodes.length);
  nodes.forEach((node, row) => {
    if (node.parent >= 0) depth[row] = (depth[node.parent] ?? 0) + 1;
  });
  const terms = nodes.flatMap((node, row) => node.inclusionTerms.map((term) => ({ term, row })));
  const header = {
    releases: RELEASES.map((release) => ({ ...release, retitled: release.bit === FY2027 ? retitled : [] })),
    seventhSets: sets,
  };
  return writePlanes(header, [
    ['code-kept', codes.kept],
    ['code-rest', codes.rest],
    ['depth', depth],
    ['in-releases', Uint8Array.from(nodes, (node) => node.bits)],
    ['seventh', seventh],
    ['title-kept', titles.kept],
    ['title-rest', titles.rest],
    ['inclusion-steps', writeWide(terms.map(({ row }, index) => row - (terms[index - 1]?.row ?? 0)))],
    ['inclusion-terms', writeLines(terms.map(({ term }) => term))],
  ]);
}

/**
 * S06 with sixth character 7 or 8 (death before regaining consciousness) takes the initial encounter only.
 * Authority: tabular note at S06, "7th characters D and S do not apply …".
 */
function withoutLaterEncounters(node: ReleasedNode): [string, string][] | null {
  const died = /^S06\..{2}[78]$/.test(node.code);
  return died ? [['A', 'initial encounter']] : node.seventh;
}

function setNumber(sets: [string, string][][], set: [string, string][] | null): number {
  if (!set) return 0;
  const known = sets.findIndex((other) => JSON.stringify(other) === JSON.stringify(set));
  return known >= 0 ? known + 1 : sets.push(set);
}
