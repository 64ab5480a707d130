import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeftOutCode, QuoteEvidence, UnreadableNote } from '../../src/domain/model/index.ts';
import { summaryOf } from '../../src/ui/state/summary.ts';
import { fakeAnalysis, fakeChart, fakeEngine, NOTE, OBESITY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';
import { openReview } from './states.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const TEXT = 'Family history\n\nMany things were said here.\nThere is gout.\nAS, unchanged.\nNo fever.\nDay 2: no fever.';
const note = { ...NOTE, text: TEXT };
const chart = fakeChart({ notes: [note] });

function passage(words: string, marked: readonly string[], completes?: true): QuoteEvidence {
  const start = TEXT.indexOf(words);
  const marks = marked.map((each) => ({ start: TEXT.indexOf(each, start), end: TEXT.indexOf(each, start) + each.length }));
  return { kind: 'quote', document: note.document.reference, version: '1', note: note.id, start, end: start + words.length, quote: words, marks, ...(completes === undefined ? {} : { completes }) };
}

const GOUT: LeftOutCode = {
  code: 'M10.9', title: 'Gout, unspecified', why: 'A relative’s condition.', evidence: [passage('There is gout.', ['gout']), passage('Family history', ['Family history'], true)],
};
const FEVER: LeftOutCode = { code: 'R50.9', title: 'Fever, unspecified', why: 'The note says it is not there.', evidence: [passage('No fever.', ['No fever']), passage('Day 2: no fever.', ['no fever'])] };
const WHY = '“AS” could stand for aortic stenosis or ankylosing spondylitis: the context does not decide.';
const AS: readonly LeftOutCode[] = [
  { code: 'I35.0', title: 'Nonrheumatic aortic (valve) stenosis', why: WHY, evidence: [passage('AS, unchanged.', ['AS'])], undecided: 'AS' },
  { code: 'M45.9', title: 'Ankylosing spondylitis of unspecified sites in spine', why: WHY, evidence: [passage('AS, unchanged.', ['AS'])], undecided: 'AS' },
];

const withLeftOut = (...leftOut: readonly LeftOutCode[]) => open({ engine: fakeEngine(chart, fakeAnalysis({ suggestions: [], leftOut })) });
const entry = (id: string): Element => { const found = screen.element.querySelector(`#${CSS.escape(id)}`); if (found === null) throw new Error(`There is no ${id}.`); return found; };
const marksIn = (id: string): readonly (string | null)[] => [...entry(id).querySelectorAll('mark')].map((mark) => mark.textContent);

describe('an abbreviation that the context does not decide', () => {
  it('is among what cannot be told, folded, with what it could stand for and where it is written', async () => {
    screen = await withLeftOut(...AS);
    expect(screen.has('1 abbreviation that cannot be told from what was read')).toBe(true);
    expect(screen.element.querySelector('details')?.open).toBe(false);
    expect(entry('undecided-AS').textContent).toContain('“AS”: cannot tell');
    expect(entry('undecided-AS').textContent).toContain(`${WHY} No code is suggested from it.`);
    expect(entry('undecided-AS').textContent).toContain('I35.0 Nonrheumatic aortic (valve) stenosis');
    expect(entry('undecided-AS').textContent).toContain('M45.9');
    expect(marksIn('undecided-AS')).toEqual(['AS']);
    expect(screen.text()).not.toContain('left out on purpose');
  });

  it('stands in what is copied and printed', () => {
    const { parts } = summaryOf(openReview({ chart, analysis: fakeAnalysis({ leftOut: AS }) }), '2026-11-18T10:00:00-06:00');
    expect(parts.find(({ title }) => title.startsWith('Cannot be told'))?.items).toEqual([{ title: '“AS”', lines: [WHY, expect.stringContaining('“AS, unchanged.” (')] }]);
  });
});

describe('a code that was left out on purpose', () => {
  it('shows its title, why, and the cue words, also those of a header far above', async () => {
    screen = await withLeftOut(GOUT, FEVER);
    expect(screen.has('2 codes understood, and left out on purpose')).toBe(true);
    expect(entry('left-out-M10.9').textContent).toContain('Gout, unspecified');
    expect(entry('left-out-M10.9').textContent).toContain('A relative’s condition.');
    expect(marksIn('left-out-M10.9')).toEqual(['gout', 'Family history']);
    expect(marksIn('left-out-R50.9')).toEqual(['No fever']);
  });

  it('opens the note at its words, goes through them all, and comes back to the entry', async () => {
    screen = await withLeftOut(FEVER);
    await screen.click('1 more passage');
    expect(screen.element.querySelector('.viewer-for')?.textContent).toBe('R50.9 Fever, unspecified: left out');
    expect(screen.element.querySelector('.viewer-count')?.textContent).toContain('2 of 2');
    expect(screen.element.querySelector('mark.here')?.textContent).toBe('no fever');
    await screen.click('Back to review');
    expect(document.activeElement?.id).toBe('left-out-R50.9');
  });
});

describe('a row of a table', () => {
  it('has its cells set apart, on the card and in the note, and is the same text', async () => {
    const text = 'Condition\tYes\tNo\nGout\t\tx\n\tindented';
    const row: QuoteEvidence = { ...passage('There is gout.', []), start: 17, end: 24, quote: 'Gout\t\tx', marks: [{ start: 17, end: 21 }] };
    screen = await open({ engine: fakeEngine(fakeChart({ notes: [{ ...note, text }] }), fakeAnalysis({ suggestions: [], leftOut: [{ ...GOUT, evidence: [row] }] })) });
    expect([entry('left-out-M10.9').querySelectorAll('.cell-end').length, entry('left-out-M10.9').querySelector('blockquote')?.textContent]).toEqual([2, 'Gout\t\tx']);
    await screen.click('Open the Progress note at this sentence');
    const viewer = screen.element.querySelector('.viewer-text');
    expect([viewer?.querySelectorAll('.cell-end').length, viewer?.textContent]).toEqual([4, text]);
  });
});

describe('a card whose code is made specific in another sentence', () => {
  it('shows both passages; others stay one press away', async () => {
    const specific = { ...OBESITY, evidence: [passage('There is gout.', ['gout']), passage('Family history', ['Family history'], true), passage('No fever.', ['fever'])] };
    screen = await open({ engine: fakeEngine(chart, fakeAnalysis({ suggestions: [specific] })) });
    expect([...screen.element.querySelectorAll('.card mark')].map((mark) => mark.textContent)).toEqual(['gout', 'Family history']);
    expect(screen.has('1 more passage')).toBe(true);
  });
});

describe('a note in another language', () => {
  it('is counted as not English, and stands among what was not read', async () => {
    const unreadable: UnreadableNote = {
      document: { reference: 'DocumentReference/es', version: '1' }, attachment: 0, contentType: 'text/plain', title: 'Patient instructions', date: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1',
      status: 'not-english', why: 'Not English: nothing was suggested from it. Review this note by hand.',
    };
    screen = await open({ engine: fakeEngine(fakeChart({ unreadable: [unreadable] }), fakeAnalysis({ suggestions: [] })) });
    await screen.click('1 of 2 notes read; 1 not English');
    expect(screen.element.querySelector('dialog')?.textContent).toContain('Patient instructions, 18\u00a0Nov\u00a02026Not English: nothing was suggested from it.');
    expect(screen.element.querySelector('dialog')?.textContent).not.toContain('decoded');
  });
});
