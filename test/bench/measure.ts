/** One line of the table. */
export interface Measure {
  readonly what: string;
  readonly value: string;
  readonly target?: string;
  readonly met?: boolean;
}

/** At least `atLeast`, or at most `atMost`, in the unit of `value`. */
export function against(what: string, value: number, words: string, target: { readonly atMost?: number; readonly atLeast?: number; readonly words: string }): Measure {
  return { what, value: words, target: target.words, met: value <= (target.atMost ?? Infinity) && value >= (target.atLeast ?? -Infinity) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By nearest rank: with seven values, p95 is the slowest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export async function repeat<T>(times: number, once: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time += 1) results.push(await once());
  return results;
}
