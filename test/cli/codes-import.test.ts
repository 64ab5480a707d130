import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeSet } from '../../src/domain/model/index.ts';
import { decodeCore } from '../../src/knowledge/core-asset.ts';
import { orderRecords, releasesOf } from '../../src/knowledge/import/records.ts';
import { CORE_ASSET, loadKnowledge } from '../../src/knowledge/node/index.ts';
import { codesFile, folderOf, INDEX, LINES, orderFile, orderLine, tabularFile, zip, type Line } from '../support/icd10cm-files.ts';
import { jsonLines, run } from './run.ts';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

const place = (files: Parameters<typeof folderOf>[0]) => {
  const folder = folderOf(files);
  folders.push(folder);
  return folder;
};

const COUNTS = { billable: LINES.filter(([, billable]) => billable === 1).length, headers: LINES.filter(([, billable]) => billable === 0).length };

function setIn(file: string): CodeSet {
  const set = releasesOf(decodeCore(gunzipSync(readFileSync(file))))[0];
  if (set === undefined) throw new Error('No release.');
  return set;
}

const listed = (file: string): Line[] => {
  const tabular = decodeCore(gunzipSync(readFileSync(file)));
  return orderRecords(tabular, setIn(file)).map(({ code, billable, title }): Line => [code, billable ? 1 : 0, title]);
};

describe('countersign codes import', () => {
  it.each([
    ['CMS', 'icd10cm_order_2031.txt', 'icd10cm_tabular_2031.xml', 'icd10cm_index_2031.xml', 'icd10cm_codes_2031.txt'],
    ['CDC', 'icd10cm-order-2031.txt', 'icd10cm-tabular-2031.xml', 'icd10cm-index-2031.xml', 'icd10cm-codes-2031.txt'],
  ])('makes a checked asset of a release, under the names of %s', async (_, order, tabular, index, codes) => {
    const folder = place({ [order]: orderFile(LINES, '\r\n'), [tabular]: tabularFile(), [index]: INDEX, [codes]: codesFile() });
    const out = folder.at('out.bin.gz');
    const { code, answers, errors } = await run(['codes', 'import', ...[order, tabular, index, codes].map((name) => folder.at(name)), '--out', out]);
    expect(code).toBe(0);
    expect(errors).toContain('Counts cannot be checked');
    const written = readFileSync(out);
    expect(answers).toEqual([{
      release: 'FY2031', validFrom: '2030-10-01', validTo: '2031-09-30', knownBy: 'content', counts: COUNTS,
      oracle: { says: 'cannot-tell', why: expect.stringContaining('No counts of FY2031') },
      checks: { byRule: { made: COUNTS.billable + 2, takenAway: 2 }, titles: { same: LINES.length, other: 0 }, notes: 6, inclusionTerms: 1, index: { entries: 4, unknownCodes: 0 } },
      sources: [order, tabular, index, codes].map((name, at) => ({ file: name, kind: ['order', 'tabular', 'index', 'codes'][at], sha256: createHash('sha256').update(readFileSync(folder.at(name))).digest('hex') })),
      left: [], asset: { file: out, bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') },
    }]);
    expect(listed(out)).toEqual(LINES);
  });

  it.each([
    ['order file alone', { 'icd10cm_order_2031.txt': orderFile() }, 'name'],
    ['order file with a byte order mark', { 'icd10cm_order_2031.txt': `\uFEFF${orderFile()}` }, 'name'],
    ['tabular list and order file', { 'a.xml': tabularFile(), 'b.txt': orderFile() }, 'content'],
  ])('%s: every code, flag and title comes back', async (_, files, knownBy) => {
    const folder = place(files);
    const { code, answers } = await run(['codes', 'import', folder.path, '--out', folder.at('out.gz')]);
    expect({ code, knownBy: answers[0]!['knownBy'] }).toEqual({ code: 0, knownBy });
    expect(listed(folder.at('out.gz'))).toEqual(LINES);
  });

  it('the tabular list alone makes the same codes, by the rule of seventh characters and the note at S06', async () => {
    const folder = place({ 'icd10cm-tabular-2031.xml': tabularFile() });
    expect((await run(['codes', 'import', folder.path, '--out', folder.at('out.gz')])).answers[0]).toMatchObject({ counts: COUNTS, checks: { titles: null } });
    expect(listed(folder.at('out.gz'))).toEqual(LINES);
  });

  it('a zip is read as it was published, and what lies in it besides is left, and named', async () => {
    const folder = place({ 'april-1-2031-code-descriptions.zip': zip({ 'icd10cm_order_2031.txt': orderFile(), 'icd10cm_drug_2031.xml': '<ICD10CM.index><cell>1</cell></ICD10CM.index>', 'icd10OrderFiles.pdf': '%PDF', 'readme.txt': 'Dear all' }) });
    const { code, answers, errors } = await run(['codes', 'import', folder.at('april-1-2031-code-descriptions.zip'), '--out', folder.at('out.gz')]);
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ validFrom: '2031-04-01', validTo: '2031-09-30', sources: [{ file: 'april-1-2031-code-descriptions.zip/icd10cm_order_2031.txt', kind: 'order' }] });
    expect(errors).toContain('neoplasms and drugs are not used');
    expect(errors).toContain('readme.txt: this is none of the files');
  });

  it('addenda on the order file of the year before make the next one; beside the next one they check it', async () => {
    const added: Line = ['A002', 1, 'Quibbling disorder A, newly told apart'];
    const addenda = `Add:         ${orderLine(4, added)}\nRevise from: ${orderLine(2, LINES[1]!)}\nRevise to:   ${orderLine(2, ['A000', 1, 'Mild quibbling'])}\n`;
    const next: Line[] = [LINES[0]!, ['A000', 1, 'Mild quibbling'], LINES[2]!, added, ...LINES.slice(3)];
    const folder = place({ 'icd10cm_order_2030.txt': orderFile(), 'icd10cm_order_2031.txt': orderFile(next), 'icd10cm_order_addenda_2031.txt': addenda });
    const applied = await run(['codes', 'import', folder.at('icd10cm_order_2030.txt'), folder.at('icd10cm_order_addenda_2031.txt'), '--out', folder.at('a.gz')]);
    expect(applied).toMatchObject({ code: 0, answers: [{ release: 'FY2031' }] });
    expect(listed(folder.at('a.gz'))).toEqual(next);
    const beside = await run(['codes', 'import', folder.at('icd10cm_order_2031.txt'), folder.at('icd10cm_order_addenda_2031.txt'), '--out', folder.at('b.gz')]);
    expect(beside).toMatchObject({ code: 0, answers: [{ release: 'FY2031' }] });
    expect(listed(folder.at('b.gz'))).toEqual(next);
  });

  const cut = tabularFile().slice(0, 2000);
  it.each<[string, Record<string, string | Uint8Array>, readonly string[], string]>([
    ['an order file cut inside a line', { 'icd10cm_order_2031.txt': orderFile().slice(0, -30) }, [], 'cut short'],
    ['an order file cut between lines', { 'icd10cm_order_2031.txt': orderFile(LINES.slice(0, 40)) }, [], 'The file is not whole'],
    ['a tabular list that was cut', { 'icd10cm_tabular_2031.xml': cut }, [], 'may have been cut short'],
    ['an index alone', { 'icd10cm_index_2031.xml': INDEX }, [], 'neither an order file nor a tabular list'],
    ['a zip that was cut', { 'x.zip': zip({ 'icd10cm_order_2031.txt': orderFile() }).subarray(0, 900) }, [], 'zip archive cannot be read'],
    ['the wrong file', { 'notes.txt': 'Dear all' }, [], 'There is nothing to import'],
    ['two releases by name', { 'icd10cm_order_2031.txt': orderFile(), 'icd10cm_codes_2032.txt': codesFile() }, [], 'two releases'],
    ['a tabular list of another year', { 'icd10cm_order_2032.txt': orderFile(), 'tabular.xml': tabularFile() }, [], 'two releases'],
    ['codes that only the order file has', { 'icd10cm_order_2031.txt': orderFile([...LINES, ['Z01', 1, 'One more']]), 't.xml': tabularFile() }, [], 'the other reports 1 code (Z01) that the tabular list does not have'],
    ['codes that only the tabular list has', { 'icd10cm_order_2031.txt': orderFile(), 't.xml': tabularFile({ inner: '<diag><name>A00.7</name><desc>More</desc></diag>' }) }, [], 'the tabular list has 1 code (A00.7)'],
    ['a codes list that lacks one', { 'icd10cm_order_2031.txt': orderFile(), 'icd10cm_codes_2031.txt': codesFile(LINES.slice(0, -1)) }, [], 'stands on one side only'],
    ['a header that is marked billable', { 'icd10cm_order_2031.txt': orderFile(LINES.map((line): Line => (line[0] === 'A00' ? ['A00', 1, line[2]] : line))) }, [], 'A00 is listed as billable'],
    ['an index of another release', { 'icd10cm_order_2031.txt': orderFile(), 'i.xml': INDEX.replaceAll(/[A-Z]00\.\d/g, 'Q99.9') }, [], 'another release\'s index'],
    ['no year anywhere', { 'order.txt': orderFile() }, [], 'Say it: --release FY2028'],
    ['another --release than the files\'', { 'icd10cm_tabular_2031.xml': tabularFile() }, ['--release', 'FY2030'], '--release says FY2030'],
    ['spoilt letters', { 'icd10cm_tabular_2031.xml': tabularFile().replace('Ménière', 'MÃ©niÃ¨re') }, [], 'a conversion of the file has spoilt'],
    ['addenda without what they change', { 'icd10cm_order_addenda_2041.txt': `Add:         ${orderLine(4, ['A002', 1, 'x'])}\n` }, [], 'FY2040 is not among those'],
  ])('%s: a clear error, and nothing written', async (_, files, more, words) => {
    const folder = place(files);
    const before = readdirSync(folder.path);
    const { code, output, errors } = await run(['codes', 'import', ...Object.keys(files).map((name) => (name === 'notes.txt' ? folder.path : folder.at(name))), '--out', folder.at('out.gz'), ...more]);
    expect({ code, output, written: readdirSync(folder.path) }).toEqual({ code: 1, output: '', written: before });
    expect(errors).toContain(words);
    expect(errors).toContain('Nothing was written.');
  });

  it.each([
    ['CPT', 'cpt.txt', '99213\tin words of the AMA', 'American Medical Association'],
    ['ICD-10-PCS', 'icd10pcs_order_2027.txt', '00001 001     0 Central Nervous System and Cranial Nerves', 'ICD-10-PCS'],
  ])('refuses %s in words', async (_, name, text, words) => {
    const folder = place({ [name]: text });
    expect(await run(['codes', 'import', folder.at(name)])).toMatchObject({ code: 1, errors: expect.stringContaining(words) });
  });

  it('a release that is known, with other counts, is written only when somebody insists', async () => {
    const folder = place({ 'icd10cm_tabular_2027.xml': tabularFile({ version: '2027' }) });
    const call = ['codes', 'import', folder.path, '--out', folder.at('out.gz')];
    const refused = await run(call);
    expect(refused).toMatchObject({ code: 1, answers: [{ oracle: { says: 'differs', why: expect.stringContaining('instead of 74,879') }, asset: null }] });
    expect(existsSync(folder.at('out.gz'))).toBe(false);
    expect(await run([...call, '--despite-oracle'])).toMatchObject({ code: 0, answers: [{ asset: { file: folder.at('out.gz') } }] });
  });

  it('says how to call it', async () => {
    expect(await run(['codes'])).toMatchObject({ code: 2, errors: expect.stringContaining('Say what to do with codes: import') });
    expect(await run(['codes', 'import'])).toMatchObject({ code: 2, errors: expect.stringContaining('Name the files') });
    expect(await run(['codes', 'import', 'x', '--release', 'now'])).toMatchObject({ code: 2, errors: expect.stringContaining('FY2028') });
    expect(await run(['codes', 'import', 'not-there.txt'])).toMatchObject({ code: 1, errors: expect.stringContaining('no such file') });
  });
});

describe('FY2026 as it ships', () => {
  const tabular = decodeCore(gunzipSync(readFileSync(CORE_ASSET)));
  const [fy2026, fy2027] = releasesOf(tabular);
  const lines = (set: CodeSet): Line[] => orderRecords(tabular, set).map(({ code, billable, title }): Line => [code, billable ? 1 : 0, title]);

  it('written as an order file and imported again is the same, known by its content, and matches the published counts', async () => {
    const shipped = lines(fy2026!);
    expect(shipped).toHaveLength(74_719 + 23_467);
    const folder = place({ 'order.txt': orderFile(shipped) });
    const { code, answers } = await run(['codes', 'import', folder.at('order.txt'), '--out', folder.at('out.gz')]);
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ release: 'FY2026', knownBy: 'content', validFrom: '2025-10-01', validTo: '2026-09-30', counts: { billable: 74_719, headers: 23_467 }, oracle: { says: 'match' } });
    const imported = setIn(folder.at('out.gz'));
    const wrong = shipped.filter(([written, billable, title]) => {
      const entry = imported.entry(written);
      return entry?.billable !== (billable === 1) || entry.title !== title;
    });
    expect(wrong).toEqual([]);
    expect(listed(folder.at('out.gz'))).toEqual(shipped);
  }, 60_000);

  it('cut between two lines, it is found by its counts; named for another year, by its content', async () => {
    const shipped = lines(fy2026!);
    const folder = place({ 'icd10cm_order_2026.txt': orderFile(shipped.slice(0, -3)), 'icd10cm_order_2027.txt': orderFile(shipped) });
    expect(await run(['codes', 'import', folder.at('icd10cm_order_2026.txt'), '--out', folder.at('out.gz')])).toMatchObject({ code: 1, answers: [{ oracle: { says: 'differs' }, asset: null }] });
    expect(await run(['codes', 'import', folder.at('icd10cm_order_2027.txt'), '--out', folder.at('out.gz')])).toMatchObject({ code: 1, errors: expect.stringContaining('is named for 2027, but holds FY2026') });
  }, 60_000);

  it('with the addenda to FY2027, which are all that is given, it is FY2027', async () => {
    const [before, after] = [lines(fy2026!), lines(fy2027!)];
    const old = new Map(before.map((line) => [line[0], line]));
    const now = new Set(after.map(([written]) => written));
    const addenda = [
      ...before.filter(([written]) => !now.has(written)).map((line) => `Delete:      ${orderLine(1, line)}`),
      ...after.flatMap((line, at) => {
        const was = old.get(line[0]);
        if (was === undefined) return [`Add:         ${orderLine(at + 1, line)}`];
        return was[1] === line[1] && was[2] === line[2] ? [] : [`Revise from: ${orderLine(1, was)}`, `Revise to:   ${orderLine(at + 1, line)}`];
      }),
    ];
    const folder = place({ 'icd10cm_order_addenda_2027.txt': addenda.join('\n') });
    const { code, answers } = await run(['codes', 'import', folder.path, '--out', folder.at('out.gz')]);
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ release: 'FY2027', knownBy: 'content', oracle: { says: 'match' } });
    expect(listed(folder.at('out.gz'))).toEqual(after);
  }, 60_000);
});

describe('an imported release', () => {
  const imported = async () => {
    const folder = place({ 'o.txt': orderFile(), 't.xml': tabularFile(), 'i.xml': INDEX });
    await run(['codes', 'import', folder.path, '--out', folder.at('fy2031.bin.gz')]);
    return folder.at('fy2031.bin.gz');
  };

  it('is used for its days, beside the shipped ones', async () => {
    const file = await imported();
    const { codeSets } = await loadKnowledge([file]);
    expect([codeSets.newest.release, codeSets.inForce('2031-01-01')?.release, codeSets.inForce('2027-01-01')?.release, codeSets.inForce('2029-01-01')]).toEqual(['FY2031', 'FY2031', 'FY2027', undefined]);
    expect(codeSets.inForce('2031-01-01')?.entry('T15.0XXD')).toMatchObject({ billable: true, title: 'Foreign body in cornea, subsequent encounter' });
    expect(codeSets.inForce('2031-01-01')?.search('quibbling severe', 3).map(({ code }) => code)).toEqual(['A00.1', 'B00.1', 'C00.1']);
    expect(codeSets.inForce('2027-01-01')?.entry('I10')?.title).toBe('Essential (primary) hypertension');
  });

  it('brings what the tabular list instructs, nearest first; the shipped releases say that they have none loaded', async () => {
    const { codeSets } = await loadKnowledge([await imported()]);
    expect(codeSets.newest.notes?.('A00.0')).toEqual([
      { at: 'A00.0', kind: 'code-also', lines: ['any quibble (B00.-)'] },
      { at: 'A00', kind: 'excludes1', lines: ['quibble, unrelated (C00.-)'] },
      { at: 'A00', kind: 'excludes2', lines: ['hair splitting (D00.1)'] },
      { at: 'A00', kind: 'code-first', lines: ['any underlying sophistry'] },
      { at: 'chapter 1', kind: 'use-additional', lines: ['code for the weather:', 'rain (Z00.0)', 'snow (Z00.1)'] },
    ]);
    expect(codeSets.newest.notes?.('S06.0X7A').map(({ at, kind }) => [at, kind])).toEqual([['S06', 'note'], ['chapter 1', 'use-additional']]);
    expect(codeSets.newest.notes?.('nothing')).toEqual([]);
    expect(codeSets.inForce('2027-01-01')?.notes).toBeUndefined();
  });

  it('serves lookup, with the words of its index, and analyze, with its new titles', async () => {
    const file = await imported();
    const found = await run(['lookup', '--codes', file], jsonLines({ id: 1, term: 'ocular pettifoggery', serviceDate: '2031-02-01' }, { id: 2, term: 'high blood pressure', serviceDate: '2027-02-01' }, { id: 3, term: 'quibbling disorder B, severe' }));
    expect(found.answers.map(({ codes }) => (codes as unknown[])[0])).toMatchObject([{ code: 'T15.0', billable: false }, { code: 'I10' }, { code: 'B00.1', score: 1 }]);
    const text = 'Assessment: Quibbling disorder B, severe. Hypertension.';
    const noted = await run(['analyze', '--codes', file], jsonLines({ id: 1, text, serviceDate: '2031-02-01' }, { id: 2, text, serviceDate: '2027-02-01' }));
    expect(JSON.stringify(noted.answers[0]!['suggestions'])).toContain('"B00.1"');
    expect(JSON.stringify(noted.answers[1]!['suggestions'])).toContain('"I10"');
  });

  it('may be named by COUNTERSIGN_CODES; a file that is none is refused', async () => {
    const file = await imported();
    process.env['COUNTERSIGN_CODES'] = file;
    try {
      expect((await run(['lookup'], jsonLines({ id: 1, term: 'quibbling disorder A', serviceDate: '2031-02-01' }))).answers[0]).toMatchObject({ codes: expect.arrayContaining([expect.objectContaining({ code: 'A00' })]) });
    } finally {
      delete process.env['COUNTERSIGN_CODES'];
    }
    expect(await run(['lookup', '--codes', CORE_ASSET], jsonLines({ id: 1, term: 'x' }))).toMatchObject({ code: 2, errors: expect.stringContaining('countersign codes import') });
    expect(await run(['lookup', '--codes', 'not-there.gz'], jsonLines({ id: 1, term: 'x' }))).toMatchObject({ code: 2 });
  });
});
