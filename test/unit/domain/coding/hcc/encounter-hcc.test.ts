import { describe, expect, it } from 'vitest';
import { encounterHcc } from '../../../../../src/domain/coding/hcc/encounter-hcc.ts';
import { visitCodes } from '../../../../../src/domain/coding/visit-codes.ts';
import { analyzeNote } from '../../../../../src/domain/engine.ts';
import { loadHcc } from '../../../../../src/knowledge/node/hcc.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { chart, type ChartBuilder } from '../../../../support/chart.ts';

const [model, knowledge] = [await loadHcc(), await loadKnowledge()];

function hccOf(visit: ChartBuilder) {
  const read = visit.age(70).sex('female').build();
  const found = read.notes.map((note) => analyzeNote(note, { ageYears: 70, sex: 'female', setting: 'outpatient', noteType: note.type, authorRole: note.author.role, serviceDate: '2026-10-21' }, knowledge));
  return encounterHcc(read, visitCodes(read, found, knowledge, knowledge.codeSets.inForce('2026-10-21')!), knowledge.codeSets, model);
}

describe('the categories of an encounter', () => {
  it('are supported by the words of its notes, charted or not', () => {
    const { supported, unsupported, unmapped } = hccOf(chart().encounterDiagnosis('J44.9').note('ASSESSMENT\nCOPD, stable on tiotropium. Rheumatoid arthritis, on methotrexate.'));
    expect(supported.map(({ hcc, codes }) => [hcc, ...codes])).toEqual([['93', 'M06.9'], ['280', 'J44.9']]);
    expect(supported[1]?.evidence[0]).toMatchObject({ kind: 'quote', document: 'DocumentReference/note-1', quote: expect.stringContaining('COPD') });
    expect([unsupported, unmapped]).toEqual([[], []]);
  });

  it('are not supported by a chart that no note speaks of, or by a family history', () => {
    const { supported, unsupported } = hccOf(chart().encounterDiagnosis('I50.22').encounterDiagnosis('C50.911').note('FAMILY HISTORY\nMother had breast cancer.\nASSESSMENT\nEssential hypertension.'));
    expect(supported).toEqual([]);
    expect(unsupported.map(({ hcc }) => hcc)).toEqual(['23', '226']);
  });

  it('are supported by a combination whose parts the words tell', () => {
    const { supported } = hccOf(chart().encounterDiagnosis('I50.22').note('ASSESSMENT\nEssential hypertension. Chronic systolic heart failure, on carvedilol.'));
    expect(supported).toMatchObject([{ hcc: '226', codes: ['I50.22', 'I11.0'] }]);
  });

  it('are not supported by the problem list alone', () => {
    expect(hccOf(chart().encounterDiagnosis('J44.9').note('PROBLEM LIST\n1. COPD\n\nASSESSMENT\nAcute pharyngitis.')).unsupported).toMatchObject([{ hcc: '280' }]);
  });

  it('are not supported by a telephone note', () => {
    expect(hccOf(chart().encounterDiagnosis('J44.9').note('ASSESSMENT\nCOPD, stable.', { type: 'telephone' })).unsupported).toMatchObject([{ hcc: '280', why: expect.stringContaining('telephone note') }]);
  });

  it('are supported where the note says more than the chart', () => {
    const { supported, unsupported } = hccOf(chart().encounterDiagnosis('E11.9').note('ASSESSMENT\nType 2 diabetes with diabetic nephropathy.'));
    expect(supported.map(({ hcc }) => hcc)[0]).toBe('37');
    expect(unsupported.filter(({ evidence }) => evidence.length > 0)).toEqual([]);
  });
});
