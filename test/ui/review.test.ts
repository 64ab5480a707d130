import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryFact } from '../../src/domain/model/index.ts';
import { DEFAULT_KEYS } from '../../src/ui/state/keys.ts';
import {
  DIABETES, fakeAnalysis, fakeChart, fakeEngine, fakeGap, fakeSession, fakeSuggestion, FakeWriter, HEART_FAILURE, OBESITY, QUERY,
} from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const cards = (): readonly Element[] => [...screen.element.querySelectorAll('.card')];

/** Open cards by their group's title. */
const perGroup = (): Record<string, number> =>
  Object.fromEntries([...screen.element.querySelectorAll('.group')].map((group) => [group.querySelector('h2 span')?.textContent ?? '', group.querySelectorAll('.card').length]));

describe('the review list', () => {
  it('shows the groups in their order with counts, and hides empty ones', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ gaps: [fakeGap('a1c-no-plan')], queries: [] })) });
    expect([...screen.element.querySelectorAll('.group > h2')].map((h) => h.textContent)).toEqual(['Not supported1', 'Needs detail1', 'Missing1', 'Care gaps1']);
  });

  it('opens at most five cards at first sight, over all groups; the rest on demand', async () => {
    const missing = ['A00.0', 'A00.1', 'A01.00', 'A01.1', 'A02.0', 'A02.1'].map((code) => fakeSuggestion('add', code));
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [HEART_FAILURE, DIABETES, ...missing], queries: [QUERY] })) });
    expect(cards().length).toBe(5);
    await screen.click('Show 3 more');
    expect(cards().length).toBe(8);
    await screen.click('Show 1');
    expect(cards().length).toBe(9);
  });

  it('opens decisions and questions before care gaps, a colleague\'s question first; to a CDI specialist, questions before decisions', async () => {
    const missing = ['A00.0', 'A00.1', 'A01.00', 'A01.1', 'A02.0'].map((code) => fakeSuggestion('add', code));
    const gaps = Array.from({ length: 8 }, (_, n) => fakeGap(`g${n}`));
    const drafted = fakeAnalysis({ suggestions: missing.slice(0, 3), gaps, queries: [QUERY] });
    screen = await open({ engine: fakeEngine(fakeChart(), drafted) });
    expect(perGroup()).toEqual({ Missing: 3, 'Care gaps': 1, 'Questions for you': 1 });
    screen.close();
    const asked: QueryFact = {
      source: { reference: 'Task/q1', version: '1' }, status: 'open', sender: 'Practitioner/cdi', senderName: 'Casey Example', at: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1',
      questionnaire: null, question: { ...QUERY, indicators: [] }, answer: null,
    };
    screen = await open({ engine: fakeEngine(fakeChart({ queries: [asked] }), fakeAnalysis({ suggestions: missing, gaps, queries: [] })) });
    expect(perGroup()).toEqual({ Missing: 4, 'Care gaps': 0, 'Questions for you': 1 });
    screen.close();
    const cdi = fakeSession({ user: { reference: 'Practitioner/cdi', name: 'Casey Example', role: 'cdi' } });
    screen = await open({ session: cdi, engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: missing, gaps, queries: [QUERY] })) });
    expect(perGroup()).toEqual({ Missing: 4, 'Care gaps': 0, 'Questions for you': 1 });
  });

  it('puts the words before the code, marked, with whose they are', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    const [card] = cards();
    expect(card?.querySelector('mark')?.textContent).toBe('Class 1 obesity');
    expect(card?.querySelector('figcaption')?.textContent).toMatch(/Progress note · Dr\. Ada Example · 18.Nov.2026/);
    expect(card?.textContent).toMatch(/counselled on diet.*E66\.811/);
    expect(card?.textContent).toContain('ICD-10-CM Guidelines');
  });

  it('says that there is nothing to review', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [] })) });
    expect(screen.text()).toContain('Nothing to review');
    expect(screen.has(/^Countersign/)).toBe(false);
    expect(screen.has('See what was not read')).toBe(false);
  });

  it('claims no more than was compared where something was not read', async () => {
    const unreadable = { document: { reference: 'DocumentReference/x', version: '1' }, attachment: 0, contentType: 'application/pdf', title: 'Outside records', date: null, encounter: null, status: 'failed', why: 'Broken.' } as const;
    screen = await open({ engine: fakeEngine(fakeChart({ notes: [], unreadable: [unreadable] }), fakeAnalysis({ suggestions: [] })) });
    expect(screen.text()).toContain('Nothing could be compared');
    expect(screen.text()).not.toContain('Nothing to review');
    await screen.click('See what was not read');
    expect(screen.element.querySelector('dialog')?.textContent).toContain('Outside records');
  });

  it('shows one card for a documentation gap that is also a question', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [], gaps: [fakeGap(QUERY.rule, { kind: 'documentation' })], queries: [QUERY] })) });
    expect(cards().length).toBe(1);
    expect(screen.text()).toContain('Unable to determine');
    expect(screen.has('Copy the question')).toBe(true);
  });

  it('folds what cannot be told into one line', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ gaps: [fakeGap('bp', { outcome: 'cannot-tell', why: 'Vital signs were not read.' }), fakeGap('met', { outcome: 'met' })] })) });
    expect(screen.has('1 check that cannot be told from what was read')).toBe(true);
    expect(screen.element.querySelector('details')?.open).toBe(false);
    expect(screen.element.querySelector('.group-gaps')).toBeNull();
  });

  it('names the patient only where the EHR does not', async () => {
    screen = await open({ session: fakeSession({ needPatientBanner: false }) });
    expect(screen.text()).not.toContain('Example, Rosa');
  });

  it('does not call notes empty that it was not allowed to read', async () => {
    screen = await open({ engine: fakeEngine(fakeChart({ notes: [], reads: [{ kind: 'DocumentReference', query: '', status: 'denied', count: 0, why: 'The sign-in does not include notes.' }] }), fakeAnalysis({ suggestions: [] })) });
    expect(screen.has('Notes not read')).toBe(true);
    expect(screen.text()).toContain('Nothing could be compared');
  });

  it('counts what was not read, and opens the details', async () => {
    const chart = fakeChart({
      unreadable: [{ document: { reference: 'DocumentReference/x', version: '1' }, attachment: 0, contentType: 'application/pdf', title: 'Outside records', date: null, encounter: null, status: 'cannot-read-yet', why: 'PDF is not read in this version.' }],
      reads: [{ kind: 'Observation', query: 'category=laboratory', status: 'denied', count: 0, why: 'The EHR did not let us read laboratory results (403).' }],
    });
    screen = await open({ engine: fakeEngine(chart) });
    await screen.click('1 of 2 notes read; 1 in a format not read yet; 1 other kind of record not wholly read');
    const dialog = screen.element.querySelector('dialog');
    expect(dialog?.textContent).toContain('Outside records');
    expect(dialog?.textContent).toContain('did not let us read laboratory results (403)');
  });
});

describe('deciding', () => {
  it('does not accept an evidence-first item before its quote was opened, and says why', async () => {
    screen = await open();
    const accept = screen.button('Accept removal');
    expect(accept.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(accept.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Open the evidence first');
    await screen.click('Accept removal');
    expect(screen.has('Undo I50.9')).toBe(false);
    await screen.click('Open it now');
    await screen.click('Back to review');
    await screen.click('Accept removal');
    expect(screen.has('Undo I50.9')).toBe(true);
  });

  it('unlocks an evidence-first item without a quote once its facts are shown', async () => {
    const removal = fakeSuggestion('remove', 'I50.9', { reason: 'not-mentioned', evidenceFirst: true, evidence: [{ kind: 'searched', what: ['heart failure'], kinds: ['notes of this visit'], from: null, through: '2026-11-18', found: 0 }] });
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [removal] })) });
    expect(screen.text()).not.toContain('Looked for heart failure');
    await screen.click('Show the evidence');
    expect(screen.text()).toContain('Looked for heart failure');
    expect(screen.button('Accept removal').getAttribute('aria-disabled')).toBe('false');
  });

  it('asks for a reason to reject, with none pre-chosen, and for words where the reason is "other"', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    await screen.click('Reject');
    const reasons = [...screen.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(reasons.map((r) => r.value)).toEqual(['not-clinically-valid', 'not-addressed-this-visit', 'evidence-misread', 'already-documented', 'other']);
    expect(reasons.some((r) => r.checked)).toBe(false);
    expect((screen.button('Reject') as HTMLButtonElement).disabled).toBe(true);
    await screen.click('Other');
    expect((screen.button('Reject') as HTMLButtonElement).disabled).toBe(true);
    screen.element.querySelector<HTMLInputElement>('.reasons input[type=text]')?.focus();
    await screen.type('Weighed in boots');
    await screen.click('Reject');
    expect(screen.text()).toContain('Rejected E66.811');
    expect(screen.text()).toContain('Other: Weighed in boots');
  });

  it('takes another code from the search, not one that cannot be billed', async () => {
    const codes = [{ code: 'E66.81', title: 'Obesity class', billable: false, parent: null }, { code: 'E66.812', title: 'Obesity, class 2', billable: true, parent: null }];
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] }), codes) });
    await screen.click('Modify');
    await screen.type('obesity');
    expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(screen.element.querySelector('[aria-selected=true]')?.id);
    expect(screen.element.querySelector('[aria-selected=true]')?.textContent).toContain('E66.812');
    await screen.press('ArrowUp');
    await screen.press('Enter');
    expect(screen.element.querySelector('dialog')).not.toBeNull();
    await screen.press('ArrowDown');
    await screen.press('Enter');
    expect(screen.text()).toContain('Modified E66.812');
  });

  it('takes an alternative that the card offers', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    await screen.click(/^E66\.9/);
    expect(screen.text()).toContain('Modified E66.9');
  });

  it('sends an added diagnosis to the problem list where that is chosen', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    const select = screen.element.querySelector('select');
    if (select === null) throw new Error('no choice of target');
    select.value = 'problem-list-item';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.click('Accept');
    expect(screen.text()).toContain('Problem list instead');
  });
});

describe('by keyboard only', () => {
  it('reviews every card and countersigns', async () => {
    const writer = new FakeWriter();
    const reads = (['DocumentReference', 'Condition', 'Claim'] as const).map((kind) => ({ kind, query: '', status: 'read', count: 1, why: null }) as const);
    screen = await open({ writer: async () => writer, engine: fakeEngine(fakeChart({ reads }), fakeAnalysis()) });
    expect(screen.focused()).toContain('I50.9');
    await screen.press('o');
    expect(screen.element.querySelector('.viewer mark.here')?.textContent).toBe('heart failure on exam');
    await screen.press('Escape');
    await screen.press('a');
    expect(screen.focused()).toContain('E11.22');
    await screen.press('r');
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    (document.activeElement as HTMLInputElement).click();
    await screen.settle();
    document.activeElement?.closest('form')?.requestSubmit();
    await screen.settle();
    expect(screen.focused()).toContain('E66.811');
    await screen.press('d');
    await screen.press('Escape');
    await screen.press('a');
    await screen.press('c');
    expect(document.activeElement?.textContent).toBe('Countersign');
    for (const box of screen.element.querySelectorAll<HTMLInputElement>('.tick input')) box.click();
    await screen.settle();
    await screen.click('Sign and write 3 items');
    expect(screen.text()).toContain('Countersigned and written');
    expect(writer.sent.flat().map((step) => step.action.kind)).toContain('withdraw-condition');
  });

  it('moves with J and K, over the folded rest too, and undoes with U', async () => {
    const missing = ['A00.0', 'A00.1', 'A01.00', 'A01.1', 'A02.0', 'A02.1'].map((code) => fakeSuggestion('add', code));
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: missing })) });
    for (let step = 0; step < 5; step++) await screen.press('j');
    expect(screen.focused()).toBe('Show 1 more');
    await screen.press('k');
    expect(screen.focused()).toContain('A02.0');
    await screen.press('a');
    await screen.press('k');
    await screen.press('u');
    expect(screen.app.live.value).toContain('A02.0 is open again');
  });

  it('does nothing while something is typed, or when switched off', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    await screen.press('r');
    screen.element.querySelector<HTMLInputElement>('.reasons input[type=text]')?.focus();
    await screen.press('a');
    expect(screen.has('Undo E66.811')).toBe(false);
    await screen.click('Cancel');
    screen.app.setKeys({ ...DEFAULT_KEYS, on: false });
    await screen.press('a');
    expect(screen.has('Undo E66.811')).toBe(false);
  });

  it('takes other keys, and two commands never share one', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })) });
    await screen.press('?');
    screen.button('Change the key for: Accept').focus();
    await screen.click('Change the key for: Accept');
    await screen.press('d');
    expect(screen.app.keys.value.keys).toMatchObject({ accept: 'd', defer: 'a' });
  });
});

describe('read-only', () => {
  it('shows everything, says why, and offers no decision', async () => {
    screen = await open({ session: fakeSession({ canWrite: false }) });
    expect(screen.text()).toContain('Read-only. The EHR gave this app no permission to write');
    expect(cards().length).toBe(3);
    for (const action of ['Accept', 'Accept removal', 'Modify', 'Reject', 'Defer', 'Countersign']) expect(screen.has(action)).toBe(false);
  });
});

describe('quiet and honest', () => {
  it('uses no word of money or risk adjustment on any card', async () => {
    screen = await open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ gaps: [fakeGap('g')], queries: [QUERY] })) });
    expect(screen.element.innerHTML).not.toMatch(/\b(RAF|HCC|revenue|payment|reimburse\w*|dollars?)\b|\$\d/i);
  });

  it('tells a screen reader once what there is', async () => {
    screen = await open();
    expect(screen.element.querySelector('output.live')?.textContent).toBe('Review ready. Not supported: 1. Needs detail: 1. Missing: 1.');
  });
});
