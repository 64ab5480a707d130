import type { AskedQuestion, QueryChoice, SentQuery, SignedAnswer } from '../model/index.ts';
import { UNDETERMINED, answerWords } from '../review/queries.ts';
import { RECORD, lines } from './record-note.ts';

/** A question as a plain-text document, for EHRs that take no Task. */
export function questionText({ id, who, at, encounter, question, seal }: SentQuery): string {
  return lines([
    `${RECORD}: question to the clinicians of this visit`,
    `Asked by ${who.name} (${who.reference}) at ${at}`,
    `Visit: ${encounter.reference}`,
    'Drafted with software from the record. Please answer in your documentation of this visit, from your own clinical judgement.',
    '',
    ...questionLines(question),
    `Question ${id}, rule ${question.rule}, seal ${seal}`,
  ]);
}

/** An answer with the clinician's statement, for servers that take no QuestionnaireResponse, or no Provenance. */
export function answerText({ id, who, at, statement, encounter, answer: { task, question, choice }, seal }: SignedAnswer): string {
  return lines([
    `${RECORD}: answer to a question`,
    `Answered by ${who.name} (${who.reference}) at ${at}`,
    `Visit: ${encounter.reference}`,
    `Statement: ${statement}`,
    '',
    ...answeredLines(question, choice),
    `Question: ${task.reference}, rule ${question.rule}`,
    `Answer ${id}, seal ${seal}`,
  ]);
}

/** As it is handed to a person: indicators, question, answers to choose from. */
export function questionLines(question: AskedQuestion): readonly string[] {
  return [...head(question), ...(question.options.length === 0 ? ['[ ] In your own words'] : [...question.options, 'Other (please specify)'].map((option) => `[ ] ${option}`)), `[ ] ${UNDETERMINED}`];
}

export function answeredLines(question: AskedQuestion, choice: QueryChoice): readonly string[] {
  return [...head(question), `Answer: ${answerWords(question, choice)}`];
}

function head({ title, indicators, question }: AskedQuestion): readonly string[] {
  return [title, 'Clinical indicators:', ...indicators.map(({ text, source }) => `- ${text}${source === null ? '' : ` (${source.reference}${source.version === null ? '' : ` version ${source.version}`})`}`), question];
}
