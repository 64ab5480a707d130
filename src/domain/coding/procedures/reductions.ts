import type { Clause } from './clauses.ts';
import { sidesOf } from './do-deeds.ts';
import { evidenceOf, namedIn, performed, refused, type Found, type Named } from './found.ts';
import { performanceOf } from './performance.ts';

type Injury = 'fracture' | 'dislocation';

/**
 * Bones set and joints put back without a cut: injury · words that say where · number; the first row that fits a passage is the one.
 * Authority: CPT 2026, closed treatment with manipulation.
 */
const PLACES: readonly (readonly [injury: Injury, words: string, code: string])[] = [
  ['fracture', String.raw`both[- ]bones?(?: forearm)?|radius and ulna shafts?`, '25565'],
  ['fracture', String.raw`(?:radial|radius) shaft|shaft of (?:the )?radius`, '25505'],
  ['fracture', String.raw`ulnar shaft|shaft of (?:the )?ulna`, '25535'],
  ['fracture', String.raw`distal radi(?:us|al)|colles\S*|smith[’']?s? fracture|barton\S* fracture|wrist fracture|(?:radius and ulna|radial and ulnar) (?:distal|metaphys\w+)`, '25605'],
  ['fracture', String.raw`supracondylar`, '24535'],
  ['fracture', String.raw`humer(?:al|us) shaft|shaft of (?:the )?humerus`, '24505'],
  ['fracture', String.raw`proximal humer(?:us|al)|humeral neck|surgical neck`, '23605'],
  ['fracture', String.raw`metacarpal|boxer[’']?s?`, '26605'],
  ['fracture', String.raw`distal phalan\w+ (?:of (?:the )?)?(?:\w+ )?(?:finger|thumb)|(?:finger|thumb) distal phalan\w+`, '26755'],
  ['fracture', String.raw`(?:proximal|middle) phalan\w+ (?:of (?:the )?)?(?:\w+ ){0,2}(?:finger|thumb)|(?:finger|thumb) (?:proximal |middle )?phalan\w+`, '26725'],
  ['fracture', String.raw`great toe|hallux`, '28495'],
  ['fracture', String.raw`metatarsal`, '28475'],
  ['fracture', String.raw`trimalleolar`, '27818'],
  ['fracture', String.raw`bimalleolar`, '27810'],
  ['fracture', String.raw`distal fibul\w+|lateral malleol\w+`, '27788'],
  ['fracture', String.raw`medial malleol\w+`, '27762'],
  ['fracture', String.raw`tibial? shaft|tib[-/ ]?fib(?:ula)?`, '27752'],
  ['dislocation', String.raw`nursemaid[’']?s?(?: elbow)?|radial head subluxat\w+|pulled elbow`, '24640'],
  ['dislocation', String.raw`prosthetic hip|hip prosthesis|(?:total hip|hip arthroplasty|hip replacement|THA)`, '27265'],
  ['dislocation', String.raw`shoulder|glenohumeral`, '23650'],
  ['dislocation', String.raw`elbow`, '24600'],
  ['dislocation', String.raw`patell\w+|kneecap`, '27560'],
  ['dislocation', String.raw`(?:pip|dip|interphalangeal|ip) (?:joint )?(?:\w+ ){0,3}(?:finger|thumb)|finger|(?:pip|dip) (?:joint|dislocat\w+)`, '26770'],
  ['dislocation', String.raw`mcp|metacarpophalangeal`, '26700'],
  ['dislocation', String.raw`tmj|jaw|mandib\w+|temporomandibular`, '21480'],
  ['dislocation', String.raw`ankle|tibiotalar`, '27840'],
];
const ROWS = PLACES.map((row) => ({ row, said: new RegExp(String.raw`\b(?:${row[1]})\b`, 'i') }));

const REDUCED = /\b(?:closed reduction|closed manipulation|reduction (?:was )?(?:performed|done|achieved|completed|under)|manipulat(?:ed|ion) under|(?:was |were |easily |successfully |gently )?reduced (?:with|under|by|using|at bedside|at the bedside|on (?:first|the first|second)|without difficulty|closed)|(?:shoulder|elbow|patella|finger|hip|ankle|jaw|fracture|dislocation|subluxation|radial head|joint)(?: was)? (?:relocated|reduced|put back))\b/gi;
const FRACTURED = /\b(?:fractures?|fx|broken|colles\S*|boxer[’']?s?|displaced|angulated|dinner fork)\b/i;
const OUT_OF_JOINT = /\b(?:dislocat\w+|subluxat\w+|nursemaid\S*|pulled elbow|out of joint|relocated)\b/i;
/** Opened, or held with hardware: other numbers. */
const OPENED = /\b(?:open reduction|ORIF|CRPP|percutaneous pin\w*|external fixat\w*|k-?wires?)\b/i;
const NO_SUCH_THING = /\b(?:swelling|edema|pain|hernia|weight|dose|volume|risk|prolapse|paraphimosis|intussusception)\b[^.;]{0,12}$/i;
const AUTHORITY = 'CPT 2026, closed treatment with manipulation';

/** Fractures set and dislocations put back at this visit by its provider. Where it lies is read in the sentence, else around it, else where the whole note tells of one injury only. */
export function reductions(all: readonly Clause[]): Found {
  const done = namedIn(all.filter(({ byProvider }) => byProvider), REDUCED).filter((one) => isDone(one) && !OPENED.test(one.clause.text) && !NO_SUCH_THING.test(one.clause.text.slice(0, one.start - one.clause.start)));
  const [first] = done;
  if (first === undefined) return { performed: [], refused: [] };
  const evidence = evidenceOf(done);
  const places = placesIn(first.clause.text) ?? placesIn(around(first)) ?? placesIn(first.clause.note.text.slice(0, LONGEST_NOTE));
  if (places === null) return { performed: [], refused: [refused('A fracture or dislocation reduced', 'Which bone or joint was reduced is not said, or several may be meant.', evidence)] };
  return { performed: [performed(places, 'procedure', { modifiers: sidesOf(done), evidence, because: 'The note shows the bone set, or the joint put back, without a cut.', authority: AUTHORITY })], refused: [] };
}

/** What holds the bone until the follow-up is part of having set it (NCCI Policy Manual 2026, chapter 4, G). */
export const HELD_BY: ReadonlySet<string> = new Set(['29075', '29105', '29125', '29130', '29405', '29505', '29515']);
export const REDUCTIONS: ReadonlySet<string> = new Set(PLACES.map(([, , code]) => code));

function isDone(one: Named): boolean {
  const said = performanceOf(one.clause, one);
  return said === 'done' || (said === 'unsaid' && one.clause.inProcedure);
}

/** The one number that a passage allows; null where it says no place, or several that differ. */
function placesIn(text: string): string | null {
  const isBroken = FRACTURED.test(text);
  const isOut = OUT_OF_JOINT.test(text);
  let rest = text;
  const found = new Set<string>();
  for (const { row, said } of ROWS) {
    if (!(row[0] === 'fracture' ? isBroken : isOut) || !said.test(rest)) continue;
    found.add(row[2]);
    rest = rest.replace(new RegExp(said.source, 'gi'), ' ');
  }
  const [code] = found;
  return code !== undefined && found.size === 1 ? code : null;
}

function around({ clause: { note, sentence } }: Named): string {
  return note.text.slice(Math.max(0, sentence.start - NEAR), Math.min(note.text.length, sentence.end + NEAR));
}

/** UTF-16 units on either side of the sentence. */
const NEAR = 300;
/** Beyond it the one injury that a note tells of is not looked for. */
const LONGEST_NOTE = 20_000;
