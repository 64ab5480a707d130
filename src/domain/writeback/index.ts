export { planWrites } from './countersign.ts';
export { planVerification } from './verify.ts';
export { planProposal } from './proposal.ts';
export { planCancel } from './cancel.ts';
export { planAnswer, planCancelQuery, planFollowUp, planQuestion } from './query.ts';
export { planAnchor } from './anchor.ts';
export { handOverWords } from './hand-over.ts';
