import type { SuggestionId } from '../../domain/model/index.ts';
import type { ReviewLine } from '../../app/review-line.ts';

/** Tells the line which cards came into sight. */
export interface Sightings {
  /** @returns a function that ends it */
  watch(element: Element, suggestion: SuggestionId): () => void;
}

/** A quarter of a card, or of a long one so many pixels: enough to have seen what it is about. */
const PART = 0.25;
const PIXELS = 48;

/** Where the browser cannot tell what is in sight, whatever is laid out counts as shown. */
export function createSightings(line: Pick<ReviewLine, 'shown'>): Sightings {
  if (!('IntersectionObserver' in globalThis)) return { watch: (_element, suggestion) => { line.shown([suggestion]); return () => undefined; } };
  const ids = new WeakMap<Element, SuggestionId>();
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting && (entry.intersectionRatio >= PART || entry.intersectionRect.height >= PIXELS));
    for (const { target } of seen) observer.unobserve(target);
    const shown = seen.flatMap(({ target }) => ids.get(target) ?? []);
    if (shown.length > 0) line.shown(shown);
  }, { threshold: [0, 0.05, 0.1, PART] });
  return {
    watch: (element, suggestion) => {
      ids.set(element, suggestion);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
  };
}
