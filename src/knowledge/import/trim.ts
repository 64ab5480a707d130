import { dotted, undotted } from '../../domain/coding/tabular.ts';
import { leaves, madeBy, setOf } from './by-rule.ts';
import { ImportError } from './import-error.ts';
import type { ByRule } from './known.ts';
import type { TabularNode } from './tabular-xml.ts';

/**
 * The tabular list with the seventh characters that the published list has: notes take some away (at S06, D and S after death), in
 * words that no program should guess at, so the list decides.
 * @param listed the billable codes of the order file, without the dot
 * @throws ImportError where list and tabular differ otherwise: then they are not of one release
 */
export function trimToList(nodes: readonly TabularNode[], listed: ReadonlySet<string>, files: { readonly tabular: string; readonly list: string }): { readonly nodes: TabularNode[]; readonly byRule: ByRule } {
  const trimmed = [...nodes];
  const unlisted: string[] = [];
  const made = new Set<string>();
  let takenAway = 0;
  for (const row of leaves(nodes)) {
    const codes = madeBy(nodes, row);
    for (const code of codes) made.add(code);
    const kept = codes.filter((code) => listed.has(code));
    if (kept.length === codes.length) continue;
    if (kept.length === 0) {
      unlisted.push(...codes);
      continue;
    }
    takenAway += codes.length - kept.length;
    const chars = new Set(kept.map((code) => code.at(-1)));
    trimmed[row] = { ...nodes[row]!, seventh: setOf(nodes, row)!.filter(([char]) => chars.has(char)) };
  }
  const unmade = [...listed].filter((code) => !made.has(code));
  if (unlisted.length + unmade.length === 0) return { nodes: trimmed, byRule: { made: made.size, takenAway } };
  throw new ImportError(`${files.tabular} and ${files.list} are not of one release, or one is not whole: ${[
    ...(unlisted.length > 0 ? [`the tabular list has ${counted(unlisted)} that the other does not report`] : []),
    ...(unmade.length > 0 ? [`the other reports ${counted(unmade)} that the tabular list does not have`] : []),
  ].join(', and ')}.`);
}

function counted(codes: readonly string[]): string {
  const some = codes.slice(0, 3).map((code) => dotted(undotted(code))).join(', ');
  return `${codes.length.toLocaleString('en')} ${codes.length === 1 ? 'code' : 'codes'} (${some}${codes.length > 3 ? ' …' : ''})`;
}
