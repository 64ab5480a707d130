import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../src/domain/engine.ts';
import type { Mention, NoteContext } from '../../../src/domain/model/index.ts';
import { plainNote } from '../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const knowledge = await loadKnowledge();
const DAYS = ['2026-03-01', '2026-11-01'];

const HEADS = ['asthma', 'CKD', 'heart failure', 'MDD', 'knee OA', 'OA', 'fracture', 'laceration', 'burn', 'cellulitis', 'pressure ulcer', 'migraine', 'pneumonia', 'DVT', 'breast cancer', 'twin pregnancy', 'diabetes', 'neuropathy', 'sinusitis'];
const SAID = ['right', 'left', 'bilateral', 'both', '(R)', 'acute', 'acute on chronic', 'chronic', 'moderate', 'persistent', 'severe', 'stage 3b', '3b', 'IIIb', 'stage 4', 'second degree', 'systolic', 'recurrent', 'in full remission', 'with aura', 'without aura', 'intractable', 'flaring', 'heel', 'hand', 'forearm', 'distal radius', 'great toe', 'upper outer quadrant', 'knee', 'open', 'displaced', 'healing well', 'nonunion', 'sequela', 'due to klebsiella', '28w3d', 'third trimester', 'perforated'];
const BETWEEN = [',', ';', '.', ':', '-', '/', '(', ')', 'and', 'or', 'of', 'the', 'with', 'no', 'without', 'but', 'possible', 'denies', 'due to', '\n', '\n- ', 'A/P:', 'FH:', 'é', '😀', '\u00a0'];
const words = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HEADS) }, { weight: 5, arbitrary: fc.constantFrom(...SAID) }, { weight: 4, arbitrary: fc.constantFrom(...BETWEEN) }), { maxLength: 40 });
const text = words.map((all) => all.join(' '));

function mentionsOf(note: string, serviceDate: string): readonly Mention[] {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate };
  return analyzeNote(plainNote({ id: 'n', text: note, type: 'progress', date: serviceDate }), context, knowledge).mentions;
}

describe('composed mentions of any note', () => {
  test('stand in the note, with their attributes; no concept overlaps itself', () => {
    fc.assert(fc.property(text, (note) => {
      const ends = new Map<string, number>();
      for (const { start, end, text: quote, concept, attributes } of mentionsOf(note, DAYS[1]!)) {
        expect(note.slice(start, end)).toBe(quote);
        expect(start).toBeGreaterThanOrEqual(ends.get(concept) ?? 0);
        ends.set(concept, end);
        for (const one of attributes) expect(note.slice(one.start, one.end)).toBe(one.text);
      }
    }), { numRuns: 1_500 });
  });

  test('have first codes that the release in force knows, as many as are meant together', () => {
    fc.assert(fc.property(text, fc.constantFrom(...DAYS), (note, day) => {
      const release = knowledge.codeSets.inForce(day)!;
      for (const { codes, together = 1, attributes } of mentionsOf(note, day)) {
        if (attributes.some(({ reported }) => reported)) for (const code of codes.slice(0, together)) expect(release.entry(code)).toBeDefined();
        expect(new Set(codes).size).toBe(codes.length);
        expect(together).toBeLessThanOrEqual(Math.max(1, codes.length));
      }
    }), { numRuns: 1_500 });
  });

  test('are the same each time, whatever was read before', () => {
    fc.assert(fc.property(text, text, (note, other) => {
      const found = mentionsOf(note, DAYS[1]!);
      mentionsOf(other, DAYS[0]!);
      expect(mentionsOf(note, DAYS[1]!)).toEqual(found);
    }), { numRuns: 500 });
  });

  test('take time in proportion to the text', () => {
    const timeOf = (note: string): number => cpuTime(() => mentionsOf(note, DAYS[1]!));
    for (const hostile of ['right left acute ', 'fracture of hand and ', 'asthma ', 'hyperxtnsion ', 'without ']) {
      timeOf(hostile.repeat(500));
      const [short, long] = [timeOf(hostile.repeat(2_000)), timeOf(hostile.repeat(16_000))];
      expect(long).toBeLessThan(Math.max(2_000, 40 * short));
    }
  });
});
