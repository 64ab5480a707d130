import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/domain/model/index.ts';
import { RESOURCE_KINDS } from '../../src/domain/model/index.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import { createReader } from '../../src/fhir/read/reader.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import { stories, story } from '../support/fixtures.ts';
import { SIGNED_AT } from '../support/writing.ts';
import type { Hapi } from './hapi.ts';
import { analyse, connect, emptyHapi, loadStory, never } from './hapi.ts';

describe('a chart of several pages', () => {
  let hapi: Hapi;
  beforeAll(async () => {
    await emptyHapi();
    await loadStory('busy-chart');
    hapi = await connect();
  });

  it('is read to the end, through HAPI\'s own next links on the base address', async () => {
    const { resources } = await hapi.read('busy-chart', 'busy-chart-visit');
    const inFile = story('busy-chart').bundle.entry ?? [];
    const kinds = ['Observation', 'DocumentReference', 'Condition', 'Encounter'];
    const count = (types: readonly (string | undefined)[]) => kinds.map((kind) => [kind, types.filter((type) => type === kind).length]);
    expect(count(resources.map((r) => r.resourceType))).toEqual(count(inFile.map((e) => e.resource?.resourceType)));
    expect(hapi.asked.filter((address) => address.startsWith('?_getpages=') || address.startsWith('/?_getpages=')).length).toBeGreaterThanOrEqual(2);
  });

  it('tells of every kind how its reading ended, and of all that it was read', async () => {
    const { reads } = await hapi.read('busy-chart', 'busy-chart-visit');
    expect(new Set(reads.map((read) => read.kind))).toEqual(new Set(RESOURCE_KINDS));
    expect(reads.filter((read) => read.status !== 'read' || read.why !== null)).toEqual([]);
  });

  it('says what is not there, and what the sign-in leaves out, instead of calling it empty', async () => {
    const { reads: nobody } = await hapi.read('nobody', 'nobody-visit');
    expect(nobody.filter((read) => read.kind === 'Patient')).toMatchObject([{ status: 'failed', count: 0 }]);
    const scopes = parseScopes('patient/Patient.rs patient/Encounter.rs patient/Observation.rs?category=vital-signs');
    const where = { patient: 'busy-chart', encounter: 'busy-chart-visit', clock: { now: () => SIGNED_AT } };
    const { reads } = await createReader({ http: hapi.http, scopes }, where).read(() => undefined, never);
    expect(reads.filter((read) => read.kind === 'Claim')).toMatchObject([{ status: 'denied', count: 0 }]);
    expect(reads.filter((read) => read.kind === 'Observation')).toMatchObject([{ status: 'partial', query: 'category=vital-signs' }]);
  });
});

describe.each(stories())('$slug, read from HAPI', ({ slug, whole, expected }) => {
  it('comes to the same suggestions, gaps and texts as the file does', async () => {
    await emptyHapi();
    await loadStory(slug);
    const hapi = await connect();
    const read = await analyse(await hapi.read(slug, expected.encounter.replace('Encounter/', '')));
    const file = await analyse(fromBundle(whole, { encounter: expected.encounter, now: SIGNED_AT }));
    expect(suggestionsOf(read.analysis)).toEqual(suggestionsOf(file.analysis));
    expect(gapsOf(read.analysis)).toEqual(gapsOf(file.analysis));
    expect(read.chart.notes.map((note) => note.text).toSorted()).toEqual(file.chart.notes.map((note) => note.text).toSorted());
  });
});

function suggestionsOf({ suggestions }: Analysis): readonly string[] {
  return suggestions.map(({ action, from, code }) => [action, from ?? '', code].join(' ')).toSorted();
}

function gapsOf({ gaps }: Analysis): readonly string[] {
  return gaps.map(({ topic, outcome }) => `${topic} ${outcome}`).toSorted();
}
