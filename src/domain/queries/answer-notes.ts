import type { Note, QueryFact } from '../model/index.ts';
import { noteId } from '../model/index.ts';
import { plainNote } from '../text/plain-note.ts';

/**
 * What clinicians answered at this encounter, as short notes of theirs: an answer to a compliant query is the provider's documentation
 * (AHIMA/ACDIS 2022), so the engine reads it as it reads a note, and a code that follows from it cites it by author, day and the question's
 * version. Not an answer that cannot be determined, and not a yes or no: alone these name nothing.
 * @param encounter `Encounter/id`
 */
export function answerNotes(queries: readonly QueryFact[], encounter: string): readonly Note[] {
  return queries.flatMap((query) => {
    const words = query.encounter === encounter ? wordsOf(query) : null;
    return words === null || query.answer === null ? [] : [noteOf(query, query.answer, words)];
  });
}

function wordsOf({ status, question, answer }: QueryFact): string | null {
  if (status !== 'answered' || answer === null || answer.choice.kind === 'undetermined') return null;
  return question.format === 'yes-no' && answer.choice.kind === 'option' ? null : answer.words;
}

function noteOf({ source, encounter }: QueryFact, { who, whoName, at }: NonNullable<QueryFact['answer']>, words: string): Note {
  const text = `${HEADING}\n${words}`;
  return {
    ...plainNote({ id: source.reference, text, type: 'progress' }),
    id: noteId(source.reference), document: source, title: 'Answer to a question', date: at, author: { name: whoName, reference: who, role: 'provider' }, encounter,
    blocks: [{ kind: 'heading', start: 0, end: HEADING.length }, { kind: 'paragraph', start: HEADING.length + 1, end: text.length }],
    extractor: 'query-answer',
  };
}

/** What a provider answers of the diagnosis is their assessment. */
const HEADING = 'Assessment:';
