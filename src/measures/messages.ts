import type { GapFinding } from '../domain/model/index.ts';
import type { FhirResource, MeasurementPeriod } from './model.ts';

/** What the page asks of the measures' worker. `id` names one request. A load replaces the pack. */
export type ToMeasures =
  | { readonly kind: 'load'; readonly id: number; readonly resources: readonly FhirResource[] }
  | { readonly kind: 'evaluate'; readonly id: number; readonly chart: readonly FhirResource[]; readonly period: MeasurementPeriod; readonly now: string; readonly incomplete: string | null; readonly read: readonly string[] | null };

export type FromMeasures =
  | { readonly kind: 'loaded'; readonly id: number; readonly measures: readonly { readonly id: string; readonly title: string; readonly problem: string | null }[]; readonly warnings: readonly string[] }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'findings'; readonly id: number; readonly findings: readonly GapFinding[] }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
