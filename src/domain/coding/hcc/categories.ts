import type { CodeSet, CodeSets, Sex } from '../../model/index.ts';
import type { Hcc, HccModel } from './hcc-model.ts';

/** Whom the edits ask about; null and `unknown`: the edit that asks for it is not applied. */
export interface HccPatient {
  readonly ageYears: number | null;
  readonly sex: Sex;
}

/**
 * The categories of a diagnosis for this patient, before any hierarchy. An edit that finds the diagnosis invalid takes all of its categories.
 * Authority: CMS-HCC V28 software, edits by age and sex.
 */
export function categoriesFor(code: string, { ageYears, sex }: HccPatient, model: HccModel): readonly Hcc[] {
  const categories = model.categories(code);
  const edit = model.edit(code);
  if (edit === null) return categories;
  const age = ageYears === null ? null : Math.floor(ageYears);
  const applies = (edit.sex !== null && edit.sex === sex) || (age !== null && ((edit.through !== null && age <= edit.through) || (edit.from !== null && age >= edit.from)));
  if (!applies) return categories;
  return edit.becomes === null ? [] : [edit.becomes];
}

/**
 * Whether a code is one that the tables cannot know: reportable on the day, without a category, and newer than the mapping or a gap of it.
 * Never taken for a code without a category.
 */
export function isUnmapped(code: string, inForce: CodeSet, codeSets: CodeSets, model: HccModel): boolean {
  if (model.categories(code).length > 0 || inForce.entry(code)?.billable !== true) return false;
  return model.isGap(code) || codeSets.inForce(model.knowsThrough)?.entry(code)?.billable !== true;
}

/** What a category above leaves out goes. @returns what is left, and for each that went the one above it */
export function withHierarchies(categories: Iterable<Hcc>, model: HccModel): { readonly kept: ReadonlySet<Hcc>; readonly above: ReadonlyMap<Hcc, Hcc> } {
  const all = new Set(categories);
  const above = new Map<Hcc, Hcc>();
  for (const one of byNumber(all)) for (const under of model.below(one)) if (all.has(under) && !above.has(under)) above.set(under, one);
  return { kept: new Set([...all].filter((one) => !above.has(one))), above };
}

export function byNumber(categories: Iterable<Hcc>): readonly Hcc[] {
  return [...categories].toSorted((a, b) => Number(a) - Number(b));
}
