import type { Analysis, Chart, CodeEntry, NoteFindings, Policy } from '../domain/model/index.ts';
import type { ChartBundle } from '../fhir/read/contract.ts';

/** What the page asks of the worker. `id` names one request; answers carry it back. */
export type ToWorker =
  | { readonly kind: 'analyze'; readonly id: number; readonly bundle: ChartBundle; readonly policy: Policy }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'search'; readonly id: number; readonly words: string; readonly serviceDate: string | null; readonly limit: number };

export type FromWorker =
  | { readonly kind: 'started'; readonly id: number }
  | { readonly kind: 'chart'; readonly id: number; readonly chart: Chart }
  | { readonly kind: 'note'; readonly id: number; readonly findings: NoteFindings; readonly done: number; readonly total: number }
  | { readonly kind: 'analyzed'; readonly id: number; readonly chart: Chart; readonly analysis: Analysis }
  | { readonly kind: 'entries'; readonly id: number; readonly entries: readonly CodeEntry[] }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string; readonly whatToDo: string };
