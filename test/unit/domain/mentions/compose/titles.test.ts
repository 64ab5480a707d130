import { describe, expect, test } from 'vitest';
import { attributeTables } from '../../../../../scripts/icd10cm/read-attributes.ts';
import { claimsOf } from '../../../../../src/domain/mentions/compose/claims.ts';
import { buildVocabulary } from '../../../../../src/domain/mentions/compose/vocabulary.ts';

const vocabulary = buildVocabulary(attributeTables([]));
const asked = (title: string): string => claimsOf(title, vocabulary).asked.map((group) => group.map((claims) => claims.join('+')).join('|')).join(' ');

describe('what a title claims', () => {
  test.each([
    ['Moderate persistent asthma with (acute) exacerbation', 'severity:moderate persistence:persistent asthma with:exacerbation'],
    ['Pneumonia, unspecified organism', 'pneumonia'],
    ['Unspecified fracture of the lower end of right radius', 'fracture site:lower end of radius laterality:right'],
    ['Cellulitis and acute lymphangitis of face', 'cellulitis|acuity:acute+lymphangitis site:face'],
    ['Acute and subacute infective endocarditis', 'acuity:acute|acuity:subacute infective endocarditis'],
    ['Burn of unspecified degree of head, face, and neck', 'burn site:head|site:face|site:neck'],
    ['Primary osteoarthritis, left ankle and foot', 'cause:primary osteoarthritis laterality:left site:ankle|site:foot'],
    ['Other specified anemias', 'other anemia'],
  ])('%s', (title, claims) => expect(asked(title)).toBe(claims));

  test('what it denies', () => {
    expect(claimsOf('Migraine without aura, not intractable, without status migrainosus', vocabulary)).toMatchObject({ asked: [[['migraine']]], denied: ['with:aura', 'control:intractable', 'with:status migrainosus'] });
    expect(claimsOf('Laceration without foreign body of right hand', vocabulary)).toMatchObject({ denied: ['with:foreign body'] });
  });

  test('a part that has no code of its own', () => {
    expect(asked('Non-pressure chronic ulcer of other part of right foot')).toBe('non pressure acuity:chronic with:ulceration laterality:right other part of site:foot');
  });
});
