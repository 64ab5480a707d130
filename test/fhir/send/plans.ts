import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Task } from 'fhir/r4';
import type { Person, ProposedItem, Purpose, ServerProfile, SignedHead, StepId, WriteAction, WritePlan, WriteStep } from '../../../src/domain/model/index.ts';
import { encode } from '../../../src/fhir/encode/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic, quote } from '../../support/writing.ts';

/** Plans of every step kind that a countersignature in support/ward.ts does not hold, made by hand: what is tested here is the sending. */
export const specialist: Person = { reference: 'Practitioner/cdi', name: 'Casey Test Specialist', role: 'cdi' };

export const COMPANION = 'https://companion.test/fhir';

/** An EHR that takes all kinds, beside a companion server that does. */
export const everything: ServerProfile = {
  ...generic, create: [...generic.create, 'Task', 'DocumentReference'], update: [...generic.update, 'Task'],
  companion: { transaction: true, conditionalCreate: true, ifMatch: true, create: ['Task', 'Claim', 'Provenance'], update: ['Task', 'Claim'] },
};

export type Where = 'ehr' | 'companion';

export function makeStep(action: WriteAction, more: Partial<WriteStep> = {}): WriteStep {
  const key = bytesToHex(sha256(utf8ToBytes(JSON.stringify([action.kind, more.to ?? 'ehr', more.says ?? '']))));
  return { id: `${action.kind}-${key.slice(0, 12)}` as StepId, key, action, to: 'ehr', handOver: null, after: [], says: `Do ${action.kind}`, ...more };
}

export function planOf(purpose: Purpose, who: Person, steps: readonly WriteStep[], mode: WritePlan['mode'] = 'single'): WritePlan {
  return { purpose, event: 'event-1', who, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, mode, steps, cannot: [] };
}

export const item: ProposedItem = {
  action: 'add', code: 'I10', title: 'Essential (primary) hypertension', from: null, target: 'encounter-diagnosis', reason: null, charted: [],
  rules: [{ id: 'provider-statement', version: '1', authority: 'ICD-10-CM Guidelines FY2027 I.A.19', because: 'The provider states it.' }],
  evidence: [
    quote,
    { kind: 'fact', resource: 'Observation/o1', version: '2', code: '8480-6', label: 'Systolic blood pressure', value: 162, date: null },
    { kind: 'searched', what: ['I11'], kinds: ['DocumentReference'], from: null, through: '2026-11-20', found: 0 },
  ],
};

const diagnosis = { code: 'I10', title: 'Essential (primary) hypertension' };
const diagnoses = [{ sequence: 1, was: [], diagnosis, link: null }];

/** A proposal with all that it may bring along: its Task, claim and provenance in the EHR or on the companion server, its Condition always in the EHR. */
export function proposalPlan(where: Where = 'ehr', mode: WritePlan['mode'] = 'single'): WritePlan {
  const condition = makeStep({ kind: 'propose-condition', diagnosis, evidence: item.evidence });
  const claim = makeStep({ kind: 'propose-claim', diagnoses, serviced: '2026-11-20', coverage: null }, { to: where });
  const task = makeStep({ kind: 'propose-item', item, conditionStep: condition.id, claimStep: claim.id, owners: ['Practitioner/dr', 'Practitioner/dr2'] }, { to: where, after: [condition.id, claim.id] });
  const machine = makeStep({ kind: 'machine-provenance', of: [condition.id], rules: item.rules, evidence: item.evidence, reason: null }, { to: where, after: [condition.id] });
  const note = makeStep({ kind: 'file-note', purpose: 'proposal', title: 'Countersign record: proposal', text: 'Countersign record\n\nI10 is proposed – bitte prüfen.' });
  return planOf('propose', specialist, [condition, claim, task, machine, note], mode);
}

/** The clinician's answer, and their countersignature on what it left, where the EHR takes no Provenance. */
export function answerPlan(where: Where = 'ehr', mode: WritePlan['mode'] = 'single'): WritePlan {
  const reference = where === 'ehr' ? 'Task/t1' : `${COMPANION}/Task/t1`;
  const answer = makeStep({ kind: 'answer-proposal', task: { reference, version: '1' }, answer: 'declined', reason: 'evidence-misread', text: 'Of her mother.' }, { to: where });
  const attestation = makeStep(
    { kind: 'attestation-provenance', of: [answer.id], statement: 'I reviewed this.', items: [], seen: [], corrects: [`${COMPANION}/Provenance/p9`, 'Provenance/p8', 'device:a0'] },
    { to: where, after: [answer.id] },
  );
  const note = makeStep({ kind: 'file-note', purpose: 'attestation', title: 'Countersign record', text: 'Countersign record\n\nDeclined: I10.' });
  return planOf('countersign', doctor, [answer, attestation, note], mode);
}

export const head: SignedHead = { log: 'log-1', count: 12, hash: 'ab'.repeat(32), at: SIGNED_AT, key: 'thumbprint', signature: 'signature' };

export function anchorPlan(where: Where = 'ehr', mode: WritePlan['mode'] = 'single'): WritePlan {
  return planOf('anchor', doctor, [makeStep({ kind: 'anchor-log', head }, { to: where })], mode);
}

/** The Task of a proposal as the EHR holds it; as the companion server does. Another plan wrote it. */
export function openTask(where: Where = 'ehr'): Task {
  const [, , task] = proposalPlan(where).steps;
  const encoding = task === undefined ? null : encode(task);
  if (encoding?.kind !== 'create') throw new Error('The plan has no Task.');
  const places = { ehr: 'https://ehr.test/fhir', companion: COMPANION };
  const made = encoding.resource({ plan: proposalPlan(where), profile: everything, written: () => null, ...(where === 'ehr' ? {} : { places }) }) as Task;
  const { identifier: _, ...rest } = made;
  return { ...rest, id: 't1', meta: { ...rest.meta, tag: (rest.meta?.tag ?? []).filter((t) => !t.system?.endsWith('/step')) } };
}
