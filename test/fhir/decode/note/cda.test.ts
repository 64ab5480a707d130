import { describe, expect, test } from 'vitest';
import { cdaText } from '../../../../src/fhir/decode/note/cda/cda.ts';
import { isEmbedded } from '../../../../src/fhir/decode/note/embedded.ts';
import type { Extraction } from '../../../../src/fhir/decode/note/extraction.ts';

const read = (xml: string): Extraction => {
  const found = cdaText(xml);
  if ('status' in found || isEmbedded(found)) throw new Error('no narrative');
  return found;
};
const document = (body: string) => `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Header, not narrative</title><component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;
const section = (inside: string, code = '<code code="51848-0" codeSystem="2.16.840.1.113883.6.1"/>') => `<component><section>${code}${inside}</section></component>`;
const narrative = (inside: string) => read(document(section(`<text>${inside}</text>`))).text;
const blocks = (xml: string) => { const { text, blocks: found } = read(xml); return found.map((b) => `${b.kind}${b.section === undefined ? '' : `(${b.section})`}: ${text.slice(b.start, b.end)}`); };

describe('the narrative of a section', () => {
  test.each([
    ['plain text', 'plain text'],
    ['<paragraph>one</paragraph><paragraph>two</paragraph>', 'one\n\ntwo'],
    ['BP 140/90<br/>HR 72', 'BP 140/90\nHR 72'],
    ['<list><item>HTN</item><item>DM2<list><item>neuropathy</item></list></item></list>', 'HTN\nDM2\n\nneuropathy'],
    ['<list><caption>Problems</caption><item>HTN</item></list>', 'Problems\nHTN'],
    ['<table><thead><tr><th>Problem</th><th>Status</th></tr></thead><tbody><tr><td>HTN</td><td>active</td></tr><tr><td><content ID="p2">CKD</content></td><td>resolved</td></tr></tbody></table>', 'Problem\tStatus\nHTN\tactive\nCKD\tresolved'],
    ['<content styleCode="Bold">dia</content>betes', 'diabetes'],
    ['A1c &gt; 9 &#8805; &amp; &lt;', 'A1c > 9 ≥ & <'],
    ['<![CDATA[x < y]]>', 'x < y'],
    ['&undeclared; stays', '&undeclared; stays'],
    ['CAP<footnote>per CT</footnote> treated', 'CAP[per CT] treated'],
    ['CAP<footnoteRef IDREF="f1"/> treated', 'CAP treated'],
    ['<renderMultiMedia referencedObject="m1"><caption>picture</caption></renderMultiMedia>text', 'text'],
    ['<content revised="delete">SECRET</content><content revised="insert">kept</content>', 'kept'],
    ['<content styleCode="Strikethrough">SECRET</content>kept', 'kept'],
    ['<script>SECRET</script>kept', 'kept'],
    ['<sub>2</sub><sup>3</sup><linkHtml href="http://x">link</linkHtml>', '23link'],
    ['<title>a title inside the text</title>', 'a title inside the text'],
  ])('%s', (inside, text) => { expect(narrative(inside)).toBe(text); });

  test('is all that is read: neither the header nor the entries', () => {
    const xml = document(section('<title>Assessment</title><text>Obesity</text><entry><observation><code displayName="SECRET"/><text>SECRET</text><value>SECRET</value></observation></entry>'));
    expect(read(xml).text).toBe('Assessment\nObesity');
  });

  test('is read under any prefix', () => {
    expect(read(document(section('<title>Plan</title><text>rest</text>')).replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1n1:')).text).toBe('Plan\nrest');
  });

  test('says nothing where it says nothing', () => { expect(narrative('')).toBe(''); expect(read(document(section('<text nullFlavor="NI"/>'))).text).toBe(''); });
});

describe('the code of a section', () => {
  const body = document([
    section('<title>What we think</title><text>Obesity</text>'),
    section('<text>Mother: <content styleCode="Bold">diabetes</content></text>', '<code code="10157-6" codeSystem="2.16.840.1.113883.6.1"/>'),
    section('<title>Payers</title><text>Medicare</text>', '<code code="X1" codeSystem="1.2.3"/>'),
    section('<title>Mapped</title><text>x</text>', '<code nullFlavor="UNK"><translation code="18776-5" codeSystem="2.16.840.1.113883.6.1"/></code>'),
    section(`<title>Whole</title><text>a</text>${section('<title>Part</title><text>b</text>', '')}${section('<title>Own</title><text>c</text>', '<code code="8716-3"/>')}`),
  ].join(''));

  test('goes with its first block', () => {
    expect(blocks(body)).toEqual([
      'heading(51848-0): What we think', 'paragraph: Obesity', 'paragraph(10157-6): Mother: diabetes', 'heading(null): Payers', 'paragraph: Medicare',
      'heading(18776-5): Mapped', 'paragraph: x', 'heading(51848-0): Whole', 'paragraph: a', 'heading: Part', 'paragraph: b', 'heading(8716-3): Own', 'paragraph: c',
    ]);
  });

  test('of a section without words goes with nothing', () => {
    expect(blocks(document(section('<text/>', '<code code="10157-6"/>') + section('<title>Plan</title><text>x</text>')))).toEqual(['heading(51848-0): Plan', 'paragraph: x']);
  });
});

test('the source map leads each piece back to the XML', () => {
  const xml = document(section('<title>A &amp; P</title><text>BMI &gt; 40</text>'));
  const { text, sourceMap } = read(xml);
  expect(sourceMap.map((s) => [text.slice(s.start, s.end), xml.slice(s.from, s.to)])).toEqual([['A ', 'A '], ['&', '&amp;'], [' P', ' P'], ['BMI ', 'BMI '], ['>', '&gt;'], [' 40', ' 40']]);
});

describe('odd XML', () => {
  test('entities that the document declares are not resolved: it cannot grow, nor read a file', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "SECRET"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${document(section('<text>x &b; &f; y</text>')).replace('<?xml version="1.0"?>', '')}`;
    expect(read(bomb).text).toBe('x &b; &f; y');
  });

  test('one that is cut off says so', () => {
    const whole = document(section('<text>No fever. Obesity.</text>'));
    expect(read(whole)).not.toHaveProperty('missing');
    expect(read(whole.slice(0, whole.indexOf('Obesity')))).toMatchObject({ text: 'No fever.', missing: expect.stringContaining('complete') as string });
  });
});

describe('a body that is no XML', () => {
  const body = (attributes: string, content: string) => `<ClinicalDocument><component><nonXMLBody><text ${attributes}>${content}</text></nonXMLBody></component></ClinicalDocument>`;
  test('is handed on with its type and place', () => {
    const xml = body('mediaType="text/rtf" representation="B64"', 'e1xydGYx\nIHh9');
    const found = cdaText(xml);
    expect(found).toMatchObject({ mediaType: 'text/rtf', encoded: true, content: 'e1xydGYx\nIHh9' });
    expect(isEmbedded(found) && xml.slice(found.from, found.to)).toBe('e1xydGYx\nIHh9');
  });

  test.each([
    ['mediaType="application/pdf"', '<reference value="scan.pdf"/>', 'cannot-read-yet'],
    ['mediaType="text/plain" representation="B64" compression="DF"', 'eJw=', 'cannot-read-yet'],
  ])('%s is not read', (attributes, content, status) => { expect(cdaText(body(attributes, content))).toMatchObject({ status }); });
});
