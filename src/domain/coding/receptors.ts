import type { CodeSet, Note } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';

type Status = 'positive' | 'negative';

/** A result beside its receptor: a sign, a word, or a share of cells (from 1 % on it is positive; ASCO/CAP 2020). */
const RESULT = String.raw`\s?(?:status )?(?:is |was |: ?|\()?\s?(\+|[-−–](?![a-z\d])|pos\b|positiv\w+|neg\b|negativ\w+|(?:[1-9]\d?|100) ?%|[<0] ?[01]? ?%)`;
const ESTROGEN = new RegExp(String.raw`\b(?:ER|estrogen receptors?)(?: ?(?:/|,|and|&) ?(?:PR|progesterone receptors?))?${RESULT}`, 'gi');
const PROGESTERONE = new RegExp(String.raw`\b(?:PR|progesterone receptors?)${RESULT}`, 'gi');
const HORMONE = new RegExp(String.raw`\b(?:HR|hormone receptors?)(?: ?\(HR\))?${RESULT}`, 'gi');
const HER2 = /\bHER[- ]?2(?:[/ -]?neu)?(?: \(?(?:IHC|FISH)\)?)?\s?(?:status )?(?:is |was |: ?)?\s?(\+|[-−–](?![a-z\d])|pos\b|positiv\w+|amplified|neg\b|negativ\w+|not amplified|non-?amplified|[01]\+?(?!\d)|3\+)/gi;
const TRIPLE_NEGATIVE = /\b(?:triple[- ]negative|TNBC)\b/i;

/** The combined status of hormone receptors and HER2, by both (tabular Z17.4-, from FY2026). */
const COMBINED: Readonly<Record<Status, Readonly<Record<Status, string>>>> = { positive: { positive: 'Z17.410', negative: 'Z17.411' }, negative: { positive: 'Z17.420', negative: 'Z17.421' } };

/**
 * Where the notes give the hormone receptors and HER2 of a breast cancer, one code reports both and takes the place of those of one receptor (tabular
 * Z17.4-). Not where two results of one receptor contradict each other, or HER2 is left open.
 */
export function withReceptors(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const cancer = codes.find(({ code, statements }) => statements.length > 0 && isAtOrBelow(code, 'C50'));
  const statement = cancer?.statements[0];
  if (cancer === undefined || statement === undefined || codes.some(({ code }) => isAtOrBelow(code, 'Z17.4'))) return codes;
  const code = combinedStatus([...new Set(cancer.statements.map(({ note }) => note))]);
  const entry = code === null ? undefined : codeSet.entry(code);
  if (entry === undefined || !entry.billable) return codes;
  const single = codes.filter((one) => isUnderAny(one.code, ['Z17.0', 'Z17.1', 'Z17.2', 'Z17.3']));
  const rule = { id: 'receptor-status', version: '1.0.0', authority: `ICD-10-CM ${codeSet.release} tabular Z17.4`, because: 'The note gives the hormone receptors and HER2 of the cancer.' };
  const combined: VisitCode = { code: entry.code, title: entry.title, statements: cancer.statements, rules: [rule], alternatives: [], replaces: single.map((one) => one.code) };
  return codes.filter((one) => !single.includes(one)).flatMap((one) => (one === cancer ? [one, combined] : [one]));
}

function combinedStatus(notes: readonly Note[]): string | null {
  if (notes.some(({ text }) => TRIPLE_NEGATIVE.test(text))) return COMBINED.negative.negative;
  const [estrogen, progesterone, hormone, her2] = [ESTROGEN, PROGESTERONE, HORMONE, HER2].map((words) => statusIn(notes, words));
  if (her2 === undefined || her2 === null || [estrogen, progesterone, hormone].includes(null)) return null;
  if ([estrogen, progesterone, hormone].includes('positive')) return COMBINED.positive[her2];
  return hormone === 'negative' || (estrogen === 'negative' && progesterone === 'negative') ? COMBINED.negative[her2] : null;
}

/** Undefined where none is given; null where two contradict each other. */
function statusIn(notes: readonly Note[], words: RegExp): Status | null | undefined {
  const said = new Set(notes.flatMap(({ text }) => [...text.matchAll(words)].map(([, result = '']): Status => (/^(?:[-−–<0]|1\+?$|neg|no)/i.test(result) ? 'negative' : 'positive'))));
  return said.size > 1 ? null : [...said][0];
}
