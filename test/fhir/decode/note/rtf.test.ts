import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../../../src/fhir/decode/note/extraction.ts';
import { TooDeep } from '../../../../src/fhir/decode/note/extraction.ts';
import { rtfText } from '../../../../src/fhir/decode/note/rtf/rtf.ts';

const read = (rtf: string): Extraction => {
  const found = rtfText(rtf);
  if ('status' in found) throw new Error(found.why);
  return found;
};
/** A page of one section, in the header that Word and Epic write. */
const page = (body: string) => `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset204 Arial Cyr;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f3\\fnil\\fcharset2 Wingdings;}{\\f4\\fnil\\fcharset128 MS Mincho;}{\\f5\\fnil\\fcharset254 Terminal;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s1 heading 1;}{\\s2 Normal;}}{\\*\\generator Writer 1.0;}\\pard ${body}}`;
const shown = (body: string) => read(page(body)).text;
const blocks = (body: string) => { const { text, blocks: found } = read(page(body)); return found.map((b) => `${b.kind}: ${text.slice(b.start, b.end)}`); };

describe('the text that a reader of the page would see', () => {
  test.each([
    ['Chest pain\\par No dyspnea', 'Chest pain\nNo dyspnea'],
    ['Chest pain\\par\\par No dyspnea', 'Chest pain\n\nNo dyspnea'],
    ['BP 140/90\\line HR 72', 'BP 140/90\nHR 72'],
    ['BP\\tab 140/90', 'BP\t140/90'],
    ['BP\t140/90', 'BP\t140/90'],
    ['hyper\r\ntension', 'hypertension'],
    ['dia{\\b bet}es', 'diabetes'],
    ['caf\\\'e9', 'café'],
    ['caf\u00e9', 'café'],
    ['BMI \\u8805?35', 'BMI ≥35'],
    ['BMI \\u8805\\\'3f35', 'BMI ≥35'],
    ['\\uc2 BMI \\u8805<=35', 'BMI ≥35'],
    ['\\uc0 BMI \\u8805 35', 'BMI ≥35'],
    ['BMI \\u-3917?35', 'BMI ≥35'],
    ['{\\uc0 \\u960}\\u8805?x', 'π≥x'],
    ['\\u55357?\\u56842? ok', '😊 ok'],
    ['\\u55357? lone', '\uFFFD lone'],
    ['{\\upr{\\{ansi\\}}{\\*\\ud{unicode \\u8805?}}}', 'unicode ≥'],
    ['{\\f1 \\\'e4\\\'e8\\\'e0\\\'e1\\\'e5\\\'f2}', 'диабет'],
    ['{\\f2 \\\'b3}30 {\\f2 \\\'a3}40 {\\f2 m}g', '≥30 ≤40 μg'],
    ['{\\f3 \\\'fe} Fever {\\f3 \\\'a8} Cough', '[x] Fever □ Cough'],
    ['{\\f4 \\\'93\\\'fa\\\'96\\\'7b}', '日本'],
    ['{\\f4 \\\'93}x', '\uFFFDx'],
    ['a\\~b\\_c\\-d', 'a b-cd'],
    ['\\{x\\} \\\\', '{x} \\'],
    ['\\ldblquote no chest pain\\rdblquote \\emdash patient\\rquote s words', '“no chest pain”—patient’s words'],
    ['one\\\ntwo', 'one\ntwo'],
    ['\\trowd\\cellx1\\cellx2 \\intbl BMI\\cell 31.4\\cell\\row\\intbl A1c\\cell 7.2\\cell\\row\\pard after', 'BMI\t31.4\nA1c\t7.2\nafter'],
    ['\\intbl one\\par two\\cell three\\cell\\row', 'one\ntwo\tthree'],
    ['\\ls1{\\listtext\\pard\\plain 1.\\tab}HTN\\par{\\listtext\\pard\\plain 2.\\tab}DM2\\par', '1. HTN\n2. DM2'],
    ['{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link text}} end', 'link text end'],
    ['{\\field{\\fldinst PAGE}{\\fldrslt }}x', 'x'],
    ['{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres1}}}{\\fldrslt}}Fever', '[x] Fever'],
    ['{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres0\\ffdefres1}}}{\\fldrslt}}Fever', '[ ] Fever'],
    ['pneumonia{\\super\\chftn{\\footnote\\pard\\plain per CT of May 3}} treated', 'pneumonia [per CT of May 3] treated'],
    ['{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt\\pard in a box\\par}}{\\shprslt\\par in a box}', 'in a box'],
    ['\\bin5 {{{\\}text', 'text'],
    ['', ''],
  ])('%j is %j', (body, text) => { expect(shown(body)).toBe(text); });

  test.each([
    '{\\v SECRET}', '\\v SECRET\\v0 ', '{\\strike SECRET}', '{\\striked1 SECRET}', '{\\deleted SECRET}', '{\\header SECRET\\par}', '{\\footerf SECRET}', '{\\info{\\title SECRET}}',
    '{\\pict\\wmetafile8 534543524554}', '{\\*\\unknown SECRET}', '{\\*\\unknown{\\b SECRET}}', '{\\*\\annotation SECRET}', '{\\object{\\*\\objdata SECRET}}', '{\\*\\bkmkstart SECRET}',
    '{\\*\\datastore SECRET}', '{\\xe SECRET}', '{\\nonesttables SECRET}', '{\\*\\htmltag64 <script>SECRET</script>}',
  ])('%s is left out', (hidden) => { expect(shown(`before ${hidden}after`)).toBe('before after'); });

  test('a paragraph with an outline level, a heading style or nothing but bold letters is a heading', () => {
    expect(blocks('\\outlinelevel0 Assessment\\par\\pard Diabetes\\par{\\b Plan:}\\par\\pard\\s1 Follow-up\\par\\pard {\\b Diet}: low salt\\par')).toEqual(
      ['heading: Assessment', 'paragraph: Diabetes', 'heading: Plan:', 'heading: Follow-up', 'paragraph: Diet: low salt']);
  });

  test('cells and list items are told apart', () => {
    expect(blocks('\\trowd\\intbl BMI\\cell 31\\cell\\row\\pard\\ls1 {\\listtext\\\'b7\\tab}HTN\\par')).toEqual(['table-cell: BMI', 'table-cell: 31', 'list-item: · HTN']);
  });
});

describe('the source map', () => {
  test('leads each piece back to its bytes', () => {
    const source = page('caf\\\'e9 \\u8805?30\\par x');
    const { text, sourceMap } = read(source);
    expect(sourceMap.map((s) => [text.slice(s.start, s.end), source.slice(s.from, s.to)])).toEqual([['caf', 'caf'], ['é', '\\\'e9'], [' ', ' '], ['≥', '\\u8805'], ['30', '30'], ['x', 'x']]);
  });
});

describe('odd RTF', () => {
  test.each([
    ['{\\rtf1 a{b', 'ab', 'complete'], ['{\\rtf1 a\\', 'a', 'complete'], ['{\\rtf1 a\\bin999999 b', 'a', 'complete'], ['{\\rtf1 a\\\'4', 'a4', 'complete'],
    [page('{\\f5 \\\'81} x'), '\uFFFD x', 'code page 437'],
  ])('%j says what is missing', (source, text, why) => { expect(read(source)).toMatchObject({ text, missing: expect.stringContaining(why) as string }); });

  test.each(['{\\rtf1 a}}}b', 'junk{\\rtf1 a}', '{\\rtf1 a}\0\0\0', '{\\rtf1 \\u99999999999999999999 ?a}', '{\\rtf1\\ansicpg99999999999 a}'])('%j is read', (source) => { expect(read(source)).toMatchObject({ text: expect.stringContaining('a') as string }); expect(read(source)).not.toHaveProperty('missing'); });

  test('what is no RTF is not taken for it', () => { expect(rtfText('Assessment: obesity.')).toMatchObject({ status: 'failed' }); });

  test('nesting without end is refused', () => { expect(() => rtfText(`{\\rtf1 ${'{'.repeat(2000)}`)).toThrow(TooDeep); });

  test('the document\'s own code page counts where its font names none', () => {
    expect(read('{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 \\\'e4\\\'e0}').text).toBe('да');
    expect(read('{\\rtf1\\mac caf\\\'8e}').text).toBe('café');
  });
});
