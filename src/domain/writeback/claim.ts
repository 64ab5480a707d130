import type {
  Attestation, Chart, ClaimDiagnosis, ClaimFact, ConditionFact, ConditionLink, DiagnosisCode, ResourceKind, ServerProfile, StepId, WriteAction,
} from '../model/index.ts';
import { draftClaims, icdCoding } from '../coding/charted.ts';
import { sameCode } from './codes.ts';
import { stepFor } from './keys.ts';
import { refusalOf } from './limits.ts';
import type { DiagnosisChange, PlanPart } from './part.ts';
import { isOfThisEncounter, isOnEncounter, isSettled } from './standing.ts';

/**
 * The draft claim of this encounter follows its diagnoses: an existing draft is updated, never doubled; else one is started
 * when something was added. Diagnoses are numbered from 1 again, and `was` tells which pointers follow.
 */
export function planClaim(attestation: Attestation, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[]): PlanPart {
  if (changes.length === 0) return NOTHING;
  // Those that name the encounter first: what is new goes on the first one only.
  const drafts = draftClaims(chart).toSorted((a, b) => b.encounters.length - a.encounters.length);
  if (drafts.length === 0) return startClaim(attestation, chart, profile, changes);
  const parts = drafts.map((claim, index) => changeClaim(attestation, chart, profile, changes, claim, index === 0));
  return { steps: parts.flatMap((p) => p.steps), cannot: parts.flatMap((p) => p.cannot) };
}

const NOTHING: PlanPart = { steps: [], cannot: [] };

/** A diagnosis on its way to the claim. */
interface Line {
  readonly was: readonly number[];
  readonly diagnosis: DiagnosisCode | null;
  readonly condition: string | null;
  readonly link: ConditionLink | null;
}

function changeClaim(
  attestation: Attestation, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[], claim: ClaimFact, isFirst: boolean,
): PlanPart {
  const before = claim.diagnoses.toSorted((a, b) => a.sequence - b.sequence).map((d) => lineOf(d, chart));
  const after = changes.reduce<readonly Line[]>((lines, change) => applied(lines, change, isFirst), before);
  if (isSame(before, after)) return NOTHING;
  const diagnoses = numbered(after);
  const says = `Update the draft claim: ${listed(diagnoses)}`;
  const others = alsoAbout(claim, chart);
  if (others !== null) return { steps: [], cannot: [{ says, why: others }] };
  return one(attestation, profile, changes, { kind: 'update-claim', claim: claim.source, diagnoses, serviced: servicedOn(chart) }, says);
}

/** Why a draft may be another visit's as much as this one's; null where it is this one's alone. */
function alsoAbout({ encounters, serviced }: ClaimFact, { encounter, otherEncounters }: Chart): string | null {
  if (encounters.some((reference) => reference !== encounter.source.reference)) return 'This draft bills another visit too, whose diagnoses must not change with this one\'s. Change it in the EHR.';
  if (encounters.length > 0) return null;
  const sameDay = otherEncounters.some(({ status, start, end }) => start !== null && !NEVER_BILLED.includes(status)
    && serviced.some((served) => served.start.slice(0, 10) <= (end ?? start).slice(0, 10) && served.end.slice(0, 10) >= start.slice(0, 10)));
  return sameDay ? 'This draft does not say for which visit it is, and there was another one on its day. Change it in the EHR.' : null;
}

const NEVER_BILLED: readonly string[] = ['planned', 'cancelled', 'entered-in-error'];

function startClaim(attestation: Attestation, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[]): PlanPart {
  if (changes.every((c) => c.kind === 'dropped')) return NOTHING;
  const charted = chartedConditions(chart).map(lineOfCondition).filter(isFirstOfItsCode);
  const diagnoses = numbered(changes.reduce<readonly Line[]>((lines, change) => applied(lines, change, true), charted));
  const coverage = chart.coverages.find((c) => c.status === 'active')?.source.reference ?? null;
  const says = `Start a draft claim: ${listed(diagnoses)}${coverage === null ? ' (no coverage was found: complete it before submitting)' : ''}`;
  const action: WriteAction = { kind: 'create-claim', diagnoses, serviced: servicedOn(chart), coverage };
  const unread = refusalOf(action, profile) ?? submitted(chart) ?? notWhollyRead(chart, 'Claim', 'a draft may exist and would be doubled') ?? notWhollyRead(chart, 'Condition', 'a new draft might leave some out');
  if (unread !== null) return { steps: [], cannot: [{ says, why: unread }] };
  return one(attestation, profile, changes, action, says);
}

function one(attestation: Attestation, profile: ServerProfile, changes: readonly DiagnosisChange[], action: WriteAction, says: string): PlanPart {
  const refused = refusalOf(action, profile);
  if (refused !== null) return { steps: [], cannot: [{ says, why: refused }] };
  const after = [...new Set(changes.flatMap((c): StepId[] => (c.step === null ? [] : [c.step])))];
  return { steps: [stepFor(attestation, 'claim', action, says, after)], cannot: [] };
}

/** A claim that was sent is corrected (837P, CLM05-3), never billed a second time. */
function submitted({ claims, encounter }: Chart): string | null {
  const sent = claims.some((claim) => claim.status === 'active' && claim.use === 'claim' && claim.encounters.includes(encounter.source.reference));
  return sent ? 'A claim for this visit was submitted already, and a second one would bill it twice. Pass the change on to billing.' : null;
}

/** Unread is not empty. */
function notWhollyRead(chart: Chart, kind: ResourceKind, so: string): string | null {
  const reads = chart.reads.filter((r) => r.kind === kind);
  if (reads.length > 0 && reads.every((r) => r.status === 'read')) return null;
  return `${kind === 'Claim' ? 'The claims' : 'The diagnoses'} of this encounter were not wholly read, so ${so}. Start the draft in the EHR.`;
}

function applied(lines: readonly Line[], change: DiagnosisChange, mayAdd: boolean): readonly Line[] {
  if (change.kind === 'dropped') return lines.filter((line) => !isAbout(line, change.code, change.conditions));
  if (change.kind === 'added') return mayAdd ? appended(lines, change) : lines;
  const old = lines.filter((line) => isAbout(line, change.from, change.conditions));
  if (old.length === 0) return mayAdd ? appended(lines, change) : lines;
  const twin = lines.find((line) => !old.includes(line) && hasCode(line, change.diagnosis.code));
  const merged: Line = twin === undefined
    ? { was: old.flatMap((line) => line.was), diagnosis: change.diagnosis, condition: linked(change.link), link: change.link }
    : { ...twin, was: [...twin.was, ...old.flatMap((line) => line.was)] };
  const place = twin ?? old[0];
  return lines.flatMap((line) => {
    if (line === place) return [merged];
    return old.includes(line) ? [] : [line];
  });
}

function appended(lines: readonly Line[], change: Extract<DiagnosisChange, { kind: 'added' | 'replaced' }>): readonly Line[] {
  if (lines.some((line) => hasCode(line, change.diagnosis.code))) return lines;
  return [...lines, { was: [], diagnosis: change.diagnosis, condition: linked(change.link), link: change.link }];
}

function isAbout(line: Line, code: string, conditions: readonly string[]): boolean {
  return hasCode(line, code) || (line.condition !== null && conditions.includes(line.condition));
}

function hasCode(line: Line, code: string): boolean {
  return line.diagnosis !== null && sameCode(line.diagnosis.code, code);
}

function linked(link: ConditionLink | null): string | null {
  return link !== null && 'condition' in link ? link.condition : null;
}

function lineOf(diagnosis: ClaimFact['diagnoses'][number], chart: Chart): Line {
  const behind = chart.conditions.find((c) => c.source.reference === diagnosis.condition);
  const own = diagnosis.coding === null ? [] : [diagnosis.coding];
  const coding = icdCoding([...own, ...behind?.codings ?? []]);
  return {
    was: [diagnosis.sequence],
    diagnosis: coding === undefined ? null : { code: coding.code, title: coding.display ?? behind?.text ?? '' },
    condition: diagnosis.condition,
    link: diagnosis.condition === null ? null : { condition: diagnosis.condition },
  };
}

/** This encounter's settled ICD-10-CM diagnoses, in the encounter's own order first. */
function chartedConditions(chart: Chart): readonly ConditionFact[] {
  const charted = chart.conditions.filter((c) => isOnEncounter(c) && isOfThisEncounter(c, chart) && isSettled(c) && icdCoding(c.codings) !== undefined);
  const rank = (c: ConditionFact) => {
    const place = chart.encounter.diagnoses.indexOf(c.source.reference);
    return place === -1 ? chart.encounter.diagnoses.length : place;
  };
  return charted.toSorted((a, b) => rank(a) - rank(b));
}

function lineOfCondition(condition: ConditionFact): Line {
  const coding = icdCoding(condition.codings);
  const reference = condition.source.reference;
  return {
    was: [],
    diagnosis: coding === undefined ? null : { code: coding.code, title: coding.display ?? condition.text ?? '' },
    condition: reference,
    link: { condition: reference },
  };
}

/** The same diagnosis charted twice is one line. */
function isFirstOfItsCode(line: Line, index: number, all: readonly Line[]): boolean {
  return line.diagnosis === null || all.findIndex((other) => hasCode(other, line.diagnosis!.code)) === index;
}

function isSame(before: readonly Line[], after: readonly Line[]): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
}

function numbered(lines: readonly Line[]): readonly ClaimDiagnosis[] {
  return lines.map(({ was, diagnosis, link }, index) => ({ sequence: index + 1, was, diagnosis, link }));
}

function listed(diagnoses: readonly ClaimDiagnosis[]): string {
  return diagnoses.length === 0 ? 'no diagnosis is left' : diagnoses.map((d) => d.diagnosis?.code ?? 'one kept as it stands').join(', ');
}

function servicedOn(chart: Chart): string {
  return (chart.encounter.start ?? chart.asOf).slice(0, 10);
}
