import { describe, expect, it } from 'vitest';
import { hccSupport, type HccVisit } from '../../../../../src/domain/coding/hcc/hcc-support.ts';
import { noteId, type AuthorRole, type FactEvidence, type NoteType, type QuoteEvidence } from '../../../../../src/domain/model/index.ts';
import { loadHcc } from '../../../../../src/knowledge/node/hcc.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';

const [model, { codeSets }] = [await loadHcc(), await loadKnowledge()];

const note = (type: NoteType, role: AuthorRole = 'provider', text = 'Seen in the office.') =>
  ({ id: noteId(`DocumentReference/${type}-${role}`), type, text, author: { name: null, reference: null, role } });
const PROGRESS = note('progress');
const wordsIn = ({ id }: { readonly id: QuoteEvidence['note'] }, quote = 'as documented'): QuoteEvidence =>
  ({ kind: 'quote', document: String(id).replace(/#0$/, ''), version: '1', note: id, start: 0, end: quote.length, quote, marks: [] });
const BMI: FactEvidence = { kind: 'fact', resource: 'Observation/bmi', version: '1', code: '39156-5', label: 'BMI', value: 42, unit: 'kg/m2', date: '2026-10-21' };
const WORDS = wordsIn(PROGRESS);

const visit = (codes: HccVisit['codes'], parts: Partial<HccVisit> = {}) => hccSupport({
  encounter: { classCode: 'AMB' }, notes: [PROGRESS], patient: { ageYears: 70, sex: 'male' }, serviceDate: '2026-10-21', codes, ...parts,
}, codeSets, model);
const charted = (code: string, ...evidence: HccVisit['codes'][number]['evidence']) => ({ code, charted: true, evidence });
const suggested = (code: string, ...evidence: HccVisit['codes'][number]['evidence']) => ({ code, charted: false, evidence });

describe('a category of the encounter', () => {
  it('is supported by what a provider documents face to face, with the words', () => {
    expect(visit([suggested('E11.22', WORDS)]).supported).toEqual([
      { hcc: '37', label: model.label('37'), codes: ['E11.22'], evidence: [WORDS], why: 'A provider documents E11.22 in this encounter, face to face.' },
    ]);
  });

  it('is not supported where it is charted and nothing says it', () => {
    const { supported, unsupported } = visit([charted('I50.22')]);
    expect(supported).toEqual([]);
    expect(unsupported).toMatchObject([{ hcc: '226', codes: ['I50.22'], evidence: [], why: 'I50.22 is charted; no provider’s note of this encounter supports it.' }]);
  });

  it('stands for both of a code that has two', () => {
    expect(visit([charted('I13.2', WORDS)]).supported.map(({ hcc }) => hcc)).toEqual(['226', '326']);
  });

  it('stays beside the one above it, behind it, and says so', () => {
    const { supported } = visit([charted('E11.9', WORDS), charted('E11.22', WORDS), charted('C34.90', WORDS)]);
    expect(supported.map(({ hcc }) => hcc)).toEqual(['20', '37', '38']);
    expect(supported[2]?.why).toContain('HCC 37 (Diabetes with Chronic Complications) stands above it and counts alone.');
  });

  it('names a charted code of its own that nothing supports', () => {
    const { supported, unsupported } = visit([charted('I50.22', WORDS), charted('I50.9')]);
    expect(supported).toMatchObject([{ hcc: '226', codes: ['I50.22'], why: expect.stringContaining('Charted besides: I50.9; no provider’s note') }]);
    expect(unsupported).toEqual([]);
  });

  it('does not exist for codes without one, which are not unmapped either', () => {
    expect(visit([charted('I10', WORDS), charted('E66.811', WORDS)])).toEqual({ supported: [], unsupported: [], unmapped: [] });
  });

  it('is nowhere where it is neither charted nor supported face to face', () => {
    const phone = note('telephone');
    expect(visit([suggested('E11.22', wordsIn(phone))], { notes: [phone] })).toEqual({ supported: [], unsupported: [], unmapped: [] });
  });
});

describe('evidence counts', () => {
  const eligible = (type: NoteType, role: AuthorRole = 'provider', classCode = 'AMB') => {
    const source = note(type, role);
    return visit([charted('I50.22', wordsIn(source))], { encounter: { classCode }, notes: [source] }).supported.length === 1;
  };

  it.each(['progress', 'hp', 'consult', 'discharge', 'ed', 'procedure'] as const)('from a provider’s %s note', (type) => {
    expect(eligible(type)).toBe(true);
  });

  it.each(['telephone', 'radiology', 'pathology', 'nursing'] as const)('not from a %s note', (type) => {
    expect(eligible(type)).toBe(false);
  });

  it.each(['nurse', 'ancillary', 'student', 'scribe', 'patient'] as const)('not from the words of a %s', (role) => {
    expect(eligible('progress', role)).toBe(false);
  });

  it('from a visit by video, and not from one by sound alone', () => {
    expect(eligible('progress', 'provider', 'VR')).toBe(true);
    const heard = note('progress', 'provider', 'Audio-only visit, video failed.');
    const { unsupported } = visit([charted('I50.22', wordsIn(heard))], { encounter: { classCode: 'VR' }, notes: [heard] });
    expect(unsupported[0]?.why).toContain('by telephone alone');
  });

  it('of the note that is eligible where another is not', () => {
    const report = note('radiology');
    expect(visit([charted('C34.90', wordsIn(report), WORDS)], { notes: [PROGRESS, report] }).supported[0]?.evidence).toEqual([WORDS]);
  });
});

describe('a code that tells of no disease by itself', () => {
  it('counts beside the diagnosis, not without it', () => {
    expect(visit([charted('Z68.41', BMI)]).unsupported).toMatchObject([{ hcc: '48', codes: ['Z68.41'], why: expect.stringContaining('only beside a diagnosis of weight or nutrition') }]);
    expect(visit([charted('Z68.41', BMI), charted('E66.9', WORDS)]).supported).toMatchObject([{ hcc: '48', codes: ['Z68.41'], evidence: [BMI] }]);
  });

  it('does not count beside a diagnosis that is only charted', () => {
    expect(visit([charted('Z68.41', BMI), charted('E66.01')]).supported).toEqual([]);
  });

  it('insulin counts beside diabetes alone', () => {
    expect(visit([charted('Z79.4', WORDS)]).supported).toEqual([]);
    expect(visit([charted('Z79.4', WORDS), charted('E11.9', WORDS)]).supported[0]?.codes).toEqual(['Z79.4', 'E11.9']);
  });
});

describe('a code that the tables do not know', () => {
  it('is unmapped: in remission, or new in FY2027', () => {
    expect(visit([charted('E11.A', WORDS), charted('I42.00', WORDS), charted('M67.A01', WORDS)]).unmapped).toEqual(['E11.A', 'I42.00', 'M67.A01']);
  });

  it('is not one that cannot be reported at all', () => {
    expect(visit([charted('ZZZ99')]).unmapped).toEqual([]);
  });

  it('cannot be told apart on a day that no release covers', () => {
    expect(visit([charted('I10', WORDS), charted('E11.9', WORDS)], { serviceDate: '2019-01-01' }).unmapped).toEqual(['I10']);
  });
});
