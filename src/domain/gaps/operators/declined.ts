import type { Snapshot } from '../index-chart.ts';
import type { DeclinedExpression } from './expression.ts';
import type { NoteHit } from '../lookup/note-words.ts';
import type { Verdict } from './verdict.ts';
import { chartEvents, eventFact, wordsOf } from '../lookup/chart-events.ts';
import { datesTold } from '../lookup/dates-told.ts';
import { noteWords } from '../lookup/note-words.ts';
import { isRelativesOwn } from '../lookup/relatives-own.ts';
import { quoteOf, searched } from './evidence.ts';
import { isBy, unseenNotes } from './provider-notes.ts';
import { holdsTerm } from './terms.ts';
import { ageOn, daysOf, momentOf, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function declined(name: string, words: readonly string[], withinMonths = 12): DeclinedExpression {
  return { op: 'declined', name, words, withinMonths };
}

/** Informed refusal, deferral or a contraindication, in the words of a note of the window, or recorded as not done; an allergy to what is named, whatever its date. */
export function evaluateDeclined({ name, words, withinMonths }: DeclinedExpression, snapshot: Snapshot): Verdict {
  const from = monthsBefore(snapshot.asOf.day, withinMonths);
  const charted = (['Immunization', 'Procedure', 'Observation'] as const).flatMap((kind) => chartEvents(snapshot, kind).withWords(words))
    .find(({ notDone, date }) => notDone && date !== null && (daysOf(date, snapshot.zone)?.from ?? -Infinity) >= from);
  if (charted) return yes([eventFact(charted)]);
  const allergy = snapshot.chart.allergies.find((fact) => fact.status !== 'inactive' && fact.status !== 'resolved' && holdsTerm(wordsOf({ label: fact.text ?? '', codings: fact.codings }), words));
  if (allergy) return yes([{ kind: 'fact', resource: allergy.source.reference, version: allergy.source.version, code: allergy.codings[0]?.code ?? '', label: `Allergy: ${allergy.text ?? name}`, date: allergy.date }]);
  for (const hit of noteWords(snapshot).find(words)) {
    const { indexed, sentence, start, end } = hit;
    if (isBy(indexed, 'anyone') && isDeclined(hit, snapshot) && isWithin(hit, from, snapshot)) return yes([quoteOf(indexed, sentence, [{ start, end }])]);
  }
  const unseen = unseenNotes(snapshot, 'anyone');
  if (unseen.length > 0) return cannotTell(unseen);
  return no([searched(snapshot, [`${name}: declined, deferred or contraindicated`], ['DocumentReference', 'Immunization', 'Procedure', 'Observation'], from)]);
}

const DECLINED = [
  'declin*', 'refus*', 'defer', 'defers', 'deferred', 'deferring', 'deferral', 'not interested', 'contraindicat*', 'opts out', 'opted out', 'does not want', "doesn't want", 'did not want', 'prefers not', 'prefers to wait', 'unwilling', 'hold off', 'holding off', 'would rather not', 'not willing',
  'not a candidate', 'poor candidate', 'allerg*', 'anaphyla*', 'intoleran*', 'intolerant', 'unable to tolerate', 'not indicated', 'not appropriate', 'limited life expectancy', 'risks outweigh',
];

const NOT_DECLINED = ['did not decline', 'does not decline', 'never declined', 'no contraindication', 'no contraindications', 'not contraindicated', 'no allerg*', 'no known', 'if declin*', 'if she declin*', 'if he declin*', 'previously declin*', 'no longer declin*', 'declined in the past'];

/** "Declines HIV testing": the test supposes the disease, the refusal is none the less told. */
const WHAT_IS_DECLINED = /^(?:test|screen|scan|check)[a-z]*(?: for)?$/i;

const AGREED = ['order', 'ordered', 'scheduled', 'schedule', 'agrees', 'agreed', 'agreeable', 'accepts', 'accepted', 'referred', 'referral', 'placed', 'given', 'administered', 'now willing', 'due', 'overdue', 'done', 'completed', 'today'];

/** What stands under "Allergies" needs no verb. "Declines flu shot; colonoscopy scheduled": the words beside the name decide, then those between the semicolons. */
function isDeclined({ indexed, sentence, section, start, end, asserted }: NoteHit, snapshot: Snapshot): boolean {
  const text = indexed.note.text.slice(sentence.start, sentence.end);
  if (section === 'allergies' && asserted().status !== 'absent' && !isRelativesOwn(text)) return true;
  if (!holdsTerm(text, DECLINED) || holdsTerm(text, NOT_DECLINED)) return false;
  const { status, cues } = asserted();
  if (!isMinor(snapshot) && (isRelativesOwn(text) || status === 'family' || status === 'other-person')) return false;
  if (status === 'hypothetical' && cues.some((cue) => cue.kind === 'hypothetical' && !WHAT_IS_DECLINED.test(cue.text) && !holdsTerm(cue.text, DECLINED))) return false;
  const wide = between(text, start - sentence.start, end - sentence.start, /;|\.\s|\n|\bbut\b/g);
  if (!holdsTerm(wide, DECLINED)) return false;
  const narrow = between(text, start - sentence.start, end - sentence.start, /[,;]|\.\s|\n|\bbut\b|\band\b/g);
  return holdsTerm(narrow, DECLINED) || !holdsTerm(narrow, AGREED);
}

/** "Mother declines": for a child the parents answer. */
function isMinor({ chart, asOf }: Snapshot): boolean {
  const { birthDate } = chart.patient;
  const age = birthDate === null ? null : ageOn(asOf.day, birthDate);
  return age !== null && age.most < 18;
}

function between(text: string, start: number, end: number, marks: RegExp): string {
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index >= end) return text.slice(from, match.index);
    if (match.index + match[0].length <= start) from = match.index + match[0].length;
  }
  return text.slice(from);
}

/** "Declined colonoscopy 3/2025" in a note of today is of last year. */
function isWithin({ indexed: { note }, sentence, end }: NoteHit, from: number, { zone, asOf, chart }: Snapshot): boolean {
  const written = (note.date === null ? null : momentOf(note.date, zone))?.day ?? asOf.day;
  const told = datesTold(note.text.slice(sentence.start, sentence.end), written, chart.patient.birthDate).filter((date) => date.from <= asOf.day);
  const own = told.find((date) => date.start + sentence.start >= end) ?? told[0];
  return written <= asOf.day && (own ? own.through : written) >= from;
}
