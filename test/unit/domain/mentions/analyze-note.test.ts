import { describe, expect, test } from 'vitest';
import type { CodeEntry, CodeSet, ConceptId, Knowledge, Lexicon, NoteContext } from '../../../../src/domain/model/index.ts';
import { analyzeNote } from '../../../../src/domain/engine.ts';
import { buildAbbreviations } from '../../../../src/domain/mentions/abbreviations/abbreviations.ts';
import { buildComposer } from '../../../../src/domain/mentions/compose/compose.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';

const TITLES: Readonly<Record<string, string>> = { 'E11.9': 'Type 2 diabetes mellitus without complications', I10: 'Essential (primary) hypertension', 'R07.9': 'Chest pain, unspecified', P50: 'Newborn affected by intrauterine (fetal) blood loss', P90: 'Convulsions of newborn' };
const PHRASES: Readonly<Record<string, string>> = { 'chest pain': 'R07.9', pain: 'R52', hypertension: 'I10', 'type 2 diabetes': 'E11.9', diabetes: 'E11.9' };

const lexicon: Lexicon = {
  phrases: Object.keys(PHRASES).length,
  match: (tokens) => Object.entries(PHRASES).flatMap(([phrase, code]) => {
    const words = phrase.split(' ');
    return tokens.flatMap((_, from) => (words.every((word, i) => tokens[from + i]?.norm === word) ? [{ from, to: from + words.length, concept: `icd:${code}` as ConceptId, codes: [code] }] : []));
  }),
};
const entry = (code: string): CodeEntry | undefined => {
  const dotted = Object.keys(TITLES).find((known) => known.replace('.', '') === code.toUpperCase().replace('.', ''));
  return dotted === undefined ? undefined : { code: dotted, title: TITLES[dotted]!, billable: true, parent: null };
};
const codeSet: CodeSet = { system: 'icd-10-cm', release: 'test', validFrom: '2025-10-01', validTo: '2026-09-30', counts: { billable: 3, headers: 0 }, entry, children: () => [], search: () => [] };
const knowledge: Knowledge = { codeSets: { newest: codeSet, loaded: [codeSet], inForce: () => codeSet }, lexicon, composer: buildComposer({ axes: [], values: [], refinements: [] }), abbreviations: buildAbbreviations({ rows: [], themes: [] }), instructions: null, edits: null };
const context: NoteContext = { ageYears: 60, sex: 'female', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: '2026-03-01' };

const find = (text: string) => analyzeNote(plainNote({ id: 'n', text }), context, knowledge);

describe('analyzeNote', () => {
  test('each mention with its section, sentence and assertion', () => {
    const text = 'HPI: No chest pain.\nPMH: hypertension\nA/P: Type 2 diabetes';
    const { mentions, sentences } = find(text);
    expect(mentions.map((mention) => [mention.text, mention.codes[0], mention.section, mention.assertion.status, mention.assertion.recent])).toEqual([
      ['chest pain', 'R07.9', 'hpi', 'absent', true],
      ['hypertension', 'I10', 'past-history', 'present', false],
      ['Type 2 diabetes', 'E11.9', 'assessment', 'present', true],
    ]);
    for (const mention of mentions) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      const sentence = sentences[mention.sentence]!;
      expect(mention.start >= sentence.start && mention.end <= sentence.end).toBe(true);
    }
  });

  test('of overlapping mentions the longest', () => {
    expect(find('chest pain').mentions.map((mention) => mention.text)).toEqual(['chest pain']);
    expect(find('type 2 diabetes and diabetes').mentions.map((mention) => mention.text)).toEqual(['type 2 diabetes', 'diabetes']);
  });

  test('codes that the author wrote, where the release knows them', () => {
    expect(find('DM (E11.9), ICD-10-CM: I10. Level T12, vitamin B12, X99.9').mentions.map((mention) => [mention.text, mention.concept])).toEqual([['E11.9', 'icd:E11.9'], ['I10', 'icd:I10']]);
    expect(find('see I10 below').mentions).toEqual([]);
  });

  test('a percentile behind a measurement is no code', () => {
    const codesIn = (text: string) => find(text).mentions.map(({ text: words, concept }) => [words, concept]);
    expect(codesIn('Weight 16.5 kg (P50), height 119 cm (P90).')).toEqual([]);
    expect(codesIn('Convulsions (P90)')).toContainEqual(['P90', 'icd:P90']);
  });

  test('the same words hash alike, wherever and however they are set', () => {
    const [first, second, third] = find('No chest pain today.\nNO CHEST  pain today.\nNo chest pain now.').sentences;
    expect(first!.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(second!.hash).toBe(first!.hash);
    expect(third!.hash).not.toBe(first!.hash);
  });

  test('copied forward with another date is copied all the same; with another value it is not', () => {
    const [first, second, third] = find('Seen 3/4/2026, POD 2: BP 120/80.\nSeen 3/11/2026, POD 9: BP 120/80.\nSeen 3/11/2026, POD 9: BP 150/95.').sentences;
    expect(second!.hash).toBe(first!.hash);
    expect(third!.hash).not.toBe(first!.hash);
  });

  test('a note in another language names nothing; nor do instructions in one within an English note', () => {
    expect(find('Paciente con diabetes que acude por dolor desde hace dos días.')).toMatchObject({ language: 'other', mentions: [] });
    const mixed = find('Assessment: type 2 diabetes.\nTome la metformina con las comidas para la diabetes.\nFollow up with the clinic for hypertension.');
    expect(mixed).toMatchObject({ language: 'english' });
    expect(mixed.mentions.map((mention) => mention.text)).toEqual(['type 2 diabetes', 'hypertension']);
  });

  test('nothing to read', () => {
    expect(find('')).toMatchObject({ note: 'n#0', language: 'english', mentions: [], sentences: [], sections: [{ kind: 'other', start: 0, end: 0, header: { start: 0, end: 0 } }] });
  });
});
