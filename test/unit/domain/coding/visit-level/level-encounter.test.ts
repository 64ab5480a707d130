import { describe, expect, it } from 'vitest';
import { levelEncounter } from '../../../../../src/domain/coding/visit-level/level-encounter.ts';
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
  it('believes a note that calls the patient new', () => {
    expect(level(chart().age(57).note(`New patient. ${HTN}`).stay('office', '2024-02-01', '2024-02-01'))).toMatchObject({ code: '99203' });
  });
  it('is preventive by the note’s own opening, and not by a visit that it recalls', () => {
    expect(level(chart().age(52).note('Annual physical exam. Established patient, no concerns.'))).toMatchObject({ code: '99396', problems: null });
    expect(level(chart().age(52).note(`Follow-up. Labs from last annual physical discussed. ${HTN}`))).toMatchObject({ code: '99213' });
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

function level(builder: ChartBuilder) {
  const built = builder.build();
  const found = built.notes.map((note) => analyzeNote(note, { ageYears: 57, sex: 'unknown', setting: 'outpatient', noteType: note.type, authorRole: note.author.role, serviceDate: '2026-10-21' }, knowledge));
  return levelEncounter(built, found, []);
}
