import { beforeAll, describe, expect, it } from 'vitest';
import { singleNoteChart } from '../../../../src/app/single-note.ts';
import { confidenceLevel } from '../../../../src/domain/coding/confidence.ts';
import { toldRate } from '../../../../src/domain/coding/told-rate.ts';
import { analyzeNote, conclude } from '../../../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Analysis, type Knowledge, type NoteContext, type Policy } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const DAY = '2026-03-01';

function read(text: string, policy: Policy = DEFAULT_POLICY): Analysis {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
  const note = plainNote({ id: 'visit', text, type: 'progress', date: DAY });
  return conclude(singleNoteChart(note, context, DAY), [analyzeNote(note, context, knowledge)], knowledge, policy);
}

const codes = (text: string, policy?: Policy) => read(text, policy).suggestions.map(({ code }) => code);
const why = (text: string, code: string, policy?: Policy) => read(text, policy).leftOut.find((one) => one.code === code)?.why ?? null;

/** A course around what the test is about. */
const course = (sentence: string) =>
  `A 61-year-old man was referred to our hospital. ${sentence} A biopsy was performed and confirmed the diagnosis. Treatment was started. He was discharged and remained well after 6 months.`;

describe('a course that is told in prose', () => {
  it.each([
    ['the symptoms beside the diagnosis that explains them', 'He had fever and cough, and pneumonia was diagnosed.', ['J18.9', 'R50.9']],
    ['what was treated and is over', 'He developed pneumonia, which resolved with antibiotics.', ['J18.9']],
    ['past conditions that the author tells', 'He had a history of pancreatitis and hypertension.', ['I10', 'K85.90']],
    ['a germ that was found, whatever the infection is called', 'In the lavage, Pseudomonas aeruginosa was isolated.', ['B96.5']],
    ['a patient presented as one with a condition', 'We report the case of a male patient with profuse sweating and pain in the left knee.', ['M25.562', 'R61']],
    ['findings without a site', 'There was bleeding at the edge and the center showed necrosis.', ['I96', 'R58']],
  ])('reports %s', (_, sentence, expected) => expect(codes(course(sentence))).toEqual(expect.arrayContaining(expected)));

  it.each([
    ['what is denied', 'He had no fever.', 'R50.9'],
    ['what is only possible', 'Pneumonia was suspected.', 'J18.9'],
    ['what a relative has', 'His father had hypertension.', 'I10'],
    ['a finding without a site that is not there', 'There was no bleeding.', 'R58'],
    ['an infarction of the past as one of today', 'He had a heart attack in 1994.', 'I21.9'],
  ])('but not %s', (_, sentence, code) => expect(codes(course(sentence))).not.toContain(code));

  it('and a code once, though it is said of a site and again without', () => {
    expect(codes(course('He had abdominal pain and vomiting. The abdominal pain was constant.')).filter((code) => code.startsWith('R10') || code === 'R52')).toHaveLength(1);
  });
});

describe('what is no told course', () => {
  const sections = 'HPI\nHe was referred with bleeding. He had a history of pancreatitis. A biopsy was performed and showed necrosis. Treatment was started.\n\nASSESSMENT\nHypertension.\n\nPLAN\nHe was discharged and remained well after 6 months.';

  it('is a note with sections: words without a site are everyday words there, and the past is past', () => {
    expect(codes(sections)).toEqual(['I10']);
    expect(read(sections).findings[0]!.mentions.map(({ text }) => text)).not.toContain('bleeding');
  });

  it('is a note in prose that speaks of today', () => {
    const prose = `${course('He had a history of pancreatitis.')} Today he has hypertension. I will see him in May.`;
    expect(codes(prose)).toEqual(['I10']);
  });

  it('is a note beside another that assesses: what it tells as past is past', () => {
    const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
    const notes = [course('He had a history of pancreatitis, and bleeding.'), 'ASSESSMENT\nHypertension.'].map((text, at) => plainNote({ id: `note-${at}`, text, type: 'progress', date: DAY }));
    const [first] = notes;
    const chart = singleNoteChart(first!, context, DAY);
    const both = { ...chart, notes: notes.map((note) => ({ ...note, encounter: chart.encounter.source.reference })) };
    const { suggestions } = conclude(both, notes.map((note) => analyzeNote(note, context, knowledge)), knowledge, DEFAULT_POLICY);
    expect(suggestions.map(({ code }) => code)).toEqual(['I10']);
  });

  it('is a line or two', () => {
    expect(codes('Hypertension, stable. History of pancreatitis. Some bleeding.')).toEqual(['I10']);
  });
});

describe('what is seldom reported', () => {
  const text = course('He took aspirin daily. He had pneumonia.');

  it('is left out, in words, below the confidence that the site shows', () => {
    expect(codes(text, { ...DEFAULT_POLICY, confidence: { ...DEFAULT_POLICY.confidence, show: 0 } })).toContain('J18.9');
    expect(codes(text, { ...DEFAULT_POLICY, confidence: { ...DEFAULT_POLICY.confidence, show: 0.99 } })).toEqual([]);
    expect(why(text, 'J18.9', { ...DEFAULT_POLICY, confidence: { ...DEFAULT_POLICY.confidence, show: 0.99 } })).toMatch(/too seldom.*99 are asked for/);
  });

  it('has its evidence opened first below the confidence that the site says, and where a rule of ours asks for it', () => {
    const first = (openEvidenceBelow: number) => read(course('He took aspirin daily. He had hypertension.'), { ...DEFAULT_POLICY, confidence: { ...DEFAULT_POLICY.confidence, openEvidenceBelow } }).suggestions.filter(({ code }) => code === 'I10').map((one) => one.evidenceFirst);
    expect([first(0), first(0.55), first(1)]).toEqual([[false], [false], [true]]);
  });

  it('is told from the code, its category or its chapter, and from how often the course says it', () => {
    expect(toldRate('I10', 1)).toBeGreaterThan(0.8);
    expect(toldRate('I10', 3)).toBeGreaterThan(toldRate('I10', 1));
    expect(toldRate('I10', 30)).toBe(toldRate('I10', 3));
    expect(toldRate('Z98.2', 1)).toBeLessThan(0.4);
    expect(toldRate('R50.9', 1)).toBeGreaterThan(toldRate('R45.4', 1));
  });
});

describe('the words for confidence', () => {
  it.each([[0.8, 'high'], [0.79, 'moderate'], [0.55, 'moderate'], [0.54, 'low']] as const)('%d is %s', (value, level) => expect(confidenceLevel(value)).toBe(level));

  it('is higher for a problem with a title than for words of a note that assesses nothing', () => {
    const of = (text: string) => read(text).suggestions[0]!.confidence;
    expect(of('ASSESSMENT\nHypertension.\n- Continue.')).toBeGreaterThan(of('HPI\nShe says that she has hypertension, and that it was found at work by the nurse.'));
  });
});

describe('a rule that the site has switched off', () => {
  it('is the reason that stands with the code', () => {
    expect(why('ASSESSMENT\nHypertension.\nHeart failure.', 'I11.0', { ...DEFAULT_POLICY, rules: { ...DEFAULT_POLICY.rules, off: ['hypertensive-heart-disease'] } })).toContain('hypertensive-heart-disease');
  });
});
