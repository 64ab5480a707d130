import { tell } from './rules.ts';
import type { LintCode, LintableQuery, Place, Violation } from './types.ts';
import { MONEY, PAYMENT_WORDS } from './words/payment.ts';
import { QUALITY_WORDS } from './words/quality.ts';
import { tableFinder, type Finder } from './words/phrases.ts';

/** Payment, and quality or severity as ranked. The first of each is told. Facts of the chart (indicators) may speak of the patient's money. */
export function mentions({ title, question, options, indicators }: LintableQuery): readonly Violation[] {
  const asked: readonly (readonly [Place, string])[] = [[{ part: 'title' }, title], [{ part: 'question' }, question], ...options.map((text, index) => [{ part: 'options', index }, text] as const)];
  const record = indicators.join('\n');
  const quoted = indicators.map((text, index) => [{ part: 'indicators', index }, text] as const);
  return [
    ...first('mentions-reimbursement', asked, (text) => [...payment(text, record), ...money(text)]),
    ...first('mentions-quality-or-severity-score', asked, (text) => quality(text, record)),
    ...first('mentions-reimbursement', quoted, strictPayment),
    ...first('mentions-quality-or-severity-score', quoted, strictQuality),
  ].filter((violation, index, all) => all.findIndex(({ code }) => code === violation.code) === index);
}

/** @param text one sentence of the question */
export function speaksOfPaymentOrRanking(text: string): boolean {
  return payment(text).length > 0 || money(text).length > 0 || quality(text).length > 0;
}

function first(code: LintCode, places: readonly (readonly [Place, string])[], find: Finder): readonly Violation[] {
  return places.flatMap(([where, text]) => find(text).slice(0, 1).map((found) => tell(code, { ...where, start: found.start, end: found.end }, found.text))).slice(0, 1);
}

function money(text: string): ReturnType<Finder> {
  return [...text.matchAll(MONEY)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
}

const payment = tableFinder(PAYMENT_WORDS);
const quality = tableFinder(QUALITY_WORDS);

/** In a quoted fact only what can mean nothing else. */
const strictPayment = tableFinder([{ words: ['reimburs*', 'ms drg', 'apr drg', 'working drg', 'drg', 'case mix', 'relative weight', 'capitation', 'risk adjustment', 'raf score', 'financial impact'], why: 'payment', unless: ['dorsal root', 'ganglion', 'stimulator', 'mileage'] }]);
const strictQuality = tableFinder([{ words: ['cc/mcc', 'soi/rom', 'severity of illness', 'risk of mortality', 'hcc capture', 'hcc gap*', 'hcc weight', 'star rating*', 'psi 90', 'o/e mortality', 'mortality index', 'quality score*', 'quality metric*', 'vizient', 'leapfrog', 'no mcc', 'no cc/mcc', 'soi', 'soi 1', 'soi 2', 'rom 1', 'rom 2'], why: 'ranking', unless: ['merkel', 'motorcycle'] }]);
