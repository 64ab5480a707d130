/** One column: the list gives way to the chart (shell.css). */
export function isStacked(): boolean {
  return matchMedia('(max-width: 900px)').matches;
}

/** To what the action brought up, once it stands there: otherwise the focus is lost with the control that had it. */
export function moveFocus(selector: string): void {
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start' });
  });
}
