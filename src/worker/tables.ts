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

/** What `packTables` packed. A node refers to nodes before it by their number in a list of one. */
export function unpackTables(text: string): UnpackedTables {
  const { nodes, roots } = JSON.parse(text) as { readonly nodes: readonly Node[]; readonly roots: readonly Member[] };
  const values: unknown[] = [];
  const valueOf = (member: Member): unknown => (Array.isArray(member) ? values[member[0]] : member);
  for (const node of nodes) values.push(unpacked(node, valueOf));
  return roots.map(valueOf);
}

type Member = string | number | boolean | null | readonly [place: number];

type Node =
  | { readonly list: readonly Member[] }
  | { readonly set: readonly Member[] }
  | { readonly map: readonly (readonly [Member, Member])[] }
  | { readonly pattern: readonly [source: string, flags: string] }
  | { readonly object: readonly (readonly [string, Member])[] };

function unpacked(node: Node, valueOf: (member: Member) => unknown): unknown {
  if ('set' in node) return new Set(node.set.map(valueOf));
  if ('map' in node) return new Map(node.map.map(([key, member]) => [valueOf(key), valueOf(member)]));
  if ('pattern' in node) return new RegExp(...node.pattern);
  if ('object' in node) return Object.fromEntries(node.object.map(([key, member]) => [key, valueOf(member)]));
  return node.list.map(valueOf);
}
