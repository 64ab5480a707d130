import { expect, test } from 'vitest';
import { neutralStretches } from '../../../../src/domain/mentions/neutral-phrases.ts';
import { tokenize } from '../../../../src/domain/text/tokens.ts';

test.each([
  ['Continue anti-hypertensive therapy', ['anti-hypertensive']],
  ['a tumour necrosis factor inhibitor', ['tumour necrosis factor']],
  ['functional impotence of the left arm', ['functional impotence']],
  ['ST depression in V4', ['ST depression']],
  ['pain in both hypochondria', ['both hypochondria']],
  ['embolization of the celiac trunk', ['celiac trunk']],
  ['a cannabis smoker', ['cannabis smoker']],
  ['hypochondria, celiac disease, smoker', []],
  ['hypertensive, with necrosis of the toe and impotence', []],
])('"%s" names no condition in %j', (text, neutral) => {
  const tokens = tokenize(text);
  expect(neutralStretches(tokens).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end))).toEqual(neutral);
});
