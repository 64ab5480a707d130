import { buildCodeSets } from '../../domain/coding/code-set.ts';
import { dotted, undotted, type Tabular } from '../../domain/coding/tabular.ts';
import type { CodeSet } from '../../domain/model/index.ts';
import { ImportError } from './import-error.ts';
import type { OrderRecord } from './order.ts';
import type { TabularNode } from './tabular-xml.ts';

/** The releases of a core asset, for their codes; searching them is not possible. */
export function releasesOf(tabular: Tabular): readonly CodeSet[] {
  const sets = buildCodeSets(tabular, () => { throw new Error('Nothing is searched while importing.'); });
  return tabular.releases.map(({ validFrom }) => sets.inForce(validFrom) ?? sets.newest);
}

/** A release as its order file would list it: all codes in tabular order, each header before what is under it. */
export function orderRecords(tabular: Tabular, set: CodeSet): OrderRecord[] {
  const records: OrderRecord[] = [];
  const visit = (code: string): void => {
    const entry = set.entry(code);
    if (entry === undefined) return;
    records.push({ code: undotted(entry.code), billable: entry.billable, title: entry.title });
    for (const child of set.children(code)) visit(child.code);
  };
  tabular.parents.forEach((parent, row) => {
    if (parent < 0) visit(tabular.codes[row] ?? '');
  });
  return records;
}

/**
 * The rows of a tabular list from an order file alone: every code is a row, under the longest code that it begins with.
 * @throws ImportError where the file is not in tabular order
 */
export function nodesOfRecords(records: readonly OrderRecord[], file: string): TabularNode[] {
  const above: { readonly code: string; readonly row: number }[] = [];
  const closed = new Set<string>();
  return records.map(({ code, title }, row) => {
    while (above.length > 0 && !code.startsWith(above.at(-1)?.code ?? '')) closed.add(above.pop()?.code ?? '');
    const parent = above.at(-1)?.row ?? -1;
    if ((parent < 0 && code.length !== 3) || closedAbove(code, closed)) throw new ImportError(`${file}: ${dotted(code)} does not stand under its category. Lines are missing or moved: take the file as it was published.`);
    above.push({ code, row });
    return { code: dotted(code), title, parent, inclusionTerms: [], seventh: null, notes: [] };
  });
}

/** Something that it begins with came before, and has ended. */
function closedAbove(code: string, closed: ReadonlySet<string>): boolean {
  for (let length = 3; length < code.length; length++) if (closed.has(code.slice(0, length))) return true;
  return false;
}
