import type { HandOver, ServerAbilities, ServerProfile, WriteAction } from '../model/index.ts';
import { refusalOf } from './limits.ts';

/**
 * How an action ends. `note`: no server takes the resource, so its words go into one filed document for the whole event.
 * `nowhere`: the plan goes without it, and nobody has to do it by hand.
 */
export type Route =
  | { readonly to: 'ehr' | 'companion'; readonly as: 'resource' | 'note' }
  | { readonly to: 'hand'; readonly handOver: HandOver }
  | { readonly to: 'nowhere'; readonly why: string };

/**
 * The first that works of: the EHR; the site's companion server; a plain-text document; a person's hand.
 * Plans and the preflight table both ask here, so they cannot disagree. Authority of the order: docs/writing-back.md.
 */
export function routeOf(action: WriteAction, profile: ServerProfile): Route {
  const refused = isOnCompanion(action) ? 'It stands on the companion server, which does not take the change now.' : refusalOf(action, profile);
  if (refused === null) return { to: 'ehr', as: 'resource' };
  if (profile.companion !== null && takenByCompanion(action, profile.companion)) return { to: 'companion', as: 'resource' };
  const filed = isTold(action) ? filing(profile) : null;
  return filed === null ? withoutServer(action, profile, refused) : { to: filed, as: 'note' };
}

/** A diagnosis that a person enters or changes in the EHR itself: on its own screen where it opens that for an app, else from a list. */
export function diagnosisByHand(profile: ServerProfile, why: string, to = 'the EHR\'s diagnoses of this visit'): HandOver {
  return { by: profile.activities.includes('problem-review') ? 'activity' : 'list', to, why };
}

/** An absolute reference means: it stands on the companion server. */
function isElsewhere(reference: string): boolean {
  return /^https?:\/\//i.test(reference);
}

function isOnCompanion(action: WriteAction): boolean {
  switch (action.kind) {
    case 'update-claim': return isElsewhere(action.claim.reference);
    case 'answer-proposal':
    case 'answer-query':
    case 'follow-query':
    case 'close-query': return isElsewhere(action.task.reference);
    default: return false;
  }
}

/** Conditions and encounters belong to the EHR: a second record of diagnoses would be one too many. */
function takenByCompanion(action: WriteAction, { create, update }: ServerAbilities): boolean {
  switch (action.kind) {
    case 'create-claim':
    case 'propose-claim': return create.includes('Claim');
    case 'update-claim': return isOnCompanion(action) && update.includes('Claim');
    case 'propose-item':
    case 'send-query': return create.includes('Task');
    case 'answer-query': return create.includes('QuestionnaireResponse');
    case 'notify-query': return create.includes('Communication');
    case 'answer-proposal':
    case 'follow-query':
    case 'close-query': return isOnCompanion(action) && update.includes('Task');
    case 'machine-provenance':
    case 'attestation-provenance':
    case 'anchor-log': return create.includes('Provenance');
    case 'file-note': return create.includes('DocumentReference');
    case 'create-condition':
    case 'recode-condition':
    case 'withdraw-condition':
    case 'release-condition':
    case 'propose-condition':
    case 'update-encounter': return false;
  }
}

/** What a plain-text document can tell as well as a resource. */
function isTold({ kind }: WriteAction): boolean {
  return kind === 'propose-item' || kind === 'send-query' || kind === 'answer-query' || kind === 'attestation-provenance' || kind === 'anchor-log';
}

/** The EHR first; a copy on the companion server where the EHR takes no documents. */
function filing({ create, companion }: ServerProfile): 'ehr' | 'companion' | null {
  if (create.includes('DocumentReference')) return 'ehr';
  return companion?.create.includes('DocumentReference') ? 'companion' : null;
}

function withoutServer(action: WriteAction, profile: ServerProfile, why: string): Route {
  switch (action.kind) {
    case 'create-condition':
      return { to: 'hand', handOver: diagnosisByHand(profile, why, action.target === 'problem-list-item' ? 'the EHR\'s problem list' : undefined) };
    case 'recode-condition':
    case 'withdraw-condition':
    case 'release-condition':
    case 'update-encounter':
      return { to: 'hand', handOver: diagnosisByHand(profile, why) };
    case 'create-claim':
    case 'update-claim':
      return { to: 'hand', handOver: { by: 'file', to: 'billing', why } };
    case 'propose-item':
    case 'send-query':
      return { to: 'hand', handOver: { by: 'list', to: 'a clinician of this visit', why } };
    case 'answer-query':
      return { to: 'hand', handOver: { by: 'list', to: 'the colleague who asked', why } };
    case 'follow-query':
      return { to: 'hand', handOver: { by: 'list', to: action.how === 'escalate' ? action.to : 'the clinicians of this visit', why } };
    case 'close-query':
      return { to: 'hand', handOver: { by: 'list', to: action.answer === null ? 'the clinicians of this visit' : 'the colleague who asked', why } };
    case 'answer-proposal':
      return { to: 'hand', handOver: { by: 'list', to: 'the colleague who proposed it', why } };
    case 'attestation-provenance':
    case 'file-note':
      return { to: 'hand', handOver: { by: 'list', to: 'the record of this visit', why } };
    case 'propose-condition':
    case 'propose-claim':
    case 'machine-provenance':
    case 'notify-query':
    case 'anchor-log':
      return { to: 'nowhere', why };
  }
}
