import { analyzeRecord } from '../../analyze.ts';
import type { JsonRecord } from '../../json-lines.ts';
import type { Around, Figure } from '../measure.ts';
import { share } from '../tally.ts';

/** Over every note of the folder: is all evidence verbatim, and how many notes a second are read, understood and coded (one thread, after one round to warm up). */
export function scoreReading(notes: readonly JsonRecord[], { knowledge }: Around): readonly Figure[] {
  if (notes.length === 0) return [];
  const [checked, verbatim] = notes.map((note) => quotesOf(note, knowledge)).reduce(([all, good], [more, right]) => [all + more, good + right], [0, 0] as readonly [number, number]);
  const rounds = Math.max(1, Math.ceil(ENOUGH / notes.length));
  const began = performance.now();
  for (let round = 0; round < rounds; round++) for (const note of notes) analyzeRecord(asRecord(note), knowledge);
  const perSecond = Math.round((rounds * notes.length * 1000) / (performance.now() - began));
  const characters = Math.round(notes.reduce((sum, note) => sum + textOf(note).length, 0) / notes.length);
  return [
    { what: 'evidence that stands verbatim at its place', count: checked, value: share(verbatim, checked) },
    { what: 'notes a second, whole pipeline, one thread', count: notes.length, value: String(perSecond), detail: `${characters} characters on average`, published: 'speed' },
  ];
}

const ENOUGH = 500;

/** Quotes and mentions of a note, and how many of them stand where they say. */
function quotesOf(note: JsonRecord, knowledge: Around['knowledge']): readonly [number, number] {
  const text = textOf(note);
  const { mentions, suggestions } = analyzeRecord(asRecord(note), knowledge);
  const stands = [...mentions.map(({ start, end, text: words }) => text.slice(start, end) === words), ...suggestions.map(({ start, end, quote }) => quote !== null && text.slice(start ?? 0, end ?? 0) === quote)];
  return [stands.length, stands.filter(Boolean).length];
}

function asRecord(note: JsonRecord): JsonRecord {
  return { id: note['id'], text: textOf(note), age: note['age'], sex: note['sex'] };
}

function textOf(note: JsonRecord): string {
  return typeof note['note'] === 'string' ? note['note'] : '';
}
