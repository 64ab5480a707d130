import type { CalendarDate, Sex } from '../../model/index.ts';

/** A category of the model, by its number: `37`. */
export type Hcc = string;

/**
 * What CMS's edits make of a diagnosis for some patients. Ages are whole years. With `from` and `through` both, the edit holds at either end:
 * from `from` up, and down from `through`.
 */
export interface HccEdit {
  readonly sex: Extract<Sex, 'female'> | null;
  readonly from: number | null;
  readonly through: number | null;
  /** The one category that the diagnosis has then; null: none. */
  readonly becomes: Hcc | null;
}

/** The tables of CMS-HCC V28. Codes are taken with or without the dot, in any case. Authority: CMS, 2026 model software and mappings. */
export interface HccModel {
  readonly version: 'V28';
  readonly paymentYear: 2026;
  /** The mapping was made for the codes in force on this day. */
  readonly knowsThrough: CalendarDate;
  /** Every category that the code has: 280 codes have two. Empty: it has none, or the table does not know it (`unmapped`). */
  categories(code: string): readonly Hcc[];
  /** Null where no age and no sex makes a difference. */
  edit(code: string): HccEdit | null;
  /** In force when the mapping was made, and missing in it although every code beside it has a category. */
  isGap(code: string): boolean;
  label(hcc: Hcc): string;
  /** The categories that this one leaves out. */
  below(hcc: Hcc): readonly Hcc[];
}

/** The relative factors of V28, in thousandths, by CMS's own names (`CNA_HCC37`); undefined where the segment has no such factor. */
export interface HccFactors {
  thousandths(name: string): number | undefined;
}
