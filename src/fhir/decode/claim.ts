import type { Claim, ClaimItem, Coverage, Period } from 'fhir/r4';
import type { ClaimFact, ClaimLineFact, Coding, CoverageFact } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { isMarkedProposed } from '../encode/parts.ts';
import { isServiceSystem } from '../encode/names.ts';
import { Undecodable, codings, firstCode, list, quantity, required, sourceOf, text, words } from './parse.ts';
import type { References } from './parse.ts';

export function decodeClaim(claim: Claim, refs: References): ClaimFact {
  return {
    source: sourceOf(claim),
    status: required(claim.status, 'A claim\'s status'),
    use: text(claim.use) ?? 'claim',
    type: firstCode(claim.type),
    // By our tag, with or without the label beside it: where a server drops one of them, nothing proposed may count as charted.
    proposed: claim.status === 'draft' && isMarkedProposed(claim.meta),
    created: text(claim.created)?.slice(0, 10) ?? null,
    insurer: refs.of(claim.insurer),
    provider: refs.of(claim.provider),
    encounters: [...new Set(list(claim.item).flatMap((item) => list(item.encounter).map((e) => refs.of(e))).filter((r) => r !== null))],
    serviced: servicedOf(claim),
    diagnoses: list(claim.diagnosis).map((diagnosis) => {
      if (typeof diagnosis.sequence !== 'number') throw new Undecodable('A claim\'s diagnosis');
      return {
        sequence: diagnosis.sequence,
        coding: billed(codings(diagnosis.diagnosisCodeableConcept)),
        condition: refs.of(diagnosis.diagnosisReference),
      };
    }),
    lines: list(claim.item).map(lineOf),
  };
}

function lineOf(item: ClaimItem): ClaimLineFact {
  if (typeof item.sequence !== 'number') throw new Undecodable('A claim\'s service line');
  return {
    sequence: item.sequence,
    coding: serviceOf(codings(item.productOrService)),
    modifiers: list(item.modifier).map(firstCode).filter((code) => code !== null),
    units: quantity(item.quantity)?.value ?? null,
    pointers: list(item.diagnosisSequence),
    serviced: rangeOf(item.servicedDate, item.servicedPeriod)?.start.slice(0, 10) ?? null,
  };
}

/** The one that a payer reads, wherever it stands among its translations; else the first. */
function serviceOf(all: readonly Coding[]): Coding | null {
  return all.find(({ system }) => isServiceSystem(system)) ?? all[0] ?? null;
}

/** The ICD-10-CM coding, which is the one a payer reads, wherever it stands among its translations; else the first. */
function billed(all: readonly Coding[]): Coding | null {
  return all.find(({ system }) => system === ICD_10_CM) ?? all[0] ?? null;
}

/** Each item's own dates; the billable period where no item has any. */
function servicedOf(claim: Claim): ClaimFact['serviced'] {
  const items = list(claim.item).map((item) => rangeOf(item.servicedDate, item.servicedPeriod)).filter((range) => range !== null);
  if (items.length > 0) return items;
  const whole = rangeOf(undefined, claim.billablePeriod);
  return whole === null ? [] : [whole];
}

function rangeOf(day: unknown, period: Period | undefined): { start: string; end: string } | null {
  const start = text(day) ?? text(period?.start) ?? text(period?.end);
  if (start === null) return null;
  return { start, end: text(day) ?? text(period?.end) ?? start };
}

export function decodeCoverage(coverage: Coverage, refs: References): CoverageFact {
  const payor = list(coverage.payor)[0];
  return {
    source: sourceOf(coverage),
    status: text(coverage.status) ?? 'unknown',
    payor: text(payor?.display) ?? refs.of(payor),
    kind: firstCode(coverage.type),
    name: nameOf(coverage),
  };
}

function nameOf({ type, class: classes }: Coverage): string | null {
  const named = [words(type), ...list(classes).map(({ name }) => text(name))].filter((name) => name !== null);
  return named.length === 0 ? null : [...new Set(named)].join(', ');
}
