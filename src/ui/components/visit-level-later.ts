import { later } from './later.tsx';

/** The visit's level is the last group: its grid comes while the first cards are looked at. */
export const VisitBody = later(async () => (await import('./below-list.tsx')).VisitBody);
