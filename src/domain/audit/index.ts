export { appendEntries, canonical, EMPTY_LOG } from './chain.ts';
export type { EventContext, LogEnd } from './chain.ts';
export {
  attestedEvent, decidedEvent, evidenceOpenedEvent, heldBackEvent, proposedEvent, reviewClosedEvent, reviewOpenedEvent, shownEvent, undoneEvent, writeEvent,
} from './events.ts';
export type { SaltedHash } from './events.ts';
export { fromBase64url, toBase64url } from './base64url.ts';
export { entryLine, headerLine, headLine, LOG_FORMAT, signedBytes, thumbprint } from './file.ts';
export type { LogHeader, PublicKey } from './file.ts';
