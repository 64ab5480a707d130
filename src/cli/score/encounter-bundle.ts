import type { JsonRecord } from '../json-lines.ts';
import { parts, type ToldEncounter, type ToldNote } from './told-encounter.ts';

/** The FHIR R4 Bundle (collection) of an encounter that a gold set tells in lines. */
export function encounterBundle(told: ToldEncounter, name: string): JsonRecord {
  const one = (key: string): string | undefined => told.lines.get(key)?.[0];
  const date = one('date') ?? '';
  const codes = (key: string): readonly string[] => (told.lines.get(key) ?? []).flatMap((line) => line.split(',').map((code) => code.trim()).filter((code) => code !== ''));
  const rows = (key: string): readonly (readonly string[])[] => (told.lines.get(key) ?? []).map(parts);
  const authors = [...new Set(told.notes.map(({ author }) => author))];
  const earlier = [...new Set(told.notes.filter((note) => note.earlier).map(({ at }) => at.slice(0, 10)))];
  const payer = one('payer');
  const charted = codes('charted');
  const resources: JsonRecord[] = [
    { resourceType: 'Patient', id: 'patient', gender: one('sex'), birthDate: one('birth'), name: [{ family: 'Invented', given: ['Person'] }] },
    ...authors.map(practitioner),
    ...(payer === undefined ? [] : [{ resourceType: 'Coverage', id: 'coverage', status: 'active', type: { text: payer }, beneficiary: PATIENT, payor: [{ display: payer }] }]),
    {
      resourceType: 'Encounter', id: 'visit', status: 'finished', class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: CLASS[one('setting') ?? ''] ?? 'AMB' },
      subject: PATIENT, participant: [{ individual: { reference: `Practitioner/${authors.indexOf(billing(told.notes)) + 1}` } }],
      period: { start: startOf(told, date), end: endOf(told, one('end') ?? date) },
    },
    ...earlier.map((day, index) => ({
      resourceType: 'Encounter', id: `earlier-${index + 1}`, status: 'finished', class: { code: 'AMB' }, subject: PATIENT, period: { start: `${day}T08:00:00-05:00`, end: `${day}T09:00:00-05:00` },
    })),
    ...charted.map((code, index) => condition(`charted-${index + 1}`, code, 'encounter-diagnosis', { encounter: VISIT, recordedDate: date })),
    ...rows('problem').map(([code = '', since, resolved], index) => condition(`problem-${index + 1}`, code, 'problem-list-item', {
      ...(since === undefined ? {} : { onsetDateTime: since, recordedDate: since }), ...(resolved === undefined ? {} : { clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'resolved') }),
    })),
    ...rows('obs').map(observation),
    ...rows('med').map(([text = '', status = 'active', day = date], index) => ({
      resourceType: 'MedicationRequest', id: `med-${index + 1}`, status, intent: 'order', medicationCodeableConcept: { text }, subject: PATIENT, authoredOn: day,
    })),
    ...rows('imm').map(([code = '', display = '', day = date], index) => ({
      resourceType: 'Immunization', id: `imm-${index + 1}`, status: 'completed', vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code, display }] }, patient: PATIENT,
      occurrenceDateTime: day, ...(day.slice(0, 10) === date ? { encounter: VISIT } : {}),
    })),
    ...rows('proc').map(([text = '', day = date], index) => ({
      resourceType: 'Procedure', id: `proc-${index + 1}`, status: 'completed', code: { text }, subject: PATIENT, performedDateTime: day, ...(day.slice(0, 10) === date ? { encounter: VISIT } : {}),
    })),
    ...told.notes.map((note, index) => documentReference(note, index, authors, earlier)),
    ...claims(codes('claim'), codes('lines'), date, one('billed') === 'yes', payer !== undefined),
  ];
  return { resourceType: 'Bundle', id: one('id') ?? name, type: 'collection', entry: resources.map((resource) => ({ fullUrl: `${String(resource['resourceType'])}/${String(resource['id'])}`, resource })) };
}

const PATIENT = { reference: 'Patient/patient' };
const VISIT = { reference: 'Encounter/visit' };
const CLASS: Readonly<Record<string, string>> = { office: 'AMB', ed: 'EMER', observation: 'OBSENC', inpatient: 'IMP' };
const LOINC_OF: Readonly<Record<string, string>> = {
  progress: '11506-3', hp: '34117-2', consult: '11488-4', discharge: '18842-5', ed: '34111-5', procedure: '28570-0', radiology: '18748-4', pathology: '11526-1', nursing: '34746-8', telephone: '34748-4', addendum: '11506-3',
};
const OTHER_CLINICIAN = /\b(?:RN|LPN|LVN|RD|RDN|LD|PT|DPT|OT|SLP|MSW|LCSW|CMA|MA|RT|RRT|CDE|CDCES)\b/;

/** Who bills: the author of the first provider note of this visit. */
function billing(notes: readonly ToldNote[]): string {
  const here = notes.filter((note) => !note.earlier);
  return (here.find(({ author }) => !OTHER_CLINICIAN.test(author)) ?? here[0] ?? notes[0])?.author ?? '';
}

function practitioner(author: string, index: number): JsonRecord {
  const [name = '', ...suffix] = author.split(',').map((part) => part.trim());
  const words = name.split(' ');
  return { resourceType: 'Practitioner', id: String(index + 1), name: [{ family: words.at(-1), given: words.slice(0, -1), ...(suffix.length === 0 ? {} : { suffix }) }] };
}

function condition(id: string, code: string, category: string, more: JsonRecord): JsonRecord {
  return {
    resourceType: 'Condition', id, clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'), verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed'),
    category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', category)], code: coded('http://hl7.org/fhir/sid/icd-10-cm', code), subject: PATIENT, ...more,
  };
}

function observation([code = '', display = '', value = '', day = '', status = 'final']: readonly string[], index: number): JsonRecord {
  const [, number, unit = ''] = /^(-?[\d.]+)\s*(.*)$/.exec(value) ?? [];
  const pressure = /^(\d+)\/(\d+)/.exec(value);
  const measured = pressure !== null
    ? { component: [['8480-6', pressure[1]], ['8462-4', pressure[2]]].map(([part, amount]) => ({ code: coded('http://loinc.org', part!), valueQuantity: { value: Number(amount), unit: 'mmHg', system: UCUM, code: 'mm[Hg]' } })) }
    : number === undefined ? { valueString: value } : { valueQuantity: { value: Number(number), unit, system: UCUM, code: unit } };
  return {
    resourceType: 'Observation', id: `obs-${index + 1}`, status, category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', VITALS.has(code) ? 'vital-signs' : 'laboratory')],
    code: { coding: [{ system: 'http://loinc.org', code, display }] }, subject: PATIENT, effectiveDateTime: day, ...measured,
  };
}

const UCUM = 'http://unitsofmeasure.org';
const VITALS: ReadonlySet<string> = new Set(['39156-5', '29463-7', '8302-2', '85354-9', '8867-4', '59408-5', '59576-9']);

function documentReference(note: ToldNote, index: number, authors: readonly string[], earlier: readonly string[]): JsonRecord {
  const isHtml = note.text.startsWith('<');
  const at = note.at.length > 10 ? `${note.at}:00-05:00`.replace(/(T\d\d:\d\d):00:00/, '$1:00') : note.at;
  const visit = note.earlier ? `Encounter/earlier-${earlier.indexOf(note.at.slice(0, 10)) + 1}` : VISIT.reference;
  return {
    resourceType: 'DocumentReference', id: `note-${index + 1}`, status: note.status === 'superseded' || note.status === 'entered-in-error' ? note.status : 'current',
    ...(note.status === 'superseded' || note.status === 'entered-in-error' ? {} : { docStatus: note.status }),
    type: { coding: [{ system: 'http://loinc.org', code: LOINC_OF[note.kind] ?? '11506-3' }], text: note.kind }, subject: PATIENT, date: at,
    author: [{ reference: `Practitioner/${authors.indexOf(note.author) + 1}`, display: note.author }], context: { encounter: [{ reference: visit }] },
    ...(note.replaces === null ? {} : { relatesTo: [{ code: 'replaces', target: { reference: `DocumentReference/note-${note.replaces}` } }] }),
    content: [{ attachment: { contentType: isHtml ? 'text/html' : 'text/plain', title: `${note.kind} note`, data: Buffer.from(note.text, 'utf8').toString('base64') } }],
  };
}

/** The visit lasts at least as long as its notes say. */
function startOf(told: ToldEncounter, date: string): string {
  const first = timesOf(told, date)[0];
  return `${date}T${first ?? '08:00'}:00-05:00`;
}

function endOf(told: ToldEncounter, day: string): string {
  const last = timesOf(told, day).at(-1);
  return `${day}T${last ?? '23:00'}:00-05:00`;
}

function timesOf({ notes }: ToldEncounter, day: string): readonly string[] {
  return notes.filter((note) => !note.earlier && note.at.startsWith(`${day}T`)).map(({ at }) => at.slice(11, 16)).toSorted();
}

function claims(diagnoses: readonly string[], lines: readonly string[], date: string, billed: boolean, covered: boolean): readonly JsonRecord[] {
  if (diagnoses.length + lines.length === 0) return [];
  return [{
    resourceType: 'Claim', id: 'claim', status: billed ? 'active' : 'draft', type: coded('http://terminology.hl7.org/CodeSystem/claim-type', 'professional'), use: 'claim', patient: PATIENT, created: date,
    provider: { reference: 'Practitioner/1' }, priority: coded('http://terminology.hl7.org/CodeSystem/processpriority', 'normal'),
    insurance: covered ? [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/coverage' } }] : [],
    diagnosis: diagnoses.map((code, index) => ({ sequence: index + 1, diagnosisCodeableConcept: coded('http://hl7.org/fhir/sid/icd-10-cm', code) })),
    item: (lines.length === 0 ? [null] : lines).map((line, index) => {
      const [code = '', ...modifiers] = (line ?? '').split('-');
      return {
        sequence: index + 1, servicedDate: date, encounter: [VISIT], quantity: { value: 1 },
        productOrService: line === null ? { text: 'not coded' } : coded(/^[A-Z]/.test(code) ? HCPCS : CPT, code),
        ...(modifiers.length === 0 ? {} : { modifier: modifiers.map((one) => coded(CPT, one)) }),
        ...(diagnoses.length === 0 ? {} : { diagnosisSequence: diagnoses.slice(0, 4).map((_, place) => place + 1) }),
      };
    }),
  }];
}

const CPT = 'http://www.ama-assn.org/go/cpt';
const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

function coded(system: string, code: string): JsonRecord {
  return { coding: [{ system, code }] };
}
