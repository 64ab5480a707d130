import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { GrantSet, ShellEncounter, ShellPatient, ShellUser } from '../../contract.ts';
import type { ShellApi } from './api.ts';
import { groupBy, newsBetween, recordOf } from './record.ts';
import type { News, PatientRecord } from './record.ts';

export type Loadable<T> = { readonly state: 'loading' } | { readonly state: 'failed'; readonly why: string } | { readonly state: 'ready'; readonly value: T };

export interface LaunchOptions {
  readonly grant: GrantSet;
  readonly withEncounter: boolean;
  readonly needPatientBanner: boolean;
}

/** What the page knows and does. One a page; the parts of the screen read its signals. */
export interface Shell {
  readonly users: ReadonlySignal<Loadable<readonly ShellUser[]>>;
  readonly patients: ReadonlySignal<Loadable<readonly ShellPatient[]>>;
  readonly user: ReadonlySignal<ShellUser | null>;
  readonly patient: ReadonlySignal<ShellPatient | null>;
  readonly encounter: ReadonlySignal<ShellEncounter | null>;
  readonly record: ReadonlySignal<Loadable<PatientRecord> | null>;
  /** Written since the chart was opened, by `Type/id`. */
  readonly news: ReadonlySignal<ReadonlyMap<string, News>>;
  /** One sentence for a screen reader about the last write. */
  readonly announcement: ReadonlySignal<string>;
  readonly connected: ReadonlySignal<boolean>;
  /** The app's address while it is open. */
  readonly app: ReadonlySignal<string | null>;
  readonly launchError: ReadonlySignal<string | null>;
  readonly options: Signal<LaunchOptions>;
  readonly signIn: (user: string) => void;
  readonly openPatient: (patient: string, encounter?: string) => void;
  readonly closePatient: () => void;
  readonly openEncounter: (encounter: string) => void;
  readonly launch: () => Promise<void>;
  readonly closeApp: () => void;
  readonly seen: () => void;
  readonly retry: () => void;
}

export function createShell(api: ShellApi): Shell & { start(): () => void } {
  const users = signal<Loadable<readonly ShellUser[]>>({ state: 'loading' });
  const patients = signal<Loadable<readonly ShellPatient[]>>({ state: 'loading' });
  const userId = signal<string | null>(null);
  const patientId = signal<string | null>(null);
  const encounterId = signal<string | null>(null);
  const record = signal<Loadable<PatientRecord> | null>(null);
  const news = signal<ReadonlyMap<string, News>>(new Map());
  const announcement = signal('');
  const connected = signal(true);
  const app = signal<string | null>(null);
  const launchError = signal<string | null>(null);
  const options = signal<LaunchOptions>({ grant: 'as-asked', withEncounter: true, needPatientBanner: false });

  const user = computed(() => listed(users.value).find((each) => each.id === userId.value) ?? listed(users.value)[0] ?? null);
  const patient = computed(() => listed(patients.value).find((each) => each.id === patientId.value) ?? null);
  const encounter = computed(() => patient.value?.encounters.find((each) => each.id === encounterId.value) ?? patient.value?.encounters[0] ?? null);

  async function load<T>(into: Signal<Loadable<readonly T[]>>, from: () => Promise<readonly T[]>): Promise<void> {
    try {
      into.value = { state: 'ready', value: await from() };
    } catch (error) {
      into.value = { state: 'failed', why: sentence(error) };
    }
  }

  /** The chart on screen stays until the new one is there; a late answer for a chart that was left is dropped. */
  async function loadRecord(id: string): Promise<void> {
    const result = await api.record(id).then((bundle) => ({ state: 'ready', value: recordOf(bundle) }) as const, (error: unknown) => ({ state: 'failed', why: sentence(error) }) as const);
    if (patientId.value !== id) return;
    const before = record.value;
    record.value = result;
    if (result.state !== 'ready' || before?.state !== 'ready') return;
    const fresh = newsBetween(before.value, result.value);
    if (fresh.size === 0) return;
    news.value = new Map([...news.value, ...[...fresh].map(([key, what]) => [key, news.value.get(key) === 'new' ? 'new' : what] as const)]);
    announcement.value = said(fresh);
  }

  function openPatient(id: string, at?: string): void {
    patientId.value = id;
    encounterId.value = at ?? null;
    record.value = { state: 'loading' };
    news.value = new Map();
    closeApp();
    void loadRecord(id);
  }

  function closePatient(): void {
    patientId.value = null;
    record.value = null;
    closeApp();
  }

  function closeApp(): void {
    app.value = null;
    launchError.value = null;
  }

  async function launch(): Promise<void> {
    const [who, whom, when] = [user.value, patient.value, encounter.value];
    if (!who || !whom) return;
    closeApp();
    const { grant, withEncounter, needPatientBanner } = options.value;
    try {
      const reply = await api.launch({ user: who.id, patient: whom.id, ...(withEncounter && when ? { encounter: when.id } : {}), grant, needPatientBanner });
      if (patientId.value === whom.id) app.value = reply.url;
    } catch (error) {
      launchError.value = sentence(error);
    }
  }

  function refresh(): void {
    void load(users, api.users);
    void load(patients, api.patients);
    if (patientId.value) void loadRecord(patientId.value);
  }

  let lost = false;
  const start = () => {
    refresh();
    return api.listen({
      onChange: (event) => {
        if (event.patient === patientId.value) void loadRecord(event.patient);
        if (event.kinds.includes('Patient') || event.kinds.includes('Encounter')) void load(patients, api.patients);
      },
      onReset: () => {
        closePatient();
        refresh();
      },
      onOpen: () => {
        connected.value = true;
        if (lost) refresh();
        lost = false;
      },
      onLost: () => {
        connected.value = false;
        lost = true;
      },
    });
  };

  return {
    users, patients, user, patient, encounter, record, news, announcement, connected, app, launchError, options,
    signIn: (id) => {
      userId.value = id;
      closeApp();
    },
    openPatient,
    closePatient,
    openEncounter: (id) => {
      encounterId.value = id;
      closeApp();
    },
    launch,
    closeApp,
    seen: () => {
      news.value = new Map();
    },
    retry: refresh,
    start,
  };
}

function listed<T>(loadable: Loadable<readonly T[]>): readonly T[] {
  return loadable.state === 'ready' ? loadable.value : [];
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : 'Something failed that this page has no words for.';
}

function said(fresh: ReadonlyMap<string, News>): string {
  const kinds = groupBy(fresh.keys(), (key) => key.split('/')[0] ?? '');
  return `Written to the chart: ${[...kinds].map(([kind, keys]) => `${keys.length} ${kind}`).join(', ')}.`;
}
