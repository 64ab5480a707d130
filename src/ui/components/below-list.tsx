import type { JSX } from 'preact';
import type { OpenReview } from '../../app/review-state.ts';
import { SiteMeasures } from './checks.tsx';
import { usePrinted } from './printed.tsx';
import { Remembered, SignedBefore } from './signed-before.tsx';
import { Untold } from './untold.tsx';

/** It comes in the same file: neither is needed for the first cards. */
export { VisitBody } from './visit-level.tsx';

/** What stands folded below the cards, since it asks for nothing, and the sheet for the printer: neither is needed for the first cards. */
export function BelowList({ open }: { readonly open: OpenReview }): JSX.Element {
  usePrinted(open);
  return (
    <>
      <SiteMeasures open={open} />
      <Untold open={open} />
      <Remembered open={open} />
      <SignedBefore open={open} />
    </>
  );
}
