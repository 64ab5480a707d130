import type { Attestation, Chart, ConditionLink, ServerProfile, StepId, WriteAction } from '../model/index.ts';
import { stepFor } from './keys.ts';
import type { DiagnosisChange, PlanPart } from './part.ts';
import { routeOf } from './route.ts';

/** Encounter.diagnosis names the new Conditions and no longer those that left. A Condition recoded in place keeps its entry. */
export function planEncounter(attestation: Attestation, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[]): PlanPart {
  const add = changes.flatMap((change) => newLinks(change, chart));
  const drop = [...new Set(changes.flatMap((change) => leftLinks(change, chart)))];
  if (add.length === 0 && drop.length === 0) return { steps: [], cannot: [] };
  const action: WriteAction = { kind: 'update-encounter', encounter: chart.encounter.source, add, drop };
  const behind = changes.filter((change) => newLinks(change, chart).length + leftLinks(change, chart).length > 0);
  const after = [...new Set(behind.flatMap((change): StepId[] => (change.step === null ? [] : [change.step])))];
  const route = routeOf(action, profile);
  if (route.to !== 'hand') return { steps: [stepFor(attestation, 'encounter', action, SAYS, after)], cannot: [] };
  if (behind.every((change) => followsByItself(change, profile))) return { steps: [], cannot: [{ says: SAYS, why: 'The EHR keeps this list together with the diagnoses themselves.' }] };
  return { steps: [stepFor(attestation, 'encounter', action, SAYS, [], route)], cannot: [] };
}

const SAYS = 'Bring the encounter\'s own diagnosis list up to date';

/** Who enters a diagnosis in the EHR changes its list with it; and Epic's and Oracle Health's list is the diagnoses of the visit. */
function followsByItself(change: DiagnosisChange, profile: ServerProfile): boolean {
  return change.byHand || (profile.name !== 'generic' && change.step !== null);
}

function newLinks(change: DiagnosisChange, chart: Chart): readonly ConditionLink[] {
  if (change.kind === 'dropped' || change.kind === 'declined' || change.link === null) return [];
  if ('step' in change.link) return [change.link];
  const isConfirmedHere = change.kind === 'added' && change.step !== null && !chart.encounter.diagnoses.includes(change.link.condition);
  return isConfirmedHere ? [change.link] : [];
}

function leftLinks(change: DiagnosisChange, chart: Chart): readonly string[] {
  return change.kind === 'added' ? [] : change.leaving.filter((reference) => chart.encounter.diagnoses.includes(reference));
}
