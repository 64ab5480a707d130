import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';

/** Codes that tell that the child was born at this encounter. */
const BORN = ['Z37', 'O70', 'O72.0', 'O72.1', 'O80', 'O82'];

/**
 * The codes of a stay in which the child is born: "in childbirth" where the list has it instead of a trimester, and the anemia after the bleeding as that of
 * the puerperium (ICD-10-CM Guidelines I.C.15.a.3; tabular O90.81).
 */
export function inChildbirth(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const scarred = withScar(codes, codeSet);
  if (!scarred.some(({ code }) => isUnderAny(code, BORN))) return scarred;
  return ofPuerperium(scarred, codeSet).map((entry) => (entry.statements.length === 0 ? entry : bornWith(entry, codeSet)));
}

/** "Prior low transverse cesarean": the kind of the scar, where the words say it (tabular O34.21; Excludes1 at Z98.891). */
function withScar(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const scar = codes.find((entry) => entry.code === 'O34.219' && entry.statements.length > 0);
  if (scar === undefined) return codes;
  const history = codes.filter((entry) => entry.code === 'Z98.891');
  const statements = [...new Set([...scar.statements, ...history.flatMap((entry) => entry.statements)])];
  const kinds = new Set(statements.flatMap(({ words }) => SCARS.flatMap(({ said, code }) => (said.test(words) ? [code] : []))));
  const [kind] = kinds;
  const found = kind === undefined || kinds.size > 1 ? undefined : codeSet.entry(kind);
  const replaces = [...scar.replaces, ...history.map(({ code }) => code)];
  const rule = cited('previous-cesarean', 'tabular O34.21', 'The words say how the uterus was opened.', codeSet);
  const told: VisitCode = found === undefined ? { ...scar, statements, replaces } : { ...scar, code: found.code, title: found.title, statements, rules: [...scar.rules, rule], replaces: [...replaces, scar.code] };
  return codes.flatMap((entry) => (entry === scar ? [told] : history.includes(entry) ? [] : [entry]));
}

const SCARS: readonly { readonly said: RegExp; readonly code: string }[] = [
  { said: /\b(?:low(?:er)?[- ](?:segment[- ])?transverse|LTCS|LTCD|LSCS)\b/i, code: 'O34.211' },
  { said: /\b(?:classical|(?:high |low )?vertical)\b/i, code: 'O34.212' },
];

/** Acute blood loss anemia after the birth is that of the puerperium; what was made of it for the pregnancy goes. */
function ofPuerperium(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const acute = codes.find((entry) => entry.code === 'D62' && entry.statements.length > 0);
  const found = codeSet.entry('O90.81');
  if (acute === undefined || found === undefined) return codes;
  const rest = codes.filter((entry) => entry !== acute && !(isUnderAny(entry.code, ['O99.0']) && entry.statements.every((one) => acute.statements.includes(one))));
  if (rest.some(({ code }) => code === found.code)) return rest;
  const rule = cited('puerperal-anemia', 'tabular O90.81', 'The anemia came with the bleeding of this birth.', codeSet);
  return [...rest, { ...acute, code: found.code, title: found.title, rules: [...acute.rules, rule], replaces: [...acute.replaces, acute.code] }];
}

/** Of a code for a trimester the one "in childbirth": beside it, or beside its header. */
function bornWith(entry: VisitCode, codeSet: CodeSet): VisitCode {
  if (!entry.code.startsWith('O') || !/\b(?:trimester|in pregnancy|complicating pregnancy)\b/.test(entry.title)) return entry;
  const [stem, last] = [entry.code.slice(0, -1), entry.code.slice(-1)];
  const candidates = [`${stem}4`, `${stem}2`, `${stem.slice(0, -1)}2`, `${stem.slice(0, -1)}2${last}`];
  const found = candidates.map((code) => codeSet.entry(code)).find((other) => other !== undefined && other.billable && /\bchildbirth\b/.test(other.title) && isSameKind(other.title, entry.title));
  if (found === undefined) return entry;
  const rule = cited('in-childbirth', 'ICD-10-CM Guidelines I.C.15.a.3', 'The child is born at this encounter.', codeSet);
  return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
}

function isSameKind(one: string, other: string): boolean {
  return kindOf(one) === kindOf(other);
}

function kindOf(title: string): string {
  return title.toLowerCase().replace(/,? ?(?:complicating|in) (?:pregnancy|childbirth)|,? ?(?:first|second|third|unspecified) trimester/g, '').trim();
}

function cited(id: string, authority: string, because: string, { release }: CodeSet): VisitCode['rules'][number] {
  return { id, version: '1.0.0', authority: authority.replace('Guidelines', `Guidelines ${release}`), because };
}
