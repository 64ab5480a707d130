import type { Assertion, SectionKind, Span } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { ReadNote } from '../../mentions/read-note.ts';
import type { AnalysedNote } from '../operators/provider-notes.ts';
import { serviceDate } from '../../coding/service-date.ts';
import { lazily } from '../../lazily.ts';
import { assertSpan } from '../../mentions/assertion/assert.ts';
import { readNote } from '../../mentions/read-note.ts';
import { indexWords } from './word-index.ts';

/** Words that stand in a note; one object for a place, whichever list of terms found it. */
export interface NoteHit extends Span {
  readonly indexed: AnalysedNote;
  /** The sentence around them. */
  readonly sentence: Span;
  readonly section: SectionKind | null;
  /** What the author says of them (docs/assertion.md); read when asked. */
  readonly asserted: () => Assertion;
}

/** The notes of a snapshot by their words; made at the first question, and kept with the snapshot. */
export interface NoteWords {
  /** In order of the chart's notes; those that were not analysed are not searched. */
  find(terms: readonly string[]): readonly NoteHit[];
}

const KEPT = new WeakMap<Snapshot, NoteWords>();

export function noteWords(snapshot: Snapshot): NoteWords {
  const known = KEPT.get(snapshot);
  if (known) return known;
  const made = index(snapshot);
  KEPT.set(snapshot, made);
  return made;
}

function index(snapshot: Snapshot): NoteWords {
  const notes = snapshot.notes.flatMap(({ findings, ...indexed }) =>
    (findings?.language === 'english' && indexed.note.status !== 'superseded' && indexed.note.status !== 'entered-in-error' ? [{ ...indexed, findings }] : []));
  const words = indexWords(notes.map(({ note }) => note.text));
  const read = notes.map(({ note }) => lazily(() => readNote(note.text, note.blocks, dayOfService(snapshot, note.encounter))));
  const hits = new Map<readonly string[], readonly NoteHit[]>();
  const spans = notes.map(() => new Map<string, NoteHit>());
  return {
    find(terms) {
      const known = hits.get(terms);
      if (known) return known;
      const found = words.find(terms).map(({ text, start, end }) => {
        const span = spans[text]!;
        const key = `${start} ${end}`;
        const hit = span.get(key) ?? hitIn(notes[text]!, { start, end }, read[text]!);
        span.set(key, hit);
        return hit;
      });
      hits.set(terms, found);
      return found;
    },
  };
}

function dayOfService({ chart }: Snapshot, reference: string | null): string {
  const encounter = [chart.encounter, ...chart.otherEncounters].find(({ source }) => source.reference === reference) ?? chart.encounter;
  return serviceDate(encounter, chart.asOf);
}

function hitIn(indexed: AnalysedNote, span: Span, read: () => ReadNote): NoteHit {
  const { sentences, sections } = indexed.findings;
  const at = indexAt(sentences, span.start);
  const section = indexAt(sections, span.start);
  return {
    ...span, indexed,
    sentence: at === null ? span : sentences[at]!,
    section: section === null ? null : sections[section]!.kind,
    asserted: lazily(() => {
      const sentence = indexAt(read().sentences, span.start);
      return sentence === null ? UNFRAMED : assertSpan(span, read().frame(sentence));
    }),
  };
}

/** Words between sentences, such as a header's: nothing is said of them. */
const UNFRAMED: Assertion = { status: 'hypothetical', recent: true, cues: [] };

function indexAt(spans: readonly Span[], offset: number): number | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.start <= offset ? low : null;
}
