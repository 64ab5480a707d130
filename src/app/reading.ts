import type { Analysis, Chart } from '../domain/model/index.ts';
import type { ChartBundle } from '../fhir/read/contract.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { ReviewParts } from './review-line.ts';
import type { Analysing, Reading, Where } from './review-state.ts';

export interface ReadRecord { readonly chart: Chart; readonly analysis: Analysis; readonly known: ReadonlySet<string>; readonly resources: ChartBundle['resources'] }

/** Reads and analyses one encounter's record, and tells how far it is. @throws whatever reader or engine throw; the signal's reason when cancelled */
export async function readRecord(
  { reader, engine, policy }: Pick<ReviewParts, 'reader' | 'engine' | 'policy'>, session: Session, where: Where, onState: (state: Reading | Analysing) => void, signal: AbortSignal,
): Promise<ReadRecord> {
  const tell = (state: Reading | Analysing): void => { if (!signal.aborted) onState(state); };
  tell({ phase: 'reading', session, where, progress: null });
  const bundle = await reader(session, where).read((progress) => tell({ phase: 'reading', session, where, progress }), signal);
  signal.throwIfAborted();
  let now: Analysing = { phase: 'analysing', session, where, chart: null, done: 0, total: 0, findings: [] };
  tell(now);
  const { chart, analysis } = await engine.analyze(bundle, policy, {
    onChart: (read) => tell(now = { ...now, chart: read, total: read.notes.length }),
    onNote: (found, done, total) => tell(now = { ...now, done, total, findings: [...now.findings, found] }),
  }, signal);
  signal.throwIfAborted();
  return { chart, analysis, known: everythingRead(bundle, chart), resources: bundle.resources };
}

/** References of all that was read, also of what the chart does not show (records of this app, superseded documents). */
function everythingRead({ resources }: ChartBundle, chart: Chart): ReadonlySet<string> {
  const facts = [chart.conditions, chart.claims, chart.tasks, chart.provenances, chart.proposals, chart.signed].flat();
  const documents = [...chart.notes, ...chart.unreadable].map(({ document }) => document);
  return new Set([
    ...resources.flatMap(({ resourceType, id }) => (id === undefined ? [] : [`${resourceType}/${id}`])),
    ...[...facts.map(({ source }) => source), ...documents].map(({ reference }) => reference),
  ]);
}
