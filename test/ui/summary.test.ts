import { afterEach, describe, expect, it } from 'vitest';
import { fakeAnalysis, fakeChart, fakeEngine, fakeGap, fakeSession, fakeSuggestion, HEART_FAILURE, DIABETES, OBESITY, QUERY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';

let screen: Screen;
afterEach(() => screen.close());

const unreadable = { document: { reference: 'DocumentReference/x', version: '1' }, attachment: 0, contentType: 'application/pdf', title: 'Outside records', date: null, encounter: null, status: 'cannot-read-yet', why: 'PDF is not read in this version.' } as const;
const everything = fakeEngine(
  fakeChart({ unreadable: [unreadable], reads: [{ kind: 'Observation', query: '', status: 'denied', count: 0, why: 'The sign-in does not include laboratory results.' }] }),
  fakeAnalysis({
    suggestions: [HEART_FAILURE, DIABETES, OBESITY, ...['A00.0', 'A01.1', 'A02.0', 'A02.1'].map((code) => fakeSuggestion('add', code))],
    gaps: [fakeGap('a1c-no-plan'), fakeGap('bp', { outcome: 'cannot-tell', why: 'Vital signs were not read.' })], queries: [QUERY],
  }),
);

describe('the result to take along', () => {
  it('is one text: every suggestion, folded or not, with its words, its note and its rule; gaps, questions, what was not read', async () => {
    screen = await open({ engine: everything });
    const text = await summary();
    for (const part of [
      'Patient: Example, Rosa, female, born 2\u00a0Apr\u00a01971', 'Office visit · 18\u00a0Nov\u00a02026', 'ICD-10-CM FY2027',
      'Take off this encounter: I50.9 Heart failure, unspecified', 'Replace E11.9 by E11.22', 'Add E66.811 Obesity, class 1', 'Add A02.1',
      '“2. Class 1 obesity, counselled on diet.” (Progress note · Dr. Ada Example · 18\u00a0Nov\u00a02026)',
      'Why: The assessment names it as treated at this visit. (ICD-10-CM Guidelines FY2026 IV.J)',
      'Gap a1c-no-plan', 'Hemoglobin A1c 9.4 %, 2\u00a0Nov\u00a02026', 'Looked for change of therapy', 'Clinical significance of kidney function (draft of a question, not sent)',
      '[ ] Unable to determine', 'Vital signs were not read.', 'Outside records, no date', 'PDF is not read in this version.', 'The sign-in does not include laboratory results.',
    ]) expect(text).toContain(part);
  });

  it('says what was decided', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY, DIABETES] })) });
    await screen.click('Accept');
    const text = await summary();
    expect(text).toContain('Accepted: ');
    expect(text).toContain('not signed yet');
    expect(text.match(/Not decided/g)).toHaveLength(1);
  });

  it('names the patient only where the app shows who it is', async () => {
    screen = await open({ session: fakeSession({ needPatientBanner: false }) });
    expect(await summary()).not.toMatch(/Rosa|1971/);
    dispatchEvent(new Event('beforeprint'));
    expect(document.querySelector('.printed')?.textContent).not.toMatch(/Rosa|1971/);
  });

  it('is there for those who may only look, and where nothing is to review', async () => {
    screen = await open({ session: fakeSession({ canWrite: false }), engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [] })) });
    expect(await summary()).toContain('NOTHING TO REVIEW\n');
  });

  it('is copied; where the browser refuses, the text stands selected', async () => {
    const copied: string[] = [];
    screen = await open({}, { copy: async (text) => { if (copied.push(text) > 1) throw new Error('refused'); } });
    const text = await summary();
    await screen.click('Copy');
    expect(copied).toEqual([text]);
    expect(screen.text()).toContain('Copied.');
    await screen.click('Copy');
    expect(screen.text()).toContain('The text is selected');
    const field = document.activeElement as HTMLTextAreaElement;
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, text.length]);
  });

  it('goes to paper unfolded and without controls, however printing begins, and leaves the screen as it was', async () => {
    screen = await open({ engine: everything });
    const before = screen.element.innerHTML;
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector('.printed');
    expect(paper?.textContent).toContain('Add A02.1');
    expect(paper?.textContent).toContain('PDF is not read in this version.');
    expect(paper?.querySelectorAll('button, input, a')).toHaveLength(0);
    expect(screen.element.innerHTML).toBe(before);
    dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.printed')).toBeNull();
  });
});

async function summary(): Promise<string> {
  await screen.click('Copy or print');
  return screen.element.querySelector('textarea')?.value ?? '';
}
