import { describe, expect, it } from 'vitest';
import { affirmed } from '../../../../src/domain/coding/two-way/denied-words.ts';

describe('the words of a note that are told to be there', () => {
  it.each([
    ['MRI L4-5 disc desiccation, no stenosis, no nerve root compression.', 'desiccation', 'stenosis'],
    ['Cannabis: denies any use, alcohol two a week.', null, 'cannabis'],
    ['Cysts without torsion; solid part unchanged', 'solid', 'torsion'],
  ] as const)('%s', (text, told, denied) => {
    const words = affirmed(text).toLowerCase();
    if (told !== null) expect(words).toContain(told);
    expect(words).not.toContain(denied);
  });

  it.each(['No change in the stenosis.', 'No longer has claudication but stenosis is there.', 'No new lesions of sarcoid.', 'Never seen without his oxygen: emphysema.'])('tells of it all the same: %s', (text) => {
    expect(affirmed(text)).toMatch(/stenosis|sarcoid|emphysema/);
  });
});
