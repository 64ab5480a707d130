/** What this thread computes for the work, in milliseconds: the turns that other processes take on a busy machine do not count. */
export function cpuTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as long the long input takes as the short one, each at its best of a few turns about: a pause for garbage or a warm-up strikes
 * one turn, growth strikes all. Ends with the first turn that is below `enough`.
 */
export function growth({ short, long, enough }: { readonly short: () => unknown; readonly long: () => unknown; readonly enough: number }): number {
  let [ofShort, ofLong] = [Infinity, Infinity];
  for (let turn = 0; turn < TURNS; turn++) {
    ofShort = Math.min(ofShort, cpuTime(short));
    ofLong = Math.min(ofLong, cpuTime(long));
    if (ofLong / Math.max(LEAST, ofShort) < enough) break;
  }
  return ofLong / Math.max(LEAST, ofShort);
}

const TURNS = 8;

/** Shorter times are the clock's own grain, in milliseconds. */
const LEAST = 1;
