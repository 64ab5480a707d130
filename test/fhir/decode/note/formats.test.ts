import { describe, expect, test } from 'vitest';
import type { DocumentReference, Encounter } from 'fhir/r4';
import { decode } from '../../../../src/fhir/decode/index.ts';
import { readChart } from '../../../../src/fhir/decode/read-chart.ts';
import type { ChartBundle } from '../../../../src/fhir/read/contract.ts';
import { formatFound, formatOf } from '../../../../src/fhir/read/formats.ts';
import { linesOf, pdfOf } from '../../../support/pdf.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));
const b64 = (data: Uint8Array) => Buffer.from(data).toString('base64');

async function chartOf(data: Uint8Array, contentType: string) {
  const encounter: Encounter = { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' } };
  const document: DocumentReference = { resourceType: 'DocumentReference', id: 'd1', status: 'current', content: [{ attachment: { contentType } }] };
  const bundle: ChartBundle = {
    base: 'https://ehr.example/fhir', patient: 'Patient/p1', encounter: 'Encounter/e1', resources: [encounter, document], reads: [], readAt: '2026-11-21T12:00:00Z',
    attachments: [{ document: 'DocumentReference/d1', index: 0, contentType, bytes: data }],
  };
  return await readChart(bundle);
}

const RTF = '{\\rtf1\\ansi Obesity.}';
const CDA = '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><text>Obesity.</text></section></component></structuredBody></component></ClinicalDocument>';
const COMPOSITION = '{"resourceType":"Composition","section":[{"text":{"div":"<div>Obesity.</div>"}}]}';
const COMPOSITION_XML = '<Composition xmlns="http://hl7.org/fhir"><section><text><div xmlns="http://www.w3.org/1999/xhtml">Obesity.</div></text></section></Composition>';
const PDF = pdfOf([linesOf(['Obesity.'])]);
const nonXml = (mediaType: string, data: Uint8Array) => `<ClinicalDocument><component><nonXMLBody><text mediaType="${mediaType}" representation="B64">${b64(data)}</text></nonXMLBody></component></ClinicalDocument>`;

describe('an attachment is read by what it is', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['RTF', bytes(RTF), 'application/rtf', 'rtf/2'],
    ['RTF sent as text', bytes(`\r\n${RTF}`), 'text/plain', 'rtf/2; sent as plain'],
    ['RTF sent as HTML', bytes(RTF), 'text/html', 'rtf/2; sent as html'],
    ['HTML sent as text', bytes('<!DOCTYPE html><p>Obesity.'), 'text/plain', 'html/2; sent as plain'],
    ['HTML sent as RTF', bytes('<html><p>Obesity.'), 'text/rtf', 'html/2; sent as rtf'],
    ['XHTML', bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Obesity.</body></html>'), 'application/xhtml+xml', 'html/2'],
    ['XHTML sent as XML', bytes('<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"><body>Obesity.</body></html>'), 'application/xml', 'html/2; sent as cda'],
    ['C-CDA', bytes(`<?xml version="1.0"?><?xml-stylesheet href="cda.xsl"?><!-- > -->${CDA}`), 'text/xml', 'cda/2'],
    ['C-CDA in UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${CDA}`, 'utf16le')), 'application/xml', 'cda/2'],
    ['C-CDA under its own type', bytes(CDA), 'application/hl7-sda+xml', 'cda/2'],
    ['C-CDA in Latin-1', Uint8Array.from(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${CDA}`, 'latin1')), 'application/cda+xml; charset=iso-8859-1', 'cda/2'],
    ['C-CDA sent as text', bytes(CDA), 'text/plain', 'cda/2; sent as plain'],
    ['a FHIR document', bytes(COMPOSITION), 'application/fhir+json', 'composition/2'],
    ['a FHIR document as XML', bytes(COMPOSITION_XML), 'application/fhir+xml', 'composition/2'],
    ['a FHIR document sent as XML', bytes(COMPOSITION_XML), 'application/xml', 'composition/2; sent as cda'],
    ['a PDF', PDF, 'application/pdf', 'pdf/1'],
    ['a PDF sent as text', PDF, 'text/plain', 'pdf/1; sent as plain'],
    ['text in C-CDA', bytes(nonXml('text/plain', bytes('Obesity.'))), 'text/xml', 'cda/2; plain/1'],
    ['RTF in C-CDA', bytes(nonXml('text/rtf', bytes(RTF))), 'text/xml', 'cda/2; rtf/2'],
    ['HTML in C-CDA', bytes(nonXml('text/html', bytes('<p>Obesity.'))), 'text/xml', 'cda/2; html/2'],
    ['a PDF in C-CDA', bytes(nonXml('application/pdf', PDF)), 'text/xml', 'cda/2; pdf/1'],
    ['bare text in C-CDA', bytes('<ClinicalDocument><component><nonXMLBody><text>Obesity.</text></nonXMLBody></component></ClinicalDocument>'), 'text/xml', 'cda/2; plain/1'],
  ])('%s', async (_, data, contentType, extractor) => {
    const { notes: [note] } = await chartOf(data, contentType);
    expect(note).toMatchObject({ text: 'Obesity.', extractor });
    expect(note?.sourceMap.map(({ start, end }) => note.text.slice(start, end)).join('')).toBe('Obesity.');
  });
});

describe('what cannot be read is listed with its reason', () => {
  test.each<[string, Uint8Array, string, 'failed' | 'cannot-read-yet', string]>([
    ['a photograph sent as text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'text/plain', 'cannot-read-yet', 'Images'],
    ['XML of another kind', bytes('<?xml version="1.0"?><invoice/>'), 'application/xml', 'cannot-read-yet', 'no clinical document'],
    ['XML without an element', bytes('<?xml version="1.0"?><!-- '), 'application/xml', 'cannot-read-yet', 'no clinical document'],
    ['FHIR data', bytes('{"resourceType":"Patient"}'), 'application/fhir+json', 'cannot-read-yet', 'no document'],
    ['no RTF', bytes('Obesity.'), 'application/rtf', 'failed', 'not RTF'],
    ['no PDF', bytes('Obesity.'), 'application/pdf', 'failed', 'damaged'],
    ['a scan', pdfOf([[]]), 'application/pdf', 'cannot-read-yet', 'without text'],
    ['a scan in C-CDA', bytes(nonXml('application/pdf', pdfOf([[]]))), 'text/xml', 'cannot-read-yet', 'without text'],
    ['a picture in C-CDA', bytes(nonXml('image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))), 'text/xml', 'cannot-read-yet', 'Images'],
    ['C-CDA in C-CDA', bytes(nonXml('text/xml', bytes(CDA))), 'text/xml', 'cannot-read-yet', 'cannot be read yet'],
    ['damaged base64 in C-CDA', bytes('<ClinicalDocument><nonXMLBody><text representation="B64">%%%</text></nonXMLBody></ClinicalDocument>'), 'text/xml', 'failed', 'base64'],
    ['markup without end', bytes(`<ClinicalDocument>${'<a>'.repeat(3000)}`), 'text/xml', 'failed', 'deeply'],
    ['groups without end', bytes(`{\\rtf1${'{'.repeat(3000)}`), 'text/rtf', 'failed', 'deeply'],
    ['a FHIR document of sections without end', bytes(`{"resourceType":"Composition",${'"section":[{'.repeat(200)}"title":"x"${'}]'.repeat(200)}}`), 'application/fhir+json', 'failed', 'deeply'],
  ])('%s', async (_, data, contentType, status, why) => {
    const { notes, unreadable } = await chartOf(data, contentType);
    expect(notes).toEqual([]);
    expect(unreadable).toMatchObject([{ status, why: expect.stringContaining(why) as string }]);
    expect(unreadable[0]?.why).toContain('EHR');
  });

  test('a PDF or an HTML page that nobody prepared is one of them', async () => {
    const { unreadable } = decode({ base: '', patient: 'Patient/p', encounter: 'Encounter/e', resources: [{ resourceType: 'DocumentReference', id: 'd1', status: 'current', content: [] } as DocumentReference], attachments: [{ document: 'DocumentReference/d1', index: 0, contentType: 'application/pdf', bytes: PDF }], reads: [], readAt: '2026-11-21T12:00:00Z' });
    expect(unreadable).toMatchObject([{ status: 'cannot-read-yet' }]);
  });
});

describe('a text that lacks a part of its document', () => {
  test.each<[string, Uint8Array, string]>([['cut off', bytes('{\\rtf1 Obesity'), 'text/rtf'], ['with a scanned page', pdfOf([linesOf(['Obesity']), []]), 'application/pdf']])('%s: is read, and the chart says that it is not whole', async (_, data, contentType) => {
    const { notes, reads } = await chartOf(data, contentType);
    expect(notes).toMatchObject([{ text: 'Obesity', missing: expect.stringMatching(/\w/) as string }]);
    expect(reads).toContainEqual({ kind: 'DocumentReference', query: 'whole text', status: 'partial', count: 1, why: 'Of 1 note only a part could be read.' });
  });
});

test('a media type that a server makes up is no format', () => {
  for (const type of ['constructor', '__proto__', 'toString/x', '', 'text', 'image/png', 'application/octet-stream']) expect([type, formatOf(type), formatFound(bytes('x'), type)]).toEqual([type, null, null]);
});
