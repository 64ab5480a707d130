/** "20 pack-years", as notes write them: whole and half numbers. */
export const TWENTY_PACK_YEARS: readonly string[] = written(20, 160);
export const LESS_THAN_TWENTY_PACK_YEARS: readonly string[] = written(0, 19);

/** Whole and half numbers from `least` to `most` and a half. */
function written(least: number, most: number): readonly string[] {
  return Array.from({ length: most - least + 1 }, (_, n) => n + least).flatMap((count) => [`${count}`, `${count}.5`]).flatMap((count) => [`${count} pack year*`, `${count}+ pack year*`, `${count} pk yr*`, `${count} py`]);
}
