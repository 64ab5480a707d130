import type { Resource } from 'fhir/r4';
import type { Instant, ReadReport } from '../../domain/model/index.ts';

/** The bytes behind one attachment of one DocumentReference, or why there are none. */
export type AttachmentContent = {
  /** `DocumentReference/id`. */
  readonly document: string;
  readonly index: number;
  readonly contentType: string;
  /** True where the bytes stand outside the document (Binary): how fetching them ended is reported under that kind. */
  readonly fetched?: boolean;
  /** Sensitive labels that came with the text, beside those of the document (codes as in `Note.sensitivity`). Absent: none. */
  readonly labels?: readonly string[];
} & ({ readonly bytes: Uint8Array } | { readonly failure: { readonly status: 'failed' | 'denied' | 'cannot-read-yet' | 'withheld'; readonly why: string } });

/** Everything that was read for one review, as FHIR JSON. Structured-cloneable: it travels to the worker. */
export interface ChartBundle {
  readonly base: string;
  readonly patient: string;
  readonly encounter: string;
  readonly resources: readonly Resource[];
  readonly attachments: readonly AttachmentContent[];
  readonly reads: readonly ReadReport[];
  /** The clock when reading began; `asOf` of an encounter in progress. */
  readonly readAt: Instant;
}

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** "Reading laboratory results". */
  readonly stage: string;
}

/** Brings what one review needs; how each kind ended stands in the bundle. */
export interface Reader {
  read(onProgress: (progress: ReadProgress) => void, signal: AbortSignal): Promise<ChartBundle>;
}
