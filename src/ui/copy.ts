/**
 * To the clipboard. Inside a frame that the EHR gave no clipboard, by a field of the page's own: the older way, which asks for
 * a press of the person and for nothing else.
 * @throws Error where the browser allows neither
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyFromField(text)) throw new Error('The browser did not allow copying.');
  }
}

function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'live';
  field.value = text;
  /** Outside an open dialog nothing can be selected. */
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  // oxlint-disable-next-line typescript/no-deprecated -- see above: there is no other way without the clipboard's permission
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
