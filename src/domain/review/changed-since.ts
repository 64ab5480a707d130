import type { Chart, SignedItem, Source } from '../model/index.ts';

/**
 * What a signed item rested on, or wrote, and stands in another version now. For a person, without PHI. The chart only tells of what was
 * read, so a source that is not in it counts as changed only where its kind was wholly read.
 */
export function changedSince(signed: SignedItem, chart: Chart): readonly string[] {
  const written = new Map(signed.targets.map((source) => [source.reference, source]));
  const sources = new Map([...signed.seen, ...written.values()].map((source) => [source.reference, source]));
  return [...new Set([...sources.values()].flatMap((source) => change(source, written.has(source.reference), chart)))];
}

function change(source: Source, isOwn: boolean, chart: Chart): readonly string[] {
  const kind = source.reference.split('/').at(-2) ?? '';
  const name = NAMES[kind];
  if (name === undefined) return [];
  const now = standing(source.reference, chart);
  if (now === undefined) return isWhollyRead(kind, chart) ? [`${name}: it is no longer in the record`] : [];
  if (source.version === null || now.version === null || source.version === now.version) return [];
  return [isOwn
    ? `${name}: version ${source.version} was written, version ${now.version} stands now`
    : `${name}: version ${source.version} was seen, version ${now.version} stands now`];
}

/** The encounter itself changes for many reasons that nobody decided on. */
const NAMES: Readonly<Record<string, string>> = {
  DocumentReference: 'A note behind this item', Condition: 'The charted diagnosis', Claim: 'The draft claim', Observation: 'A result behind this item',
};

function standing(reference: string, chart: Chart): Source | undefined {
  const documents = [...chart.notes, ...chart.unreadable].map((n) => n.document);
  const facts = [...chart.conditions, ...chart.claims, ...chart.observations].map((f) => f.source);
  return [...documents, ...facts].find((source) => source.reference === reference);
}

function isWhollyRead(kind: string, chart: Chart): boolean {
  const reads = chart.reads.filter((report) => report.kind === kind);
  return reads.length > 0 && reads.every((report) => report.status === 'read');
}
