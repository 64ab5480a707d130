import type { Evidence } from './evidence.ts';

export type ProblemsLevel = 'minimal' | 'low' | 'moderate' | 'high';
export type DataLevel = 'minimal' | 'limited' | 'moderate' | 'extensive';
export type RiskLevel = 'minimal' | 'low' | 'moderate' | 'high';

/** The kind of visit that a level is computed for; `inpatient-*` covers observation. */
export type VisitSetting = 'office' | 'inpatient-initial' | 'inpatient-subsequent' | 'discharge' | 'ed' | 'preventive';

/** One cell of the grid, or a reason beside it: what it rests on, in words for a person. */
export interface VisitReason {
  readonly element: 'problems' | 'data' | 'risk' | 'time' | 'service' | 'modifier' | 'also' | 'none';
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

/** A service that goes with the visit code: prolonged time, complexity, the preventive half of a split visit. */
export interface AlsoService {
  readonly code: string;
  readonly units: number;
  readonly modifiers: readonly string[];
}

/**
 * The visit's code by the 2023 rules for evaluation and management, or why there is none. It tells what the record supports, and nothing of
 * what would support more (rule of trust 6).
 */
export interface VisitLevel {
  /** Null: no separately reportable visit, or cannot tell; `why` says which. */
  readonly code: string | null;
  /** Our own words for the code. */
  readonly title: string | null;
  /** Null for preventive, wellness and discharge-day codes. */
  readonly problems: ProblemsLevel | null;
  readonly data: DataLevel | null;
  readonly risk: RiskLevel | null;
  readonly byTime: boolean;
  /** Total minutes of the billing provider on the date, where documented. */
  readonly minutes: number | null;
  /** Of the visit code. */
  readonly modifiers: readonly string[];
  readonly also: readonly AlsoService[];
  readonly why: readonly VisitReason[];
}
