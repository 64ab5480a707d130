import type {
  Attestation, AttestationId, Chart, Choice, ClaimFact, ConditionFact, Decision, DecisionId, Evidence, Note, Person, Proposal, ProposalFact, ProposalId,
  RemovalReason, ServerAbilities, ServerProfile, SignedItem, StepId, Suggestion, SuggestionAction, SuggestionId, WriteAction, WritePlan,
} from '../../src/domain/model/index.ts';
import { noteId } from '../../src/domain/model/index.ts';
import { attest, decide, offer } from '../../src/domain/review/index.ts';

/** Small, readable pieces of a review for tests of deciding and writing. */
export const ENCOUNTER = 'Encounter/e1';
export const PATIENT = 'Patient/p1';
export const SIGNED_AT = '2026-11-20T10:15:00-06:00';

export const doctor: Person = { reference: 'Practitioner/dr', name: 'Dr. Test Person', role: 'clinician' };

export const generic: ServerProfile = {
  name: 'generic', transaction: true, conditionalCreate: true, ifMatch: true,
  create: ['Condition', 'Claim', 'Provenance'], update: ['Condition', 'Claim', 'Encounter'], companion: null, activities: [],
};

export const coder: Person = { reference: 'Practitioner/coder', name: 'Coder Test Person', role: 'coder' };

/** A generic server that takes all that this app writes. */
export const complete: ServerProfile = { ...generic, create: [...generic.create, 'Task', 'DocumentReference'], update: [...generic.update, 'Task'] };

/** What Oracle Health and Epic offer an app for writing (vendors' public API pages). */
export const oracle: ServerProfile = {
  name: 'oracle', transaction: false, conditionalCreate: false, ifMatch: true,
  create: ['Condition', 'Provenance', 'DocumentReference'], update: ['Condition'], companion: null, activities: [],
};
export const epic: ServerProfile = {
  name: 'epic', transaction: false, conditionalCreate: false, ifMatch: false, create: ['Condition', 'DocumentReference'], update: [], companion: null, activities: [],
};

export const companion: ServerAbilities = {
  transaction: true, conditionalCreate: true, ifMatch: true, create: ['Task', 'Claim', 'Provenance', 'DocumentReference'], update: ['Task', 'Claim'],
};

export function condition(id: string, code: string, more: Partial<ConditionFact> = {}): ConditionFact {
  return {
    source: { reference: `Condition/${id}`, version: '1' },
    codings: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: `Title of ${code}` }],
    text: null, categories: ['encounter-diagnosis'], clinicalStatus: 'active', verificationStatus: 'confirmed',
    encounter: ENCOUNTER, onset: null, recorded: null, recorder: null, machineAsserted: false, ...more,
  };
}

export function claim(id: string, codes: readonly string[], more: Partial<ClaimFact> = {}): ClaimFact {
  return {
    source: { reference: `Claim/${id}`, version: '1' }, status: 'draft', use: 'claim', type: 'professional', proposed: false,
    created: '2026-11-20', insurer: null, provider: 'Practitioner/dr', encounters: [ENCOUNTER], serviced: [],
    diagnoses: codes.map((code, index) => ({
      sequence: index + 1, coding: { system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: null }, condition: null,
    })),
    ...more,
  };
}

export function note(id: string, text: string, version = '1'): Note {
  return {
    id: noteId(`DocumentReference/${id}`), document: { reference: `DocumentReference/${id}`, version }, attachment: 0,
    contentType: 'text/plain', title: 'Progress note', type: 'progress', typeCode: '11506-3', status: 'final',
    date: '2026-11-20T09:30:00-06:00', author: { name: null, reference: 'Practitioner/dr', role: 'provider' },
    encounter: ENCOUNTER, text, blocks: [], sourceMap: [], hashes: { source: 'sha256:a', text: `sha256:${text.length}` }, extractor: 'text/1', sensitivity: [],
  };
}

export function chart(more: Partial<Chart> = {}): Chart {
  return {
    asOf: '2026-11-20T10:00:00-06:00',
    patient: { source: { reference: PATIENT, version: '1' }, birthDate: '1960', sex: 'female', displayName: null },
    encounter: {
      source: { reference: ENCOUNTER, version: '1' }, status: 'in-progress', classCode: 'AMB', setting: 'office',
      start: '2026-11-20T09:00:00-06:00', end: null, practitioners: ['Practitioner/dr'], diagnoses: [],
    },
    otherEncounters: [], notes: [note('n1', 'Hypertension, at goal on lisinopril.')], unreadable: [], conditions: [], observations: [],
    medications: [], procedures: [], allergies: [], immunizations: [], reports: [], orders: [], responses: [], tasks: [],
    coverages: [{ source: { reference: 'Coverage/c1', version: '1' }, status: 'active', payor: null, kind: null }],
    claims: [], provenances: [], proposals: [], signed: [],
    reads: [
      { kind: 'Condition', query: '', status: 'read', count: 0, why: null },
      { kind: 'Claim', query: '', status: 'read', count: 0, why: null },
    ],
    ...more,
  };
}

export const quote: Evidence = {
  kind: 'quote', document: 'DocumentReference/n1', version: '1', note: noteId('DocumentReference/n1'),
  start: 0, end: 36, quote: 'Hypertension, at goal on lisinopril.', marks: [{ start: 0, end: 12 }],
};

export function suggestion(action: SuggestionAction, code: string, more: Partial<Suggestion> = {}): Suggestion {
  return {
    id: `${action}:${more.from ?? ''}:${code}` as SuggestionId, action, system: 'icd-10-cm', code, title: `Title of ${code}`, charted: [],
    evidence: [quote], rules: [{ id: 'provider-statement', version: '1', authority: 'ICD-10-CM Guidelines FY2027 I.A.19', because: 'The provider states it.' }],
    confidence: 0.9, level: 'high', alternatives: [], evidenceFirst: false, ...more,
  };
}

export const removal = (code: string, reason: RemovalReason, on: ConditionFact): Suggestion =>
  suggestion('remove', code, { reason, charted: [on.source] });

export const specified = (from: string, code: string, on: ConditionFact): Suggestion =>
  suggestion('specify', code, { from, charted: [on.source] });

export const accept: Choice = { kind: 'accept', target: 'encounter-diagnosis' };

export function decided(on: Suggestion, choice: Choice = accept, at: Chart = chart()): Decision {
  return decide({ suggestion: on, choice, chart: at, at: SIGNED_AT, id: `d-${on.id}` as DecisionId });
}

export function attested(decisions: readonly Decision[], id = 'a1'): Attestation {
  const result = attest({
    decisions, who: doctor, at: SIGNED_AT, id: id as AttestationId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' },
  });
  if (!result.ok) throw new Error(result.why);
  return result.attestation;
}

export function proposed(decisions: readonly Decision[], on: Chart = chart(), id = 'p1', who: Person = coder): Proposal {
  const result = offer({ decisions, who, at: SIGNED_AT, id: id as ProposalId, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, chart: on });
  if (!result.ok) throw new Error(result.why);
  return result.proposal;
}

/** A colleague's open proposal to add a code, as its Task tells. */
export function proposalFact(code: string, more: Partial<Omit<ProposalFact, 'item'>> & { readonly item?: Partial<ProposalFact['item']> } = {}): ProposalFact {
  const { item, ...rest } = more;
  return {
    source: { reference: `Task/t-${code}`, version: '1' }, status: 'open', proposer: coder.reference, proposerName: coder.name, at: '2026-11-20T09:45:00-06:00', encounter: ENCOUNTER,
    item: {
      action: 'add', code, title: `Title of ${code}`, from: null, target: 'encounter-diagnosis', reason: null, charted: [],
      rules: [{ id: 'provider-statement', version: '1', authority: 'ICD-10-CM Guidelines FY2027 I.A.19', because: 'The provider states it.' }], ...item,
    },
    quotes: [], facts: [], condition: null, claim: null, answer: null, ...rest,
  };
}

/** The suggestion that a clinician sees of it. */
export function proposedCard(fact: ProposalFact, more: Partial<Suggestion> = {}): Suggestion {
  const { source, proposer, proposerName, at, condition: on, claim: draft, item: { action, code } } = fact;
  return suggestion(action, code, { proposal: { task: source, who: proposer, whoName: proposerName, at, condition: on, claim: draft }, ...more });
}

export function signedItem(on: Suggestion, more: Partial<SignedItem> = {}): SignedItem {
  return {
    source: { reference: 'Provenance/a1', version: '1' }, who: doctor.reference, whoName: doctor.name, at: SIGNED_AT, suggestion: on.id, action: on.action,
    code: on.code, from: on.from ?? null, choice: { kind: 'accept', code: on.code, target: 'encounter-diagnosis' }, evidence: [], targets: [], seen: [], corrects: null, ...more,
  };
}

export type ActionOf<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

export function actionsOf<K extends WriteAction['kind']>(plan: WritePlan, kind: K): readonly ActionOf<K>[] {
  return plan.steps.map((s) => s.action).filter((a): a is ActionOf<K> => a.kind === kind);
}

export function stepOf(plan: WritePlan, kind: WriteAction['kind']): StepId {
  const step = plan.steps.find((s) => s.action.kind === kind);
  if (step === undefined) throw new Error(`The plan has no ${kind}.`);
  return step.id;
}
