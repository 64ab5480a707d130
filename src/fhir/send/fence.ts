import type { FhirResource } from 'fhir/r4';
import type { WriteAction, WritePlan } from '../../domain/model/index.ts';
import { mayAttest, mayOffer, mayPropose } from '../../domain/model/index.ts';
import { isCancelling } from '../../domain/writeback/cancelling.ts';
import { isAiAsserted, isMarkedProposed, localReference } from '../encode/parts.ts';

/**
 * The last gate before a server: whatever made this plan, only a clinician confirms, and who proposes confirms nothing (rule of trust 4).
 * @throws Error: a mix-up, never a state to carry on in
 */
export function refuseWhatTheRoleMayNot({ purpose, who, steps }: WritePlan): void {
  const may = (isTheirs: boolean, allows: (action: WriteAction) => boolean): boolean => isTheirs && steps.every(({ action }) => allows(action));
  const isAllowed = {
    countersign: () => may(mayAttest(who.role), (action) => !isOfAQuestion(action)),
    'verify-claim': () => may(who.role === 'coder', isVerifying),
    propose: () => may(mayOffer(who.role), isProposing),
    'cancel-proposal': () => may(mayOffer(who.role), isCancelling) && steps.filter(({ action }) => action.kind === 'withdraw-condition').length <= 1,
    query: () => may(mayPropose(who.role), (action) => action.kind === 'send-query' || isNotice(action, 'sent') || (action.kind === 'file-note' && action.purpose === 'query')),
    'answer-query': () => may(mayAttest(who.role), isAnswering),
    'follow-query': () => may(mayPropose(who.role), (action) => action.kind === 'follow-query' || isNotice(action, 'remind') || isNotice(action, 'escalate')),
    'cancel-query': () => may(mayPropose(who.role), (action) => action.kind === 'close-query' && action.answer === null),
    anchor: () => may(true, (action) => action.kind === 'anchor-log' || (action.kind === 'file-note' && action.purpose === 'anchor')),
  }[purpose];
  if (!isAllowed()) throw new Error('The plan holds what its author\'s role may not write. Nothing was sent; open the review again.');
}

/**
 * Of what stands there at this moment: who cancels their proposal changes no diagnosis but the unconfirmed one that they themselves recorded
 * with it, whatever the chart and the plan said.
 */
export function mayChange({ purpose, who }: WritePlan, current: FhirResource): boolean {
  if (purpose !== 'cancel-proposal' || current.resourceType !== 'Condition') return true;
  const isUnconfirmed = ['unconfirmed', 'provisional'].includes(current.verificationStatus?.coding?.[0]?.code ?? '');
  return isUnconfirmed && (isMarkedProposed(current.meta) || isAiAsserted(current.meta)) && localReference(current.recorder?.reference) === who.reference;
}

/** Sent, answered and closed under purposes of their own. */
function isOfAQuestion({ kind }: WriteAction): boolean {
  return kind === 'send-query' || kind === 'notify-query' || kind === 'follow-query' || kind === 'answer-query' || kind === 'close-query';
}

function isNotice(action: WriteAction, why: Extract<WriteAction, { kind: 'notify-query' }>['why']): boolean {
  return action.kind === 'notify-query' && action.why === why;
}

/** The claim and the record of it; no Condition, no encounter, no answer to anybody. */
function isVerifying(action: WriteAction): boolean {
  switch (action.kind) {
    case 'create-claim':
    case 'update-claim':
    case 'machine-provenance':
    case 'attestation-provenance': return true;
    case 'file-note': return action.purpose === 'attestation';
    default: return false;
  }
}

/** An answer is no countersignature of anything else. */
function isAnswering(action: WriteAction): boolean {
  switch (action.kind) {
    case 'answer-query': return true;
    case 'close-query': return action.answer !== null;
    case 'attestation-provenance': return action.items.length === 0;
    case 'file-note': return action.purpose === 'answer';
    default: return false;
  }
}

function isProposing(action: WriteAction): boolean {
  switch (action.kind) {
    case 'propose-condition':
    case 'propose-claim':
    case 'propose-item':
    case 'machine-provenance': return true;
    case 'file-note': return action.purpose === 'proposal';
    case 'create-condition':
    case 'recode-condition':
    case 'withdraw-condition':
    case 'release-condition':
    case 'create-claim':
    case 'update-claim':
    case 'update-encounter':
    case 'attestation-provenance':
    case 'answer-proposal':
    case 'send-query':
    case 'notify-query':
    case 'follow-query':
    case 'answer-query':
    case 'close-query':
    case 'anchor-log': return false;
  }
}
