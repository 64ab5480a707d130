import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../src/domain/engine.ts';
import { expandAbbreviation } from '../../../src/domain/mentions/abbreviations/expand.ts';
import { buildAbbreviations } from '../../../src/domain/mentions/abbreviations/abbreviations.ts';
import { readTables } from '../../../src/domain/mentions/abbreviations/table.ts';
import { readNote } from '../../../src/domain/mentions/read-note.ts';
import type { Knowledge, NoteContext } from '../../../src/domain/model/index.ts';
import { plainNote } from '../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const abbreviations = buildAbbreviations(readTables([
  'MS\tmultiple sclerosis\tG35\tneuro\trelaps*|>relapsing', 'MS\tmitral stenosis\tI05.0\t\trumble', 'MS\tmorphine sulfate\t\t\t<#\t\trare',
  'PE\tpulmonary embolism\tI26.99\t\theparin\t^\tusual', 'PE\tphysical examination\t\t\t^|@exam', 'RA\troom air\t\t\t>on|%', 'RA\trheumatoid arthritis\tM06.9\t\tsex:female|age>=18|joint*',
  'Pt|pt\tpatient', 'PT\tphysical therapy\t\t\tgait', 's/p\tstatus post', 'w/\twith', 'COPD\tchronic obstructive pulmonary disease\tJ44.9',
], ['neuro\tnumb*|MRI']));
const knowledge: Knowledge = { ...await loadKnowledge(), abbreviations };
const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: '2026-03-01' };

const WORDS = ['MS', 'PE', 'PE:', 'RA', 'PT', 'pt', 's/p', 'w/', 'COPD', 'MSs', 'no', 'relapsing', 'rumble', 'heparin', 'on', '93%', '(', ')', 'multiple sclerosis', 'mitral stenosis', '67M', 'she', 'joints', '120', 'mg', '.', ',', '\n', '\r\n', 'Exam:', 'é', 'e\u0301', '😀', 'ﬁ', 'İ', '\u00a0', 'PMH:', '-', '45'];
const noteText = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
);

describe('abbreviations in any note', () => {
  test('lie in order, do not overlap, and stand verbatim where they are said to stand', () => {
    fc.assert(fc.property(noteText, (text) => {
      const note = readNote(text);
      let last = 0;
      for (const { start, end, from, to, written } of abbreviations.read(note, context)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).startsWith(written)).toBe(true);
        expect(note.tokens[from]!.start < end && note.tokens[to - 1]!.end > start).toBe(true);
        last = end;
      }
    }), { numRuns: 500 });
  });

  test('any span has an answer with a reason, and the same question the same answer', () => {
    fc.assert(fc.property(noteText, fc.nat(), fc.nat(), (text, a, b) => {
      const start = text.length === 0 ? 0 : a % text.length;
      const span = { start, end: start + 1 + (b % 12) };
      const answer = expandAbbreviation(text, span, knowledge);
      expect(answer === null).toBe(span.end > text.length);
      expect(expandAbbreviation(text, span, knowledge)).toEqual(answer);
      if (answer === null) return;
      expect(answer.why).not.toBe('');
      if (answer.expansion === null) expect(answer.codes).toEqual([]);
    }), { numRuns: 500 });
  });

  test('what a note names stands in it, once at each place', () => {
    fc.assert(fc.property(noteText, (text) => {
      const { mentions } = analyzeNote(plainNote({ id: 'n', text }), context, knowledge);
      for (const one of mentions) expect(text.slice(one.start, one.end)).toBe(one.text);
      expect(new Set(mentions.map(({ start, end, concept }) => `${start} ${end} ${concept}`)).size).toBe(mentions.length);
      for (const one of mentions) if (one.codes.length === 0) expect(one.concept).toMatch(/^abbr:[^:]+$/);
    }), { numRuns: 500 });
  });

  test('hostile text takes linear time', () => {
    const ofLength = (count: number): number => {
      const text = 'MS (MS) PE: relapsing '.repeat(count);
      return cpuTime(() => analyzeNote(plainNote({ id: 'n', text }), context, knowledge));
    };
    ofLength(1000);
    expect(ofLength(10_000)).toBeLessThan(25 * Math.max(20, ofLength(1000)));
  });
});
