import type { Analysis, Chart, CodeEntry, GapFinding, NoteFindings, Policy } from '../domain/model/index.ts';
import type { ChartBundle } from '../fhir/read/contract.ts';

/** What the line (review.ts) is given from outside. Each has a browser, a command-line and a test form. */
export type { Reader } from '../fhir/read/contract.ts';
export type { VersionCheck, Writer } from '../fhir/send/contract.ts';

/** The engine itself stopped: its knowledge did not load, its worker died, or one analysis took too long. No PHI in the message. */
export class EngineFault extends Error {
  readonly whatToDo: string;
  constructor(message: string, whatToDo: string) {
    super(message);
    this.name = 'EngineFault';
    this.whatToDo = whatToDo;
  }
}

export interface EngineListener {
  onChart(chart: Chart): void;
  onNote(findings: NoteFindings, done: number, total: number): void;
}

/** Decodes and analyses; in the browser behind a worker. Cancel is heard between notes. */
export interface Engine {
  /** @throws DOMException AbortError when cancelled; EngineFault otherwise. */
  analyze(bundle: ChartBundle, policy: Policy, listener: EngineListener, signal: AbortSignal): Promise<{ readonly chart: Chart; readonly analysis: Analysis }>;
  /** Codes of the release in force on that day, best first. */
  search(words: string, serviceDate: string | null, limit: number): Promise<readonly CodeEntry[]>;
  close(): void;
}

/** The measures that the site brings. */
export interface SiteMeasures {
  /**
   * What they say of a record; a pack that cannot be used is among it, with the reason.
   * @throws the signal's reason when cancelled · Error where their code did not arrive
   */
  run(record: { readonly resources: ChartBundle['resources']; readonly chart: Pick<Chart, 'asOf' | 'reads'> }, tell: (words: string) => void, signal: AbortSignal): Promise<readonly GapFinding[]>;
}

export interface Clock {
  /** ISO 8601 with offset. */
  now(): string;
}

export interface Ids {
  /** A new UUID. */
  next(): string;
}
