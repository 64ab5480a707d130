import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentReference, FhirResource, Observation } from 'fhir/r4';
import { createDirectEngine } from '../../src/app/engine.ts';
import type { Engine } from '../../src/app/parts.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { fromBundle } from '../../src/fhir/read/from-bundle.ts';
import type { ChartBundle } from '../../src/fhir/read/contract.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { bridged } from '../support/bridge.ts';
import { generatedNote } from '../support/generated-notes.ts';

const direct = createDirectEngine(await loadKnowledge());
const { engine: worker } = bridged(direct, { cancelGrace: 1_000, silence: 60_000 });

const words = fc.array(fc.constantFrom('no', 'denies', 'chest pain', 'type 2 diabetes', 'with', 'MS', 'h/o', 'E11.9', 'A/P:', 'FH:', '\n', '- ', '[x]', '?', '😀', 'é', '\u0301', '\ud83d'), { maxLength: 40 }).map((parts) => parts.join(' '));
const note = fc.record({
  text: fc.oneof(fc.nat().map(generatedNote), words, fc.string({ unit: 'binary', maxLength: 80 })),
  contentType: fc.constantFrom('text/plain', 'text/plain', 'text/html', 'application/rtf'),
});
const chart = fc.record({ notes: fc.array(note, { maxLength: 3 }), bmi: fc.option(fc.record({ value: fc.double({ min: 10, max: 60, noNaN: true }), unit: fc.constantFrom('kg/m2', 'g/cm2', 'points') })) });

test('the worker gives what the engine itself gives, and tells the same on the way', async () => {
  await fc.assert(fc.asyncProperty(chart, async (drawn) => {
    const bundle = bundleOf(drawn);
    expect(await whatHappens(worker, bundle)).toEqual(structuredClone(await whatHappens(direct, bundle)));
  }), { numRuns: 250 });
}, 20_000);

async function whatHappens(engine: Engine, bundle: ChartBundle): Promise<unknown> {
  const told: unknown[] = [];
  const result = await engine.analyze(bundle, DEFAULT_POLICY, {
    onChart: (read) => told.push(read), onNote: (findings, done, total) => told.push([findings, done, total]),
  }, new AbortController().signal);
  return [...told, result];
}

type Drawn = typeof chart extends fc.Arbitrary<infer T> ? T : never;

function bundleOf({ notes, bmi }: Drawn): ChartBundle {
  const subject = { reference: 'Patient/p1' };
  const encounter = { reference: 'Encounter/e1' };
  const resources: FhirResource[] = [
    { resourceType: 'Patient', id: 'p1', birthDate: '1971-11-18' },
    { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject, period: { start: '2026-11-18T09:00:00Z', end: '2026-11-18T09:30:00Z' } },
    ...notes.map(({ text, contentType }, at): DocumentReference => ({
      resourceType: 'DocumentReference', id: `d${at}`, status: 'current', docStatus: 'final', subject, date: '2026-11-18T09:30:00Z', context: { encounter: [encounter] },
      content: [{ attachment: { contentType, data: Buffer.from(contentType === 'application/rtf' ? `{\\rtf1 ${text.replace(/[{}\\]/g, '')}}` : text, 'utf8').toString('base64') } }],
    })),
    ...(bmi === null ? [] : [observation(bmi)]),
  ];
  return fromBundle({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }, { now: '2026-11-20T12:00:00Z' });
}

function observation({ value, unit }: NonNullable<Drawn['bmi']>): Observation {
  return {
    resourceType: 'Observation', id: 'o1', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '39156-5' }] }, subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-11-18', valueQuantity: { value, code: unit, system: 'http://unitsofmeasure.org' },
  };
}
