import type { Snapshot } from '../index-chart.ts';
import type { DosesExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { chartEvents, eventFact } from '../lookup/chart-events.ts';
import { noteWords } from '../lookup/note-words.ts';
import { toldDone } from '../lookup/told-done.ts';
import { Occasions } from './done.ts';
import { quoteOf, searched } from './evidence.ts';
import { unseenNotes } from './provider-notes.ts';
import { unread } from './read-status.ts';
import { civilDate, dayNumber, daysOf, momentOf, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function doses(name: string, of: Pick<DosesExpression, 'cvx' | 'words' | 'atLeast'> & Partial<Pick<DosesExpression, 'fromAgeDays' | 'withinMonths' | 'sinceMonth'>>): DosesExpression {
  return { op: 'doses', name, fromAgeDays: null, withinMonths: null, sinceMonth: null, ...of };
}

/** One dose a day, however often it is recorded. A dose before `fromAgeDays` does not count (ACIP, General Best Practice Guidelines for Immunization). */
export function evaluateDoses(expression: DosesExpression, snapshot: Snapshot): Verdict {
  const { name, cvx, words, atLeast, fromAgeDays, withinMonths, sinceMonth } = expression;
  const { asOf, zone, chart } = snapshot;
  const born = chart.patient.birthDate === null ? null : momentOf(chart.patient.birthDate, zone);
  if (fromAgeDays !== null && born === null) return cannotTell(['the day of birth is not known']);
  const bounds = [withinMonths === null ? null : monthsBefore(asOf.day, withinMonths), fromAgeDays === null || born === null ? null : born.day + fromAgeDays, sinceMonth === null ? null : lastFirstOf(sinceMonth, asOf.day)].filter((bound) => bound !== null);
  const from = bounds.length === 0 ? null : Math.max(...bounds);
  const seen = new Occasions(from, asOf.day);
  const events = chartEvents(snapshot, 'Immunization');
  const given = new Set([...cvx.flatMap((code) => events.withCode(code)), ...(snapshot.valueSets?.[name] ?? []).flatMap(({ code }) => events.withCode(code)), ...events.withWords(words)]);
  for (const event of given) if (!event.notDone) seen.add(event.date === null ? null : daysOf(event.date, zone), eventFact(event));
  if (seen.sure >= atLeast) return yes(seen.evidence);
  for (const hit of noteWords(snapshot).find(words)) {
    const said = toldDone(hit, snapshot);
    if (!said) continue;
    const quote = quoteOf(hit.indexed, hit.sentence, [{ start: hit.start, end: hit.end }]);
    if (said.complete) return yes([quote]);
    seen.add(said.when, quote, said.times);
  }
  if (seen.sure >= atLeast) return yes(seen.evidence);
  if (seen.sure + seen.unsure >= atLeast) return cannotTell([`${name}: given, and when is not exact enough`], seen.evidence);
  const missing = [...unread(snapshot, 'Immunization'), ...unseenNotes(snapshot, 'anyone')];
  if (missing.length > 0) return cannotTell(missing, seen.evidence);
  return no([...seen.evidence, searched(snapshot, [name, ...cvx], ['Immunization', 'DocumentReference'], from)]);
}

function lastFirstOf(month: number, day: number): number | null {
  const now = civilDate(day);
  return dayNumber(month <= now.month ? now.year : now.year - 1, month, 1);
}
