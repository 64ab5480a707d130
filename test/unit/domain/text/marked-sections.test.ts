import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/domain/model/index.ts';
import { splitSections } from '../../../../src/domain/text/sections.ts';

describe('a section that the document marks', () => {
  test('is what its code says, whatever it is called', () => {
    expect(kinds('About your relatives\nMother: diabetes', [heading('About your relatives', '10157-6')])).toEqual(['family-history:About your relatives']);
  });

  test('without a title begins with its first words', () => {
    expect(kinds('Mother has diabetes.\n\nHTN', [{ kind: 'paragraph', words: 'Mother has diabetes.', section: '10157-6' }])).toEqual(['family-history:']);
  });

  test('does not end at an empty line, nor at a heading of no known name', () => {
    const text = 'PMH\n\nCardiac\nHTN\n\nasthma';
    expect(kinds(text, [heading('PMH', '11348-0'), heading('Cardiac')])).toEqual(['past-history:PMH']);
  });

  test('gives way to a known name inside it', () => {
    expect(kinds('Consult\nFamily History: father with MI', [heading('Consult', '11488-4')])).toEqual(['other:Consult', 'family-history:Family History:']);
  });

  test('of an unknown code or none is what its title says, and does not belong to the section before it', () => {
    const text = 'PMH\nHTN\nWho pays\nMedicare\nAssessment\nObesity';
    expect(kinds(text, [heading('PMH', '11348-0'), heading('Who pays', null), heading('Assessment', '99999-9')])).toEqual(['past-history:PMH', 'other:Who pays', 'assessment:Assessment']);
  });

  test('can begin inside a plan', () => {
    expect(kinds('Plan\nmetformin\nMedications\naspirin', [heading('Plan', '18776-5'), heading('Medications', '10160-0')])).toEqual(['plan:Plan', 'medications:Medications']);
  });
});

type Named = Pick<Block, 'kind' | 'section'> & { readonly words: string };

function heading(words: string, section?: string | null): Named {
  return { kind: 'heading', words, ...(section === undefined ? {} : { section }) };
}

function kinds(text: string, named: readonly Named[]): string[] {
  const blocks = named.map(({ words, ...block }) => ({ ...block, start: text.indexOf(words), end: text.indexOf(words) + words.length }));
  return splitSections(text, blocks).filter(({ start, end }) => end > start).map(({ kind, header }) => `${kind}:${text.slice(header.start, header.end)}`);
}
