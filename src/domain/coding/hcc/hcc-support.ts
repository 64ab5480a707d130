import type { CalendarDate, CodeSets, Evidence, HccFinding, HccSupport } from '../../model/index.ts';
import { dotted, undotted } from '../tabular.ts';
import { byNumber, categoriesFor, isUnmapped, withHierarchies, type HccPatient } from './categories.ts';
import { diagnosisItNeeds } from './beside-a-diagnosis.ts';
import { eligibleEvidence, type HccEncounter } from './face-to-face.ts';
import type { Hcc, HccModel } from './hcc-model.ts';

/** One code of the encounter, suggested or charted. */
export interface HccCode {
  /** With or without the dot. */
  readonly code: string;
  readonly charted: boolean;
  /** What of this encounter's provider notes (and, for what others may document, of its measurements) supports it; empty: nothing does. */
  readonly evidence: readonly Evidence[];
}

export interface HccVisit extends HccEncounter {
  readonly patient: HccPatient;
  /** The day that picks the release. */
  readonly serviceDate: CalendarDate;
  readonly codes: readonly HccCode[];
}

/**
 * For each category that the codes of this encounter have: by which evidence of a provider it stands, face to face, or that it is charted without.
 * Nothing is left out for a category above it; those above come first, and what lies below one says so. Outside the loaded releases every code
 * without a category is unmapped: *cannot tell*.
 * Authority: CMS-HCC V28, 2026; 42 CFR 422.310; CMS, Medicare Managed Care Manual, chapter 7; ICD-10-CM Guidelines I.A.19, I.B.14.
 */
export function hccSupport(visit: HccVisit, codeSets: CodeSets, model: HccModel): HccSupport {
  const judged = visit.codes.map((one) => judge(one, visit));
  const byCategory = new Map<Hcc, Judged[]>();
  for (const one of judged) {
    for (const hcc of categoriesFor(one.code, visit.patient, model)) byCategory.set(hcc, [...(byCategory.get(hcc) ?? []), one]);
  }
  const standing = [...byCategory].filter(([, codes]) => codes.some(isSupported)).map(([hcc]) => hcc);
  const charted = [...byCategory].filter(([, codes]) => !codes.some(isSupported) && codes.some((one) => one.charted)).map(([hcc]) => hcc);
  return {
    supported: inOrder(standing, model).map(({ hcc, above }) => supportedFinding(hcc, above, byCategory.get(hcc) ?? [], model)),
    unsupported: inOrder(charted, model).map(({ hcc, above }) => unsupportedFinding(hcc, above, byCategory.get(hcc) ?? [], model)),
    unmapped: unmappedCodes(visit, codeSets, model),
  };
}

interface Judged {
  readonly code: string;
  readonly charted: boolean;
  /** What counts of its evidence; empty: none. */
  readonly evidence: readonly Evidence[];
  /** Why none counts. */
  readonly why: string;
}

function judge({ code, charted, evidence }: HccCode, visit: HccVisit): Judged {
  const known = { code: dotted(undotted(code)), charted };
  if (evidence.length === 0) return { ...known, evidence, why: 'no provider’s note of this encounter supports it' };
  const { counts, why } = eligibleEvidence(evidence, visit);
  if (counts.length === 0) return { ...known, evidence: [], why };
  const needed = diagnosisItNeeds(code);
  if (needed === null || visit.codes.some((other) => needed.isOne(other.code) && eligibleEvidence(other.evidence, visit).counts.length > 0)) return { ...known, evidence: counts, why: '' };
  return { ...known, evidence: [], why: `it counts only beside ${needed.what} that a provider documents (${needed.authority})` };
}

function isSupported({ evidence }: Judged): boolean {
  return evidence.length > 0;
}

/** Those that nothing here stands above come first, each part by number. */
function inOrder(categories: readonly Hcc[], model: HccModel): readonly { readonly hcc: Hcc; readonly above: Hcc | undefined }[] {
  const { kept, above } = withHierarchies(categories, model);
  return [...byNumber(kept), ...byNumber(above.keys())].map((hcc) => ({ hcc, above: above.get(hcc) }));
}

function supportedFinding(hcc: Hcc, above: Hcc | undefined, codes: readonly Judged[], model: HccModel): HccFinding {
  const standing = codes.filter(isSupported);
  const idle = codes.filter((one) => one.charted && !isSupported(one));
  const why = [
    `A provider documents ${listed(standing)} in this encounter, face to face.`,
    ...idle.map((one) => `Charted besides: ${one.code}; ${one.why}.`),
    ...belowAnother(above, model),
  ].join(' ');
  return { hcc, label: model.label(hcc), codes: codesOf(standing), evidence: [...new Set(standing.flatMap(({ evidence }) => evidence))], why };
}

function unsupportedFinding(hcc: Hcc, above: Hcc | undefined, codes: readonly Judged[], model: HccModel): HccFinding {
  const charted = codes.filter((one) => one.charted);
  const why = [...charted.map((one) => `${one.code} is charted; ${one.why}.`), ...belowAnother(above, model)].join(' ');
  return { hcc, label: model.label(hcc), codes: codesOf(charted), evidence: [], why };
}

function belowAnother(above: Hcc | undefined, model: HccModel): readonly string[] {
  return above === undefined ? [] : [`HCC ${above} (${model.label(above)}) stands above it and counts alone.`];
}

function unmappedCodes({ codes, serviceDate }: HccVisit, codeSets: CodeSets, model: HccModel): readonly string[] {
  const inForce = codeSets.inForce(serviceDate);
  const unmapped = codes.filter(({ code }) => (inForce === undefined ? model.categories(code).length === 0 : isUnmapped(code, inForce, codeSets, model)));
  return [...new Set(unmapped.map(({ code }) => dotted(undotted(code))))];
}

function codesOf(codes: readonly Judged[]): readonly string[] {
  return [...new Set(codes.map(({ code }) => code))];
}

function listed(codes: readonly Judged[]): string {
  return codesOf(codes).join(', ');
}
