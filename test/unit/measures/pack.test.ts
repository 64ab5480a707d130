import { describe, expect, it } from 'vitest';
import type { FhirResource, Pack } from '../../../src/measures/model.ts';
import { readPack } from '../../../src/measures/pack/read-pack.ts';
import { withDirections } from '../../../src/measures/pack/site-directions.ts';
import { readValueSets } from '../../../src/measures/pack/value-sets.ts';
import { packParts } from '../../measures/packs.ts';

const parts = packParts('diabetes');
const NOTATION = 'http://terminology.hl7.org/CodeSystem/measure-improvement-notation';

/** The pack with one kind of resource changed. */
function changed(type: string, change: (resource: FhirResource) => FhirResource | null, of: readonly FhirResource[] = parts): Pack {
  return readPack(of.flatMap((resource) => {
    const next = resource.resourceType === type ? change(resource) : resource;
    return next === null ? [] : [next];
  }));
}
const content = (type: string, data?: string) => (resource: FhirResource) => (resource.id === 'Diabetes' ? { ...resource, content: [{ contentType: type, ...(data === undefined ? { url: 'http://elsewhere' } : { data }) }] } : resource);
const elmOf = (resource: FhirResource): { library: { identifier: { version: string } } } => JSON.parse(Buffer.from((resource['content'] as readonly { data: string }[])[0]!.data, 'base64').toString()) as never;

describe('a measure pack', () => {
  it('is read from single resources and from Bundles at any depth', () => {
    const nested = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Bundle', entry: parts.map((resource) => ({ resource })) } }] };
    expect(readPack([nested]).measures.map(({ id, problem, groups }) => [id, problem, groups.length])).toEqual([['poor-control-of-diabetes', null, 2]]);
  });

  it('reads scoring, basis, direction and stratifiers where each group says them', () => {
    const [control, tested] = readPack(parts).measures[0]!.groups;
    expect(control).toMatchObject({ scoring: 'proportion', ofEpisodes: false, direction: 'decrease', stratifiers: [{ code: 'women', appliesTo: null }, { code: 'older', appliesTo: 'numerator' }] });
    expect(tested).toMatchObject({ direction: 'increase' });
  });

  it.each([
    ['application/elm+xml', 'PGVsbS8+', 'in XML only'],
    ['text/cql', 'bGlicmFyeQ==', 'Compile it to ELM'],
    ['application/elm+json', undefined, 'only links to its content'],
    ['text/plain', 'eA==', 'no content of type application/elm+json'],
  ])('says what to do with a library that has %s', (type, data, words) => {
    expect(changed('Library', content(type, data)).measures[0]!.problem).toContain(words);
  });

  it('refuses damaged content', () => {
    expect(() => changed('Library', content('application/elm+json', 'not base64!'))).toThrow('not base64 of JSON');
    expect(() => changed('Library', content('application/elm+json', btoa('{}')))).toThrow('no ELM library');
    expect(() => readPack(parts.filter(({ resourceType }) => resourceType !== 'Measure'))).toThrow('no Measure resource');
  });

  it('finds the library by canonical with a version, by Library/id and by name', () => {
    for (const library of ['http://example.org/Library/Diabetes|1.2.0', 'Library/Diabetes', 'http://other.org/Library/Diabetes']) {
      expect(changed('Measure', (measure) => ({ ...measure, library: [library] })).measures[0]!.problem).toBeNull();
    }
    expect(changed('Measure', (measure) => ({ ...measure, library: ['http://example.org/Library/Other'] })).measures[0]!.problem).toContain('is not in the pack');
    expect(changed('Measure', (measure) => ({ ...measure, library: [] })).measures[0]!.problem).toContain('names no library');
  });

  it('takes the only version of an included library, and says so; without one it cannot be calculated', () => {
    const older = changed('Library', (resource) => {
      if (resource.id !== 'FHIRHelpers') return resource;
      const elm = elmOf(resource);
      elm.library.identifier.version = '4.0.0';
      return { ...resource, content: [{ contentType: 'application/elm+json', data: Buffer.from(JSON.stringify(elm)).toString('base64') }] };
    });
    expect(older.warnings).toEqual(['poor-control-of-diabetes: Diabetes includes FHIRHelpers 4.0.1; the pack has 4.0.0, which is used.']);
    expect(older.measures[0]!.problem).toBeNull();
    expect(changed('Library', (resource) => (resource.id === 'FHIRHelpers' ? null : resource)).measures[0]!.problem).toContain('FHIRHelpers 4.0.1, which Diabetes includes, is not in the pack');
  });

  it('sees that measure and library do not belong together', () => {
    const other = changed('Measure', (measure) => ({ ...measure, group: [{ population: [{ code: { coding: [{ code: 'initial-population' }] }, criteria: { expression: 'Nowhere' } }] }] }));
    expect(other.measures[0]!.problem).toContain('"Nowhere", which library Diabetes does not define');
  });

  it('warns of a stratifier without logic, and calculates the rest', () => {
    const { measures, warnings } = changed('Measure', (measure) => ({ ...measure, group: (measure['group'] as readonly object[]).map((group) => ({ ...group, stratifier: [{ id: 'lost', criteria: { expression: 'Nowhere' } }] })) }));
    expect(measures[0]!.problem).toBeNull();
    expect(warnings[0]).toContain('Stratifier lost');
  });

  it('does not calculate a composite', () => {
    expect(changed('Measure', (measure) => ({ ...measure, scoring: { coding: [{ code: 'composite' }] } })).measures[0]!.problem).toContain('calculated by its components');
  });
});

describe('which way is better', () => {
  const direction = (measure: object, group: object = {}) => {
    const pack = changed('Measure', (resource) => ({ ...resource, improvementNotation: undefined, ...measure, group: [{ ...(resource['group'] as readonly object[])[0], ...group }] }));
    return { direction: pack.measures[0]!.groups[0]!.direction, warned: pack.warnings.length > 0 };
  };
  const coded = (code: string) => ({ improvementNotation: { coding: [{ system: NOTATION, code }] } });
  const guidance = (words: string) => ({ extension: [{ url: 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-improvementNotationGuidance', valueMarkdown: words }] });

  it.each([
    [coded('increase'), {}, 'increase', false],
    [coded('decrease'), {}, 'decrease', false],
    [{}, {}, null, false],
    [{ improvementNotation: { text: 'Lower score indicates better quality' } }, {}, 'decrease', false],
    [{ improvementNotation: { text: 'Improvement noted as an increase in rate' } }, {}, 'increase', false],
    [coded('decrease'), guidance('Higher score equals better quality.'), 'increase', true],
    [coded('increase'), guidance('A lower rate is better.'), 'decrease', true],
    [coded('increase'), guidance('Measured in every patient.'), 'increase', false],
    [coded('increase'), guidance('A higher score is better, and a lower score is better too.'), 'increase', false],
    [coded('increase'), { extension: [{ url: 'http://hl7.org/fhir/uv/cqm/StructureDefinition/cqm-improvementNotation', valueCodeableConcept: coded('decrease').improvementNotation }] }, 'decrease', false],
  ])('%j, group %j: %s', (measure, group, expected, warned) => {
    expect(direction(measure, group)).toEqual({ direction: expected, warned });
  });

  it('is the site\'s word, where it has one', () => {
    const pack = readPack(parts);
    const directions = (entries: Record<string, 'increase' | 'decrease'>) => withDirections(pack, new Map(Object.entries(entries))).measures[0]!.groups.map((group) => group.direction);
    expect(directions({ 'poor-control-of-diabetes': 'increase' })).toEqual(['increase', 'increase']);
    expect(directions({ 'http://example.org/Measure/poor-control-of-diabetes#tested': 'decrease' })).toEqual(['decrease', 'decrease']);
    expect(() => directions({ 'other-measure': 'increase' })).toThrow('name other-measure');
  });
});

describe('a value set', () => {
  const set = (more: object): FhirResource => ({ resourceType: 'ValueSet', url: 'http://example.org/vs', ...more });
  const codes = (...list: readonly string[]) => list.map((code) => ({ system: 'http://s', code }));

  it('is its expansion, nested or not, without abstract and inactive entries', () => {
    const [read] = readValueSets([set({ version: 'N/A', expansion: { contains: [{ abstract: true, system: 'http://s', code: 'all', contains: codes('a', 'b') }, { system: 'http://s', code: 'c', inactive: true }] } })]);
    expect(read).toMatchObject({ version: '', lack: null, codes: codes('a', 'b') });
  });

  it('is its listed codes, where it has no expansion', () => {
    expect(readValueSets([set({ compose: { include: [{ system: 'http://s', concept: [{ code: 'a' }] }] } })])).toMatchObject([{ lack: null, codes: codes('a') }]);
    expect(readValueSets([set({ compose: { include: [{ system: 'http://s', concept: [{ code: 'a' }] }, { valueSet: ['http://other'] }] } })])).toMatchObject([{ lack: expect.stringContaining('not listed') }]);
  });

  it('is never silently empty or cut short', () => {
    expect(readValueSets([set({ compose: { include: [{ system: 'http://s', filter: [{}] }] } })])).toMatchObject([{ lack: expect.stringContaining('defined by a filter') }]);
    expect(readValueSets([set({})])).toMatchObject([{ lack: expect.stringContaining('has no codes') }]);
    expect(readValueSets([set({ expansion: { total: 3, contains: codes('a', 'b') } })])).toMatchObject([{ lack: expect.stringContaining('2 of its 3 codes') }]);
  });

  it('is put together from its pages', () => {
    const pages = [set({ expansion: { total: 3, offset: 0, contains: codes('a', 'b') } }), set({ expansion: { total: 3, offset: 2, contains: codes('c') } })];
    expect(readValueSets(pages)).toMatchObject([{ lack: null, codes: codes('a', 'b', 'c') }]);
  });
});
