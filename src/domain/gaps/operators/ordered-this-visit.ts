import type { Snapshot } from '../index-chart.ts';
import type { OrderedThisVisitExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { medicationsWith } from '../lookup/medication-words.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { firstDayOf } from './this-visit.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function orderedThisVisit(name: string, terms: readonly string[]): OrderedThisVisitExpression {
  return { op: 'ordered-this-visit', name, terms };
}

/** By the order's encounter; where it names none, by a date within the encounter's days. */
export function evaluateOrderedThisVisit({ name, terms }: OrderedThisVisitExpression, snapshot: Snapshot): Verdict {
  const { chart, asOf } = snapshot;
  const firstDay = firstDayOf(snapshot);
  const found = medicationsWith(snapshot, terms).find(({ fact, at }) => {
    if (NOT_IN_FORCE.has(fact.status)) return false;
    if (fact.encounter !== null) return fact.encounter === chart.encounter.source.reference;
    return at !== null && at.day >= firstDay && at.day <= asOf.day;
  });
  if (found) {
    const { fact, words } = found;
    return yes([{ kind: 'fact', resource: fact.source.reference, version: fact.source.version, code: fact.codings[0]?.code ?? '', label: fact.text ?? words, date: fact.date }]);
  }
  const missing = unread(snapshot, 'MedicationRequest');
  if (missing.length > 0) return cannotTell(missing);
  return no([searched(snapshot, [name], ['MedicationRequest'], firstDay)]);
}

/** FHIR medicationrequest-status and medication-admin-status. */
const NOT_IN_FORCE: ReadonlySet<string> = new Set(['cancelled', 'stopped', 'entered-in-error', 'draft', 'not-done', 'unknown']);
