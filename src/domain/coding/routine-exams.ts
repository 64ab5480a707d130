import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** Routine examinations without abnormal findings, and with them. */
const EXAMS: readonly { readonly without: string; readonly withFindings: string; readonly ofChild: boolean }[] = [
  { without: 'Z00.00', withFindings: 'Z00.01', ofChild: false },
  { without: 'Z00.129', withFindings: 'Z00.121', ofChild: true },
  { without: 'Z01.419', withFindings: 'Z01.411', ofChild: false },
];
/** What stands for a finding in itself: an abnormal result or sign. */
const FINDINGS = ['R03.0', 'R01', 'R19.0', 'R22', 'R59', 'R7', 'R8', 'R9', 'N63', 'R09', 'R16', 'R21', 'H61.2'];
const NEW = /\b(?:new(?:ly)?(?: (?:onset|found|diagnosed|noted))?|never noted before|found today|noted (?:on exam )?today|first time)\b/i;

/**
 * A routine examination at which something abnormal is found, or a chronic condition has become worse, has a code that says so (ICD-10-CM
 * Guidelines I.C.21.c.13). Known conditions that are stable are no finding; a child's, said at a well visit, is.
 */
export function withFindings(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  return codes.map((entry) => {
    const row = entry.statements.length === 0 ? undefined : EXAMS.find(({ without }) => without === entry.code);
    const found = row === undefined ? undefined : codeSet.entry(row.withFindings);
    if (row === undefined || found === undefined || (saysNormal(entry) || !(saysSo(entry) || codes.some((other) => other !== entry && isFinding(other, row.ofChild))))) return entry;
    const rule = { id: 'routine-exam-with-findings', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.21.c.13`, because: 'An abnormal finding of this examination is stated.' };
    return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
  });
}

/** "Well child, normal exam": what is charted beside it was known. */
function saysNormal({ statements }: VisitCode): boolean {
  return statements.some(({ words }) => /\b(?:normal (?:exam|examination|check)|(?:without|no) abnormal(?:ities| (?:exam )?findings?))\b/i.test(words));
}

/** "Annual physical with abnormal findings". */
function saysSo({ statements }: VisitCode): boolean {
  return statements.some(({ words }) => /\bwith (?:\w+ )?abnormal (?:exam )?findings?\b/i.test(words));
}

function isFinding({ code, statements }: VisitCode, ofChild: boolean): boolean {
  const assessed = statements.filter((statement: Statement) => statement.assessed && statement.titled);
  if (assessed.length === 0 || isUnderAny(code, ['Z', 'V', 'W', 'X', 'Y'])) return false;
  return ofChild || isUnderAny(code, FINDINGS) || assessed.some(({ words }) => NEW.test(words));
}
