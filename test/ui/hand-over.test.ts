import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewState } from '../../src/app/review-state.ts';
import type { WriteReceipt, WriteStep } from '../../src/domain/model/index.ts';
import { open, type Screen } from '../support/screen.ts';
import { BY_HAND, decided, openReview, planOf, playedLine, receipt, step } from './states.ts';
import { OBESITY } from '../support/app-fakes.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const written = step('c1', 'Note the evidence');
const done = (steps: readonly WriteStep[], receipts: readonly WriteReceipt[]): ReviewState => ({ phase: 'done', open: openReview(), plan: planOf(steps), receipts });

describe('what no server takes', () => {
  it('says before signing where each step goes, to whom and why', async () => {
    const plan = planOf([written, step('p', 'Keep the countersignature', { to: 'companion' }), BY_HAND.list, BY_HAND.file], { cannot: [{ says: 'Nothing to write for I50.9.', why: 'It was rejected.' }, { says: 'Bring the list up to date', why: 'The EHR keeps it.' }] });
    screen = await open({}, { start: playedLine({ phase: 'countersigning', open: decided(openReview(), OBESITY), profile: null, checking: false, held: [], trouble: null }, { preview: () => plan }).start });
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    const places = [...screen.element.querySelectorAll('.place')].map((place) => place.textContent);
    expect(places[0]).toMatch(/^In this EHRNote the evidence/);
    expect(places[1]).toMatch(/^On the site’s companion serverKeep the countersignature/);
    expect(places[2]).toMatch(/^By your handAdd E66\.811.*For the EHR’s diagnoses of this visit\. This EHR lets no app write encounter diagnoses\..*For billing\./);
    expect(screen.text()).toContain('Not written, and whyNothing to write for I50.9. It was rejected.Bring the list up to date. The EHR keeps it.');
  });

  it('says after signing, too, what is not written, under a heading of the receipts', async () => {
    const plan = planOf([written], { cannot: [{ says: 'Bring the list up to date', why: 'The EHR keeps it.' }] });
    screen = await open({}, { start: playedLine({ phase: 'done', open: openReview(), plan, receipts: [receipt(written, 'written')] }).start });
    const headings = [...screen.element.querySelectorAll('h1, h2, h3')].map(({ tagName, textContent }) => `${tagName} ${textContent}`);
    expect(headings).toEqual(['H1 Countersigned and written', 'H2 Not written, and why']);
  });

  it('leaves no word of buttons where all was handed over, and says what the app cannot see', async () => {
    screen = await open({}, { start: playedLine(done([BY_HAND.list], [receipt(BY_HAND.list, 'handed-over')])).start });
    expect(screen.text()).toContain('All of it was handed over to you. Doing it is left to you: this app cannot see whether it was done.');
    expect(screen.text()).not.toContain('Each button');
  });

  it('tells in the title what is left to do by hand', async () => {
    screen = await open({}, { start: playedLine(done([written, BY_HAND.list, BY_HAND.file], [receipt(written, 'written')])).start });
    expect(screen.element.querySelector('h1')?.textContent).toBe('Countersigned; 2 to do by hand');
    expect(screen.app.live.value).toBe('2 to do by hand.');
    expect(screen.has(/^Try the/)).toBe(false);
  });

  it('has one button for each, and a receipt for what was taken over', async () => {
    const state = (receipts: readonly WriteReceipt[]): ReviewState => done([BY_HAND.list, BY_HAND.file, BY_HAND.activity], receipts);
    let receipts: readonly WriteReceipt[] = [];
    const line = playedLine(state([]), {
      handOver: async (id) => {
        const taken = [BY_HAND.list, BY_HAND.file, BY_HAND.activity].find((each) => each.id === id);
        if (taken !== undefined) receipts = [...receipts, receipt(taken, 'handed-over')];
        line.go(state(receipts));
      },
    });
    screen = await open({}, { start: line.start });
    expect(screen.button(/^Copy: Add E66\.811/).textContent).toBe('Copy');
    expect(screen.button(/^Save file: Draft the claim/).textContent).toBe('Save file');
    await screen.click(/^Open in the EHR: Replace E11\.9/);
    expect(line.asked).toContainEqual(['handOver', 'activity-1']);
    expect(screen.text()).toMatch(/Handed over: Replace E11\.9 by E11\.22 to the EHR’s diagnoses of this visit, opened at 18.Nov.2026,.10:05/);
    expect(screen.element.querySelector('h1')?.textContent).toBe('Countersigned; 2 to do by hand');
    await screen.click(/^Copy:/);
    await screen.click(/^Save file:/);
    expect(screen.element.querySelector('h1')?.textContent).toBe('Countersigned, written and handed over');
    expect(screen.element.querySelectorAll('.hand-over button')).toHaveLength(0);
  });

  it('keeps the button where it could not be done here', async () => {
    screen = await open({}, { start: playedLine(done([BY_HAND.file], [])).start });
    await screen.click(/^Save file:/);
    expect(screen.text()).toContain('It could not be saved here.');
    expect(screen.has(/^Save file:/)).toBe(true);
  });

  it('copies several list items at once, and each has its own receipt', async () => {
    const steps = [BY_HAND.list, BY_HAND.second, BY_HAND.file];
    const copied: string[] = [];
    let receipts: readonly WriteReceipt[] = [];
    const line = playedLine(done(steps, []), {
      handOver: async (id) => {
        copied.push(`one:${id}`);
        receipts = [...receipts, ...steps.filter((each) => each.id === id).map((each) => receipt(each, 'handed-over'))];
        line.go(done(steps, receipts));
      },
    });
    screen = await open({}, { start: line.start, copy: async (text) => { copied.push(text); } });
    await screen.click('Copy all 2');
    expect(copied.at(-1)).toContain('Add E66.811');
    expect(copied.at(-1)).toContain('Take I50.9');
    expect(copied.filter((each) => each.startsWith('one:'))).toEqual(['one:list-1', 'one:list-2']);
    expect(screen.element.querySelector('h1')?.textContent).toBe('Countersigned; 1 to do by hand');
  });

  it('counts what did not arrive and what is to do by hand apart', async () => {
    screen = await open({}, { start: playedLine(done([written, BY_HAND.list], [receipt(written, 'refused', { why: 'Closed.' })])).start });
    expect(screen.element.querySelector('h1')?.textContent).toBe('Countersigned, not all written; 1 to do by hand');
    expect(screen.has('Try the 1 open write again')).toBe(true);
    expect(screen.text()).toContain('stays in your outbox on this device, encrypted');
  });
});

describe('what a server refused', () => {
  it('can be tried again, or ends at a person’s hand; so can the record that goes with it', async () => {
    const record = step('a1', 'Record your countersignature of E66.811', { action: { kind: 'attestation-provenance', of: [written.id], statement: 'I reviewed', items: [], seen: [], corrects: [] } });
    const state = (receipts: readonly WriteReceipt[]): ReviewState => done([written, record], receipts);
    const refused = [receipt(written, 'refused', { why: 'Closed.' }), receipt(record, 'skipped')];
    const handed = { handed: { what: written.says, to: 'whoever enters it in the EHR', by: 'list' } } as const;
    const line = playedLine(state(refused), { handOver: async () => { line.go(state([receipt(written, 'handed-over', handed), receipt(record, 'skipped')])); } });
    screen = await open({}, { start: line.start });
    expect(screen.has('Try the 1 open write again')).toBe(true);
    expect(screen.has(/Record your countersignature/)).toBe(false);
    await screen.click('Copy, to do it by hand: Note the evidence');
    expect(line.asked).toContainEqual(['handOver', 'c1']);
    expect(screen.text()).toContain('Handed over: Note the evidence to whoever enters it in the EHR, copied at');
    expect(screen.has('Copy, to do it by hand: Record your countersignature of E66.811')).toBe(true);
  });

  it('is looked at in the EHR first where its outcome is not known', async () => {
    screen = await open({}, { start: playedLine(done([written], [receipt(written, 'unknown')])).start });
    expect(screen.has('Copy, to check it and do it by hand: Note the evidence')).toBe(true);
    expect(screen.has(/I found it/)).toBe(false);
  });

  it('or was found there, where the EHR was asked and cannot tell: then nobody enters it twice', async () => {
    const line = playedLine(done([written], [receipt(written, 'unknown', { lookInChart: true })]), {
      foundInEhr: async () => { line.go(done([written], [receipt(written, 'written', { resource: null, why: 'Dr. X found it in the EHR.' })])); },
    });
    screen = await open({}, { start: line.start });
    await screen.click('I found it in the EHR: Note the evidence');
    expect(line.asked).toContainEqual(['foundInEhr', 'c1']);
    expect(screen.text()).toContain('Dr. X found it in the EHR.');
    expect(screen.has(/Copy, to check it|I found it/)).toBe(false);
  });
});

describe('the outbox', () => {
  it('says what has no end yet, and finishes it', async () => {
    const line = playedLine({ phase: 'reviewing', open: openReview({ unfinished: { plan: planOf([written, BY_HAND.list]), receipts: [receipt(written, 'unknown')] } }) });
    screen = await open({}, { start: line.start });
    expect(screen.element.querySelector('.outbox')?.textContent).toContain('1 write has not arrived and 1 is to do by hand.');
    await screen.click('Finish');
    expect(line.asked).toContainEqual(['toReceipts']);
  });

  it('lets a reading of the record be signed on once, and what was signed on another one stands in nobody’s way', async () => {
    const unfinished = { plan: planOf([written]), receipts: [receipt(written, 'refused')] };
    const review = decided(openReview({ unfinished }), OBESITY);
    const line = playedLine({ phase: 'reviewing', open: review });
    screen = await open({}, { start: line.start });
    expect((screen.button('Countersign 1 item') as HTMLButtonElement).disabled).toBe(false);
    line.go({ phase: 'countersigning', open: review, profile: null, checking: false, held: [], trouble: null });
    line.go({ phase: 'writing', open: review, ...unfinished });
    line.go({ phase: 'reviewing', open: review });
    await screen.settle();
    expect((screen.button('Countersign') as HTMLButtonElement).disabled).toBe(true);
    expect(screen.element.querySelector('.outbox')?.textContent).toContain('Finish it, or read the record again, before you countersign more.');
  });

  it('says what waits with other visits, without saying whose', async () => {
    screen = await open({}, { start: playedLine({ phase: 'reviewing', open: openReview({ waitingElsewhere: [{ encounter: 'e7', steps: 2, at: '2026-11-17T09:00:00-06:00' }, { encounter: 'e9', steps: 1, at: '2026-11-16T09:00:00-06:00' }] }) }).start });
    expect(screen.element.querySelector('.outbox')?.textContent).toMatch(/3 signed steps of 2 other visits wait, the oldest since 16.Nov.2026\. Open those patients’ charts to finish\./);
    expect(screen.has('Finish')).toBe(false);
  });
});
