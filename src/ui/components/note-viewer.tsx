import type { JSX } from 'preact';
import type { Chart, Note, QuoteEvidence, Span } from '../../domain/model/index.ts';
import type { Viewing } from '../state/app.ts';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { focusSoon, useApp } from '../state/app.ts';
import { cellEnds, chunksOf, marksOf, piecesOf } from '../state/note-text.ts';
import { momentOf } from '../state/words.ts';
import { Words } from './evidence.tsx';
import { Icon } from './icon.tsx';

const STATUS_WORDS: Readonly<Record<Note['status'], string>> = {
  preliminary: 'Preliminary', final: 'Final', amended: 'Amended', superseded: 'Superseded', 'entered-in-error': 'Entered in error', unknown: 'Status not known',
};

/** The whole note as it was read, open at the sentence, with every passage of the card marked. */
export function NoteViewer({ viewing, chart }: { readonly viewing: Viewing; readonly chart: Chart }): JSX.Element | null {
  const app = useApp();
  const body = useRef<HTMLElement>(null);
  const quote = viewing.quotes[viewing.at];
  const note = chart.notes.find((n) => n.id === quote?.note);
  const inNote = useMemo(() => viewing.quotes.filter((q) => q.note === note?.id), [viewing.quotes, note]);
  useLayoutEffect(() => {
    const place = body.current?.querySelector(`[data-start="${quote === undefined ? '' : firstMark(quote).start}"]`);
    /** Only the note moves: the browser would scroll the page around it along. */
    const { scrollX, scrollY } = globalThis;
    place?.scrollIntoView({ block: 'center' });
    scrollTo(scrollX, scrollY);
    body.current?.focus({ preventScroll: true });
  }, [quote]);
  if (quote === undefined || note === undefined) return null;

  const close = (): void => { app.viewing.value = null; focusSoon(viewing.key); };
  const step = (by: number): void => {
    const at = (viewing.at + by + viewing.quotes.length) % viewing.quotes.length;
    app.viewing.value = { ...viewing, at };
    app.say(`Passage ${at + 1} of ${viewing.quotes.length}.`);
  };
  return (
    // Escape closes from anywhere inside; every control in here is a real one.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <section class="viewer" aria-labelledby="viewer-title" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <header class="viewer-head">
        <div class="viewer-bar">
          <button type="button" class="quiet" onClick={close}><Icon name="back" />Back to review</button>
          {viewing.quotes.length > 1 && (
            <div class="viewer-marks">
              <span class="viewer-count"><span class="live">Passage </span>{viewing.at + 1} of {viewing.quotes.length}</span>
              <button type="button" class="square" aria-label="Previous passage" onClick={() => step(-1)}><Icon name="previous" /></button>
              <button type="button" class="square" aria-label="Next passage" onClick={() => step(1)}><Icon name="next" /></button>
            </div>
          )}
        </div>
        <h2 id="viewer-title">{note.title}</h2>
        <p class="viewer-source">
          {[note.author.name, note.date === null ? null : momentOf(note.date), STATUS_WORDS[note.status], note.document.version === null || note.document.version.startsWith('sha256:') ? null : `version ${note.document.version}`].filter((part) => part !== null).join(' · ')}
        </p>
        <p class="viewer-for">{viewing.name}</p>
      </header>
      {/* A scrolling region must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <section class="viewer-text" ref={body} tabIndex={0} aria-label="Text of the note">
        <NoteText text={note.text} quotes={inNote} here={firstMark(quote)} />
      </section>
    </section>
  );
}

function NoteText({ text, quotes, here }: { readonly text: string; readonly quotes: readonly QuoteEvidence[]; readonly here: Span }): JSX.Element {
  const chunks = useMemo(() => chunksOf(text).map((chunk) => ({ ...chunk, ends: cellEnds(text.slice(chunk.start, chunk.end)) })), [text]);
  const marks = useMemo(() => marksOf(quotes), [quotes]);
  return (
    <>
      {chunks.map((chunk) => (
        <div key={chunk.start} class="chunk">
          {piecesOf(text, chunk, quotes, marks).map((piece) => {
            const words = piece.kind === 'mark' ? piece.text : <Words key={piece.start} text={piece.text} at={piece.start - chunk.start} ends={chunk.ends} />;
            if (piece.kind === 'plain') return words;
            if (piece.kind === 'sentence') return <span key={piece.start} class="sentence">{words}</span>;
            return <mark key={piece.start} data-start={piece.start} class={piece.start >= here.start && piece.end <= here.end ? 'here' : undefined}>{piece.text}</mark>;
          })}
        </div>
      ))}
    </>
  );
}

function firstMark(quote: QuoteEvidence): Span {
  return quote.marks[0] ?? quote;
}
