import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryFact } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import type { ReviewState } from '../../src/app/review-state.ts';
import { fakeAnalysis, fakeChart, fakeSession, QUERY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';
import { CODER, openReview, planOf, playedLine, step } from './states.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const QUESTION = { rule: QUERY.rule, topic: QUERY.topic, title: QUERY.title, question: QUERY.question, format: 'multiple-choice', options: QUERY.options.slice(0, 2), indicators: [{ text: 'eGFR 48 mL/min on 2026-11-02', source: { reference: 'Observation/egfr', version: '1' } }] } as const;
const fact = (more: Partial<QueryFact> = {}): QueryFact => ({
  source: { reference: 'Task/q1', version: '1' }, status: 'open', sender: CODER.reference, senderName: CODER.name, at: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1', questionnaire: null, question: QUESTION, answer: null, ...more,
});
const coder = { session: fakeSession({ user: CODER }), permission: { kind: 'may-propose' } } as const;
const analysis = fakeAnalysis({ suggestions: [], queries: [QUERY] });
const review = (more: Parameters<typeof openReview>[0] = {}, queries: readonly QueryFact[] = []) => openReview({ analysis, chart: fakeChart({ queries }), ...more });
const reviewing = (...given: Parameters<typeof review>): ReviewState => ({ phase: 'reviewing', open: review(...given) });
const isDisabled = (button: string): boolean => (screen.button(button) as HTMLButtonElement).disabled;
const radios = (): HTMLInputElement[] => [...screen.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];

describe('a drafted question', () => {
  it('is sent by those who may propose; a clinician reads and copies it', async () => {
    const line = playedLine(reviewing(coder));
    screen = await open({}, { start: line.start });
    await screen.click('Send this question');
    expect(line.asked).toContainEqual(['toAsk', QUERY.id]);
    screen.close();
    screen = await open({}, { start: playedLine(reviewing()).start });
    expect(screen.text()).toContain('Copy the question');
    expect(screen.text()).not.toContain('Send this question');
  });

  it('is shown before it is sent as it will be sent, and not ticked', async () => {
    const plan = planOf([step('q', 'Ask the clinicians of this visit', { action: { kind: 'send-query', question: QUESTION, owners: ['Practitioner/dr'] } })], { purpose: 'query', who: CODER });
    const state: ReviewState = { phase: 'asking', open: review(coder), matter: { kind: 'send', draft: QUERY }, profile: null, checking: false, trouble: null };
    const line = playedLine(state, { previewQuery: () => ({ plan, question: { ...QUESTION, options: [] }, leftOut: 1 }) });
    screen = await open({}, { start: line.start });
    expect(isDisabled('Send the question')).toBe(true);
    expect(screen.text()).toContain('1 indicator stays out, and the options with it');
    expect(screen.text()).toContain('Dr. Ada Example of this visit');
    expect(screen.text()).toContain('Noor Haddad, coder, at Example Hospital');
    expect(screen.text()).not.toContain('Chronic kidney disease');
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    await screen.click('Send the question');
    expect(line.asked).toContainEqual(['commitQuery']);
  });

  it('that cannot be sent says why, and has no way on but back', async () => {
    const state: ReviewState = { phase: 'asking', open: review(coder), matter: { kind: 'send', draft: QUERY }, profile: null, checking: false, trouble: null };
    screen = await open({}, { start: playedLine(state, { previewQuery: () => ({ why: 'It rests on sensitive notes alone.', violations: [], asked: null }) }).start });
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    expect(screen.element.querySelector('#why-not')?.textContent).toBe('It rests on sensitive notes alone.');
    expect(isDisabled('Send the question')).toBe(true);
  });
});

describe('composing', () => {
  const asking = (draft: typeof QUERY | typeof BLANK): ReviewState => ({ phase: 'asking', open: review({ ...coder, analysis: fakeAnalysis({ templates: [TEMPLATE] }) }), matter: { kind: 'send', draft }, profile: null, checking: false, trouble: null });
  const BLANK = { ...QUERY, id: 'composed-1' as typeof QUERY.id, rule: 'composed-1', topic: '', title: '', question: '', options: [], indicators: [] };
  const TEMPLATE = { rule: 'hyponatremia-no-diagnosis', topic: 'hyponatremia-no-diagnosis', title: 'Clinical significance of sodium results', question: 'Please document the clinical significance, if any.', options: ['Hyponatremia'] };
  const revised = (line: ReturnType<typeof playedLine>) => line.asked.filter(([method]) => method === 'revise').map(([, draft]) => draft);
  const field = (label: string): HTMLInputElement => {
    const found = [...screen.element.querySelectorAll<HTMLLabelElement>('label')].find((each) => each.querySelector('span')?.textContent === label)?.querySelector<HTMLInputElement>('input, textarea, select');
    if (found == null) throw new Error(`no field called ${label}`);
    return found;
  };

  it('begins with nothing, or with the words of a clinical picture', async () => {
    const line = playedLine(reviewing(coder));
    screen = await open({}, { start: line.start });
    await screen.settle();
    await screen.click('Compose a question');
    expect(line.asked).toContainEqual(['toAsk', null]);
    screen.close();
    const composing = playedLine(asking(BLANK), { previewQuery: () => null });
    screen = await open({}, { start: composing.start });
    const start = field('Start from');
    start.value = TEMPLATE.rule;
    start.dispatchEvent(new Event('change', { bubbles: true }));
    expect(revised(composing)).toEqual([{ ...BLANK, ...TEMPLATE, format: 'multiple-choice' }]);
  });

  it('tells each rule beside what it marks, and does not send', async () => {
    const options = [...QUESTION.options, ''];
    const violation = (code: 'leading-title' | 'unsupported-option' | 'undated-indicators', message: string, where: { readonly part: 'title' | 'options' | 'indicators'; readonly index?: number }) => ({ code, message, where });
    const violations = [violation('leading-title', 'The title leads.', { part: 'title' }), violation('unsupported-option', 'Nothing supports it.', { part: 'options', index: 1 }), violation('undated-indicators', 'It has no date.', { part: 'indicators', index: 0 })];
    const asked = { ...QUESTION, indicators: [{ text: QUERY.indicators[0]?.text ?? '', source: null }] };
    screen = await open({}, { start: playedLine(asking({ ...QUERY, options }), { previewQuery: () => ({ why: 'It does not keep the rules yet.', violations, asked }) }).start });
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    expect(isDisabled('Send the question')).toBe(true);
    expect(screen.element.querySelector('#found-title')?.textContent).toBe('The title leads.');
    expect([...screen.element.querySelectorAll('.answer-edit')].map((each) => each.textContent)).toEqual(['', 'Nothing supports it.', '']);
    expect(screen.element.querySelector('.indicators li')?.textContent).toContain('It has no date.');
  });

  it('takes indicators from the record by their words, and takes them out again', async () => {
    const line = playedLine(asking(QUERY), { previewQuery: () => null });
    screen = await open({}, { start: line.start });
    field('Add from the record').focus();
    await screen.type('E11.9');
    await screen.click(/^Charted/);
    await screen.click(`Take out: ${QUERY.indicators[0]?.text ?? ''}`);
    expect(revised(line)).toMatchObject([{ indicators: [QUERY.indicators[0], { evidence: { kind: 'fact', resource: 'Condition/dm' } }] }, { indicators: [] }]);
  });

  it('offers yes and no for the three matters alone, with a neutral beginning', async () => {
    const line = playedLine(asking(BLANK), { previewQuery: () => null });
    screen = await open({}, { start: line.start });
    const how = field('How it is answered') as unknown as HTMLSelectElement;
    expect([...how.options].map(({ value }) => value)).toEqual(['multiple-choice', 'open', 'on-admission', 'cause', 'agreement']);
    how.value = 'on-admission';
    how.dispatchEvent(new Event('change', { bubbles: true }));
    expect(revised(line)).toMatchObject([{ format: 'yes-no', options: ['Yes', 'No'], question: 'Was the documented … present on admission?' }]);
  });
});

describe('the worklist of whoever asks', () => {
  const policy = { ...DEFAULT_POLICY, queries: { ...DEFAULT_POLICY.queries, escalateTo: 'Physician advisor' } };
  const named = (id: string, title: string, more: Partial<QueryFact>) => fact({ source: { reference: `Task/${id}`, version: '1' }, question: { ...QUESTION, title }, ...more });
  const waiting = [
    named('new', 'Sodium', { at: '2026-11-18T08:00:00-06:00' }), named('old', 'Hemoglobin', { at: '2026-11-14T08:00:00-06:00' }), named('older', 'Platelets', { at: '2026-11-10T08:00:00-06:00', reminded: '2026-11-13T08:00:00-06:00' }),
    named('over', 'Weight', { at: '2026-11-01T08:00:00-06:00' }), named('back', 'Lactate', { status: 'cancelled', closing: { how: 'withdrawn', reason: 'Documented meanwhile' } }),
  ];

  it('has the oldest first, with its age and what is due', async () => {
    const line = playedLine(reviewing(coder, waiting));
    screen = await open({}, { start: line.start, policy, now: () => '2026-11-18T10:00:00-06:00' });
    await screen.settle();
    const lines = [...screen.element.querySelectorAll('[aria-labelledby=own-queries-title] li')].map((each) => each.textContent ?? '');
    expect(lines.map((words) => /(Weight|Platelets|Hemoglobin|Sodium|Lactate)/.exec(words)?.[0])).toEqual(['Weight', 'Platelets', 'Hemoglobin', 'Sodium', 'Lactate']);
    expect(lines[0]).toContain('waits 17 days for the clinicians of this visit');
    expect(lines[3]).toContain('waits since today for');
    expect(lines[4]).toMatch(/Taken back:.*Documented meanwhile/);
    await screen.click('Close the question: Weight');
    await screen.click('Hand on the question: Platelets');
    await screen.click('Remind of the question: Hemoglobin');
    expect(screen.has('Remind of the question: Sodium')).toBe(false);
    expect(line.asked.filter(([method]) => method === 'cancelQuery' || method === 'followUpQuery')).toEqual([['cancelQuery', 'Task/over', { how: 'expired', reason: null }], ['followUpQuery', 'Task/older', 'escalate'], ['followUpQuery', 'Task/old', 'remind']]);
  });
});

describe('a question that a colleague asked', () => {
  it('takes one key an answer, and none while words are typed or keys are off', async () => {
    screen = await open({}, { start: playedLine(reviewing({}, [fact()])).start });
    screen.element.querySelector<HTMLElement>('.card-query')?.focus();
    const chosen = (): string | undefined => radios().find(({ checked }) => checked)?.value;
    for (const [key, value] of [['2', 'option-1'], ['1', 'option-0'], ['u', 'undetermined'], ['o', 'other']] as const) {
      await screen.press(key);
      expect([chosen(), (document.activeElement as HTMLInputElement).value]).toEqual([value, value]);
    }
    await screen.press('9');
    expect(chosen()).toBe('other');
    screen.element.querySelector<HTMLInputElement>('.card input[type=text]')?.focus();
    await screen.press('1');
    expect(chosen()).toBe('other');
    screen.app.setKeys({ ...screen.app.keys.value, on: false });
    radios()[2]?.focus();
    await screen.press('1');
    expect(chosen()).toBe('other');
  });

  it('takes the place of the draft; nothing is pre-chosen; other needs words', async () => {
    const line = playedLine(reviewing({}, [fact()]));
    screen = await open({}, { start: line.start });
    expect(screen.text()).toContain('Asked by Noor Haddad');
    expect(screen.text()).not.toContain('Copy the question');
    expect(radios().map(({ value, checked }) => [value, checked])).toEqual(['option-0', 'option-1', 'other', 'undetermined'].map((value) => [value, false]));
    expect(isDisabled('Answer')).toBe(true);
    radios()[2]?.click();
    await screen.settle();
    expect(isDisabled('Answer')).toBe(true);
    const words = screen.element.querySelector<HTMLInputElement>('.card input[type=text]');
    if (words === null) throw new Error('no field for words');
    words.value = ' Dehydration ';
    words.dispatchEvent(new Event('input', { bubbles: true }));
    await screen.settle();
    await screen.click('Answer');
    expect(line.asked).toContainEqual(['toAnswer', 'Task/q1', { kind: 'other', text: 'Dehydration' }]);
  });

  it('waits for a clinician, says its card to another colleague, and is in the list of whoever asked', async () => {
    screen = await open({}, { start: playedLine(reviewing({ session: fakeSession({ user: { ...CODER, reference: 'Practitioner/x' } }), permission: { kind: 'may-propose' } }, [fact()])).start });
    expect(screen.text()).toContain('It waits for a clinician of this visit.');
    expect(radios()).toEqual([]);
    screen.close();
    const line = playedLine(reviewing(coder, [fact()]));
    screen = await open({}, { start: line.start });
    await screen.settle();
    expect(screen.text()).toContain('Your questions1');
    await screen.click(`Take back the question: ${QUERY.title}`);
    expect(isDisabled('Take it back')).toBe(true);
    await screen.type('Documented meanwhile');
    await screen.click('Take it back');
    expect(line.asked).toContainEqual(['cancelQuery', 'Task/q1', { how: 'withdrawn', reason: 'Documented meanwhile' }]);
  });

  it('shows its answer to whoever asked', async () => {
    const answer = { who: 'Practitioner/dr', whoName: 'Dr. Ada Example', at: '2026-11-18T10:00:00-06:00', choice: { kind: 'undetermined' }, words: 'Unable to determine' } as const;
    screen = await open({}, { start: playedLine(reviewing(coder, [fact({ status: 'answered', answer })])).start });
    await screen.settle();
    expect(screen.text()).toMatch(/Answered:.*Unable to determine.*answered.*by Dr\. Ada Example/);
    expect(screen.text()).not.toContain('Send this question');
  });

  it('is answered under one\'s name, with what one states; the words of a check that failed are told', async () => {
    const state: ReviewState = { phase: 'asking', open: review({}, [fact()]), matter: { kind: 'answer', query: fact(), choice: { kind: 'option', index: 1 } }, profile: null, checking: false, trouble: 'Somebody answered this question.' };
    screen = await open({}, { start: playedLine(state, { previewQuery: () => ({ plan: planOf([], { purpose: 'answer-query' }), question: QUESTION, leftOut: 0 }) }).start });
    expect(screen.text()).toContain('Your answerAcute kidney injury');
    expect(screen.text()).toContain('I answered this question myself');
    expect(screen.element.querySelector('[role=alert]')?.textContent).toBe('Somebody answered this question.');
    expect(isDisabled('Sign and write the answer')).toBe(true);
  });
});
