import type { CodeableConcept, Meta, Narrative, Reference, Resource } from 'fhir/r4';
import type { DiagnosisCode, Source } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { AI_ASSERTED, DATA_ABSENT, EXTENSION, RECORD, STEP_SYSTEM } from './names.ts';

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

/** Of a Condition or a Claim that came with a proposal: asserted by software, and not countersigned. */
export function markedProposed(meta: Meta): Meta {
  return { ...meta, security: [...(meta.security ?? []), AI_ASSERTED], tag: [...(meta.tag ?? []), { system: RECORD, code: 'proposal' }] };
}

/**
 * Of what a clinician countersigned: no proposal any more. FHIR R4 lets servers keep tags and labels over an update that leaves them out
 * (resource.html#tag-updates; HAPI does), so leaving them out is not enough: `countersigned` says that the proposal is over.
 */
export function takenOver(meta: Meta): Meta {
  if (!isMarkedProposed(meta)) return meta;
  const security = (meta.security ?? []).filter((label) => label.code !== AI_ASSERTED.code);
  const tag = (meta.tag ?? []).filter((t) => t.system !== RECORD || t.code !== 'proposal');
  const { security: _, ...rest } = meta;
  return { ...rest, ...(security.length === 0 ? {} : { security }), tag: [...tag, { system: RECORD, code: 'countersigned' }] };
}

/** It came with a proposal, and nobody has countersigned it since. */
export function isMarkedProposed(meta: Meta | undefined): boolean {
  const tags: unknown = meta?.tag;
  const codes = (Array.isArray(tags) ? tags as readonly ({ readonly system?: unknown; readonly code?: unknown } | null)[] : []).filter((t) => t?.system === RECORD).map((t) => t?.code);
  return codes.includes('proposal') && !codes.includes('countersigned');
}

/** Labelled as software's work; nobody has countersigned it since, or the label would have gone. */
export function isAiAsserted(meta: Meta | undefined): boolean {
  const labels: unknown = meta?.security;
  return Array.isArray(labels) && labels.some((label: { readonly code?: unknown } | null) => label?.code === AI_ASSERTED.code);
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
