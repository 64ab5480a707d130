import type { AgeEdit, CodeEdits } from '../../model/code-edits.ts';

/** Completed years on the day of service; both ends where only the year or month of birth is known. */
export interface AgeRange {
  readonly least: number;
  readonly most: number;
}

/** @param birthDate `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null, or a day before the birth: null, not known */
export function ageRange(birthDate: string | null, day: string): AgeRange | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(birthDate ?? '') ?? [];
  if (year === undefined) return null;
  const most = years(`${year}-${month ?? '01'}-${date ?? '01'}`, day);
  const least = years(`${year}-${month ?? '12'}-${date ?? '31'}`, day);
  return most < 0 ? null : { least: Math.max(0, least), most };
}

/** Completed years where the date of birth leaves no doubt of them; else null. */
export function completedYears(birthDate: string | null, day: string): number | null {
  const age = ageRange(birthDate, day);
  return age !== null && age.least === age.most ? age.least : null;
}

function years(birth: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5, 10) < birth.slice(5, 10) ? 1 : 0);
}

/** Why the age speaks against the code; null where it does not, or is not known. */
export function ageConflict(code: string, age: AgeRange | null, edits: CodeEdits | null): string | null {
  const edit = edits?.age(code) ?? null;
  if (edit === null || age === null || isAllowedThroughLife(code, edit)) return null;
  const { from, through, says } = AGES[edit];
  return age.most < from || age.least > through ? `${code} is for ${says}.` : null;
}

/**
 * A perinatal condition is reported throughout life where it is still there (Guidelines I.C.16.a.4): the newborn edit alone does not
 * speak against it.
 */
function isAllowedThroughLife(code: string, edit: AgeEdit): boolean {
  return edit === 'newborn' && code.startsWith('P');
}

/** Authority: CMS, Definitions of Medicare Code Edits, edit 3. */
const AGES: Readonly<Record<AgeEdit, { readonly from: number; readonly through: number; readonly says: string }>> = {
  newborn: { from: 0, through: 0, says: 'the first year of life' },
  pediatric: { from: 0, through: 17, says: 'ages 0 to 17' },
  maternity: { from: 9, through: 64, says: 'ages 9 to 64' },
  adult: { from: 15, through: 124, says: 'ages 15 and older' },
};
