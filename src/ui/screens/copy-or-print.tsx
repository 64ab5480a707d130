import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { nowWithOffset } from '../now.ts';
import { useApp } from '../state/app.ts';
import { asText, summaryOf } from '../state/summary.ts';

/** The result as text, to take along. Where the browser lets nothing be copied, the text stands selected. */
export function CopyOrPrint({ open }: { readonly open: OpenReview }): JSX.Element {
  const app = useApp();
  const text = useMemo(() => asText(summaryOf(open, nowWithOffset())), [open]);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await app.copy(text);
      setSaid('Copied.');
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid('The browser did not allow copying. The text is selected: copy it with Ctrl+C (⌘C on a Mac).');
    }
  };
  return (
    <Dialog title="Copy or print" onClose={() => { app.dialog.value = null; }}>
      <p>The whole list with its evidence, its decisions and what was not read. It quotes the record: take it only where the record may go.</p>
      <div class="row">
        <button type="button" onClick={() => void copy()}><Icon name="copy" />Copy</button>
        <button type="button" onClick={() => print()}><Icon name="print" />Print</button>
      </div>
      <output class="hint">{said}</output>
      <label class="field">
        <span>Text</span>
        <textarea ref={field} class="as-text" readOnly rows={14} value={text} />
      </label>
    </Dialog>
  );
}
