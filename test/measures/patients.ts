import type { FhirResource } from '../../src/measures/model.ts';

const OWN = 'http://example.org/own';
const LOINC = 'http://loinc.org';
const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';

const concept = (system: string, ...codes: readonly string[]) => ({ coding: codes.map((code) => ({ system, code })) });

/** Short ways to write the resources of test charts. */
export const make = {
  patient: (id: string, birthDate: string, gender = 'female'): FhirResource => ({ resourceType: 'Patient', id, birthDate, gender }),
  encounter: (id: string, type: string, start: string, end: string, more: object = {}): FhirResource => ({ resourceType: 'Encounter', id, status: 'finished', class: { code: 'AMB' }, type: [concept(OWN, type)], period: { start, end }, ...more }),
  condition: (id: string, code: string, more: object = {}): FhirResource => ({ resourceType: 'Condition', id, code: concept(ICD, code), ...more }),
  a1c: (id: string, when: string, value: number | null, more: object = {}): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: concept(LOINC, '4548-4'), effectiveDateTime: when, ...(value === null ? {} : { valueQuantity: { value, unit: '%', system: 'http://unitsofmeasure.org', code: '%' } }), ...more }),
  glucose: (id: string, when: string, value: number, more: object = {}): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: concept(LOINC, '2339-0'), effectiveDateTime: when, valueQuantity: { value, unit: 'mg/dL' }, ...more }),
  pressure: (id: string, when: string, systolic: number, more: object = {}): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: concept(LOINC, '85354-9'), effectiveDateTime: when, component: [{ code: concept(LOINC, '8480-6'), valueQuantity: { value: systolic, unit: 'mm[Hg]' } }, { code: concept(LOINC, '8462-4'), valueQuantity: { value: 80, unit: 'mm[Hg]' } }], ...more }),
  observation: (id: string, code: string, when: string, more: object = {}): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: concept(OWN, code), effectiveDateTime: when, ...more }),
  procedure: (id: string, code: string, start: string, more: object = {}): FhirResource => ({ resourceType: 'Procedure', id, status: 'completed', code: concept(OWN, code), performedPeriod: { start, end: start }, ...more }),
  drug: (id: string, code: string, when: string): FhirResource => ({ resourceType: 'MedicationAdministration', id, status: 'completed', medicationCodeableConcept: concept('http://www.nlm.nih.gov/research/umls/rxnorm', code), effectiveDateTime: when }),
};

/** The same sequence for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A chart with something of everything that the packs ask for, at the edges of what they ask: period, age, status, time zone, value. */
export function generatedChart(seed: number): readonly FhirResource[] {
  const random = chance(seed);
  const one = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const often = (share: number): boolean => random() < share;
  const some = <T>(most: number, each: (at: number) => T): readonly T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, (_, at) => each(at));
  const day = (): string => one('2025-12-31', '2026-01-01', '2026-03-08', '2026-06-15', '2026-06-16', '2026-09-30', '2026-12-31', '2027-01-01');
  const moment = (): string => `${day()}T${one('00:00:00', '03:30:00', '12:00:00', '23:59:59.999', '20:00:00')}${one('Z', '-05:00', '+09:00', '+00:00')}`;
  const status = (): string => one('final', 'final', 'final', 'amended', 'entered-in-error', 'preliminary', 'cancelled');
  const stay = (at: number): FhirResource => {
    const start = day();
    const end = new Date(Date.parse(`${start}T08:00:00Z`) + one(1, 3, 5, 26, 50, 170) * 3_600_000).toISOString();
    return make.encounter(`enc-${at}`, one('inpatient', 'emergency', 'office', 'telehealth', 'elsewhere'), `${start}T${one('02:00:00', '07:30:00')}Z`, end, {
      status: one('finished', 'finished', 'finished', 'cancelled'), ...(often(0.3) ? { hospitalization: { dischargeDisposition: concept(OWN, 'transfer') } } : {}),
    });
  };
  const encounters = some(5, stay);
  const within = (): string => {
    const period = encounters.length > 0 && often(0.8) ? one(...encounters)['period'] as { readonly start: string } : null;
    return period?.start ?? moment();
  };
  return [
    make.patient(`generated-${seed}`, one('1950-12-31', '1951-01-01', '1960-05-05', '1961-01-01', '1990-02-28', '2007-12-31', '2008-01-01', '2008-01-02'), one('female', 'male', 'other')),
    ...encounters,
    ...some(2, (at) => make.condition(`con-${at}`, one('E11.9', 'E11.65', 'E10.9', 'I10', 'N18.6', 'Z00.00'), often(0.3) ? { clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', one('active', 'resolved')) } : {})),
    ...some(4, (at) => make.a1c(`a1c-${at}`, `${day()}T${String(at).padStart(2, '0')}:15:0${at}${one('Z', '-05:00')}`, often(0.15) ? null : one(5.6, 7, 9, 9.1, 12), { status: status() })),
    ...some(4, (at) => make.glucose(`glu-${at}`, within(), one(20, 39.9, 40, 110), { status: status() })),
    ...some(3, (at) => make.pressure(`bp-${at}`, `${day()}T1${at}:00:00Z`, one(118, 139, 140, 162), { status: status() })),
    ...some(3, (at) => make.drug(`drug-${at}`, one('5856', '4815', '161'), within())),
    ...some(3, (at) => make.procedure(`pro-${at}`, one('palliative', 'hospice', 'plan-given', 'plan-refused', 'other'), within(), { status: one('completed', 'completed', 'not-done') })),
    ...some(2, (at) => make.observation(`obs-${at}`, one('declined', 'outside-reading', 'other'), moment())),
    ...some(6, (at) => make.observation(`irrelevant-${at}`, `unknown-${at}`, moment())),
  ];
}
