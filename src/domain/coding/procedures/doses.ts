import type { DrugRow } from '../services/drug-codes.ts';

/** How much was given, in the unit of the row; null: the words do not say it, or say it in another unit. */
export interface DoseGiven {
  readonly amount: number;
}

const DOSE = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\.\d+)\s*-?(mg|mcg|µg|ug|micrograms?|milligrams?|grams?|gm|g|million units|million iu|mu|units?|iu|u|ml|cc|l|liters?)\b(\s*(?:\/|per)\s*(?:ml|cc))?/gi;

/**
 * The dose said nearest to the drug's name in a clause: "Kenalog 40 mg", "40 mg of triamcinolone", "2 mL of 40 mg/mL".
 * @param at of the name in `text`, UTF-16 offsets
 * @param others where other drugs are named: a dose on their far side is theirs
 */
export function doseIn(text: string, at: { readonly start: number; readonly end: number }, row: DrugRow, others: readonly number[]): DoseGiven | null {
  const unit = row[4];
  const [from, to] = [Math.max(0, ...others.filter((other) => other < at.start)), Math.min(text.length, ...others.filter((other) => other >= at.end))];
  const found = [...text.matchAll(DOSE)].map((match) => ({ start: match.index, end: match.index + match[0].length, value: Number((match[1] ?? '').replaceAll(',', '')), unit: unitOf(match[2] ?? ''), perMl: match[3] !== undefined }));
  const after = found.filter((dose) => dose.start >= at.end && dose.end <= to && dose.start - at.end <= FAR_AFTER);
  const before = found.filter((dose) => dose.end <= at.start && dose.start >= from && at.start - dose.end <= FAR_BEFORE && /^[\s)]*(?:of |\w+ )?[\s(]*$/i.test(text.slice(dose.end, at.start)));
  const near = before.length > 0 ? [...before.slice(-1), ...after] : after;
  const strength = near.find(({ perMl }) => perMl) ?? null;
  const volume = near.find(({ unit: said, perMl }) => said === 'ml' && !perMl) ?? null;
  const plain = near.find((dose) => !dose.perMl && converted(dose.value, dose.unit, unit) !== null);
  if (plain !== undefined) return { amount: converted(plain.value, plain.unit, unit)! };
  const perMl = strength === null ? knownStrength(text.slice(at.start, at.end + 4)) : converted(strength.value, strength.unit, unit);
  return volume === null || perMl === null ? null : { amount: volume.value * perMl };
}

const FAR_AFTER = 45;
const FAR_BEFORE = 12;

function unitOf(word: string): string {
  const said = word.toLowerCase();
  if (/^(?:mcg|µg|ug|microgram)/.test(said)) return 'mcg';
  if (/^(?:mg|milligram)/.test(said)) return 'mg';
  if (/^(?:g|gm|gram)/.test(said)) return 'g';
  if (/^(?:million|mu)/.test(said)) return 'million units';
  if (/^(?:u|iu)/.test(said)) return 'units';
  if (/^(?:l|liter)/.test(said)) return 'l';
  return 'ml';
}

/** "Kenalog-40" holds 40 mg a milliliter, "Kenalog-10" 10 (label, Bristol-Myers Squibb). */
function knownStrength(name: string): number | null {
  const strength = /kenalog[\s-]*(40|10)\b/i.exec(name)?.[1];
  return strength === undefined ? null : Number(strength);
}

const IN_MG: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 };

function converted(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  if (from === 'million units' && to === 'units') return value * 1e6;
  if (from === 'l' && to === 'ml') return value * 1000;
  const [one, other] = [IN_MG[from], IN_MG[to]];
  return one === undefined || other === undefined ? null : (value * one) / other;
}

/** Billing units: a part of a unit counts as one (CMS Claims Processing Manual, chapter 17, section 10). */
export function unitsFor(amount: number, row: DrugRow): number {
  return Math.max(1, Math.ceil(Math.round((amount / row[3]) * 1000) / 1000));
}
