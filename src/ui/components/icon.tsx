import type { JSX } from 'preact';

export type IconName =
  | 'unsupported' | 'unspecific' | 'missing' | 'gaps' | 'questions' | 'visit'
  | 'written' | 'handed-over' | 'refused' | 'unknown' | 'skipped'
  | 'open' | 'save' | 'person' | 'signed' | 'accept' | 'modify' | 'reject' | 'defer' | 'note' | 'back' | 'next' | 'previous' | 'close' | 'partial' | 'whole' | 'copy' | 'print' | 'again' | 'lock' | 'waiting' | 'arrow';

/** A shape beside a word, never instead of one: hidden from screen readers. Own drawings on a 16-unit grid. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

const RING = 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5';

const PATHS: Readonly<Record<IconName, string>> = {
  unsupported: `${RING}M3.7 12.3L12.3 3.7`,
  unspecific: 'M8 1.75L14.25 8L8 14.25L1.75 8ZM8 5.5v3M8 10.4v.1',
  missing: `${RING}M8 5v6M5 8h6`,
  gaps: 'M2 13.5V2.5M2 13.5h12M5 10.5V8M8.5 10.5V5M12 10.5v-1',
  questions: 'M2 2.75h12v8.5H8l-3.5 3v-3H2ZM6.4 5.9c.2-2 3.3-1.8 3.1.1c-.1 1-1.5 1-1.5 2M8 9.6v.1',
  visit: 'M2.5 2.5h11v11h-11ZM2.5 6.2h11M2.5 9.8h11M6.2 6.2v7.3',
  written: `${RING}M5 8.2l2.2 2.2L11.2 6`,
  'handed-over': 'M2 8h10M8.5 4.5L12 8l-3.5 3.5M14 3v10',
  refused: 'M5 1.75h6L14.25 5v6L11 14.25H5L1.75 11V5ZM5.5 5.5l5 5M10.5 5.5l-5 5',
  unknown: `${RING}M6.2 6.4c.2-2.4 3.9-2.2 3.6.1c-.1 1.2-1.8 1.2-1.8 2.3M8 11v.1`,
  skipped: `${RING}M5 8h6`,
  open: 'M9 2.5h4.5V7M13.5 2.5L7.5 8.5M12 9.5v4H2.5V4h4',
  save: 'M8 2v8M4.75 7L8 10.25L11.25 7M2.5 11.5v2h11v-2',
  person: 'M8 2.25a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2M2.75 13.75c.4-3 2.4-4.4 5.25-4.4s4.85 1.4 5.25 4.4',
  signed: 'M2.5 13.5h11M3.5 10.5c1.5-5 4-8.5 5.5-7.5s-1 5-2.5 6.5s2.5-2 3.5-1.5s0 2 1 2s1.2-.6 1.8-1',
  accept: 'M3 8.5l3.2 3.2L13 4.8',
  modify: 'M3 13l.6-2.8L10.8 3l2.2 2.2l-7.2 7.2L3 13Z',
  reject: 'M4 4l8 8M12 4l-8 8',
  defer: `${RING}M8 4.5V8l2.5 1.6`,
  note: 'M3.5 1.75h6l3 3v9.5h-9ZM5.8 7h4.4M5.8 9.6h4.4M5.8 12h2.4',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  next: 'M4 6l4 4l4-4',
  previous: 'M4 10l4-4l4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  partial: `${RING}M8 5v3.6M8 11v.1`,
  whole: `${RING}M5 8.2l2.2 2.2L11.2 6`,
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  print: 'M4.5 5.5v-3.5h7v3.5M4.5 11.5h-2.5v-6h12v6h-2.5M4.5 9.5h7v4.5h-7Z',
  again: 'M13 3v3.5H9.5M13 6.5a5.25 5.25 0 1 0 .2 3.2',
  lock: 'M3.5 7.25h9v6.5h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  waiting: RING,
  arrow: 'M2.5 8h10.5M9 4l4 4l-4 4',
};
