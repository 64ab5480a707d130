import { padded, seventhOf, undotted, type Tabular } from '../../domain/coding/tabular.ts';
import type { TabularNode } from './tabular-xml.ts';

type Node = Pick<TabularNode, 'code' | 'parent' | 'seventh'>;

/**
 * Leaves, each with every seventh character that it inherits, filled up with X; before any note that takes some away (S06).
 * The published list must be the same but for those.
 */
export function codesByRule(nodes: readonly Node[]): Set<string> {
  return new Set(leaves(nodes).flatMap((row) => madeBy(nodes, row)));
}

/** Rows without rows below them. */
export function leaves(nodes: readonly Node[]): number[] {
  const hasChildren = new Set(nodes.map((node) => node.parent));
  return nodes.flatMap((_, row) => (hasChildren.has(row) ? [] : [row]));
}

/** The billable codes that a leaf stands for, without the dot. */
export function madeBy(nodes: readonly Node[], row: number): string[] {
  const code = undotted(nodes[row]?.code ?? '');
  const set = setOf(nodes, row);
  return set === null ? [code] : set.map(([char]) => padded(code) + char);
}

/** The seventh characters of a row: the nearest set wins; none for a code that is seven characters long already. */
export function setOf(nodes: readonly Node[], row: number): TabularNode['seventh'] {
  if (undotted(nodes[row]?.code ?? '').length > 6) return null;
  for (let at = row; at >= 0; at = nodes[at]?.parent ?? -1) {
    const set = nodes[at]?.seventh;
    if (set) return set.length > 0 ? set : null;
  }
  return null;
}

/**
 * S06 with sixth character 7 or 8 (death before regaining consciousness) takes the initial encounter only.
 * Authority: tabular note at S06, "7th characters D and S do not apply …".
 */
export function withoutLaterEncounters<T extends Node>(node: T): T {
  return /^S06\..{2}[78]$/.test(node.code) ? { ...node, seventh: [['A', 'initial encounter']] } : node;
}

/** Billable codes and headers of each release, as the decoded asset gives them. */
export function codesOf(tabular: Tabular, bit: number): { billable: Set<string>; headers: Set<string> } {
  const billable = new Set<string>();
  const headers = new Set<string>();
  const isIn = (row: number) => ((tabular.inReleases[row] ?? 0) & bit) !== 0;
  const parents = new Set<number>();
  tabular.parents.forEach((parent, row) => {
    if (isIn(row)) parents.add(parent);
  });
  tabular.codes.forEach((written, row) => {
    if (!isIn(row)) return;
    const code = undotted(written);
    const set = parents.has(row) ? [] : seventhOf(tabular, row);
    for (const [char] of set) billable.add(padded(code) + char);
    (parents.has(row) || set.length > 0 ? headers : billable).add(code);
  });
  return { billable, headers };
}
