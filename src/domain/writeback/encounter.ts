import type { Attestation, Chart, ConditionLink, ServerProfile, StepId, WriteAction } from '../model/index.ts';
import { stepFor } from './keys.ts';
import { refusalOf } from './limits.ts';
import type { DiagnosisChange, PlanPart } from './part.ts';

/** Encounter.diagnosis names the new Conditions and no longer those that left. A Condition recoded in place keeps its entry. */
export function planEncounter(attestation: Attestation, chart: Chart, profile: ServerProfile, changes: readonly DiagnosisChange[]): PlanPart {
  const add = changes.flatMap((change) => newLinks(change, chart));
  const drop = [...new Set(changes.flatMap((change) => leftLinks(change, chart)))];
  if (add.length === 0 && drop.length === 0) return { steps: [], cannot: [] };
  const action: WriteAction = { kind: 'update-encounter', encounter: chart.encounter.source, add, drop };
  const says = 'Bring the encounter\'s own diagnosis list up to date';
  const refused = refusalOf(action, profile);
  if (refused !== null) return { steps: [], cannot: [{ says, why: refused }] };
  const behind = changes.filter((change) => newLinks(change, chart).length + leftLinks(change, chart).length > 0);
  const after = behind.flatMap((change): StepId[] => (change.step === null ? [] : [change.step]));
  return { steps: [stepFor(attestation, 'encounter', action, says, [...new Set(after)])], cannot: [] };
}

function newLinks(change: DiagnosisChange, chart: Chart): readonly ConditionLink[] {
  if (change.kind === 'dropped' || change.link === null) return [];
  if ('step' in change.link) return [change.link];
  const isConfirmedHere = change.kind === 'added' && change.step !== null && !chart.encounter.diagnoses.includes(change.link.condition);
  return isConfirmedHere ? [change.link] : [];
}

function leftLinks(change: DiagnosisChange, chart: Chart): readonly string[] {
  return change.kind === 'added' ? [] : change.leaving.filter((reference) => chart.encounter.diagnoses.includes(reference));
}
