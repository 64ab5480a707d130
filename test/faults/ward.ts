import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { Device } from './device.ts';
import type { Fault } from './faults.ts';
import { SLOW } from './faults.ts';
import { sitDown } from './person.ts';
import type { Ending, Outcome } from './reckoning.ts';
import { reckon } from './reckoning.ts';
import type { Records } from './records.ts';
import { comparable, recordsOf, restore } from './records.ts';
import type { Mode, Scene, StepKind } from './scenes.ts';
import { wardOf } from './scenes.ts';

/** One scene's servers in one mode, for one cell after another. */
export interface Ward {
  /**
   * @param meddle is done to the server after all was written
   * @throws Error where something was lost, doubled, or refused without a reason
   */
  strike(struck: StepKind, fault: Fault, meddle?: (ehr: Sandbox) => void): Promise<Ending>;
  close(): Promise<void>;
}

export async function openWard(scene: Scene, mode: Mode): Promise<Ward> {
  const ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, ...(scene.companion ? { companion: true } : {}), faults: true, ehrProfile: scene.ehr, webMessaging: false });
  const before = await beforehand(ehr, scene, mode);
  const undisturbed = new Map<StepKind, readonly string[]>();
  const play = async (struck: StepKind, fault: Fault | null, meddle: (ehr: Sandbox) => void = () => undefined): Promise<Outcome> => {
    restore(ehr, before);
    const device = new Device({ ehr, scene, mode, struck, fault });
    const sitting = await sitDown(device, scene);
    await device.heal();
    if (device.struck !== null) await lateAnswers(device.struck.at, fault);
    meddle(ehr);
    const vault = await device.vault();
    const [{ entries }, anchored] = await Promise.all([vault.outbox.list(), vault.log.anchored()]);
    vault.close();
    return { sitting, records: recordsOf(ehr), struck: device.struck?.key ?? null, waiting: entries.length, anchored: anchored?.count ?? null };
  };
  return {
    async strike(struck, fault, meddle) {
      const wanted = undisturbed.get(struck) ?? comparable((await play(struck, null)).records, before);
      undisturbed.set(struck, wanted);
      return reckon(await play(struck, fault, meddle), { scene, struck, fault, wanted, before });
    },
    close: () => ehr.close(),
  };
}

/** What stands there when the review begins. */
async function beforehand(ehr: Sandbox, scene: Scene, mode: Mode): Promise<Records> {
  restore(ehr, { ehr: wardOf(scene, ehr.fhirBase), companion: [] });
  const colleague = scene.after;
  if (colleague !== undefined) await sitDown(new Device({ ehr, scene: colleague, mode, struck: 'propose-item', fault: null }), colleague);
  return recordsOf(ehr);
}

/** A request that the app gave up on is still carried out. */
async function lateAnswers(since: number, fault: Fault | null): Promise<void> {
  if (fault?.strikes.by !== 'server' || fault.strikes.effect.type !== 'slow') return;
  await pause(Math.max(0, since + SLOW + 50 - performance.now()));
}
