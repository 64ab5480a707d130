import { StoreFault } from './contract.ts';

/** What IndexedDB and WebCrypto say, in words for a person that tell what to do. */
export function toFault(cause: unknown): StoreFault {
  if (cause instanceof StoreFault) return cause;
  const fault = faultFor(nameOf(cause));
  fault.cause = cause;
  return fault;
}

export const closedHere = (): StoreFault => new StoreFault('blocked', 'The storage of this page is closed. Open the app again from the EHR.');

export const closedByBrowser = (): StoreFault =>
  new StoreFault('blocked', 'The browser closed the storage of this page, or its data was cleared. Reload the page, and check what was signed and not yet written.');

export const newerVersion = (): StoreFault =>
  new StoreFault('locked-elsewhere', 'A newer version of Countersign is open in this browser. Reload this page; what was signed is kept.');

export const olderVersion = (): StoreFault =>
  new StoreFault('locked-elsewhere', 'An older version of Countersign is open in another tab and holds the storage. Close that tab, then reload this page; what was signed is kept.');

export const damaged = (what: string): StoreFault =>
  new StoreFault('damaged', `${what} on this device cannot be read: it was changed or cut outside of the app. It is kept as it is; tell whoever looks after this workstation.`);

/** `name` of a DOMException, or of what looks like one in another realm. */
export function nameOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
}

function faultFor(name: string): StoreFault {
  switch (name) {
    case 'QuotaExceededError': return new StoreFault('full', 'There is no room left for this browser on the device. Free some space, then try again; nothing was stored and nothing was sent.');
    case 'VersionError': return newerVersion();
    case 'InvalidStateError': return closedByBrowser();
    case 'UnknownError':
    case 'DataError':
    case 'NotReadableError': return damaged('The storage');
    default: return new StoreFault('blocked', 'The browser did not let the app store this. Try again; if it stays so, allow storage for this site.');
  }
}
