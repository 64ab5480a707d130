import type { JSX } from 'preact';

/** The site's policy cannot be told, and a guess could show or sign what the site forbids. */
export function PolicyTrouble({ message, lines }: { readonly message: string; readonly lines: readonly string[] }): JSX.Element {
  return (
    <main class="stopped" aria-labelledby="stopped-title">
      <span class="brand">Countersign</span>
      <h1 id="stopped-title" tabIndex={-1}>{message}</h1>
      <p>Tell whoever looks after Countersign here. Until then, work in the EHR: nothing is lost.</p>
      <ul>{lines.slice(0, MOST).map((line) => <li key={line}>{line}</li>)}</ul>
      {lines.length > MOST && <p>{lines.length - MOST} more: countersign policy check tells all.</p>}
      <button type="button" class="primary" onClick={() => location.reload()}>Try again</button>
    </main>
  );
}

const MOST = 12;
