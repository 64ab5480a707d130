import type { ServerProfile, WriteAction } from '../model/index.ts';
import { REMOVAL_STATUS } from './removal-status.ts';

/**
 * Why this EHR does not take an action, for a person; null when it does.
 * Epic: Condition.Create makes problem-list items only, Conditions are not updated, Claim is for prior authorisation only. Oracle Health:
 * refuses refuted and entered-in-error (all from the vendors' public API pages).
 */
export function refusalOf(action: WriteAction, profile: ServerProfile): string | null {
  switch (action.kind) {
    case 'create-condition':
      if (profile.name === 'epic' && action.target === 'encounter-diagnosis') return 'This EHR takes encounter diagnoses only in its own diagnosis activity. Enter it there.';
      return offered(profile.create, 'Condition') ? null : 'This EHR does not let this app add diagnoses. Enter it in the chart.';
    case 'withdraw-condition':
      if (profile.name === 'epic') return EPIC_CHANGES;
      if (profile.name === 'oracle' && isRefusedByOracle(REMOVAL_STATUS[action.reason].verificationStatus)) return 'This EHR does not let an app mark a diagnosis as refuted or entered in error. Remove it in the chart.';
      return offered(profile.update, 'Condition') ? null : 'This EHR does not let this app change diagnoses. Remove it in the chart.';
    case 'recode-condition':
    case 'release-condition':
      if (profile.name === 'epic') return EPIC_CHANGES;
      return offered(profile.update, 'Condition') ? null : 'This EHR does not let this app change diagnoses. Change it in the chart.';
    case 'propose-condition':
      if (profile.name === 'epic') return 'This EHR takes no unconfirmed encounter diagnosis from an app.';
      return offered(profile.create, 'Condition') ? null : 'This EHR does not take proposed diagnoses from this app.';
    case 'propose-item':
    case 'send-query':
      return offered(profile.create, 'Task') ? null : 'This EHR does not take tasks from this app.';
    case 'answer-query':
      return offered(profile.create, 'QuestionnaireResponse') ? null : 'This EHR does not take answers to questions from this app.';
    case 'notify-query':
      return offered(profile.create, 'Communication') ? null : 'This EHR does not take messages from this app.';
    case 'answer-proposal':
    case 'follow-query':
    case 'close-query':
      return offered(profile.update, 'Task') ? null : 'This EHR does not let this app change tasks.';
    case 'file-note':
      return offered(profile.create, 'DocumentReference') ? null : 'This EHR does not take documents from this app.';
    case 'propose-claim':
    case 'create-claim':
      if (profile.name === 'epic') return EPIC_CLAIMS;
      return offered(profile.create, 'Claim') ? null : 'This EHR does not take draft claims from this app. Pass the codes on to billing.';
    case 'update-claim':
      if (profile.name === 'epic') return EPIC_CLAIMS;
      return offered(profile.update, 'Claim') ? null : 'This EHR does not let this app change draft claims. Change the draft there.';
    case 'update-encounter':
      return offered(profile.update, 'Encounter') ? null : 'This EHR does not let this app change the encounter\'s own diagnosis list.';
    case 'anchor-log':
      if (profile.name === 'oracle') return 'This EHR takes provenance of what an app writes, not of an encounter.';
      return offered(profile.create, 'Provenance') ? null : 'This EHR does not take provenance from this app.';
    case 'machine-provenance':
    case 'attestation-provenance':
      return offered(profile.create, 'Provenance') ? null : 'This EHR does not take provenance from this app. The record of this review stays with the app.';
  }
}

const EPIC_CHANGES = 'This EHR does not let an app change diagnoses. Change it in the chart.';
const EPIC_CLAIMS = 'This EHR takes no draft claims from an app. Pass the codes on to billing.';

function offered(kinds: readonly string[], kind: string): boolean {
  return kinds.includes(kind);
}

function isRefusedByOracle(status: string | undefined): boolean {
  return status === 'refuted' || status === 'entered-in-error';
}

/** All or nothing where the server offers it; Epic offers none, whatever it says. */
export function modeOf(profile: ServerProfile): 'transaction' | 'single' {
  return profile.transaction && profile.name !== 'epic' ? 'transaction' : 'single';
}
