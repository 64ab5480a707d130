import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/** Stages by where their code stands; the first that fits counts. */
const STAGES: readonly (readonly [stage: string, place: RegExp])[] = [
  ['sentence hashes', /\/src\/domain\/text\/words-hash\.ts$/],
  ['sections, sentences, language', /\/src\/domain\/(?:text\/|mentions\/read-note\.ts)/],
  ['assertion', /\/src\/domain\/mentions\/assertion\//],
  ['composing codes', /\/src\/domain\/mentions\/compose\//],
  ['abbreviations', /\/src\/domain\/mentions\/abbreviations\//],
  ['names', /\/src\/(?:domain\/mentions|knowledge)\//],
  ['coding', /\/src\/domain\/coding\//],
  ['gaps and questions', /\/src\/domain\/(?:gaps|queries)\//],
];

/** Shares of the time of `work`, by V8's own sampling: what the language does (patterns, garbage) counts for who asked for it. */
export async function stagesOf(work: () => void): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const times = timesOf(profile);
  const whole = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...STAGES.map(([stage]) => stage), OTHER].map((stage) => `${stage} ${Math.round((100 * (times.get(stage) ?? 0)) / whole)} %`).join(', ');
}

const OTHER = 'other';

function timesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const stages = new Map<number, string>();
  const known = new Map(nodes.map((node) => [node.id, node]));
  const descend = (id: number, around: string): void => {
    const node = known.get(id);
    if (node === undefined) return;
    const stage = STAGES.find(([, place]) => place.test(node.callFrame.url))?.[0] ?? around;
    stages.set(id, stage);
    for (const child of node.children ?? []) descend(child, stage);
  };
  descend(nodes[0]?.id ?? 0, OTHER);
  const times = new Map<string, number>();
  samples.forEach((id, at) => {
    const name = known.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') return;
    const stage = stages.get(id) ?? OTHER;
    times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return times;
}
