import { describe, expect, it } from 'vitest';
import { canonical, entryLine, headerLine, headLine, verdictWords } from '../../../../src/domain/audit/index.ts';
import { endOf, entriesFrom, exported, logKeeper, rehashed, verify } from '../../../support/audit-logs.ts';

const keeper = await logKeeper();
const entries = entriesFrom(12);
const lines = await exported(keeper, entries, [5]);
/** Where entry `seq` stands in `lines`, which begins with the header and has a head after entry 5; its line in the file is one more. */
const line = (seq: number): number => (seq <= 5 ? seq : seq + 1);

const without = (...at: readonly number[]): readonly string[] => lines.filter((_, index) => !at.includes(index));
const replaced = (at: number, text: string): readonly string[] => lines.with(at, text);
const changed = (seq: number, change: (text: string) => string): readonly string[] => replaced(line(seq), change(lines[line(seq)]!));
const inserted = (before: number, ...more: readonly string[]): readonly string[] => lines.toSpliced(before, 0, ...more);

describe('an intact log', () => {
  it('is told by count, times and key', async () => {
    const verdict = await verify(lines);
    expect(verdict).toEqual({
      kind: 'intact', log: keeper.header.log, count: 12, from: '2026-11-20T12:00:00Z', to: '2026-11-20T12:00:00Z', key: keeper.header.thumbprint, anchored: null,
    });
    expect(verdictWords(verdict)).toMatch(/^intact: 12 entries from 2026-11-20T12:00:00Z to 2026-11-20T12:00:00Z, key [\w-]{43}$/);
  });

  it('may be empty, hold many heads, or carry what Windows and last line feeds add', async () => {
    expect(await verify(await exported(keeper, []))).toMatchObject({ kind: 'intact', count: 0 });
    expect(await verify(await exported(keeper, entries, [1, 2, 3, 12]))).toMatchObject({ kind: 'intact', count: 12 });
    expect(await verify([...lines.map((text, at) => `${at === 0 ? '\uFEFF' : ''}${text}\r`), ''])).toMatchObject({ kind: 'intact', count: 12 });
  });
});

describe('what was done to a log under a fixed head is named', () => {
  it.each<[string, readonly string[], object]>([
    ['a field of an entry was edited', changed(3, (text) => text.replace('enc-0', 'enc-1')), { how: 'edited', seq: 3, line: 4 }],
    ['a nested offset was edited', changed(8, (text) => text.replace('"start":127', '"start":128')), { how: 'edited', seq: 8 }],
    ['a number was edited', changed(3, (text) => text.replace('"seq":3', '"seq":4')), { how: 'edited', seq: 3 }],
    ['a hash was edited', changed(3, (text) => text.replace(/"hash":"(?:0|1|2|3|4|5|6|7)/, '"hash":"f').replace(/"hash":"(?:8|9|a|b|c|d|e)/, '"hash":"0')), { how: 'edited', seq: 3 }],
    ['a field was taken out', changed(3, (text) => text.replace('"patient":"pat-1",', '')), { how: 'edited', seq: 3 }],
    ['a key was doubled, to show one reader another value', changed(3, (text) => text.replace('"patient":"pat-1"', '"patient":"pat-2","patient":"pat-1"')), { how: 'edited', seq: 3 }],
    ['a prototype was slipped in', changed(3, (text) => text.replace('{"entry":{', '{"entry":{"__proto__":{"seq":9},')), { how: 'edited', seq: 3 }],
    ['a lone surrogate was slipped in', changed(3, (text) => text.replace('pat-1', String.raw`pat\ud800`)), { how: 'edited', seq: 3 }],
    ['blanks were slipped in', changed(3, (text) => text.replace(':', ': ')), { how: 'edited', seq: 3 }],
    ['an entry was dropped', without(line(4)), { how: 'dropped', seq: 4, line: 5 }],
    ['the first entry was dropped', without(line(1)), { how: 'dropped', seq: 1, line: 2 }],
    ['several were dropped, with their head', without(line(4), line(5), 6, line(6)), { how: 'dropped', seq: 4 }],
    ['the entry before a head was dropped', without(line(5)), { how: 'dropped', seq: 5 }],
    ['two were swapped', lines.with(line(8), lines[line(9)]!).with(line(9), lines[line(8)]!), { how: 'reordered', seq: 8, line: 11 }],
    ['one was moved on', [...without(line(2)).slice(0, 10), lines[line(2)]!, ...without(line(2)).slice(10)], { how: 'reordered', seq: 2, line: 11 }],
    ['a head was moved up', [...lines.slice(0, 4), lines[6]!, ...lines.slice(4, 6), ...lines.slice(7)], { how: 'reordered', what: 'head', seq: 5, line: 5 }],
    ['one stands there twice', inserted(line(9), lines[line(8)]!), { how: 'inserted', seq: 8, line: 11 }],
    ['one of the former ones stands there again', inserted(line(9), lines[line(2)]!), { how: 'inserted', seq: 2, line: 11 }],
    ['one was made up and put in', inserted(line(9), entryLine(entriesFrom(1, 99, endOf(entries.slice(0, 8)))[0]!)), { how: 'inserted', seq: 9, line: 11 }],
    ['one was put in that goes on from the last but one', inserted(line(10), entryLine(entriesFrom(1, 99, endOf(entries.slice(0, 8)))[0]!)), { how: 'inserted', seq: 9, line: 12 }],
    ['one came from another log', replaced(line(9), entryLine(entriesFrom(12, 50)[8]!)), { how: 'inserted', seq: 9, line: 11 }],
    ['a second header stands there', inserted(line(9), lines[0]!), { how: 'inserted', what: 'header' }],
    ['the last entries were cut off', without(line(11), line(12)), { how: 'truncated', seq: 11 }],
    ['all entries were cut off', without(...Array.from({ length: 13 }, (_, at) => at + 1)), { how: 'truncated', seq: 1 }],
    ['the last head was cut off', lines.slice(0, -1), { how: 'truncated', seq: 13 }],
    ['entries were added after the last head', [...lines, entryLine(entriesFrom(1, 99, endOf(entries))[0]!)], { how: 'truncated', seq: 14 }],
    ['a head was edited', replaced(6, lines[6]!.replace('"count":5', '"count":6')), { how: 'head-signature-bad', what: 'head' }],
    ['a head\'s signature was edited', replaced(6, lines[6]!.replace(/"signature":"[\w-]/, '"signature":"*')), { how: 'head-signature-bad', seq: 5 }],
    ['a head\'s signature was spelled otherwise, with the same bytes', replaced(6, lines[6]!.replace(/(?<="signature":"[\w-]{85})[AQgw]/, (last) => String.fromCodePoint(last.codePointAt(0)! + 1))), { how: 'head-signature-bad', seq: 5 }],
    ['a head was written otherwise', replaced(6, lines[6]!.replace(':', ': ')), { how: 'edited', what: 'head' }],
    ['the salt was edited', replaced(0, lines[0]!.replace('0011', '1100')), { how: 'edited', what: 'header', seq: 0, line: 1 }],
    ['the key was edited', replaced(0, lines[0]!.replace(/"x":"./, '"x":"*')), { how: 'edited', what: 'header' }],
  ])('%s', async (_name, manipulated, expected) => {
    expect(manipulated.join('\n')).not.toBe(lines.join('\n'));
    const verdict = await verify(manipulated);
    expect(verdict).toMatchObject({ kind: 'broken', ...expected });
    expect(verdictWords(verdict)).toMatch(/^[A-Z].*\.$/);
  });

  it('an entry was edited and all hashes after it made anew: rewritten between the two signed heads', async () => {
    const forged = rehashed(entries.with(8, { ...entries[8]!, patient: 'pat-2' }), 8);
    const manipulated = lines.map((text, at) => (at > 6 && at < 14 ? entryLine(forged[at - 2]!) : text));
    const verdict = await verify(manipulated);
    expect(verdict).toMatchObject({ how: 'rewritten', seq: 6, between: { holds: 5, contradicts: 12 } });
    expect(verdictWords(verdict)).toContain('between the signed head at 5 and 12');
  });

  it('an entry was edited and its own hash made anew: the next one contradicts', async () => {
    const own = (seq: number): string => entryLine(rehashed(entries.with(seq - 1, { ...entries[seq - 1]!, patient: 'pat-2' }), seq - 1)[seq - 1]!);
    expect(await verify(replaced(line(6), own(6)))).toMatchObject({ how: 'edited', seq: 6 });
    expect(await verify(replaced(line(9), own(9)))).toMatchObject({ how: 'rewritten', seq: 6, between: { holds: 5, contradicts: 10 } });
  });

  it('the key was replaced and the header signed anew: the heads are not of that key', async () => {
    const forger = await logKeeper();
    expect(await verify(replaced(0, headerLine(forger.header)))).toMatchObject({ how: 'head-signature-bad', seq: 5 });
    const { signature: _old, ...header } = keeper.header;
    expect(await verify(replaced(0, headerLine(await forger.resign(header))))).toMatchObject({ how: 'edited', what: 'header' });
  });

  it('a head of another log does not count, even where it was signed with the same key', async () => {
    const head = { ...await keeper.sign(endOf(entries)), log: 'another' };
    expect(await verify([...lines.slice(0, -1), headLine(head)])).toMatchObject({ how: 'head-signature-bad' });
  });
});

describe('an anchor', () => {
  const anchorAt = (count: number) => keeper.sign(endOf(entries.slice(0, count)));

  it('holds for the log it was taken from, shorter or not', async () => {
    expect(await verify(lines, [await anchorAt(8)])).toMatchObject({ kind: 'intact', anchored: 8 });
    expect(await verify(lines, [await anchorAt(12), await anchorAt(3)])).toMatchObject({ kind: 'intact', anchored: 12 });
    expect(verdictWords(await verify(lines, [await anchorAt(8)]))).toContain('holds what was anchored at entry 8');
  });

  it('finds a log that was rolled back to an earlier signed head', async () => {
    const earlier = lines.slice(0, 7);
    expect(await verify(earlier)).toMatchObject({ kind: 'intact', count: 5 });
    expect(await verify(earlier, [await anchorAt(8)])).toMatchObject({ kind: 'broken', how: 'rolled-back', seq: 8 });
  });

  it('finds a log that was rolled back and went on otherwise, though the key signed it again', async () => {
    const other = [...entries.slice(0, 5), ...entriesFrom(9, 70, endOf(entries.slice(0, 5)))];
    const again = await exported(keeper, other);
    expect(await verify(again)).toMatchObject({ kind: 'intact', count: 14 });
    expect(await verify(again, [await anchorAt(5)])).toMatchObject({ kind: 'intact' });
    expect(await verify(again, [await anchorAt(5), await anchorAt(8)])).toMatchObject({ how: 'rolled-back', seq: 8 });
  });

  it('finds a log that was made anew with another key', async () => {
    const anew = await exported(await logKeeper('e1b51ccf-0d2e-4b0e-a5ef-2f6f1b4b4d10'), entries);
    expect(await verify(anew)).toMatchObject({ kind: 'intact' });
    expect(await verify(anew, [await anchorAt(8)])).toMatchObject({ how: 'other-log' });
    const forger = await logKeeper();
    const sameName = await exported(forger, entries);
    expect(await verify(sameName, [await anchorAt(8)])).toMatchObject({ how: 'other-log' });
    /** A forger who writes to the chart adds an anchor of the forged log beside the true one. */
    expect(await verify(sameName, [await anchorAt(8), await forger.sign(endOf(entries))])).toMatchObject({ how: 'other-log' });
  });

  it('counts only with its own signature, and after what the file itself shows', async () => {
    const forged = { ...await anchorAt(8), count: 20 };
    expect(await verify(lines, [forged])).toMatchObject({ how: 'head-signature-bad', what: 'anchor' });
    expect(await verify(without(line(4)), [await anchorAt(8)])).toMatchObject({ how: 'dropped', seq: 4 });
  });
});

describe('a file that is no log', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each<[string, readonly (string | null)[]]>([
    ['nothing at all', []],
    ['blank lines', ['', '\r', '']],
    ['words', ['hello']],
    ['JSON of another kind', ['{"resourceType":"Bundle"}']],
    ['a list', ['[]']],
    ['null', ['null']],
    ['NaN', ['NaN']],
    ['a number beyond JSON', ['1e999']],
    ['an empty object', ['{}']],
    ['a prototype', ['{"__proto__":{"log":{}}}']],
    ['deeply nested', [deep, `{"log":${deep}}`]],
    ['no header', lines.slice(1)],
    ['a newer format', [canonical({ log: { ...keeper.header, format: 'countersign-log/9' } })]],
    ['a line that is too long for any log', [null]],
    ['half a line', [lines[0]!.slice(0, 40)]],
  ])('%s', async (_name, file) => {
    const verdict = await verify(file);
    expect(verdict.kind).toBe('cannot-read');
    expect(verdictWords(verdict)).toMatch(/^Line \d+ cannot be read\. .+\.$/);
  });

  it('says from which line on it cannot be read, unless something is wrong before', async () => {
    expect(await verify(replaced(line(9), '{"entry":'))).toMatchObject({ kind: 'cannot-read', line: 11 });
    expect(await verify(replaced(line(9), deep))).toMatchObject({ kind: 'cannot-read', line: 11 });
    expect(await verify(lines.map((text, at) => (at === 9 ? null : text)))).toMatchObject({ kind: 'cannot-read', line: 10 });
    expect(await verify(replaced(line(9), '{"entry":').toSpliced(line(3), 1))).toMatchObject({ kind: 'broken', how: 'dropped', seq: 3 });
  });

  it('is not held up by an entry with odd members', async () => {
    for (const odd of ['{"entry":null}', '{"entry":[]}', '{"entry":{"seq":1e308}}', '{"entry":{"constructor":1}}', '{"entry":{"toJSON":1}}']) {
      expect(await verify(replaced(line(2), odd))).toMatchObject({ kind: 'broken', how: 'edited', seq: 2 });
    }
    for (const odd of ['{"head":null}', '{"head":{"count":-1}}', '{"head":{"count":"5"}}']) {
      expect(await verify(replaced(6, odd))).toMatchObject({ kind: 'broken', how: 'edited', what: 'head' });
    }
  });
});
