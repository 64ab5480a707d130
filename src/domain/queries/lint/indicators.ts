import { hasDate, hasRelativeDay, takesDateFromBefore } from './dates.ts';
import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';
import { hasPlaceholder } from './patient.ts';

/** Nothing cited, or lines that only point elsewhere ("see chart"). */
export function missingIndicators({ indicators }: LintableQuery): readonly Violation[] {
  return indicators.some(hasContent) ? [] : [tell('missing-indicators', { part: 'indicators' })];
}

/** Any clinical indicator without its date. */
export function undatedIndicators(query: LintableQuery): readonly Violation[] {
  if (query.indicators.some(isDateForAll)) return [];
  const anchored = [query.title, query.question, ...query.indicators].some(hasDate);
  const isDated = (indicator: string, index: number): boolean => hasDate(indicator)
    || (anchored && hasRelativeDay(indicator))
    || (index > 0 && takesDateFromBefore(indicator))
    || underDatedHeading(query.indicators, index);
  return query.indicators.flatMap((indicator, index) => {
    if (!hasContent(indicator) || isOnlyThePerson(indicator) || hasPlaceholder(indicator) || isDated(indicator, index)) return [];
    return [tell('undated-indicators', { part: 'indicators', index, start: 0, end: indicator.length })];
  });
}

/** At least one word that says something of the patient. */
export function hasContent(indicator: string): boolean {
  return (indicator.match(/[\p{L}\p{N}&]+/gu) ?? []).some((word) => !POINTERS.has(word.toLowerCase()) && !/^\d+$/u.test(word));
}

/** Words that send the reader elsewhere and tell no fact. */
const POINTERS = new Set(('see refer reference please review reviewed per the a an and or of to in on at for from as with above below attached chart charts record records note notes '
  + 'documentation documented ehr emr epic cerner medical clinical indicator indicators evidence information details detail none na n tbd listed noted stated found available '
  + 'h&p h p hpi progress labs lab results result imaging report reports vitals mar flowsheet flowsheets flow sheet sheets history physical discharge summary consult consults '
  + 'nursing physician provider entire throughout multiple various supporting support findings finding data patient patients s this is are was were been has have be can full complete '
  + 'signs symptoms values value test tests study studies exam exams meds medications orders treatment treatments workup today recent current stay admission encounter visit hospital course date dates picture same entry entries elsewhere section tab upon request file indicated previously mentioned pending your own my it which that').split(' '));

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
