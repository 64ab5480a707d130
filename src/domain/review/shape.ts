import type { Attestation, Choice, Decision, Proposal } from '../model/index.ts';
import { DEFER_REASONS, REJECT_REASONS } from '../model/index.ts';

/** What storage gave back, once its form is known; its decisions are not attested until `reopen` has checked the rest. */
export type StoredAttestation = Omit<Attestation, 'decisions'> & { readonly decisions: readonly Decision[] };

/** The same of a proposal and `reopenProposal`. */
export type StoredProposal = Omit<Proposal, 'decisions'> & { readonly decisions: readonly Decision[] };

/** Looks only at form: the seal vouches for the content. */
export function isAttestationShape(value: unknown): value is StoredAttestation {
  return isProposalShape(value) && typeof (value as { readonly statement?: unknown }).statement === 'string';
}

/** Looks only at form, as above. */
export function isProposalShape(value: unknown): value is StoredProposal {
  return isRecord(value)
    && areStrings(value, ['id', 'at', 'patient', 'seal'])
    && isRecord(value['who']) && areStrings(value['who'], ['reference', 'name', 'role'])
    && isSource(value['encounter'])
    && Array.isArray(value['decisions']) && value['decisions'].length > 0 && value['decisions'].every(isDecision);
}

function isDecision(value: unknown): value is Decision {
  return isRecord(value) && areStrings(value, ['id', 'at']) && isChoice(value['choice']) && isSuggestion(value['suggestion'])
    && isRecord(value['seen']) && Array.isArray(value['seen']['notes']) && isSources(value['seen']['charted']);
}

function isChoice(value: unknown): value is Choice {
  if (!isRecord(value)) return false;
  switch (value['kind'] as Choice['kind']) {
    case 'accept': return isTarget(value['target']);
    case 'modify': return areStrings(value, ['code', 'title']) && isTarget(value['target']);
    case 'reject': return REJECT_REASONS.some((r) => r === value['reason']);
    case 'defer': return DEFER_REASONS.some((r) => r === value['reason']);
    default: return false;
  }
}

function isTarget(value: unknown): boolean {
  return value === 'encounter-diagnosis' || value === 'problem-list-item';
}

function isSuggestion(value: unknown): boolean {
  return isRecord(value) && areStrings(value, ['id', 'action', 'system', 'code', 'title'])
    && isSources(value['charted']) && Array.isArray(value['evidence']) && Array.isArray(value['rules']);
}

function isSources(value: unknown): boolean {
  return Array.isArray(value) && value.every(isSource);
}

export function isSource(value: unknown): boolean {
  return isRecord(value) && typeof value['reference'] === 'string' && (value['version'] === null || typeof value['version'] === 'string');
}

export function areStrings(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
