import { h, render } from 'preact';
import type { AppParts } from '../../src/ui/state/app.ts';
import type { ReviewParts } from '../../src/app/review-line.ts';
import { startReview } from '../../src/app/review.ts';
import { bringScreens } from '../../src/ui/screens/later-screens.ts';
import { Root } from '../../src/ui/screens/root.tsx';
import { createApp, type App } from '../../src/ui/state/app.ts';
import { fakeParts, MemoryStore } from './app-fakes.ts';

/** The whole app in a DOM, looked at and worked the way a person would. */
export interface Screen {
  readonly app: App;
  readonly element: HTMLElement;
  text(): string;
  /** The button, link or summary with this name. */
  button(name: string | RegExp): HTMLElement;
  has(name: string | RegExp): boolean;
  click(name: string | RegExp): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: string): Promise<void>;
  /** Types into the field that has the focus. */
  type(text: string): Promise<void>;
  settle(): Promise<void>;
  /** The code or title of the card that has the focus. */
  focused(): string;
  close(): void;
}

export async function open(parts: Partial<ReviewParts> & Parameters<typeof fakeParts>[0] = {}, more: Partial<AppParts> = {}): Promise<Screen> {
  const element = document.createElement('div');
  document.body.append(element);
  await bringScreens();
  const all = fakeParts(parts);
  const app = createApp({
    start: (onState) => startReview(all, onState), search: (words, day, limit) => all.engine.search(words, day, limit),
    searchPatients: async () => [], listEncounters: async () => [], copy: async () => undefined, now: () => all.clock.now(),
    policy: all.policy, siteName: 'Example Hospital', launchPage: 'launch.html', preferences: null, tab: new MemoryStore(), saveFile: () => undefined, ...more,
  });
  render(h(Root, { app }), element);
  const screen: Screen = {
    app, element,
    text: () => element.textContent ?? '',
    button: (name) => {
      const found = controls(element).find((control) => matches(control, name));
      if (found === undefined) throw new Error(`There is no control called ${String(name)}. There are: ${controls(element).map(nameOf).join(' | ')}`);
      return found;
    },
    has: (name) => controls(element).some((control) => matches(control, name)),
    click: async (name) => { screen.button(name).click(); await settle(); },
    press: async (key) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settle();
    },
    type: async (text) => {
      const field = document.activeElement as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(200);
    },
    settle, focused: () => document.activeElement?.querySelector('.code-line')?.textContent?.trim() ?? document.activeElement?.textContent?.trim() ?? '',
    close: () => { render(null, element); element.remove(); },
  };
  await settle();
  return screen;
}

function controls(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('button, a[href], summary, input[type=checkbox], input[type=radio]')];
}

function nameOf(control: HTMLElement): string {
  return (control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function matches(control: HTMLElement, name: string | RegExp): boolean {
  return typeof name === 'string' ? nameOf(control) === name : name.test(nameOf(control));
}

/** Until nothing changes any more, counted in frames and not in time: a busy machine is only slower. */
async function settle(milliseconds = 0): Promise<void> {
  await new Promise((done) => { setTimeout(done, milliseconds); });
  for (let still = 0, before = ''; still < 3;) {
    await frame();
    const now = `${document.activeElement?.id ?? ''} ${document.body.innerHTML}`;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

function frame(): Promise<void> {
  return new Promise((done) => { requestAnimationFrame(() => { setTimeout(done, 0); }); });
}
