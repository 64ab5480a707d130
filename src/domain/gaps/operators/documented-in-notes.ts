import type { Mention, NoteFindings, SectionKind } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { CodeGroup, DocumentedInNotesExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { quoteOf, searched } from './evidence.ts';
import { providerNotes, unseenNotes } from './provider-notes.ts';
import { holdsCode, holdsWords } from './terms.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function documentedInNotes(group: CodeGroup): DocumentedInNotesExpression {
  return { op: 'documented-in-notes', group };
}

/** A provider who writes "possible CKD" has said what the results may mean: that too answers the question, though it is no code outpatient (IV.H). */
export function evaluateDocumentedInNotes({ group }: DocumentedInNotesExpression, snapshot: Snapshot): Verdict {
  const notes = providerNotes(snapshot);
  for (const indexed of notes) {
    const mention = indexed.findings.mentions.find((candidate) => says(candidate, group));
    if (mention) return yes([quoteOf(indexed, sentenceOf(mention, indexed.findings), [{ start: mention.start, end: mention.end }])]);
  }
  const unseen = unseenNotes(snapshot);
  if (unseen.length > 0) return cannotTell(unseen);
  return no([searched(snapshot, [group.name], ['DocumentReference'], null)]);
}

/** "Obese abdomen" on examination, a review of systems or printed advice describes; it does not diagnose. */
export const DESCRIBING: ReadonlySet<SectionKind | null> = new Set(['exam', 'vitals', 'results', 'ros', 'screening', 'instructions', 'indication']);

/** "Father with diabetes", by its own code (ICD-10-CM Z80–Z84): a relative's, whichever words name it. */
export const FAMILY_HISTORY = /^Z8[0-4]/;

function says({ assertion, codes, text, section }: Mention, group: CodeGroup): boolean {
  if (DESCRIBING.has(section)) return false;
  if (assertion.status !== 'present' && assertion.status !== 'possible') return false;
  if (codes.some((code) => FAMILY_HISTORY.test(code))) return false;
  return holdsCode(codes, group) || holdsWords(text, group);
}

export function sentenceOf(mention: Mention, { sentences }: NoteFindings): { readonly start: number; readonly end: number } {
  return sentences[mention.sentence] ?? mention;
}
