import { PRESSURES, SCALES } from './words/scales.ts';
import { finderOf, type Finder } from './words/phrases.ts';

/** Whether the text says when: a day, a month of a year, or a year. Times, hospital days and "on admission" are no dates by themselves. */
export function hasDate(text: string): boolean {
  return PLAIN_DATES.some((pattern) => pattern.test(text)) || hasDayAndMonth(text) || hasYear(text);
}

/** Counted from an event ("HD 3", "POD#2", "on admission"): a date once the query dates the event. */
export function hasRelativeDay(text: string): boolean {
  return RELATIVE.test(text);
}

/** "Same day: …" takes its date from the line before it. */
export function takesDateFromBefore(text: string): boolean {
  return /\b(?:same|that|following|next)\s(?:day|date|morning|evening|night|visit|encounter|shift)\b/iu.test(text);
}

const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

const PLAIN_DATES: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)/u,
  /(?<![\d.])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d)(?!\d)/u,
  /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?!\d)/u,
  /\b(?:on|from|dated|of|since|date:?)\s(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\d.-])/iu,
  new RegExp(`\\b${MONTH}\\.?\\s${DAY}(?:st|nd|rd|th)?(?![\\d.%])`, 'u'),
  new RegExp(`(?<![\\d.])${DAY}(?:st|nd|rd|th)?[\\s-]?(?:of\\s)?(?:${MONTH}|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?![\\p{L}]))`, 'u'),
  new RegExp(`\\b(?:${MONTH}|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\.?[\\s,'’-]{1,2}(?:(?:19|20)\\d\\d|${DAY},?\\s?-?(?:19|20)\\d\\d)\\b`, 'u'),
  new RegExp(`\\b(?:in|since|last|from|this|early|late|mid|until|through)[\\s-]${MONTH}\\b`, 'u'),
];

const RELATIVE = /\b(?:HD|POD|DOL|PPD|LOS day|hospital day|post-?op(?:erative)? day|day of life|day)\s?#?\s?\d{1,2}\b|\b(?:on|at|upon|since|prior to|day of|before)\s(?:admission|admit|arrival|presentation|surgery|delivery|birth|transfer|discharge)\b|\badmission\b|\b(?:pre|post)-?op\b/iu;

/** "3/12", not "strength 4/5". */
function hasDayAndMonth(text: string): boolean {
  for (const match of text.matchAll(/(?<![\d/.,])(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?![\d/%]|\.\d)/gu)) {
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + NEAR);
    if (!isScale(Number(match[2]), match[0], before, after)) return true;
  }
  return false;
}

const NEAR = 24;

function isScale(beneath: number, fraction: string, before: string, after: string): boolean {
  if (/(?:\b(?:on|from|dated|since|through|thru|until|by|to|of|and|vs)\s|[-–—]\s?)$/iu.test(before) && !/(?:score|rated|pain|strength|gcs|phq-?9|moca|mmse)\s(?:of|to|from)\s$/iu.test(before)) return false;
  if (/^\s?(?:ns|tabs?|tablets?|ppd|pack|saline|normal saline)\b/iu.test(after)) return true;
  if (/^\d\d?\/0/u.test(fraction) || fraction.startsWith('0')) return false;
  if (/^\s?(?:[:;-]|at\s\d|\d\d:?\d\d\b)/u.test(after)) return false;
  if (PRESSURE_BEFORE.test(before)) return true;
  const above = Number(fraction.split('/')[0]);
  return SCALE_WORDS.some(({ of, isBefore, isAfter, isPressure }) => (isPressure || above <= beneath) && of.includes(beneath) && (isBefore(before) || isAfter(after)));
}

const PRESSURE_BEFORE = new RegExp(`\\b(?:${PRESSURES.join('|')})[\\s:=]{1,2}$`, 'iu');

/** The word stands next to the fraction, with at most "of", "is", a colon or a side between; after it, at once. */
const SCALE_WORDS = SCALES.map(({ words, of, side, isPressure }) => {
  const any: Finder = finderOf(words);
  const isBefore = (text: string): boolean => side !== 'after' && any(text).some((found) => /^[\s:=(,]{0,3}(?:(?:of|is|was|score|scores|scored|positive|pos|grew|to|rue|lue|rle|lle|right|left|r|l|arm|leg|side|in|a|were|met|had|x|\+){1}[\s:=(]{1,2}){0,3}$/iu.test(text.slice(found.end)));
  const isAfter = (text: string): boolean => side !== 'before' && any(text).some((found) => found.start <= 1 + (/^\s(?:blood|aerobic|positive|pos|systolic|of|early|late|holo|sirs)\s/iu.exec(text)?.[0].length ?? 0));
  return { of, isBefore, isAfter, isPressure };
});

/** A year standing alone, not a value ("BNP 2010") and not a clock ("at 2015"). */
function hasYear(text: string): boolean {
  for (const match of text.matchAll(/(?<![\d.,/-])(?:19[5-9]\d|20[0-4]\d)(?![\d.,]\d|[\p{L}\d/]|\s?(?:mg|ml|mcg|pg|ng|u|units?|cc|cal|kcal|g|cells|hrs?|hours|h|iu|meq|mmol)\b)/giu)) {
    if (/\b(?:stay|admission|visit|records?|chart|note|summer|spring|fall|winter|year)\sof\s$/iu.test(text.slice(Math.max(0, match.index - NEAR), match.index))) return true;
    if (!/(?:\b(?:at|@|bnp|probnp|pro-bnp|ferritin|ck|cpk|trop|troponin|d-dimer|ldh|ast|alt|wbc|uop|output|intake|lipase|crp|plt|platelets|tg|triglycerides|time|of)[\s:=>]{1,3})$/iu.test(text.slice(Math.max(0, match.index - NEAR), match.index))) return true;
  }
  return false;
}
