import type { CodeableConcept, Condition, Encounter, Reference, Resource } from 'fhir/r4';
import type { Charts } from './charts.ts';
import { localReference } from './records/references.ts';

/**
 * What a person takes off a visit in the EHR's own screen: the EHR keeps the diagnoses and the visit's list of them together. The Condition
 * becomes entered-in-error (R4 con-5: without a clinical status, con-4: without an abatement); one that is a problem, too, stays one.
 * @returns null where it is no diagnosis of this record that stands
 * @throws FhirError where it is refused
 */
export async function takeOff(charts: Charts, patient: string, condition: string, base: string): Promise<'done' | null> {
  const resources = ((await charts.record(patient))?.entry ?? []).flatMap(({ resource }): Resource[] => (resource === undefined ? [] : [resource]));
  const found = resources.find((each): each is Condition & { id: string } => each.resourceType === 'Condition' && each.id === condition);
  if (found === undefined || !isDiagnosis(found)) return null;
  await charts.update(isOther(found) ? withoutCategory(found) : inError(found));
  const isIt = ({ reference }: Reference): boolean => localReference(reference ?? '', base) === `Condition/${condition}`;
  const visits = resources.filter((each): each is Encounter & { id: string } => each.resourceType === 'Encounter').filter(({ diagnosis = [] }) => diagnosis.some((one) => isIt(one.condition)));
  for (const { diagnosis = [], ...visit } of visits) {
    const left = diagnosis.filter((one) => !isIt(one.condition));
    await charts.update({ ...visit, ...(left.length === 0 ? {} : { diagnosis: left }) });
  }
  return 'done';
}

function isDiagnosis({ category = [], verificationStatus }: Condition): boolean {
  return category.some(isOfVisit) && verificationStatus?.coding?.[0]?.code !== 'entered-in-error';
}

function isOther({ category = [] }: Condition): boolean {
  return category.some((each) => !isOfVisit(each));
}

function isOfVisit({ coding = [] }: CodeableConcept): boolean {
  return coding.some(({ code }) => code === 'encounter-diagnosis');
}

function withoutCategory(condition: Condition & { id: string }): Condition & { id: string } {
  return { ...condition, category: (condition.category ?? []).filter((each) => !isOfVisit(each)) };
}

function inError(condition: Condition & { id: string }): Condition & { id: string } {
  const { clinicalStatus: _c, abatementDateTime: _d, abatementAge: _a, abatementPeriod: _p, abatementRange: _r, abatementString: _s, ...rest } = condition;
  return { ...rest, verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }] } };
}
