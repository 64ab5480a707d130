/** What a person can do here, in the order of docs/writing-back.md. */
export const PREFLIGHT_ACTIONS = [
  'add-encounter-diagnosis', 'add-problem', 'specify', 'remove', 'propose', 'draft-claim', 'query', 'attestation', 'remember-decisions', 'anchor-log',
] as const;
export type PreflightAction = (typeof PREFLIGHT_ACTIONS)[number];

/** How one action ends with this EHR: written there, written to the site's companion server, handed to a person, kept on this device, or nowhere. */
export interface PreflightRow {
  readonly action: PreflightAction;
  readonly ends: 'ehr' | 'companion' | 'note' | 'hand' | 'device' | 'cannot-tell';
  /** For a person, one sentence: what is written, or what is handed over, to whom and why. */
  readonly says: string;
}
