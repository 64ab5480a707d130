import type { Bundle, FhirResource } from 'fhir/r4';
import type { ChangeEvent, DiagnosisEntry, DiagnosisRemoval, LaunchReply, LaunchRequest, ShellPatient, ShellUser } from '../../contract.ts';

/** What the page asks of the embedded EHR (docs/sandbox.md). Each rejects with one sentence for a person. */
export interface ShellApi {
  readonly users: () => Promise<readonly ShellUser[]>;
  readonly patients: () => Promise<readonly ShellPatient[]>;
  readonly record: (patient: string) => Promise<Bundle<FhirResource>>;
  readonly launch: (request: LaunchRequest) => Promise<LaunchReply>;
  readonly enterDiagnosis: (patient: string, entry: DiagnosisEntry) => Promise<void>;
  readonly takeOffDiagnosis: (patient: string, removal: DiagnosisRemoval) => Promise<void>;
  /** Calls back until the returned function is called. `onLost` when the stream breaks, `onOpen` when it stands (again). */
  readonly listen: (listener: ChartListener) => () => void;
}

export interface ChartListener {
  onChange(event: ChangeEvent): void;
  onReset(): void;
  onOpen(): void;
  onLost(): void;
}

export function browserApi(): ShellApi {
  return {
    users: () => ask('/sandbox/api/users'),
    patients: () => ask('/sandbox/api/patients'),
    record: (patient) => ask(`/sandbox/api/patients/${encodeURIComponent(patient)}/record`),
    launch: (request) => ask('/sandbox/api/launches', posted(request)),
    enterDiagnosis: (patient, entry) => ask(`/sandbox/api/patients/${encodeURIComponent(patient)}/diagnoses`, posted(entry)),
    takeOffDiagnosis: (patient, removal) => ask(`/sandbox/api/patients/${encodeURIComponent(patient)}/diagnoses/off`, posted(removal)),
    listen,
  };
}

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new Error('The EHR does not answer. Is it still running?', { cause });
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  throw new Error(await sentenceOf(response));
}

async function sentenceOf(response: Response): Promise<string> {
  const fallback = `The EHR answered with ${response.status}.`;
  try {
    const body = (await response.json()) as { error?: unknown };
    return typeof body.error === 'string' ? body.error : fallback;
  } catch {
    return fallback;
  }
}

function listen(listener: ChartListener): () => void {
  const source = new EventSource('/events');
  source.addEventListener('open', () => listener.onOpen());
  source.addEventListener('error', () => listener.onLost());
  source.addEventListener('reset', () => listener.onReset());
  source.addEventListener('change', (event: MessageEvent<string>) => listener.onChange(JSON.parse(event.data) as ChangeEvent));
  return () => source.close();
}
