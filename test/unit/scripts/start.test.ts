import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBundle } from '../../../scripts/start/bundle.ts';
import { readOptions } from '../../../scripts/start/options.ts';

describe('what npm start is told', () => {
  test('nothing: port 4400, quietly, with what was there', () => {
    expect(readOptions([], {})).toEqual({ help: false, port: 4400, open: false, fresh: false, dev: false, load: [], policy: null, fhir: null, seed: false, ehrProfile: 'generic', companion: null, webMessaging: false, faults: false });
  });

  test('a port, by option before environment', () => {
    expect(readOptions([], { PORT: '5000' }).port).toBe(5000);
    expect(readOptions(['--port', '5001'], { PORT: '5000' }).port).toBe(5001);
    expect(() => readOptions([], { PORT: 'eighty' })).toThrow('eighty is not a port');
    expect(() => readOptions(['--port', '70000'], {})).toThrow('70000 is not a port');
  });

  test('several files to load after one --load, as a shell expands a pattern', () => {
    expect(readOptions(['--load', 'a.json', 'b.json', '--fresh'], {})).toMatchObject({ load: ['a.json', 'b.json'], fresh: true });
    expect(() => readOptions(['a.json'], {})).toThrow('To add patients: --load a.json');
  });

  test('an outside server, seeded, under a vendor\'s refusals', () => {
    expect(readOptions(['--fhir', 'http://localhost:8080/fhir/', '--seed', '--ehr-profile', 'epic', '--load', 'a.json'], {}))
      .toMatchObject({ fhir: 'http://localhost:8080/fhir', seed: true, ehrProfile: 'epic', load: ['a.json'] });
  });

  test('a companion server, the sandbox\'s own or another', () => {
    expect(readOptions(['--companion'], {}).companion).toBe('embedded');
    expect(readOptions(['--companion', '--open'], {})).toMatchObject({ companion: 'embedded', open: true });
    expect(readOptions(['--companion', 'http://localhost:8080/fhir'], {}).companion).toBe('http://localhost:8080/fhir');
  });

  test.each([
    [['--seed'], '--seed puts the fixtures on an outside server'],
    [['--fhir', 'x', '--seed'], 'x is not the address of a FHIR server'],
    [['--fhir', 'http://h/fhir', '--fresh'], 'is not deleted from here'],
    [['--fhir', 'http://h/fhir', '--load', 'a.json'], 'say so with --seed'],
    [['--fhir', 'http://h/fhir', '--companion', 'http://h/fhir/'], 'names the same server'],
    [['--ehr-profile', 'meditech'], '--ehr-profile is one of generic, epic, oracle'],
    [['--companion=nowhere'], 'nowhere is not the address of a FHIR server'],
    [['--companion', 'nowhere'], 'What should happen with nowhere?'],
  ])('%j is refused with a sentence', (args, why) => {
    expect(() => readOptions(args, {})).toThrow(why);
  });

  test('an option that does not exist is named', () => {
    expect(() => readOptions(['--frseh'], {})).toThrow('--frseh');
  });
});

describe('a file to load', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string) => {
    const path = join(folder, 'given.json');
    writeFileSync(path, text);
    return path;
  };

  test('a bundle is read', () => {
    expect(readBundle(file('{"resourceType":"Bundle","type":"collection"}'))).toEqual({ resourceType: 'Bundle', type: 'collection' });
  });

  test.each([
    ['{"resourceType":"Bundle', 'is not readable JSON'],
    ['{"resourceType":"Patient"}', 'is not a FHIR R4 Bundle but a Patient'],
    ['[1]', 'is not a FHIR R4 Bundle'],
  ])('%s is refused with a sentence that names the file', (text, why) => {
    const path = file(text);
    expect(() => readBundle(path)).toThrow(`${path} ${why}`);
  });

  test('a missing file is said to be one', () => {
    expect(() => readBundle(join(folder, 'none.json'))).toThrow('cannot be read: is the path right?');
  });
});
