import { CUT_OFF, DEEPEST, TooDeep } from '../extraction.ts';
import type { Extraction, Unread } from '../extraction.ts';
import { createTextWriter } from '../text-writer.ts';
import type { TextWriter } from '../text-writer.ts';
import { createByteText } from './byte-text.ts';
import type { ByteText } from './byte-text.ts';
import { DOCUMENT_SETS } from './code-pages.ts';
import { destinationOf } from './destinations.ts';
import type { Destination } from './destinations.ts';
import { createFonts } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import { LETTERS } from './letters.ts';
import { rtfTokens } from './tokens.ts';
import type { RtfToken } from './tokens.ts';

/**
 * The text that a reader of the RTF page would see, with headings (outline levels, or paragraphs in bold), list items and
 * table cells. Left out: hidden and struck-out text, deleted revisions, comments, page headers and footers, pictures.
 * Footnotes stand in square brackets where their mark stands. Never throws on malformed RTF.
 * @param source the attachment, one character a byte: offsets are bytes
 * @throws TooDeep
 */
export function rtfText(source: string): Extraction | Unread {
  const start = source.indexOf('{\\rtf');
  if (start < 0) return { status: 'failed', why: 'It is not RTF, whatever its format says. Open the document in the EHR.' };
  const writer = createTextWriter();
  const reader = createReader(writer, source);
  for (const token of rtfTokens(source, start)) {
    reader.take(token);
    if (reader.ended()) break;
  }
  const missing = reader.end();
  return { ...writer.end(), ...(missing === null ? {} : { missing }) };
}

/** What holds until its group closes. */
interface State {
  readonly destination: Destination | 'page';
  readonly skips: boolean;
  /** Whether the text around an alternative (`\upr`) or a field's code is shown: there, part of a skipped group is. */
  readonly skipsOutside: boolean;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly font: number | null;
  /** Characters that stand in for a `\u` where it is not understood. */
  readonly alternatives: number;
  readonly inTable: boolean;
  readonly inList: boolean;
  readonly heading: boolean;
}

interface Reader {
  take(token: RtfToken): void;
  /** The document's own group is closed. */
  ended(): boolean;
  /** What is missing, in words. */
  end(): string | null;
}

function createReader(writer: TextWriter, source: string): Reader {
  const fonts: Fonts = createFonts();
  const styles = createStyles();
  const stack: State[] = [];
  let state: State = START;
  let begun = false;
  let documentFont: number | null = null;
  let starred = false;
  let skip = 0;
  let paragraphEmpty = true;
  const box = { is: false, result: null as number | null, standard: 0 };

  const shows = (): boolean => !state.skips && !state.hidden && !state.struck;
  const bytes: ByteText = createByteText((text, from, to) => { show(text, from, to); });

  const show = (text: string, from: number, to: number): void => {
    if (!shows()) return;
    writer.within(state.inTable ? 'table-cell' : state.heading ? 'heading' : state.inList ? 'list-item' : 'paragraph');
    writer.text(text, from, to, { keepsSpace: false, bold: state.bold });
    if (/\S/.test(text)) paragraphEmpty = false;
  };

  const change = (changes: Partial<State>): void => {
    bytes.settle();
    state = { ...state, ...changes };
    const font = fonts.get(state.font ?? documentFont);
    bytes.font(font?.codePage, font?.symbols ?? null);
  };

  const paragraph = (): void => {
    if (!shows()) return;
    writer.boundary(paragraphEmpty ? 2 : 1);
    paragraphEmpty = true;
  };

  const enter = (destination: Destination, { from, to }: RtfToken): void => {
    switch (destination) {
      case 'skipped': case 'field-code': change({ destination, skipsOutside: state.skips, skips: true }); break;
      case 'unicode': change({ destination: 'page', skips: state.skipsOutside }); break;
      case 'fonts': case 'styles': change({ destination, skips: true }); break;
      case 'form-field': box.is = false; box.result = null; box.standard = 0; change({ destination }); break;
      case 'footnote':
        show(' ', from, to);
        if (shows()) writer.sign('[');
        change({ destination, inTable: false, inList: false, heading: false });
        break;
      case 'list-text': change({ destination, inList: true }); break;
      case 'shown': break;
    }
  };

  const leave = (): void => {
    bytes.settle();
    const closed = state;
    state = stack.pop() ?? START;
    if (closed.destination === 'footnote' && state.destination !== 'footnote' && shows()) writer.sign(']');
    if (closed.destination === 'form-field' && state.destination !== 'form-field' && box.is && !state.skipsOutside && !state.hidden && !state.struck) {
      const value = box.result === null || box.result === AS_STANDARD ? box.standard : box.result;
      writer.sign(value === 1 ? '[x] ' : '[ ] ');
    }
    change({});
  };

  const word = (name: string, number: number | null, token: RtfToken): void => {
    const on = number !== 0;
    const destination = destinationOf(name);
    if (destination !== null) return enter(destination, token);
    if (starred) return enter('skipped', token);
    if (state.destination === 'fonts') return fonts.word(name, number);
    if (state.destination === 'styles') { styles.word(name, number); return; }
    const letter = LETTERS.get(name);
    if (letter !== undefined) return show(letter, token.from, token.to);
    switch (name) {
      case 'par': case 'sect': case 'page': case 'column': return paragraph();
      case 'line': case 'softline': case 'lbr': if (shows()) writer.lineBreak(); return;
      case 'tab': return tab(token);
      case 'cell': case 'nestcell': if (shows()) { writer.cell(); paragraphEmpty = true; } return;
      case 'row': case 'nestrow': if (shows()) { writer.row(); paragraphEmpty = true; } return;
      case 'pard': return change({ inTable: false, inList: state.destination === 'list-text', heading: false });
      case 'plain': return change({ bold: false, hidden: false, struck: false, font: null });
      case 'intbl': return change({ inTable: true });
      case 'ls': return change({ inList: true });
      case 'outlinelevel': return change({ heading: number !== null && number >= 0 && number < 9 });
      case 's': return change({ heading: state.heading || styles.isHeading(number) });
      case 'b': return change({ bold: on });
      case 'v': return change({ hidden: on });
      case 'strike': case 'striked': case 'deleted': return change({ struck: on });
      case 'f': return change({ font: number });
      case 'deff': documentFont = number; return change({});
      case 'ansicpg': bytes.document(number ?? 0); return change({});
      case 'uc': return change({ alternatives: Math.max(0, number ?? 1) });
      case 'u': if (number !== null) { bytes.unit(number, token.from, token.to); skip = state.alternatives; } return;
      case 'fftype': box.is = number === 1; return;
      case 'ffres': box.result = number; return;
      case 'ffdefres': box.standard = number ?? 0; return;
      default: {
        const set = DOCUMENT_SETS.get(name);
        if (set !== undefined) { bytes.document(set); change({}); }
      }
    }
  };

  const tab = ({ from, to }: RtfToken): void => {
    if (!shows()) return;
    if (state.destination === 'list-text') writer.text(' ', from, to, { keepsSpace: false, bold: state.bold });
    else writer.tab(from, to);
  };

  const plain = (from: number, to: number): void => {
    if (state.destination === 'fonts') return fonts.name(source.slice(from, to));
    if (state.destination === 'styles') return styles.name(source.slice(from, to));
    if (!shows()) return;
    bytes.run(source, from, to, (at) => { bytes.settle(); tab({ kind: 'text', from: at, to: at + 1 }); });
  };

  return {
    take(token) {
      switch (token.kind) {
        case 'open':
          if (stack.length >= DEEPEST) throw new TooDeep();
          bytes.settle();
          stack.push(state);
          begun = true;
          break;
        case 'close': leave(); break;
        case 'text': {
          const left = Math.min(skip, token.to - token.from);
          skip -= left;
          if (token.from + left < token.to) plain(token.from + left, token.to);
          break;
        }
        case 'byte':
          if (skip > 0) { skip -= 1; break; }
          if (shows()) bytes.byte(token.byte, token.from, token.to);
          break;
        case 'symbol':
          if (skip > 0) { skip -= 1; break; }
          if (token.sign === '*') { starred = true; return; }
          bytes.settle();
          if (token.sign === '\r' || token.sign === '\n') paragraph();
          else if (token.sign === '\t') tab(token);
          else show(LETTERS.get(token.sign) ?? '', token.from, token.to);
          break;
        case 'word':
          if (skip > 0 && LETTERS.has(token.word)) { skip -= 1; break; }
          skip = 0;
          if (token.word !== 'u') bytes.settle();
          word(token.word, token.number, token);
          break;
      }
      if (token.kind === 'open' || token.kind === 'close') skip = 0;
      starred = false;
    },
    ended: () => begun && stack.length === 0,
    end() {
      bytes.settle();
      return stack.length > 0 ? CUT_OFF : bytes.missing();
    },
  };
}

/** A check box whose result is this has its standard value (RTF 1.9.1, "Form fields"). */
const AS_STANDARD = 25;

const START: State = {
  destination: 'page', skips: false, skipsOutside: false, hidden: false, struck: false, bold: false, font: null, alternatives: 1,
  inTable: false, inList: false, heading: false,
};

/** Which paragraph styles are headings, by their names ("heading 1"). */
function createStyles(): { word(word: string, number: number | null): void; name(part: string): void; isHeading(style: number | null): boolean } {
  const headings = new Set<number>();
  let style = 0;
  return {
    word(word, number) { if (word === 's' && number !== null) style = number; },
    name(part) { if (/^\s*heading/i.test(part)) headings.add(style); },
    isHeading: (asked) => asked !== null && headings.has(asked),
  };
}
