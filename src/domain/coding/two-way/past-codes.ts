import type { CodeEntry, CodeSet } from '../../model/index.ts';
import { cancerHistory } from '../cancer-history.ts';
import { isUnderAny } from '../hierarchy.ts';
import type { Statement } from '../statements.ts';

/**
 * The one code that reports a condition that is over (tabular Z80–Z87, I25.2; Guidelines I.C.21.c.4). `unless`: words by which something of it is left,
 * so that this code would not be the one.
 */
const PAST_CODES: readonly { readonly of: readonly string[]; readonly code: string; readonly unless?: RegExp }[] = [
  { of: ['I21', 'I22'], code: 'I25.2' },
  { of: ['I60', 'I61', 'I62', 'I63', 'G45.8', 'G45.9'], code: 'Z86.73', unless: /\bresidual(?! none)|\bdeficits?\b|\bhemipar|\bhemipleg|\baphasi|\bdysarthri|\bweakness\b|\bsequela/i },
  { of: ['I26'], code: 'Z86.711' },
  { of: ['I82'], code: 'Z86.718' },
  { of: ['U07.1'], code: 'Z86.16' },
  { of: ['A15'], code: 'Z86.11' },
  { of: ['A50', 'A51', 'A52', 'A53', 'A54', 'A55', 'A56', 'A57', 'A58', 'A59', 'A04.7', 'A69.2', 'B15', 'B16', 'B50', 'B51', 'B52', 'B53', 'B54'], code: 'Z86.19' },
  { of: ['J12', 'J13', 'J14', 'J15', 'J18'], code: 'Z87.01' },
  { of: ['N10', 'N30', 'N39.0'], code: 'Z87.440' },
  { of: ['K85'], code: 'Z87.19' },
  { of: ['I80'], code: 'Z86.72' },
  { of: ['I46'], code: 'Z86.74' },
  { of: ['B95.62', 'A49.02'], code: 'Z86.14' },
  { of: ['K25', 'K26', 'K27', 'K28'], code: 'Z87.11' },
  { of: ['N20', 'N21'], code: 'Z87.442' },
  { of: ['O24.4'], code: 'Z86.32' },
  { of: ['O14', 'O13', 'O15'], code: 'Z87.59' },
  { of: ['S06.0'], code: 'Z87.820' },
  { of: ['D12'], code: 'Z86.0101' },
  { of: ['B18.2', 'B17.1'], code: 'Z86.19', unless: /\bchronic\b/i },
  { of: ['N39.0', 'N30'], code: 'Z87.440', unless: /\b(?:chronic|interstitial)\b/i },
  { of: ['J12', 'J13', 'J14', 'J15', 'J16', 'J18'], code: 'Z87.01' },
  { of: ['J45'], code: 'Z87.09' },
  { of: ['K85', 'K35', 'K37', 'K81', 'K56'], code: 'Z87.19' },
  { of: ['M86'], code: 'Z87.39' },
  { of: ['K63.5'], code: 'Z86.0100' },
  { of: ['S02', 'S12', 'S22', 'S32', 'S42', 'S52', 'S62', 'S72', 'S82', 'S92'], code: 'Z87.81', unless: /\b(?:healing|callus|cast|boot|brace|splint|(?:wks?|weeks?|days?|d) )/i },
  { of: ['F17.2'], code: 'Z87.891' },
  { of: ['G00', 'G03', 'G61.0', 'G51.0'], code: 'Z86.69' },
  { of: ['I30', 'I40', 'I47.1', 'I71'], code: 'Z86.79' },
  { of: ['D50', 'D62', 'D64'], code: 'Z86.2' },
  { of: ['E05.0', 'E16.0'], code: 'Z86.39' },
  { of: ['L89', 'L97'], code: 'Z87.2' },
  { of: ['M80', 'M84.4'], code: 'Z87.310' },
];

/** Null where the words leave several, or none. */
export function pastCode(code: string, past: readonly Statement[], codeSet: CodeSet): CodeEntry | null {
  const cancer = isUnderAny(code, ['C', 'D0']) ? cancerHistory(code, codeSet) : undefined;
  if (cancer !== undefined) return cancer;
  const row = PAST_CODES.find(({ of }) => isUnderAny(code, of));
  if (row === undefined || past.some(({ words }) => row.unless?.test(words) === true && !/\b(?:no|without) (?:residual|deficits?|sequela)/i.test(words))) return null;
  const entry = codeSet.entry(row.code);
  return entry?.billable === true ? entry : null;
}
