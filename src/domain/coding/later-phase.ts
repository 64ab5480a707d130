import type { Chart, CodeSet } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** What has phases of treatment by its seventh character, and is not a poisoning or a complication, whose first phase lasts as long as it is treated. */
const INJURIES = ['S', 'T14', 'T20', 'T21', 'T22', 'T23', 'T24', 'T25', 'M80', 'M84.3', 'M84.4', 'M84.5', 'M84.6'];

/** Said of the injury itself. */
const HEALS = /\b(?:heal(?:ing|ed)|callus|consolidat\w+|bridg(?:ed|ing)|united|uniting)\b/i;
/** What a later visit does or is called. */
const LATER = /\b(?:fracture|cast|splint|wound|burn|injury|suture|laceration|concussion) (?:check|follow[- ]?up|recheck|f\/u)\b|\b(?:cast|sutures?|staples|stitches|pins?|splint|boot) (?:(?:is|was|were|came) )?(?:off|out|removed|discontinued)\b(?! (?:(?:in|at|after|on|by) )?\d)|\bremov\w+ (?:of )?(?:the |his |her )?(?:cast|sutures?|staples|stitches|pins?|splint)\b|\b(?:\d{1,2}|two|three|four|six|eight|ten|twelve) ?(?:weeks?|wks?|months?|mos?) (?:out|after|post|s\/p|status post|since|from) (?:\w+ ){0,3}(?:fracture|injury|surgery|orif|fall|accident|sprain|fixation|reduction)\b|\b(?:f\/u|follow[- ]?up|followup|recheck) (?:of |for |on |visit for |appointment for )?(?:\w+ ){0,4}(?:fracture|fx|sprain|laceration|burn|injury|orif|concussion)\b/i;
/** Of the note: nobody follows an injury of hours ago. */
const HOURS_AGO = /\b(?:\d{1,2}|an?|two|three|few) (?:hours?|hrs?|minutes?) (?:ago|prior)\b/i;
/** The injury is new, whatever else the note follows. */
const NEW = /\b(?:today|yesterday|this morning|last night|hours? ago|just now|acute(?:ly)?|new injury)\b/i;

/**
 * An injury that is followed, and not treated for the first time: the seventh character of the later encounter (ICD-10-CM Guidelines I.C.19.a). Where
 * the words of the injury tell a phase themselves, that stands; an emergency visit or a stay is active treatment.
 */
export function asLaterPhase(said: readonly Statement[], { encounter }: Chart, codeSet: CodeSet): readonly Statement[] {
  if (encounter.setting !== 'office') return said;
  const followed = new Map([...new Set(said.map(({ note }) => note))].map((note) => [note, LATER.test(note.text) && !HOURS_AGO.test(note.text)]));
  return said.map((one) => {
    if (one.code.length !== 8 || !one.code.endsWith('A') || one.made === 'phase' || !isUnderAny(one.code, INJURIES) || !(HEALS.test(one.words) || (followed.get(one.note) === true && !NEW.test(one.words)))) return one;
    const later = codeSet.entry(`${one.code.slice(0, 7)}D`);
    return later?.billable === true ? { ...one, code: later.code, title: later.title, made: 'phase' as const } : one;
  });
}
