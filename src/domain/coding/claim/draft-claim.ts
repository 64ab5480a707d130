import type {
  Chart, ClaimDraft, DraftDiagnosis, DraftLine, Evidence, PresentOnAdmission, Services, Suggestion, VisitLevel,
} from '../../model/index.ts';
import { payerOf } from '../services/payer.ts';
import { diagnosesAfter, type ClaimedCode } from './diagnoses.ts';
import { linesAfter } from './lines.ts';
import { standingDraft } from './standing-draft.ts';

/** What a claim is drafted from, beside the chart. */
export interface ClaimParts {
  readonly suggestions: readonly Suggestion[];
  readonly services: Services;
  readonly visitLevel: VisitLevel | null;
  /** Of a code of this stay; asked of inpatient stays alone. Absent: it cannot be told. */
  readonly poaOf?: (code: string) => PresentOnAdmission | null;
  /** What the code set calls a code; the chart's own words where it does not say. Absent: those alone. */
  readonly titleOf?: (code: string) => string | null;
  /** The codes in the order in which the list and the Guidelines have them reported. Absent: as they come. */
  readonly order?: <T extends { readonly code: string }>(codes: readonly T[]) => readonly T[];
}

/**
 * The draft claim as it would stand if every suggestion were accepted, with what was not drafted and why. An office, emergency or observation visit
 * is billed on a professional claim (837P), a stay on an institutional one (837I) unless its own draft says professional. What stands on the
 * draft keeps its place; a specified code takes the place of the one that it replaces.
 */
export function draftClaim(chart: Chart, parts: ClaimParts): ClaimDraft {
  const kind = kindOf(chart);
  const all = diagnosesAfter(chart, parts.suggestions, parts.order ?? ((codes) => codes));
  const diagnoses = all.codes.slice(0, MOST_DIAGNOSES[kind]).map((code, index) => numbered(code, index + 1, kind, parts));
  const drafted = kind === 'institutional' ? facilityOnly(chart, parts) : linesAfter(chart, parts, diagnoses, all.codes);
  return {
    kind,
    diagnoses,
    lines: drafted.lines,
    refused: [...all.codes.slice(MOST_DIAGNOSES[kind]).map((code) => tooMany(code, kind)), ...drafted.refused, ...parts.services.refused],
    notes: [...(kind === 'institutional' ? [WITHOUT_PROCEDURES] : []), ...all.notes, ...drafted.notes, ...coverageNotes(chart)],
  };
}

/** 837P and CMS-1500 item 21: twelve; 837I: the principal one and 24 others. */
const MOST_DIAGNOSES: Readonly<Record<ClaimDraft['kind'], number>> = { professional: 12, institutional: 25 };

const WITHOUT_PROCEDURES = 'Institutional draft without ICD-10-PCS procedures, DRG, revenue codes and charges: the facility\'s coders add them.';

/** The physician's own bill of a stay is professional: where its draft stands already, it stays that. */
function kindOf(chart: Chart): ClaimDraft['kind'] {
  const draft = standingDraft(chart);
  if (draft?.type === 'professional' || draft?.type === 'institutional') return draft.type;
  return chart.encounter.setting === 'inpatient' ? 'institutional' : 'professional';
}

function numbered({ code, title }: ClaimedCode, sequence: number, kind: ClaimDraft['kind'], { poaOf, titleOf }: ClaimParts): DraftDiagnosis {
  return { sequence, code, title: titleOf?.(code) ?? title, poa: kind === 'institutional' ? poaOf?.(code) ?? null : null, isFirst: sequence === 1 };
}

function tooMany({ code, title }: ClaimedCode, kind: ClaimDraft['kind']): ClaimDraft['refused'][number] {
  const why = kind === 'professional' ? 'A professional claim holds twelve diagnoses (837P, CMS-1500 item 21), and the twelve before it come first.' : 'An institutional claim holds 25 diagnoses (837I), and the 25 before it come first.';
  return { what: `${code} ${title}`.trim(), why, evidence: [] };
}

/** A stay's lines carry revenue codes, which this does not assign; the visits of its physicians are billed on claims of their own. */
function facilityOnly(chart: Chart, { services, visitLevel }: ClaimParts): { readonly lines: readonly DraftLine[]; readonly refused: ClaimDraft['refused']; readonly notes: readonly string[] } {
  const standing = standingDraft(chart)?.lines?.length ?? 0;
  const visit = visitLevel === null || visitLevel.code === null ? [] : [ofPhysician(`${visitLevel.code} ${visitLevel.title ?? ''}`.trim(), visitLevel.why.flatMap(({ evidence }) => evidence))];
  return {
    lines: [],
    refused: [...visit, ...services.performed.map(({ code, title, evidence }) => ofPhysician(`${code} ${title}`, evidence))],
    notes: standing === 0 ? [] : ['The lines of the standing draft are left as they are.'],
  };
}

function ofPhysician(what: string, evidence: readonly Evidence[]): ClaimDraft['refused'][number] {
  return { what, evidence, why: 'It is the physician\'s service: billed on a professional claim of its own, not on the facility\'s claim of the stay.' };
}

function coverageNotes(chart: Chart): readonly string[] {
  if (payerOf(chart) !== 'unknown') return [];
  if (chart.coverages.some(({ status }) => status === 'active')) return ['The coverage does not say who pays, so that no payer\'s own codes were chosen: check them before submitting.'];
  return ['No active coverage was found, so that nobody knows who pays: complete it before submitting.'];
}
