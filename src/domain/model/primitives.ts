declare const brand: unique symbol;

/** A nominal type: only the function that checks a value may brand it. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** FHIR `instant` or `dateTime` with a time, as the server wrote it, e.g. `2026-02-18T09:20:00-06:00`. */
export type Instant = string;

/** A day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Half-open range of UTF-16 offsets into a named text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a fact stands: `reference` is `Type/id` (or the Bundle entry's fullUrl where there is no id),
 * `version` is `meta.versionId`, else `sha256:…` of the attachment, else null where the server keeps no versions.
 */
export interface Source {
  readonly reference: string;
  readonly version: string | null;
}

/** Yes, no, cannot tell (Kleene's strong three-valued logic). */
export type Answer = 'yes' | 'no' | 'cannot-tell';

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
}

/** The person's sex as far as coding edits need it. */
export type Sex = 'male' | 'female' | 'unknown';

export type CodeSystem = 'icd-10-cm' | 'hcpcs' | 'cpt';
