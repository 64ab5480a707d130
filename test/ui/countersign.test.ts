import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeSession, FakeWriter, OBESITY, fakeAnalysis, fakeChart, fakeEngine } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

/** All that a draft claim is made from was read. */
const reads = (['DocumentReference', 'Condition', 'Claim'] as const).map((kind) => ({ kind, query: '', status: 'read', count: 1, why: null }) as const);
const one = fakeEngine(fakeChart({ reads }), fakeAnalysis({ suggestions: [OBESITY] }));

describe('the countersign screen', () => {
  it('starts with nothing ticked and nothing to sign', async () => {
    screen = await toSign(new FakeWriter());
    const boxes = [...screen.element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map((box) => box.checked)).toEqual([false]);
    expect((screen.button('Sign and write') as HTMLButtonElement).disabled).toBe(true);
  });

  it('forgets the ticks when it is left', async () => {
    screen = await toSign(new FakeWriter());
    await tick();
    await screen.click('Back to review');
    await screen.click('Countersign 1 item');
    expect(screen.element.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked).toBe(false);
  });

  it('says what will be written, where, what is left to a hand, as whom, and what it is not', async () => {
    screen = await toSign(new FakeWriter(), fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [OBESITY] })));
    await tick();
    const text = screen.text();
    expect(text).toContain('Add E66.811');
    expect(text).toContain('This encounter');
    expect(text).toContain('Dr. Ada Example, clinician, at Example Hospital');
    expect(text).toMatch(/In this EHRAdd E66\.811.*By your hand.*For billing\./);
    expect(text).toContain('I reviewed each item listed here');
    expect(text).toContain('It is not a signature on a note or on the chart.');
  });

  it('holds back what changed, unticked, and offers to read again', async () => {
    const writer = new FakeWriter();
    writer.checks = (source) => ({ ...source, current: '9', state: 'changed' });
    screen = await toSign(writer);
    await tick();
    await screen.click('Sign and write 1 item');
    expect(screen.text()).toContain('Held back, nothing was signed');
    expect(screen.text()).toContain('you saw version 1, version 9 stands now');
    expect((screen.button('Sign and write') as HTMLButtonElement).disabled).toBe(true);
    expect(document.activeElement?.id).toBe('held-title');
    expect(writer.sent).toEqual([]);
    await screen.click('Read the record again');
    expect(screen.element.querySelector('.review')).not.toBeNull();
  });

  it('gives a receipt for each write, in the server’s words, and tries again what failed', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is closed for changes.' });
    screen = await toSign(writer);
    await tick();
    await screen.click('Sign and write 1 item');
    expect(screen.text()).toContain('Countersigned, not all written');
    expect(screen.text()).toContain('The encounter is closed for changes.');
    await screen.click('Try the 1 open write again');
    expect(screen.text()).toContain('Countersigned and written');
  });

  it('says one reason for all once', async () => {
    const writer = new FakeWriter();
    for (const kind of ['create-condition', 'create-claim', 'update-claim', 'update-encounter'] as const) writer.next.set(kind, { outcome: 'refused', why: 'All was refused together.' });
    screen = await toSign(writer);
    await tick();
    await screen.click('Sign and write 1 item');
    expect(screen.element.querySelectorAll('.receipt-refused > .icon').length).toBeGreaterThan(1);
    expect(screen.text().split('All was refused together.')).toHaveLength(2);
  });

  it('offers no signing where the writes cannot be planned, and says so', async () => {
    const writer = new FakeWriter();
    screen = await toSign(writer);
    Object.assign(writer.profile, { create: null });
    await tick();
    expect(screen.text()).toContain('could not be worked out what these would write');
    expect((screen.button('Sign and write 1 item') as HTMLButtonElement).disabled).toBe(true);
  });

  it('comes back to open receipts from the review', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'Closed.' });
    screen = await toSign(writer);
    await tick();
    await screen.click('Sign and write 1 item');
    await screen.click('Back to review');
    expect(screen.text()).toContain('Accepted E66.811 Obesity, class 1This encounter · signed');
    expect(screen.has('Undo E66.811')).toBe(false);
    expect((screen.button('Countersign') as HTMLButtonElement).disabled).toBe(true);
    await screen.click('Finish');
    expect(screen.text()).toContain('Countersigned, not all written');
  });
});

describe('before the review', () => {
  it('picks patient and encounter in a standalone launch', async () => {
    screen = await open({ engine: one, session: fakeSession({ mode: 'standalone', patient: null, encounter: null }) }, {
      searchPatients: async (_session, words) => (words === 'rosa' ? [{ id: 'p1', name: 'Example, Rosa', birthDate: '1971-04-02' }] : []),
      listEncounters: async () => [{ id: 'e1', label: 'Office visit', start: '2026-11-18T09:00:00-06:00', status: 'finished' }],
    });
    document.getElementById('patient-words')?.focus();
    await screen.type('rosa');
    await screen.click('Search');
    await screen.click(/^Example, Rosa/);
    await screen.click(/^Office visit/);
    expect(screen.text()).toContain('E66.811');
  });

  it('offers a window of its own where the browser keeps nothing in a frame', async () => {
    const blocked = Object.assign(new Error('The browser does not let this page keep anything.'), { kind: 'storage-blocked', whatToDo: 'Open it in its own window.' });
    screen = await open({ connect: () => Promise.reject(blocked) });
    expect(screen.text()).toContain('The browser does not let this page keep anything.');
    expect(screen.button('Open in its own window').getAttribute('target')).toBe('_blank');
    expect(screen.has('Try again')).toBe(false);
  });

  it('shows the progress of each stage, and cancels', async () => {
    screen = await open({
      reader: () => ({
        read: (onProgress, signal) => new Promise((_, reject) => {
          onProgress({ done: 7, total: 15, stage: 'Reading laboratory results' });
          signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
        }),
      }),
    });
    expect(screen.text()).toContain('Reading laboratory results');
    expect(screen.element.querySelector('progress')?.value).toBe(7);
    await screen.click('Cancel');
    expect(screen.text()).toContain('The review was cancelled.');
    expect(screen.has('Start again')).toBe(true);
  });

  it('lists every note at once while they are analysed, so that nothing moves', async () => {
    const chart = fakeChart();
    screen = await open({ engine: { ...one, analyze: (_bundle, _policy, heard) => { heard.onChart(chart); return new Promise(() => undefined); } } });
    expect(screen.element.querySelectorAll('.note-list li').length).toBe(chart.notes.length);
    expect(screen.text()).toContain('waiting');
  });
});

async function toSign(writer: FakeWriter, engine = one): Promise<Screen> {
  screen = await open({ engine, writer: async () => writer });
  await screen.click('Accept');
  await screen.click('Countersign 1 item');
  return screen;
}

async function tick(): Promise<void> {
  screen.element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  await screen.settle();
}
