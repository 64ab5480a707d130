import { fetchUnpacked } from '../knowledge/fetch-unpacked.ts';

/** The data of each module, in the order in which the build numbered them. */
export type UnpackedTables = readonly unknown[];

/**
 * The tables that the build took out of the code (`scripts/vite/tables.ts`).
 * @throws Error when they cannot be fetched
 */
export async function fetchTables(url: string): Promise<UnpackedTables> {
  return unpackTables(new TextDecoder().decode(await fetchUnpacked(url)));
}

/** What `packTables` packed. A node refers to nodes before it. */
export function unpackTables(text: string): UnpackedTables {
  const { shapes, nodes, roots } = JSON.parse(text) as { readonly shapes: readonly (readonly string[])[]; readonly nodes: readonly Packed[]; readonly roots: readonly Packed[] };
  const values: unknown[] = [];
  const valueOf = (packed: Packed): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed;
    if (isList(packed)) return packed.map(valueOf);
    if ('o' in packed) {
      const [shape, ...members] = packed.o;
      return Object.fromEntries((shapes[shape] ?? []).map((key, at) => [key, valueOf(members[at]!)]));
    }
    if ('r' in packed) return values[packed.r];
    if ('e' in packed) return new Set(packed.e.map(valueOf));
    if ('m' in packed) return new Map(packed.m.map(([key, member]) => [valueOf(key), valueOf(member)]));
    return new RegExp(...packed.p);
  };
  for (const node of nodes) values.push(valueOf(node));
  return roots.map(valueOf);
}

type Packed =
  | string | number | boolean | null | readonly Packed[]
  | { readonly o: readonly [shape: number, ...members: Packed[]] }
  | { readonly r: number }
  | { readonly e: readonly Packed[] }
  | { readonly m: readonly (readonly [Packed, Packed])[] }
  | { readonly p: readonly [source: string, flags: string] };

function isList(packed: object): packed is readonly Packed[] {
  return Array.isArray(packed);
}
