import type { Quantity, Span } from '../../model/index.ts';
import type { Measurement } from '../operators/expression.ts';
import type { Lexeme } from './lexemes.ts';
import type { NoteTime, ToldTime } from './when.ts';
import type { Wording } from './wording.ts';
import { BMI, BMI_PERCENTILE, FEV1_FVC, OXYGEN_FLOW, SPO2, SYSTOLIC, T_SCORE } from '../measurements.ts';
import { isPossible } from './kinds.ts';
import { lexemesOf, numberOf } from './lexemes.ts';
import { nameAt } from './names.ts';
import { unitAfter } from './units.ts';
import { toldSpan, toldTime } from './when.ts';
import { GAS_NAMES, GAS_ORDER, WORDINGS } from './wording.ts';
import { BARS, BASELINE, COUNTED, EARLIER, FILLERS, LIFTS, NOW, OTHERS, PEAK, RANGE_BARS } from './words.ts';

/** A number under its name, before it is known which of a course is the newest. */
export interface Told {
  readonly measurement: Measurement;
  readonly value: number;
  readonly comparator: Quantity['comparator'];
  readonly unit: string;
  readonly mark: Span;
  at: ToldTime | null;
  earlier: boolean;
  baseline: boolean;
  now: boolean;
  /** Joined to the one before by an arrow, "to" or a comma: the one before is the older. */
  readonly follows: boolean;
  readonly from: boolean;
}

/** The values of one name and what follows it, in order of text. */
export interface Course {
  readonly told: Told[];
  /** "Over the past year", in days. */
  span: number | null;
  /** The date before the name, or null. */
  readonly under: ToldTime | null;
}

export interface ReadSentence {
  readonly courses: readonly Course[];
  readonly words: readonly Lexeme[];
  /** A date at the head, which the sentence is about. */
  readonly headed: ToldTime | null;
}

/** One pass from left to right; each number belongs to the name before it, as long as only words of measuring stand between. */
export function readSentence(text: string, span: Span, time: NoteTime): ReadSentence {
  const words = lexemesOf(text, span.start, span.end);
  const reader = new SentenceReader(text, words, time);
  reader.read();
  return { courses: reader.courses, words, headed: reader.headed };
}

const MOST_BETWEEN = 9;

/** The wording of bone density. */
const T_SCORES = WORDINGS.find(({ measurement }) => measurement === T_SCORE)!;

/** The wording of FEV1/FVC: beside its two parts it is "the ratio". */
const BREATH_RATIOS = WORDINGS.find(({ measurement }) => measurement === FEV1_FVC)!;
const SPIROMETRY: ReadonlySet<string> = new Set(['fev1', 'fvc', 'spirometry', 'spiro', 'pft', 'pfts']);
const OTHER_RATIOS: ReadonlySet<string> = new Set(['tlc', 'rv', 'va', 'dlco', 'vc', 'albumin', 'creatinine', 'odds', 'risk', 'cholesterol']);

class SentenceReader {
  readonly courses: Course[] = [];
  headed: ToldTime | null = null;
  readonly #text: string;
  readonly #words: readonly Lexeme[];
  readonly #time: NoteTime;
  #course: Course | null = null;
  #wording: Wording | null = null;
  #strict = false;
  #gap = 0;
  #barred = false;
  #rangeBarred = false;
  /** Whether it was barred before the bracket that is open. */
  #outside: boolean | null = null;
  #others = false;
  #pending: { baseline: boolean; earlier: boolean; now: boolean; from: boolean; joined: boolean; at: ToldTime | null; comma: boolean } = fresh();
  #leading: ToldTime | null = null;
  #gas = -1;
  #vitals = false;
  #spirometry = false;

  constructor(text: string, words: readonly Lexeme[], time: NoteTime) {
    this.#text = text;
    this.#words = words;
    this.#time = time;
  }

  read(): void {
    for (let i = 0; i < this.#words.length;) i = this.#step(i);
    this.#close();
  }

  #step(i: number): number {
    const word = this.#words[i]!;
    const timed = this.#timeAt(i);
    if (timed) return this.#takeTime(timed, i);
    if (word.kind === 'word') return this.#takeWord(word, i);
    if (word.kind === 'number') return this.#takeNumber(word, i);
    if (word.kind === 'arrow') this.#pending.joined = true;
    if (word.kind === 'sign') this.#takeSign(word, i);
    return i + 1;
  }

  /** A number right under a name that takes fractions is a value before it is a date. */
  #timeAt(i: number): ToldTime | null {
    const word = this.#words[i]!;
    if (word.kind === 'sign' || word.kind === 'arrow' || word.kind === 'time') return null;
    if (word.kind === 'number' && (this.#gas >= 0 || this.#wording?.over !== undefined || this.#wording?.outOf !== undefined) && this.#course?.told.length === 0) return null;
    if (word.kind === 'number' && this.#words[i + 1]?.raw === '/' && this.#wording?.over !== undefined && this.#words[i - 1]?.norm !== 'on' && this.#words[i - 1]?.raw !== '(') return null;
    return toldTime(this.#words, i, this.#time);
  }

  #takeTime(timed: ToldTime, i: number): number {
    const before = this.#words[i - 1]?.norm ?? '';
    const last = this.#course?.told.at(-1);
    const isNow = NOW.has(this.#words[i]!.norm);
    if (isNow) this.#lift();
    if (!this.#course || this.#course.told.length === 0) {
      if (!['since', 'until', 'born', 'dob', 'due', 'by'].includes(before)) {
        if (i <= 2) this.headed = timed;
        this.#leading = timed;
        if (this.#course) this.#pending.at = timed;
      }
      return timed.next;
    }
    if (last && !this.#pending.comma && last.at === null && !this.#pending.joined) last.at = timed;
    else this.#pending.at = timed;
    if (isNow) this.#pending.now = true;
    return timed.next;
  }

  #takeWord(word: Lexeme, i: number): number {
    if (GAS_NAMES.has(word.norm)) {
      this.#close();
      this.#gas = 0;
      return i + 1;
    }
    if (OTHERS.has(word.norm)) this.#others = true;
    if (this.#isScoreOfBone(word, i)) return this.#open(T_SCORES, false, i + 1);
    if (SPIROMETRY.has(word.norm)) this.#spirometry = true;
    if (word.norm === 'ratio' && this.#spirometry && !OTHER_RATIOS.has(this.#words[i - 1]?.norm ?? '')) return this.#open(BREATH_RATIOS, false, i + 1);
    const named = nameAt(this.#text, this.#words, i);
    if (named && this.#mayOpen(named.wording, i)) return this.#open(named.wording, named.strict, named.next);
    if (this.#gas >= 0 && !FILLERS.has(word.norm)) this.#gas = -1;
    if (LIFTS.has(word.norm)) this.#lift();
    if (this.#bars(word, i)) {
      this.#barred = true;
      if (!this.#course || this.#course.told.length > 0 || !FILLERS.has(word.norm)) this.#afterBar();
      return i + 1;
    }
    if (RANGE_BARS.has(word.norm)) this.#rangeBarred = true;
    if (!this.#course) {
      if (BASELINE.has(word.norm)) this.#pending.baseline = true;
      else if (EARLIER.has(word.norm) && !(word.norm === 'last' && this.#words[i + 1]?.norm === 'dose')) this.#pending.earlier = true;
      else if (!FILLERS.has(word.norm) && word.norm !== 'on') {
        this.#pending = fresh();
        if (this.headed === null || this.#leading !== this.headed) this.#leading = this.headed;
      }
      return i + 1;
    }
    const spanned = ['over', 'past', 'during', 'within', 'in', 'for'].includes(word.norm) ? toldSpan(this.#words, i) : null;
    if (spanned) {
      if (this.#course.told.length > 1) this.#course.span = spanned.days;
      return spanned.next;
    }
    return this.#between(word, i);
  }

  /** "L1-L4 T -2.8": no temperature is below nought. */
  #isScoreOfBone({ raw, end }: Lexeme, i: number): boolean {
    const [sign, number] = [this.#words[i + 1], this.#words[i + 2]];
    return raw === 'T' && sign !== undefined && /[-−–]/.test(sign.raw) && sign.start - end === 1 && number?.kind === 'number' && number.start === sign.end && numberOf(number) <= 6;
  }

  #between(word: Lexeme, i: number): number {
    const { norm } = word;
    if (BASELINE.has(norm)) this.#pending.baseline = true;
    else if (EARLIER.has(norm) && !(norm === 'last' && this.#course?.told.length === 0 && this.#words[i + 1]?.norm === 'checked')) this.#pending.earlier = true;
    else if (NOW.has(norm)) this.#pending.now = true;
    else if (norm === 'from' || ((norm === 'was' || norm === 'were') && (this.#course?.told.length ?? 0) > 0)) this.#pending.from = true;
    else if (norm === 'to' || PEAK.has(norm) || norm === 'then') this.#pending.joined = norm !== 'to' || (this.#course?.told.length ?? 0) > 0 ? true : this.#pending.joined;
    else if (!FILLERS.has(norm)) {
      this.#close();
      return i + 1;
    }
    if (++this.#gap > MOST_BETWEEN) this.#close();
    return i + 1;
  }

  #bars({ norm }: Lexeme, i: number): boolean {
    if (!BARS.has(norm)) return false;
    const before = this.#words[i - 1]?.norm;
    if ((norm === 'goal' || norm === 'target') && (before === 'at' || before === 'to' || before === 'above' || before === 'below')) return false;
    if (norm === 'predicted' && [this.#words[i - 1]?.raw, before === 'of' ? this.#words[i - 2]?.raw : ''].includes('%')) return false;
    return !(norm === 'above' || norm === 'below' || norm === 'under') || !this.#course || this.#course.told.length > 0;
  }

  #afterBar(): void {
    if (this.#course && this.#course.told.length > 0 && this.#outside === null) this.#close(true);
  }

  #lift(): void {
    this.#barred = false;
    this.#rangeBarred = false;
  }

  #mayOpen(wording: Wording, i: number): boolean {
    const before = this.#words[/[/:]/.test(this.#words[i - 1]?.raw ?? '') ? i - 2 : i - 1]?.norm ?? '';
    if (wording.notAfter?.includes(before)) return false;
    return wording.amongVitals !== true || this.#vitals;
  }

  #open(wording: Wording, strict: boolean, next: number): number {
    const carried = this.#course ? fresh() : this.#pending;
    const under = this.#course && this.#course.told.length === 0 ? this.#course.under : this.#leading;
    this.#close();
    this.#course = { told: [], span: null, under };
    this.#wording = wording;
    this.#strict = strict;
    this.#gap = 0;
    this.#pending = { ...carried, joined: false, comma: false, at: null };
    if (wording.measurement.category === 'vital-signs') this.#vitals = true;
    return next;
  }

  #close(keepBar = false): void {
    const { baseline, earlier, at } = this.#pending;
    const last = this.#course?.told.at(-1);
    if (last) {
      if (baseline) last.baseline = true;
      if (earlier && !last.now) last.earlier = true;
      if (at && last.at === null) last.at = at;
    }
    if (last && this.#course) this.courses.push(this.#course);
    this.#course = null;
    this.#wording = null;
    this.#gas = -1;
    this.#pending = fresh();
    if (last && !keepBar) this.#rangeBarred = false;
  }

  #takeSign({ raw, start, end }: Lexeme, i: number): void {
    if (raw === ';' || (raw === '.' && /\s/.test(this.#text[end] ?? ' '))) {
      this.#close();
      this.#rangeBarred = false;
      this.#barred = false;
      this.#others = false;
      return;
    }
    if (raw === '(' || raw === '[') this.#outside = this.#barred;
    if (raw === ')' || raw === ']') {
      this.#settle();
      if (this.#outside !== null) this.#barred = this.#outside;
      this.#outside = null;
    }
    if (raw === ',') {
      this.#settle();
      this.#pending.comma = true;
      this.#gas = -1;
    }
    if (raw === '>' && this.#course && this.#course.told.length > 0 && this.#words[i - 1]?.kind === 'number' && this.#words[i + 1]?.kind === 'number') this.#pending.joined = true;
    if (raw === '?' && this.#course?.told.length === 0 && start > 0) this.#close();
  }

  /** "(baseline)", "0.9 previously,": said of the number before. */
  #settle(): void {
    const last = this.#course?.told.at(-1);
    if (!last) return;
    if (this.#pending.baseline) last.baseline = true;
    if (this.#pending.earlier && !last.now) last.earlier = true;
    this.#pending.baseline = false;
    this.#pending.earlier = false;
  }

  #takeNumber(word: Lexeme, i: number): number {
    if (this.#gas >= 0) return this.#takeGas(word, i);
    const flow = this.#flowAt(word, i);
    if (flow > 0) return flow;
    const wording = this.#wording;
    if (wording?.measurement !== SPO2 && this.#isOnRoomAir(word)) return this.#takeAlone(SPO2, word, i);
    if ((wording?.measurement === BMI || wording?.measurement === BMI_PERCENTILE) && this.#isPercentile(word)) return this.#takePercentile(word, i);
    if (!wording || !this.#course) return i + 1;
    if ((this.#strict && !this.#isRightAfterName(word, i)) || this.#words[i - 1]?.norm === 'by') {
      this.#close();
      return i + 1;
    }
    const measured = this.#measure(wording.measurement, word, i);
    if (measured === 'skip') return i + 1;
    if (measured === null) {
      this.#close();
      return i + 1;
    }
    const after = this.#words[measured.next];
    const isVolume = after?.norm === 'l' && this.#words[i - 1]?.norm === 'after';
    if (after?.kind === 'word' && measured.bare && (COUNTED.has(after.norm) || isVolume) && after.start - word.end <= 1 && (isVolume || !/^(?:[HL]|HR)$/.test(after.raw))) {
      if (this.#course.told.length > 0 || wording.unitNeeded) return measured.next;
      this.#close();
      return measured.next;
    }
    return this.#record(wording, measured, i);
  }

  /** "RR 22, 96% RA": a percentage on room air is a saturation, whether or not it is named. */
  #isOnRoomAir({ end }: Lexeme): boolean {
    ON_ROOM_AIR.lastIndex = end;
    return ON_ROOM_AIR.test(this.#text);
  }

  /** "BMI 97th percentile", "BMI 22.8 (96th %ile)": a child's place among others of the age. */
  #isPercentile({ end }: Lexeme): boolean {
    PERCENTILE.lastIndex = end;
    return PERCENTILE.test(this.#text);
  }

  #takePercentile(word: Lexeme, i: number): number {
    const next = this.#takeAlone(BMI_PERCENTILE, word, i);
    return /^(?:st|nd|rd|th)$/.test(this.#words[next]?.norm ?? '') ? next + 1 : next;
  }

  #takeAlone(measurement: Measurement, word: Lexeme, i: number): number {
    this.#close();
    if (this.#barred || this.#others) return i + 1;
    this.courses.push({ span: null, under: this.#leading, told: [{
      measurement, value: numberOf(word), comparator: comparatorBefore(this.#words, i), unit: measurement.unit, mark: { start: word.start, end: word.end },
      at: null, earlier: false, baseline: false, now: false, follows: false, from: false,
    }] });
    return i + 1;
  }

  #isRightAfterName(word: Lexeme, i: number): boolean {
    const before = this.#words[i - 1];
    return before !== undefined && (before.kind === 'word' || /[:=]/.test(before.raw)) && word.start - before.end <= 1 && this.#gap === 0;
  }

  /** "skip": not its number, and the course goes on; null: the course ends. */
  #measure(measurement: Measurement, word: Lexeme, i: number): Measured | 'skip' | null {
    const wording = this.#wording;
    const value = this.#signed(word, i);
    const decade = this.#words[i + 1];
    if (decade?.norm === 's' && decade.start === word.end) return { low: value + offsetOf(this.#words[i - 1]?.norm), high: value + offsetOf(this.#words[i - 1]?.norm, 9), unit: measurement.unit, end: decade.end, next: i + 2, bare: false };
    const range = this.#rangeAt(word, i);
    const lastWord = range ?? word;
    const end = lastWord.end;
    const unit = unitAfter(this.#text, end, measurement);
    if (unit === 'other') return wording?.unitNeeded || (this.#course?.told.length ?? 0) > 0 ? 'skip' : null;
    if (unit === null && wording?.unitNeeded) return 'skip';
    const next = this.#indexAt(unit?.end ?? end, i + 1);
    const written = unit?.unit ?? usualUnit(wording, measurement, value);
    return { low: value, high: range ? numberOf(range) : null, unit: written, end, next, bare: unit === null };
  }

  #signed(word: Lexeme, i: number): number {
    const value = numberOf(word);
    const sign = this.#words[i - 1];
    const isMinus = this.#wording?.signed === true && sign !== undefined && /[-−–]/.test(sign.raw) && sign.end === word.start;
    return isMinus ? -value : value;
  }

  /** "88-90", "88 – 90". */
  #rangeAt(word: Lexeme, i: number): Lexeme | null {
    const [dash, high] = [this.#words[i + 1], this.#words[i + 2]];
    if (dash?.kind !== 'sign' || !/[-–—]/.test(dash.raw) || high?.kind !== 'number') return null;
    return dash.start - word.end <= 1 && high.start - dash.end <= 1 && numberOf(high) > numberOf(word) ? high : null;
  }

  #indexAt(end: number, from: number): number {
    let next = from;
    while (next < this.#words.length && this.#words[next]!.start < end) next++;
    return next;
  }

  #record(wording: Wording, measured: Measured, i: number): number {
    const course = this.#course!;
    const word = this.#words[i]!;
    const comparator = comparatorBefore(this.#words, i);
    const isRange = measured.high !== null;
    const follows = course.told.length > 0;
    const reference = isRange && (this.#rangeBarred || course.told.length > 0) && !this.#pending.now && !this.#pending.joined && this.#words[measured.next - 1]?.norm !== 's';
    const besideIt = follows && comparator !== null && this.#isOwnCell(i - 1);
    const criterion = comparator !== null && SAYS_WHAT_IT_MEANS.has(this.#words[measured.next]?.norm ?? '');
    const wished = criterion || (comparator !== null && ['for', 'when', 'with', 'to'].includes(this.#words[i - 2]?.norm ?? ''));
    if (this.#barred || this.#others || reference || besideIt || wished || (this.#rangeBarred && comparator !== null)) {
      if (!follows || isRange) this.#pending = { ...this.#pending, joined: false };
      return this.#afterFraction(wording, measured, null);
    }
    const isOwn = isPossible({ measurement: wording.measurement, value: measured.low, unit: measured.unit, comparator: null });
    const isPressure = wording.over !== undefined && course.told[1]?.measurement === wording.over;
    const lonely = isPressure && !this.#pending.joined && this.#words[measured.next]?.raw !== '/';
    if (follows && (!isOwn || lonely || (measured.bare && !this.#goesOn(measured.next)))) {
      this.#close();
      return measured.next;
    }
    const told = (measurement: Measurement, value: number, unit: string, mark: Span): Told => ({
      measurement, value, comparator: follows && this.#pending.joined ? null : comparator, unit, mark, at: this.#pending.at, earlier: this.#pending.earlier && !this.#pending.now, baseline: this.#pending.baseline, now: this.#pending.now,
      follows, from: this.#pending.from,
    });
    const mark = { start: word.start, end: measured.end };
    course.told.push(told(wording.measurement, measured.low, measured.unit, mark));
    if (measured.high !== null && measured.high !== measured.low) course.told.push({ ...told(wording.measurement, measured.high, measured.unit, mark), follows: false });
    const next = this.#afterFraction(wording, measured, (measurement, value, at) => course.told.push({ ...told(measurement, value, measurement.unit, at), follows }));
    this.#pending = fresh();
    this.#gap = 0;
    return next;
  }

  /** "A1c | 7.1 (H) | < 5.7": a limit in a cell of its own, behind the value, is what is normal. */
  #isOwnCell(i: number): boolean {
    const [before, first] = [this.#words[i - 1], this.#words[i]];
    return before !== undefined && first !== undefined && (before.raw === '|' || /[\t|]/.test(this.#text.slice(before.end, first.start)));
  }

  /** A second number without a unit is one of the course only where the next words do not make it a count of something else. */
  #goesOn(next: number): boolean {
    const word = this.#words[next];
    if (!word || word.kind !== 'word') return true;
    return FILLERS.has(word.norm) || BASELINE.has(word.norm) || EARLIER.has(word.norm) || NOW.has(word.norm) || nameAt(this.#text, this.#words, next) !== null || toldTime(this.#words, next, this.#time) !== null || BARS.has(word.norm);
  }

  /** What stands after the slash: the diastolic pressure, the hematocrit, the most that a score can be. */
  #afterFraction(wording: Wording, { next }: Measured, add: ((measurement: Measurement, value: number, mark: Span) => void) | null): number {
    const [slash, number] = [this.#words[next], this.#words[next + 1]];
    const isFraction = slash?.raw === '/' && number?.kind === 'number' && number.start - slash.end <= 1;
    if (!isFraction && this.#words[next]?.norm === 'over' && this.#words[next + 1]?.kind === 'number' && wording.measurement === SYSTOLIC) return this.#underline(wording, next + 1, add);
    if (!isFraction) return this.#words[next]?.norm === 'of' && wording.outOf !== undefined ? next + 2 : next;
    if (wording.outOf !== undefined) return next + 2;
    return this.#underline(wording, next + 1, add);
  }

  #underline(wording: Wording, i: number, add: ((measurement: Measurement, value: number, mark: Span) => void) | null): number {
    const number = this.#words[i]!;
    const decade = this.#words[i + 1]?.norm === 's' && this.#words[i + 1]!.start === number.end;
    const second = this.#words[i + 1]?.raw === '-' && this.#words[i + 2]?.kind === 'number' ? this.#words[i + 2] : undefined;
    if (wording.over && add) {
      const mark = { start: number.start, end: number.end };
      add(wording.over, numberOf(number), mark);
      if (second) add(wording.over, numberOf(second), mark);
    }
    const unit = wording.over ? unitAfter(this.#text, (second ?? number).end, wording.measurement) : null;
    return unit !== null && unit !== 'other' ? this.#indexAt(unit.end, i + 1) : i + (decade ? 2 : second ? 3 : 1);
  }

  /** pH/pCO2/pO2, parted by slashes. */
  #takeGas(word: Lexeme, i: number): number {
    const measurement = GAS_ORDER[this.#gas];
    if (!measurement || this.#barred || this.#others) return i + 1;
    this.#course ??= { told: [], span: null, under: this.#leading };
    this.#course.told.push({
      measurement, value: numberOf(word), comparator: null, unit: measurement.unit, mark: { start: word.start, end: word.end },
      at: null, earlier: false, baseline: false, now: false, follows: false, from: false,
    });
    this.#gas++;
    if (this.#words[i + 1]?.raw !== '/') this.#close();
    return i + 1;
  }

  /** "on 2 L NC", "2L O2": the oxygen's flow, whatever is being told. */
  #flowAt(word: Lexeme, i: number): number {
    const unit = this.#words[i + 1];
    if (unit?.kind !== 'word' || !/^(?:l|lpm|liters?|litres?)$/.test(unit.norm) || unit.start - word.end > 1) return 0;
    const next = i + 2;
    const perMinute = this.#words[next]?.raw === '/' ? 2 : 0;
    const by = this.#words[next + perMinute]?.norm ?? '';
    const before = this.#words[i - 1]?.norm ?? '';
    const isFlow = unit.norm === 'lpm' || perMinute > 0 || FLOW_BY.has(by) || before === 'on' || before === 'o2' || before === 'oxygen';
    if (!isFlow || this.#barred || this.#others) return 0;
    this.courses.push({ span: null, under: this.#leading, told: [{
      measurement: OXYGEN_FLOW, value: numberOf(word), comparator: null, unit: 'L/min', mark: { start: word.start, end: word.end },
      at: null, earlier: false, baseline: false, now: false, follows: false, from: false,
    }] });
    return next + perMinute;
  }
}

const PERCENTILE = / ?(?:st|nd|rd|th)\b| ?(?:%|percentile|centile)/y;

const ON_ROOM_AIR = / ?% ?(?:on |in )?(?:RA\b|room air\b)/y;

const FLOW_BY: ReadonlySet<string> = new Set(['nc', 'nasal', 'cannula', 'o2', 'oxygen', 'hfnc', 'mask', 'nrb', 'nonrebreather', 'via', 'by', 'venturi', 'simple', 'home']);

/** "A score >= 10 indicates …" is a definition. */
const SAYS_WHAT_IT_MEANS: ReadonlySet<string> = new Set(['indicates', 'indicate', 'suggests', 'suggest', 'means', 'defines', 'is', 'are']);

interface Measured {
  readonly low: number;
  readonly high: number | null;
  readonly unit: string;
  readonly end: number;
  readonly next: number;
  /** No unit was written. */
  readonly bare: boolean;
}

function fresh(): { baseline: boolean; earlier: boolean; now: boolean; from: boolean; joined: boolean; at: ToldTime | null; comma: boolean } {
  return { baseline: false, earlier: false, now: false, from: false, joined: false, at: null, comma: false };
}

/** "mid-80s" is 85 or so; "80s" alone may be any of ten. */
function offsetOf(before: string | undefined, alone = 0): number {
  switch (before) {
    case 'low': return 2;
    case 'high': case 'upper': return 8;
    case 'mid': case '-': return 5;
    default: return alone;
  }
}

function usualUnit(wording: Wording | null, measurement: Measurement, value: number): string {
  return wording?.bare?.find(({ below }) => value < below)?.unit ?? measurement.unit;
}

function comparatorBefore(words: readonly Lexeme[], i: number): Quantity['comparator'] {
  switch (words[i - 1]?.raw) {
    case '<': return '<';
    case '>': return '>';
    case '<=': case '≤': return '<=';
    case '>=': case '≥': return '>=';
    default: return null;
  }
}
