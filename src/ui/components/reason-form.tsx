import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Reasons to choose one of, with room for words. Nothing is pre-chosen. */
export function ReasonForm<R extends string>({ title, action, hint, reasons, needsText, onSubmit, onCancel }: {
  readonly title: string;
  readonly action: string;
  /** Who will see it. */
  readonly hint?: string;
  readonly reasons: Readonly<Record<R, string>>;
  /** The reason that says nothing without words. */
  readonly needsText: R | null;
  readonly onSubmit: (reason: R, text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const [reason, setReason] = useState<R | null>(null);
  const [text, setText] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const name = useId();
  useLayoutEffect(() => first.current?.focus(), []);
  const ready = reason !== null && (reason !== needsText || text.trim() !== '');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (reason !== null && ready) onSubmit(reason, text.trim());
  };
  return (
    // Escape leaves the form from any of its fields; Cancel is its button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form class="reasons" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}>
      <fieldset>
        <legend>{title}</legend>
        {(Object.keys(reasons) as R[]).map((value, index) => (
          <label key={value} class="choice">
            <input {...(index === 0 ? { ref: first } : {})} type="radio" name={name} value={value} checked={reason === value} onChange={() => setReason(value)} />
            <span>{reasons[value]}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{reason !== null && reason === needsText ? 'In your words' : 'In your words (optional)'}</span>
        <input type="text" value={text} autocomplete="off" maxLength={300} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <div class="row">
        <button type="submit" class="primary" disabled={!ready}>{action}</button>
        <button type="button" onClick={onCancel}>Cancel</button>
      </div>
    </form>
  );
}
