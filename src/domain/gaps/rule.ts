import type { GapKind } from '../model/index.ts';
import type { Expression, Measurement } from './operators/expression.ts';

/**
 * A rule of the catalogue: data only, so that `JSON.parse(JSON.stringify(rule))` is the same rule.
 * Documentation: `trigger` is the indicator, `met` that a provider has said what it means.
 * Care: `trigger` is that something is due, `met` that it is done.
 */
export interface GapRule {
  /** Kebab case; also the folder's name. */
  readonly id: string;
  /** Semantic version; rises with every change of meaning. */
  readonly version: string;
  readonly kind: GapKind;
  /** Whose worklist it belongs on. */
  readonly audience: readonly Audience[];
  /** Among what is open, the lower comes first: 1–99 may harm if missed, 100–199 changes care, 200–299 changes the record. */
  readonly order: number;
  readonly title: string;
  /** What queries and scores are grouped by. */
  readonly topic: string;
  /** Who says so, each with its year. */
  readonly authority: readonly string[];
  /** Why it matters, for the reader of the catalogue. */
  readonly rationale: string;
  readonly appliesTo: Expression;
  readonly trigger: Expression;
  readonly met: Expression;
  /** One sentence for each way it can end; `cannot-tell` says what was not read. */
  readonly says: {
    readonly open: string;
    readonly met: string;
    readonly outOfScope: string;
    readonly notTriggered: string;
  };
  /** Null where there is nothing to ask a provider. */
  readonly asks: QueryTemplate | null;
  /** What a site may set without a rebuild, by a name that it uses in its policy file. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
}

export const AUDIENCES = ['clinician', 'cdi', 'coder', 'quality'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Threshold {
  /** JSON pointers (RFC 6901) into the rule: every place that holds the number. */
  readonly at: readonly string[];
  /** UCUM, or "months", "results", … */
  readonly unit: string;
  /** A site's value must lie between, both included. */
  readonly between: readonly [least: number, most: number];
}

/** Neutral words and options for a compliant query (AHIMA/ACDIS 2022); indicators come from the gap's evidence. */
export interface QueryTemplate {
  readonly title: string;
  readonly question: string;
  /** Empty for an open question. */
  readonly options: readonly OptionSource[];
}

export type OptionSource =
  | { readonly from: 'text'; readonly option: string }
  /** Offered only where the indicators support it. */
  | { readonly from: 'when'; readonly holds: Expression; readonly options: readonly string[] }
  /** What the cited results support: of the newest alone, or of each. A band is from `atLeast` up to, not including, `below`. */
  | { readonly from: 'bands'; readonly measurement: Measurement; readonly of: 'newest' | 'each'; readonly bands: readonly OptionBand[] };

export interface OptionBand {
  readonly atLeast: number;
  readonly below: number;
  readonly options: readonly string[];
}

/** @throws Error when an id, a version or an authority is not in order: found when the catalogue is loaded, by any test. */
export function defineRule(rule: GapRule): GapRule {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule.id)) throw new Error(`The rule id "${rule.id}" is not in kebab case.`);
  if (!/^\d+\.\d+\.\d+$/.test(rule.version)) throw new Error(`${rule.id}: "${rule.version}" is not a semantic version.`);
  if (rule.authority.length === 0 || rule.authority.some((authority) => !/\b(?:19|20)\d{2}\b/.test(authority))) {
    throw new Error(`${rule.id}: every rule names its authority, each with a year.`);
  }
  return rule;
}
