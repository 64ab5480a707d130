import type { FhirResource } from 'fhir/r4';

/**
 * What changed between two versions, in words: "verificationStatus confirmed → refuted". For the screen only.
 * Without the earlier version, what stands there now.
 */
export function difference(before: FhirResource | null, now: FhirResource): readonly string[] {
  const current = elements(now);
  if (before === null) return SHOWN.flatMap((name) => (current[name] === undefined ? [] : [`${name} is now ${brief(current[name]) ?? 'different'}`]));
  const earlier = elements(before);
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(current)])].filter((name) => !TECHNICAL.has(name));
  const changed = names.filter((name) => JSON.stringify(earlier[name]) !== JSON.stringify(current[name]));
  return changed.length === 0 ? ['only technical data changed'] : changed.map((name) => worded(name, earlier[name], current[name]));
}

const SHOWN = ['status', 'clinicalStatus', 'verificationStatus', 'category', 'code', 'diagnosis'];
const TECHNICAL = new Set(['resourceType', 'id', 'meta', 'text']);

function elements(resource: FhirResource): Readonly<Record<string, unknown>> {
  return { ...resource };
}

function worded(name: string, before: unknown, now: unknown): string {
  const was = before === undefined ? 'none' : brief(before);
  const is = now === undefined ? 'none' : brief(now);
  return was === null || is === null || was === is ? `${name} changed` : `${name} ${was} → ${is}`;
}

/** A value short enough for a line; null where it is not. */
function brief(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(brief);
    return parts.every((part) => part !== null) ? parts.join(', ') : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { coding, text, code, reference, diagnosisCodeableConcept, diagnosisReference, condition } = value as Record<string, unknown>;
  if (Array.isArray(coding) && coding.length > 0) return brief(coding);
  const next = [code, diagnosisCodeableConcept, diagnosisReference, condition, reference, text].find((part) => part !== undefined);
  return next === undefined ? null : brief(next);
}
