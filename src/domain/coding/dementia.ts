import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';

/** Diseases that bring dementia as their manifestation (Index, Dementia, in (due to); ICD-10-CM Guidelines I.A.13, I.A.15). */
const BRINGS = ['G20', 'G30', 'G31.0', 'G31.83', 'G10', 'G35', 'B20', 'E75', 'A81'];

/**
 * A dementia of stated severity or with a disturbance of behavior, beside a disease that brings it: the manifestation, F02.-, with the same severity and
 * disturbance. The characters after the category agree: F03.9- with F02.8-, F03.A- to F03.C- with F02.A- to F02.C-.
 */
export function asManifestation(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const stated = codes.filter(({ code, statements }) => statements.length > 0 && isUnderAny(code, ['F02']));
  if (!codes.some(({ code }) => isUnderAny(code, BRINGS)) || stated.some(({ code }) => code !== PLAIN)) return codes;
  const made = codes.flatMap((entry) => manifestation(entry, codeSet) ?? []);
  return made.length === 0 ? codes : codes.flatMap((entry) => (stated.includes(entry) ? [] : [manifestation(entry, codeSet) ?? entry]));
}

/** Unspecified severity, without disturbance: what says more takes its place. */
const PLAIN = 'F02.80';

function manifestation(entry: VisitCode, codeSet: CodeSet): VisitCode | null {
  if (entry.statements.length === 0 || !isUnderAny(entry.code, ['F03']) || entry.code === 'F03.90') return null;
  const found = codeSet.entry(entry.code.replace('F03.9', 'F02.8').replace('F03.', 'F02.'));
  if (found === undefined || !found.billable) return null;
  const rule = { id: 'dementia-in-another-disease', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.A.13, I.A.15; Index, Dementia, in (due to)`, because: 'Dementia with a disease that brings it is reported as its manifestation, F02.-, after the disease.' };
  return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
}
