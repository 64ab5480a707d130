import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'));
  const file = (name: string, ...rows: readonly unknown[]): Promise<void> => writeFile(join(folder, name), jsonLines(...rows).join(''));
  const sentence = { line: 1, experiencer: 'patient' };
  await file('sentences.jsonl',
    { ...sentence, condition: 'fever', sentence: 'Denies FEVER.', negation: 'negated', temporality: 'recent' },
    { ...sentence, condition: 'cough', sentence: 'He has a COUGH.', negation: 'affirmed', temporality: 'recent' },
    { ...sentence, condition: 'cough', sentence: 'He has a COUGH.', negation: 'negated', temporality: 'recent' });
  await file('classes.jsonl',
    { id: 'a', text: 'No fever.', target: 'fever', status: 'absent' },
    { id: 'b', text: 'No fever.', target: 'fever', status: 'present' });
  const short = (id: string, text: string, abbr: string, expansion: string | null, icd10cm: string | null): unknown => ({ id, text, abbr, start: text.indexOf(abbr), end: text.indexOf(abbr) + abbr.length, expansion, icd10cm });
  await file('short.jsonl',
    short('k', 'XQZ noted.', 'XQZ', null, null),
    short('l', 'XQZ noted.', 'XQZ', 'no such thing', null),
    short('m', 'Benign positional vertigo (XQZ).', 'vertigo', 'dizziness', 'R42'),
    short('n', 'Benign positional vertigo (XQZ).', 'vertigo', 'asthma', 'J45.909'));
  await file('names.jsonl', { term: 'essential hypertension', codes: ['I10'] }, { term: 'asthma', codes: ['J45'] }, { term: 'asthma', codes: ['K20-K31'] });
  await file('reports.jsonl', { id: 'r', text: 'He has gout and asthma.', codes: ['M109', 'E872'] });
  await file('coded.jsonl', { id: 'v', age: '60', sex: 'male', note: 'ASSESSMENT\n1. Gout.\n2. Asthma.\n', codes: [{ code: 'M10.9' }], optional: [], mustNot: [{ code: 'J45.909' }] });
  await file('labels.jsonl', { id: 'v', codes: ['M10.9'], optional: ['J45.909'], mustNot: [] }, { id: 'elsewhere', codes: ['I10'], optional: [], mustNot: [] });
  await mkdir(join(folder, 'texts'));
  await writeFile(join(folder, 'texts/one.txt'), 'date: 2026-03-01\nsetting: outpatient\ntype: progress\ncodes: M10.9\noptional:\nmustNot: I10\n---\nASSESSMENT\nGout.\n');
  await writeFile(join(folder, 'texts/README.txt'), 'No gold row.');
});

afterAll(() => rm(folder, { recursive: true }));

/** A line of the table: cases, figure, what it is made up of. */
async function figures(): Promise<(set: string, measure: string) => readonly (string | undefined)[]> {
  const { output, code } = await run(['score', '--data', folder]);
  expect(code).toBe(0);
  const lines = output.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return (set, measure) => lines.find((cells) => cells[1] === set && cells[2] === measure)?.slice(3, 6) ?? [];
}

describe('countersign score', () => {
  it('tells what a file measures by the fields of its rows, and counts hits, misses and extras', async () => {
    const of = await figures();
    expect(of('sentences.jsonl', 'negation F1')).toEqual(['3', '0.667', 'P 1.000, R 0.500']);
    expect(of('classes.jsonl', 'assertion, seven classes')).toEqual(['2', '0.500', 'present 0.00, absent 1.00']);
    expect(of('short.jsonl', 'abbreviations in context')).toEqual(['4', '0.500', 'with a code 0.50, without 0.50']);
    expect(of('names.jsonl', 'disease term → code, first answer right')[1]).toBe('0.667');
    expect(of('reports.jsonl', 'case reports → codes, micro-F1')).toEqual(['1', '0.500', 'P 0.500, R 0.500']);
    expect(of('reports.jsonl', '… gold codes that are still billable')).toEqual(['1', '0.667', 'P 0.500, R 1.000']);
    expect(of('coded.jsonl', 'visit notes → codes, micro-F1')).toEqual(['1', '0.667', 'P 0.500, R 1.000']);
    expect(of('coded.jsonl', '… must not appear, share of suggestions')).toEqual(['2', '0.500', '1 codes']);
    expect(of('texts', 'visit notes → codes, micro-F1')[1]).toBe('1.000');
  });

  it('gives labels without a note the note of the same id, and leaves optional codes out of account', async () => {
    const of = await figures();
    expect(of('labels.jsonl', 'visit notes → codes, micro-F1')).toEqual(['1', '1.000', 'P 1.000, R 1.000']);
  });

  it('checks the evidence of every note and measures the speed', async () => {
    const of = await figures();
    expect(of('all notes', 'evidence that stands verbatim at its place')[1]).toBe('1.000');
    expect(Number(of('all notes', 'notes a second, whole pipeline, one thread')[1])).toBeGreaterThan(0);
  });

  it('shows on request what differs, by id and without the text of a note', async () => {
    const { output } = await run(['score', '--data', folder, '--show']);
    expect(output).toContain('classes.jsonl: b [fever] present, answered absent');
    expect(output).toContain('short.jsonl: l [XQZ] no such thing null, answered nothing');
    expect(output).toContain('coded.jsonl: v: missed –; extra J45909!');
  });

  it('says what to do where there is nothing to score', async () => {
    expect(await run(['score'])).toMatchObject({ code: 2, errors: expect.stringContaining('--data DIR') });
    expect(await run(['score', '--data', join(folder, 'nowhere')])).toMatchObject({ code: 2, errors: expect.stringContaining('cannot be read') });
    const empty = join(folder, 'texts');
    await writeFile(join(empty, 'broken.jsonl'), '{"id":');
    expect(await run(['score', '--data', empty])).toMatchObject({ code: 2, errors: expect.stringContaining('broken.jsonl, line 1') });
    await rm(join(empty, 'broken.jsonl'));
  });
});
