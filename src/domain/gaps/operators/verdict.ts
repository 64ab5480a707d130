import type { Answer, Evidence } from '../../model/index.ts';

/** An operator's answer, what it rests on, and why it cannot tell. */
export interface Verdict {
  readonly answer: Answer;
  readonly evidence: readonly Evidence[];
  /** One clause each, for a person; empty unless the answer is cannot-tell. */
  readonly why: readonly string[];
}

/** The same fact or quote once, however many operators cite it. */
export function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  const seen = new Map(evidence.map((item): [string, Evidence] => [keyOf(item), item]));
  return [...seen.values()];
}

const KEYS = new WeakMap<Evidence, string>();

function keyOf(item: Evidence): string {
  const known = KEYS.get(item);
  if (known !== undefined) return known;
  const key = keyMade(item);
  KEYS.set(item, key);
  return key;
}

function keyMade(item: Evidence): string {
  switch (item.kind) {
    case 'fact': return `${item.resource} ${item.code}`;
    case 'quote': return `${item.note} ${item.start}`;
    case 'searched': return [...item.kinds, ...item.what, item.from].join(' ');
  }
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
