import { undotted } from '../../../domain/coding/tabular.ts';
import { analyzeRecord } from '../../analyze.ts';
import { requiredText } from '../../fields.ts';
import type { Measure } from '../measure.ts';
import { codesOf, SERVICE_DATE } from '../codes.ts';
import { countSets, f1, precisionAndRecall, tally } from '../tally.ts';

/**
 * Case reports with the codes that human coders gave (CodiEsp): micro-F1 of what is suggested, over all gold codes and over those that
 * are still billable; and of every code understood. Its coders also marked what a report denies or only suspects ("no fever"), which
 * is never suggested.
 */
export const caseReports: Measure = {
  fits: (row) => 'text' in row && 'codes' in row,
  score(rows, { knowledge }) {
    const [all, billable, understood] = [tally(), tally(), tally()];
    const release = knowledge.codeSets.inForce(SERVICE_DATE);
    const misses: string[] = [];
    for (const row of rows) {
      const { suggestions, mentions } = analyzeRecord({ id: row['id'], text: requiredText(row, 'text'), serviceDate: SERVICE_DATE }, knowledge);
      const got = new Set(suggestions.map(({ code }) => undotted(code)));
      const gold = new Set(codesOf(row['codes']));
      countSets(all, gold, got);
      countSets(billable, new Set([...gold].filter((code) => release?.entry(code)?.billable)), got);
      countSets(understood, gold, new Set(mentions.flatMap(({ codes }) => codes.slice(0, 1).map(undotted))));
      misses.push(`${String(row['id'])}: missed ${[...gold].filter((code) => !got.has(code)).join(' ') || '–'}; extra ${[...got].filter((code) => !gold.has(code)).join(' ') || '–'}`);
    }
    return {
      figures: [
        { what: 'case reports → codes, micro-F1', count: rows.length, value: f1(all), detail: precisionAndRecall(all), published: 'caseReports' },
        { what: '… gold codes that are still billable', count: rows.length, value: f1(billable), detail: precisionAndRecall(billable) },
        { what: '… codes of all mentions, denied and suspected ones too', count: rows.length, value: f1(understood), detail: precisionAndRecall(understood) },
      ],
      misses,
    };
  },
};
