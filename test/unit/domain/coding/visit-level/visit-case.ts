import type { VisitSetting } from '../../../../../src/domain/model/index.ts';

/** A visit in a few lines, and what a coder reports for it. What is left out is not checked. */
export interface VisitCase {
  readonly name: string;
  readonly note: string;
  readonly setting?: VisitSetting;
  /** Default: established. */
  readonly patient?: 'new' | 'established';
  readonly age?: number;
  readonly payer?: string;
  readonly code: string | null;
  /** Problems, data, risk. */
  readonly grid?: string;
  readonly byTime?: boolean;
  readonly minutes?: number;
  readonly modifiers?: readonly string[];
  readonly also?: readonly string[];
}
