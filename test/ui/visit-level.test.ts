import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analysis, VisitLevel } from '../../src/domain/model/index.ts';
import { HEART_FAILURE, fakeAnalysis, fakeChart, fakeEngine, fakeSuggestion, KNEE, LEVEL, OBESITY, quoteOf, VISIT } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const show = (more: Partial<Analysis>): Promise<Screen> => open({ engine: fakeEngine(fakeChart(), fakeAnalysis({ visitLevel: LEVEL, visitItems: [VISIT], suggestions: [], ...more })) });
const card = (): Element => screen.element.querySelector('.group-visit .card') ?? screen.element;
const rows = (): readonly string[] => [...card().querySelectorAll('.level-row')].map((row) => `${row.querySelector('dt')?.textContent ?? ''}: ${row.querySelector('.level-value')?.textContent ?? ''}`);

describe('the visit level', () => {
  it('is the last group, and its code is not listed among what is missing', async () => {
    screen = await show({ suggestions: [HEART_FAILURE, OBESITY] });
    expect([...screen.element.querySelectorAll('.group > h2')].map((h) => h.textContent)).toEqual(['Not supported1', 'Missing1', 'Visit level1']);
  });

  it('shows each cell with its level and the words behind it, then the code in our words with its modifiers', async () => {
    screen = await show({});
    expect(rows()).toEqual(['Problems: Moderate', 'Data: Minimal', 'Risk: Moderate', 'Time: 25 minutes', 'Modifiers: 25']);
    expect(card().querySelector('.level-row mark')?.textContent).toContain('Type 2 diabetes mellitus');
    expect(card().querySelector('.code-line')?.textContent).toMatch(/99214.*Office visit, established patient, moderate.*modifier 25 · 1 unit/);
    expect(card().textContent).toContain('By two of problems, data and risk.');
  });

  it('opens the note at the sentence of a cell; a sentence behind two cells is one passage', async () => {
    screen = await show({});
    await screen.click('1 more passage');
    expect(screen.element.querySelector('.viewer mark.here')?.textContent).toBe('Class 1 obesity');
    expect(screen.element.querySelector('.viewer-count')?.textContent).toContain('2 of 2');
  });

  it('is accepted as one item, once its words were opened, and goes on the draft claim', async () => {
    screen = await show({});
    await screen.press('a');
    expect(screen.app.live.value).toContain('Open the evidence first');
    await screen.press('o');
    await screen.press('Escape');
    await screen.press('a');
    expect(card().textContent).toContain('Accepted 99214');
    expect(card().textContent).toContain('Draft claim · not signed yet');
  });

  it('shows the code of the draft claim that it takes the place of', async () => {
    screen = await show({ visitItems: [{ ...VISIT, instead: '99213' }] });
    expect(card().querySelector('.code-line')?.textContent).toMatch(/^99213 replaced by 99214/);
    await screen.press('o');
    await screen.press('Escape');
    await screen.press('a');
    expect(card().textContent).toContain('Replaces 99213 on the draft claim · not signed yet');
  });

  it('cannot be modified to a diagnosis, nor sent to the problem list', async () => {
    screen = await show({});
    expect([screen.has('Modify'), card().querySelector('select')]).toEqual([false, null]);
    await screen.press('m');
    expect(screen.app.live.value).toContain('A service can be accepted, rejected or deferred');
  });

  it('says that time decided, where it did', async () => {
    screen = await show({ visitLevel: { ...LEVEL, byTime: true, minutes: 42 } });
    expect(rows()).toContain('Time: 42 minutes, by time');
    expect(card().textContent).toContain('By the time told.');
  });

  it('puts a service that goes with it beside it, to be decided on its own', async () => {
    const visitLevel: VisitLevel = { ...LEVEL, also: [{ code: 'G2211', units: 1, modifiers: [] }], why: [...LEVEL.why, { element: 'also', says: 'The same clinician follows the patient over years.', evidence: [] }] };
    screen = await show({ visitLevel, visitItems: [VISIT, fakeSuggestion('add', 'G2211', { system: 'hcpcs', units: 1 })] });
    expect(rows()).toContain('Beside it: G2211');
    expect([...screen.element.querySelectorAll('.group-visit .card .code-line .code')].map((code) => code.textContent)).toEqual(['99214', 'G2211']);
  });

  it('says why none can be told, asks for nothing, and lets the screen be a good one', async () => {
    const none: VisitLevel = { ...LEVEL, code: null, title: null, problems: null, data: null, risk: null, minutes: null, modifiers: [], why: [{ element: 'none', says: 'Cannot tell: whether the patient is new is not in what was read.', evidence: [] }] };
    screen = await show({ visitLevel: none, visitItems: [] });
    expect(card().textContent).toContain('No visit code');
    expect(card().textContent).toContain('whether the patient is new is not in what was read');
    expect(screen.text()).toContain('Nothing to review');
    expect(screen.has('Accept')).toBe(false);
  });

  it('tells nothing of what would make it higher, nor of money', async () => {
    screen = await show({});
    expect(card().textContent).not.toMatch(/99215|next level|higher|would|raise|\$|RVU|reimburse|pay/i);
  });

  it('stands in the copied text with its cells', async () => {
    screen = await show({});
    await screen.click('Copy or print');
    const text = screen.element.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '';
    expect(text).toMatch(/VISIT LEVEL[^]*Add 99214 Office visit, established patient, moderate, modifier 25 · 1 unit[^]*Problems: Moderate\n {2}- Two chronic illnesses/);
  });
});

describe('services and removals', () => {
  it('say what was done and has no code, folded, with its words', async () => {
    screen = await show({ services: { performed: [], refused: [{ what: 'Injection of a drug', why: 'The dose is not told.', evidence: [quoteOf('Class 1 obesity')] }] } });
    expect(screen.has('1 service done, and not coded')).toBe(true);
    expect(screen.element.querySelector('#refused-0')?.textContent).toMatch(/Injection of a drugThe dose is not told\..*Class 1 obesity/);
  });

  it('show a service with modifiers and units among what is missing, and tick it as a line of the draft claim', async () => {
    screen = await show({ visitLevel: null, visitItems: [], suggestions: [KNEE] });
    const knee = screen.element.querySelector('.group-missing .card');
    expect(knee?.querySelector('.code-line')?.textContent).toMatch(/20610.*Injection of a large joint.*modifier RT · 1 unit/);
    expect(knee?.querySelector('select')).toBeNull();
    await screen.click('Accept');
    await screen.press('c');
    expect(screen.element.querySelector('.tick')?.textContent).toMatch(/Add.*20610.*modifier RT · 1 unit.*Draft claim/);
  });

  it.each([
    ['only-negated', 'The notes only deny it'], ['ruled-out', 'Considered, and ruled out'], ['withdrawn', 'Taken back by its author'],
    ['symptom-explained', 'A symptom that a diagnosis of this visit explains'], ['said-by-another', 'Another code of this visit says it'],
  ] as const)('say in plain words why a diagnosis is %s', async (reason, words) => {
    screen = await show({ visitLevel: null, visitItems: [], suggestions: [{ ...HEART_FAILURE, reason }] });
    expect(screen.element.querySelector('.why .reason')?.textContent).toBe(words);
  });

  it('say where a removal goes that touches a billed encounter', async () => {
    screen = await show({ visitLevel: null, visitItems: [], suggestions: [{ ...HEART_FAILURE, billed: true }] });
    expect(screen.element.querySelector('.card')?.textContent).toContain('goes to compliance');
  });
});
