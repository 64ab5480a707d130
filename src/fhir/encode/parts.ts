import type { CodeableConcept, Meta, Narrative, Reference, Resource } from 'fhir/r4';
import type { DiagnosisCode, Source } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { DATA_ABSENT, EXTENSION, STEP_SYSTEM } from './names.ts';

export function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}

export function icdConcept({ code, title }: DiagnosisCode): CodeableConcept {
  return title.trim() === '' ? coded(ICD_10_CM, code) : { coding: [{ system: ICD_10_CM, code, display: title }], text: title };
}

/** A reference to the very version where there is one. Some servers cut versions from references, so it also stands beside it. */
export function versioned({ reference, version }: Source): Reference {
  if (version === null) return { reference };
  const extension = [{ url: EXTENSION.version, valueString: version }];
  return version.startsWith('sha256:') ? { reference, extension } : { reference: `${reference}/_history/${version}`, extension };
}

/** Required by FHIR, and not known: said, not made up. */
export const UNKNOWN = [{ url: DATA_ABSENT, valueCode: 'unknown' }];

export function hasTag(resource: Resource, key: string): boolean {
  return resource.meta?.tag?.some((tag) => tag.system === STEP_SYSTEM && tag.code === key) ?? false;
}

export function tagged(meta: Meta | undefined, key: string): Meta {
  return { ...meta, tag: [...(meta?.tag ?? []), { system: STEP_SYSTEM, code: key }] };
}

/** `Type/id` of a reference in any of its forms: absolute, with or without a version. */
export function localReference(reference: string | undefined): string | null {
  return /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference ?? '')?.[1] ?? null;
}

/**
 * A narrative that was generated from the data tells the old data after a change: it goes, and the server or a person writes a new one (FHIR R4 narrative.html).
 * One with additional words stays.
 */
export function withoutStaleNarrative<T extends { readonly text?: Narrative | undefined }>(resource: T): T {
  if (resource.text?.status !== 'generated' && resource.text?.status !== 'extensions') return resource;
  const { text: _, ...rest } = resource;
  return rest as T;
}
