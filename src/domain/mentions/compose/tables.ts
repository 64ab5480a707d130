/** How far from the name of a condition the words of an axis may stand; in a sentence they may also be those of another condition. */
export type Reach = 'near' | 'clause' | 'sentence' | 'note';

export interface Axis {
  readonly name: string;
  readonly reach: Reach;
  /** A condition has one value at a time, and the nearest counts. */
  readonly one: boolean;
}

/** A value of an axis: how clinicians say it, and how the titles of the tabular list write it. */
export interface AttributeValue {
  readonly axis: string;
  readonly value: string;
  /** `=OD` only in capitals, `~3b` only beside the name of the condition, `*rib` only in the plural. */
  readonly says: readonly string[];
  readonly titles: readonly string[];
  /** The value of the same axis that a title may name for it: a thumb is a finger. */
  readonly within: string | null;
  /** Titles may claim it though nobody says it. */
  readonly assumed: boolean;
  /** Meant where only what it is part of is named and that has no code: the Index has *leg (lower)*. */
  readonly usual: boolean;
}

/** What a `+` row says: words found near a concept, and the codes that they leave. */
export interface Refinement {
  readonly concept: string;
  /** Codes of the concept; none where it names none by itself. */
  readonly codes: readonly string[];
  readonly attribute: string;
  readonly says: readonly string[];
  /** `I50.2-` all beneath, `I50.-3` any one character, the rest as it stands. */
  readonly patterns: readonly string[];
}

export interface AttributeTables {
  readonly axes: readonly Axis[];
  readonly values: readonly AttributeValue[];
  readonly refinements: readonly Refinement[];
}

/** A wording of a refinement: nobody needs to say it. */
export const ASSUMED = '(assumed)';
