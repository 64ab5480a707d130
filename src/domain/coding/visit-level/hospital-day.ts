import { find, findIn, isNegated, type Found, type Statement } from './visit.ts';

/** Hours from which admission and discharge on one date have codes of their own (Medicare Claims Processing Manual, chapter 12, section 30.6.9.1). */
const LEAST_HOURS = 8;

const ADMITTED = /\b(?:in(?= ?\d)|admit\w*|placed(?: in obs\w*)?|obs(?:ervation)? (?:start\w*|began|from|since)|arrived|start(?:ed)?)\b[^.;]{0,30}?(\d{1,2}):?(\d{2})\s?(am|pm)?/i;
const DISCHARGED = /\b(?:out(?= ?\d)|sent home|discharge[ds]?|d\/c(?:'?d)?|dc'?d|released|left|home(?: at)?|to|until|-|–)\b[^.;]{0,30}?(\d{1,2}):?(\d{2})\s?(am|pm)?/i;
const BOTH = /\b(?:(?:obs\w*|admi\w*|placed|arrived)\b[^.;]{0,30}\d{1,2}:?\d{2}[^.;]{0,40}(?:discharg\w*|d\/c|home|released|sent out)[^.;]{0,20}\d{1,2}:?\d{2}|(?:obs\w*|admi\w+|placed)\b[^.;/\n]{0,30}\d{1,2}:?\d{2}[^.;/\n]{0,20}?\b(?:discharg\w*|d\/c|dc'?d|sent home|released)\b[^.;/\n]{0,12}\d{1,2}:?\d{2}|(?:admi\w+|obs\w*|placed)(?: \w+)? ?(?:and|&|\/|\+|,) ?(?:d\/c|discharg\w*|dc'?d?|sent home)[^.;]{0,40}(?:\d{1,2}\/\d{1,2}|same|both|one)|in \d{1,2}:?\d{2},? (?:and )?out \d{1,2}:?\d{2}|one (?:calendar )?date|same[- ](?:calendar )?(?:day|date)|(?:on|within) (?:one|the same|a single) (?:calendar )?(?:day|date))\b/i;
const HOURS = /\b(\d{1,2}(?:\.\d)?) ?(?:h|hrs?|hours?)\b(?:[\w ]{0,20})(?:obs\w*|stay|in (?:the )?(?:unit|hospital|house))|(?:obs\w*|stay|los|total)(?: (?:time|for|of|was|status))*:? ?(\d{1,2}(?:\.\d)?) ?(?:h|hrs?|hours?)\b/i;

/** Admission and discharge on one date; `long` for at least eight hours, where the note says how long. */
export function sameDay(statements: readonly Statement[]): { readonly found: Found; readonly long: boolean } | null {
  const leaves = statements.some(({ text }) => /\b(?:discharg\w*|d\/c|dc'?d|released|sent home|home)\b/i.test(text));
  const both = findIn(BOTH, statements, (found) => !isNegated(found) && !OTHER_DAYS.test(found.statement.text) && /\badmi|discharg|d\/c|obs|\bout \d|sent home/i.test(found.statement.text));
  const hours = findIn(HOURS, statements);
  const clocks = both === null && hours === null ? null : clockHours(statements);
  if (both === null || !leaves) return null;
  const said = hours === null ? null : Number(/\d{1,2}(?:\.\d)?/.exec(hours.statement.note.text.slice(hours.start, hours.end))?.[0]);
  const known = clocks ?? said;
  return { found: both, long: known === null || known >= LEAST_HOURS };
}

/** Two dates, or a night between. */
const OTHER_DAYS = /\b(?:yesterday|last night|next (?:day|morning)|overnight)\b|\b(\d{1,2}\/\d{1,2})\b.*\b(?!\1)\d{1,2}\/\d{1,2}\b/i;

function clockHours(statements: readonly Statement[]): number | null {
  for (const statement of statements) {
    const from = find(ADMITTED, statement);
    if (from === null) continue;
    const rest = statement.text.slice(from.end - statement.start);
    const [a, b] = [ADMITTED.exec(statement.text), DISCHARGED.exec(rest)];
    const later = b ?? statements.map(({ text }) => DISCHARGED.exec(text)).find((one) => one !== null && /discharg|d\/c|released/i.test(one[0])) ?? null;
    if (a === null || later === null) continue;
    const hours = (minutesOfDay(later) - minutesOfDay(a)) / 60;
    if (hours > 0) return hours;
  }
  return null;
}

function minutesOfDay([, hour, minute, half]: RegExpExecArray): number {
  const h = Number(hour) % (half === undefined ? 24 : 12);
  return (h + (half?.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minute);
}
