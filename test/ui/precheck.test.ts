import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrecheckFinding, Suggestion } from '../../src/domain/model/index.ts';
import { DIABETES, fakeAnalysis, fakeChart, fakeEngine, fakeSuggestion, OBESITY, quoteOf, WHOLE } from '../support/app-fakes.ts';
import { open, type Screen } from '../support/screen.ts';

let screen: Screen;
beforeEach(() => { Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => screen.close());

const finding = (kind: PrecheckFinding['kind'], codes: readonly string[], more: Partial<PrecheckFinding> = {}): PrecheckFinding => ({
  kind, rule: kind, codes, says: `What is wrong with ${codes.join(' and ')}.`, fix: 'What to do.', authority: 'ICD-10-CM tabular list FY2027', evidence: [], ...more,
});
const SEVERE = finding('specificity', ['E11.9'], { says: 'The assessment names the kidney disease.', evidence: [quoteOf('Type 2 diabetes mellitus with diabetic chronic kidney disease')] });

/** On the countersign screen with the obesity accepted. */
async function toSign(precheck: readonly PrecheckFinding[], suggestions: readonly Suggestion[] = [OBESITY, DIABETES]): Promise<void> {
  screen = await open({ engine: fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ suggestions, precheck })) });
  const item = [...screen.element.querySelectorAll('.card')].find((card) => card.textContent?.includes(OBESITY.code));
  [...item?.querySelectorAll('button') ?? []].find((button) => button.textContent === 'Accept')?.click();
  await screen.settle();
  await screen.click(/^Countersign \d/);
}
const listed = (): readonly string[] => [...screen.element.querySelectorAll('.finding')].map((each) => each.textContent ?? '');

describe('before signing', () => {
  it('shows nothing where nothing was found', async () => {
    await toSign([]);
    expect(screen.text()).not.toContain('Before you sign');
  });

  it('lists what is wrong, the words behind it, the fix and its authority above the statement, counted', async () => {
    await toSign([SEVERE]);
    expect(screen.text()).toMatch(/Before you sign 1.*The record says more E11\.9 The assessment names the kidney disease\.“.*”.*To mend it: What to do\.ICD-10-CM tabular list FY2027.*What you state/);
  });

  it('leads back to the card that mends it, which gets the focus', async () => {
    await toSign([SEVERE]);
    await screen.click('Go to the card of E11.22');
    expect(screen.focused()).toContain('E11.22');
  });

  it('unfolds the group that the card is folded in', async () => {
    const many = ['A00.0', 'A00.1', 'A01.00', 'A01.1', 'A02.0', 'A02.1'].map((code) => fakeSuggestion('add', code));
    await toSign([finding('companion', ['E66.811', 'A02.1'])], [OBESITY, ...many]);
    await screen.click('Go to the card of A02.1');
    expect(screen.focused()).toContain('A02.1');
  });

  it('keeps nobody from signing', async () => {
    await toSign([SEVERE, finding('edit', ['E66.811']), finding('companion', ['E66.811'])]);
    await screen.click(/E66\.811/);
    expect((screen.button('Sign and write 1 item') as HTMLButtonElement).disabled).toBe(false);
  });

  it('but what is not valid for the day cannot be signed, stands first, and says what to do', async () => {
    await toSign([SEVERE, finding('invalid', ['E66.811'])]);
    expect(listed()[0]).toContain('Not valid');
    await screen.click(/Add/);
    expect((screen.button('Sign and write 1 item') as HTMLButtonElement).disabled).toBe(true);
    expect(screen.element.querySelector('#sign-state')?.textContent).toContain('E66.811. Untick it');
  });

  it('leaves out what the decisions settled: a code replaced, or suggested and not taken', async () => {
    await toSign([SEVERE, finding('conflict', ['E66.811', 'E11.22'])]);
    expect(listed().length).toBe(1);
    await screen.click('Go to the card of E11.22');
    await screen.press('a');
    await screen.press('c');
    expect(listed()).toEqual([expect.stringContaining('E66.811 E11.22')]);
  });
});
