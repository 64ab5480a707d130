import type { JSX } from 'preact';
import type { CodeEntry } from '../../domain/model/index.ts';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp, type App } from '../state/app.ts';
import { count } from '../state/words.ts';
import { Dialog } from './dialog.tsx';

type Found =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'entries'; readonly entries: readonly CodeEntry[] }
  | { readonly kind: 'failed'; readonly message: string };

const LIMIT = 30;
/** Milliseconds after the last key press: a search per word, not per letter. */
const PAUSE = 120;

/** Search for another code of the release in force: arrows move, Enter takes. Codes that cannot be billed are shown, not offered. */
export function CodePicker({ code, serviceDate, onPick, onClose }: {
  /** The one that another takes the place of. */
  readonly code: string;
  readonly serviceDate: string;
  readonly onPick: (entry: { code: string; title: string }) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const app = useApp();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found>({ kind: 'nothing-asked' });
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();

  useEffect(() => {
    if (words.trim() === '') { setFound({ kind: 'nothing-asked' }); return undefined; }
    let current = true;
    const look = async (): Promise<void> => {
      const result = await ask(app, words.trim(), serviceDate);
      if (!current) return;
      setFound(result);
      if (result.kind === 'entries') setAt(Math.max(0, result.entries.findIndex((entry) => entry.billable)));
    };
    const timer = setTimeout(() => void look(), PAUSE);
    return () => { current = false; clearTimeout(timer); };
  }, [words, serviceDate]);

  const entries = found.kind === 'entries' ? found.entries : [];
  const take = (entry: CodeEntry | undefined): void => { if (entry?.billable === true) onPick({ code: entry.code, title: entry.title }); };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') { event.preventDefault(); setAt(Math.min(at + 1, entries.length - 1)); }
    if (event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(at - 1, 0)); }
    if (event.key === 'Enter') { event.preventDefault(); take(entries[at]); }
  };
  const option = (index: number): string => `${list}-${index}`;
  useEffect(() => document.getElementById(option(at))?.scrollIntoView({ block: 'nearest' }), [at]);

  return (
    <Dialog title={`Another code instead of ${code}`} onClose={onClose} initialFocus={input}>
      <label class="field">
        <span>Code or words</span>
        <input ref={input} type="text" role="combobox" aria-expanded={entries.length > 0} aria-controls={list} aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? option(at) : undefined} autocomplete="off" spellcheck={false}
          value={words} onInput={(event) => setWords(event.currentTarget.value)} onKeyDown={onKeyDown} />
      </label>
      <output class="hint">{statusOf(found, words)}</output>
      {/* A native list cannot show a code beside its title, nor stay open under the words: ARIA's own pattern for that. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- see above */}
      <ul id={list} role="listbox" aria-label="Codes found" class="codes">
        {entries.map((entry, index) => (
          // The combobox keeps the focus and handles the keys; the pointer is the other way in (ARIA APG, combobox).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- see above
          <li key={entry.code} id={option(index)} role="option" aria-selected={index === at} aria-disabled={!entry.billable}
            onClick={() => { setAt(index); take(entry); }}>
            <span class="code">{entry.code}</span> <span>{entry.title}</span>
            {!entry.billable && <em class="not-billable">needs more detail</em>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function ask(app: App, words: string, serviceDate: string): Promise<Found> {
  try {
    return { kind: 'entries', entries: await app.search(words, serviceDate, LIMIT) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'The search failed. Try again.' };
  }
}

function statusOf(found: Found, words: string): string {
  switch (found.kind) {
    case 'nothing-asked': return words === '' ? 'Type a code such as E66.811, or words such as “obesity class 1”.' : '';
    case 'failed': return found.message;
    case 'entries':
      if (found.entries.length === 0) return 'No code of the release in force matches.';
      return found.entries.length === LIMIT ? `The first ${LIMIT} matches. Add words to narrow them.` : `${count(found.entries.length, 'match', 'matches')}.`;
  }
}
