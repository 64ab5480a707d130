import { undotted } from '../../../domain/coding/tabular.ts';
import { lookup } from '../../../domain/coding/lookup.ts';
import type { CodeSet } from '../../../domain/model/index.ts';
import { requiredText } from '../../fields.ts';
import type { Measure } from '../measure.ts';
import { codesOf, SERVICE_DATE } from '../codes.ts';
import { share } from '../tally.ts';

/** Disease name → code: how often the first answer is a gold code, or lies beneath or within a gold header or range. */
export const terms: Measure = {
  fits: (row) => 'term' in row && 'codes' in row,
  score(rows, { knowledge }) {
    const release = knowledge.codeSets.inForce(SERVICE_DATE) ?? knowledge.codeSets.newest;
    const misses: string[] = [];
    let [first, among] = [0, 0];
    for (const row of rows) {
      const gold = codesOf(row['codes']);
      const term = requiredText(row, 'term');
      const found = lookup(term, { ageYears: null, sex: 'unknown', serviceDate: SERVICE_DATE }, knowledge).map(({ code }) => undotted(code));
      const right = found.map((code) => gold.some((one) => answers(code, one, release)));
      if (right[0] === true) first++;
      else misses.push(`${term}: ${[...gold].join(' ')}, answered ${found[0] ?? 'nothing'}`);
      if (right.slice(0, 5).includes(true)) among++;
    }
    return {
      figures: [
        { what: 'disease term → code, first answer right', count: rows.length, value: share(first, rows.length), detail: `among five ${share(among, rows.length).toFixed(3)}`, published: 'terms' },
      ],
      misses,
    };
  },
};

function answers(code: string, gold: string, release: CodeSet): boolean {
  const range = /^([A-Z]\d[0-9A-Z]\w*)-([A-Z]\d[0-9A-Z]\w*)$/.exec(gold);
  if (range) return code.slice(0, range[1]!.length) >= range[1]! && code.slice(0, range[2]!.length) <= range[2]!;
  return code === gold || (code.startsWith(gold) && release.entry(gold)?.billable !== true);
}
