import type { StepId, WritePlan, WriteReceipt } from '../../src/domain/model/index.ts';
import type { Done, OpenReview } from '../../src/app/review-state.ts';
import type { Device } from './device.ts';
import type { Deed, Scene } from './scenes.ts';
import type { Tab } from './tab.ts';

/** What a person did until nothing was open any more, or they gave up. */
export interface Sitting {
  readonly plan: WritePlan;
  /** All receipts that were shown, in order, over all tabs. */
  readonly shown: readonly WriteReceipt[];
  /** Steps that the person ended by hand after a look into the chart. */
  readonly byHand: ReadonlySet<StepId>;
}

/** Decides, signs or proposes, and then tries again, signs in again and opens the app again, as people do. */
export async function sitDown(device: Device, scene: Scene): Promise<Sitting> {
  const tabs: Tab[] = [];
  const byHand = new Set<StepId>();
  const open = async (): Promise<Tab> => {
    const tab = device.open();
    tabs.push(tab);
    await tab.until('reviewing', 'stopped');
    return tab;
  };
  let tab = await open();
  await device.orClosed(act(tab, scene));
  for (let tries = 0; tries < device.patience;) {
    const state = tab.state();
    if (device.isClosed) tab = await open();
    else if (state.phase === 'reviewing' && state.open.unfinished !== null) tab.line.toReceipts();
    else if (state.phase === 'reviewing' || (state.phase === 'done' && state.open.unfinished === null)) break;
    else if (state.phase !== 'done') throw new Error(`Nothing goes on: ${state.phase}${state.phase === 'countersigning' ? `, ${state.trouble ?? state.held.flatMap(({ what }) => what).join()}` : ''}`);
    else {
      tries += 1;
      await device.heal();
      await handOn(tab, state);
      if (tries === REOPENS || device.signInIsOver) {
        await device.orClosed(tab.line.signOut());
        tab = await open();
      } else {
        if (tries > REOPENS) for (const id of await lookIntoChart(tab)) byHand.add(id);
        await device.orClosed(tab.line.retryFailed());
      }
    }
  }
  await device.orClosed(tab.line.signOut());
  if (device.isClosed) {
    tab = await open();
    await tab.line.signOut();
  }
  const plan = tabs.map((one) => one.plan()).find((one) => one !== null);
  if (plan === undefined || plan === null) throw new Error('Nothing was signed.');
  return { plan, shown: tabs.flatMap(({ shown }) => shown), byHand };
}

/** After so many tries the person opens the app anew; then they look into the chart, where the app asks for that. */
const REOPENS = 2;

async function act(tab: Tab, scene: Scene): Promise<void> {
  const state = tab.state();
  if (state.phase !== 'reviewing') throw new Error(`No review opened: ${state.phase === 'stopped' ? state.message : state.phase}`);
  await (scene.deed === undefined ? sign(tab, scene, state.open) : question(tab, scene.deed, state.open));
}

async function question({ line }: Tab, deed: Deed, { analysis, chart }: OpenReview): Promise<void> {
  const task = chart.queries?.[0]?.source.reference ?? '';
  switch (deed) {
    case 'ask': line.toAsk(analysis.queries[0]?.id ?? null); return line.commitQuery();
    case 'answer': line.toAnswer(task, { kind: 'other', text: 'Dehydration' }); return line.commitQuery();
    case 'remind': return line.followUpQuery(task, 'remind');
    case 'hand-on': return line.followUpQuery(task, 'escalate');
    case 'take-back': return line.cancelQuery(task, { how: 'withdrawn', reason: 'Asked by mistake' });
  }
}

async function sign(tab: Tab, scene: Scene, open: OpenReview): Promise<void> {
  const cards = open.analysis.suggestions;
  for (const card of cards) {
    tab.line.open(card.id);
    if (!tab.line.decide(card.id, scene.choose(card))) throw new Error(`${card.code} could not be decided.`);
  }
  tab.line.toCountersign();
  const ids = cards.map(({ id }) => id);
  await (scene.who.role === 'clinician' ? tab.line.sign(ids) : tab.line.propose(ids));
}

/** Steps that no server takes are a person's from the start. */
async function handOn(tab: Tab, { plan, receipts }: Done): Promise<void> {
  const ended = new Set<string>(receipts.filter(({ outcome }) => outcome === 'handed-over').map(({ step }) => step));
  for (const { id } of plan.steps.filter(({ to, id: step }) => to === 'hand' && !ended.has(step))) await tab.line.handOver(id);
}

/** Where the app says that it cannot see whether a step stands, the person looks, and ends it by hand. */
async function lookIntoChart(tab: Tab): Promise<readonly StepId[]> {
  const state = tab.state();
  if (state.phase !== 'done') return [];
  const asked = state.receipts.filter(({ outcome, why }) => outcome === 'unknown' && /Look in the chart/.test(why ?? '')).map(({ step }) => step);
  for (const step of asked) await tab.line.handOver(step);
  return asked;
}
