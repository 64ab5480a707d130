import { byNumber, categoriesFor, withHierarchies } from './categories.ts';
import { diseaseVariables, HEART_FAILURE_BESIDE } from './interactions.ts';
import type { Hcc, HccFactors, HccModel } from './hcc-model.ts';
import { demographicVariables, segmentOf, type Member, type Segment } from './segments.ts';

export interface RafScore {
  readonly segment: Segment;
  /** The sum of the relative factors. All three have three decimals. */
  readonly raw: number;
  /** Raw by the normalization factor. */
  readonly normalized: number;
  /** Normalized, less the adjustment for coding intensity in Medicare Advantage. */
  readonly payment: number;
}

export interface Scored {
  /** What counts, after the hierarchies. */
  readonly hccs: readonly Hcc[];
  readonly raf: RafScore;
}

/**
 * The risk score of CMS-HCC V28 for 2026, from diagnoses and what Medicare knows of the member. For analysts: no screen of a clinician shows it.
 * Authority: CMS-HCC V28 software for payment year 2026; Announcement of Calendar Year 2026 Medicare Advantage rates: all of the score by V28,
 * normalization 1.067, coding intensity 5.9 %.
 * @param codes ICD-10-CM, with or without the dot, in any case
 */
export function rafScore(member: Member & { readonly codes: readonly string[] }, model: HccModel, factors: HccFactors): Scored {
  const patient = { ageYears: member.age, sex: member.sex };
  const found = new Set(member.codes.flatMap((code) => categoriesFor(code, patient, model)));
  if (!HEART_FAILURE_BESIDE.some((other) => found.has(other))) found.delete('223');
  const { kept } = withHierarchies(found, model);

  const segment = segmentOf(member);
  const names = new Set([...demographicVariables(member, segment), ...[...kept].map((hcc) => `HCC${hcc}`), ...diseaseVariables(kept, member)]);
  const raw = [...names].reduce((sum, name) => sum + (factors.thousandths(`${segment}_${name}`) ?? 0), 0);
  const normalized = Math.round((raw * 1000) / NORMALIZATION);
  const payment = Math.round((normalized * (1000 - CODING_INTENSITY)) / 1000);
  return { hccs: byNumber(kept), raf: { segment, raw: raw / 1000, normalized: normalized / 1000, payment: payment / 1000 } };
}

/** In thousandths, as the factors are, so that nothing is lost by binary fractions. */
const NORMALIZATION = 1067;
const CODING_INTENSITY = 59;
