import type { CalendarDate, SectionKind, Span } from '../../model/index.ts';
import type { Clause } from './clauses.ts';

/** Whether the words show a service as done here and now: `unsaid` names it and tells neither. */
export type Performance = 'done' | 'not-done' | 'unsaid';

/**
 * What a clause says of the service that it names at `span` (UTF-16 offsets into the note's text). The part between two commas that holds the
 * name decides; where it says nothing, one after it whose verb ends the list ("flu, Tdap given"), then one before it ("given: flu, Tdap").
 * A plan, an order, a referral, a refusal, a history, another day or another place is never a performance (CMS Claims Processing Manual,
 * chapter 12, section 30: what is billed is what was done and recorded).
 */
export function performanceOf(clause: Clause, span: Span): Performance {
  if (NEVER.has(clause.section) && !HERE.test(clause.text) && !(VACCINES_HERE.test(clause.text) && PERFORMED.test(clause.text))) return 'not-done';
  if (TOLD.has(clause.section) && !(HERE.test(clause.text) && PERFORMED.test(clause.text))) return 'not-done';
  const parts = partsOf(clause);
  const own = parts.findIndex((part) => part.start <= span.start && span.start < part.end);
  if (own < 0) return 'unsaid';
  if (SUPPOSED.test(clause.text.slice(0, Math.max(0, span.start - clause.start)))) return 'not-done';
  const said = sayingOf(parts[own]!, clause.day);
  if (said !== 'unsaid') return said;
  for (const part of parts.slice(own + 1)) {
    const later = sayingOf(part, clause.day);
    if (later !== 'unsaid') return endsList(part.text) ? later : before(parts.slice(0, own), clause.day);
  }
  return before(parts.slice(0, own), clause.day);
}

function before(parts: readonly Part[], day: CalendarDate): Performance {
  return parts.toReversed().map((part) => sayingOf(part, day)).find((said) => said !== 'unsaid') ?? 'unsaid';
}

/** Only told of what was before this visit, or of what is to come, unless the words say that it was here and today. */
const NEVER: ReadonlySet<SectionKind> = new Set(['past-history', 'surgical-history', 'family-history', 'social-history', 'allergies', 'problem-list', 'ros', 'instructions', 'indication', 'chief-complaint', 'medications', 'discharge-diagnosis']);
/** "Vaccines: MMR, varicella given": a line of this visit's, though vaccines often head a list of old ones. */
const VACCINES_HERE = /^\W*(?:vaccin\w+|immuni[sz]\w+)\b/i;
/** Told by the patient, or a list of what is due: place and deed must both be said. */
const TOLD: ReadonlySet<SectionKind> = new Set(['hpi', 'screening']);

export const HERE = /\b(?:today|(?:in|at|during) (?:the |our |this )?(?:office|clinic|visit|appointment|encounter)|in[- ]?(?:office|clinic|house)|this (?:visit|morning|afternoon)|now|point[- ]of[- ]care|poct?|bedside)\b/i;

export const PERFORMED = /\b(?:(?<!consent (?:was |were )?)given(?! (?:the|her|his|their|that|this|these|persist\w+|recent|ongoing|concern\w*|age|lack|risk|history|failure|worsening|continued|severity|new|an?|no|patient\w*|symptoms|elevated|abnormal|chronic|acute|normal|current)\b)|gave|administered|received|injected|instilled|infused|performed|done|(?<!consent (?:was |were |form )?)completed|(?<!consent (?:was |were )?)obtained|collected|drawn|drew|placed|inserted|removed|excised|incised|drained|sutured|stapled|repaired|irrigated|lavaged|extracted|aspirated|biopsied|shaved|frozen|froze|cauterized|curetted|debrided|avulsed|trimmed|pared|destroyed|treated with|applied|catheterized|interpreted|tolerated|well tolerated|bleeding (?:was )?controlled|lot(?: ?(?:#|no|number|num)|[:# ] ?[a-z]{0,3}\d)|hemostasis|ebl|deltoid|vastus|anterolateral thigh|ventrogluteal|dorsogluteal|gluteal|gluteus|administration of|reduced|splinted|casted|manipulated|mobilized|snipped|scraped|packed|closed|(?:immuni[sz]ations|vaccines|vaccinations) (?:today|this visit))\b/i;

const NOT_DONE = /\b(?:(?:has|have|had|he['’]s|she['’]s|they['’]ve) (?:already |previously |now |since |both |all )*(?:received|gotten|had|been (?:given|vaccinated|immunized))\b(?![^.;]{0,80}\b(?:today|here|in (?:the |our )?(?:office|clinic)|this (?:visit|morning|afternoon))\b)|(?:both|all|all (?:three|four|two|[2-4])|two|three|[2-4]) (?:\w+ )?doses of|declin\w+|refus\w+|defer\w*|postpon\w+|held|hold|not|never|no|without|unable|unsuccessful\w*|attempt\w*|aborted|cancel\w+|will|would|won['’]t|can|could|may|might|should|plan(?:s|ned|ning)?|schedul\w+|order(?:s|ed|ing)?|recommend\w*|consider\w*|offer(?:s|ed|ing)?|discuss\w*|review(?:ed)? options|options?|candidate|if|unless|when|next|return\w*|rtc|refer(?:s|red|ral|rals)?|due|overdue|pending|await\w*|follow[- ]?up|f\/u|pharmac\w+|elsewhere|outside|already|up[- ]to[- ]date|utd|current(?:ly)? on|(?:last|past) (?:year|month|week|visit|time|fall|winter|spring|summer|season)|last|prior|previous(?:ly)?|history|hx|h\/o|s\/p|status post|ago|since|yesterday|tomorrow|later|future|upcoming|in \d+ (?:days?|weeks?|months?|wks?|mos?)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:the )?(?:spring|summer|fall|autumn|winter))|need(?:s|ed|ing)?|want(?:s|ed|ing)?|request\w*|prefer\w*|prn|as needed|repeat|send|sent|at home|home|by (?:ortho\w*|gi|gyn\w*|derm\w*|cardio\w*|urology|his|her|their|another|the (?:er|ed|hospital))|(?:er|ed|urgent care|hospital|emergency (?:room|department)|ems|school|work|outside facility)|wife|husband|mother|father|brother|sister|son|daughter|contraindicat\w+|allerg\w+|eligible|series|continue\w*|start\w*|rx|prescri\w+|refill\w*|dispens\w+|every|q\d+ ?(?:h|d|w|m)\w*|weekly|monthly|daily|bid|tid|qhs)\b|\?|→|->/i;

/** "If no better, …", "will get …": before the name, wherever the commas stand. */
const SUPPOSED = /(?:^|[,(:]|\b(?:and|then))\s*(?:if|unless|when|will|would|plan(?:s|ned|ning)?(?: (?:to|for|on))?|consider\w*|recommend\w*|order(?:s|ed|ing)?|schedul\w+(?: for)?|declin\w+|refus\w+|return (?:for|to)|rtc for|refer\w*|discuss\w*|offer\w*|due(?: for)?|needs?|next(?: visit)?|history of|h\/o|hx of|s\/p|status post)\b[^,;]*$/i;

interface Part extends Span {
  readonly text: string;
}

/** At commas, "and", "then", brackets and dashes between blanks, but not within a number. */
const BREAK = /,(?!\d)|\s(?:and|then|with plan|plus)\s|\s[-–—]\s|[()[\]|\t\n]|\.\s/gi;

function partsOf(clause: Clause): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of clause.text.matchAll(BREAK)) {
    parts.push(part(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(part(from, clause.text.length));
  return parts;

  function part(start: number, end: number): Part {
    return { start: clause.start + start, end: clause.start + end + 1, text: clause.text.slice(start, end) };
  }
}

function sayingOf({ text }: Part, day: CalendarDate): Performance {
  if (isOfAnotherDay(text, day)) return 'not-done';
  if (NOT_DONE.test(withoutSaidDone(text))) return 'not-done';
  return PERFORMED.test(text) || isOfDay(text, day) ? 'done' : 'unsaid';
}

/** "No complications", "without difficulty", "no reaction", "consent": said of what was done, and no denial of it. */
const SAID_DONE = /\b(?:(?:no|without(?: any)?) (?:\w+ )?(?:complications?|difficulty|incident|reactions?|adverse \w+|bleeding|issues?|problems?|ectopy|st(?:[- ]?t)?|acute|ischemi\w+|evidence|signs?|epi(?:nephrine)?|resistance|blood loss|significant|discomfort|pain|residual|tenderness|purulen\w+|foreign)\b[^,;]*|for (?:pain|comfort|nausea|symptom)\b[^,;]*|as scheduled|per schedule|if tolerated|due to\b|allergy (?:shots?|injections?)|allergen immunotherapy|(?:as )?ordered (?:and|then)|next to|from home)/gi;

function withoutSaidDone(text: string): string {
  return text.replace(SAID_DONE, ' ');
}

function endsList(text: string): boolean {
  const verb = PERFORMED.exec(text) ?? NOT_DONE.exec(text) ?? HERE.exec(text);
  return verb === null || /^\W*(?:\w+\W+){0,4}$/.test(text.slice(0, verb.index)) ? !/\b(?:shot|vaccine|injection|test|screen\w*)\b/i.test(verb === null ? text : text.slice(verb.index)) : true;
}

const DATE = /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%])\b|\b(\d{4})-(\d{2})-(\d{2})\b|(?<![\d/#.-])(?:19|20)\d\d(?!\d|[/.,-]\d| ?(?:mg|mcg|ml|cc|units?|iu|u)\b)/g;
/** A fraction in a row of digits that is a score, an acuity or a share: "5/10", "20/40", "2/6". */
const RATIO = /(?:\/10|\/100|\/27|\/30|\/21|20\/\d+|\/6|\/5)$/;

function datesIn(text: string): readonly string[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(DATE)].flatMap((match): string[] => {
    const [whole, month, dayOfMonth, year, fullYear, fullMonth, fullDay] = match;
    if (fullYear !== undefined) return [`${fullYear}-${fullMonth}-${fullDay}`];
    if (month === undefined || dayOfMonth === undefined) return [whole];
    if (Number(month) < 1 || Number(month) > 12 || Number(dayOfMonth) < 1 || Number(dayOfMonth) > 31 || (year === undefined && RATIO.test(whole))) return [];
    const stated = year === undefined ? '' : year.length === 2 ? `20${year}` : year;
    return [`${stated}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`];
  });
}

const EXPIRY = /\bexp(?:ires|iry|iration)?\.?(?: date)?[: ]{0,3}\d[\d/-]*/gi;

function isOfAnotherDay(text: string, day: CalendarDate): boolean {
  return datesIn(text.replace(EXPIRY, ' ')).some((date) => (date.startsWith('-') ? !day.endsWith(date) : !day.startsWith(date)));
}

function isOfDay(text: string, day: CalendarDate): boolean {
  return datesIn(text.replace(EXPIRY, ' ')).some((date) => date === day || (date.startsWith('-') && day.endsWith(date)));
}
