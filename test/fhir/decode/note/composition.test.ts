import { describe, expect, test } from 'vitest';
import { compositionText } from '../../../../src/fhir/decode/note/composition/composition.ts';
import type { Extraction } from '../../../../src/fhir/decode/note/extraction.ts';

const read = (source: string): Extraction => {
  const found = compositionText(source);
  if ('status' in found) throw new Error(found.why);
  return found;
};
const div = (inside: string) => ({ status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>` });
const loinc = (code: string) => ({ coding: [{ system: 'http://local', code: 'x' }, { system: 'http://loinc.org', code }] });
const composition = (section: readonly object[], more: object = {}) => ({ resourceType: 'Composition', title: 'Progress note', ...more, section });
const document = (resource: object) => ({ resourceType: 'Bundle', type: 'document', entry: [{ resource }, { resource: { resourceType: 'Condition', text: div('SECRET') } }] });
const blocks = ({ text, blocks: found }: Extraction) => found.map((b) => `${b.kind}${b.section === undefined ? '' : `(${b.section})`}: ${text.slice(b.start, b.end)}`);

const SECTIONS = [
  { title: 'What we think', code: loinc('51848-0'), text: div('<p>Obesity &amp; "sleep apnea"</p>') },
  { code: loinc('10157-6'), text: div('Mother: diabetes') },
  { title: 'Whole', text: div('<ul><li>one</li></ul>'), section: [{ title: 'Part', text: div('part') }, { title: 'Plan', code: loinc('18776-5'), text: div('rest') }] },
];
const EXPECTED = ['heading(51848-0): What we think', 'paragraph: Obesity & "sleep apnea"', 'paragraph(10157-6): Mother: diabetes', 'heading(null): Whole', 'list-item: one', 'heading: Part', 'paragraph: part', 'heading(18776-5): Plan', 'paragraph: rest'];

describe('a FHIR document as JSON', () => {
  test.each([['in a Bundle', JSON.stringify(document(composition(SECTIONS)))], ['alone', JSON.stringify(composition(SECTIONS), null, 2)]])('%s: titles and narrative with their codes', (_, source) => {
    expect(blocks(read(source))).toEqual(EXPECTED);
    expect(read(source).text).toContain('What we think\n\nObesity & "sleep apnea"\n\nMother: diabetes');
  });

  test('the source map leads through the escapes of JSON', () => {
    const source = '{"resourceType":"Composition","section":[{"text":{"div":"<div>BMI \\u2265\\n35 \\"kg\\"<\\/div>"},"title":"Caf\\u00e9 \\\\ note"}]}';
    const { text, sourceMap } = read(source);
    expect(text).toBe('Café \\ note\n\nBMI ≥ 35 "kg"');
    expect(sourceMap.map((s) => [text.slice(s.start, s.end), source.slice(s.from, s.to)])).toEqual([
      ['Café \\ note', 'Caf\\u00e9 \\\\ note'], ['BMI ', 'BMI '], ['≥', '\\u2265'], [' ', '\\n'], ['35 ', '35 '], ['"', '\\"'], ['kg', 'kg'], ['"', '\\"'],
    ]);
  });

  test('of two equal titles, each leads to its own', () => {
    const source = JSON.stringify(composition([{ title: 'Note', text: div('a') }, { title: 'Note', text: div('b') }]));
    const { sourceMap } = read(source);
    expect(sourceMap.map((s) => s.from)).toEqual(sourceMap.map((s) => s.from).toSorted((a, b) => a - b));
    expect(new Set(sourceMap.map((s) => s.from)).size).toBe(4);
  });

  test('without text in its sections is read from its own narrative', () => { expect(read(JSON.stringify(composition([], { text: div('all of it') }))).text).toBe('all of it'); });

  test.each([
    ['{"resourceType":"Patient"}', 'no document'], ['{"resourceType":"Bundle","entry":[]}', 'no document'], ['{"resourceType":"Bundle","entry":{}}', 'no document'], ['not JSON', 'no document'], ['[]', 'no document'], ['null', 'no document'],
    [JSON.stringify(composition([{ title: 'Data', code: loinc('1-8') }])), null],
    [JSON.stringify(composition([{ code: loinc('51848-0') }])), 'without a text'],
  ])('%s', (source, why) => {
    const found = compositionText(source);
    if (why === null) expect(found).toMatchObject({ text: 'Data' });
    else expect(found).toMatchObject({ status: 'cannot-read-yet', why: expect.stringContaining(why) as string });
  });
});

describe('a FHIR document as XML', () => {
  const xhtml = (inside: string) => `<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">${inside}</div></text>`;
  const code = (value: string) => `<code><coding><system value="http://loinc.org"/><code value="${value}"/></coding></code>`;
  const source = `<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><type value="document"/><entry><resource><Composition>${xhtml('header')}<title value="Progress note"/>`
    + `<section><title value="What we think"/>${code('51848-0')}${xhtml('<p>Obesity &amp; "sleep apnea"</p>')}</section>`
    + `<section>${code('10157-6')}${xhtml('Mother: diabetes')}</section>`
    + `<section><title value="Whole"/>${xhtml('<ul><li>one</li></ul>')}<section><title value="Part"/>${xhtml('part')}</section><section><title value="Plan"/>${code('18776-5')}${xhtml('rest')}</section></section>`
    + `</Composition></resource></entry><entry><resource><Condition>${xhtml('SECRET')}</Condition></resource></entry></Bundle>`;

  test('says the same as JSON', () => { expect(blocks(read(source))).toEqual(EXPECTED); });

  test('the source map leads back to the XML', () => {
    const { text, sourceMap } = read(source);
    const pairs = sourceMap.map((s) => [text.slice(s.start, s.end), source.slice(s.from, s.to)]);
    expect(pairs).toContainEqual(['Mother: diabetes', 'Mother: diabetes']);
    expect(pairs).toContainEqual(['Whole', '<title value="Whole"/>']);
  });

  test('without text in its sections is read from its own narrative', () => {
    expect(read(`<Composition xmlns="http://hl7.org/fhir">${xhtml('all of it')}</Composition>`).text).toBe('all of it');
    expect(compositionText('<Bundle xmlns="http://hl7.org/fhir"/>')).toMatchObject({ status: 'cannot-read-yet' });
  });

  test('one that is cut off says so', () => { expect(read(source.slice(0, source.indexOf('Whole')))).toMatchObject({ missing: expect.stringContaining('complete') as string }); });
});
