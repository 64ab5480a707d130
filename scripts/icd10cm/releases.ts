import { undotted } from '../../src/domain/coding/tabular.ts';
import type { TabularNode } from '../../src/knowledge/import/tabular-xml.ts';

export const FY2026 = 1;
export const FY2027 = 2;

/** A row of the compiled table; `bits` says which releases have it. */
export interface ReleasedNode extends TabularNode {
  readonly bits: number;
}

export interface Change {
  readonly kind: string;
  readonly code: string;
  readonly billable: boolean;
  readonly title: string;
}

export interface Layered {
  readonly nodes: ReleasedNode[];
  /** Row → title that FY2027 gives it. */
  readonly retitled: [number, string][];
}

/** Rows of `fy2027-changes.tsv`: change, code, billable, title. */
export function readChanges(tsv: string): Change[] {
  return tsv.trim().split(/\r?\n/).slice(1).map((line) => {
    const [kind = '', code = '', billable = '', title = ''] = line.split('\t');
    return { kind, code, billable: billable === '1', title };
  });
}

/**
 * One table of both releases, in tabular order. What the addenda list with a seventh character is no row of its own
 * where the rule makes it (the oracle checks that the rule makes exactly those).
 * Authority: CMS/NCHS ICD-10-CM FY2027 addenda, in force 2026-10-01.
 */
export function layerReleases(tabular: readonly TabularNode[], changes: readonly Change[]): Layered {
  const tree = new Map<string, Branch>();
  const roots: Branch[] = [];
  for (const node of tabular) {
    const branch: Branch = { node, bits: FY2026 | FY2027, children: [] };
    tree.set(undotted(node.code), branch);
    const parent = tabular[node.parent];
    (parent ? tree.get(undotted(parent.code))!.children : roots).push(branch);
  }
  const deleted = new Set(changes.filter((change) => change.kind === 'deleted').map((change) => undotted(change.code)));
  for (const [code, branch] of tree) if (deleted.has(code)) branch.bits = FY2026;
  const additions = changes.filter((change) => change.kind === 'added').toSorted((a, b) => a.code.length - b.code.length);
  for (const { code, title } of additions) addBranch(tree, roots, code, title);
  const nodes = flatten(roots);
  const place = new Map(nodes.map((node, row) => [undotted(node.code), row]));
  const retitled = changes.filter((change) => change.kind === 'retitled').map(({ code, title }): [number, string] => {
    const row = place.get(undotted(code));
    if (row === undefined) throw new Error(`FY2027 retitles ${code}, which the tabular list does not have.`);
    return [row, title];
  });
  return { nodes, retitled };
}

interface Branch {
  readonly node: TabularNode;
  bits: number;
  readonly children: Branch[];
}

/** New categories stand after these; a new letter in the third place follows the digits of its block. */
const CATEGORY_AFTER: Record<string, string> = { J4B: 'J4A', K6A: 'K68', QA1: 'QA0' };

function addBranch(tree: Map<string, Branch>, roots: Branch[], code: string, title: string): void {
  const key = undotted(code);
  const known = tree.get(key);
  if (known) throw new Error(`FY2027 adds ${code}, which the tabular list has already.`);
  const branch: Branch = { node: { code, title, parent: -1, inclusionTerms: [], seventh: null, notes: [] }, bits: FY2027, children: [] };
  if (key.length === 3) {
    const after = roots.findIndex((root) => root.node.code === CATEGORY_AFTER[key]);
    if (after < 0) throw new Error(`FY2027 adds the category ${code}: say in CATEGORY_AFTER where it stands.`);
    roots.splice(after + 1, 0, branch);
    tree.set(key, branch);
    return;
  }
  if (key.length === 7 && madeByRule(tree, key)) return;
  const parent = longestPrefix(tree, key);
  if (!parent) throw new Error(`FY2027 adds ${code} under no known category.`);
  const before = parent.children.findIndex((child) => undotted(child.node.code) > key);
  parent.children.splice(before < 0 ? parent.children.length : before, 0, branch);
  tree.set(key, branch);
}

/** A seventh character by rule: some row above brings a set with it. */
function madeByRule(tree: ReadonlyMap<string, Branch>, key: string): boolean {
  for (let length = 6; length >= 3; length--) {
    const above = tree.get(key.slice(0, length));
    if (above?.node.seventh) return above.node.seventh.some(([char]) => char === key[6]);
  }
  return false;
}

function longestPrefix(tree: ReadonlyMap<string, Branch>, key: string): Branch | undefined {
  for (let length = key.length - 1; length >= 3; length--) {
    const found = tree.get(key.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

function flatten(roots: readonly Branch[]): ReleasedNode[] {
  const nodes: ReleasedNode[] = [];
  const visit = (branch: Branch, parent: number): void => {
    const row = nodes.push({ ...branch.node, parent, bits: branch.bits }) - 1;
    for (const child of branch.children) visit(child, row);
  };
  for (const root of roots) visit(root, -1);
  return nodes;
}
