import type { Brand } from './primitives.ts';
import type { Evidence } from './evidence.ts';

export type QueryId = Brand<string, 'QueryId'>;
export type QueryFormat = 'multiple-choice' | 'yes-no' | 'open';

/** A compliant question to the provider (AHIMA/ACDIS 2022): dated indicators, neutral title, supported options. */
export interface QueryDraft {
  readonly id: QueryId;
  readonly rule: string;
  readonly topic: string;
  readonly title: string;
  readonly indicators: readonly { readonly text: string; readonly evidence: Evidence }[];
  readonly question: string;
  readonly options: readonly string[];
  readonly format: QueryFormat;
}
