import { codesOf, conditionIn, documentIn, listOf } from './vendor.ts';
import type { Vendor } from './vendor.ts';

const CONDITION = 'Epic on FHIR, Condition.Create (Problems) (R4)';
const DOCUMENT = 'Epic on FHIR, DocumentReference.Create (Clinical Notes) (R4)';
const TERMINOLOGIES = ['http://hl7.org/fhir/sid/icd-10-cm', 'http://hl7.org/fhir/sid/icd-10', 'http://snomed.info/sct'];

/** Characters of the comment on a problem. */
const LONGEST_NOTE = 450;

/** Epic on FHIR, R4. An encounter diagnosis is only a CDS Hooks action there, and a Claim only part of prior authorisation (PAS). */
export const EPIC: Vendor = {
  name: 'Epic',
  absent: ['Claim', 'AuditEvent'],
  writes: { Condition: ['create'], DocumentReference: ['create'] },
  drops: { Condition: ['meta', 'identifier', 'extension'], DocumentReference: ['meta', 'extension'] },
  unsearchable: { '*': ['_tag', '_security', '_profile', '_source'], Condition: ['identifier'], DocumentReference: ['identifier'] },
  rules: [
    { on: 'Condition.create', says: 'creates a Condition as problem-list-item only', status: 400, authority: CONDITION, broken: (call) => {
      const categories = listOf(conditionIn(call).category);
      return categories.length !== 1 || codesOf(categories[0]).join() !== 'problem-list-item';
    } },
    { on: 'Condition.create', says: 'wants verificationStatus provisional', status: 400, authority: CONDITION, broken: (call) => codesOf(conditionIn(call).verificationStatus).join() !== 'provisional' },
    { on: 'Condition.create', says: 'wants a clinicalStatus', status: 400, authority: CONDITION, broken: (call) => codesOf(conditionIn(call).clinicalStatus).length === 0 },
    { on: 'Condition.create', says: 'wants a coding of ICD-10 or SNOMED CT', status: 400, authority: CONDITION, broken: (call) => !listOf(conditionIn(call).code?.coding).some(({ system, code }) => code !== undefined && TERMINOLOGIES.includes(system ?? '')) },
    { on: 'Condition.create', says: 'wants code.text', status: 400, authority: CONDITION, broken: (call) => typeof conditionIn(call).code?.text !== 'string' || conditionIn(call).code?.text?.trim() === '' },
    { on: 'Condition.create', says: 'takes one note', status: 400, authority: CONDITION, broken: (call) => listOf(conditionIn(call).note).length > 1 },
    { on: 'Condition.create', says: `takes a note of ${LONGEST_NOTE} characters at most`, status: 400, authority: CONDITION, broken: (call) => listOf(conditionIn(call).note).some(({ text }) => typeof text !== 'string' || text.length > LONGEST_NOTE) },
    { on: 'DocumentReference.create', says: 'takes exactly one attachment, with its data', status: 400, authority: DOCUMENT, broken: (call) => listOf(documentIn(call).content).length !== 1 || typeof documentIn(call).content?.[0]?.attachment?.data !== 'string' },
    { on: 'DocumentReference.create', says: 'takes a note as text/plain', status: 400, authority: DOCUMENT, broken: (call) => listOf(documentIn(call).content).some(({ attachment }) => !/^text\/plain\s*(;|$)/i.test(attachment?.contentType ?? '')) },
    { on: 'DocumentReference.create', says: 'wants the encounter in context', status: 400, authority: DOCUMENT, broken: (call) => listOf(documentIn(call).context?.encounter).length !== 1 },
    { on: 'DocumentReference.create', says: 'wants docStatus preliminary or final', status: 400, authority: DOCUMENT, broken: (call) => !['preliminary', 'final'].includes(documentIn(call).docStatus ?? '') },
    { on: 'DocumentReference.create', says: 'wants a note type', status: 400, authority: DOCUMENT, broken: (call) => documentIn(call).type === undefined },
  ],
  binaryAcceptIsContentType: false,
  tokenSeconds: null,
  messaging: true,
  authority: [
    'fhir.epic.com, Specifications: the APIs that exist (no batch, transaction, patch, delete, vread or history; no Condition.Update)',
    'fhir.epic.com, Documentation: SMART Web Messaging in Hyperdrive',
  ],
};
