import type { ServerProfile, Source, StepId, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import { isAfterAll } from '../encode/index.ts';
import type { FhirHttp } from '../http/contract.ts';
import type { Writer } from './contract.ts';
import { checkVersions } from './check.ts';
import type { Errand, Result } from './errand.ts';
import { lookUpStep } from './look-up.ts';
import { newcomersSince } from './since.ts';
import { sendStep } from './single.ts';
import { sendTogether } from './transaction.ts';

/**
 * Writes plans to a FHIR server, so that a repeat never doubles and a lost answer is looked up before anything is sent twice.
 * Where the server offers transactions, the Conditions, the claim and the encounter go as one; their Provenance follows as a second,
 * since it names the versions that the first one wrote.
 * @param clock ISO 8601 with offset, for the receipts
 */
export function createWriter(http: FhirHttp, profile: ServerProfile, clock: () => string, companion: FhirHttp | null = null): Writer {
  const receipt = (step: WriteStep, result: Result): WriteReceipt => ({ step: step.id, ...result, at: clock() });
  return {
    profile,
    check: (sources, signal) => checkVersions(http, sources, signal),
    since: (where, known, signal) => newcomersSince(http, companion, where, known, signal),
    async send(plan, onReceipt, signal, already = []) {
      const errand: Errand = { http, profile, plan, signal, written: standing(already) };
      const receipts: WriteReceipt[] = [];
      const give = (step: WriteStep, result: Result): void => {
        if (result.outcome === 'written' && result.resource !== null) errand.written.set(step.id, result.resource);
        const made = receipt(step, result);
        receipts.push(made);
        onReceipt(made);
      };
      for (const group of groupsOf(plan)) {
        if (plan.mode === 'single') for (const step of group) give(step, await sendStep(errand, step));
        else await together(errand, group, give);
      }
      return receipts;
    },
    async lookUp(plan, step, signal) {
      return receipt(step, await lookUpStep({ http, profile, plan, signal, written: new Map() }, step));
    },
  };
}

function standing(already: readonly WriteReceipt[]): Map<StepId, Source> {
  return new Map(already.flatMap((r) => (r.outcome === 'written' && r.resource !== null ? [[r.step, r.resource] as const] : [])));
}

function groupsOf(plan: WritePlan): readonly (readonly WriteStep[])[] {
  return [plan.steps.filter((s) => !isAfterAll(s.action)), plan.steps.filter((s) => isAfterAll(s.action))];
}

async function together(errand: Errand, group: readonly WriteStep[], give: (step: WriteStep, result: Result) => void): Promise<void> {
  const results = await sendTogether(errand, group);
  for (const step of group) {
    const result = results.get(step.id);
    if (result !== undefined) give(step, result);
  }
}
