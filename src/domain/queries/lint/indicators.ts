import { hasDate, hasRelativeDay, takesDateFromBefore } from './dates.ts';
import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';
import { hasPlaceholder } from './patient.ts';
import { PLACEHOLDER } from './words/general.ts';
import { linesOfAnother } from './support/other-record.ts';

/** Nothing cited, or lines that only point elsewhere ("see chart"). */
export function missingIndicators({ indicators }: LintableQuery): readonly Violation[] {
  return indicators.some((indicator) => hasContent(indicator.replaceAll(PLACEHOLDER, ' '))) ? [] : [tell('missing-indicators', { part: 'indicators' })];
}

/** Any clinical indicator without its date. */
export function undatedIndicators(query: LintableQuery): readonly Violation[] {
  if (query.indicators.some(isDateForAll)) return [];
  const anchored = [query.title, query.question, ...query.indicators].some(hasDate);
  const ofAnother = linesOfAnother(query);
  const isDayOneKnown = [query.title, query.question, ...query.indicators].some((text) => hasDate(text) && BEGINNING.test(text));
  const isDated = (indicator: string, index: number): boolean => hasDate(indicator)
    || (anchored && hasRelativeDay(indicator) && (!countsDays(indicator) || isDayOneKnown))
    || (index > 0 && takesDateFromBefore(indicator))
    || underDatedHeading(query.indicators, index);
  return query.indicators.flatMap((indicator, index) => {
    if (!hasContent(indicator) || isOnlyThePerson(indicator) || hasPlaceholder(indicator) || isDated(indicator, index) || ofAnother.has(index)) return [];
    return [tell('undated-indicators', { part: 'indicators', index, start: 0, end: indicator.length })];
  });
}

/** "HD 1", "POD 2": a day once some line dates the day that they count from. */
function countsDays(text: string): boolean {
  return /\b(?:HD|POD|hospital day|post-?op(?:erative)? day)\s?#?\s?\d/iu.test(text) && !/\b(?:on|at|upon)\s(?:admission|arrival|presentation)\b/iu.test(text);
}

const BEGINNING = /\b(?:HD|POD|admi\p{L}*|H&P|HP|ED|ER|EMS|arriv\p{L}*|triage|inpatient|stay|op|OR|surg\p{L}*|procedure|s\/p|\p{L}+(?:ectomy|plasty|ostomy)|ORIF|CABG|TKA|THA|TAVR|deliver\p{L}*|c-?section|EBL|QBL|PACU|anesthesia|postop|hospital)\b/iu;

/** At least one word that says something of the patient. */
export function hasContent(indicator: string): boolean {
  if (isVague(indicator)) return false;
  // Sodium, not "n/a".
  if (/\bNa\+?[\s:]{1,2}\d/u.test(indicator)) return true;
  const words = (indicator.match(/[\p{L}\p{N}&]+/gu) ?? []).map((word) => word.toLowerCase());
  const told = /[\d"“”]/u.test(indicator) ? words : withoutSources(words);
  return told.some((word) => !POINTERS.has(word) && !/^\d+$/u.test(word));
}

/** Words that send the reader elsewhere and tell no fact. */
const POINTERS = new Set(('see refer reference please review reviewed per the a an and or of to in on at for from as with above below attached chart charts record records note notes '
  + 'documentation documented ehr emr epic cerner medical clinical indicator indicators evidence information details detail none na n tbd listed noted stated found available '
  + 'h&p h p hpi progress labs lab results result imaging report reports vitals mar flowsheet flowsheets flow sheet sheets history physical discharge summary consult consults '
  + 'nursing physician provider entire throughout multiple various supporting support findings finding data patient patients s this is are was were been has have be can full complete '
  + 'signs symptoms values value test tests study studies exam exams meds medications orders treatment treatments workup today recent current stay admission encounter visit hospital course date dates picture same entry entries elsewhere section tab upon request file indicated previously mentioned pending your own my it which that '
  + 'as discussed discuss clinical clinically concern concerns concerning consistent overall presentation condition picture context background rounds team known us we i you they our primary service bedside abnormal abnormality abnormalities abnormals some several many other others related relevant pertinent appropriate specialist cdi reviewer chartreview '
  + 'blood bloodwork work up fluid vital sign trend trends trended status level levels number numbers reading readings measurement measurements assessment assessments evaluation monitoring care plan plans management therapy notation narrative summary summaries '
  + 'panel panels studies diagnostics workups info records entirety whole complete thorough review reviews reviewing looked examined above-mentioned aforementioned well also both any scan scans culture cultures telemetry query queries ophthalmology nephrology cardiology neurology pulmonology pulmonary hematology oncology urology dermatology rheumatology psychiatry ortho orthopedics endocrinology gastroenterology gi id icu ed podiatry obstetrics pediatrics neonatology anesthesia pathology radiology therapy pt ot slp rd dietitian output behavioral observations indicating nurse nurses doctor doctors staff available accessible link linked attachment scanned media folder portal system intake output events event day days hospitalization throughout since during by echo ct mri cxr ekg ecg us ultrasound xray radiograph eeg film films urine support supports epic query').split(' '));

/** "See ICU and burn notes": whose notes they are is no fact. "Hypotension per ICU notes" keeps its fact. */
function withoutSources(words: readonly string[]): readonly string[] {
  const named = new Set<number>();
  words.forEach((word, at) => {
    if (!SOURCES.has(word)) return;
    named.add(at);
    for (let back = at - 1; back >= Math.max(0, at - SOURCE_REACH) && !LEADS_TO_SOURCE.has(words[back] ?? ''); back -= 1) named.add(back);
  });
  return words.some((word) => LEADS_TO_SOURCE.has(word) || word === 'reviewed') ? words.filter((_, at) => !named.has(at)) : words;
}

const SOURCE_REACH = 5;
const SOURCES = new Set('note notes flowsheet flowsheets report reports record records summary summaries chart charts consult consults team log logs documentation tab tabs sheet section sections narrative dictation module'.split(' '));
const LEADS_TO_SOURCE = new Set('see refer per in to the from review via throughout within by at of'.split(' '));

/** Told so that nothing can be looked up: no value, no words of a note, only that something was seen. */
function isVague(indicator: string): boolean {
  return !/[\d"“”]/u.test(indicator) && /^\W{0,3}(?:some|various|several|multiple|certain|numerous|many|a few|a number of)\b/iu.test(indicator) && /\b(?:seen|noted|found|present|observed|reported|documented|recorded|charted|mentioned|available|reviewed)\b/iu.test(indicator);
}

function isOnlyThePerson(indicator: string): boolean {
  return /^\s{0,3}(?:age:?\s)?\d{1,3}[\s-]?(?:y\/?o\.?|yo|years?[\s-]old|yrs?|year|mo|months?[\s-]old|[mf]\b)?[\s,-]{0,3}(?:white|black|hispanic|asian)?\s?(?:man|woman|male|female|boy|girl|m|f|gentleman|lady)?\s{0,3}\.?$/iu.test(indicator);
}

/** "All values from 3/12". */
function isDateForAll(indicator: string): boolean {
  return /\b(?:all|above|following|these|below)\b[^\n]{0,40}\b(?:dated|from|on|taken|obtained|of)\b/iu.test(indicator) && !/["“”]/u.test(indicator)
    && /\b(?:indicators?|values?|results?|labs?|findings?|entries|notes?|data|vitals?)\b/iu.test(indicator) && hasDate(indicator);
}

/** "Labs 3/12:" above the lines that it heads. */
function underDatedHeading(indicators: readonly string[], index: number): boolean {
  const heading = indicators.slice(0, index).findLast((line) => line.trimEnd().endsWith(':'));
  return heading !== undefined && hasDate(heading);
}
