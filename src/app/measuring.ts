import type { GapFinding } from '../domain/model/index.ts';
import type { ReadRecord } from './reading.ts';
import type { ReviewParts } from './review-line.ts';
import type { Measuring } from './review-state.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';

/**
 * The site's own measures beside an open review: nothing waits for them. What they find comes in among the care gaps; the resources are
 * held as long as the review lies open. Null: there are none for this person.
 */
export function startMeasuring(visit: Visit, { resources, chart }: ReadRecord, { measures, policy }: Pick<ReviewParts, 'measures' | 'policy'>, stage: Stage): Visit['measuring'] {
  if (measures === undefined || policy.measurePacks.length === 0 || !policy.audiences[visit.session.user.role].includes('care')) return null;
  let control = new AbortController();
  const show = (measuring: Measuring, found: readonly GapFinding[] = []): void => stage.update(visit, (open) => ({
    ...open, measuring, analysis: found.length === 0 ? open.analysis : { ...open.analysis, gaps: [...open.analysis.gaps, ...found] },
  }));
  const run = async (): Promise<void> => {
    const { signal } = control = new AbortController();
    show({ is: 'running', words: null });
    try {
      const found = await measures.run({ resources, chart }, (words) => { if (!signal.aborted) show({ is: 'running', words }); }, signal);
      if (!signal.aborted) show({ is: 'done' }, found);
    } catch {
      /** Packs that cannot be used are among what is found: only the part itself can be missing. */
      if (!signal.aborted) show({ is: 'not-brought' });
    }
  };
  void run();
  return {
    cancel: () => { control.abort(); show({ is: 'cancelled' }); },
    again: () => void run(),
    end: () => control.abort(),
  };
}
