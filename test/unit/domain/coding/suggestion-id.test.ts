import { expect, it } from 'vitest';
import { suggestionId } from '../../../../src/domain/coding/suggestion-id.ts';
import type { Source } from '../../../../src/domain/model/index.ts';

const on = (...references: readonly string[]): readonly Source[] => references.map((reference) => ({ reference, version: '1' }));
const removal = (...references: readonly string[]) => suggestionId('remove', 'E11.9', undefined, on(...references));

it('stays what it is when a draft claim comes to list the charted diagnosis, here or on the companion server, so that what was rejected stays away', () => {
  expect(removal('Condition/c1', 'Claim/k1')).toBe(removal('Condition/c1'));
  expect(removal('Condition/c1', 'https://companion.test/fhir/Claim/k1')).toBe(removal('Condition/c1'));
});

it('is another for another Condition, another code replaced, and a diagnosis that stands on the claim alone', () => {
  const ids = [removal('Condition/c1'), removal('Condition/c2'), removal('Claim/k1'), removal('Claim/k2'), suggestionId('specify', 'E11.9', 'E11.8', on('Condition/c1'))];
  expect(new Set(ids).size).toBe(ids.length);
});
