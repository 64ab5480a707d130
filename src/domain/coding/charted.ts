import type { Chart, ClaimFact, Coding, ConditionFact, EncounterFacts, Source } from '../model/index.ts';
import { ICD_10_CM } from '../model/index.ts';
import { dotted, undotted } from './tabular.ts';

/** A diagnosis that this encounter already carries, and the resources that carry it. */
export interface ChartedDiagnosis {
  /** With the dot. */
  readonly code: string;
  readonly text: string | null;
  readonly conditions: readonly ConditionFact[];
  readonly claims: readonly ClaimFact[];
  readonly sources: readonly Source[];
}

/**
 * This encounter's encounter-diagnosis Conditions and the diagnoses of its draft Claim. Left out: refuted and
 * entered-in-error ones, what was proposed and not countersigned (AI-marked Conditions that are not confirmed, draft
 * Claims marked as proposed), and provisional or differential ones that are not on the claim. A problem-list item is
 * not charted for the encounter.
 */
export function chartedDiagnoses(chart: Chart): readonly ChartedDiagnosis[] {
  const claims = draftClaims(chart).filter((claim) => !claim.proposed);
  const claimed = new Set(claims.flatMap((claim) => claim.diagnoses.map((diagnosis) => codeOf(diagnosis.coding, diagnosis.condition, chart))));
  const byCode = new Map<string, { text: string | null; conditions: ConditionFact[]; claims: ClaimFact[] }>();
  const at = (code: string) => {
    const known = byCode.get(code) ?? { text: null, conditions: [], claims: [] };
    byCode.set(code, known);
    return known;
  };
  for (const condition of chart.conditions) {
    const code = icdCode(condition.codings);
    if (code === null || !isChartedCondition(condition, chart.encounter, claimed.has(code))) continue;
    const entry = at(code);
    entry.conditions.push(condition);
    entry.text ??= condition.text;
  }
  for (const claim of claims) {
    for (const diagnosis of claim.diagnoses) {
      const code = codeOf(diagnosis.coding, diagnosis.condition, chart);
      if (code !== null) at(code).claims.push(claim);
    }
  }
  return [...byCode].map(([code, { text, conditions, claims: on }]) => ({
    code, text, conditions, claims: on, sources: [...conditions.map((condition) => condition.source), ...on.map((claim) => claim.source)],
  }));
}

/**
 * Draft Claims of this encounter: an item names it, or, where no item names any, a serviced day lies in its period
 * (through `asOf` while it is in progress). Proposed ones too: `proposed` tells them apart. A preauthorization or predetermination is no draft of the claim.
 */
export function draftClaims(chart: Chart): readonly ClaimFact[] {
  return chart.claims.filter((claim) => claim.status === 'draft' && claim.use === 'claim' && belongsTo(claim, chart));
}

function belongsTo(claim: ClaimFact, { encounter, asOf }: Chart): boolean {
  if (claim.encounters.length > 0) return claim.encounters.includes(encounter.source.reference);
  if (encounter.start === null) return false;
  const from = encounter.start.slice(0, 10);
  const through = (encounter.end ?? asOf).slice(0, 10);
  return claim.serviced.some((served) => served.start.slice(0, 10) <= through && served.end.slice(0, 10) >= from);
}

function isChartedCondition(condition: ConditionFact, encounter: EncounterFacts, onClaim: boolean): boolean {
  if (!condition.categories.includes('encounter-diagnosis')) return false;
  if (condition.encounter !== encounter.source.reference && !encounter.diagnoses.includes(condition.source.reference)) return false;
  switch (condition.verificationStatus) {
    case 'refuted':
    case 'entered-in-error':
      return false;
    case 'unconfirmed':
      return !condition.machineAsserted;
    // An EHR that knows no unconfirmed keeps a proposal as provisional.
    case 'provisional':
    case 'differential':
      return onClaim && !condition.machineAsserted;
    default:
      return true;
  }
}

function codeOf(coding: Coding | null, condition: string | null, chart: Chart): string | null {
  if (coding?.system === ICD_10_CM) return dotted(undotted(coding.code));
  const named = chart.conditions.find((candidate) => candidate.source.reference === condition);
  return named === undefined ? null : icdCode(named.codings);
}

/** With the dot; null where there is none. */
function icdCode(codings: readonly Coding[]): string | null {
  const coding = icdCoding(codings);
  return coding === undefined ? null : dotted(undotted(coding.code));
}

/** The ICD-10-CM coding among several. */
export function icdCoding(codings: readonly Coding[]): Coding | undefined {
  return codings.find((candidate) => candidate.system === ICD_10_CM);
}
