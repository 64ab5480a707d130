/** Counts for precision and recall. */
export interface Tally {
  hit: number;
  missed: number;
  extra: number;
}

export function tally(): Tally {
  return { hit: 0, missed: 0, extra: 0 };
}

/** Adds one row of sets: what gold has and what was answered. */
export function countSets(into: Tally, gold: ReadonlySet<string>, answered: ReadonlySet<string>): void {
  for (const code of gold) {
    if (answered.has(code)) into.hit++;
    else into.missed++;
  }
  for (const code of answered) if (!gold.has(code)) into.extra++;
}

/** Adds one yes-or-no decision. @returns true where gold and answer agree */
export function countMarked(into: Tally, gold: boolean, answer: boolean): boolean {
  if (gold && answer) into.hit++;
  else if (gold) into.missed++;
  else if (answer) into.extra++;
  return gold === answer;
}

/** 0–1; 1 where there was nothing to find and nothing was answered. */
export function f1({ hit, missed, extra }: Tally): number {
  return share(2 * hit, 2 * hit + missed + extra);
}

export function precisionAndRecall({ hit, missed, extra }: Tally): string {
  return `P ${share(hit, hit + extra).toFixed(3)}, R ${share(hit, hit + missed).toFixed(3)}`;
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
