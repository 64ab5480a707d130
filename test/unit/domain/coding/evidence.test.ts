import { beforeAll, describe, expect, it } from 'vitest';
import { singleNoteChart } from '../../../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Analysis, type Knowledge, type NoteContext, type QuoteEvidence } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

let knowledge: Knowledge;
beforeAll(async () => { knowledge = await loadKnowledge(); });

const DAY = '2026-11-04';

function read(text: string): Analysis {
  const context: NoteContext = { ageYears: 50, sex: 'female', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
  const note = plainNote({ id: 'visit', text, type: 'progress', date: DAY });
  return conclude(singleNoteChart(note, context, DAY), [analyzeNote(note, context, knowledge)], knowledge, DEFAULT_POLICY);
}

/** Each passage, its marked words in brackets; `+` before one that completes the passage before it. */
function shown(text: string, quotes: readonly QuoteEvidence[]): readonly string[] {
  return quotes.map(({ start, end, quote, marks, completes }) => {
    expect(text.slice(start, end)).toBe(quote);
    const marked = marks.toReversed().reduce((words, mark) => `${words.slice(0, mark.start - start)}[${words.slice(mark.start - start, mark.end - start)}]${words.slice(mark.end - start)}`, quote);
    return completes === true ? `+ ${marked}` : marked;
  });
}

const suggested = (text: string, code: string) => shown(text, read(text).suggestions.find((one) => one.code === code)?.evidence.filter((one) => one.kind === 'quote') ?? []);
const leftOut = (text: string, code: string) => shown(text, read(text).leftOut.find((one) => one.code === code)?.evidence ?? []);

describe('the words behind a suggestion', () => {
  it('are the condition and what makes its code specific, apart in one sentence', () => {
    expect(suggested('Assessment: asthma, which is moderate persistent, well controlled.', 'J45.40')).toEqual(['[asthma], which is [moderate persistent], well controlled.']);
  });

  it('are quoted over two sentences where the second says how it is', () => {
    expect(suggested('Assessment:\nAsthma. Moderate persistent. Same inhaler.', 'J45.40')).toEqual(['[Asthma]. [Moderate persistent].']);
  });
});

describe('the words that keep a code out', () => {
  it('with the cue in the next sentence', () => {
    expect(leftOut('HPI: Pulmonary embolism was considered. It was ruled out.', 'I26.99')).toEqual(['[Pulmonary embolism was considered]. It was [ruled out].']);
  });

  it('with the answer on the next line', () => {
    expect(leftOut('HPI:\nHeart failure?\nNo.', 'I50.9')).toEqual(['[Heart failure?\nNo].']);
  });

  it('with the head of the column that holds the mark, beside its row or apart from it', () => {
    const table = 'Intake\nCondition\tYes\tNo\nSeizures\t\tx\nGout\t\tx';
    expect(leftOut(table, 'R56.9')).toEqual(['Condition\tYes\t[No]\n[Seizures]\t\tx']);
    expect(leftOut(table, 'M10.9')).toEqual(['[Gout]\t\tx', '+ Condition\tYes\t[No]']);
  });

  it('with an empty first cell of that head in its place', () => {
    expect(leftOut('Intake\n\tYes\tNo\nCataracts\tx\t\nGout\t\tx', 'M10.9')).toEqual(['[Gout]\t\tx', '+ \tYes\t[No]']);
  });

  it('with the header of the section, however far above', () => {
    const text = `FAMILY HISTORY\n${'Grew up on a farm with many animals. '.repeat(12)}\nThere is gout.`;
    expect(leftOut(text, 'M10.9')).toEqual(['There is [gout].', '+ [FAMILY HISTORY]']);
  });

  it('with the title of the code', () => {
    expect(read('HPI: No fever.').leftOut).toMatchObject([{ code: 'R50.9', title: 'Fever, unspecified' }]);
  });

  it('not every one of a hundred times', () => {
    expect(leftOut(Array.from({ length: 100 }, (_, day) => `Day ${day}: no fever.`).join('\n'), 'R50.9').length).toBe(20);
  });
});

describe('an abbreviation that nothing decides', () => {
  it('is left out with the letters, what each code would be, and where it stands', () => {
    const text = 'AS, unchanged.';
    const undecided = read(text).leftOut.filter((one) => one.undecided === 'AS');
    expect(undecided.map(({ code, title }) => [code, title])).toContainEqual(['I35.0', 'Nonrheumatic aortic (valve) stenosis']);
    for (const { why, evidence } of undecided) {
      expect(why).toMatch(/^“AS” could stand for .*: the context does not decide\.$/);
      expect(shown(text, evidence)).toEqual(['[AS], unchanged.']);
    }
  });
});
