import { padded, seventhOf, undotted, type Tabular } from '../../src/domain/coding/tabular.ts';
import { plain } from './releases.ts';
import type { TabularNode } from './tabular.ts';

/**
 * Leaves, each with every seventh character that it inherits, filled up with X; before the S06 note is applied.
 * The published list must be the same but for the 76 S06 codes that the note takes away.
 */
export function codesByRule(nodes: readonly TabularNode[]): Set<string> {
  const hasChildren = new Set(nodes.map((node) => node.parent));
  const codes = new Set<string>();
  nodes.forEach((node, row) => {
    if (hasChildren.has(row)) return;
    const code = plain(node.code);
    const set = code.length > 6 ? null : nearestSet(nodes, row);
    for (const char of set?.map(([c]) => c) ?? ['']) codes.add(char ? padded(code) + char : code);
  });
  return codes;
}

function nearestSet(nodes: readonly TabularNode[], row: number): TabularNode['seventh'] {
  for (let at = row; at >= 0; at = nodes[at]?.parent ?? -1) if (nodes[at]?.seventh) return nodes[at]?.seventh ?? null;
  return null;
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
