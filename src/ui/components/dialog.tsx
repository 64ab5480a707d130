import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { LockingSoon } from './locking-soon.tsx';

/** A modal dialog; Escape and the close button leave it. The browser gives the focus back to where it was. */
export function Dialog({ title, onClose, initialFocus, children }: {
  readonly title: string; readonly onClose: () => void; readonly initialFocus?: RefObject<HTMLElement | null>; readonly children: ComponentChildren;
}): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    initialFocus?.current?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby={heading} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <header class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="quiet square" aria-label={`Close: ${title}`} onClick={onClose}><Icon name="close" /></button>
      </header>
      <div class="dialog-body">{children}</div>
      <LockingSoon />
    </dialog>
  );
}
