import type { Answer, Evidence } from '../../model/index.ts';

/** An operator's answer, what it rests on, and why it cannot tell. */
export interface Verdict {
  readonly answer: Answer;
  readonly evidence: readonly Evidence[];
  /** One clause each, for a person; empty unless the answer is cannot-tell. */
  readonly why: readonly string[];
}

export function yes(evidence: readonly Evidence[]): Verdict {
  return { answer: 'yes', evidence, why: [] };
}

export function no(evidence: readonly Evidence[]): Verdict {
  return { answer: 'no', evidence, why: [] };
}

export function cannotTell(why: readonly string[], evidence: readonly Evidence[] = []): Verdict {
  return { answer: 'cannot-tell', evidence, why };
}
