import type { Evidence } from './evidence.ts';

export type GapOutcome = 'open' | 'met' | 'not-applicable' | 'cannot-tell';
export type GapKind = 'documentation' | 'care';

export interface GapFinding {
  readonly rule: string;
  readonly version: string;
  readonly topic: string;
  readonly kind: GapKind;
  readonly title: string;
  readonly authority: readonly string[];
  readonly outcome: GapOutcome;
  /** One sentence for a person. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
  /** Set where a measure that the site brought says so: the days that it measures. */
  readonly measure?: { readonly from: string; readonly to: string };
}
