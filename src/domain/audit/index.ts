export { appendEntries, canonical, EMPTY_LOG } from './chain.ts';
export type { EventContext, LogEnd } from './chain.ts';
export {
  attestedEvent, decidedEvent, evidenceOpenedEvent, heldBackEvent, proposedEvent, reviewClosedEvent, reviewOpenedEvent, shownEvent, undoneEvent, writeEvent,
} from './events.ts';
export type { SaltedHash } from './events.ts';
