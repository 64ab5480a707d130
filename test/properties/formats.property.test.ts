import fc from 'fast-check';
import { Tokenize } from 'rtf-stream-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractNote } from '../../src/fhir/decode/note/extract.ts';
import type { Extraction } from '../../src/fhir/decode/note/extraction.ts';
import { readPdf } from '../../src/fhir/decode/note/pdf/pdf-reader.ts';
import { pdfText } from '../../src/fhir/decode/note/pdf/pdf.ts';
import type { PdfItem } from '../../src/fhir/decode/note/pdf/pages.ts';
import { isOfPdfJs } from '../../src/fhir/decode/note/pdf/stray-rejections.ts';
import { rtfTokens } from '../../src/fhir/decode/note/rtf/tokens.ts';
import { linesOf, pdfOf } from '../support/pdf.ts';

const SCRIPT = 'globalThis.scriptRan=true';
const RTF = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f4\\fnil\\fcharset128 MS Mincho;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title ${SCRIPT}}}\\pard\\s1 Assessment\\par\\pard {\\b Obesity}, BMI \\u8805?35, caf\\'e9 {\\f2 \\'b3}{\\f4 \\'93\\'fa}\\tab x\\line\\trowd\\intbl A1c\\cell 7.2\\cell\\row{\\v hidden}{\\*\\x ${SCRIPT}}{\\listtext 1.\\tab}HTN{\\footnote note}\\par{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield{\\fftype1}}}{\\fldrslt}}{\\upr{a}{\\*\\ud b}}\\bin3 {{{\\~\\_}`;
const CDA = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><code code="51848-0" codeSystem="2.16.840.1.113883.6.1"/><title>A &amp; P</title><text><paragraph>Obesity<br/>BMI &#8805; 35</paragraph><table><tr><th>a</th><td>b</td></tr></table><list><item>HTN</item></list><footnote>f</footnote><script>${SCRIPT}</script><content revised="delete">x</content><![CDATA[y]]></text><component><section><text>part</text></section></component></section></component></structuredBody><nonXMLBody><text mediaType="text/plain" representation="B64">eA==</text></nonXMLBody></component></ClinicalDocument>`;
const JSON_DOCUMENT = JSON.stringify({ resourceType: 'Bundle', type: 'document', entry: [{ resource: { resourceType: 'Composition', section: [{ title: 'A \n P', code: { coding: [{ system: 'http://loinc.org', code: '51848-0' }] }, text: { div: `<div xmlns="x"><p>Obesity "3" \u2265 é</p><script>${SCRIPT}</script></div>` }, section: [{ text: { div: '<div>part</div>' } }] }] } }] });
const XML_DOCUMENT = `<Bundle xmlns="http://hl7.org/fhir"><entry><resource><Composition><section><title value="A &amp; P"/><code><coding><system value="http://loinc.org"/><code value="51848-0"/></coding></code><text><div xmlns="x"><p>Obesity &lt; 3</p><script>${SCRIPT}</script></div></text><section><text><div>part</div></text></section></section></Composition></resource></entry></Bundle>`;
const HTML = `<!DOCTYPE html><html><head><script>${SCRIPT}</script><meta charset="utf-8"></head><body onload="${SCRIPT}"><h1>Assessment</h1><p>Obesity &ge; 35<img src=x onerror="${SCRIPT}"><table><tr><td>a<td>b</table><pre>x  y</pre></body></html>`;
const PDF = Buffer.from(pdfOf([linesOf(['Assessment: obesity.', 'Plan: diet.']), [{ text: 'turned', x: 100, y: 100, turned: true }]]))
  .toString('latin1').replace('/Type /Catalog', `/Type /Catalog /OpenAction << /S /JavaScript /JS (${SCRIPT}) >>`);

/** A valid document with pieces of it cut out, doubled, moved or overwritten, or nothing but pieces and bytes. */
function inputs(valid: string): fc.Arbitrary<Uint8Array> {
  const latin = Buffer.from(valid, 'utf8');
  const place = fc.nat({ max: latin.length });
  const piece = fc.oneof(
    fc.tuple(place, fc.nat({ max: 40 })).map(([at, length]) => latin.subarray(at, at + length)),
    fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom('{', '}', '\\', '<', '>', '"', '&', '<![CDATA[', ']]>', '<!--', '\\u-1?', '\\\'', '\\bin9', '\\uc9', '\0', '\uFEFF', '\ud83d', '(', ')', 'endobj', 'stream', '<<', '>>', '[', ']', '/').map((text) => Buffer.from(text)),
  );
  const mutated = fc.array(fc.record({ at: place, drop: fc.nat({ max: 60 }), put: piece }), { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = latin;
    for (const { at, drop, put } of changes) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
    return bytes;
  });
  const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.concat(pieces));
  const cut = place.map((at) => latin.subarray(0, at));
  return fc.oneof({ weight: 6, arbitrary: mutated }, { weight: 2, arbitrary: soup }, { weight: 1, arbitrary: cut }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([latin.subarray(0, 12), bytes])) })
    .map((bytes) => Uint8Array.from(bytes));
}

function expectWellFormed({ text, blocks, sourceMap }: Extraction, sourceLength: number): void {
  let end = 0;
  for (const s of sourceMap) {
    if (s.start < end || s.end <= s.start || s.from < 0 || s.to < s.from || (s.item === undefined && s.to > sourceLength)) throw new Error(`segment ${JSON.stringify(s)} after ${end} of ${sourceLength}`);
    end = s.end;
  }
  let last = 0;
  for (const b of blocks) {
    if (b.start < last || b.end <= b.start) throw new Error(`block ${JSON.stringify(b)} after ${last}`);
    last = b.end;
  }
  expect(Math.max(end, last)).toBeLessThanOrEqual(text.length);
}

describe.each([
  ['RTF', RTF, 'application/rtf'], ['C-CDA', CDA, 'text/xml'], ['a FHIR document', JSON_DOCUMENT, 'application/fhir+json'],
  ['a FHIR document as XML', XML_DOCUMENT, 'application/fhir+xml'], ['HTML', HTML, 'text/html'], ['text', 'Assessment: obesity.', 'text/plain'],
])('%s', (_, valid, contentType) => {
  test('whole says what it says and no script', async () => {
    const found = await extractNote(Buffer.from(valid, 'utf8'), contentType, () => 0);
    expect(found).toMatchObject({ extraction: { text: expect.stringMatching(/obesity/i) as string } });
    expect(found).not.toMatchObject({ extraction: { text: expect.stringContaining('scriptRan') as string } });
  });

  test('in any state gives a text that leads back to it, or a reason', async () => {
    await fc.assert(fc.asyncProperty(inputs(valid), async (bytes) => {
      const found = await extractNote(bytes, contentType, () => 0);
      if ('status' in found) expect(found.why).toMatch(/ EHR\.$|open it in the EHR\.$/i);
      else expectWellFormed(found.extraction, found.source.length);
    }), { numRuns: 2000 });
    expect(globalThis).not.toHaveProperty('scriptRan');
  });

  test('ten times as long takes ten times the segments, not more', async () => {
    const many = async (times: number) => {
      const body = contentType.includes('json') ? JSON.stringify({ resourceType: 'Composition', section: Array.from({ length: times }, () => ({ title: 'x', text: { div: '<div>a &amp; b\n</div>' } })) })
        : contentType.includes('fhir+xml') ? `<Composition xmlns="http://hl7.org/fhir">${'<section><title value="x"/><text><div>a &amp; b</div></text></section>'.repeat(times)}</Composition>`
          : contentType === 'text/xml' ? `<ClinicalDocument>${'<component><section><title>x</title><text>a &amp; b</text></section></component>'.repeat(times)}</ClinicalDocument>`
            : contentType === 'application/rtf' ? `{\\rtf1 ${'{\\b x}\\par a \\u8805? b\\\'e9\\par'.repeat(times)}}` : '<p>x</p><p>a &amp; b</p>'.repeat(times);
      const found = await extractNote(Buffer.from(body), contentType, () => 0);
      return 'extraction' in found ? found.extraction.sourceMap.length : 0;
    };
    const longer = await many(20_000);
    expect(longer).toBeLessThanOrEqual(10 * await many(2_000) + 1);
    expect(longer).toBeGreaterThanOrEqual(contentType === 'text/plain' ? 1 : 20_000);
  });
});

describe('PDF', () => {
  const strays: unknown[] = [];
  const heard = (reason: unknown): void => { strays.push(reason); };
  const others = process.listeners('unhandledRejection');

  beforeAll(() => {
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', heard);
  });
  afterAll(() => {
    process.removeAllListeners('unhandledRejection');
    for (const each of others) process.on('unhandledRejection', each);
  });

  test('in any state gives a text that leads back to it, or a reason', async () => {
    await fc.assert(fc.asyncProperty(inputs(PDF), async (bytes) => {
      const found = await readPdf(bytes, () => 0);
      if ('status' in found) expect(found.why).toMatch(/ EHR\.$/);
      else expectWellFormed(pdfText(found), 0);
    }), { numRuns: 2000 });
    await new Promise((done) => { setImmediate(done); });
    expect(strays.filter((reason) => !isOfPdfJs(reason))).toEqual([]);
    expect(globalThis).not.toHaveProperty('scriptRan');
  }, 60_000);

  const number = fc.oneof(fc.double({ min: -50, max: 900, noNaN: true }), fc.constantFrom(0, 72, 700, NaN, Infinity, -Infinity, 1e300));
  const item: fc.Arbitrary<PdfItem> = fc.record({ text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', ' ', ' fever ', 'no evidence of')), x: number, y: number, width: number, size: number, upright: fc.boolean() });

  test('wherever words stand, each of them comes out once', () => {
    fc.assert(fc.property(fc.array(fc.array(item, { maxLength: 12 }), { maxLength: 4 }), (pages) => {
      const found = pdfText({ pages });
      expectWellFormed(found, 0);
      const seen = found.sourceMap.map((s) => `${s.item?.page}.${s.item?.index}`);
      expect(new Set(seen).size).toBe(seen.length);
      for (const s of found.sourceMap) expect(pages[(s.item?.page ?? 0) - 1]?.[s.item?.index ?? -1]?.text.slice(s.from, s.to)).toBe(found.text.slice(s.start, s.end));
    }), { numRuns: 2000 });
  });

  test('a page of a hundred thousand words is put together', () => {
    const page = Array.from({ length: 100_000 }, (_, i) => ({ text: 'word', x: 72 + (i % 10) * 50, y: Math.floor(i / 10) * 14, width: 20, size: 11, upright: true }));
    expect(pdfText({ pages: [page] }).sourceMap).toHaveLength(100_000);
  });
});

describe('the tokens of RTF', () => {
  test('lie end to end but for line breaks, and each character is in one', () => {
    fc.assert(fc.property(inputs(RTF), (bytes) => {
      const source = Buffer.from(bytes).toString('latin1');
      let at = 0;
      for (const { from, to } of rtfTokens(source)) {
        expect(source.slice(at, from)).toMatch(/^[\r\n]*$/);
        expect(to).toBeGreaterThan(from);
        at = to;
      }
      expect(source.slice(at)).toMatch(/^[\r\n]*\\?$/);
    }), { numRuns: 1000 });
  });

  test('are those that an independent tokenizer finds', async () => {
    const part = fc.oneof(fc.constantFrom('\\par ', '\\b0', '\\u-4051?', '\\\'e9', '\\~', '\\*', '\\{', '\\pard\\plain ', '\\bin3 {\\}', '\r\n', 'caf\u00e9 ', '\\uc1\\u8805 x'), fc.stringMatching(/^[a-z ,.0-9]{1,12}$/));
    const rtf = fc.array(fc.oneof(part, part, fc.array(part, { maxLength: 4 }).map((inner) => `{${inner.join('')}}`)), { maxLength: 30 }).map((parts) => `{\\rtf1 ${parts.join('')}}`);
    await fc.assert(fc.asyncProperty(rtf, async (source) => { expect(ours(source)).toEqual(await theirs(source)); }), { numRuns: 500 });
  });
});

/** Text runs joined, since line breaks between them mean nothing. */
function joined(tokens: readonly (readonly [string, string, number | null])[]): readonly (readonly [string, string, number | null])[] {
  return tokens.reduce<[string, string, number | null][]>((all, [kind, value, number]) => {
    const last = all.at(-1);
    if (kind === 'text' && last?.[0] === 'text') last[1] += value;
    else all.push([kind, value, number]);
    return all;
  }, []);
}

function ours(source: string): readonly (readonly [string, string, number | null])[] {
  return joined([...rtfTokens(source)].map((token) => {
    switch (token.kind) {
      case 'open': case 'close': return [token.kind, '', null] as const;
      case 'word': return ['control', token.word, token.number] as const;
      case 'symbol': return ['control', token.sign, null] as const;
      case 'byte': return ['control', '\'', token.byte] as const;
      case 'text': return ['text', source.slice(token.from, token.to), null] as const;
    }
  }));
}

interface TheirToken { readonly type: number; readonly word?: string; readonly param?: number; readonly data?: Buffer }

async function theirs(source: string): Promise<readonly (readonly [string, string, number | null])[]> {
  const tokenizer = new Tokenize();
  tokenizer.end(Buffer.from(source, 'latin1'));
  const found: (readonly [string, string, number | null])[] = [];
  for await (const { type, word = '', param, data } of tokenizer as AsyncIterable<TheirToken>) {
    if (type === 0) found.push(['open', '', null]);
    else if (type === 1) found.push(['close', '', null]);
    else if (type === 2) found.push(['control', word, word === '\'' ? data?.[0] ?? null : param ?? null]);
    else found.push(['text', data?.toString('latin1') ?? '', null]);
  }
  return joined(found);
}
