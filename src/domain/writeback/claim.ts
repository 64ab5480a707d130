import type {
  Chart, ClaimDiagnosis, ClaimFact, ClaimService, ConditionFact, HandOver, ReadStatus, ResourceKind, ServerProfile, StepId, WriteAction,
} from '../model/index.ts';
import { draftClaims, icdCoding } from '../coding/charted.ts';
import { submittedClaim } from '../coding/claim/billed.ts';
import type { Line } from './claim-lines.ts';
import { applied, hasCode, isSame, lineOf, lineOfCondition, listed, numbered } from './claim-lines.ts';
import type { AcceptedService } from './claim-services.ts';
import { counted, missingOn, pointed, worded } from './claim-services.ts';
import type { Ending, SignedEvent } from './keys.ts';
import { stepFor } from './keys.ts';
import type { DiagnosisChange, PlanPart } from './part.ts';
import { NOTHING } from './part.ts';
import { routeOf } from './route.ts';
import { isOfThisEncounter, isOnEncounter, isSettled } from './standing.ts';

/**
 * The draft claim of this encounter follows its diagnoses and takes the accepted services: an existing draft is updated, never doubled; else one is started
 * when something was added. Diagnoses are numbered from 1 again, and `was` tells which pointers follow.
 */
export function planClaim(
  event: SignedEvent, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[], services: readonly AcceptedService[] = [],
): PlanPart {
  if (changes.length === 0 && services.length === 0) return NOTHING;
  const planning: Planning = { event, chart, profile, changes };
  const drafts = draftClaims(chart);
  // Those that name the encounter first: what is new goes on the first one only.
  const charted = drafts.filter((claim) => !claim.proposed).toSorted((a, b) => b.encounters.length - a.encounters.length);
  const [proposed, ...others] = drafts.filter((claim) => claim.proposed);
  const parts = [
    ...charted.map((claim, index) => changeClaim(planning, claim, index === 0 ? services : null)),
    ...(charted.length > 0 || proposed === undefined ? [] : [takeOver(planning, proposed, services)]),
    ...(charted.length > 0 && proposed !== undefined ? [proposed, ...others] : others).map((claim) => discard(planning, claim)),
    ...(drafts.length > 0 ? [] : [startClaim(planning, services)]),
  ];
  return { steps: parts.flatMap((p) => p.steps), cannot: parts.flatMap((p) => p.cannot) };
}

interface Planning {
  readonly event: SignedEvent;
  readonly chart: Chart;
  readonly profile: ServerProfile;
  readonly changes: readonly DiagnosisChange[];
}

/**
 * A draft that came with a proposal becomes the draft of this visit once something is countersigned, and its mark goes: so it keeps only what
 * is charted or countersigned now. What is still proposed stands in its Task and comes on the claim with its own countersignature.
 */
function takeOver(planning: Planning, claim: ClaimFact, services: readonly AcceptedService[]): PlanPart {
  const { chart, changes } = planning;
  const lines = linesOf(claim, chart);
  const concerns = services.length > 0 || changes.some((c) => c.kind === 'added' || c.kind === 'replaced' || (c.kind === 'declined' && lines.some((line) => hasCode(line, c.code))));
  if (!concerns) return NOTHING;
  const charted = chartedConditions(chart);
  const kept = lines.filter((line) => isCharted(line, charted) || changes.some((c) => (c.kind === 'added' || c.kind === 'replaced') && hasCode(line, c.diagnosis.code)));
  return update(planning, claim, changes.reduce<readonly Line[]>((all, change) => applied(all, change, true), kept), services);
}

function isCharted(line: Line, charted: readonly ConditionFact[]): boolean {
  return charted.some((c) => c.source.reference === line.condition || hasCode(line, icdCoding(c.codings)?.code ?? ''));
}

/** The visit has its draft: a second one, proposed, would bill it twice once its mark went. */
function discard({ event, chart, changes }: Planning, claim: ClaimFact): PlanPart {
  const lines = linesOf(claim, chart);
  const concerns = changes.some((c) => c.kind !== 'dropped' && c.kind !== 'replaced' && lines.some((line) => hasCode(line, c.kind === 'added' ? c.diagnosis.code : c.code)));
  if (!concerns) return NOTHING;
  const action: WriteAction = { kind: 'update-claim', claim: claim.source, diagnoses: [], serviced: servicedOn(chart) };
  const ending = byHand('list', 'The visit has another draft claim, and this app deletes nothing.');
  return { steps: [stepFor(event, 'claim', action, 'Discard the proposed draft claim: another draft of this visit stands', [], ending)], cannot: [] };
}

/** @param services null: they go on another draft, and so does what is added */
function changeClaim(planning: Planning, claim: ClaimFact, services: readonly AcceptedService[] | null): PlanPart {
  const before = linesOf(claim, planning.chart);
  const after = planning.changes.reduce<readonly Line[]>((lines, change) => applied(lines, change, services !== null), before);
  const { missing, cannot } = missingOn(claim, services ?? []);
  if (isSame(before, after) && missing.length === 0) return { steps: [], cannot };
  const { steps, cannot: more } = update(planning, claim, after, missing, !isSame(before, after));
  return { steps, cannot: [...cannot, ...more] };
}

function update(planning: Planning, claim: ClaimFact, lines: readonly Line[], services: readonly AcceptedService[], changesDiagnoses = true): PlanPart {
  const diagnoses = numbered(lines);
  const added = pointed(services, diagnoses, planning.chart);
  const action: WriteAction = { kind: 'update-claim', claim: claim.source, diagnoses, ...(added.length === 0 ? {} : { services: added }), serviced: servicedOn(planning.chart) };
  return one(planning, action, updating(changesDiagnoses ? diagnoses : null, added), alsoAbout(claim, planning.chart));
}

/** "Add to the draft claim: 90471 ×1"; "Update the draft claim: I10, E11.9; add 90471 ×1". */
function updating(diagnoses: readonly ClaimDiagnosis[] | null, services: readonly ClaimService[]): string {
  if (diagnoses !== null) return [`Update the draft claim: ${listed(diagnoses)}`, ...(services.length === 0 ? [] : [worded(services)])].join('; ');
  if (services.every(({ instead }) => instead === null)) return `Add to the draft claim: ${services.map(counted).join(', ')}`;
  return `On the draft claim, ${worded(services)}`;
}

function linesOf(claim: ClaimFact, chart: Chart): readonly Line[] {
  return claim.diagnoses.toSorted((a, b) => a.sequence - b.sequence).map((d) => lineOf(d, chart));
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

function startClaim(planning: Planning, services: readonly AcceptedService[]): PlanPart {
  const { chart, profile, changes } = planning;
  if (services.length === 0 && changes.every((c) => c.kind === 'dropped' || c.kind === 'declined')) return NOTHING;
  const diagnoses = numbered(changes.reduce<readonly Line[]>((lines, change) => applied(lines, change, true), chartedLines(chart)));
  const coverage = coverageOf(chart);
  const added = pointed(services, diagnoses, planning.chart).map((service) => ({ ...service, instead: null }));
  const isOfFacility = chart.encounter.setting === 'inpatient' && added.length === 0;
  const action: WriteAction = {
    kind: 'create-claim', diagnoses, ...(added.length === 0 ? {} : { services: added }), ...(isOfFacility ? { institutional: true } : {}), serviced: servicedOn(chart), coverage,
  };
  const told = [...(diagnoses.length === 0 && added.length > 0 ? [] : [listed(diagnoses)]), ...added.map(counted)].join(', ');
  const sent = submitted(chart);
  if (sent !== null) return one(planning, action, `Pass the changed ${added.length === 0 ? 'diagnoses' : 'claim'} on to billing: ${told}`, sent);
  return one(planning, action, `Start a draft claim: ${told}${coverage === null ? ' (no coverage was found: complete it before submitting)' : ''}`, claimUnread(chart, profile));
}

/** @param personal why only a person can do it, whatever the servers take; null: none */
function one({ event, profile, changes }: Planning, action: WriteAction, says: string, personal: string | null): PlanPart {
  if (personal !== null) return { steps: [stepFor(event, 'claim', action, says, [], byHand('list', personal))], cannot: [] };
  const route = routeOf(action, profile);
  if (route.to === 'nowhere') return { steps: [], cannot: [{ says, why: route.why }] };
  const after = route.to === 'hand' ? [] : [...new Set(changes.flatMap((c): StepId[] => (c.step === null ? [] : [c.step])))];
  return { steps: [stepFor(event, 'claim', action, says, after, route)], cannot: [] };
}

function byHand(by: HandOver['by'], why: string): Ending {
  return { to: 'hand', handOver: { by, to: 'billing', why } };
}

/** The settled diagnoses of this encounter as lines of a new draft. */
export function chartedLines(chart: Chart): readonly Line[] {
  return chartedConditions(chart).map(lineOfCondition).filter(isFirstOfItsCode);
}

export function coverageOf(chart: Chart): string | null {
  return chart.coverages.find((c) => c.status === 'active')?.source.reference ?? null;
}

export function submitted(chart: Chart): string | null {
  return submittedClaim(chart) === undefined ? null : 'A claim for this visit was submitted already, and a second one would bill it twice. Pass the change on to billing.';
}

/**
 * Why no new draft can be started from here: unread is not empty. Null: claims and diagnoses were wholly read. An EHR that has no claims holds no draft
 * to double: it neither shows nor takes one, and the draft goes to the companion server or to billing.
 */
export function claimUnread(chart: Chart, { create }: ServerProfile): string | null {
  return notWhollyRead(chart, 'Claim', create.includes('Claim') ? ['read'] : ['read', 'not-asked'], 'a draft may exist and would be doubled')
    ?? notWhollyRead(chart, 'Condition', ['read'], 'a new draft might leave some out');
}

function notWhollyRead(chart: Chart, kind: ResourceKind, enough: readonly ReadStatus[], so: string): string | null {
  const reads = chart.reads.filter((r) => r.kind === kind);
  if (reads.length > 0 && reads.every((r) => enough.includes(r.status))) return null;
  return `${kind === 'Claim' ? 'The claims' : 'The diagnoses'} of this encounter were not wholly read, so ${so}. Start the draft in the EHR.`;
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

/** The same diagnosis charted twice is one line. */
function isFirstOfItsCode(line: Line, index: number, all: readonly Line[]): boolean {
  return line.diagnosis === null || all.findIndex((other) => hasCode(other, line.diagnosis!.code)) === index;
}

export function servicedOn(chart: Chart): string {
  return (chart.encounter.start ?? chart.asOf).slice(0, 10);
}
