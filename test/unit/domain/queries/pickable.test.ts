import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import type { NoteFindings, ObservationFact } from '../../../../src/domain/model/index.ts';
import { CATALOGUE } from '../../../../src/domain/gaps/catalogue.ts';
import { found, pickable } from '../../../../src/domain/queries/pickable.ts';
import { templatesOf } from '../../../../src/domain/queries/templates.ts';
import { chart, condition, note } from '../../../support/writing.ts';

const result = (id: string, more: Partial<ObservationFact>): ObservationFact => ({
  source: { reference: `Observation/${id}`, version: '1' }, status: 'final', codings: [{ system: 'http://loinc.org', code: '2951-2', display: 'Sodium' }], categories: [], date: '2026-11-02', encounter: null,
  quantity: { value: 128, unit: 'mmol/L', comparator: null }, valueCode: null, valueText: null, components: [], ...more,
});
const NOTE = note('n1', 'Confused today. Sodium 126.');
const read: NoteFindings = { note: NOTE.id, language: 'english', mentions: [], sections: [], sentences: [{ start: 0, end: 15, hash: 'a' }, { start: 16, end: 27, hash: 'b' }] };
const pressure = result('bp', { quantity: null, codings: [{ system: 'http://loinc.org', code: '85354-9', display: 'Blood pressure' }], components: [['Systolic', 150], ['Diastolic', 92]].map(([display, value]) => ({ codings: [{ system: 'http://loinc.org', code: 'x', display: String(display) }], quantity: { value: Number(value), unit: 'mm[Hg]', comparator: null } })) });
const on = chart({
  notes: [{ ...NOTE, date: '2026-11-03T10:00:00-06:00' }], conditions: [condition('c1', 'E87.1', { recorded: '2026-11-01' })],
  observations: [result('na1', {}), result('na2', { date: '2026-11-04' }), result('wrong', { status: 'entered-in-error' }), result('low', { date: '2026-10-01', quantity: { value: 120, unit: 'mmol/L', comparator: '<' } }), pressure],
});
const texts = (search = '') => found(pickable(on, [read]), search).map(({ indicator }) => indicator.text);

describe('what a question may rest on', () => {
  it('is every result, diagnosis and sentence, dated, cited, the newest first', () => {
    expect(texts()).toEqual([
      'Sodium: 128 mmol/L on 2026-11-04', 'Sodium: 128 mmol/L on 2026-11-02', 'Blood pressure: Systolic 150 mmHg, Diastolic 92 mmHg on 2026-11-02', 'Sodium: <120 mmol/L on 2026-10-01',
      'Title of E87.1 on 2026-11-01', '“Confused today.”, noted on 2026-11-03', '“Sodium 126.”, noted on 2026-11-03',
    ]);
    expect(pickable(on, [read]).at(-1)?.indicator.evidence).toMatchObject({ kind: 'quote', document: 'DocumentReference/n1', start: 16, end: 27 });
  });

  it('is found by its words, in any order and case', () => {
    expect(texts('11-03 CONFUSED')).toEqual(['“Confused today.”, noted on 2026-11-03']);
    expect(texts('potassium')).toEqual([]);
  });

  it('is nothing of sensitive notes and entries', () => {
    const sensitive = { ...on, notes: on.notes.map((each) => ({ ...each, sensitivity: ['PSY'] })), labelled: [{ reference: 'Observation/na1', codes: ['R'] }] };
    expect(pickable(sensitive, [read]).map(({ indicator: { text } }) => text).filter((text) => text.includes('noted') || text.includes('2026-11-02'))).toEqual(['Blood pressure: Systolic 150 mmHg, Diastolic 92 mmHg on 2026-11-02']);
  });
});

describe('templates', () => {
  it('are the catalogue\'s own questions, each once, without the answers that every question has', () => {
    const templates = templatesOf(DEFAULT_POLICY);
    expect(templates.map(({ rule }) => rule).toSorted()).toEqual(CATALOGUE.filter(({ kind, asks }) => kind === 'documentation' && asks !== null).map(({ id }) => id).toSorted());
    expect(templates.flatMap(({ options }) => options).filter((option) => /^(?:other|unable to determine)\b(?! \w)/i.test(option))).toEqual([]);
  });

  it('follow the site: a rule switched off asks nothing', () => {
    const [first] = templatesOf(DEFAULT_POLICY);
    const off = templatesOf({ ...DEFAULT_POLICY, rules: { ...DEFAULT_POLICY.rules, off: [first?.rule ?? ''] } });
    expect(off.map(({ rule }) => rule)).not.toContain(first?.rule);
  });
});
