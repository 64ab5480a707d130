import type { VisitReason } from '../../model/index.ts';
import { reason, type Found, type Statement } from './visit.ts';

export interface Minutes {
  /** Of the billing provider on the date; null where the note states none that counts. */
  readonly total: number | null;
  readonly why: readonly VisitReason[];
}

/** A stated number of minutes: "42 min", "1 h 10 min", "30-39 minutes" (its lower end). */
const STATED = /(?:\b(\d{1,2}) ?(?:hours?|hrs?|h)\b(?: ?(?:and |, )?(\d{1,2}) ?(?:minutes?|mins?|m|')?)?|(?<![\d.>])(\d{1,3}) ?(?:(?:-|–|to) ?\d{1,3} ?)?-?(?:minutes?|mins?\b|min\b))/gi;
const TOTAL = /\b(?:total|altogether|in all|overall|all[- ]in|sum)\b/i;
const OF_PROVIDER = /^\W*(?:my |total |today'?s )?(?:own )?time\b|\b(?:clinician|practitioner|attending|devoted|took me|took \d|mine\b|all (?:activities|tasks|work)|on (?:this|the same) (?:date|day)|of (?:my|own) time|charting|altogether|in all|all[- ]in|\d+ min\w* today|total|i spent|my time|spent|time spent|personally|provider time|physician time|time(?: today)?\s?[:=]|today i|time on (?:the )?(?:date|day)|chart (?:review|prep)|face[- ]to[- ]face|counsel\w*|documentation|documenting|visit time|encounter time|by me|of my time|md time|reviewing|on date of service|e\/m time|discharge (?:time|planning|day)|preparing)\b/i;
/** Time of others, of other days, and of what is reported by itself. */
const NOT_COUNTED = /\b(?:ma\b|rn\b|nurse|nursing|staff|medical assistant|scribe|student|resident|dietitian|pharmacist|tech\b|yesterday|tomorrow|day before|night before|last (?:night|week)|next day|following day|teaching|travel|waiting|wait time|call duration|interpreter|social work\w*|case manage\w*|case mgmt|care coordinator|educator|my partner)\b/i;
const SEPARATE = /\b(?:procedure|injection|ecg|ekg|psychotherapy|therapy|tobacco cessation|smoking cessation|cessation counseling|acp\b|advance care planning|repair|biopsy|excision|spirometry|critical care|cpr|intubation|line placement|separately (?:billed|reported|billable)|ultrasound|cryo\w*|ncs|emg|eeg|nerve conduction|stud(?:y|ies)|performing|omt|manipulation|botox|excis\w*|shave|punch|device (?:check|interrogation)|interrogation|stress test|colposcopy|iud|nexplanon|i ?& ?d|debridement|cast(?:ing)?|splinting|wound care|acupuncture|vaccin\w*|endoscopy|laryngoscopy|aspiration)\b/i;
const EXCLUDING = /\b(?:exclu\w+|not includ\w+|exclusive of|apart from|separate from|outside of|without|does not include|not counting|besides|other than)\b/i;
const INCLUDING = /\b(?:includ\w+|of which|of that|of this)\b/i;
/** The minutes of a discharge day stand bare: "DISCHARGE SUMMARY (45 min)", "40 min on discharge", "38 min." */
const BARE = /^\W*(?:time:? ?)?(\d{2,3}) ?(?:minutes?|mins?)\W*$/i;
const SHORT_TOLD = /^[^.;]{0,60}?\b(\d{2,3}) ?(?:minutes?|mins?)\b[^.;]{0,30}[.;]?\s*$/i;
const WITH_DISCHARGE = /\b(?:discharg\w*|d\/c|dc)\b[^.;]{0,60}?\b(\d{2,3}) ?(?:minutes?|mins?)\b|\b(\d{2,3}) ?(?:minutes?|mins?)\b[^.;]{0,40}?\b(?:discharg\w*|d\/c|dc\b|home-going|arranging|coordinat\w*|teaching|summary)/i;

/** Minutes of the discharge day, stated anywhere in its note. */
export function minutesOfDischarge(statements: readonly Statement[]): Minutes {
  const stated = minutesOf(statements);
  if (stated.total !== null) return stated;
  for (const statement of statements) {
    const at = BARE.exec(statement.text) ?? WITH_DISCHARGE.exec(statement.text) ?? (statement.mentions.length === 0 && !ELSEWHERE.test(statement.text) ? SHORT_TOLD.exec(statement.text) : null);
    if (at === null || NOT_COUNTED.test(statement.text)) continue;
    const found = { statement, start: statement.start + at.index, end: statement.start + at.index + at[0].length };
    return { total: Number(at[1] ?? at[2]), why: [reason('time', 'Time of the billing provider on the day of discharge.', found)] };
  }
  return { total: null, why: [] };
}

/** How long something lasts or recurs: no time spent. */
const ELSEWHERE = /\b(?:walk\w*|exercis\w*|run\w*|lasts?|lasting|lasted|duration|episodes?|every|x ?\d+ ?min|for (?:the )?(?:past|last)|ago|after (?:\w+ )?\d+|within|onset|pain|headache|seizure|cpr for|sleep\w*|latency|rest|stand\w*|sit\w*|late|early|apart|stiffness|nap|screen time|drive|away|commute|per (?:day|week)|daily|times a week|x\/week|\/day|\/week|wait(?:ed)?|monitored|observed for|observation (?:period )?after|tourniquet|ischemi\w*|min walk|loc\b|unconscious|hold|apply|soak|ice|procedure time|door)\b/i;

/**
 * Total time of the billing provider on the date of the encounter (CPT E/M guidelines 2023): a stated total, less what it says to include
 * of services reported by themselves; else the sum of the parts.
 */
export function minutesOf(statements: readonly Statement[]): Minutes {
  const stated = statements.filter(({ part }) => part !== 'past').flatMap(statedIn);
  const own = stated.filter(({ counts }) => counts);
  const totals = own.filter(({ isTotal }) => isTotal);
  const chosen = totals.length > 0 ? totals.slice(-1) : own;
  if (chosen.length === 0) return { total: null, why: [] };
  const taken = stated.filter(({ isSubtracted }) => isSubtracted).reduce((sum, { minutes }) => sum + minutes, 0);
  const total = chosen.reduce((sum, { minutes }) => sum + minutes, 0) - taken - (taken === 0 ? shareOfProcedure(chosen) : 0);
  return total <= 0 ? { total: null, why: [] } : { total, why: chosen.map(({ found }) => reason('time', 'Time of the billing provider on the date.', found)) };
}

/** "33 min, 15 of it for the knee": said of what is reported by itself, without its unit. */
function shareOfProcedure(chosen: readonly Stated[]): number {
  const [first] = chosen;
  if (chosen.length !== 1 || first === undefined) return 0;
  const { statement, end } = first.found;
  const [words = '', share = ''] = SHARE.exec(statement.text.slice(end - statement.start)) ?? [];
  return SEPARATE.test(words) || JOINT.test(words) ? Number(share) : 0;
}

const SHARE = /^[^.;\d]{0,20}\b(\d{1,2}) of (?:it|that|this|them|those|these|which)\b(?! min)[^.;,]{0,40}/i;
/** Of a joint that is injected, the procedure. */
const JOINT = /\b(?:for|on) the (?:knee|shoulder|hip|joint|elbow|wrist|ankle|finger|bursa|wound|nail|shot|lesions?|warts?|keratos[ei]s|mole)\b/i;

interface Stated {
  readonly minutes: number;
  readonly found: Found;
  readonly counts: boolean;
  readonly isTotal: boolean;
  /** Said to be within the total, and reported by itself. */
  readonly isSubtracted: boolean;
}

function statedIn(statement: Statement): readonly Stated[] {
  const { text } = statement;
  const clock = clockIn(statement);
  if (!/\d/.test(text) || !/\b(?:min|hour|hr|h\b)|\d ?(?:min|hr?s?\b)/i.test(text)) return clock;
  const all: Stated[] = [...clock];
  let before = 0;
  const places = [...text.matchAll(STATED)];
  for (const [index, place] of places.entries()) {
    const end = place.index + place[0].length;
    const clause = text.slice(before, Math.min(text.length, nextBreak(text, end, places[index + 1]?.index)));
    before = end;
    const minutes = place[3] !== undefined ? Number(place[3]) : Number(place[1]) * 60 + Number(place[2] ?? 0);
    if (minutes === 0 || minutes > LONGEST) continue;
    if (place[3] === undefined && !/\b(?:spent|total|time)\b/i.test(text)) continue;
    const found = { statement, start: statement.start + place.index, end: statement.start + end };
    const others = NOT_COUNTED.test(clause);
    const separate = SEPARATE.test(clause) && !TOTAL.test(clause) && !/\bi spent|e\/m/i.test(clause);
    const excluded = EXCLUDING.test(clause) && !TOTAL.test(clause) && index > 0;
    const isOwn = OF_PROVIDER.test(text) && !others && !separate && !excluded && !(ELSEWHERE.test(clause) && !OF_PROVIDER.test(clause)) && !/\b(?:counsel\w*|coordinat\w*)\b/i.test(index > 0 ? clause : '');
    const isSubtracted = !isOwn && (index > 0 || clock.length > 0) && (separate || others) && INCLUDING.test(text.slice(places[index - 1]?.index ?? 0, place.index)) && !EXCLUDING.test(clause);
    all.push({ minutes, found, counts: isOwn, isTotal: isOwn && TOTAL.test(clause), isSubtracted });
  }
  return all;
}

const LONGEST = 480;

/** A clause goes on to a comma, a bracket or a plus sign, or to the next number. */
function nextBreak(text: string, from: number, next: number | undefined): number {
  const stop = /[,;(+.]|\band\b/.exec(text.slice(from, next ?? text.length));
  return stop === null ? (next ?? text.length) : from + stop.index;
}

const CLOCK = /\b(?:start(?:ed)?|time in|in|from|time:?|began)?:? ?(\d{1,2}):?(\d{2}) ?(am|pm)?\s?(?:-|–|to|until|,? ?(?:stop|end|time out|out):?)\s?(\d{1,2}):?(\d{2}) ?(am|pm)?\b/i;

/** "Time 13:05–13:47." */
function clockIn(statement: Statement): readonly Stated[] {
  if (!/\b(?:time|spent|visit|room|seen|encounter)\b/i.test(statement.text) || NOT_COUNTED.test(statement.text) || /\badmi|discharged|arriv/i.test(statement.text)) return [];
  const place = CLOCK.exec(statement.text);
  if (place === null) return [];
  const minutes = (Number(place[4]) * 60 + Number(place[5])) - (Number(place[1]) * 60 + Number(place[2]));
  const elapsed = minutes < 0 ? minutes + 720 : minutes;
  if (elapsed <= 0 || elapsed > LONGEST) return [];
  const start = statement.start + place.index;
  return [{ minutes: elapsed, found: { statement, start, end: start + place[0].length }, counts: true, isTotal: false, isSubtracted: false }];
}
