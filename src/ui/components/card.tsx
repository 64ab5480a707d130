import type { ComponentChildren, JSX } from 'preact';
import type { SuggestionId } from '../../domain/model/index.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';

/** One stop of the review list. J and K move the focus from card to card, so each can hold it (roving tabindex, ARIA APG). */
export function Card({ id, kind, decided = false, suggestion = null, onKeyDown, children }: {
  readonly id: string; readonly suggestion?: SuggestionId | null; readonly kind: 'add' | 'specify' | 'remove' | 'gap' | 'query' | 'level'; readonly decided?: boolean; readonly onKeyDown?: (event: KeyboardEvent) => void; readonly children: ComponentChildren;
}): JSX.Element {
  const app = useApp();
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (suggestion === null || element.current === null) return undefined;
    return app.sightings.watch(element.current, suggestion);
  }, [app.sightings, suggestion]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- see above
    <article ref={element} id={id} class={`card card-${kind}${decided ? ' decided' : ''}`} aria-labelledby={titleId(id)} tabIndex={app.current.value === id ? 0 : -1} onFocus={() => { app.current.value = id; }} onKeyDown={onKeyDown}>
      {children}
    </article>
  );
}

export function titleId(card: string): string {
  return `${card}-title`;
}
