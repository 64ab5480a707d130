import type { WriteAction, WritePlan } from '../../domain/model/index.ts';
import { mayAttest, mayPropose } from '../../domain/model/index.ts';

/**
 * The last gate before a server: whatever made this plan, only a clinician confirms, and who proposes confirms nothing (rule of trust 4).
 * @throws Error: a mix-up, never a state to carry on in
 */
export function refuseWhatTheRoleMayNot({ purpose, who, steps }: WritePlan): void {
  const may = (isTheirs: boolean, allows: (action: WriteAction) => boolean): boolean => isTheirs && steps.every(({ action }) => allows(action));
  const isAllowed = {
    countersign: () => may(mayAttest(who.role), () => true),
    propose: () => may(mayPropose(who.role), isProposing),
    'cancel-proposal': () => may(mayPropose(who.role), (action) => action.kind === 'answer-proposal' && action.answer === 'cancelled'),
    anchor: () => may(true, (action) => action.kind === 'anchor-log' || (action.kind === 'file-note' && action.purpose === 'anchor')),
  }[purpose];
  if (!isAllowed()) throw new Error('The plan holds what its author\'s role may not write. Nothing was sent; open the review again.');
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
    case 'anchor-log': return false;
  }
}
