import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DiagnosisEntry, GrantSet, ShellEncounter, ShellPatient, ShellUser } from '../../contract.ts';
import type { ShellApi } from './api.ts';
import { moveFocus } from './focus.ts';
import type { AppRequest } from './messaging.ts';
import { groupBy, newsBetween, recordOf } from './record.ts';
import type { News, PatientRecord } from './record.ts';

export type Loadable<T> = { readonly state: 'loading' } | { readonly state: 'failed'; readonly why: string } | { readonly state: 'ready'; readonly value: T };

export interface LaunchOptions {
  readonly grant: GrantSet;
  readonly withEncounter: boolean;
  readonly needPatientBanner: boolean;
}

export interface OpenApp {
  readonly address: string;
  /** Null: this EHR has no messaging. */
  readonly messaging: string | null;
}

export interface Activity {
  /** `Condition/id` that the app speaks of, where it names one. */
  readonly problem: string | null;
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
  /** The app's address while it is open, and the handle by which it may speak to the shell. */
  readonly app: ReadonlySignal<OpenApp | null>;
  /** The EHR's own screen that the app opened. */
  readonly activity: ReadonlySignal<Activity | null>;
  readonly launchError: ReadonlySignal<string | null>;
  readonly options: Signal<LaunchOptions>;
  readonly signIn: (user: string) => void;
  readonly openPatient: (patient: string, encounter?: string) => void;
  readonly closePatient: () => void;
  readonly openEncounter: (encounter: string) => void;
  readonly launch: () => Promise<void>;
  readonly closeApp: () => void;
  /** What the app asks of the EHR. @returns null where it is done, else why not */
  readonly asked: (request: AppRequest | null) => string | null;
  /** @returns null where it stands in the chart, else why not */
  readonly enterDiagnosis: (entry: Pick<DiagnosisEntry, 'category' | 'code' | 'text'>) => Promise<string | null>;
  /** @returns null where it is off the visit, else why not */
  readonly takeOffDiagnosis: (condition: string) => Promise<string | null>;
  readonly closeActivity: () => void;
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
  const app = signal<OpenApp | null>(null);
  const activity = signal<Activity | null>(null);
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
    activity.value = null;
    launchError.value = null;
  }

  async function launch(): Promise<void> {
    const [who, whom, when] = [user.value, patient.value, encounter.value];
    if (!who || !whom) return;
    closeApp();
    const { grant, withEncounter, needPatientBanner } = options.value;
    try {
      const reply = await api.launch({ user: who.id, patient: whom.id, ...(withEncounter && when ? { encounter: when.id } : {}), grant, needPatientBanner });
      if (patientId.value === whom.id) app.value = { address: reply.url, messaging: reply.messaging };
    } catch (error) {
      launchError.value = sentence(error);
    }
  }

  function asked(request: AppRequest | null): string | null {
    switch (request?.type) {
      case undefined:
        return 'This EHR does not know that message.';
      case 'handshake':
        return null;
      case 'done':
        closeApp();
        return null;
      case 'launch-activity':
        if (request.activity !== 'problem-review') return 'This EHR opens problem-review only.';
        activity.value = { problem: request.problem };
        announcement.value = 'Countersign opened the problem list and diagnoses.';
        moveFocus('#problem-review');
        return null;
    }
  }

  async function enterDiagnosis(entry: Pick<DiagnosisEntry, 'category' | 'code' | 'text'>): Promise<string | null> {
    const [who, whom, when] = [user.value, patient.value, encounter.value];
    if (!who || !whom) return 'No chart is open.';
    try {
      await api.enterDiagnosis(whom.id, { ...entry, user: who.id, encounter: when?.id ?? null });
      return null;
    } catch (error) {
      return sentence(error);
    }
  }

  async function takeOffDiagnosis(condition: string): Promise<string | null> {
    const [who, whom] = [user.value, patient.value];
    if (!who || !whom) return 'No chart is open.';
    try {
      await api.takeOffDiagnosis(whom.id, { user: who.id, condition });
      return null;
    } catch (error) {
      return sentence(error);
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
    users, patients, user, patient, encounter, record, news, announcement, connected, app, activity, launchError, options,
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
    asked,
    enterDiagnosis,
    takeOffDiagnosis,
    closeActivity: () => {
      activity.value = null;
    },
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
