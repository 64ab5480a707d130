import type { ReviewState } from '../../app/review-state.ts';
import type { App } from './app.ts';

/** Asks by the browser's own prompt before the page is left while something signed has no end yet. Nothing is lost either way: the outbox keeps it. */
export function watchLeaving(app: App, page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const ask = (event: BeforeUnloadEvent): void => { if (isUnsent(app.state.peek())) event.preventDefault(); };
  page.addEventListener('beforeunload', ask);
  return () => page.removeEventListener('beforeunload', ask);
}

function isUnsent(state: ReviewState): boolean {
  return state.phase === 'writing' || ('open' in state && state.open.unfinished !== null);
}
