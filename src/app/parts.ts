import type {
  Analysis, Chart, CodeEntry, NoteFindings, Policy, ServerProfile, Source, WritePlan, WriteReceipt, WriteStep,
} from '../domain/model/index.ts';
import type { ChartBundle, ReadProgress } from '../fhir/read/contract.ts';

/** What the line (review.ts) is given from outside. Each has a browser, a command-line and a test form. */
export interface Reader {
  read(onProgress: (progress: ReadProgress) => void, signal: AbortSignal): Promise<ChartBundle>;
}

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

/** The current version of each source, or why it cannot be told. */
export type VersionCheck = Source & { readonly current: string | null; readonly state: 'same' | 'changed' | 'gone' | 'cannot-tell' };

export interface Writer {
  readonly profile: ServerProfile;
  check(sources: readonly Source[], signal: AbortSignal): Promise<readonly VersionCheck[]>;
  /**
   * One receipt a step, in order; never throws for what a server did. On a retry `plan.steps` holds only the steps
   * still to be written, and `already` the receipts of those that stand, so that links to them can be made.
   */
  send(
    plan: WritePlan, onReceipt: (receipt: WriteReceipt) => void, signal: AbortSignal, already?: readonly WriteReceipt[],
  ): Promise<readonly WriteReceipt[]>;
  /** Looks for what an `unknown` step may have written, before anything is sent twice. */
  lookUp(plan: WritePlan, step: WriteStep, signal: AbortSignal): Promise<WriteReceipt>;
}

export interface Clock {
  /** ISO 8601 with offset. */
  now(): string;
}

export interface Ids {
  /** A new UUID. */
  next(): string;
}
