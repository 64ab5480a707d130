import { describe, expect, test } from 'vitest';
import { assertTarget } from '../../../../src/domain/mentions/assert-target.ts';
import { assertSpan } from '../../../../src/domain/mentions/assertion/assert.ts';
import { readNote } from '../../../../src/domain/mentions/read-note.ts';
import type { Block } from '../../../../src/domain/model/index.ts';

/** The condition stands in braces. */
function read(marked: string): string[] {
  const start = marked.indexOf('{');
  const found = assertTarget(marked.replace('{', '').replace('}', ''), { start, end: marked.indexOf('}') - 1 });
  return [found!.status, ...found!.cues.map((cue) => `${cue.kind}: ${cue.text}`)];
}

describe('answers', () => {
  test.each([
    ['{Chest pain}?\nNo', ['absent', 'question: ?\nNo']],
    ['{Cancer}? Never.', ['absent', 'question: ? Never']],
    ['{Fever}\nNo\nCough\nYes', ['absent', 'negation: No']],
    ['Fever\nNo\n{Cough}\nYes', ['present', 'question: Yes']],
    ['{Drug allergies}:\nNone', ['absent', 'section: Drug allergies:', 'negation: None']],
    ['Diabetes | No\n{Asthma} | Yes', ['present', 'question: Yes']],
    ['{Diabetes} | No\nAsthma | Yes', ['absent', 'negation: No']],
    ['Condition | Yes | No\n{Stroke} | | x', ['absent', 'negation: No']],
    ['{Vertigo}  Yes ☐  No ☒', ['absent', 'negation: No']],
    ['{Vertigo}?  Yes ☒  No ☐', ['present', 'question: ?  Yes', 'question: Yes']],
  ])('%j', (example, said) => {
    expect(read(example)).toEqual(said);
  });

  test('cells of an HTML table', () => {
    const text = 'Diabetes\tNo\nAsthma\tresolved\nMother\tgout';
    const blocks: Block[] = [...text.matchAll(/[^\t\n]+/g)].map(({ index, 0: words }) => ({ kind: 'table-cell', start: index, end: index + words.length }));
    const note = readNote(text, blocks);
    const status = (words: string) => {
      const start = text.indexOf(words);
      return assertSpan({ start, end: start + words.length }, note.frame(note.sentences.findIndex(({ end }) => end > start))).status;
    };
    expect([status('Diabetes'), status('Asthma'), status('gout')]).toEqual(['absent', 'historical', 'family']);
  });

  test('what one cell says does not run on into the next', () => {
    expect(read('No chest pain\t{cough}')).toEqual(['present', 'scope-end: \t']);
    expect(read('{HTN} | asthma resolved')).toEqual(['present']);
  });
});

describe('the next sentence', () => {
  test.each([
    ['{PE} was considered. It was ruled out by CTA.', 'absent'],
    ['We looked for {DVT}. This was ruled out.', 'absent'],
    ['She had a {rash}. It resolved.', 'historical'],
    ['He had {back pain} after the fall. The pain worsens at night.', 'present'],
    ['He has {gout} and a rash. It resolved.', 'present'],
    ['She has {asthma}. It is not well controlled.', 'present'],
    ['{Pneumonia} is better. No fever.', 'present'],
  ])('%s: %s', (example, status) => {
    expect(read(example)[0]).toBe(status);
  });
});

describe('a relative who goes on having things', () => {
  test.each([
    ['Father had MI. Also had {stroke}.', 'family'],
    ['Father had an MI at 50. He also had {diabetes}.', 'family'],
    ['Husband had a stroke. He also has {aphasia}.', 'other-person'],
    ['Mother has diabetes. He also has {asthma}.', 'present'],
    ['Father had MI. Denies {chest pain}.', 'absent'],
    ['Father had MI.\n\nAlso had {stroke}.', 'present'],
  ])('%j: %s', (example, status) => {
    expect(read(example)[0]).toBe(status);
  });
});

describe('lists under a line', () => {
  test.each([
    ['RETURN PRECAUTIONS\n- {Trouble breathing}\n- Fever', 'hypothetical'],
    ['Differential diagnosis\n1. {torsion}\n2. epididymitis', 'possible'],
    ['Return to the ED for any of the following\n• {Confusion}', 'hypothetical'],
    ['No acute distress\n- {cough}', 'present'],
    ['RETURN PRECAUTIONS\n- Fever\nAssessed for {asthma} today', 'possible'],
  ])('%j: %s', (example, status) => {
    expect(read(example)[0]).toBe(status);
  });
});
