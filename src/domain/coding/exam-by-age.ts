import type { Chart, CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';

/** General examinations of adults and of children, without and with abnormal findings. */
const OF_ADULTS = { plain: 'Z00.00', found: 'Z00.01' };
const OF_CHILDREN = { plain: 'Z00.129', found: 'Z00.121' };
const EXAMS = ['Z00.0', 'Z00.11', 'Z00.12'];

/** From this birthday on the examination is an adult's (tabular Z00.12: child over 28 days old; chapter notes: 0–17). */
const ADULT_YEARS = 18;
/** Through these days of life the examination is a newborn's: under 8 days, then 8 to 28 (tabular Z00.110, Z00.111). */
const FIRST_DAYS = 7;
const NEWBORN_DAYS = 28;
const MS_PER_DAY = 86_400_000;

/** A general examination by the patient's age on the day of service (ICD-10-CM Guidelines I.C.21.c.13). */
export function examsByAge(codes: readonly VisitCode[], { patient, encounter, asOf }: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const days = patient.birthDate === null ? null : daysBetween(patient.birthDate, (encounter.start ?? asOf).slice(0, 10));
  if (days === null || days < 0) return codes;
  const age = wholeYears(patient.birthDate!, (encounter.start ?? asOf).slice(0, 10));
  return codes.map((entry) => {
    if (entry.statements.length === 0 || !isUnderAny(entry.code, EXAMS)) return entry;
    const isFound = entry.code === OF_ADULTS.found || entry.code === OF_CHILDREN.found;
    const code = examFor(days, age, isFound);
    const found = code === entry.code ? undefined : codeSet.entry(code);
    if (found === undefined) return entry;
    const rule = { id: 'exam-by-age', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.21.c.13`, because: 'The kind of general examination is by the patient’s age on the day.' };
    return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
  });
}

function examFor(days: number, age: number, isFound: boolean): string {
  if (days <= FIRST_DAYS) return 'Z00.110';
  if (days <= NEWBORN_DAYS) return 'Z00.111';
  const { plain, found } = age < ADULT_YEARS ? OF_CHILDREN : OF_ADULTS;
  return isFound ? found : plain;
}

/** Calendar days; null where one of them is not a whole date. */
function daysBetween(from: string, to: string): number | null {
  const [a, b] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return from.length !== 10 || Number.isNaN(a) || Number.isNaN(b) ? null : Math.round((b - a) / MS_PER_DAY);
}

function wholeYears(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}
