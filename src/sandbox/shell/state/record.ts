import type { Binary, Bundle, Claim, Condition, DocumentReference, FhirResource, Observation } from 'fhir/r4';

/** Everything in one patient's record, as the EHR holds it now. */
export interface PatientRecord {
  readonly resources: readonly FhirResource[];
}

export type News = 'new' | 'changed';

export function recordOf(bundle: Bundle<FhirResource>): PatientRecord {
  return { resources: (bundle.entry ?? []).flatMap((each) => (each.resource ? [each.resource] : [])) };
}

export function keyOf(resource: FhirResource): string {
  return `${resource.resourceType}/${resource.id ?? ''}`;
}

export function ofKind<K extends FhirResource['resourceType']>(record: PatientRecord, kind: K): Extract<FhirResource, { resourceType: K }>[] {
  return record.resources.filter((each): each is Extract<FhirResource, { resourceType: K }> => each.resourceType === kind);
}

/** What is new and what has another version, by `Type/id`. */
export function newsBetween(before: PatientRecord, after: PatientRecord): ReadonlyMap<string, News> {
  const versions = new Map(before.resources.map((each) => [keyOf(each), each.meta?.versionId]));
  return new Map(
    after.resources.flatMap((each): [string, News][] => {
      const key = keyOf(each);
      if (!versions.has(key)) return [[key, 'new']];
      return versions.get(key) === each.meta?.versionId ? [] : [[key, 'changed']];
    }),
  );
}

export function encounterDiagnoses(record: PatientRecord, encounter: string): Condition[] {
  return ofKind(record, 'Condition').filter((each) => isOfCategory(each, 'encounter-diagnosis') && each.encounter?.reference === `Encounter/${encounter}`);
}

/** The place of each in `Encounter.diagnosis`, from 1, by `Condition/id`. */
export function ranks(record: PatientRecord, encounter: string): ReadonlyMap<string, number> {
  const listed = ofKind(record, 'Encounter').find((each) => each.id === encounter)?.diagnosis ?? [];
  return new Map(listed.flatMap((each, index) => (each.condition.reference ? [[each.condition.reference, each.rank ?? index + 1] as const] : [])));
}

export function problems(record: PatientRecord): Condition[] {
  return ofKind(record, 'Condition')
    .filter((each) => isOfCategory(each, 'problem-list-item'))
    .toSorted((a, b) => Number(isClosed(a)) - Number(isClosed(b)));
}

/** Off the list of active diagnoses, though never deleted. */
export function isClosed(condition: Condition): boolean {
  const verification = condition.verificationStatus?.coding?.[0]?.code;
  const clinical = condition.clinicalStatus?.coding?.[0]?.code;
  return verification === 'refuted' || verification === 'entered-in-error' || clinical === 'resolved' || clinical === 'inactive';
}

function isOfCategory(condition: Condition, code: string): boolean {
  return (condition.category ?? []).some((each) => each.coding?.some((coding) => coding.code === code));
}

/** Claims of the encounter, and those that name none. */
export function claims(record: PatientRecord, encounter: string): Claim[] {
  return ofKind(record, 'Claim').filter((each) => {
    const named = (each.item ?? []).flatMap((item) => item.encounter ?? []).map((one) => one.reference);
    return named.length === 0 || named.includes(`Encounter/${encounter}`);
  });
}

export interface NoteRow {
  readonly document: DocumentReference;
  readonly ofEncounter: boolean;
}

/** Notes of the encounter first, each part newest first. */
export function notes(record: PatientRecord, encounter: string): NoteRow[] {
  return ofKind(record, 'DocumentReference')
    .map((document) => ({ document, ofEncounter: document.context?.encounter?.some((each) => each.reference === `Encounter/${encounter}`) ?? false }))
    .toSorted((a, b) => Number(b.ofEncounter) - Number(a.ofEncounter) || (b.document.date ?? '').localeCompare(a.document.date ?? ''));
}

export function binaryOf(record: PatientRecord, url: string | undefined): Binary | null {
  const id = url?.match(/(?:^|\/)Binary\/([A-Za-z0-9.-]+)/)?.[1];
  return ofKind(record, 'Binary').find((each) => each.id === id) ?? null;
}

export interface Series {
  readonly name: string;
  readonly latest: Observation;
  /** Newest first, without the latest. */
  readonly earlier: readonly Observation[];
}

/** In order of first appearance. */
export function groupBy<T>(items: Iterable<T>, keyFor: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyFor(item));
    if (group) group.push(item);
    else groups.set(keyFor(item), [item]);
  }
  return groups;
}

/** One row a code, the most recently measured first. */
export function observationSeries(record: PatientRecord): Series[] {
  const groups = groupBy(ofKind(record, 'Observation'), (each) => each.code.coding?.[0]?.code ?? each.code.text ?? '');
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => whenOf(b).localeCompare(whenOf(a))))
    .flatMap(([latest, ...earlier]) => (latest ? [{ name: latest.code.text ?? latest.code.coding?.[0]?.display ?? 'Unnamed', latest, earlier }] : []))
    .toSorted((a, b) => whenOf(b.latest).localeCompare(whenOf(a.latest)) || a.name.localeCompare(b.name));
}

export function whenOf(observation: Observation): string {
  return observation.effectiveDateTime ?? observation.effectiveInstant ?? observation.effectivePeriod?.end ?? observation.effectivePeriod?.start ?? observation.issued ?? '';
}
