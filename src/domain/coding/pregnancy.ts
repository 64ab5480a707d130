import type { CodeEntry, CodeSet, RuleCitation } from '../model/index.ts';
import { tokenize } from '../text/tokens.ts';
import { weeksOfGestation } from '../mentions/compose/gestation.ts';
import type { VisitCode } from './combine.ts';
import { ofGravida } from './gravida.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import { PREGNANCY_ROWS, type PregnancyRow } from './pregnancy-conditions.ts';
import type { Statement } from './statements.ts';

/** A pregnancy that goes on: not one that ended in abortion, ectopic or molar (O00–O08), and not the time after birth. */
const ONGOING = ['O09', 'O10', 'O11', 'O12', 'O13', 'O14', 'O16', 'O2', 'O3', 'O40', 'O41', 'O42', 'O43', 'O44', 'O45', 'O46', 'O47', 'O48', 'O98', 'O99', 'Z34'];

/** A stay in which the child is born: the weeks are reported there, too. */
const DELIVERED = ['O60', 'O61', 'O62', 'O63', 'O64', 'O65', 'O66', 'O67', 'O68', 'O69', 'O70', 'O71', 'O72', 'O74', 'O75', 'O76', 'O77', 'O80', 'O82', 'Z37'];

/**
 * What chapter 15 adds to the codes of a pregnant patient: its own code before a condition that complicates the pregnancy, the trimester
 * that the weeks make, and the weeks themselves (ICD-10-CM Guidelines I.C.15.a, I.C.21.c.11).
 */
export function ofPregnancy(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const pregnancy = codes.find(({ code, statements }) => statements.length > 0 && isUnderAny(code, ONGOING)) ?? codes.find(({ code, statements }) => statements.length > 0 && isUnderAny(code, DELIVERED))
    ?? (weeksSaid(codes) === null ? undefined : codes.find(({ code }) => isUnderAny(code, [...ONGOING, 'Z33.1'])));
  if (pregnancy === undefined) return codes;
  const weeks = weeksSaid(codes);
  const trimester = weeks === null ? trimesterIn(codes) : weeks < 14 ? 0 : weeks < 28 ? 1 : 2;
  const withOwn = codes.flatMap((entry) => complicating(entry, codes, trimester, codeSet));
  const dated = mergedByCode(ofGravida(withOwn.map((entry) => ofTrimester(entry, trimester, codeSet)), codeSet));
  const counted = weeks === null ? undefined : codeSet.entry(`Z3A.${String(weeks).padStart(2, '0')}`);
  if (counted === undefined || !dated.some(({ code }) => code.startsWith('O') || code.startsWith('Z34')) || dated.some(({ code, statements }) => isAtOrBelow(code, 'Z3A') && (statements.length > 0 || code === counted.code))) return dated;
  const rule = cited('weeks-of-gestation', 'ICD-10-CM Guidelines I.C.21.c.11; chapter 15: use additional code from Z3A', 'The note says the weeks of gestation, which are reported beside the codes of pregnancy.', codeSet);
  const { statements } = pregnancy.statements.length > 0 ? pregnancy : dated.find((entry) => entry.code.startsWith('O') && entry.statements.length > 0) ?? pregnancy;
  if (statements.length === 0) return dated;
  return [...dated, { code: counted.code, title: counted.title, statements, rules: [rule], alternatives: [], replaces: [] }];
}

/** The weeks of gestation that the notes behind these codes say; null where they say none, or two that differ. */
function weeksSaid(codes: readonly VisitCode[]): number | null {
  const notes = new Set(codes.flatMap(({ statements }) => statements.map(({ note }) => note)));
  const named = new Set([...notes].flatMap(({ text }) => weeksOfGestation(tokenize(text))));
  const said = named.size > 0 ? named : new Set([...notes].flatMap(({ text }) => weeksOfPatient(text)));
  const [weeks] = said;
  return said.size === 1 && weeks !== undefined && weeks <= 42 ? weeks : null;
}

/** "Preeclampsia, 34 weeks", "34 weeks, here for a check": in the note of a pregnant patient weeks that are not counted from or to something. */
function weeksOfPatient(text: string): number[] {
  return [...text.matchAll(/\b(\d{1,2})(?:w[0-6]d?| ?(?:weeks?|wks?)(?: [0-6] days?)?)\b(?! (?:ago|old|post|after|later|apart|prior|from|of (?:age|life|therapy|treatment)|in (?:the|a)))/gi)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 40), match.index).split(/[.;\n]/).at(-1) ?? '';
    const weeks = Number(match[1]);
    return weeks < 4 || weeks > 42 || COUNTED_OTHERWISE.test(before) ? [] : [weeks];
  });
}

const COUNTED_OTHERWISE = /\b(?:in|for|every|x|q|within|return|follow[- ]?up|before|after|until|till|by|since|next|past|last|over|first|another|schedul\w+|plan\w*|repeat|induc\w+|previous|prior|delivered|history|lost|loss|miscarr\w+|to|or|born)\b[^,]{0,24}$/i;

const TRIMESTERS = ['first trimester', 'second trimester', 'third trimester'];

/** The one trimester that codes of this visit name. */
function trimesterIn(codes: readonly VisitCode[]): number | null {
  const named = new Set(codes.filter(({ code }) => code.startsWith('O') || code.startsWith('Z34')).flatMap(({ title }) => TRIMESTERS.flatMap((name, index) => (title.includes(name) ? [index] : []))));
  return named.size === 1 ? [...named][0]! : null;
}

/** The code of chapter 15 before the condition, unless one of that kind stands already. */
function complicating(entry: VisitCode, codes: readonly VisitCode[], trimester: number | null, codeSet: CodeSet): readonly VisitCode[] {
  const row = entry.statements.length === 0 ? undefined : PREGNANCY_ROWS.find(({ of }) => isUnderAny(entry.code, of));
  if (row === undefined || codes.some(({ code }) => covers(code, row))) return [entry];
  const own = codeSet.entry(`${row.stem}${row.digits[trimester ?? 3]}`);
  if (own === undefined) return [entry];
  const rule = cited('complicating-pregnancy', row.authority, `In pregnancy ${row.what} is reported with the code of chapter 15 first.`, codeSet);
  const added: VisitCode = { code: own.code, title: own.title, statements: entry.statements, rules: [...entry.rules, rule], alternatives: [], replaces: row.replaces === true ? [entry.code, ...entry.replaces] : [] };
  return row.replaces === true ? [added] : [added, entry];
}

function covers(code: string, { stem }: PregnancyRow): boolean {
  return isAtOrBelow(code, stem) || (stem.startsWith('O10') && isUnderAny(code, ['O10', 'O13', 'O14'])) || (stem.startsWith('O24') && isAtOrBelow(code, 'O24'));
}

/** "Obesity in pregnancy" of a patient at 28 weeks: the trimester is the third, wherever it is said. */
function ofTrimester(entry: VisitCode, trimester: number | null, codeSet: CodeSet): VisitCode {
  if (trimester === null || !/\bunspecified trimester\b/.test(entry.title)) return entry;
  const title = entry.title.replace('unspecified trimester', TRIMESTERS[trimester]!);
  const header = codeSet.entry(entry.code)?.parent;
  const found = header === null || header === undefined ? undefined : near(header, codeSet).find((sibling) => sibling.title === title);
  if (found === undefined || !found.billable) return entry;
  const rule = cited('trimester', 'ICD-10-CM Guidelines I.C.15.a.3', 'The weeks of gestation make the trimester.', codeSet);
  return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule] };
}

/** What stands beneath the header, or beneath one beside it: where the last character counts the fetus, the header has the trimester. */
function near(header: string, codeSet: CodeSet): readonly CodeEntry[] {
  const beside = codeSet.entry(header)?.parent;
  return [...codeSet.children(header), ...(beside === null || beside === undefined ? [] : codeSet.children(beside).flatMap(({ code }) => codeSet.children(code)))];
}

function mergedByCode(codes: readonly VisitCode[]): readonly VisitCode[] {
  const merged = new Map<string, VisitCode>();
  for (const entry of codes) {
    const known = merged.get(entry.code);
    merged.set(entry.code, known === undefined ? entry : { ...known, statements: [...new Set<Statement>([...known.statements, ...entry.statements])] });
  }
  return [...merged.values()];
}

function cited(id: string, authority: string, because: string, { release }: CodeSet): RuleCitation {
  return { id, version: '1.0.0', authority: authority.replace('Guidelines', `Guidelines ${release}`), because };
}
