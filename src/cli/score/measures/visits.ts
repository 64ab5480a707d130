import { analyzeRecord } from '../../analyze.ts';
import { requiredText } from '../../fields.ts';
import type { JsonRecord } from '../../json-lines.ts';
import { codesOf, SERVICE_DATE } from '../codes.ts';
import type { Measure } from '../measure.ts';
import { countSets, f1, precisionAndRecall, share, tally } from '../tally.ts';

/**
 * Outpatient visit notes: micro-F1 of what is suggested, and how much of it must not be. External causes count neither way, nor
 * do `optional` codes. A row without a note belongs to the note of the same id.
 */
export const visits: Measure = {
  fits: (row) => 'codes' in row && 'mustNot' in row,
  score(rows, { knowledge, notes }) {
    const counts = tally();
    let [suggested, wrong, scored] = [0, 0, 0];
    const misses: string[] = [];
    for (const row of rows) {
      const source = 'note' in row ? row : notes.get(String(row['id']));
      if (source === undefined) continue;
      scored++;
      const got = new Set(suggestedFor(source, row, knowledge));
      const [gold, optional, mustNot] = [new Set(counting(row['codes'])), codesOf(row['optional']), codesOf(row['mustNot'])];
      const judged = new Set([...got].filter((code) => gold.has(code) || !optional.includes(code)));
      const mistaken = [...got].filter((code) => mustNot.includes(code));
      countSets(counts, gold, judged);
      suggested += got.size;
      wrong += mistaken.length;
      const [missed, extra] = [[...gold].filter((code) => !got.has(code)), [...judged].filter((code) => !gold.has(code))];
      if (missed.length + extra.length > 0) misses.push(`${String(row['id'])}: missed ${missed.join(' ') || '–'}; extra ${extra.map((code) => (mistaken.includes(code) ? `${code}!` : code)).join(' ') || '–'}`);
    }
    if (scored === 0) return { figures: [{ what: 'visit notes → codes', count: rows.length, value: 'the notes are not in the folder' }], misses };
    return {
      figures: [
        { what: 'visit notes → codes, micro-F1', count: scored, value: f1(counts), detail: precisionAndRecall(counts), published: 'visits' },
        { what: '… must not appear, share of suggestions', count: suggested, value: share(wrong, suggested) * Number(suggested > 0), detail: `${wrong} codes`, published: 'mustNot' },
      ],
      misses,
    };
  },
};

function suggestedFor(source: JsonRecord, row: JsonRecord, knowledge: Parameters<typeof analyzeRecord>[1]): readonly string[] {
  const { age, sex } = source;
  const record = { id: row['id'], text: requiredText(source, 'note'), age, sex, serviceDate: row['serviceDate'] ?? SERVICE_DATE, setting: row['setting'] ?? 'outpatient', noteType: row['noteType'] };
  return counting(analyzeRecord(record, knowledge).suggestions.map(({ code }) => code));
}

function counting(codes: unknown): readonly string[] {
  return codesOf(codes).filter((code) => !/^[VWXY]/.test(code));
}
