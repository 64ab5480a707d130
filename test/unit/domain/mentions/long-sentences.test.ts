import { describe, expect, test } from 'vitest';
import { assertTarget } from '../../../../src/domain/mentions/assert-target.ts';

const status = (text: string, target: string) => assertTarget(text, target)?.status;

describe('a course told in long sentences', () => {
  test.each([
    ['A 30-year-old man with no significant past medical history was referred to us for a choroid melanoma.', 'choroid melanoma'],
    ['The patient, a man without known allergies diagnosed with gastric adenocarcinoma, was admitted.', 'gastric adenocarcinoma'],
    ['A man, with no relevant medical history and under treatment for chronic neck pain, came to us.', 'chronic neck pain'],
    ['A 40-year-old woman with no history of interest who consulted for headache.', 'headache'],
    ['He had no known drug allergies, hypertension treated with enalapril, and diabetes.', 'hypertension'],
    ['The patient, whose father died of colon cancer, consulted for rectal bleeding.', 'rectal bleeding'],
    ['A 4-year-old boy with no family history of interest was brought by his parents for vomiting.', 'vomiting'],
    ['CT ruled out metastasis and showed a renal abscess.', 'renal abscess'],
    ['The examination was normal with no adenopathies, highlighting a painful goiter.', 'goiter'],
  ])('what comes after is there: %s', (text, target) => expect(status(text, target)).toBe('present'));

  test.each([
    ['He had no history of melanoma.', 'melanoma', 'absent'],
    ['She has no medical history of asthma or eczema.', 'eczema', 'absent'],
    ['In 2005 she was hospitalized for meningitis.', 'meningitis', 'historical'],
    ['CT ruled out metastasis and abscess.', 'abscess', 'absent'],
    ['The patient, whose father died of colon cancer, is well.', 'colon cancer', 'family'],
    ['His father, a smoker, had colon cancer.', 'colon cancer', 'family'],
  ])('and what belongs to it stays: %s', (text, target, expected) => expect(status(text, target)).toBe(expected));
});
