/**
 * A piece of text as the content of a page draws it. Points (1/72 inch), from the left and from the top edge of the page as it
 * is shown; `y` is the baseline.
 */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /** Runs along the line; turned text (a stamp, a label along the edge) does not. */
  readonly upright: boolean;
}

/** The text items of each page in the order of the page's content. The index in a page is what `SourceSegment.item` names. */
export interface PdfPages {
  readonly pages: readonly (readonly PdfItem[])[];
}
