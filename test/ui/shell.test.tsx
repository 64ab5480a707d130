import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Bundle, Condition, FhirResource } from 'fhir/r4';
import type { DiagnosisEntry, DiagnosisRemoval, LaunchRequest, ShellPatient, ShellUser } from '../../src/sandbox/contract.ts';
import { Page } from '../../src/sandbox/shell/page.tsx';
import type { ChartListener, ShellApi } from '../../src/sandbox/shell/state/api.ts';
import { createShell } from '../../src/sandbox/shell/state/shell.ts';
import { story } from '../support/fixtures.ts';

const users: ShellUser[] = [
  { id: 'np-lindqvist', name: 'Maja Lindqvist, NP', role: 'clinician', roleDisplay: 'clinician' },
  { id: 'visitor-haas', name: 'Benedikt Haas', role: null, roleDisplay: 'visitor' },
];
const patients: ShellPatient[] = [
  { id: 'unsupported-diagnosis', name: 'Petra Lindholm', birthDate: '1987-02-11', gender: 'female', encounters: [{ id: 'unsupported-diagnosis-visit', status: 'finished', classCode: 'AMB', type: 'Walk-in visit', start: '2026-11-10T16:10:00-06:00', end: null }] },
  { id: 'odd-data', name: 'Zébulon Archambault', birthDate: '1971', gender: 'male', encounters: [{ id: 'odd-data-visit', status: 'finished', classCode: 'AMB', type: 'Office visit', start: '2026-10-30T10:00:00-05:00', end: null }] },
];

// What the frame would load is not the question here.
const { settings } = (window as unknown as { happyDOM: { settings: Record<string, unknown> & { fetch: Record<string, unknown> } } }).happyDOM;
settings['enableIframePageLoading'] = true;
settings.fetch['interceptor'] = { beforeAsyncRequest: () => Promise.resolve(new Response('<p>The app</p>', { headers: { 'content-type': 'text/html' } })) };

afterEach(() => document.body.replaceChildren());

test('the list is searched by name and by visit', async () => {
  const { find, all, type } = await openPage();
  expect(all('.patient-name')).toEqual(['Petra Lindholm', 'Zébulon Archambault']);
  await type(find('input[type=search]'), 'walk-in');
  expect(all('.patient-name')).toEqual(['Petra Lindholm']);
  await type(find('input[type=search]'), 'nobody');
  expect(all('.patients output')).toEqual(['No patient fits that.']);
});

test('an opened chart shows what is charted for the encounter, and its notes as words', async () => {
  const { all, click, find } = await openPage();
  await click('Zébulon Archambault');
  expect(all('#diagnoses .row .code')).toEqual(['M54.50', 'E11.9']);
  expect(all('#diagnoses .row-closed .code')).toEqual(['E11.9']);
  await open(find('.note'));
  expect(all('.words')[0]).toContain('Heartburn only if he skips the pill.');
  expect(all('.words')[0]).not.toMatch(/Sepsis|Heart failure|Type 1 diabetes|pneumonia/);
  expect(document.querySelectorAll('script, img')).toHaveLength(0);
});

test('what is written while the chart is open appears, marked and announced', async () => {
  const { all, click, write } = await openPage();
  await click('Petra Lindholm');
  expect(all('.mark-new, .mark-changed')).toEqual([]);
  await write((record) => [...record.map(refutePneumonia), specified]);
  expect(all('#diagnoses .row-fresh .row-title')).toEqual(['Pneumonia, unspecified organism', 'Mild intermittent asthma, uncomplicated']);
  expect(all('#diagnoses .mark')).toEqual(['changed', 'new']);
  expect(all('[aria-live]')[0]).toBe('Written to the chart: 2 Condition.');
  await click('Mark as seen');
  expect(all('.mark-new, .mark-changed')).toEqual([]);
});

test('a launch carries the user, the patient, the encounter and what is granted, and the app opens in the sidebar', async () => {
  const { click, choose, launched, find } = await openPage();
  await click('Petra Lindholm');
  await choose('.launch select', 'read-only');
  await click('Launch Countersign');
  expect(launched).toEqual([{ user: 'np-lindqvist', patient: 'unsupported-diagnosis', encounter: 'unsupported-diagnosis-visit', grant: 'read-only', needPatientBanner: false }]);
  expect(find('iframe.app').getAttribute('src')).toBe('/app/launch.html?iss=x&launch=1');
});

test('signing in as someone else closes the app: a launch belongs to one person', async () => {
  const { click, choose, launched } = await openPage();
  await click('Petra Lindholm');
  await click('Launch Countersign');
  await choose('.user select', 'visitor-haas');
  expect(document.querySelector('iframe.app')).toBeNull();
  await click('Launch Countersign');
  expect(launched.map((each) => each.user)).toEqual(['np-lindqvist', 'visitor-haas']);
});

test('a launch that the EHR refuses is said, and can be tried again', async () => {
  const { click, all } = await openPage({ launch: () => Promise.reject(new Error('There is no such encounter.')) });
  await click('Petra Lindholm');
  await click('Launch Countersign');
  expect(all('.launch [role=alert]')).toEqual(['There is no such encounter.']);
});

test('a chart that cannot be read is a failure, never an empty chart', async () => {
  const { click, all } = await openPage({ record: () => Promise.reject(new Error('The EHR answered with 500.')) });
  await click('Petra Lindholm');
  expect(all('main [role=alert]')[0]).toContain('The EHR answered with 500.');
  expect(all('#diagnoses')).toEqual([]);
});

test('a lost connection is said until it stands again, and the chart is then read anew', async () => {
  const { all, click, listener, reads } = await openPage();
  await click('Petra Lindholm');
  listener().onLost();
  await settle();
  expect(all('.notice-warning')[0]).toContain('The connection to the EHR is lost');
  listener().onOpen();
  await settle();
  expect(all('.notice-warning')).toEqual([]);
  expect(reads()).toBe(2);
});

test('the divider is moved by keys, between 320 and 480 pixels', async () => {
  const { click, find } = await openPage();
  await click('Petra Lindholm');
  const press = async (key: string) => {
    find('.divider').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
    return find('.divider').getAttribute('aria-valuenow');
  };
  expect(await press('End')).toBe('320');
  expect(await press('ArrowRight')).toBe('320');
  expect(await press('ArrowLeft')).toBe('328');
  expect(await press('Home')).toBe('480');
  expect(document.documentElement.style.getPropertyValue('--sidebar-width')).toBe('480px');
});

test('the app opens the EHR\'s problem list, a person enters there what it may not write, and the app closes itself', async () => {
  const { click, find, all, type, entered } = await openPage();
  await click('Petra Lindholm');
  await click('Launch Countersign');
  await tell({ messageType: 'ui.launchActivity', payload: { activityType: 'problem-review', activityParameters: { problemLocation: 'Condition/unsupported-diagnosis-dx-pneumonia' } } });
  expect(all('#problem-review p')[0]).toContain('about Pneumonia, unspecified organism');
  const [code, words] = document.querySelectorAll<HTMLElement>('#problem-review input');
  await type(code as HTMLElement, 'j45.20');
  await type(words as HTMLElement, 'Mild intermittent asthma');
  find('#problem-review form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  expect(entered).toEqual([{ category: 'encounter-diagnosis', code: 'J45.20', text: 'Mild intermittent asthma', user: 'np-lindqvist', encounter: 'unsupported-diagnosis-visit' }]);
  expect(all('#problem-review [role=status]')).toEqual(['J45.20 stands in the chart.']);
  await tell({ messageType: 'ui.done', payload: {} });
  expect(document.querySelector('iframe.app')).toBeNull();
});

test('there a person takes a diagnosis off the visit, too: each that stands has its button', async () => {
  const { click, find, all, takenOff } = await openPage();
  await click('Petra Lindholm');
  await click('Launch Countersign');
  await tell({ messageType: 'ui.launchActivity', payload: { activityType: 'problem-review' } });
  const standing = all('#problem-review .row .code');
  expect(standing).toContain('J18.9');
  expect(all('#problem-review .row button')).toHaveLength(standing.length);
  find('[aria-label="Take J18.9 off this encounter"]').click();
  await settle();
  expect(takenOff).toEqual([['unsupported-diagnosis', { user: 'np-lindqvist', condition: 'unsupported-diagnosis-dx-pneumonia' }]]);
  expect(all('#problem-review [role=status]')).toEqual(['J18.9 is off this visit.']);
});

test.each([
  ['another handle', { messagingHandle: 'guessed' }, {}], ['another origin', {}, { origin: 'https://evil.example' }], ['another window', {}, { source: window }], ['no message id', { messageId: undefined }, {}],
])('a message with %s is not heard', async (_, message, event) => {
  const { click } = await openPage();
  await click('Petra Lindholm');
  await click('Launch Countersign');
  await tell({ messageType: 'ui.done', payload: {}, ...message }, event);
  expect(document.querySelector('iframe.app')).not.toBeNull();
});

/** As the app in the frame would. */
async function tell(message: object, event: object = {}): Promise<void> {
  const source = document.querySelector<HTMLIFrameElement>('iframe.app')?.contentWindow ?? null;
  window.dispatchEvent(new MessageEvent('message', { source, origin: location.origin, data: { messageId: 'm1', messagingHandle: 'the-handle', ...message }, ...event }));
  await settle();
}

const specified: Condition = {
  resourceType: 'Condition', id: 'written', meta: { versionId: '1' }, subject: { reference: 'Patient/unsupported-diagnosis' }, encounter: { reference: 'Encounter/unsupported-diagnosis-visit' },
  category: [{ coding: [{ code: 'encounter-diagnosis' }] }], code: { text: 'Mild intermittent asthma, uncomplicated', coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'J45.20' }] },
};

function refutePneumonia(resource: FhirResource): FhirResource {
  if (resource.resourceType !== 'Condition' || resource.id !== 'unsupported-diagnosis-dx-pneumonia') return resource;
  return { ...resource, meta: { versionId: '2' }, verificationStatus: { coding: [{ code: 'refuted' }] } };
}

async function openPage(instead: Partial<ShellApi> = {}) {
  const records = new Map(patients.map(({ id }) => [id, resourcesOf(story(id).bundle)]));
  const launched: LaunchRequest[] = [];
  const entered: DiagnosisEntry[] = [];
  const takenOff: (readonly [string, DiagnosisRemoval])[] = [];
  const listeners: ChartListener[] = [];
  let reads = 0;
  const api: ShellApi = {
    users: () => Promise.resolve(users),
    patients: () => Promise.resolve(patients),
    record: (patient) => {
      reads += 1;
      return Promise.resolve({ resourceType: 'Bundle', type: 'searchset', entry: (records.get(patient) ?? []).map((resource) => ({ resource })) });
    },
    launch: (request) => {
      launched.push(request);
      return Promise.resolve({ iss: 'x', launch: '1', url: `/app/launch.html?iss=x&launch=${launched.length}`, messaging: 'the-handle' });
    },
    enterDiagnosis: (_patient, entry) => {
      entered.push(entry);
      return Promise.resolve();
    },
    takeOffDiagnosis: (patient, removal) => {
      takenOff.push([patient, removal]);
      return Promise.resolve();
    },
    listen: (each) => {
      listeners.push(each);
      return () => undefined;
    },
    ...instead,
  };
  const root = document.body.appendChild(document.createElement('div'));
  const shell = createShell(api);
  shell.start();
  render(<Page shell={shell} />, root);
  await settle();

  const find = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing on the page fits ${selector}`);
    return found;
  };
  const listener = (): ChartListener => {
    const [first] = listeners;
    if (!first) throw new Error('The page listens to nothing');
    return first;
  };
  return {
    find, launched, entered, takenOff, listener,
    reads: () => reads,
    all: (selector: string) => [...root.querySelectorAll(selector)].map((each) => (each.textContent ?? '').trim()),
    click: async (words: string) => {
      const button = [...root.querySelectorAll('button')].find((each) => each.textContent?.includes(words));
      if (!button) throw new Error(`No button says ${words}`);
      button.click();
      await settle();
    },
    type: async (field: HTMLElement, words: string) => {
      (field as HTMLInputElement).value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    },
    choose: async (selector: string, value: string) => {
      const field = find(selector) as HTMLSelectElement;
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    },
    write: async (change: (record: FhirResource[]) => FhirResource[]) => {
      records.set('unsupported-diagnosis', change(records.get('unsupported-diagnosis') ?? []));
      listener().onChange({ patient: 'unsupported-diagnosis', kinds: ['Condition'] });
      await settle();
    },
  };
}

function resourcesOf(bundle: Bundle): FhirResource[] {
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [{ ...(resource as FhirResource), meta: { versionId: '1' } }] : []));
}

async function open(details: HTMLElement): Promise<void> {
  (details as HTMLDetailsElement).open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle();
}

/** Rendering and the fake EHR's answers both take turns of the event loop. */
async function settle(): Promise<void> {
  await vi.waitFor(() => Promise.resolve());
  for (let turn = 0; turn < 4; turn += 1) await new Promise((done) => { setTimeout(done, 8); });
}
