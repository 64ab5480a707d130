import { describe, expect, it } from 'vitest';
import { identify, yearInName } from '../../../../src/knowledge/import/identify.ts';
import { parseIndex } from '../../../../src/knowledge/import/index-xml.ts';
import { oracle } from '../../../../src/knowledge/import/known.ts';
import { applyAddenda, readAddenda, readOrder } from '../../../../src/knowledge/import/order.ts';
import { nodesOfRecords } from '../../../../src/knowledge/import/records.ts';
import { kindOf } from '../../../../src/knowledge/import/recognise.ts';
import { textOf } from '../../../../src/knowledge/import/text.ts';
import { codesFile, INDEX, LINES, orderFile, orderLine, tabularFile } from '../../../support/icd10cm-files.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('an official file', () => {
  it.each([
    ['UTF-8', bytes('Ménière\n')], ['UTF-8 with a byte order mark', bytes('\uFEFFMénière\n')], ['Latin-1', bytes('Ménière\n', 'latin1')],
    ['UTF-16 with a byte order mark', bytes('\uFEFFMénière\n', 'utf16le')], ['CR LF', bytes('Ménière\r\n')],
  ])('is read as %s', (_, file) => {
    expect(textOf(file, 'x.txt')).toBe('Ménière\n');
  });

  it.each([['spoilt by a second conversion', bytes('A\nMÃ©niÃ¨re')], ['with lost letters', bytes('A\nM\uFFFDni\uFFFDre')], ['that is binary', bytes('A\nM\u0000')]])('%s is refused by its line', (_, file) => {
    expect(() => textOf(file, 'x.txt')).toThrow('x.txt: line 2 holds letters that a conversion');
  });

  it('is known by what stands in it, whatever its name', () => {
    expect([orderFile(), codesFile(), `Add:         ${orderLine(7, ['A002', 1, 'New'])}\n`, tabularFile(), INDEX, '<ICD10CM.index><cell col="2">C00.0</cell></ICD10CM.index>'].map((text) => kindOf(text, 'any.txt')))
      .toEqual(['order', 'codes', 'order-addenda', 'tabular', 'index', 'table']);
  });

  it.each([
    ['icd10pcs_order_2027.txt', '00001 001     0 Central Nervous System and Cranial Nerves', 'ICD-10-PCS'],
    ['sct2_Concept_Full.txt', 'id\teffectiveTime\tactive', 'SNOMED CT'],
    ['codes.txt', '99213\tOffice visit in words', 'American Medical Association'],
    ['LOINC/Loinc.csv', '"LOINC_NUM","COMPONENT"', 'LOINC'],
    ['HCPC2026_JAN.txt', 'A0021  whatever', 'HCPCS'],
    ['icd10cm_tabular_addenda_2027.txt', 'Chapter 1', 'addenda text for people'],
    ['letter.txt', 'Dear all,', 'none of the files'],
    ['empty.txt', ' \n', 'empty'],
    ['page.xml', '<?xml version="1.0"?><html><body/></html>', 'another kind (<html>)'],
  ])('of another kind is refused in words: %s', (name, text, words) => {
    expect(() => kindOf(text, name)).toThrow(words);
  });
});

describe('an order file', () => {
  it('gives code, flag and long title by columns', () => {
    expect(readOrder(orderFile(), 'o.txt').map(({ code, billable, title }) => [code, billable ? 1 : 0, title])).toEqual(LINES);
  });

  it.each([
    ['cut inside a line', orderFile().slice(0, -40), 'may have been cut short'],
    ['with a line missing', orderFile().split('\n').filter((_, at) => at !== 4).join('\n'), 'has the order number 6'],
    ['with a code twice', orderFile([LINES[0]!, LINES[1]!, LINES[1]!]), 'A000 stands in lines 2 and 3'],
    ['with a flag that is none', orderFile().replace('A000    1', 'A000    7'), 'line 2 is not laid out'],
  ])('%s is refused', (_, text, words) => {
    expect(() => readOrder(text, 'o.txt')).toThrow(words);
  });

  it('makes a hierarchy by what codes begin with, and must be in tabular order', () => {
    const nodes = nodesOfRecords(readOrder(orderFile(), 'o.txt'), 'o.txt');
    const at = (code: string) => nodes.findIndex((node) => node.code === code);
    expect([nodes[at('T15.0XXA')]!.parent, nodes[at('S06.0X7')]!.parent, nodes[at('A00')]!.parent]).toEqual([at('T15.0'), at('S06.0X'), -1]);
    const moved = [...LINES.slice(0, 2), ...LINES.slice(3, 6), LINES[2]!];
    expect(() => nodesOfRecords(readOrder(orderFile(moved), 'o.txt'), 'o.txt')).toThrow('A00.1 does not stand under its category');
  });
});

describe('order addenda', () => {
  const before = readOrder(orderFile(), 'o.txt');
  const addenda = (...lines: string[]) => readAddenda(lines.map((line) => `${line}\n`).join(''), 'a.txt');

  it('delete, reword and add at the place that they name', () => {
    const changes = addenda(
      `Delete:      ${orderLine(3, LINES[2]!)}`, `Revise from: ${orderLine(2, LINES[1]!)}`, `Revise to:   ${orderLine(2, ['A000', 0, 'Quibbling disorder A, mild form'])}`,
      `Add:         ${orderLine(3, ['A0001', 1, 'Newly mild'])}`, `Add:         ${orderLine(4, ['A0009', 1, 'Otherwise mild'])}`, `No Change:   ${orderLine(1, LINES[0]!)}`,
    );
    expect(applyAddenda(before, changes, 'a.txt').slice(0, 5).map(({ code, billable, title }) => [code, billable, title])).toEqual([
      ['A00', false, 'Quibbling disorder A'], ['A000', false, 'Quibbling disorder A, mild form'], ['A0001', true, 'Newly mild'], ['A0009', true, 'Otherwise mild'], ['B00', false, 'Quibbling disorder B'],
    ]);
  });

  it('of another pair of releases are refused', () => {
    expect(() => applyAddenda(before, addenda(`Add:         ${orderLine(2, LINES[1]!)}`), 'a.txt')).toThrow('adds A000, which the release before has already');
    expect(() => applyAddenda(before, addenda(`Delete:      ${orderLine(2, ['A009', 1, 'Not there'])}`), 'a.txt')).toThrow('changes A009, which the release before does not have');
    expect(() => addenda('Add:         nothing')).toThrow('line 1 is not laid out');
    expect(() => addenda('Remove: A00')).toThrow('names no change');
  });
});

describe('the index', () => {
  it('is read by nesting, with manifestations, without nonessential modifiers; see is followed to a code', () => {
    expect(parseIndex(INDEX)).toEqual({ version: '2031', entries: [
      { path: ['Pettifoggery', 'ocular', 'with concussion'], codes: ['A00.0', 'B00.0'] },
      { path: ['Pettifoggery', 'ocular'], codes: ['T15.0-'] },
      { path: ['Pettifoggery'], codes: ['A00.1'] },
      { path: ['Caviling'], codes: ['T15.0-'] },
    ] });
  });

  it('that ends too early is refused', () => {
    expect(() => parseIndex(INDEX.slice(0, 300))).toThrow('ends too early');
  });
});

describe('which release it is', () => {
  const claim = (file: string, content: number | null, name: number | null = null) => ({ file, content, name });

  it.each([['icd10cm_order_2027.txt', 2027], ['icd10cm-order-April-2026.txt', 2026], ['2027-code-descriptions.zip/order.txt', 2027], ['april-1-2026.zip/icd10cm_order_2026.txt', 2026], ['order.txt', null], ['icd10cm120261.txt', null]])('%s is named for %s', (name, year) => {
    expect(yearInName(name)).toBe(year);
  });

  it('the content says, else the names, else the person', () => {
    expect(identify([claim('t.xml', 2027), claim('o.txt', null)], null, false)).toMatchObject({ release: 'FY2027', validFrom: '2026-10-01', validTo: '2027-09-30', knownBy: 'content' });
    expect(identify([claim('o.txt', null, 2028)], null, true)).toMatchObject({ release: 'FY2028', validFrom: '2028-04-01', validTo: '2028-09-30', knownBy: 'name' });
    expect(identify([claim('o.txt', null)], 2028, false)).toMatchObject({ release: 'FY2028', knownBy: 'option' });
  });

  it.each([
    ['two contents', [claim('a.xml', 2026), claim('b.xml', 2027)], null, 'a.xml is FY2026, b.xml is FY2027'],
    ['a wrong name', [claim('a.xml', 2026, 2027)], null, 'is named for 2027, but holds FY2026'],
    ['two names', [claim('a.txt', null, 2026), claim('b.txt', null, 2027)], null, 'two releases'],
    ['a name beside other content', [claim('a.xml', 2026), claim('b.txt', null, 2027)], null, 'b.txt is named for 2027'],
    ['another --release', [claim('a.xml', 2026)], 2027, '--release says FY2027'],
    ['nothing', [claim('a.txt', null)], null, 'Say it: --release FY2028'],
  ])('%s: refused', (_, claims, asked, words) => {
    expect(() => identify(claims, asked, false)).toThrow(words);
  });
});

describe('the oracle', () => {
  it('says match, differs and how, or that it cannot tell', () => {
    expect(oracle(2027, { billable: 74_879, headers: 23_524 }, null).says).toBe('match');
    expect(oracle(2026, { billable: 74_719, headers: 23_467 }, { made: 74_795, takenAway: 76 }).says).toBe('match');
    expect(oracle(2026, { billable: 74_719, headers: 23_467 }, { made: 74_790, takenAway: 71 })).toMatchObject({ says: 'differs', why: expect.stringContaining('74,790 codes by rule instead of 74,795') });
    expect(oracle(2027, { billable: 74_870, headers: 23_524 }, null)).toMatchObject({ says: 'differs', why: expect.stringContaining('74,870 billable codes instead of 74,879') });
    expect(oracle(2031, { billable: 1, headers: 1 }, null).says).toBe('cannot-tell');
  });
});
