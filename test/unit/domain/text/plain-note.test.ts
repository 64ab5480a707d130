import { expect, test } from 'vitest';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';

test('a bare text is its own source', () => {
  const note = plainNote({ id: 'n1', text: 'No fever.', type: 'progress' });
  expect(note).toMatchObject({ id: 'n1#0', text: 'No fever.', type: 'progress', blocks: [], sourceMap: [{ start: 0, end: 9, from: 0, to: 9 }] });
  // sha256 of the nine bytes, as `printf 'No fever.' | sha256sum` prints it
  expect(note.hashes.text).toBe('sha256:4d9cefaff13eeb16bf893b4ca8420a675e134b8cc5c91b6b02937c75e14fd332');
  expect(note.hashes.source).toBe(note.hashes.text);
});
