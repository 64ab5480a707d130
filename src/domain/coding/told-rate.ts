import { undotted } from './tabular.ts';
import { RATES } from './learned-rates.ts';

/**
 * How often coders report a code that a told course states of the patient: as counted for the code where it was met often
 * enough, else for the rest of its category, else for the rest of its chapter.
 * @param mentions how often the course says it: what is said again is reported more often
 */
export function toldRate(code: string, mentions: number): number {
  const { all, counts, again } = RATES.told;
  const plain = undotted(code);
  const levels: readonly (readonly [key: string, weight: number])[] = [[plain.slice(0, 1), 10], [plain.slice(0, 3), 4], ...(plain.length > 3 ? [[plain, 3] as const] : [])];
  const rate = levels.reduce((above, [key, weight]) => {
    const [reported, met] = counts[key] ?? [0, 0];
    return (reported + weight * above) / (met + weight);
  }, all[0] / all[1]);
  const odds = (rate / (1 - rate)) * (again[Math.min(mentions, again.length) - 1] ?? 1);
  return odds / (1 + odds);
}
