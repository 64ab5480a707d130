import { describe, expect, test } from 'vitest';
import { splitSections } from '../../../../src/domain/text/sections.ts';
import { splitSentences } from '../../../../src/domain/text/sentences.ts';

describe('splitSentences', () => {
  test.each([
    ['points end, also before lower case', 'No fever. no chills. Has cough.', ['No fever.', 'no chills.', 'Has cough.']],
    ['abbreviations do not', 'Seen by Dr. Smith vs. Dr. Jones. Metoprolol 25 mg b.i.d. for rate. Case No. 3 closed.', ['Seen by Dr. Smith vs. Dr. Jones.', 'Metoprolol 25 mg b.i.d. for rate.', 'Case No. 3 closed.']],
    ['a unit behind a number may be last', 'Gap closed in 14 h. He rationed insulin. Seen by J. Smith.', ['Gap closed in 14 h.', 'He rationed insulin.', 'Seen by J. Smith.']],
    ['a list of diagnoses, however long a line', 'DISCHARGE DIAGNOSES\nAge-related osteoporotic fracture of the right femoral neck, s/p arthroplasty\nAcute blood loss anemia', ['DISCHARGE DIAGNOSES', 'Age-related osteoporotic fracture of the right femoral neck, s/p arthroplasty', 'Acute blood loss anemia']],
    ['but for a line that breaks off', 'DISCHARGE DIAGNOSES\nFracture of the right femoral neck from a fall at home, treated surgically by\nDr Vaughn', ['DISCHARGE DIAGNOSES', 'Fracture of the right femoral neck from a fall at home, treated surgically by\nDr Vaughn']],
    ['nor decimals', 'A1c 7.9. BP 130/80.', ['A1c 7.9.', 'BP 130/80.']],
    ['a semicolon ends none', 'Denies CP; reports cough.', ['Denies CP; reports cough.']],
    ['list items', '1. HTN - stable\n2. DM\n- fever\n* chills\n• cough', ['HTN - stable', 'DM', 'fever', 'chills', 'cough']],
    ['short lines end', 'HEENT: PERRL, MMM\nSKIN: warm dry', ['HEENT: PERRL, MMM', 'SKIN: warm dry']],
    ['a wrapped line goes on', 'The patient is a 54-year-old man who comes in today with his wife because of\nchest pain that began yesterday. He denies fever.', ['The patient is a 54-year-old man who comes in today with his wife because of\nchest pain that began yesterday.', 'He denies fever.']],
    ['a line that ends in a comma goes on', 'No fever,\nChills or sweats', ['No fever,\nChills or sweats']],
    ['question and answer', 'Chest pain? No Orthopnea? No\nSmoker? Yes. Cough? No.', ['Chest pain? No', 'Orthopnea? No', 'Smoker? Yes.', 'Cough? No.']],
    ['a question mark in front', '?PE, ? DVT. Sepsis? Started abx.', ['?PE, ? DVT.', 'Sepsis?', 'Started abx.']],
    ['boxes', '[x] Cough  [ ] Fever ☐ Rash ☑ Pain', ['[x] Cough', '[ ] Fever', '☐ Rash', '☑ Pain']],
    ['a header stands apart', 'PMH: HTN. DM', ['PMH:', 'HTN.', 'DM']],
    ['carriage returns', 'No fever.\r\nCough\r\n\r\nRash', ['No fever.', 'Cough', 'Rash']],
    ['nothing', ' \n\t\r\n', []],
  ])('%s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test('layout blocks end a sentence', () => {
    const text = 'Diabetes Hypertension';
    const blocks = [{ kind: 'table-cell', start: 0, end: 8 }, { kind: 'table-cell', start: 9, end: 21 }] as const;
    expect(splitSentences(text, splitSections(text, blocks), blocks).map(({ start, end }) => text.slice(start, end))).toEqual(['Diabetes', 'Hypertension']);
  });
});

function split(text: string): string[] {
  return splitSentences(text, splitSections(text)).map(({ start, end }) => text.slice(start, end));
}
