import type { Assertion } from '../model/index.ts';

/** "No further bleeding" denies nothing that was: only other words of denial do. */
export function isFirmDenial({ cues }: Assertion): boolean {
  return !cues.some(({ text }) => /\b(?:further|longer|more|new|recurren\w*|worsening|change)\b/i.test(text));
}
