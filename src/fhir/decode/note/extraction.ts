import type { Block, SourceSegment } from '../../../domain/model/index.ts';

/** Text taken out of a decoded attachment. Offsets are UTF-16: `start`, `end` into `text`, `from`, `to` into the attachment. */
export interface Extraction {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: readonly SourceSegment[];
}

/** Plain text is its own extraction. It has no layout but its lines, so there are no blocks. */
export function plainText(source: string): Extraction {
  return {
    text: source,
    blocks: [],
    sourceMap: source.length === 0 ? [] : [{ start: 0, end: source.length, from: 0, to: source.length }],
  };
}
