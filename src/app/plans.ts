/** All that works out what will be written, and how each action ends here: brought by `planning.ts` in a file of its own. */
export { handOverWords, planAnchor, planAnswer, planCancel, planCancelQuery, planFollowUp, planProposal, planQuestion, planVerification, planWrites } from '../domain/writeback/index.ts';
export { preflight } from '../domain/preflight/index.ts';
