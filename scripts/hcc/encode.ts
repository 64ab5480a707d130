import { writeFrontCoded, writeLines, writePlanes, writeWide } from '../../src/knowledge/import/write-planes.ts';
import type { EditRow, HccTables } from './tables.ts';

/**
 * FY2026 codes that the mapping does not list although every other code beside them has a category: taken for a gap of the table, not for
 * CMS's word that there is none. E11.A (in remission) is the only one among E11.-.
 */
const GAPS = ['E11A'];

/** The tables were last brought up to date with the codes in force on this day. */
const KNOWS_THROUGH = '2026-09-30';

/** Mapping, hierarchies, labels and edits, uncompressed. */
export function encodeHcc({ categories, hierarchies, labels, edits }: HccTables): Uint8Array {
  const codes = [...categories.keys()].toSorted();
  const sets = numbering<string>();
  const rules = numbering<string>();
  const setOf = codes.map((code) => sets.number((categories.get(code) ?? []).join(' ')));
  const ruleOf = codes.map((code) => (edits.has(code) ? rules.number(ruleText(edits.get(code)!)) + 1 : 0));
  const { kept, rest } = writeFrontCoded(codes);
  const numbers = [...labels.keys()].toSorted((a, b) => a - b);
  const below = numbers.map((above) => hierarchies.filter(([parent]) => parent === above).map(([, child]) => child).toSorted((a, b) => a - b).join(' '));
  return writePlanes({ model: 'V28', paymentYear: 2026, knowsThrough: KNOWS_THROUGH, gaps: GAPS }, [
    ['code-kept', kept],
    ['code-rest', rest],
    ['code-sets', Uint8Array.from(setOf)],
    ['code-edits', Uint8Array.from(ruleOf)],
    ['sets', writeLines(sets.values())],
    ['edits', writeLines(rules.values())],
    ['categories', writeWide(numbers)],
    ['labels', writeLines(numbers.map((number) => labels.get(number) ?? ''))],
    ['below', writeLines(below)],
  ]);
}

/** The relative factors, uncompressed: names in order, and the thousandths of each. */
export function encodeCoefficients(coefficients: HccTables['coefficients']): Uint8Array {
  const sorted = coefficients.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { kept, rest } = writeFrontCoded(sorted.map(([name]) => name));
  return writePlanes({ model: 'V28', paymentYear: 2026 }, [['name-kept', kept], ['name-rest', rest], ['thousandths', writeWide(sorted.map(([, value]) => value))]]);
}

function ruleText({ sex, from, through, becomes }: EditRow): string {
  return [sex, from, through, becomes].map((value) => value ?? '').join('\t');
}

/** Gives each value that it sees a number, from 0. */
function numbering<T>(): { number(value: T): number; values(): T[] } {
  const numbers = new Map<T, number>();
  return {
    number(value) {
      const known = numbers.get(value) ?? numbers.size;
      if (known > 254) throw new Error('More kinds than a byte can count.');
      numbers.set(value, known);
      return known;
    },
    values: () => [...numbers.keys()],
  };
}
