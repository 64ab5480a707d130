import type { Claim, Condition, Encounter, FhirResource } from 'fhir/r4';
import type { Chart, ServerProfile, Suggestion, WritePlan } from '../../src/domain/model/index.ts';
import { planWrites } from '../../src/domain/writeback/index.ts';
import type { FakeFhir } from './fake-fhir.ts';
import { ENCOUNTER, PATIENT, accept, attested, chart, claim, condition, decided, removal, specified, suggestion } from './writing.ts';

/** One encounter that exercises every kind of step, as FHIR in a server and as the chart that was read from it. */
export const CHARTED = {
  unspecific: condition('c1', 'E11.9'),
  unsupported: condition('c2', 'J44.9'),
  shared: condition('c3', 'K21.9', { categories: ['encounter-diagnosis', 'problem-list-item'] }),
};

const facts = { ...chart().encounter, diagnoses: ['Condition/c2', 'Condition/c3'] };

export const wardWithClaim: Chart = chart({ conditions: Object.values(CHARTED), encounter: facts, claims: [claim('k1', ['J44.9', 'E11.9', 'K21.9'])] });
export const wardWithoutClaim: Chart = chart({ conditions: Object.values(CHARTED), encounter: facts });

export const EVERY_ACTION: readonly Suggestion[] = [
  suggestion('add', 'I10'),
  specified('E11.9', 'E11.22', CHARTED.unspecific),
  removal('J44.9', 'only-negated', CHARTED.unsupported),
  removal('K21.9', 'not-mentioned', CHARTED.shared),
];

export function planFor(on: Chart, profile: ServerProfile, suggestions: readonly Suggestion[] = EVERY_ACTION): WritePlan {
  return planWrites({ attestation: attested(suggestions.map((s) => decided(s, accept, on))), chart: on, profile });
}

export function fill(server: FakeFhir, on: Chart = wardWithClaim): void {
  for (const resource of wardResources(on)) server.put(resource);
}

/** The ward as a server holds it, versions 1. */
export function wardResources(on: Chart): readonly FhirResource[] {
  const conditions = Object.values(CHARTED).map((fact) => fhirCondition(fact.source.reference, fact.codings[0]?.code ?? '', fact.categories));
  return [...conditions, encounter, ...(on.claims.length > 0 ? [draftClaim] : [])];
}

function fhirCondition(reference: string, code: string, categories: readonly string[]): Condition {
  return {
    resourceType: 'Condition', id: reference.split('/')[1] ?? '',
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${code}, confirmed</div>` },
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
    category: categories.map((c) => ({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: c }] })),
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }, { system: 'http://snomed.info/sct', code: '1' }], text: `Title of ${code}` },
    subject: { reference: PATIENT }, encounter: { reference: ENCOUNTER }, recordedDate: '2026-11-20T09:20:00-06:00',
    extension: [{ url: 'https://ehr.test/unknown', valueString: 'kept' }],
  };
}

const encounter: Encounter = {
  resourceType: 'Encounter', id: 'e1', status: 'in-progress', class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: PATIENT },
  diagnosis: [{ condition: { reference: 'Condition/c2' }, rank: 1 }, { condition: { reference: 'https://ehr.test/fhir/Condition/c3' }, rank: 2 }],
};

const icd = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] });

const draftClaim: Claim = {
  resourceType: 'Claim', id: 'k1', status: 'draft', use: 'claim', created: '2026-11-20', patient: { reference: PATIENT }, provider: { reference: 'Practitioner/dr' },
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] }, priority: { coding: [{ code: 'normal' }] },
  insurance: [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/c1' } }],
  diagnosis: [
    { sequence: 1, diagnosisCodeableConcept: icd('J44.9') },
    { sequence: 2, diagnosisCodeableConcept: icd('E11.9'), onAdmission: { text: 'kept' } },
    { sequence: 3, diagnosisCodeableConcept: icd('K21.9') },
  ],
  item: [
    { sequence: 1, productOrService: { text: 'Office visit' }, diagnosisSequence: [1, 2], encounter: [{ reference: ENCOUNTER }] },
    { sequence: 2, productOrService: { text: 'Spirometry' }, diagnosisSequence: [1], modifier: [{ text: 'kept' }] },
  ],
};
