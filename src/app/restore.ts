import type { Chart, Decision, DecisionId, Note, SeenVersions, Suggestion } from '../domain/model/index.ts';
import type { KeptDecision } from '../store/contract.ts';
import { evidenceDigest, seenVersions } from '../domain/review/index.ts';

/** A decision in the form in which it is kept. Corrections are not: what they correct is looked at again first. */
export function kept({ id, suggestion, choice, seen, at }: Decision): KeptDecision {
  return { id, suggestion: suggestion.id, choice, seen, at, evidence: suggestion.evidence.map(evidenceDigest) };
}

/**
 * Kept decisions that still stand: the same suggestion exists, on the same versions. The others are dropped, and the person is told
 * why: they are not carried over to evidence nobody looked at.
 */
export function restore(decisions: readonly KeptDecision[], suggestions: readonly Suggestion[], chart: Chart): { readonly decisions: readonly Decision[]; readonly dropped: readonly KeptDecision[] } {
  const known = new Map(suggestions.map((s) => [s.id, s]));
  const restored = decisions.flatMap((decision): Decision[] => {
    const suggestion = known.get(decision.suggestion);
    if (suggestion === undefined || !sameVersions(decision.seen, seenVersions(chart, suggestion))) return [];
    const { id, choice, seen, at } = decision;
    return [{ id: id as DecisionId, suggestion, choice, seen, at }];
  });
  const stands = new Set<string>(restored.map(({ id }) => id));
  return { decisions: restored, dropped: decisions.filter(({ id }) => !stands.has(id)) };
}

/** One notice for each note that was amended, by title and versions, and one for what was dropped for other reasons. */
export function droppedNotices(dropped: readonly KeptDecision[], chart: Chart): readonly string[] {
  const amended = chart.notes.flatMap((note) => {
    const decisions = dropped.filter((decision) => amendedNote(decision, chart) === note);
    return decisions.length === 0 ? [] : [amendedNotice(note, decisions)];
  });
  const others = dropped.filter((decision) => amendedNote(decision, chart) === null).length;
  return others === 0 ? amended : [...amended, plainNotice(others, chart)];
}

/** Of several, the first. */
function amendedNote({ seen }: KeptDecision, { notes }: Chart): Note | null {
  return notes.find((note) => seen.notes.some((one) => one.note === note.id && (one.textHash !== note.hashes.text || one.document.version !== note.document.version))) ?? null;
}

function amendedNotice(note: Note, decisions: readonly KeptDecision[]): string {
  const was = decisions.flatMap(({ seen }) => seen.notes).find((one) => one.note === note.id)?.document.version;
  const count = decisions.length === 1 ? 'One earlier decision was dropped' : `${decisions.length} earlier decisions were dropped`;
  const versions = isShown(was) && isShown(note.document.version) ? ` (you saw version ${was}, version ${note.document.version} stands now)` : '';
  return `${count}: "${note.title}" was amended${versions}. Please decide again.`;
}

/** A hash that stands in for a version says nothing to a person. */
function isShown(version: string | null | undefined): version is string {
  return typeof version === 'string' && !version.startsWith('sha256:');
}

function plainNotice(count: number, { reads }: Chart): string {
  const isWhole = reads.every(({ status }) => status === 'read' || status === 'not-asked');
  const why = isWhole ? 'has changed since' : 'has changed since, or could not be read this time';
  return count === 1
    ? `One earlier decision was dropped: what it rests on ${why}. Please decide again.`
    : `${count} earlier decisions were dropped: what they rest on ${why}. Please decide again.`;
}

function sameVersions(one: SeenVersions, other: SeenVersions): boolean {
  return canonical(one) === canonical(other);
}

function canonical(seen: SeenVersions): string {
  const notes = seen.notes.map((n) => `${n.note}|${n.document.version ?? ''}|${n.textHash}`).toSorted();
  const charted = seen.charted.map((s) => `${s.reference}|${s.version ?? ''}`).toSorted();
  return JSON.stringify([notes, charted]);
}
