import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** What may be taken from the notes of clinicians who are no providers (ICD-10-CM Guidelines I.B.14). */
const STAGE_OF = ['L89'];
const SOCIAL = ['Z55', 'Z56', 'Z57', 'Z58', 'Z59', 'Z60', 'Z62', 'Z63', 'Z64', 'Z65'];

/**
 * Completes what the providers diagnosed by what nurses, dietitians, therapists and social workers wrote of it: the stage of a pressure ulcer beside the
 * provider's ulcer of the same site, and social circumstances beside any diagnosis. Never a diagnosis by itself.
 */
export function withOtherClinicians(codes: readonly VisitCode[], said: readonly Statement[], codeSet: CodeSet): readonly VisitCode[] {
  const theirs = said.filter(({ note, mention }) => isOtherClinician(note) && isUsableNote(note) && mention.assertion.status === 'present' && mention.assertion.recent);
  if (theirs.length === 0 || !codes.some(({ statements }) => statements.length > 0)) return codes;
  return withCircumstances(codes.map((entry) => staged(entry, theirs, codeSet)), theirs, codeSet);
}

function isOtherClinician({ author: { role }, type }: Statement['note']): boolean {
  return role === 'nurse' || role === 'ancillary' || (role === 'unknown' && type === 'nursing');
}

function isUsableNote({ status }: Statement['note']): boolean {
  return status === 'final' || status === 'amended' || status === 'unknown';
}

/** "L89.15-, of the sacral region": the first five characters say where, the sixth the stage. */
function staged(entry: VisitCode, theirs: readonly Statement[], codeSet: CodeSet): VisitCode {
  if (!isUnderAny(entry.code, STAGE_OF) || !entry.code.endsWith('9') || entry.statements.length === 0) return entry;
  const stages = theirs.filter(({ code }) => isSite(entry.code, code) && !code.endsWith('9'));
  const [first, ...others] = [...new Map(stages.map((one) => [one.code, one])).values()];
  if (first === undefined || others.length > 0) return entry;
  const rule = cited(codeSet, 'The provider diagnoses the pressure ulcer; its stage may be taken from the nursing notes.');
  return { ...entry, code: first.code, title: first.title, statements: [...entry.statements, first], rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
}

function isSite(named: string, staging: string): boolean {
  return isUnderAny(staging, STAGE_OF) && named.slice(0, 6) === staging.slice(0, 6);
}

function withCircumstances(codes: readonly VisitCode[], theirs: readonly Statement[], codeSet: CodeSet): readonly VisitCode[] {
  const reported = new Set(codes.map(({ code }) => code));
  const byCode = new Map<string, Statement[]>();
  for (const one of theirs) if (isUnderAny(one.code, SOCIAL) && !reported.has(one.code)) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const rule = cited(codeSet, 'Social circumstances may be taken from the notes of social workers, nurses and other clinicians.');
  return [...codes, ...[...byCode].map(([code, statements]): VisitCode => ({ code, title: statements[0]!.title, statements, rules: [rule], alternatives: [], replaces: [] }))];
}

function cited({ release }: CodeSet, because: string): VisitCode['rules'][number] {
  return { id: 'other-clinicians', version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} I.B.14`, because };
}
