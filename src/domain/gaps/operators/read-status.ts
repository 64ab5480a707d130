import type { ReadReport, ReadStatus, ResourceKind } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';

/**
 * Why what there is of a kind may not be all of it; empty when it was wholly read.
 * Reports of other categories do not bear on the question: vital signs may be read while laboratory results were denied.
 */
export function unread({ chart }: Snapshot, kind: ResourceKind, category: string | null = null): readonly string[] {
  const ofKind = chart.reads.filter((report) => report.kind === kind);
  const relevant = ofKind.filter((report) => bearsOn(report, category));
  if (relevant.length === 0) return [`${nameOf(kind, category)} was not asked for`];
  const missing = new Set(relevant.map((report) => report.status).filter((status) => status !== 'read'));
  return [...missing].map((status) => `${nameOf(kind, category)} ${SAID[status]}`);
}

function bearsOn(report: ReadReport, category: string | null): boolean {
  if (category === null) return true;
  const asked = /(?:^|&|\?)category=([^&]*)/.exec(report.query)?.[1];
  return asked === undefined || asked.split(',').some((code) => code.slice(code.lastIndexOf('|') + 1) === category);
}

function nameOf(kind: ResourceKind, category: string | null): string {
  return category === null ? kind : `${kind} (${category})`;
}

const SAID: Record<Exclude<ReadStatus, 'read'>, string> = {
  partial: 'was only partly read',
  denied: 'was denied',
  failed: 'could not be read',
  'not-asked': 'is not offered by the server',
};
