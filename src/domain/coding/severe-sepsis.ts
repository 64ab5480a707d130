import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import { isSaidCausedBy, isSaidCausing } from './links.ts';
import { ORGANISMS } from './organisms.ts';

const SEPSIS = ['A40', 'A41', 'A02.1', 'A32.7', 'A42.7', 'B37.7', 'O85', 'T81.44'];
/** Acute dysfunctions of organs that make a sepsis severe (tabular R65.2: use additional code to identify specific acute organ dysfunction). */
const ORGANS = ['N17', 'J96.0', 'J96.2', 'J80', 'G93.40', 'G93.41', 'K72.0', 'D65', 'D68.8', 'D69.5', 'G72.81', 'E87.2', 'R57.0'];

/** The germ of a sepsis as its own code; none of these for a germ that the tabular list does not name (A41.89, A41.9). */
const SEPSIS_BY: ReadonlyMap<string, string> = new Map([
  ['B95.62', 'A41.02'], ['B95.61', 'A41.01'], ['B95.7', 'A41.1'], ['B95.0', 'A40.0'], ['B95.1', 'A40.1'], ['B95.2', 'A41.81'], ['B95.3', 'A40.3'], ['B96.1', 'A41.59'], ['B96.20', 'A41.51'],
  ['B96.3', 'A41.3'], ['B96.4', 'A41.59'], ['B96.5', 'A41.52'], ['B96.6', 'A41.4'], ['B96.89', 'A41.59'],
]);

/**
 * Sepsis by the germ that the words name, and R65.20 where a provider ties the failure of an organ to it (ICD-10-CM Guidelines I.C.1.d.1.a, b). An organ that
 * fails for another stated reason, or beside it without a link, makes none: that is for a person to ask.
 */
export function withSepsis(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const shock = codes.filter(({ code }) => isUnderAny(code, ['R65.2'])).flatMap(({ statements }) => statements);
  const named = codes.map((entry) => (entry.code === 'A41.9' ? byGerm(entry, shock, codeSet) : entry));
  const sepsis = named.find((entry) => isUnderAny(entry.code, SEPSIS) && entry.statements.length > 0);
  if (sepsis === undefined || named.some(({ code }) => isUnderAny(code, ['R65.2']))) return named;
  const organ = named.find((entry) => isUnderAny(entry.code, ORGANS) && (isSaidCausedBy(entry, sepsis) || isSaidCausing(sepsis, entry)));
  const severe = codeSet.entry('R65.20');
  if (organ === undefined || severe === undefined) return named;
  const rule = cited(codeSet, 'I.C.1.d.1.b', 'The provider ties the failure of an organ to the sepsis.');
  const added: VisitCode = { code: severe.code, title: severe.title, statements: [...organ.statements], rules: [rule], alternatives: [], replaces: [] };
  return named.flatMap((one) => (one === sepsis ? [one, added] : [one]));
}

/** The germ may be named beside the sepsis or beside its severity: "septic shock due to E. coli bacteremia". */
function byGerm(entry: VisitCode, shock: VisitCode['statements'], codeSet: CodeSet): VisitCode {
  const germs = new Set([...entry.statements, ...shock].filter(({ mention }) => mention.assertion.status === 'present').flatMap(({ words, at }) => germAfter(words.slice(at, at + NEAR))));
  const [germ, ...others] = germs;
  const found = germ === undefined || others.length > 0 ? undefined : codeSet.entry(SEPSIS_BY.get(germ) ?? '');
  if (found === undefined) return entry;
  return { ...entry, statements: entry.statements.length > 0 ? entry.statements : shock, code: found.code, title: found.title, rules: [...entry.rules, cited(codeSet, 'I.C.1.d.1.a', 'The provider names the germ of the sepsis.')], replaces: [...entry.replaces, entry.code] };
}

/** UTF-16 units from the name of the sepsis on. */
const NEAR = 200;

/** "Sepsis due to MRSA bacteremia": up to the end of the clause; the genus may be a letter ("E. coli"). */
function germAfter(words: string): readonly string[] {
  const [clause = ''] = words.split(/;\s|(?<!\b[A-Z])\.\s/);
  const link = /\b(?:due to|from|secondary to|caused by|with|2\/2|by)\b/i.exec(clause);
  if (link === null || /\b(?:not|no|negative|contamina\w+)\b/i.test(clause)) return [];
  const said = ORGANISMS.find((row) => row.said.test(clause.slice(link.index)));
  return said === undefined ? [] : [said.code];
}

function cited({ release }: CodeSet, section: string, because: string): VisitCode['rules'][number] {
  return { id: 'sepsis', version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} ${section}`, because };
}
