export { appendEntries, canonical, EMPTY_LOG } from './chain.ts';
export type { EventContext, LogEnd } from './chain.ts';
export {
  attestedEvent, decidedEvent, evidenceOpenedEvent, heldBackEvent, proposedEvent, queryAnsweredEvent, querySentEvent, reviewClosedEvent, reviewOpenedEvent, shownEvent, undoneEvent, writeEvent,
} from './events.ts';
export type { SaltedHash } from './events.ts';
export { toBase64url } from './base64url.ts';
export { entryLine, headerLine, headLine, LOG_FORMAT, signedBytes, thumbprint } from './file.ts';
export type { LogHeader, PublicKey } from './file.ts';
export { isSignedHead, LONGEST_LINE } from './parse-line.ts';
export { verdictWords } from './verdict.ts';
export type { Verdict } from './verdict.ts';
export { createVerifier } from './verify.ts';
export type { Verifier, VerifySignature } from './verify.ts';
