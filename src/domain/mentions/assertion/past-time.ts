import type { CueRow } from './cue-row.ts';
import type { CueMatch } from './match-cues.ts';
import type { Word } from './words.ts';

/**
 * Times past, recognised by shape: "in 2008", "(3/2015)", "6 yrs ago", "at age 8", "at 18 mos".
 * A full date is none (it may be today's), nor is a year that something began ("since 2019", "diagnosed 2021").
 * `thisYear` of the service date, where known, is no past year.
 */
export function pastTimes(words: readonly Word[], thisYear: number | null): CueMatch[] {
  const found: CueMatch[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!mayBegin(words[at]!.norm)) continue;
    const match = yearAt(words, at, thisYear) ?? agoAt(words, at) ?? ageAt(words, at) ?? monthAt(words, at) ?? onceAt(words, at) ?? pregnancyAt(words, at) ?? (found.length > 0 ? thenAt(words, at) : null);
    if (!match) continue;
    found.push(match);
    at = match.to - 1;
  }
  return found;
}

function mayBegin(norm: string): boolean {
  const first = norm.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || norm === 'in' || norm === 'at' || norm === 'age' || norm === 'aged' || PREGNANCY.test(norm) || TIMES.has(norm) || COUNTS.has(norm);
}

/** "Two-day history of fever", "3/7 hx of diarrhoea": how long, not how long ago. */
export function isDuration(cue: CueMatch, words: readonly Word[]): boolean {
  if (cue.row.kind !== 'history' || cue.from === 0 || !words[cue.from]!.norm.startsWith('h')) return false;
  const at = LASTING.has(words[cue.from - 1]!.norm) ? cue.from - 2 : cue.from - 1;
  const unit = words[at]?.norm ?? '';
  return DURATIONS.has(unit) || /^\d+(?:d|h|hr|wk|w|mo|m|y|yr)s?$/.test(unit) || (words[at - 1]?.norm === '/' && PARTS_OF_TIME.has(unit));
}

const LASTING: ReadonlySet<string> = new Set(['long', 'plus', '+', 'or', 'so', 'old', 'progressive', 'worsening']);
const DURATIONS: ReadonlySet<string> = new Set(['day', 'days', 'week', 'weeks', 'month', 'months', 'hour', 'hours', 'year', 'years', 'd', 'wk', 'wks', 'mo', 'mos', 'yr', 'yrs', 'hr', 'hrs', 'h', 'w', 'm', 'y', 'night', 'nights', 'recent']);
/** British shorthand: 3/7 days, 2/52 weeks, 6/12 months, 5/24 hours. */
const PARTS_OF_TIME: ReadonlySet<string> = new Set(['7', '52', '12', '24']);

const AFTER: CueRow = { kind: 'history', looks: 'back', reach: 'phrase', dated: true, say: [] };
const AROUND: CueRow = { kind: 'history', looks: 'both', reach: 'list', dated: true, say: [] };
const BEFORE_AND_AFTER: CueRow = { kind: 'history', looks: 'both', reach: 'phrase', dated: true, say: [] };

function yearAt(words: readonly Word[], at: number, thisYear: number | null): CueMatch | null {
  const norm = words[at]!.norm;
  const short = norm.length === 2 && words[at - 1]?.norm === "'" && isNumber(norm);
  if (!short && !isYear(norm)) return null;
  if (thisYear !== null && (short ? Number(norm) === thisYear % 100 : Number(norm) >= thisYear)) return null;
  let from = short ? at - 1 : at;
  if ((words[from - 1]?.norm === '/' || words[from - 1]?.norm === '-') && isNumber(words[from - 2]?.norm)) {
    from -= 2;
    if ((words[from - 1]?.norm === '/' || words[from - 1]?.norm === '-') && isNumber(words[from - 2]?.norm)) return null;
  }
  if (words[at + 1]?.norm === '-' && isNumber(words[at + 2]?.norm) && words[at + 3]?.norm === '-') return null;
  while (from > 0 && BEFORE_A_YEAR.has(words[from - 1]!.norm)) from--;
  if (from > 0 && BEGINNINGS.has(words[from - 1]!.norm)) return null;
  return { row: from === 0 || words[from - 1]!.norm === 'last' || words[from - 1]!.norm === ':' ? AROUND : BEFORE_AND_AFTER, from, to: at + 1 };
}

function agoAt(words: readonly Word[], at: number): CueMatch | null {
  let to = at;
  const joined = /^(\d{1,2})(y|yr|yrs|years)$/.test(words[at]!.norm);
  if (!joined) {
    if (!COUNTS.has(words[at]!.norm) && !isNumber(words[at]!.norm)) return null;
    to++;
    while (to < words.length && to - at < 4 && (words[to]!.norm === '+' || words[to]!.norm === 'of' || words[to]!.norm === '-' || isNumber(words[to]!.norm))) to++;
    const unit = words[to]?.norm ?? '';
    if (!YEARS.has(unit) && !(SHORTER.has(unit) && ((unit.startsWith('m') && Number(words[at]!.norm) >= LONG_AGO) || isLast(words, at)))) return null;
  }
  to++;
  if (words[to]?.norm === '.') to++;
  if (!AGO.has(words[to]?.norm ?? '')) return null;
  let from = at;
  while (from > 0 && (words[from - 1]!.norm === 'about' || words[from - 1]!.norm === 'approximately' || words[from - 1]!.norm === '~' || words[from - 1]!.norm === 'over')) from--;
  if (from > 0 && BEGINNINGS.has(words[from - 1]!.norm)) return null;
  return { row: from === 0 ? AROUND : BEFORE_AND_AFTER, from, to: to + 1 };
}

const SHORTER: ReadonlySet<string> = new Set(['month', 'months', 'mo', 'mos', 'mth', 'mths', 'weeks', 'wks', 'week', 'wk', 'days']);
/** From half a year on, months ago tell of the past; what began since is in `BEGINNINGS`. */
const LONG_AGO = 6;

/** "*Last* gout attack 3 months ago": there was none since. */
function isLast(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 7), at).some(({ norm }) => norm === 'last' || norm === 'latest');
}

function ageAt(words: readonly Word[], at: number): CueMatch | null {
  const norm = words[at]!.norm;
  if (norm !== 'age' && norm !== 'at' && norm !== 'aged') return null;
  const age = norm === 'at' && words[at + 1]?.norm === 'age' ? at + 2 : at + 1;
  if (!isNumber(words[age]?.norm)) return norm === 'at' && /^\d{1,2}(mo|mos|yo|y|yrs|yr)$/.test(words[age]?.norm ?? '') ? { row: AFTER, from: at, to: age + 1 } : null;
  const unit = words[age + 1]?.norm ?? '';
  if (norm === 'at' && age === at + 1 && !AGES.has(unit) && !(CLOSES.has(unit || '.') && isAge(words, at) && Number(words[age]!.norm) > EARLIEST)) return null;
  if (isGestation(words, at, age)) return null;
  if (at > 0 && BEGINNINGS.has(words[at - 1]!.norm)) return null;
  return { row: at === 0 && norm !== 'at' || (at === 0 && age === 2) ? AROUND : AFTER, from: at, to: age + (AGES.has(unit) ? 2 : 1) };
}

/** "Gestational diabetes *at 30 weeks*", unless a birth or a loss at that time is told. */
function isGestation(words: readonly Word[], at: number, age: number): boolean {
  const unit = words[age + 1]?.norm ?? '';
  if ((unit !== 'weeks' && unit !== 'wks') || words[age + 2]?.norm === 'old') return false;
  return !words.slice(Math.max(0, at - 8), at).some(({ norm }) => ENDED.has(norm));
}

const ENDED: ReadonlySet<string> = new Set(['born', 'delivered', 'birth', 'preemie', 'loss', 'miscarriage', 'demise', 'stillbirth', 'sab', 'tab', 'premature', 'prematurely', 'previous', 'prior', 'history']);

/** "One manic episode *at 23*", but "bradycardia at 45", "sats at 92": those are measured. */
function isAge(words: readonly Word[], at: number): boolean {
  return at > 0 && !MEASURED.test(words[at - 1]!.norm);
}

/** "At 3" is as often an hour or a score. */
const EARLIEST = 4;
const MEASURED = /^(?:brady|tachy|hypo|hyper|hypox|feb|fever|an[ae]?emi|thrombo|leuko|neutro|leak|stenos|desat|hr$|bp$|rr$|sat|spo|map$|temp|pulse|rate|level|is$|are$|was$|stable|running|holding|set|off$|on$|up$|down$|now$)/;

/** "Hospitalized for pneumonia *in March*": a month is past, where nothing is planned for it. */
function monthAt(words: readonly Word[], at: number): CueMatch | null {
  if (words[at]!.norm !== 'in' || !MONTHS.has(words[at + 1]?.norm ?? '') || isNumber(words[at + 2]?.norm)) return null;
  const before = words.slice(Math.max(0, at - 12), at);
  if (at > 0 && BEGINNINGS.has(words[at - 1]!.norm)) return null;
  if (before.some(({ norm }) => PLANNED.has(norm))) return null;
  const stay = (words[at + 2]?.norm === 'with' || words[at + 2]?.norm === 'for') && before.some(({ norm }) => STAYS.has(norm));
  return { row: stay ? BEFORE_AND_AFTER : AFTER, from: at, to: at + 2 };
}

/** "Had pertussis *once*": told of a life, not of today. */
function onceAt(words: readonly Word[], at: number): CueMatch | null {
  if (!TIMES.has(words[at]!.norm) || !CLOSES.has(words[at + 1]?.norm ?? '.')) return null;
  const had = words.findIndex(({ norm }) => norm === 'had');
  return had >= 0 && had <= 2 && at - had <= MOST_WORDS_ONCE ? { row: AFTER, from: at, to: at + 1 } : null;
}

/** "Preeclampsia *G1*": in her first pregnancy; a tumor has a grade G1. */
function pregnancyAt(words: readonly Word[], at: number): CueMatch | null {
  return PREGNANCY.test(words[at]!.norm) && CLOSES.has(words[at + 1]?.norm ?? '.') && words.slice(Math.max(0, at - 3), at).some(({ norm }) => OBSTETRIC.test(norm)) ? { row: AFTER, from: at, to: at + 1 } : null;
}

const PREGNANCY = /^g[1-9]$/;
const OBSTETRIC = /^(?:gestation|pre-?eclampsia|eclampsia|hellp$|gdm$|ghtn$|pih$|gravidarum|hyperemesis|miscarriage|stillb|abruption|previa|pph$|postpartum|preterm|cholestasis|shoulder|forceps|section$|ectopic|iugr$|fgr$)/;

const TIMES: ReadonlySet<string> = new Set(['once', 'twice']);
const CLOSES: ReadonlySet<string> = new Set(['.', ',', ';', ')', 'before', 'previously']);
const MOST_WORDS_ONCE = 6;

/** "Femur fracture 1988; PE *at that time*": when the year before says. */
function thenAt(words: readonly Word[], at: number): CueMatch | null {
  if (words[at]!.norm !== 'at' || !(words[at + 1]?.norm === 'that' || words[at + 1]?.norm === 'the') || words[at + 2]?.norm !== 'time' || words[at + 3]?.norm === 'of') return null;
  return { row: AFTER, from: at, to: at + 3 };
}

const MONTHS: ReadonlySet<string> = new Set(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']);
/** "Was in the ICU in March with ARDS", but "consulted in June for a tumor". */
const STAYS: ReadonlySet<string> = new Set(['icu', 'hospital', 'hospitalized', 'hospitalised', 'admitted', 'inpatient', 'admission', 'treated', 'bedbound', 'ward']);
const PLANNED: ReadonlySet<string> = new Set(['will', 'plan', 'plans', 'planned', 'scheduled', 'due', 'next', 'follow', 'f', 'return', 'recheck', 'repeat', 'rtc', 'appt', 'appointment', 'surgery', 'since', 'if', 'schedule', 'to']);

const BEFORE_A_YEAR: ReadonlySet<string> = new Set(['in', 'the', 'mid', 'circa', '~', '(', 'around', 'about', 'of', 'spring', 'summer', 'fall', 'winter', 'early', 'late', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'back']);
const BEGINNINGS: ReadonlySet<string> = new Set(['since', 'dx', 'dxd', 'diagnosed', 'diagnosis', 'onset', 'started', 'began', 'starting', 'beginning', 'from', 'd', 'until', 'est', 'established', 'through', 'by', '-', 'to']);
const YEARS: ReadonlySet<string> = new Set(['year', 'years', 'yr', 'yrs', 'y', 'decade', 'decades']);
const AGO: ReadonlySet<string> = new Set(['ago', 'back', 'prior', 'earlier', 'previously', 'before']);
const COUNTS: ReadonlySet<string> = new Set(['several', 'many', 'few', 'couple', 'some', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twenty', 'thirty', 'forty']);
const AGES: ReadonlySet<string> = new Set(['mo', 'mos', 'months', 'yo', 'y', 'yrs', 'years', 'yr', 'weeks', 'wks', 'year']);

function isYear(norm: string): boolean {
  return /^(?:19[3-9]\d|20[0-4]\d|(?:19[3-9]|20[01])0s)$/.test(norm);
}

function isNumber(norm: string | undefined): boolean {
  return norm !== undefined && /^\d{1,2}$/.test(norm);
}
