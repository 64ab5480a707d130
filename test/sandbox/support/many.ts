import type { Bundle, BundleEntry, Resource } from 'fhir/r4';

/** Patients p0, p1 …, each with one Encounter and so many Observations, in the manner of Synthea (urn:uuid references). */
export function manyResources(patients: number, observationsEach: number): Bundle {
  const entry = Array.from({ length: patients }, (_, p): BundleEntry[] => [
    { fullUrl: `urn:uuid:p${p}`, resource: { resourceType: 'Patient', id: `p${p}`, name: [{ family: `Family ${p}` }] } as Resource },
    { fullUrl: `urn:uuid:e${p}`, resource: { resourceType: 'Encounter', id: `e${p}`, status: 'finished', class: { code: 'AMB' }, subject: { reference: `urn:uuid:p${p}` } } as Resource },
    ...Array.from({ length: observationsEach }, (__, i): BundleEntry => ({
      resource: {
        resourceType: 'Observation', id: `o${p}-${i}`, status: 'final',
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: i % 2 ? 'laboratory' : 'vital-signs' }] }],
        code: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] },
        subject: { reference: `urn:uuid:p${p}` }, encounter: { reference: `urn:uuid:e${p}` },
        effectiveDateTime: `2026-01-${String((i % 28) + 1).padStart(2, '0')}T10:00:00Z`,
        valueQuantity: { value: 5 + i / 100, unit: '%', system: 'http://unitsofmeasure.org', code: '%' },
      } as Resource,
    })),
  ]).flat();
  return { resourceType: 'Bundle', type: 'collection', entry };
}
