import type { AttestationId, Chart, Person, ProposalId, QueryChoice, QueryDraft, QueryFact, QueryId, SentQuery, ServerProfile, SignedAnswer } from '../../src/domain/model/index.ts';
import { askQuestion } from '../../src/domain/review/ask.ts';
import { answerQuestion } from '../../src/domain/review/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, chart, coder, companion, complete, doctor } from './writing.ts';

/** Questions to the clinicians, for tests of sending and answering them. */
const egfr = (id: string, value: number, date: string) => ({ kind: 'fact', resource: `Observation/${id}`, version: '1', code: '98979-8', label: 'eGFR', value, unit: 'mL/min/{1.73_m2}', date } as const);

export const DRAFT: QueryDraft = {
  id: 'ckd-no-diagnosis@Encounter/e1' as QueryId, rule: 'ckd-no-diagnosis', topic: 'kidney', title: 'Clinical significance of eGFR results',
  indicators: [{ text: 'eGFR: 48 mL/min/1.73 m² on 2026-06-02', evidence: egfr('egfr1', 48, '2026-06-02') }, { text: 'eGFR: 46 mL/min/1.73 m² on 2026-11-02', evidence: egfr('egfr2', 46, '2026-11-02') }],
  question: 'Please document the diagnosis, if any, that these results represent.',
  options: ['Chronic kidney disease, stage 3a', 'Acute kidney injury', 'Other (please specify)', 'Unable to determine'], format: 'multiple-choice',
};

/** A server, and a companion server, that take all that a question and its answer write. */
export const answering: ServerProfile = { ...complete, create: [...complete.create, 'QuestionnaireResponse'] };
export const beside = { ...companion, create: [...companion.create, 'QuestionnaireResponse'] };

export const AT = { at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' } } as const;

export function sent(on: Chart = chart(), { draft = DRAFT, who = coder, id = 'q1' }: { readonly draft?: QueryDraft; readonly who?: Person; readonly id?: string } = {}): SentQuery {
  const result = askQuestion({ ...AT, draft, who, id: id as ProposalId, chart: on });
  if (!result.ok) throw new Error(result.why);
  return result.query;
}

/** A colleague's open question, as its Task tells. */
export function queryFact(more: Partial<QueryFact> = {}): QueryFact {
  return {
    source: { reference: 'Task/q1', version: '1' }, status: 'open', sender: coder.reference, senderName: coder.name, at: '2026-11-20T09:45:00-06:00', encounter: ENCOUNTER,
    questionnaire: 'https://countersign.dev/fhir/Questionnaire/k', question: sent().question, answer: null, ...more,
  };
}

export function answered(choice: QueryChoice = { kind: 'option', index: 0 }, { query = queryFact(), who = doctor, id = 'w1' }: { readonly query?: QueryFact; readonly who?: Person; readonly id?: string } = {}): SignedAnswer {
  const result = answerQuestion({ ...AT, query, choice, who, id: id as AttestationId });
  if (!result.ok) throw new Error(result.why);
  return result.signed;
}
