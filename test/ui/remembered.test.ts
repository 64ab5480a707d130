import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenReview, ReviewState } from '../../src/app/review-state.ts';
import { DIABETES, fakeSession, HEART_FAILURE, OBESITY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';
import { decided, openReview, playedLine, signedItem } from './states.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const reviewing = (more: Partial<OpenReview> = {}): ReviewState => ({ phase: 'reviewing', open: openReview(more) });
const rejected = signedItem({ suggestion: HEART_FAILURE.id, action: 'remove', code: 'I50.9', choice: { kind: 'reject', reason: 'evidence-misread' }, targets: [] });

describe('signed on this visit', () => {
  const entries = [
    { item: signedItem(), changed: ['Progress note (version 2, signed on 1)'], correctable: true },
    { item: signedItem({ source: { reference: 'Provenance/a2', version: '1' }, suggestion: DIABETES.id, action: 'remove', code: 'J18.9', choice: { kind: 'accept', code: 'J18.9', target: 'encounter-diagnosis' } }), changed: [], correctable: false },
  ];

  it('is folded, and says who, when, what, and what changed since', async () => {
    screen = await open({}, { start: playedLine(reviewing({ signedBefore: entries })).start });
    expect(screen.has('Signed on this visit2')).toBe(true);
    expect(screen.element.querySelector<HTMLDetailsElement>('details.fold')?.open).toBe(false);
    const [first, second] = [...screen.element.querySelectorAll('.past > li')].map((row) => row.textContent);
    expect(first).toMatch(/^Accepted E66\.811.*Dr\. Jon Berg, 17.Nov.2026,.16:20.*Changed since it was signed:Progress note \(version 2, signed on 1\)/);
    expect(second).toMatch(/^Removal accepted J18\.9/);
    expect(first).not.toContain('nothing is left to correct');
    expect(screen.text()).toContain('is a new signed event. Nothing is erased');
    expect(screen.element.querySelectorAll('.past button')).toHaveLength(2);
  });

  it('takes back, by way of the countersign screen', async () => {
    const line = playedLine(reviewing({ signedBefore: entries }), { correct: () => true });
    screen = await open({}, { start: line.start });
    await screen.click('Take back E66.811');
    expect(line.asked).toContainEqual(['correct', entries[0]?.item, { kind: 'withdraw' }]);
    expect(line.asked.at(-1)).toEqual(['toCountersign']);
  });

  it('corrects the code by the code search', async () => {
    const line = playedLine(reviewing({ signedBefore: entries }), { correct: () => true });
    screen = await open({}, { start: line.start, search: async () => [{ code: 'E66.812', title: 'Obesity, class 2', billable: true, parent: 'E66.81' }] });
    await screen.click('Correct code E66.811');
    await screen.type('class 2');
    await screen.press('Enter');
    expect(line.asked).toContainEqual(['correct', entries[0]?.item, { kind: 'recode', code: 'E66.812', title: 'Obesity, class 2' }]);
  });

  it('says so where it cannot be corrected from here', async () => {
    const line = playedLine(reviewing({ signedBefore: entries }), { correct: () => false });
    screen = await open({}, { start: line.start });
    await screen.click('Take back E66.811');
    expect(screen.app.live.value).toBe('This cannot be corrected from here now.');
    expect(line.asked.map(([method]) => method)).not.toContain('toCountersign');
  });

  it('says why where it cannot be taken back from here, so that nobody looks for the button', async () => {
    screen = await open({}, { start: playedLine(reviewing({ signedBefore: [{ item: signedItem({ choice: { kind: 'accept', code: OBESITY.code, target: 'problem-list-item' } }), changed: [], correctable: false }] })).start });
    expect(screen.element.querySelector('.past > li')?.textContent).toContain('changed only in the EHR itself. Correct it there.');
    expect(screen.element.querySelectorAll('.past button')).toHaveLength(0);
  });

  it('sends to the EHR for what was left to be done by hand', async () => {
    screen = await open({}, { start: playedLine(reviewing({ signedBefore: [{ item: signedItem({ targets: [] }), changed: [], correctable: false }] })).start });
    expect(screen.element.querySelector('.past > li')?.textContent).toContain('It was left to be done by hand, so it is changed in the EHR itself, not from here.');
  });

  it('offers no correction to those who may not sign', async () => {
    screen = await open({}, { start: playedLine(reviewing({ signedBefore: entries, permission: { kind: 'may-propose' } })).start });
    expect(screen.element.querySelectorAll('.past button')).toHaveLength(0);
  });

  it('names a correction as such on the countersign screen', async () => {
    const withdrawal = { ...HEART_FAILURE, corrects: { reference: 'Provenance/a0', version: '1' } };
    screen = await open({}, { start: playedLine({ phase: 'countersigning', open: decided(openReview(), withdrawal), profile: null, checking: false, held: [], trouble: null }).start });
    expect(screen.element.querySelector('.tick')?.textContent).toMatch(/^Take back.*A new signed event\. What was signed before stays in the record as history\./);
  });
});

describe('an item that was signed and handed over', () => {
  it('says so on its card for as long as the record does not show it, so that nobody signs it twice unawares', async () => {
    screen = await open({}, { start: playedLine(reviewing({ signedBefore: [{ item: signedItem(), changed: [], correctable: false }] })).start });
    const card = [...screen.element.querySelectorAll('.card')].find((each) => each.textContent.includes('E66.811'));
    expect(card?.textContent).toMatch(/^Signed by Dr\. Jon Berg, 17.Nov.2026; the record does not show it yet/);
  });
});

describe('a rejected item', () => {
  it('is no card, is folded with who rejected it, and is not counted as undecided', async () => {
    screen = await open({}, { start: playedLine(reviewing({ remembered: new Map([[HEART_FAILURE.id, rejected]]), signedBefore: [{ item: rejected, changed: [], correctable: true }] })).start });
    expect(screen.element.querySelectorAll('.card')).toHaveLength(2);
    expect(screen.text()).toContain('0 of 2 decided');
    expect(screen.has('1 rejected item from before')).toBe(true);
    expect(screen.text()).toMatch(/Rejected by Dr\. Jon Berg, 17.Nov.2026,.16:20; it returns only on new evidence\./);
    expect(screen.has(/^Signed on this visit/)).toBe(false);
  });

  it('is put back into the list to be reconsidered, with the focus on its card', async () => {
    const before = openReview({ remembered: new Map([[HEART_FAILURE.id, rejected]]), signedBefore: [{ item: rejected, changed: [], correctable: true }] });
    const line = playedLine({ phase: 'reviewing', open: before }, {
      correct: () => { line.go({ phase: 'reviewing', open: { ...before, remembered: new Map() } }); return true; },
    });
    screen = await open({}, { start: line.start });
    await screen.click('Reconsider I50.9');
    expect(line.asked).toContainEqual(['correct', rejected, { kind: 'reconsider' }]);
    expect(screen.focused()).toContain('I50.9');
  });

  it('carries that there is new evidence when it is back', async () => {
    screen = await open({}, { start: playedLine(reviewing({ returned: new Set([HEART_FAILURE.id]), signedBefore: [{ item: rejected, changed: [], correctable: true }] })).start });
    expect(screen.element.querySelector('.card')?.textContent).toMatch(/^New evidence since it was rejected on 17.Nov.2026/);
  });
});

describe('somebody else', () => {
  it('is shown on the card that they decided meanwhile, signed or not', async () => {
    screen = await open({}, { start: playedLine(reviewing({
      elsewhere: new Map([
        [OBESITY.id, { by: 'another-tab', who: null, at: null, what: 'accepted' }],
        [DIABETES.id, { by: 'another-person', who: 'Dr. Jon Berg', at: '2026-11-18T09:59:00-06:00', what: 'E11.22 was added to this encounter' }],
      ]),
    })).start });
    expect(screen.text()).toContain('Decided meanwhile in another tab: accepted.');
    expect(screen.text()).toMatch(/Decided meanwhile by Dr\. Jon Berg, 18.Nov.2026: E11\.22 was added to this encounter\./);
  });

  it('is never overwritten: what they decided is held back, with words', async () => {
    screen = await open({}, { start: playedLine({
      phase: 'countersigning', open: decided(openReview(), OBESITY, DIABETES), profile: null, checking: false, trouble: null,
      held: [{ suggestion: OBESITY.id, why: 'decided-elsewhere', what: ['Dr. Jon Berg added E66.811 to this encounter'] }],
    }).start });
    expect(screen.text()).toContain('Held back, nothing was signed');
    expect(screen.text()).toContain('somebody else, or another tab, decided on an item. What they did stands, and is not overwritten.');
    expect(screen.text()).toContain('Dr. Jon Berg added E66.811 to this encounter');
    expect(screen.text()).not.toContain('changed or could not be checked');
  });
});

describe('the details', () => {
  const details = async (more: Partial<OpenReview>): Promise<string> => {
    screen = await open({}, { start: playedLine(reviewing(more)).start });
    await screen.click('1 note read');
    return screen.element.querySelector('dialog')?.textContent ?? '';
  };

  it('say where decisions are remembered', async () => {
    expect(await details({ remembering: { signed: 'device', unsigned: 'tab' } })).toMatch(/remembered on this device only, for you.*kept in this tab, until it is closed/);
  });

  it('say how each action ends with this EHR', async () => {
    const text = await details({ preflight: [{ action: 'add-encounter-diagnosis', ends: 'hand', says: 'Handed over to the EHR’s diagnoses: it lets no app write them.' }, { action: 'draft-claim', ends: 'companion', says: 'Written as a draft.' }] });
    expect(text).toContain('Add a diagnosis to the visitHanded over to the EHR’s diagnoses: it lets no app write them.By hand');
    expect(text).toContain('Draft claimWritten as a draft.Companion server');
  });

  it('say that the EHR is still asked', async () => {
    expect(await details({ preflight: null })).toContain('The EHR is being asked what it takes, or did not say.');
  });

  it('save the log of this device, and say so where that fails', async () => {
    const saved: string[] = [];
    const exportLog = async function* (): AsyncIterable<string> { if (saved.length > 0) throw new Error('damaged'); yield '{"log":"1"}'; yield '{"seq":1}'; };
    screen = await open({}, { start: playedLine(reviewing(), { exportLog }).start, saveFile: (name, parts) => { saved.push(name, parts.join('')); } });
    await screen.click('1 note read');
    await screen.click('Save the log of this device');
    expect(saved).toEqual(['countersign-log.jsonl', '{"log":"1"}\n{"seq":1}\n']);
    expect(screen.text()).toContain('The log was given to the browser to save.');
    await screen.click('Save the log of this device');
    expect(screen.text()).toContain('The log could not be read or saved.');
  });

  it('count what is withheld as sensitive', async () => {
    const withheld = { document: { reference: 'DocumentReference/s', version: '1' }, attachment: 0, contentType: 'text/plain', title: 'A note', date: null, encounter: null, status: 'withheld', why: 'It carries a sensitive label (ETH), and this site does not read such notes here.' } as const;
    const { chart } = openReview();
    screen = await open({}, { start: playedLine(reviewing({ chart: { ...chart, unreadable: [withheld, { ...withheld, attachment: 1 }] } })).start });
    await screen.click('1 of 3 notes read; 2 withheld: sensitive');
    expect(screen.element.querySelector('dialog')?.textContent).toContain('Withheld. It carries a sensitive label (ETH)');
  });

  it('are there without the name of who may sign where nobody may', async () => {
    screen = await open({}, { start: playedLine(reviewing({ session: fakeSession(), permission: { kind: 'read-only', why: 'No permission to write.' } })).start });
    await screen.click('1 note read');
    expect(screen.has('Sign out')).toBe(true);
  });
});
