import type { Block, SourceSegment } from '../../../domain/model/index.ts';

/** Text taken out of a decoded attachment. Offsets are UTF-16: `start`, `end` into `text`, `from`, `to` into the attachment. */
export interface Extraction {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: readonly SourceSegment[];
  /** What of the document the text lacks, in words for the reader. */
  readonly missing?: string;
}

/** Why there is no text: damaged, or not readable by this app. */
export interface Unread {
  readonly status: 'failed' | 'cannot-read-yet';
  readonly why: string;
}

/** Elements nested deeper than any note's are refused, since each costs the parser time. */
export const DEEPEST = 1000;

export class TooDeep extends Error {}

/** Plain text is its own extraction. It has no layout but its lines, so there are no blocks. */
export function plainText(source: string): Extraction {
  return {
    text: source,
    blocks: [],
    sourceMap: source.length === 0 ? [] : [{ start: 0, end: source.length, from: 0, to: source.length }],
  };
}

/** What the text lacks where the document ends before what it opened is closed: a reply cut on its way, or a damaged file. */
export const CUT_OFF = 'It ends before it is complete: what followed is missing. Open the document in the EHR.';

/** Several pieces as one text, an empty line between them. Pieces without text are left out. */
export function join(pieces: readonly Extraction[]): Extraction {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const sourceMap: SourceSegment[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const by = length === 0 ? 0 : length + APART.length;
    if (length > 0) parts.push(APART);
    parts.push(piece.text);
    for (const block of piece.blocks) blocks.push({ ...block, start: block.start + by, end: block.end + by });
    for (const segment of piece.sourceMap) sourceMap.push({ ...segment, start: segment.start + by, end: segment.end + by });
    length = by + piece.text.length;
  }
  const missing = pieces.find((piece) => piece.missing !== undefined)?.missing;
  return { text: parts.join(''), blocks, sourceMap, ...(missing === undefined ? {} : { missing }) };
}

const APART = '\n\n';
