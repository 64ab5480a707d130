import type { Fault } from './faults.ts';
import type { Sitting } from './person.ts';
import type { Records } from './records.ts';
import { anchorsIn, carrying, comparable } from './records.ts';
import type { Scene, StepKind } from './scenes.ts';

/** How a step ended that a fault struck. Anything else is an error with its reason. */
export const ENDINGS = {
  once: 'written at once, and stands once.',
  'refused, once': 'refused with a reason; sent again by the person, it stands once.',
  'looked up': 'not known, looked up, and it stands once.',
  refused: 'refused with a reason each time; it stands nowhere, and still waits on the device.',
  asked: 'the EHR does not let the app see whether it stands; the app asked the person to look, and sent nothing a second time.',
  'later head': 'this head of the log did not get there; a later one that covers it did.',
} as const;

export type Ending = keyof typeof ENDINGS;

/** What stands after one cell, on the servers and on the device. */
export interface Outcome {
  readonly sitting: Sitting;
  readonly records: Records;
  /** The struck step's key; null: the fault never struck. */
  readonly struck: string | null;
  /** Entries in the outbox. */
  readonly waiting: number;
  /** How far the log was anchored, as the device knows. */
  readonly anchored: number | null;
}

interface Cell {
  readonly scene: Scene;
  readonly struck: StepKind;
  readonly fault: Fault;
  /** What stands after the same review without a fault. */
  readonly wanted: readonly string[];
  readonly before: Records;
}

/** @throws Error that names what was lost, doubled, or refused without a reason */
export function reckon(outcome: Outcome, cell: Cell): Ending {
  const { struck } = outcome;
  if (struck === null) throw new Error('The fault never struck.');
  const ending = cell.struck === 'anchor-log' ? endingOfAnchor(outcome, struck, cell) : endingOf(outcome, struck, cell);
  if (cell.scene.ehr === 'generic') eachOnce(outcome);
  anchoredOnce(outcome, cell);
  switch (ending) {
    case 'refused':
      if (cell.struck !== 'anchor-log' && outcome.waiting !== 1) throw new Error('What was refused does not wait on the device.');
      noneTooMuch(outcome, cell);
      break;
    case 'asked':
      noneTooMuch(outcome, cell);
      break;
    case 'once': case 'refused, once': case 'looked up': case 'later head':
      if (outcome.waiting !== 0) throw new Error(`${outcome.waiting} still wait on the device.`);
      asUndisturbed(outcome, cell);
  }
  return ending;
}

function endingOf({ sitting: { plan, shown, byHand } }: Outcome, key: string, { fault: { strikes }, scene }: Cell): Ending {
  const step = plan.steps.find((one) => one.key === key);
  const receipts = shown.filter((receipt) => receipt.step === step?.id);
  const [first] = receipts;
  const last = receipts.at(-1);
  if (step === undefined || first === undefined || last === undefined) throw new Error('The step has no receipt.');
  for (const { outcome, why } of receipts) if (outcome !== 'written' && outcome !== 'handed-over' && (why ?? '').trim() === '') throw new Error(`It is ${outcome} without a reason.`);
  if (byHand.has(step.id) && scene.ehr !== 'generic') return 'asked';
  if (strikes.by === 'server' && strikes.forGood === true) {
    if (last.outcome !== 'refused') throw new Error(`It was refused each time, and ends as ${last.outcome}: ${last.why ?? ''}`);
    return 'refused';
  }
  if (last.outcome !== 'written') throw new Error(`It ends as ${last.outcome}: ${last.why ?? ''}`);
  if (first.outcome === 'unknown' || losesAnswer(strikes)) return 'looked up';
  if (first.outcome === 'written') return 'once';
  if (first.outcome === 'refused') return 'refused, once';
  throw new Error(`The first receipt is ${first.outcome}: ${first.why ?? ''}`);
}

function losesAnswer(strikes: Fault['strikes']): boolean {
  return strikes.by === 'server' && ['slow', 'cut-body', 'lost-reply'].includes(strikes.effect.type);
}

function endingOfAnchor({ records }: Outcome, key: string, { fault: { strikes } }: Cell): Ending {
  const stands = carrying(records, key).length > 0;
  if (strikes.by === 'server' && strikes.forGood === true) {
    if (stands) throw new Error('A head that was refused stands there.');
    return 'refused';
  }
  if (!stands) return 'later head';
  return losesAnswer(strikes) ? 'looked up' : 'once';
}

/** By key: a step with the receipt `written` stands once, any other nowhere. */
function eachOnce({ sitting: { plan, shown }, records }: Outcome): void {
  for (const { id, key, to, says } of plan.steps) {
    const found = carrying(records, key).length;
    const last = shown.findLast(({ step }) => step === id);
    if (found > 1) throw new Error(`Doubled: "${says}" stands ${found} times.`);
    if (last?.outcome === 'written' && found === 0) throw new Error(`Lost: "${says}" has the receipt written and stands nowhere.`);
    if (last?.outcome !== 'written' && found > 0) throw new Error(`"${says}" stands there, and its receipt says ${last?.outcome ?? 'nothing'}: ${last?.why ?? ''}`);
    if (last === undefined && to !== 'hand') throw new Error(`"${says}" has no receipt.`);
  }
}

/** Each head stands once, and the device knows of the newest. */
function anchoredOnce({ records, anchored }: Outcome, { fault: { strikes }, struck, before }: Cell): void {
  const known = new Set(anchorsIn(before).map(({ key }) => key));
  const anchors = anchorsIn(records).filter(({ key }) => !known.has(key));
  if (new Set(anchors.map(({ key }) => key)).size !== anchors.length) throw new Error('A head of the log stands twice.');
  if (struck === 'anchor-log' && strikes.by === 'server' && strikes.forGood === true) return;
  const newest = Math.max(0, ...anchors.map(({ count }) => count));
  if (newest !== (anchored ?? 0) && anchors.length > 0) throw new Error(`The newest head in the record covers ${newest} entries, and the device says ${anchored ?? 'none'}.`);
}

/** By content and version: the record is what it is after the same review without a fault. */
function asUndisturbed(outcome: Outcome, cell: Cell): void {
  const found = comparable(outcome.records, cell.before);
  const [extra, missing] = [without(found, cell.wanted), without(cell.wanted, found)];
  if (extra.length > 0 || missing.length > 0) throw new Error(`The record is not what it is without a fault.\nToo much: ${extra.join('\n')}\nMissing: ${missing.join('\n')}`);
}

/** What did not come stands in its old version; nothing is there that the review without a fault would not leave. */
function noneTooMuch(outcome: Outcome, cell: Cell): void {
  const before = comparable(cell.before, cell.before);
  const extra = without(without(comparable(outcome.records, cell.before), cell.wanted), before);
  const half = extra.filter((one) => !HALF.test(one));
  if (half.length > 0) throw new Error(`Too much stands there:\n${half.join('\n')}`);
}

/** What names steps that were refused looks different without them. */
const HALF = /"resourceType":"(?:Provenance|Claim|Encounter|Task)"/;

/** As a multiset: of two alike, one more is too much. */
function without(all: readonly string[], these: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of these) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
