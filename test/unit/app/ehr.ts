import type { WritePlan, WriteReceipt, WriteStep } from '../../../src/domain/model/index.ts';
import type { ReviewParts } from '../../../src/app/review-line.ts';
import type { VersionCheck, Writer } from '../../../src/app/parts.ts';
import type { Since } from '../../../src/fhir/send/contract.ts';
import type { Person, Source } from '../../../src/domain/model/index.ts';
import type { FakeDevice } from '../../support/app-fakes.ts';
import { FakeWriter } from '../../support/app-fakes.ts';

/** An EHR that counts: a step that reaches it twice is a doubled write, since nothing here hides one. */
export class Ehr {
  readonly writes = new Map<string, { readonly plan: WritePlan; readonly step: WriteStep; times: number }>();
  since: Since = { newcomers: [], unchecked: [] };

  commit(plan: WritePlan, step: WriteStep): void {
    const before = this.writes.get(step.key);
    if (before === undefined) this.writes.set(step.key, { plan, step, times: 1 });
    else before.times += 1;
  }

  written(purpose: WritePlan['purpose'] = 'countersign'): readonly WriteStep[] {
    return [...this.writes.values()].filter(({ plan }) => plan.purpose === purpose).map(({ step }) => step);
  }
}

/** Every way to the outside passes the gate, before and after it has its effect: a gate that never opens is a closed tab. */
export type Gate = () => Promise<void>;

const OPEN: Gate = async () => undefined;

/** One tab's writer. `mode` is the EHR's: transactions, or one request a step. */
export class EhrWriter implements Writer {
  readonly profile: Writer['profile'];
  readonly ehr: Ehr;
  readonly gate: Gate;

  constructor(ehr: Ehr, gate: Gate = OPEN, mode: 'transaction' | 'single' = 'transaction') {
    this.ehr = ehr;
    this.gate = gate;
    this.profile = { ...new FakeWriter().profile, transaction: mode === 'transaction' };
  }

  async check(sources: readonly Source[]): Promise<readonly VersionCheck[]> {
    await this.gate();
    return sources.map((source) => ({ ...source, current: source.version, state: 'same' }));
  }

  async since(): Promise<Since> {
    await this.gate();
    return this.ehr.since;
  }

  async send(plan: WritePlan, onReceipt: (receipt: WriteReceipt) => void): Promise<readonly WriteReceipt[]> {
    const receipts: WriteReceipt[] = [];
    await this.gate();
    if (plan.mode === 'transaction') for (const step of plan.steps) this.ehr.commit(plan, step);
    for (const step of plan.steps) {
      await this.gate();
      if (plan.mode === 'single') this.ehr.commit(plan, step);
      await this.gate();
      const receipt = receiptOf(step, 'written');
      receipts.push(receipt);
      onReceipt(receipt);
    }
    return receipts;
  }

  claimFile(): string | null { return null; }

  async lookUp(_plan: WritePlan, step: WriteStep): Promise<WriteReceipt> {
    await this.gate();
    return receiptOf(step, this.ehr.writes.has(step.key) ? 'written' : 'skipped');
  }
}

function receiptOf(step: WriteStep, outcome: WriteReceipt['outcome']): WriteReceipt {
  return { step: step.id, outcome, resource: outcome === 'written' ? { reference: `Condition/${step.id}`, version: '1' } : null, why: null, at: '2026-11-18T10:05:00-06:00' };
}

/** This device's vault behind a gate. */
export function gatedVault(device: FakeDevice, gate: Gate): ReviewParts['vault'] {
  return async (ehr: string, user: Person) => {
    const vault = device.vault(ehr, user);
    return {
      kind: vault.kind, close: () => vault.close(),
      outbox: behind(vault.outbox, gate), memory: behind(vault.memory, gate), log: behind(vault.log, gate),
    };
  };
}

/** The methods that answer with a promise, with the gate before and after. */
function behind<T extends object>(target: T, gate: Gate): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== 'function' || !WAITING.has(String(name))) return value;
      const call = value as (...asked: unknown[]) => Promise<unknown>;
      return async (...asked: unknown[]) => {
        await gate();
        const answer = await call(...asked);
        await gate();
        return answer;
      };
    },
  });
}

const WAITING = new Set(['put', 'list', 'remove', 'exclusively', 'whenFree', 'load', 'save', 'append', 'head', 'anchored', 'markAnchored']);
