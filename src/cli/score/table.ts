import type { Figure } from './measure.ts';
import { PUBLISHED } from './published.ts';

export interface TableRow extends Figure {
  readonly set: string;
}

/** The figures as one Markdown table. */
export function table(rows: readonly TableRow[]): string {
  const cells = rows.map(({ set, what, count, value, detail, published }) => [set, what, String(count), typeof value === 'number' ? value.toFixed(3) : value, detail ?? '', PUBLISHED[published ?? ''] ?? '']);
  const all = [['set', 'measure', 'cases', 'figure', 'made up of', 'best of others'], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(all[0]!), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line), ''].join('\n');
}
