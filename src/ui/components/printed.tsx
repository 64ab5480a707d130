import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import type { Summary } from '../state/summary.ts';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { nowWithOffset } from '../now.ts';
import { summaryOf } from '../state/summary.ts';

/**
 * However printing begins, the paper gets the whole list, unfolded and without controls, and the screen stays as it is.
 * In the moment before this file has arrived, the screen prints as it stands.
 */
export function usePrinted(open: OpenReview): void {
  useEffect(() => {
    const sheet = document.createElement('section');
    sheet.className = 'printed';
    const lay = (): void => {
      document.body.append(sheet);
      render(<Printed summary={summaryOf(open, nowWithOffset())} />, sheet);
    };
    const clear = (): void => { render(null, sheet); sheet.remove(); };
    addEventListener('beforeprint', lay);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', lay);
      removeEventListener('afterprint', clear);
      clear();
    };
  }, [open]);
}

function Printed({ summary: { title, about, parts, close } }: { readonly summary: Summary }): JSX.Element {
  return (
    <>
      <h1>{title}</h1>
      <ul class="printed-about">{about.map((line) => <li key={line}>{line}</li>)}</ul>
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          {part.items.map((item) => (
            <article key={item.title}>
              <h3>{item.title}</h3>
              {item.lines.map((line) => <p key={line}>{line}</p>)}
            </article>
          ))}
        </section>
      ))}
      <p class="printed-close">{close}</p>
    </>
  );
}
