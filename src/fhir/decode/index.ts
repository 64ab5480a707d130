import type {
  AllergyIntolerance, Claim, Condition, Coverage, DiagnosticReport, DocumentReference, Encounter, Immunization, MedicationAdministration,
  MedicationRequest, Observation, Patient, Procedure, Provenance, QuestionnaireResponse, ServiceRequest, Task,
} from 'fhir/r4';
import type { Chart, EncounterFacts, Note, PatientFacts, QueryFact, ReadReport, Source, UnreadableNote } from '../../domain/model/index.ts';
import type { ChartBundle } from '../read/contract.ts';
import { answerNotes } from '../../domain/queries/answer-notes.ts';
import { isOwnRecord, namesOwnRecord } from '../read/own-record.ts';
import { asReference, referenceTo } from '../read/reference.ts';
import { documentLabels, encounterLabels } from '../read/sensitive.ts';
import { decodeClaim, decodeCoverage } from './claim.ts';
import { decodeCondition } from './condition.ts';
import { decodeDocument, supersededBy } from './document.ts';
import { decodeEncounter, settingOf } from './encounter.ts';
import { decodeAllergy, decodeImmunization, decodeOrder, decodeProcedure, decodeReport, decodeResponse, decodeTask } from './event.ts';
import { decodeMedicationAdministration, decodeMedicationRequest } from './medication.ts';
import { peopleOf } from './note/author.ts';
import { decodeObservation } from './observation.ts';
import { references, sourceOf } from './parse.ts';
import { decodePatient } from './patient.ts';
import type { Prepared } from './prepare.ts';
import { decodeProposal, isProposal } from './proposal.ts';
import { decodeProvenance } from './provenance.ts';
import { decodeQuery, isQuery } from './query.ts';
import { sensitivityOf } from './sensitivity.ts';
import { decodeAttestation, signedItems } from './signed.ts';
import type { AttestationPart } from './signed.ts';
import { createTally } from './tally.ts';

/**
 * FHIR JSON to the domain's words. Pure, and safe in a worker. Never throws for what a server sent: a resource that cannot be
 * decoded is left out and its kind is reported as partly read or failed, an attachment that cannot be is listed as unreadable.
 * @param prepared what `prepare` read beforehand; an attachment that is not in it, and no plain text, is listed as one that cannot be read
 */
export function decode(bundle: ChartBundle, prepared: Prepared = NOTHING_PREPARED): Chart {
  const { resources } = bundle;
  const refs = references(bundle.base);
  const tally = createTally(resources, bundle.reads);
  const documents = resources.filter((r): r is DocumentReference => r.resourceType === 'DocumentReference');
  const visits = encounterLabels(resources);
  const labelsOf = (d: DocumentReference): readonly string[] => documentLabels(d, visits, bundle.base);
  const parts = { refs, people: peopleOf(tally), superseded: supersededBy(documents, refs), attachments: bundle.attachments, prepared, labelsOf };
  const patient = asReference('Patient', bundle.patient);
  const encounter = asReference('Encounter', bundle.encounter);

  const patients = tally.each<Patient, PatientFacts>('Patient', decodePatient);
  const encounters = tally.each<Encounter, EncounterFacts>('Encounter', (e) => decodeEncounter(e, refs));
  const written = tally.each<DocumentReference, readonly (Note | UnreadableNote)[]>('DocumentReference', (d) => decodeDocument(d, parts), (d) => !isOwnRecord(d)).flat();
  const conditions = tally.each<Condition, Chart['conditions'][number]>('Condition', (c) => decodeCondition(c, refs));
  const observations = tally.each<Observation, Chart['observations'][number]>('Observation', (o) => decodeObservation(o, refs));
  const claims = tally.each<Claim, Chart['claims'][number]>('Claim', (c) => decodeClaim(c, refs));
  const tasks = tally.each<Task, Chart['tasks'][number]>('Task', (t) => decodeTask(t, refs));
  const queries = tally.each<Task, QueryFact>('Task', (t) => decodeQuery(t, refs), isQuery);
  const attestations = tally.each<Provenance, AttestationPart | null>('Provenance', (p) => decodeAttestation(p, refs)).filter((part) => part !== null);
  const here = encounters.find((e) => e.source.reference === encounter) ?? unknownEncounter(encounter);
  return {
    asOf: asOf(here, bundle.readAt),
    patient: patients.find((p) => p.source.reference === patient) ?? unknownPatient(patient),
    encounter: here,
    otherEncounters: encounters.filter((e) => e.source.reference !== encounter).toSorted((a, b) => newestFirst(a.start, b.start)),
    notes: [...written.filter((w): w is Note => 'text' in w && !namesOwnRecord(w.text)), ...answerNotes(queries, here.source.reference)],
    unreadable: written.filter((w): w is UnreadableNote => 'why' in w),
    conditions,
    observations,
    medications: [
      ...tally.each<MedicationRequest, Chart['medications'][number]>('MedicationRequest', (m) => decodeMedicationRequest(m, refs, resources)),
      ...tally.each<MedicationAdministration, Chart['medications'][number]>('MedicationAdministration', (m) => decodeMedicationAdministration(m, refs, resources)),
    ],
    procedures: tally.each<Procedure, Chart['procedures'][number]>('Procedure', (p) => decodeProcedure(p, refs)),
    allergies: tally.each<AllergyIntolerance, Chart['allergies'][number]>('AllergyIntolerance', (a) => decodeAllergy(a, refs)),
    immunizations: tally.each<Immunization, Chart['immunizations'][number]>('Immunization', (i) => decodeImmunization(i, refs)),
    reports: tally.each<DiagnosticReport, Chart['reports'][number]>('DiagnosticReport', (r) => decodeReport(r, refs)),
    orders: tally.each<ServiceRequest, Chart['orders'][number]>('ServiceRequest', (o) => decodeOrder(o, refs)),
    responses: tally.each<QuestionnaireResponse, Chart['responses'][number]>('QuestionnaireResponse', (r) => decodeResponse(r, refs)),
    tasks,
    coverages: tally.each<Coverage, Chart['coverages'][number]>('Coverage', (c) => decodeCoverage(c, refs)),
    claims,
    provenances: tally.each<Provenance, Chart['provenances'][number]>('Provenance', (p) => decodeProvenance(p, refs)),
    proposals: tally.each<Task, Chart['proposals'][number]>('Task', (t) => decodeProposal(t, refs), isProposal),
    queries,
    signed: signedItems(attestations, { encounter, encountersOf: encountersOf({ here, conditions, observations, claims, tasks, written }) }),
    ownRecords: [...tally.each<DocumentReference, Source>('DocumentReference', sourceOf, isOwnRecord), ...written.flatMap((w) => ('text' in w && namesOwnRecord(w.text) ? [w.document] : []))],
    labelled: resources.filter(({ resourceType }) => typeof resourceType === 'string' && resourceType !== 'DocumentReference').map((r) => ({ reference: referenceTo(r), codes: sensitivityOf(r) })).filter(({ codes }) => codes.length > 0),
    reads: [...tally.reports(), ...damagedContent(written, bundle), ...incompleteContent(written)],
  };
}

const NOTHING_PREPARED: Prepared = new Map();

interface Dated {
  readonly here: EncounterFacts;
  readonly conditions: Chart['conditions'];
  readonly observations: Chart['observations'];
  readonly claims: Chart['claims'];
  readonly tasks: Chart['tasks'];
  readonly written: readonly (Note | UnreadableNote)[];
}

/** The encounters that each resource names; a Condition among the encounter's own diagnoses belongs to it, whatever it names. */
function encountersOf({ here, conditions, observations, claims, tasks, written }: Dated): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...[...conditions, ...observations, ...tasks].map(({ source, encounter }) => [source.reference, named(encounter)] as const),
    ...here.diagnoses.map((condition) => [condition, [here.source.reference]] as const),
    ...claims.map(({ source, encounters }) => [source.reference, encounters] as const),
    ...written.map(({ document, encounter }) => [document.reference, named(encounter)] as const),
  ]);
}

function named(encounter: string | null): readonly string[] {
  return encounter === null ? [] : [encounter];
}

/** A text that came and could not be decoded counts as failed; one that was not fetched is told of under Binary already. */
function damagedContent(written: readonly (Note | UnreadableNote)[], { attachments }: ChartBundle): readonly ReadReport[] {
  const notFetched = new Set(attachments.filter((content) => 'failure' in content && content.fetched === true).map((content) => `${content.document}#${content.index}`));
  const damaged = written.filter((w) => 'why' in w && w.status === 'failed' && !notFetched.has(`${w.document.reference}#${w.attachment}`)).length;
  if (damaged === 0) return [];
  return [{ kind: 'DocumentReference', query: 'content', status: 'failed', count: 0, why: `The text of ${damaged} ${damaged === 1 ? 'note' : 'notes'} could not be decoded.` }];
}

/** A text that lacks something of its document was read in part: what it does not say, the rest may. */
function incompleteContent(written: readonly (Note | UnreadableNote)[]): readonly ReadReport[] {
  const count = written.filter((w) => 'text' in w && w.missing !== undefined).length;
  if (count === 0) return [];
  return [{ kind: 'DocumentReference', query: 'whole text', status: 'partial', count, why: `Of ${count} ${count === 1 ? 'note' : 'notes'} only a part could be read.` }];
}

/**
 * The end of the encounter; while it is in progress, the clock when reading began. An encounter that is over but has no end
 * counts as of its start, which is nearer the visit than today. A day without a time is taken to its last second.
 */
function asOf(encounter: EncounterFacts, readAt: string): string {
  const over = encounter.status === 'finished' || encounter.status === 'cancelled';
  const date = encounter.end ?? (over ? encounter.start : null) ?? readAt;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T23:59:59Z` : date;
}

function newestFirst(a: string | null, b: string | null): number {
  return (b ?? '').localeCompare(a ?? '');
}

/** The encounter could not be read (`reads` says why): coded as an outpatient one, the setting in which less may be coded. */
function unknownEncounter(reference: string): EncounterFacts {
  return { source: { reference, version: null }, status: 'unknown', classCode: null, setting: settingOf(null), start: null, end: null, practitioners: [], diagnoses: [] };
}

function unknownPatient(reference: string): PatientFacts {
  return { source: { reference, version: null }, birthDate: null, sex: 'unknown', displayName: null };
}
