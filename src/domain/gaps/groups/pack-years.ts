/** "20 pack-years" as notes write it; "5 pack-years" stands in "22.5 pack-years" too, so what is more is asked first. */
export const TWENTY_PACK_YEARS: readonly string[] = [
  ...from(20, 100, 1).flatMap((count) => [`${count} pack year*`, `${count} py`]), ...from(20, 80, 1).map((count) => `${count}.5 pack year*`), ...from(20, 100, 5).flatMap((count) => [`${count}+ pack year*`, `${count} pk yr*`]),
];

export const LESS_THAN_TWENTY_PACK_YEARS: readonly string[] = from(0, 19, 1).flatMap((count) => [`${count} pack year*`, `${count} py`]);

function from(least: number, most: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, n) => least + n * step);
}
