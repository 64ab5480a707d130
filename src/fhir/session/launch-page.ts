import { LaunchError } from './launch-error.ts';

/** What a launch needs of the page that it runs in. */
export interface LaunchPage {
  readonly href: string;
  /** sessionStorage: ends with the tab, and another tab has its own. Throws where the browser blocks it. */
  storage(): Storage;
  /** Leaves for another address. */
  go(url: string): void;
  /** Shows another address without leaving. */
  rewrite(url: string): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function browserPage(): LaunchPage {
  return {
    href: location.href,
    storage: () => sessionStorage,
    go: (url) => { location.assign(url); },
    rewrite: (url) => { history.replaceState(history.state, '', url); },
    now: () => Date.now(),
  };
}

/**
 * Whether the browser keeps anything for this page. In an EHR's frame on another site it may not
 * (third-party storage), and then no sign-in can be completed there.
 */
export function storageAvailable(storage: () => Storage = () => sessionStorage): boolean {
  try {
    const probe = 'countersign.probe';
    storage().setItem(probe, '1');
    const kept = storage().getItem(probe) === '1';
    storage().removeItem(probe);
    return kept;
  } catch {
    return false;
  }
}

/** @throws LaunchError `storage-blocked` */
export function storageOf(page: LaunchPage): Storage {
  if (!storageAvailable(() => page.storage())) {
    throw new LaunchError('storage-blocked', 'The browser does not let this page keep anything, so the sign-in cannot be completed here.', 'Open it in its own window. Or ask your administrator to allow storage for this app inside the EHR.');
  }
  return page.storage();
}
