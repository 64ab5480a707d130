import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';
import type { Ending } from './reckoning.ts';
import { ENDINGS } from './reckoning.ts';
import type { Mode, Scene, StepKind } from './scenes.ts';

export interface Result {
  readonly scene: Scene;
  readonly mode: Mode;
  readonly step: StepKind;
  readonly fault: Fault;
  readonly ending: Ending | Error;
}

/** Faults by steps, one table for each scene and mode, and below them what failed. */
export function tableOf(results: readonly Result[]): string {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const name = `${result.scene.name}, ${result.mode === 'transaction' ? 'in one transaction' : 'one by one'}`;
    groups.set(name, [...groups.get(name) ?? [], result]);
  }
  const failed = results.flatMap(({ ending, ...cell }) => (ending instanceof Error ? [`FAILED ${cell.scene.name}, ${cell.mode}, ${cell.step}, ${cell.fault.name}: ${ending.message}`] : []));
  return [...[...groups].map(([name, group]) => `## ${name}\n${grid(group)}`), LEGEND, ...failed].join('\n\n');
}

/** "1,380 cells: 0 lost, 0 doubled. once 200, looked up 300 …" */
export function summaryOf(results: readonly Result[]): string {
  const counts = (Object.keys(ENDINGS) as Ending[]).map((ending) => `${ending} ${results.filter((result) => result.ending === ending).length}`);
  const failures = results.flatMap(({ ending }) => (ending instanceof Error ? [ending.message] : []));
  const [lost, doubled] = [/Lost|Missing/, /Doubled|Too much/].map((words) => failures.filter((message) => words.test(message)).length);
  return `${results.length.toLocaleString('en')} cells, ${failures.length} failed: ${lost} lost, ${doubled} doubled. ${counts.join(' · ')}.`;
}

function grid(group: readonly Result[]): string {
  const steps = [...new Set(group.map(({ step }) => step))];
  const faults = FAULTS.filter(({ name }) => group.some(({ fault }) => fault.name === name));
  const cells = faults.map(({ name }) => [name, ...steps.map((step) => {
    const ending = group.find((one) => one.step === step && one.fault.name === name)?.ending;
    return ending === undefined ? '' : ending instanceof Error ? 'FAILED' : ending;
  })]);
  const rows = [['fault', ...steps], ...cells];
  const widths = ['', ...steps].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((words, column) => words.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return [lines[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.slice(1)].join('\n');
}

const LEGEND = Object.entries(ENDINGS).map(([ending, words]) => `${ending}: ${words}`).join('\n');
