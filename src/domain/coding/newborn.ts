import type { Chart, CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

/**
 * What a word for a disease of any age means in the first 28 days (ICD-10-CM Guidelines I.C.16.a.1, I.C.16.a.4, I.C.16.f: chapter 16 where the condition
 * arises around birth). The first row that fits.
 */
const OF_NEWBORNS: readonly { readonly of: readonly string[]; readonly code: string }[] = [
  { of: ['A41.9', 'A41.89'], code: 'P36.9' }, { of: ['A40.1'], code: 'P36.0' }, { of: ['A41.51'], code: 'P36.4' }, { of: ['A41.01', 'A41.02'], code: 'P36.2' },
  { of: ['R17', 'E80.6', 'E80.7'], code: 'P59.9' }, { of: ['J80'], code: 'P22.0' }, { of: ['R06.03', 'R06.82'], code: 'P22.9' }, { of: ['J96.0', 'J96.9'], code: 'P28.5' },
  { of: ['J18.9'], code: 'P23.9' }, { of: ['J93.83', 'J93.9', 'J93.11', 'J93.12'], code: 'P25.1' }, { of: ['E16.2'], code: 'P70.4' }, { of: ['E83.51'], code: 'P71.1' }, { of: ['E86.0'], code: 'P74.1' },
  { of: ['E87.1'], code: 'P74.22' }, { of: ['E87.0'], code: 'P74.21' }, { of: ['E87.5'], code: 'P74.31' }, { of: ['E87.6'], code: 'P74.32' }, { of: ['R56.9'], code: 'P90' },
  { of: ['R68.0', 'T68'], code: 'P80.9' }, { of: ['R50.9'], code: 'P81.9' }, { of: ['D69.6'], code: 'P61.0' }, { of: ['D75.1'], code: 'P61.1' }, { of: ['D64.9'], code: 'P61.4' }, { of: ['D70.9'], code: 'P61.5' }, { of: ['D65'], code: 'P60' },
  { of: ['S42.00', 'S42.02', 'S42.01', 'S42.03'], code: 'P13.4' }, { of: ['S72'], code: 'P13.2' }, { of: ['S02.0'], code: 'P13.0' }, { of: ['G51.0'], code: 'P11.3' }, { of: ['G54.0'], code: 'P14.3' },
  { of: ['I50.9'], code: 'P29.0' }, { of: ['I27.20', 'I27.0'], code: 'P29.30' }, { of: ['N39.0'], code: 'P39.3' }, { of: ['K56.7'], code: 'P76.1' }, { of: ['R11.10', 'R11.11'], code: 'P92.09' }, { of: ['K21.9'], code: 'P78.83' },
  { of: ['O92.79', 'O92.70', 'O92.5'], code: 'P92.5' }, { of: ['R63.30', 'R63.39', 'R63.31', 'R63.32'], code: 'P92.9' }, { of: ['R62.51'], code: 'P92.6' },
];

const MS_PER_DAY = 86_400_000;
const DAYS = 28;

/** Days of age when the encounter begins; null where that cannot be told, or where it is no newborn. */
function daysOfNewborn({ patient, encounter, asOf }: Chart): number | null {
  const [birth, start] = [Date.parse(patient.birthDate ?? ''), Date.parse((encounter.start ?? asOf).slice(0, 10))];
  const days = Math.round((start - birth) / MS_PER_DAY);
  return days >= 0 && days <= DAYS ? days : null;
}

/** What is said of a newborn, with the codes of the newborn; how the child was born belongs to the stay in which it was. */
export function asNewborn(said: readonly Statement[], chart: Chart, codeSet: CodeSet): readonly Statement[] {
  const days = daysOfNewborn(chart);
  const isBirth = days === 0 && chart.encounter.setting === 'inpatient';
  const coded = said.map((one) => {
    if (isUnderAny(one.code, ['Z38']) && chart.patient.birthDate !== null) return isBirth ? { ...asOfNow(one), assessed: true } : { ...one, unusable: one.unusable ?? BORN_BEFORE };
    if (days === null) return one;
    const row = OF_NEWBORNS.find(({ of }) => isUnderAny(one.code, of));
    const found = row === undefined ? undefined : codeSet.entry(row.code);
    return found === undefined || !found.billable ? one : { ...one, code: found.code, title: found.title };
  });
  return days === null ? coded : coded.flatMap((one) => [one, ...observedFor(one, codeSet)]);
}

/** What a newborn was watched for and proved not to have (ICD-10-CM Guidelines I.C.16.b; tabular Z05). */
const OBSERVED_FOR: readonly { readonly of: readonly string[]; readonly code: string }[] = [
  { of: ['P35', 'P36', 'P37', 'P38', 'P39', 'P23', 'A40', 'A41', 'A50', 'A54', 'B00', 'G00', 'J12', 'J15', 'J18', 'N39.0'], code: 'Z05.1' },
  { of: ['Q20', 'Q21', 'Q22', 'Q23', 'Q24', 'Q25', 'I47', 'I49', 'P29'], code: 'Z05.0' }, { of: ['P90', 'P91', 'G40', 'R56', 'P52'], code: 'Z05.2' },
  { of: ['P22', 'P24', 'P25', 'P27', 'P28', 'J80'], code: 'Z05.3' }, { of: ['E70', 'E71', 'E72', 'E74', 'E75', 'P70', 'P71', 'P72'], code: 'Z05.42' },
  { of: ['P76', 'P77', 'K56', 'Q39', 'Q40', 'Q41', 'Q42', 'Q43'], code: 'Z05.5' }, { of: ['Q60', 'Q61', 'Q62', 'Q63', 'Q64', 'N13'], code: 'Z05.6' },
];

/** The code of an observation that proved this not to be there. */
export function observationCode(code: string): string | undefined {
  return OBSERVED_FOR.find(({ of }) => isUnderAny(code, of))?.code;
}

const SUSPECTED = /\b(?:suspect\w*|presum\w*|possible|concern(?:s|ed)? (?:for|of|about)|evaluat(?:ed|ion) for|observ(?:ed|ation) for|rule[- ]?out|r\/o|work-?up for)\b/i;
const FOUND_NOT_TO_BE = /\b(?:ruled out|not found|excluded|r\/o['’]?d)\b/i;

/** "Suspected sepsis, ruled out": the provider says both, where the conditions of the stay are assessed. */
function observedFor(one: Statement, codeSet: CodeSet): readonly Statement[] {
  const { assertion } = one.mention;
  const code = assertion.status === 'absent' && one.assessed && SUSPECTED.test(one.words) && FOUND_NOT_TO_BE.test(one.words) ? observationCode(one.code) : undefined;
  const entry = code === undefined ? undefined : codeSet.entry(code);
  if (entry === undefined || !entry.billable) return [];
  return [{ ...one, code: entry.code, title: entry.title, made: null, alternatives: [], mention: { ...one.mention, assertion: { ...assertion, status: 'present', recent: true, cues: [] } } }];
}

const BORN_BEFORE = 'How the child was born is reported once, for the stay in which it was (ICD-10-CM Guidelines I.C.16.a.2).';

/** "Born by cesarean at 35 weeks": past, and of this stay. */
function asOfNow(one: Statement): Statement {
  const { assertion } = one.mention;
  return assertion.status === 'historical' ? { ...one, mention: { ...one.mention, assertion: { ...assertion, status: 'present', recent: true, cues: [] } } } : one;
}

/** Completed weeks below 37, and the code that counts them (tabular P07.2, P07.3). */
const WEEKS: ReadonlyMap<number, string> = new Map([
  [22, 'P07.21'], [23, 'P07.22'], [24, 'P07.23'], [25, 'P07.24'], [26, 'P07.25'], [27, 'P07.26'], [28, 'P07.31'], [29, 'P07.32'], [30, 'P07.33'], [31, 'P07.34'], [32, 'P07.35'], [33, 'P07.36'],
  [34, 'P07.37'], [35, 'P07.38'], [36, 'P07.39'],
]);
const GENERAL = ['P07.20', 'P07.30'];
const PREMATURE = /\b(?:pre-?term|prematur\w+|preemie|premie)\b/i;
const NOT_PREMATURE = /\b(?:no|not|risk of|prior|previous|mother'?s?|sibling|history of|screen\w*|labor|PROM|PPROM|rupture)\b[^.;]{0,30}\b(?:pre-?term|prematur\w+)/i;
const COUNT = /\b(2[2-9]|3[0-6])(?:\s*(?:\+|and|w)?\s*[0-6](?:\s*\/\s*7)?)?\s*-?\s*(?:weeks?\b|wks?\b|w\b|weeker\b)(?!\s+(?:ago|old|later|postpartum|after))/gi;

/** The weeks that a newborn is early by, where a provider calls it preterm (ICD-10-CM Guidelines I.C.16.d). Not where two counts are given. */
export function withWeeksAtBirth(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const first = codes.find(({ statements }) => statements.length > 0);
  if (first === undefined || daysOfNewborn(chart) === null || codes.some(({ code }) => isUnderAny(code, ['P07.2', 'P07.3']) && !GENERAL.includes(code))) return codes;
  const notes = visitNotes(chart).usable;
  const [called] = notes.filter(({ text }) => PREMATURE.test(text) && !NOT_PREMATURE.test(text));
  const weeks = new Set(notes.flatMap(({ text }) => [...text.matchAll(COUNT)].map((match) => Number(match[1]))));
  const [count] = weeks;
  const found = called === undefined || count === undefined || weeks.size > 1 ? undefined : codeSet.entry(WEEKS.get(count) ?? '');
  const word = called === undefined ? null : PREMATURE.exec(called.text);
  if (called === undefined || found === undefined || word === null) return codes;
  const [start, end] = [word.index, word.index + word[0].length];
  const evidence = { kind: 'quote' as const, document: called.document.reference, version: called.document.version, note: called.id, start, end, quote: word[0], marks: [{ start, end }] };
  const statement: Statement = { ...first.statements[0]!, code: found.code, title: found.title, note: called, evidence: [evidence], alternatives: [], made: null };
  const rule = { id: 'weeks-at-birth', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.16.d`, because: 'A provider calls the newborn preterm and gives the weeks.' };
  const general = codes.filter(({ code }) => GENERAL.includes(code));
  const rest = codes.filter((one) => !general.includes(one));
  const place = rest.findIndex(({ code }) => isAtOrBelow(code, 'P07'));
  const made: VisitCode = { code: found.code, title: found.title, statements: [statement], rules: [rule], alternatives: [], replaces: general.map(({ code }) => code) };
  return place < 0 ? [...rest, made] : [...rest.slice(0, place + 1), made, ...rest.slice(place + 1)];
}
