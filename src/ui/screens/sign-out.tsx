import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../components/dialog.tsx';
import { useApp } from '../state/app.ts';
import { UNSENT_KEPT, UNSENT_LOST, unsentWords } from './left.tsx';

/** Where something signed is not sent, it says so first; where nothing is, it signs out at once. */
export function SignOut({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const [unsent, setUnsent] = useState<number | 'cannot-tell' | null>(null);
  const close = (): void => { app.dialog.value = null; };
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const found = await app.line.unsent().catch((): 'cannot-tell' => 'cannot-tell');
      if (!current) return;
      if (found === 0) void app.line.signOut();
      else setUnsent(found);
    };
    void ask();
    return () => { current = false; };
  }, []);
  return (
    <Dialog title="Sign out" onClose={close}>
      {unsent === null ? <output>Looking whether everything you signed has its end…</output> : (
        <>
          <p><strong>{unsentWords(unsent)}</strong></p>
          <p>{open.remembering.unsigned === 'device' ? UNSENT_KEPT : UNSENT_LOST}</p>
          <div class="row">
            <button type="button" class="primary" onClick={close}>Stay signed in</button>
            <button type="button" onClick={() => void app.line.signOut()}>Sign out all the same</button>
          </div>
        </>
      )}
    </Dialog>
  );
}
