import { textOf, type Json } from './json.ts';
import type { CaseResult, FhirResource, Gap, MeasurementPeriod, MeasureGroup, MeasureResult } from './model.ts';

export interface DeqmOptions {
  readonly period: MeasurementPeriod;
  readonly now: Date;
  /** A new UUID at each call. */
  readonly newId: () => string;
}

/**
 * One patient's gaps in care as a document, in the shape of Da Vinci DEQM (gaps Bundle, Composition, individual MeasureReports, DetectedIssues).
 * It claims no profile: it is checked against base R4 and our own assertions, not by the guide's validator. A case that cannot be told has
 * a MeasureReport with status `error`, and no DetectedIssue.
 */
export function gapsBundle(chart: readonly FhirResource[], results: readonly MeasureResult[], { period, now, newId }: DeqmOptions): Json {
  const patient = chart.find(({ resourceType }) => resourceType === 'Patient')!;
  const subject = { reference: `Patient/${textOf(patient.id) ?? ''}` };
  const at = now.toISOString();
  const reports = results.map((result) => {
    const id = newId();
    const issues = result.cases.flatMap((each) => (each.gap === 'cannot-tell' ? [] : [{ id: newId(), status: STATUS[each.gap], each }]));
    return { id, result, issues };
  });
  const composition = {
    resourceType: 'Composition', id: newId(), status: 'final', subject, date: at, title: 'Gaps in Care Report',
    type: { coding: [{ system: 'http://loinc.org', code: '96315-7', display: 'Gaps in care report' }] },
    author: [{ display: 'Countersign' }],
    section: reports.map(({ id, result, issues }) => ({
      title: result.measure.title, focus: { reference: `MeasureReport/${id}` },
      ...(issues.length === 0 ? { emptyReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }] } } : { entry: issues.map((issue) => ({ reference: `DetectedIssue/${issue.id}` })) }),
    })),
  };
  const resources: readonly Json[] = [
    composition,
    ...reports.flatMap(({ id, result, issues }) => [
      reportOf(id, result, { subject, period, at }),
      ...issues.map((issue) => issueOf(issue, id, result, { subject, at })),
    ]),
    patient,
  ];
  return {
    resourceType: 'Bundle', type: 'document', identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${newId()}` }, timestamp: at,
    entry: resources.map((resource) => ({ fullUrl: `${BASE}/${String(resource['resourceType'])}/${String(resource['id'])}`, resource })),
  };
}

/** Only makes the addresses of one document whole, so that its relative references resolve in it. */
const BASE = 'https://countersign.invalid/fhir';

function reportOf(id: string, { measure, cases, retrieved }: MeasureResult, { subject, period, at }: { readonly subject: Json; readonly period: MeasurementPeriod; readonly at: string }): Json {
  const untold = cases.some(({ populations }) => Object.keys(populations).length === 0);
  const found = new Set(retrieved.flatMap((each) => each.found).flatMap((resource) => (resource.id === undefined ? [] : [`${resource.resourceType}/${resource.id}`])));
  return {
    resourceType: 'MeasureReport', id, status: untold ? 'error' : 'complete', type: 'individual',
    measure: measure.version === null ? measure.url : `${measure.url}|${measure.version}`,
    subject, date: at, period: { start: period.from, end: period.to },
    ...(untold ? {} : { group: measure.groups.map((group) => groupOf(group, cases.filter((each) => each.group === group.id))) }),
    ...(found.size === 0 ? {} : { evaluatedResource: [...found].map((reference) => ({ reference })) }),
  };
}

function groupOf(group: MeasureGroup, cases: readonly CaseResult[]): Json {
  const names = [...new Set(cases.flatMap(({ populations }) => Object.keys(populations)))];
  const strata = [...new Set(cases.flatMap(({ stratifiers }) => Object.keys(stratifiers)))];
  return {
    id: group.id,
    population: names.map((name) => ({ code: populationCode(name), count: cases.reduce((sum, { populations }) => sum + (populations[name] ?? 0), 0) })),
    ...(strata.length === 0 ? {} : { stratifier: strata.map((name) => ({ code: [{ text: name }], stratum: [{ value: { text: String(cases.some(({ stratifiers }) => stratifiers[name] === true)) } }] })) }),
  };
}

function populationCode(name: string): Json {
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code: name.split('/')[0] }] };
}

const STATUS: Readonly<Record<Exclude<Gap, 'cannot-tell'>, string>> = { 'open': 'open-gap', 'closed': 'closed-gap', 'not-applicable': 'not-applicable' };

function issueOf({ id, status, each: { group, episode } }: { readonly id: string; readonly status: string; readonly each: CaseResult }, report: string, { measure }: MeasureResult, { subject, at }: { readonly subject: Json; readonly at: string }): Json {
  return {
    resourceType: 'DetectedIssue', id,
    modifierExtension: [{
      url: 'http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/extension-gapStatus',
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/us/davinci-deqm/CodeSystem/gaps-status', code: status }] },
    }],
    status: 'final', patient: subject, identifiedDateTime: at,
    code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'CAREGAP', display: 'Care Gaps' }] },
    ...(episode === null ? {} : { detail: `${measure.title}, ${group}, episode ${episode}` }),
    evidence: [{ detail: [{ reference: `MeasureReport/${report}` }] }],
  };
}
