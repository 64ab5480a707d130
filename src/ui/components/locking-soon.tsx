import type { JSX } from 'preact';
import { useApp } from '../state/app.ts';
import { Icon } from './icon.tsx';

/** Any key or movement is enough; the button is there for whoever looks for one. Under an open dialog all else is out of reach, so dialogs show it too. */
export function LockingSoon(): JSX.Element | null {
  const app = useApp();
  if (!app.lockingSoon.value) return null;
  return (
    <section class="locking-soon" aria-label="Locking soon">
      <p role="alert"><Icon name="lock" />Locks in less than 30 seconds. Press a key or move the pointer to stay.</p>
      <button type="button">Stay</button>
    </section>
  );
}
