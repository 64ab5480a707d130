import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../../src/domain/engine.ts';
import type { NoteContext } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

const knowledge = await loadKnowledge();
const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'unknown', serviceDate: '2026-03-01' };
const COURSE = 'A 60-year-old man was admitted with headache. Examination showed nothing else. He was treated with aspirin. He was discharged after two weeks.';
const read = (text: string) => analyzeNote(plainNote({ id: 'note', text, type: 'progress', date: '2026-03-01' }), context, knowledge).mentions.map(({ text: words, codes, assertion }) => [words, codes[0], assertion.status]);

describe('words without a site are findings in a course that is told', () => {
  test.each([
    ['His history included smoking and surgery.', 'smoking', 'F17.200'],
    ['Two days later paresis appeared.', 'paresis', 'G83.9'],
    ['The vessel held a thrombus.', 'thrombus', 'I82.90'],
    ['A painful lesion appeared on the third day.', 'painful', 'R52'],
    ['Hyperemia was seen.', 'Hyperemia', 'R68.89'],
    ['Colic came after each meal.', 'Colic', 'R10.83'],
  ])('"%s"', (sentence, words, code) => {
    expect(read(`${COURSE} ${sentence}`)).toContainEqual([words, code, expect.stringMatching(/present|historical/)]);
  });

  test('what the course denies stays denied', () => {
    expect(read(`${COURSE} No thrombus was seen.`)).toContainEqual(['thrombus', 'I82.90', 'absent']);
  });
});

test.each(['Assessment: follow-up. Discussed smoking.', 'Exam: paresis', 'Plan: thrombus precautions'])('in a note with sections they are everyday words: "%s"', (text) => {
  expect(read(text).map(([, code]) => code)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:F17|G83|I82)/)]));
});
