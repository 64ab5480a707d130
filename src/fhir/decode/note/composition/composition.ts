import type { SourceSegment } from '../../../../domain/model/index.ts';
import { sectionsInJson } from './json.ts';
import type { CompositionSection, Located } from './sections.ts';
import { sectionsInXml } from './xml.ts';
import { CUT_OFF, join } from '../extraction.ts';
import type { Extraction, Unread } from '../extraction.ts';
import { htmlText } from '../html.ts';

/**
 * The narrative of a FHIR document (Bundle of type document, or its Composition): the title and XHTML of each section.
 * @param source FHIR R4 JSON or XML
 * @throws TooDeep
 */
export function compositionText(source: string): Extraction | Unread {
  const isXml = source.trimStart().startsWith('<');
  const found = isXml ? sectionsInXml(source) : sectionsInJson(source);
  if ('status' in found) return found;
  const pieces = found.sections.flatMap(piecesOf);
  if (pieces.every(({ text }) => text === '')) return { status: 'cannot-read-yet', why: 'The document holds data without a text to read. Open it in the EHR.' };
  return { ...join(pieces), ...(found.cutOff ? { missing: CUT_OFF } : {}) };
}

function piecesOf({ depth, code, title, div }: CompositionSection): readonly Extraction[] {
  const marks = code !== null || depth === 1;
  const heading = title === null || title.value.trim() === '' ? null : headingOf(title, marks ? code : undefined);
  const text = div === null ? null : located(htmlText(div.value), div);
  const body = text !== null && heading === null && marks ? marked(text, code) : text;
  return [heading, body].filter((piece) => piece !== null);
}

function headingOf(title: Located, section: string | null | undefined): Extraction {
  const text = title.value.replace(/\s+/g, ' ').trim();
  const block = { start: 0, end: text.length, kind: 'heading' as const };
  return {
    text,
    blocks: [section === undefined ? block : { ...block, section }],
    sourceMap: [{ start: 0, end: text.length, from: title.at(0), to: title.at(title.value.length) }],
  };
}

/** Without a title, the first block carries the section. */
function marked(piece: Extraction, section: string | null): Extraction {
  const [first, ...rest] = piece.blocks;
  return first === undefined ? piece : { ...piece, blocks: [{ ...first, section }, ...rest] };
}

/** The source map of a piece, led on to the attachment that holds the piece. A copied run is cut where the source has an escape. */
function located(piece: Extraction, { at }: Located): Extraction {
  const sourceMap: SourceSegment[] = [];
  for (const { start, end, from, to } of piece.sourceMap) {
    if (end - start !== to - from) {
      sourceMap.push({ start, end, from: at(from), to: at(to) });
      continue;
    }
    let run = from;
    const copy = (until: number): void => {
      if (until > run) sourceMap.push({ start: start + run - from, end: start + until - from, from: at(run), to: at(until - 1) + 1 });
    };
    for (let i = from; i < to; i += 1) {
      if (at(i + 1) - at(i) === 1) continue;
      copy(i);
      sourceMap.push({ start: start + i - from, end: start + i + 1 - from, from: at(i), to: at(i + 1) });
      run = i + 1;
    }
    copy(to);
  }
  return { ...piece, sourceMap };
}
