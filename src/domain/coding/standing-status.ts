import type { SectionKind } from '../model/index.ts';
import { isAtOrBelow } from './hierarchy.ts';

/**
 * What was done to a patient for good, and bears on any care: it is reported wherever a provider says it in this visit's note,
 * the past history included (ICD-10-CM Guidelines I.C.21.c.3, IV.J).
 */
const STANDING: readonly { readonly code: string; readonly what: string }[] = [
  { code: 'Z89', what: 'an amputation' },
  { code: 'Z90.1', what: 'a breast removed' },
  { code: 'Z93', what: 'an artificial opening' },
  { code: 'Z94', what: 'a transplant' },
  { code: 'Z95', what: 'a device or graft of heart or vessels' },
  { code: 'Z96.6', what: 'an artificial joint' },
  { code: 'Z96.41', what: 'an insulin pump' },
  { code: 'Z98.84', what: 'bariatric surgery' },
  { code: 'Z99.2', what: 'dialysis' },
  { code: 'Z99.81', what: 'oxygen at home' },
];

/** Where something else is meant by it: another person, an aim, a question. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['family-history', 'allergies', 'instructions', 'indication', 'screening']);
const UNDONE = /\b(?:remov\w+|explant\w*|revers\w+|taken down|takedown|decannulat\w+|failed (?:graft|transplant)|candidate|evaluation|list(?:ed)?|planned|scheduled|awaiting|consider\w*|discuss\w*|talk\w*|offer\w*|refer\w*|would|used to|no longer|formerly|stopped|discontinued|came off)\b/i;

/** Words just before the name by which it is still to be done: "referred for a pacemaker". */
const YET_TO_BE_DONE = /\b(?:refer(?:red|ral)?|candidate|evaluat\w+|plan(?:ned|ning)?|schedul\w+|await\w*|waiting|consider\w*|discuss\w*|listed|needs?|recommend\w*|offer\w*|declin\w*|refus\w*|if|would(?: (?:choose|prefer|want|accept|like|go for|opt for))?|ch(?:oose|ooses|ose)|prefers?|opts? for|wants?|interested in|leaning toward|learn\w*|class(?:es)?|options? (?:of|like|such as)|education|workup|work-up)\b(?: (?:for|of|about|on|to have|placement))?(?: (?:a|an|the|possible|new|permanent))*\s*$/i;

/** True where the words put a lasting state into the time to come. */
export function isYetToBeDone(code: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  if (!STANDING.some((row) => isAtOrBelow(code, row.code))) return false;
  return YET_TO_BE_DONE.test(before.slice(Math.max(0, before.length - LONGEST_LEAD))) || (EVALUATED_FOR.some((one) => isAtOrBelow(code, one)) && /^ (?:evaluation|eval|candidacy|work-?up|options?|class(?:es)?|planning)\b/i.test(after.slice(0, LONGEST_LEAD)));
}

/** What patients are evaluated for before they have it; a device is evaluated where it is. */
const EVALUATED_FOR = ['Z94', 'Z98.84', 'Z99.2', 'Z99.81'];

/** UTF-16 units. */
const LONGEST_LEAD = 60;

/** True for a lasting state of the patient that the sentence does not undo. */
export function isStandingStatus(code: string, section: SectionKind | null, sentence: string): boolean {
  return STANDING.some((row) => isAtOrBelow(code, row.code)) && (section === null || !ELSEWHERE.has(section)) && !UNDONE.test(sentence);
}
