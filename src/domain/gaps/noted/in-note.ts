import type { Note, NoteFindings, Section, SectionKind, Span } from '../../model/index.ts';
import type { Measurement } from '../operators/expression.ts';
import type { Moment } from '../operators/time.ts';
import type { NotedValue } from './noted-value.ts';
import type { Course, ReadSentence, Told } from './read-sentence.ts';
import type { NoteTime, ToldTime } from './when.ts';
import { ARTERIAL_PH, FEV1_FVC, OXYGEN_FLOW, PACO2, PAO2, SPO2, T_SCORE } from '../measurements.ts';
import { lazily } from '../../lazily.ts';
import { withKinds } from './kinds.ts';
import { readSentence } from './read-sentence.ts';
import { tableValues } from './tables.ts';

/**
 * Every value that a note tells of its patient, in order of text. Goals, thresholds, doses, plans and other people's are none.
 * A note that is superseded or entered in error tells nothing.
 */
export function valuesInNote(note: Note, findings: NoteFindings, time: NoteTime): readonly NotedValue[] {
  if (note.status === 'superseded' || note.status === 'entered-in-error' || findings.language === 'other') return [];
  const { text } = note;
  const tables = tableValues(text, time);
  const found: NotedValue[] = tables.values.map((value, place) => ({ ...value, place }));
  const sections = sectionsInTurn(findings.sections);
  let block: ToldTime | null = null;
  let end = 0;
  let over: Section | null = null;
  for (const sentence of findings.sentences) {
    const section = sections(sentence.start);
    const kind = section?.kind ?? null;
    if (section !== null && SILENT.has(section.kind) && section !== over) {
      if (section.kind === 'instructions' || !isLineOfFindings(text, sentence)) continue;
      over = section;
    }
    if (text.slice(end, sentence.start).includes('\n\n')) block = null;
    end = sentence.end;
    if (!DIGIT.test(text.slice(sentence.start, sentence.end)) || tables.holds(sentence)) continue;
    const read = readSentence(text, sentence, time);
    if (read.courses.length === 0) {
      if (read.headed && !read.headed.approximate && isHeading(read)) block = read.headed;
      continue;
    }
    const around = { text, sentence, time, block, past: kind === 'past-history' || kind === 'surgical-history', read, whole: lazily(() => wholeOf(text, sentence, read)) };
    for (const course of read.courses) for (const value of settled(course, around, found.length)) found.push(value);
  }
  return found.some(({ measurement }) => measurement === T_SCORE) ? withLowestSites(found) : found;
}

/** Bone density of several sites at one time: the lowest is the patient's (WHO 1994). */
function withLowestSites(found: readonly NotedValue[]): readonly NotedValue[] {
  const lowest = new Map<string, number>();
  for (const told of found) {
    if (told.measurement === T_SCORE) lowest.set(siteOf(told), Math.min(told.value, lowest.get(siteOf(told)) ?? Infinity));
  }
  return found.filter((told) => told.measurement !== T_SCORE || told.value === lowest.get(siteOf(told)));
}

function siteOf({ sentence, when }: NotedValue): string {
  return `${sentence.start} ${when?.day ?? ''}`;
}

const DIGIT = /\d/;

/** Other people's, what the patient reacts to, doses, and printed advice. */
const SILENT: ReadonlySet<SectionKind> = new Set(['family-history', 'allergies', 'medications', 'instructions']);

/** "Meds: lisinopril 10" and, on the next line, "BP 128/74": what is listed ends where findings begin, without a heading of their own. */
function isLineOfFindings(text: string, { start, end }: Span): boolean {
  return text.slice(Math.max(0, start - 3), start).includes('\n') && FINDINGS.test(text.slice(start, Math.min(end, start + 24)));
}

const FINDINGS = /^(?:BP\b|VS\b|vitals?\b|T \d|temp\b|HR\b|P \d|RR\b|SpO2|sats?\b|wt\b|weight\b|BMI\b|\d{2,3}\/\d{2,3}\b|labs?\b|CBC|[BC]MP\b|A1c|Hgb\b|INR\b|TSH\b|MoCA|MMSE|PHQ|GAD|EPDS|D[EX]{1,2}A\b|PFTs?\b|spirometry|echo\b|TTE\b|CXR|EKG|ECG)/i;

function sectionsInTurn(sections: readonly Section[]): (start: number) => Section | null {
  let at = 0;
  return (start) => {
    while (at + 1 < sections.length && sections[at + 1]!.start <= start) at++;
    const section = sections[at];
    return section && section.start <= start ? section : null;
  };
}

/** "Labs 3/4/26 06:00:" dates what stands beneath it, up to an empty line. */
function isHeading({ words }: ReadSentence): boolean {
  return words.length <= 9 && words.every(({ kind, norm }) => kind !== 'word' || HEADING.has(norm));
}

const HEADING: ReadonlySet<string> = new Set(['on', 'at', 'am', 'pm', 'of', 'the', 'cbc', 'bmp', 'cmp', 'abg', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'labs', 'lab', 'vitals', 'vital', 'signs', 'results', 'from', 'date', 'time', 'collected', 'drawn', 'today', 'yesterday', 'admission', 'discharge', 'data', 'laboratory', 'recent', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december']);

interface Around {
  readonly text: string;
  readonly sentence: Span;
  readonly time: NoteTime;
  readonly block: ToldTime | null;
  readonly past: boolean;
  readonly read: ReadSentence;
  readonly whole: () => Whole;
}

/** What bears on every value of the sentence. */
interface Whole {
  /** Where "home" stands; Infinity where it does not. */
  readonly homeFrom: number;
  readonly postBronchodilator: boolean;
  readonly roomAir: boolean;
  readonly flow: Told | null;
  /** The date in brackets after the last of a list of results: of them all. */
  readonly closing: ToldTime | null;
}

function wholeOf(text: string, { start, end }: Span, { courses }: ReadSentence): Whole {
  const words = text.slice(start, end);
  const home = words.search(AT_HOME);
  const flow = courses.find(({ told }) => told[0]?.measurement === OXYGEN_FLOW)?.told[0] ?? null;
  return { homeFrom: home < 0 ? Infinity : start + home, postBronchodilator: POST.test(words), roomAir: ANY_ROOM_AIR.test(words), flow, closing: courses.length > 2 ? closingOf(text, courses) : null };
}

function closingOf(text: string, courses: readonly Course[]): ToldTime | null {
  const last = courses.at(-1)?.told.at(-1);
  if (!last?.at || !/^ ?[([]/.test(text.slice(last.mark.end, last.mark.end + 2))) return null;
  return courses.every(({ told, under }) => under === null && told.length === 1 && (told[0] === last || told[0]?.at === null)) ? last.at : null;
}

function settled(course: Course, around: Around, place: number): readonly NotedValue[] {
  const { told } = course;
  const under = course.under ?? around.read.headed ?? around.whole().closing ?? around.block;
  const ages = agesOf(course, around.time.written);
  return told.flatMap((one, n) => {
    const value = { ...whenOf(one, ages[n] ?? 0, n, course, under, around), ...contextOf(one, around) };
    return withKinds({
      measurement: one.measurement, value: one.value, comparator: one.comparator, unit: one.unit, mark: one.mark, sentence: around.sentence,
      baseline: one.baseline, place: place + n, ...value,
    });
  });
}

/** How many steps each is before the newest of its course: "12.4 → 9.8 → 7.6" are 2, 1, 0. A value called baseline or earlier, or of an older day, stands apart. */
function agesOf({ told }: Course, written: Moment | null): readonly number[] {
  if (told.length === 1 || told[0]?.measurement === T_SCORE) return NEWEST;
  const inTurn = told.filter((one) => !one.baseline && !one.earlier && (one.at === null || one.at.at.day === written?.day));
  const byMeasurement = new Map<Measurement, Told[]>();
  for (const one of inTurn) {
    const list = byMeasurement.get(one.measurement);
    if (list) list.push(one);
    else byMeasurement.set(one.measurement, [one]);
  }
  const ages = new Map<Told, number>();
  for (const list of byMeasurement.values()) {
    const backwards = list.length > 1 && list.slice(1).every((one) => one.from);
    const steps = list.filter((one, n) => n === 0 || one.follows).length;
    let step = -1;
    for (const one of list) {
      if (step < 0 || one.follows) step++;
      ages.set(one, backwards ? step : steps - 1 - step);
    }
  }
  return told.map((one) => ages.get(one) ?? 0);
}

const NEWEST = [0];

type When = Pick<NotedValue, 'when' | 'approximate' | 'dated' | 'earlier'>;

function whenOf(one: Told, age: number, n: number, course: Course, under: ToldTime | null, { time, past }: Around): When {
  const { told, span } = course;
  const { written } = time;
  if (one.at) return { when: one.at.at, approximate: one.at.approximate, dated: true, earlier: one.at.at.day < (written?.day ?? -Infinity) };
  if (one.baseline || one.earlier) return { when: null, approximate: false, dated: false, earlier: true };
  if (n === 0 && course.under && told.slice(1).some(({ at }) => at !== null)) return { when: course.under.at, approximate: course.under.approximate, dated: true, earlier: true };
  const newest = under ?? (one.now || !past ? here(written) : null);
  if (!newest) return { when: null, approximate: false, dated: false, earlier: past };
  if (span !== null) return spread(newest.at, span, told.length, told.length - 1 - n);
  if (age === 0) return { when: newest.at, approximate: newest.approximate, dated: under !== null || one.now, earlier: false };
  if (!time.stay) return { when: null, approximate: false, dated: false, earlier: true };
  return { when: { day: newest.at.day - age, minute: null }, approximate: true, dated: true, earlier: true };
}

function here(written: Moment | null): ToldTime | null {
  return written ? { at: written, approximate: false, next: 0 } : null;
}

/** Evenly over the span that the words name, the last one today. */
function spread(newest: Moment, days: number, count: number, back: number): When {
  const step = Math.floor(days / count);
  return { when: { day: newest.day - step * back, minute: back === 0 ? newest.minute : null }, approximate: true, dated: true, earlier: back > 0 };
}

const ROOM_AIR = /^[\s%,()]{0,4}(?:while |when )?(?:breathing )?(?:on |in )?(?:RA\b|room[ -]air\b|r\.a\.|ambient air)/i;
const AT_HOME = /\b(?:home|self-?measured|own cuff|outside|pharmacy)\b/i;
const POST = /\bpost[ -]?(?:bronchodilator|bd\b|albuterol|dilator)|\bafter (?:a )?(?:bronchodilator|albuterol)/i;
const OXYGEN = /^[\s%,()]{0,4}(?:while |when )?(?:on|with) (?:\d|O2|oxygen|NC\b|nasal|BiPAP|CPAP|vent|HFNC|NRB|home O2|supplemental|FiO2)/i;

function contextOf({ mark, measurement }: Told, { text, sentence, whole }: Around): Pick<NotedValue, 'onRoomAir' | 'onOxygen' | 'postBronchodilator' | 'atHome'> {
  const isGas = GASES.has(measurement);
  if (measurement === FEV1_FVC) return { ...PLAIN, postBronchodilator: whole().postBronchodilator };
  if (!isGas) return measurement.category === 'vital-signs' && whole().homeFrom < mark.start ? { ...PLAIN, atHome: true } : PLAIN;
  const { flow, roomAir } = whole();
  const after = text.slice(mark.end, Math.min(sentence.end, mark.end + 40));
  if (ROOM_AIR.test(after)) return { ...PLAIN, onRoomAir: true };
  if (OXYGEN.test(after)) return { ...PLAIN, onRoomAir: false, onOxygen: flow && flow.mark.start > mark.end && flow.mark.start - mark.end < 12 ? flow.value : null };
  if (roomAir && !flow) return { ...PLAIN, onRoomAir: true };
  return flow ? { ...PLAIN, onOxygen: flow.value } : PLAIN;
}

const PLAIN = { onRoomAir: null, onOxygen: null, postBronchodilator: false, atHome: false };

const ANY_ROOM_AIR = /\b(?:RA|room[ -]air|ambient air)\b/;
const GASES: ReadonlySet<Measurement> = new Set([SPO2, PAO2, PACO2, ARTERIAL_PH]);
