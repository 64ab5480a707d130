import type { Snapshot } from '../index-chart.ts';
import type { NoteContradictsItselfExpression } from './expression.ts';
import type { AnalysedNote } from './provider-notes.ts';
import type { Verdict } from './verdict.ts';
import type { Said, SaidKind } from './conflicts/said.ts';
import { isUnderAny } from '../../coding/hierarchy.ts';
import { MATTERS } from './conflicts/matters.ts';
import { diagnosesSaid, kindsSaid, namesAStem } from './conflicts/said.ts';
import { signedNotes } from './conflicts/standing.ts';
import { quoteOf, searched } from './evidence.ts';
import { contradicts } from './providers-disagree.ts';
import { unseenNotes } from './provider-notes.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function noteContradictsItself(): NoteContradictsItselfExpression {
  return { op: 'note-contradicts-itself' };
}

/** One author, one note, both: the author is asked (AHIMA/ACDIS query practice brief 2022). An addendum, or words that tell a course, resolve it. */
export function evaluateNoteContradictsItself(_: NoteContradictsItselfExpression, snapshot: Snapshot): Verdict {
  const notes = signedNotes(snapshot);
  const pair = notes.map((note) => twoKinds(note) ?? statedAndDenied(note)).find((found) => found !== null) ?? null;
  const evidence = (pair ?? []).map((said) => quoteOf(said.in, said.sentence, [{ start: said.start, end: said.end }]));
  const unseen = unseenNotes(snapshot);
  if (unseen.length > 0) return cannotTell(unseen, evidence);
  return pair === null ? no([searched(snapshot, ['one note that says both'], ['DocumentReference'], null)]) : yes(evidence);
}

type Pair = readonly [Said, Said];

/** Two kinds that exclude each other, each stated in a sentence of its own where the note judges. */
function twoKinds(note: AnalysedNote): Pair | null {
  const lower = note.note.text.toLowerCase();
  for (const matter of MATTERS) {
    if (matter.kinds.filter((kind) => namesAStem(lower, kind)).length < 2) continue;
    const said = kindsSaid(matter, note);
    if (said.some(({ section }) => section === 'addendum')) continue;
    const stated = said.filter((one) => one.says === 'stated' && one.judged && !isOfAnotherTime(one));
    const [one] = stated;
    const other = stated.find((candidate) => one !== undefined && candidate.kind !== one.kind && candidate.sentence.start !== one.sentence.start && !tellsBoth(candidate, one, stated) && !isElsewhere(candidate, one));
    if (one !== undefined && other !== undefined) return [one, other];
  }
  return null;
}

/** "Stage 4 sacral ulcer", "stage 2 ulcer of the left heel": two of them, each with its own. */
function isElsewhere(a: SaidKind, b: SaidKind): boolean {
  const [here, there] = [a, b].map(({ words }) => [...words.matchAll(PLACES)].map(([place]) => place.toLowerCase().slice(0, 4)));
  return here!.length > 0 && there!.length > 0 && !here!.some((place) => there!.includes(place));
}

const PLACES = /\b(?:sacr\w{1,4}|coccy\w{1,4}|heel|ischi\w{1,4}|trochant\w{1,4}|buttocks?|hips?|ankles?|malleol\w{1,3}|elbows?|scalp|occip\w{1,4}|foot|toe|back|knee|left|right)\b/gi;

/** One sentence names both: the author sets them side by side on purpose. */
function tellsBoth(a: SaidKind, b: SaidKind, stated: readonly SaidKind[]): boolean {
  return stated.some((one) => one.kind === a.kind && stated.some((other) => other.kind === b.kind && other.sentence.start === one.sentence.start));
}

function statedAndDenied(note: AnalysedNote): Pair | null {
  const said = diagnosesSaid(note);
  const denials = said.filter((one) => one.says === 'denied' && !isOfAnotherTime(one) && (one.judged || isSettled(one.code, one)));
  for (const denial of denials) {
    if (said.some((one) => one.section === 'addendum' && (contradicts(one, denial) || one.code === denial.code))) continue;
    const one = said.find((candidate) => candidate.says === 'stated' && candidate.judged && !isOfAnotherTime(candidate)
      && candidate.sentence.start !== denial.sentence.start && contradicts(candidate, denial));
    if (one !== undefined) return [one, denial];
  }
  return null;
}

/** What a test of the note's own results settles: a clot, a break. A film without infiltrate or a first scan without infarct does not. */
const SETTLED = ['I26', 'I82', 'I71', 'S02', 'S12', 'S22', 'S32', 'S42', 'S52', 'S62', 'S72', 'S82', 'S92'];

function isSettled(code: string, { section, words }: Said): boolean {
  return (section === 'results' || section === 'hpi' || section === null || section === 'other') && isUnderAny(code, SETTLED) && !/^\W*(?:denies|no (?:history|prior))\b/i.test(words);
}

/** Of an earlier day or another test: a course is told, and nothing contradicted. */
function isOfAnotherTime({ words }: Said): boolean {
  return /\b(?:initial(?:ly)?|at first|first|previous(?:ly)?|prior|earlier|formerly|originally|was thought|repeat|follow-?up|old|outside|history of|h\/o|last (?:week|month|year)|years? ago|months? ago|on admission|on arrival|in the ed|since resolved|recurr\w{2,4}|at discharge|now (?:persistent|permanent|reduced|recovered)|progress(?:ed|ing)|evolv\w{2,3}|before|until)\b/i.test(words);
}
