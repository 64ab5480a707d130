import { describe, expect, it, vi } from 'vitest';
import type { DocumentReference, Encounter, Patient } from 'fhir/r4';
import type { ChartBundle } from '../../../src/fhir/read/contract.ts';
import type { CodeSet, Knowledge } from '../../../src/domain/model/index.ts';
import { createDirectEngine } from '../../../src/app/engine.ts';
import { contextOf } from '../../../src/app/note-context.ts';
import { buildAbbreviations } from '../../../src/domain/mentions/abbreviations/abbreviations.ts';
import { buildComposer } from '../../../src/domain/mentions/compose/compose.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { fakeChart, NOTE } from '../../support/app-fakes.ts';

const silent = { onChart: () => undefined, onNote: () => undefined };

describe('the engine without a worker', () => {
  it('decodes first, then tells each note as it is ready', async () => {
    const heard: string[] = [];
    await createDirectEngine(knowledge()).analyze(visit(3), DEFAULT_POLICY, {
      onChart: (chart) => heard.push(`${chart.notes.length} notes`), onNote: (_found, done, total) => heard.push(`${done} of ${total}`),
    }, new AbortController().signal);
    expect(heard).toEqual(['3 notes', '1 of 3', '2 of 3', '3 of 3']);
  });

  it('hears a cancel between two notes', async () => {
    const control = new AbortController();
    const done: number[] = [];
    const running = createDirectEngine(knowledge()).analyze(visit(400), DEFAULT_POLICY, {
      onChart: () => undefined, onNote: (_found, at) => { done.push(at); if (at === 2) setTimeout(() => control.abort(), 0); },
    }, control.signal);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(done.length).toBeLessThan(400);
  });

  it.each([
    ['../../../src/fhir/decode/read-chart.ts', 'reads charts', 0],
    ['../../../src/app/conclude.ts', 'finds gaps', 2],
  ])('says which part could not be loaded: %s', async (part, does, notes) => {
    vi.doMock(part, () => { throw new Error('not found'); });
    vi.resetModules();
    const told: number[] = [];
    const engine = createDirectEngine(knowledge());
    await expect(engine.analyze(visit(2), DEFAULT_POLICY, { onChart: () => undefined, onNote: (_found, at) => told.push(at) }, new AbortController().signal))
      .rejects.toThrow(`The part of the app that ${does} could not be loaded.`);
    expect(told).toHaveLength(notes);
    vi.doUnmock(part);
    vi.resetModules();
  });

  it('lists a note that cannot be analysed as unread, and still concludes on the others', async () => {
    const { chart, analysis } = await createDirectEngine(knowledge((text) => { if (text === 'note') throw new Error('matcher'); })).analyze(visit(2), DEFAULT_POLICY, silent, new AbortController().signal);
    expect(chart.notes).toEqual([]);
    expect(chart.unreadable.map((n) => n.status)).toEqual(['not-analysed', 'not-analysed']);
    expect(analysis.unreadable.length).toBe(2);
  });

  it('lists a note that is not English as unread, and suggests nothing from it', async () => {
    const { chart, analysis } = await createDirectEngine(knowledge()).analyze(visit(1, 'Paciente con diabetes que acude por dolor desde hace dos días.'), DEFAULT_POLICY, silent, new AbortController().signal);
    expect(chart.notes).toEqual([]);
    expect(analysis.unreadable.map(({ status, why }) => [status, why])).toEqual([['not-english', 'Not English: nothing was suggested from it. Review this note by hand.']]);
  });

  it('searches the release in force on the day, and nothing where none is loaded', async () => {
    const engine = createDirectEngine(knowledge());
    expect((await engine.search('x', '2026-11-18T09:00:00Z', 5)).map((e) => e.code)).toEqual(['IN-FORCE']);
    expect((await engine.search('x', null, 5)).map((e) => e.code)).toEqual(['NEWEST']);
    expect(await engine.search('x', '1999-01-01', 5)).toEqual([]);
  });
});

describe('what the analysis is told of a note', () => {
  it('has the age on the day of service, in completed years', () => {
    expect(ageOf('1971-11-18')).toBe(55);
    expect(ageOf('1971-11-19')).toBe(54);
    expect(ageOf('1971-11')).toBe(55);
  });

  it('has no age where the birth date is unknown or only a year', () => {
    expect(ageOf(null)).toBeNull();
    expect(ageOf('1971')).toBeNull();
  });

  it('has the setting of the encounter that the note belongs to', () => {
    const stay = { ...fakeChart().encounter, source: { reference: 'Encounter/stay', version: '1' }, setting: 'inpatient' as const };
    expect(contextOf(fakeChart({ otherEncounters: [stay] }), { ...NOTE, encounter: 'Encounter/stay' }).setting).toBe('inpatient');
  });
});

function ageOf(birthDate: string | null): number | null {
  return contextOf(fakeChart({ patient: { ...fakeChart().patient, birthDate } }), NOTE).ageYears;
}

function release(code: string): CodeSet {
  return {
    system: 'icd-10-cm', release: 'FY2027', validFrom: '2026-10-01', validTo: '2027-09-30', counts: { billable: 1, headers: 0 },
    entry: () => undefined, children: () => [], search: () => [{ code, title: code, billable: true, parent: null }],
  };
}

function knowledge(onMatch: (word: string) => void = () => undefined): Knowledge {
  return {
    codeSets: { newest: release('NEWEST'), loaded: [], inForce: (day) => (day < '2026-10-01' ? undefined : release('IN-FORCE')) },
    lexicon: { phrases: 0, match: (tokens) => { for (const token of tokens) onMatch(token.norm); return []; } },
    composer: buildComposer({ axes: [], values: [], refinements: [] }), abbreviations: buildAbbreviations({ rows: [], themes: [] }), instructions: null, edits: null,
  };
}

function visit(notes: number, words = 'A note of a visit.'): ChartBundle {
  const patient: Patient = { resourceType: 'Patient', id: 'p1', meta: { versionId: '1' }, gender: 'female', birthDate: '1971-04-02' };
  const encounter: Encounter = {
    resourceType: 'Encounter', id: 'e1', meta: { versionId: '1' }, status: 'finished', class: { code: 'AMB' }, subject: { reference: 'Patient/p1' },
    period: { start: '2026-11-18T09:00:00-06:00', end: '2026-11-18T09:40:00-06:00' },
  };
  const documents = Array.from({ length: notes }, (_, index): DocumentReference => ({
    resourceType: 'DocumentReference', id: `n${index}`, meta: { versionId: '1' }, status: 'current', docStatus: 'final',
    subject: { reference: 'Patient/p1' }, date: '2026-11-18T09:30:00-06:00', context: { encounter: [{ reference: 'Encounter/e1' }] },
    content: [{ attachment: { contentType: 'text/plain' } }],
  }));
  return {
    base: 'https://ehr.example/fhir', patient: 'p1', encounter: 'e1', reads: [], readAt: '2026-11-18T10:00:00-06:00',
    resources: [patient, encounter, ...documents],
    attachments: Array.from({ length: notes }, (_, index) => ({ document: `DocumentReference/n${index}`, index: 0, contentType: 'text/plain', bytes: new TextEncoder().encode(words) })),
  };
}
