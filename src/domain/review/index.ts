export { decide, seenVersions } from './decide.ts';
export { currentDecision, currentDecisions, emptyLedger, record, sign, undo } from './ledger.ts';
export type { ReviewLedger } from './ledger.ts';
export { attest, ATTESTATION_STATEMENT, reopen } from './attest.ts';
export type { AttestResult, LeftOut } from './attest.ts';
