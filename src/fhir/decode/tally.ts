import type { Resource } from 'fhir/r4';
import type { ReadReport, ResourceKind } from '../../domain/model/index.ts';

/** Counts, by kind, what could not be decoded, so that one bad resource costs itself alone and is still told of. */
export interface Tally {
  /** Decodes each resource of the kind (of those alone that `only` lets pass); a resource that is not as FHIR says is left out and counted, once over several calls. */
  each<T extends Resource, Fact>(kind: T['resourceType'] & ResourceKind, decode: (resource: T) => Fact, only?: (resource: T) => boolean): readonly Fact[];
  /** The reports of the reading, with what could not be decoded taken off. */
  reports(): readonly ReadReport[];
}

export function createTally(resources: readonly Resource[], reads: readonly ReadReport[]): Tally {
  const bad = new Map<ResourceKind, { failed: Set<Resource>; of: number }>();
  return {
    each<T extends Resource, Fact>(kind: T['resourceType'] & ResourceKind, decode: (resource: T) => Fact, only: (resource: T) => boolean = () => true) {
      const mine = resources.filter((r): r is T => r.resourceType === kind);
      const facts: Fact[] = [];
      const { failed } = bad.get(kind) ?? { failed: new Set<Resource>() };
      for (const resource of mine.filter(only)) {
        const fact = attempt(() => decode(resource));
        if (fact === null) failed.add(resource);
        else facts.push(fact.value);
      }
      if (failed.size > 0) bad.set(kind, { failed, of: mine.length });
      return facts;
    },
    reports: () => reads.map((report) => lowered(report, bad.get(report.kind))),
  };
}

/** Whatever a malformed resource makes the decoder trip over, the others must still be read; the count tells of it. */
function attempt<Fact>(decode: () => Fact): { value: Fact } | null {
  try {
    return { value: decode() };
  } catch {
    return null;
  }
}

function lowered(report: ReadReport, bad: { failed: ReadonlySet<Resource>; of: number } | undefined): ReadReport {
  if (bad === undefined || report.count === 0 || (report.status !== 'read' && report.status !== 'partial')) return report;
  const why = `${bad.failed.size} of ${bad.of} could not be understood, because they are not as FHIR R4 says.`;
  return { ...report, status: bad.failed.size === bad.of ? 'failed' : 'partial', why: report.why === null ? why : `${report.why} ${why}` };
}
