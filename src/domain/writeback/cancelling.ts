import type { WriteAction } from '../model/index.ts';

/** What a cancelling may write: an answer to the request, and the withdrawal of what came with it in the very version that was seen. */
export function isCancelling(action: WriteAction): boolean {
  if (action.kind === 'withdraw-condition') return action.reason === 'proposal-declined' && action.condition.version !== null;
  return action.kind === 'answer-proposal' && action.answer === 'cancelled';
}
