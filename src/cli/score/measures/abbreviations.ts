import { expandAbbreviation, type Expansion } from '../../../domain/mentions/abbreviations/expand.ts';
import { requiredText } from '../../fields.ts';
import type { JsonRecord } from '../../json-lines.ts';
import type { Measure } from '../measure.ts';
import { share } from '../tally.ts';

/**
 * Abbreviations in context: right where the first code falls in the category of the gold code or, where gold has none, where the
 * expansions match without case, punctuation and brackets. Where gold has no expansion either, the context does not decide.
 */
export const abbreviations: Measure = {
  fits: (row) => 'text' in row && 'abbr' in row && 'expansion' in row && 'icd10cm' in row,
  score(rows, { knowledge }) {
    const answers = rows.map((row) => ({ row, found: expandAbbreviation(requiredText(row, 'text'), { start: Number(row['start']), end: Number(row['end']) }, knowledge) }));
    const wrong = answers.filter(({ row, found }) => !isRight(row, found));
    const of = (kind: (row: JsonRecord) => boolean): string => {
      const all = answers.filter(({ row }) => kind(row));
      return share(all.filter(({ row, found }) => isRight(row, found)).length, all.length).toFixed(2);
    };
    return {
      figures: [{
        what: 'abbreviations in context', count: rows.length, value: share(rows.length - wrong.length, rows.length), published: 'abbreviations',
        detail: `with a code ${of((row) => typeof row['icd10cm'] === 'string')}, without ${of((row) => typeof row['icd10cm'] !== 'string')}`,
      }],
      misses: wrong.map(({ row, found }) => `${String(row['id'])} [${String(row['abbr'])}] ${String(row['expansion'])} ${String(row['icd10cm'])}, answered ${found?.expansion ?? 'nothing'} ${found?.codes.join(' ') ?? ''}`),
    };
  },
};

function isRight({ expansion, icd10cm }: JsonRecord, found: Expansion | null): boolean {
  if (typeof icd10cm === 'string') return found?.codes[0]?.slice(0, CATEGORY) === icd10cm.slice(0, CATEGORY);
  if (typeof expansion !== 'string') return found?.expansion === null;
  const answered = found?.expansion ?? '';
  return plain(answered) === plain(expansion) || plain(withoutBrackets(answered)) === plain(withoutBrackets(expansion));
}

const CATEGORY = 3;

function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "right eye (oculus dexter)" and "right eye" are one. */
function withoutBrackets(words: string): string {
  return words.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
}
