/** A string of the document, and the offset in the attachment of its characters (of its end, at its length). */
export interface Located {
  readonly value: string;
  readonly at: (offset: number) => number;
}

/** A section of a Composition. */
export interface CompositionSection {
  /** 1: a section of the document; more: a part of one. */
  readonly depth: number;
  /** LOINC; null where it has none. */
  readonly code: string | null;
  readonly title: Located | null;
  /** XHTML. */
  readonly div: Located | null;
}

/** In reading order. `cutOff`: the document ends before it is complete. */
export interface CompositionSections {
  readonly sections: readonly CompositionSection[];
  readonly cutOff: boolean;
}

export const LOINC = 'http://loinc.org';

/** Sections nested deeper than any document's are refused. */
export const DEEPEST_SECTION = 50;
