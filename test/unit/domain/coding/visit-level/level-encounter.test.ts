import { describe, expect, it } from 'vitest';
import { levelEncounter } from '../../../../../src/domain/coding/visit-level/level-encounter.ts';
import type { Chart } from '../../../../../src/domain/model/index.ts';
import { analyzeNote } from '../../../../../src/domain/engine.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { chart, type ChartBuilder } from '../../../../support/chart.ts';

const knowledge = await loadKnowledge();
const HTN = 'HTN at goal 124/76. Lisinopril 20, no change.';

describe('the level of a chart’s visit', () => {
  it('is that of an established patient after a visit within three years', () => {
    expect(level(chart().age(57).note(HTN).stay('office', '2024-02-01', '2024-02-01'))).toMatchObject({ code: '99213', problems: 'low', risk: 'moderate' });
  });
  it('cannot be told where nothing says whether the patient is new', () => {
    expect(level(chart().age(57).note(HTN))).toMatchObject({ code: null, why: [{ element: 'none' }] });
    expect(level(chart().age(57).note(HTN).stay('office', '2020-02-01', '2020-02-01'))).toMatchObject({ code: null });
  });
  it('takes new or established from the draft claim’s own visit code', () => {
    expect(billed('99214')).toMatchObject({ code: '99213' });
    expect(billed('99203')).toMatchObject({ code: '99203' });
    expect(billed('93000')).toMatchObject({ code: null });
  });
  it('knows a patient whose problem was recorded within three years', () => {
    expect(level(chart().age(57).note(HTN).problem('I10', { recorded: '2025-03-01' }))).toMatchObject({ code: '99213' });
    expect(level(chart().age(57).note(HTN).problem('I10', { recorded: '2019-03-01' }))).toMatchObject({ code: null });
  });
  it('is none on a day within the package of one’s own operation', () => {
    expect(stay('D. Vaughn MD', 'Left total knee arthroplasty, cemented.')).toMatchObject({ code: null, why: [{ element: 'none' }] });
    expect(stay('B. Other MD', 'Left total knee arthroplasty, cemented.')).toMatchObject({ code: '99238' });
    expect(stay('D. Vaughn MD', 'Peripheral line placed.')).toMatchObject({ code: '99238' });
  });
  it('has a discharge day after what has no days in its package', () => {
    expect(stay('D. Vaughn MD', 'Left heart catheterization, PCI of the LAD, one stent. Prior CABG, grafts open.')).toMatchObject({ code: '99238' });
    expect(stay('D. Vaughn MD', 'ERCP with sphincterotomy, two stones out. History of cholecystectomy.')).toMatchObject({ code: '99238' });
    expect(stay('D. Vaughn MD', 'Mechanical thrombectomy, left M1.')).toMatchObject({ code: '99238' });
    expect(stay('D. Vaughn MD', 'CABG x3, left internal mammary to LAD. Prior PCI.')).toMatchObject({ code: null });
    expect(stay('D. Vaughn MD', 'Laparoscopic cholecystectomy after ERCP.')).toMatchObject({ code: null });
  });
  it('believes a note that calls the patient new', () => {
    expect(level(chart().age(57).note(`New patient. ${HTN}`).stay('office', '2024-02-01', '2024-02-01'))).toMatchObject({ code: '99203' });
  });
  it('is preventive by the note’s own opening, and not by a visit that it recalls', () => {
    expect(level(chart().age(52).note('Annual physical exam. Established patient, no concerns.'))).toMatchObject({ code: '99396', problems: null });
    expect(level(chart().age(52).note(`Follow-up. Labs from last annual physical discussed. ${HTN}`))).toMatchObject({ code: '99213' });
  });
  it('takes the months before a check for the age of a child, and for the time since the last visit of a grown patient', () => {
    expect(level(chart().age(52).note(`CC: 4 month check.\n${HTN} Continue.`))).toMatchObject({ code: '99213' });
    expect(level(chart().age(1).note('4 month check. Grows well. Exam normal. No concerns. Established patient.'))).toMatchObject({ code: '99392' });
  });
  it('goes by the kind of note in the hospital', () => {
    const pneumonia = 'Pneumonia. Ceftriaxone 1 g IV daily.';
    expect(level(chart().setting('observation').note(pneumonia, { type: 'hp' }))?.code).toMatch(/^9922[123]$/);
    expect(level(chart().setting('ed').note(pneumonia))?.code).toBe('99284');
  });
  it('is none without a note of a provider', () => {
    expect(level(chart().note(HTN, { role: 'nurse' }))).toBeNull();
    expect(level(chart())).toBeNull();
  });
});

/** An office visit whose draft claim has a line with this code. */
function billed(code: string) {
  const built = chart().age(57).note(HTN).claimed('I10').build();
  const lines = [{ sequence: 1, coding: { system: 'http://www.ama-assn.org/go/cpt', code, display: null }, modifiers: [], units: 1, pointers: [1], serviced: null }];
  return levelBuilt({ ...built, claims: built.claims.map((claim) => ({ ...claim, lines })) });
}

/** A stay with a procedure note of this author, discharged by D. Vaughn. */
function stay(operator: string, procedure: string) {
  const built = chart().age(57).setting('inpatient').note(procedure, { type: 'procedure' }).note('Osteoarthritis of the knee. Home.', { type: 'discharge' }).build();
  const notes = built.notes.map((note, index) => ({ ...note, author: { ...note.author, name: index === 0 ? operator : 'D. Vaughn MD' } }));
  return levelBuilt({ ...built, notes, encounter: { ...built.encounter, start: '2026-10-18T08:00:00-05:00' } });
}

function level(builder: ChartBuilder) {
  return levelBuilt(builder.build());
}

function levelBuilt(built: Chart) {
  const found = built.notes.map((note) => analyzeNote(note, { ageYears: 57, sex: 'unknown', setting: 'outpatient', noteType: note.type, authorRole: note.author.role, serviceDate: '2026-10-21' }, knowledge));
  return levelEncounter(built, found, []);
}
