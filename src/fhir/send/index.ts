import type { ServerProfile, Source, StepId, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import { claimFile } from '../encode/index.ts';
import type { FhirHttp } from '../http/contract.ts';
import type { Writer } from './contract.ts';
import { checkVersions } from './check.ts';
import type { Errand, Result } from './errand.ts';
import { refused, skipped, unknown, withoutClaim } from './errand.ts';
import { refuseWhatTheRoleMayNot } from './fence.ts';
import { lookUpStep } from './look-up.ts';
import { roundsOf } from './rounds.ts';
import { newcomersSince } from './since.ts';
import { sendStep } from './single.ts';
import { sendTogether } from './transaction.ts';

/**
 * Writes plans to the EHR and the site's companion server, so that a repeat never doubles and a lost answer is looked up before anything is
 * sent twice. Where the EHR offers transactions, the Conditions, the claim and the encounter go as one; their Provenance follows as a
 * second, since it names the versions that the first one wrote. The companion gets its steps one by one.
 * @param clock ISO 8601 with offset, for the receipts
 * @param companion null where the site has none, or it did not answer
 */
export function createWriter(http: FhirHttp, profile: ServerProfile, clock: () => string, companion: FhirHttp | null = null): Writer {
  const receipt = (step: WriteStep, result: Result): WriteReceipt => ({ step: step.id, ...result, at: clock() });
  return {
    profile,
    check: (sources, signal) => checkVersions(http, companion, sources, signal),
    since: (where, known, signal) => newcomersSince(http, companion, where, known, signal),
    async send(plan, onReceipt, signal, already = []) {
      refuseWhatTheRoleMayNot(plan);
      const errands = errandsOf({ http, profile, companion, plan, signal, already });
      const receipts: WriteReceipt[] = [];
      const give = (step: WriteStep, given: Result): void => {
        const result = withoutClaim(errands.ehr, step, given);
        if (result.outcome === 'unknown') errands.ehr.unsettled.add(step.id);
        else errands.ehr.unsettled.delete(step.id);
        if (result.outcome === 'written' && result.resource !== null) errands.ehr.written.set(step.id, result.resource);
        const made = receipt(step, result);
        receipts.push(made);
        onReceipt(made);
      };
      for (const { to, steps } of roundsOf(plan.steps)) {
        if (to === 'ehr' && plan.mode === 'transaction') await together(errands.ehr, steps, give);
        else for (const step of steps) give(step, to === 'ehr' ? await sendStep(errands.ehr, step) : await toCompanion(errands.companion, step));
      }
      return receipts;
    },
    claimFile: (plan, step) => claimFile(step, plan, profile),
    async lookUp(plan, step, signal) {
      const { ehr, companion: other } = errandsOf({ http, profile, companion, plan, signal, already: [] });
      switch (step.to) {
        case 'ehr': return receipt(step, await lookUpStep(ehr, step));
        case 'companion': return receipt(step, other === null ? unknown(UNREACHED) : await beside(other, (errand) => lookUpStep(errand, step)));
        case 'hand': return receipt(step, skipped('Nothing of it was sent: a person does it by hand.'));
      }
    },
  };
}

/** The two errands of one sending share what was written: links lead from one server to the other. */
function errandsOf({ http, profile, companion, plan, signal, already }: {
  readonly http: FhirHttp; readonly profile: ServerProfile; readonly companion: FhirHttp | null;
  readonly plan: WritePlan; readonly signal: AbortSignal; readonly already: readonly WriteReceipt[];
}): { readonly ehr: Errand; readonly companion: Errand | null } {
  const shared = {
    plan, signal,
    written: standing(already),
    byHand: new Set([...plan.steps.filter((s) => s.to === 'hand').map((s) => s.id), ...already.filter(isByHand).map((r) => r.step)]),
    doubtful: new Set(already.filter((r) => r.outcome === 'unknown').map((r) => r.step)),
    unsettled: new Set(already.filter((r) => r.outcome === 'unknown').map((r) => r.step)),
    putOff: new Set(already.filter((r) => r.outcome === 'skipped').map((r) => r.step)),
  };
  const ehr: Errand = { ...shared, http, server: 'EHR', profile };
  if (companion === null || profile.companion === null) return { ehr, companion: null };
  const places = { ehr: http.base, companion: companion.base };
  return { ehr, companion: { ...shared, http: companion, server: 'companion server', profile: { ...profile.companion, name: 'generic', companion: null, activities: [] }, places } };
}

function standing(already: readonly WriteReceipt[]): Map<StepId, Source> {
  return new Map(already.flatMap((r) => (r.outcome === 'written' && r.resource !== null ? [[r.step, r.resource] as const] : [])));
}

/** Done by a person, or found by one where the app cannot look: it stands without a reference to build on. */
function isByHand({ outcome, resource }: WriteReceipt): boolean {
  return outcome === 'handed-over' || (outcome === 'written' && resource === null);
}

async function toCompanion(errand: Errand | null, step: WriteStep): Promise<Result> {
  return errand === null ? refused(UNREACHED) : beside(errand, (there) => sendStep(there, step));
}

const UNREACHED = 'The site\'s companion server could not be reached. Send it again later.';

/** On the companion server; what stands there is named by its whole address. */
async function beside(errand: Errand, work: (errand: Errand) => Promise<Result>): Promise<Result> {
  const result = await work(errand);
  if (result.resource === null || result.resource.reference.startsWith(`${errand.http.base}/`)) return result;
  return { ...result, resource: { ...result.resource, reference: `${errand.http.base}/${result.resource.reference}` } };
}

async function together(errand: Errand, group: readonly WriteStep[], give: (step: WriteStep, result: Result) => void): Promise<void> {
  const results = await sendTogether(errand, group);
  for (const step of group) {
    const result = results.get(step.id);
    if (result !== undefined) give(step, result);
  }
}
