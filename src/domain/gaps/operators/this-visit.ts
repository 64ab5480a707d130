import type { Snapshot } from '../index-chart.ts';
import { momentOf } from './time.ts';

/** The first day of the encounter; its last known day where it does not say when it began. */
export function firstDayOf({ chart, asOf, zone }: Snapshot): number {
  return Math.min((chart.encounter.start === null ? null : momentOf(chart.encounter.start, zone))?.day ?? asOf.day, asOf.day);
}
