import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewState } from '../../src/app/review-state.ts';
import { DIABETES, fakeAnalysis, fakeSession, fakeSuggestion, NOTE, OBESITY } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';
import { CODER, decided, openReview, planOf, playedLine, proposal, receipt, step } from './states.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const coder = { session: fakeSession({ user: CODER }), permission: { kind: 'may-propose' } } as const;
const reviewing = (more: Parameters<typeof openReview>[0] = {}): ReviewState => ({ phase: 'reviewing', open: openReview({ ...coder, ...more }) });

describe('somebody who may propose', () => {
  it('decides on the same list, and the main button proposes', async () => {
    const line = playedLine({ phase: 'reviewing', open: decided(openReview(coder), OBESITY, DIABETES) });
    screen = await open({}, { start: line.start });
    expect(screen.text()).toContain('2 of 3 decided');
    expect(screen.text()).toContain('not proposed yet');
    expect(screen.text()).not.toContain('Read-only');
    await screen.click('Propose 2');
    expect(line.asked).toContainEqual(['toCountersign']);
  });

  it('ticks each item, sees that nothing is confirmed, where it goes and to whom, and proposes what is ticked', async () => {
    const plan = planOf([
      step('c', 'Record E66.811 as unconfirmed'),
      step('t', 'Ask a clinician to countersign E66.811', { action: { kind: 'propose-item', item: { ...proposal('open', 'E66.811').item, evidence: [] }, conditionStep: null, claimStep: null, owners: ['Practitioner/dr', 'Practitioner/np'] } }),
    ], { purpose: 'propose', who: CODER });
    const line = playedLine({ phase: 'countersigning', open: decided(openReview(coder), OBESITY, DIABETES), profile: null, checking: false, held: [], trouble: null }, { preview: () => plan });
    screen = await open({}, { start: line.start });
    const boxes = [...screen.element.querySelectorAll<HTMLInputElement>('.tick input')];
    expect(boxes.map((box) => box.checked)).toEqual([false, false]);
    expect((screen.button('Propose') as HTMLButtonElement).disabled).toBe(true);
    expect(screen.text()).toContain('Nothing is confirmed by this.');
    expect(document.activeElement?.textContent).toBe('Propose to a clinician');
    boxes[0]?.click();
    await screen.settle();
    expect(screen.text()).toContain('In this EHRRecord E66.811 as unconfirmedAsk a clinician to countersign E66.811');
    expect(screen.text()).toContain('Dr. Ada Example, 1 other clinician of this visit');
    expect(screen.text()).toContain('Noor Haddad, coder, at Example Hospital');
    await screen.click('Propose 1 item');
    expect(line.asked).toContainEqual(['propose', [OBESITY.id]]);
    expect(line.asked.map(([method]) => method)).not.toContain('sign');
  });

  it('verifies the draft claim where the site lets coders finalise claims, and only there', async () => {
    const plan = planOf([step('k', 'Start a draft claim: E66.811', { action: { kind: 'create-claim', diagnoses: [], serviced: '2026-11-18', coverage: null } })], { purpose: 'verify-claim', who: CODER });
    const state = (permission: { readonly kind: 'may-propose'; readonly mayVerify?: true }): ReviewState => ({
      phase: 'countersigning', open: decided(openReview({ ...coder, permission }), OBESITY), profile: null, checking: false, held: [], trouble: null,
    });
    const line = playedLine(state({ kind: 'may-propose', mayVerify: true }), { preview: () => plan });
    screen = await open({}, { start: line.start });
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    expect(screen.text()).toContain('It confirms no diagnosis in the chart.');
    await screen.click('Verify the draft claim');
    expect(line.asked).toContainEqual(['verify', [OBESITY.id]]);
    screen.close();
    screen = await open({}, { start: playedLine(state({ kind: 'may-propose' }), { preview: () => plan }).start });
    expect(screen.text()).not.toContain('erify the draft claim');
  });

  it('does not send what they reject', async () => {
    const state = decided(openReview(coder), OBESITY);
    const [decision] = state.decisions.values();
    if (decision === undefined) throw new Error('nothing decided');
    const rejected = { ...decision, choice: { kind: 'reject', reason: 'other', text: 'No' } as const };
    screen = await open({}, { start: playedLine({ phase: 'reviewing', open: { ...state, decisions: new Map([[OBESITY.id, rejected]]) } }).start });
    expect((screen.button('Propose') as HTMLButtonElement).disabled).toBe(true);
  });

  it('reads of each step that nothing is confirmed by it', async () => {
    const sent = step('c', 'Record E66.811 as unconfirmed');
    const plan = planOf([sent], { purpose: 'propose', who: CODER });
    screen = await open({}, { start: playedLine({ phase: 'done', open: openReview(coder), plan, receipts: [{ step: sent.id, outcome: 'written', resource: null, why: null, at: plan.at }] }).start });
    expect(screen.text()).toContain('Proposed and sent');
    expect(screen.text()).toContain('Proposed by Noor Haddad');
    expect(screen.text()).toContain('Nothing is confirmed until a clinician countersigns it.');
    expect(screen.text()).not.toContain('Countersigned');
  });

  it('is told where a proposal is filed as a document only that nobody is alerted and no answer comes', async () => {
    const filed = step('n', 'Tell the clinicians of this visit what you propose: E66.811', { action: { kind: 'file-note', purpose: 'proposal', title: 'Countersign record', text: 'Proposed.' } });
    const plan = planOf([filed], { purpose: 'propose', who: CODER });
    screen = await open({}, { start: playedLine({ phase: 'countersigning', open: decided(openReview(coder), OBESITY), profile: null, checking: false, held: [], trouble: null }, { preview: () => plan }).start });
    expect(screen.text()).not.toContain('tell them yourself');
    screen.element.querySelector<HTMLInputElement>('.tick input')?.click();
    await screen.settle();
    expect(screen.text()).toContain('The app alerts nobody to it, and no answer comes back here: tell them yourself.');
    screen.close();
    screen = await open({}, { start: playedLine({ phase: 'done', open: openReview(coder), plan, receipts: [receipt(filed, 'written')] }).start });
    expect(screen.text()).toContain('tell them yourself');
  });

  it('reads who answered, where a note of the visit says whose name it is', async () => {
    const { reference, name } = NOTE.author;
    const answer = { who: reference, at: '2026-11-18T12:00:00-06:00', reason: null, text: null };
    screen = await open({}, { start: playedLine(reviewing({ ownProposals: [proposal('accepted', 'I10', { answer })] })).start });
    expect(reference).not.toBeNull();
    expect(screen.element.querySelector('.own-proposals li')?.textContent.replaceAll('\u00a0', ' ')).toContain(`answered 18 Nov 2026 by ${name}`);
  });

  it('sees what became of what they proposed, and cancels what nobody has answered', async () => {
    const line = playedLine(reviewing({
      ownProposals: [
        proposal('open', 'E66.811'), proposal('accepted', 'I10'), proposal('cancelled', 'N18.31'),
        proposal('declined', 'E11.22', { answer: { who: 'Practitioner/dr', at: '2026-11-18T12:00:00-06:00', reason: 'not-clinically-valid', text: 'Creatinine was a single value.' } }),
      ],
    }));
    screen = await open({}, { start: line.start });
    const rows = [...screen.element.querySelectorAll('.own-proposals li')].map((row) => row.textContent);
    expect(rows[0]).toMatch(/^Waiting for an answer: add E66\.811/);
    expect(rows[1]).toMatch(/^Accepted/);
    expect(rows[2]).toMatch(/^Cancelled/);
    expect(rows[3]).toMatch(/^Declined.*Not clinically valid: Creatinine was a single value\./);
    expect(screen.element.querySelectorAll('.own-proposals button')).toHaveLength(1);
    await screen.click('Cancel the proposal of E66.811');
    expect(line.asked).toContainEqual(['cancelProposal', 'Task/E66.811']);
  });

  it('sees of what was filed as a document when that was, and that no answer comes here', async () => {
    screen = await open({}, { start: playedLine(reviewing({ ownProposals: [proposal('open', 'E66.811', { filed: true, source: { reference: 'device:p1/0', version: null } })] })).start });
    const row = screen.element.querySelector('.own-proposals li')?.textContent.replaceAll('\u00a0', ' ') ?? '';
    expect(row).toMatch(/^Filed: add E66\.811.*Filed as a document on 18 Nov 2026\. No answer to it comes here\./);
    expect(screen.element.querySelectorAll('.own-proposals button')).toHaveLength(0);
  });
});

describe('a colleague’s proposal at the clinician', () => {
  const proposed = fakeSuggestion('add', 'N18.31', { proposal: { task: { reference: 'Task/t1', version: '1' }, who: CODER.reference, whoName: CODER.name, at: '2026-11-18T08:00:00-06:00', condition: null, claim: null } });
  const clinician = (): ReviewState => ({ phase: 'reviewing', open: openReview({ analysis: fakeAnalysis({ suggestions: [proposed] }) }) });

  it('is a card like any other, with whose it is', async () => {
    screen = await open({}, { start: playedLine(clinician()).start });
    expect(screen.element.querySelector('.card')?.textContent).toMatch(/Proposed by Noor Haddad, 18.Nov.2026/);
    expect(screen.has('Accept')).toBe(true);
    expect(screen.has('Decline')).toBe(true);
    expect(screen.has('Reject')).toBe(false);
  });

  it('is declined with a reason, and the words say who will see it', async () => {
    const line = playedLine(clinician(), { decide: () => true });
    screen = await open({}, { start: line.start });
    await screen.press('r');
    expect(screen.text()).toContain('Why is this declined?');
    expect(screen.text()).toContain('Noor Haddad will see the reason and your words, once you have signed.');
    await screen.click('The evidence was misread');
    await screen.click('Decline');
    expect(line.asked).toContainEqual(['decide', proposed.id, { kind: 'reject', reason: 'evidence-misread' }]);
    expect(screen.app.live.value).toContain('Declined: N18.31.');
  });
});
