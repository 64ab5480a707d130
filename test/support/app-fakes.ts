import type {
  Analysis, AuditEntry, Chart, CodeEntry, GapFinding, LogHead, Note, Person, Policy, QueryDraft, QuoteEvidence, RuleCitation, ServerProfile, Source,
  Suggestion, SuggestionAction, SuggestionId, WritePlan, WriteReceipt, WriteStep,
  VisitLevel,
} from '../../src/domain/model/index.ts';
import type { Session } from '../../src/fhir/session/contract.ts';
import type { ChartBundle, ReadProgress } from '../../src/fhir/read/contract.ts';
import type { Newcomer, Since } from '../../src/fhir/send/contract.ts';
import type { KeptReview, Outbox, OutboxEntry, Vault } from '../../src/store/contract.ts';
import type { Engine, Reader, VersionCheck, Writer } from '../../src/app/parts.ts';
import type { ReviewParts } from '../../src/app/review-line.ts';
import { claimFile } from '../../src/fhir/encode/index.ts';
import { DEFAULT_POLICY, noteId } from '../../src/domain/model/index.ts';
import { bringPlans } from '../../src/app/planning.ts';
import { condition } from './writing.ts';

/** Here from the start: fetching a file takes as long as it takes, and these reviews go by turns. */
await bringPlans();

/** A review with everything around it played: the session, the reader, the engine, the EHR that is written to. */
const VISIT_NOTE = [
  'CHIEF COMPLAINT: Follow-up of blood sugar and weight.', '',
  'HPI', 'Ms. Example returns after three months. She denies chest pain. Her mother has heart failure.', '',
  'ASSESSMENT AND PLAN',
  '1. Type 2 diabetes mellitus with diabetic chronic kidney disease, stage 3a. Continue metformin.',
  '2. Class 1 obesity, counselled on diet.', '3. No evidence of heart failure on exam.',
].join('\n');

export const NOTE = fakeNote('n1', 'Progress note', VISIT_NOTE);

export function fakeNote(id: string, title: string, text: string): Note {
  return {
    id: noteId(`DocumentReference/${id}`), document: { reference: `DocumentReference/${id}`, version: '1' }, attachment: 0, contentType: 'text/plain',
    title, type: 'progress', typeCode: '11506-3', status: 'final', date: '2026-11-18T09:20:00-06:00',
    author: { name: 'Dr. Ada Example', reference: 'Practitioner/dr', role: 'provider' }, encounter: 'Encounter/e1',
    text, blocks: [], sourceMap: [], hashes: { source: `sha256:${id}`, text: `sha256:${id}` }, extractor: 'text/1', sensitivity: [],
  };
}

/** The sentence around `words`, with the words marked. */
export function quoteOf(words: string, note: Note = NOTE): QuoteEvidence {
  const at = note.text.indexOf(words);
  if (at < 0) throw new Error(`The note does not say "${words}"`);
  const start = note.text.lastIndexOf('\n', at) + 1;
  const lineEnd = note.text.indexOf('\n', at);
  const end = lineEnd < 0 ? note.text.length : lineEnd;
  return {
    kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end,
    quote: note.text.slice(start, end), marks: [{ start: at, end: at + words.length }],
  };
}

export function fakeSuggestion(action: SuggestionAction, code: string, more: Partial<Suggestion> = {}): Suggestion {
  return {
    id: `${action}:${code}` as SuggestionId, action, system: 'icd-10-cm', code, title: `Title of ${code}`, charted: [],
    evidence: [quoteOf('Class 1 obesity')], rules: [RULE], confidence: 0.9, level: 'high', alternatives: [], evidenceFirst: false, ...more,
  };
}

const RULE: RuleCitation = { id: 'documented', version: '1.0.0', authority: 'ICD-10-CM Guidelines FY2026 IV.J', because: 'The assessment names it as treated at this visit.' };

export const OBESITY = fakeSuggestion('add', 'E66.811', { title: 'Obesity, class 1', alternatives: [{ code: 'E66.9', title: 'Obesity, unspecified' }] });
export const DIABETES = fakeSuggestion('specify', 'E11.22', {
  title: 'Type 2 diabetes mellitus with diabetic chronic kidney disease', from: 'E11.9', charted: [{ reference: 'Condition/dm', version: '2' }],
  evidence: [quoteOf('Type 2 diabetes mellitus with diabetic chronic kidney disease')],
});
export const HEART_FAILURE = fakeSuggestion('remove', 'I50.9', {
  title: 'Heart failure, unspecified', reason: 'only-negated', charted: [{ reference: 'Condition/hf', version: '1' }],
  evidence: [quoteOf('heart failure on exam'), quoteOf('mother has heart failure')], evidenceFirst: true,
});

/** An established patient's visit at a moderate level, by problems and risk. */
export const LEVEL: VisitLevel = {
  code: '99214', title: 'Office visit, established patient, moderate', problems: 'moderate', data: 'minimal', risk: 'moderate', byTime: false, minutes: 25,
  modifiers: ['25'], also: [],
  why: [
    { element: 'problems', says: 'Two chronic illnesses were managed.', evidence: [quoteOf('Type 2 diabetes mellitus with diabetic chronic kidney disease'), quoteOf('Class 1 obesity')] },
    { element: 'risk', says: 'A prescription drug was managed.', evidence: [quoteOf('Type 2 diabetes mellitus with diabetic chronic kidney disease')] },
    { element: 'modifier', says: '25: a separate service was done at the same visit.', evidence: [] },
  ],
};
export const VISIT = fakeSuggestion('add', '99214', { system: 'cpt', title: 'Office visit, established patient, moderate', units: 1, modifiers: ['25'], evidenceFirst: true });
export const KNEE = fakeSuggestion('add', '20610', { system: 'cpt', title: 'Injection of a large joint', units: 1, modifiers: ['RT'] });

export function fakeGap(rule: string, more: Partial<GapFinding> = {}): GapFinding {
  return {
    rule, version: '1.0.0', topic: rule, kind: 'care', title: `Gap ${rule}`, authority: ['ADA Standards of Care 2026, 6.3'], outcome: 'open',
    why: 'A1c was above 9 % and no plan for it was found.',
    evidence: [
      { kind: 'fact', resource: 'Observation/a1c', version: '1', code: '4548-4', label: 'Hemoglobin A1c', value: 9.4, unit: '%', date: '2026-11-02' },
      { kind: 'searched', what: ['change of therapy'], kinds: ['notes', 'orders'], from: '2026-08-18', through: '2026-11-18', found: 0 },
    ], ...more,
  };
}

export const QUERY: QueryDraft = {
  id: 'q1' as QueryDraft['id'], rule: 'ckd-undocumented', topic: 'kidney', title: 'Clinical significance of kidney function',
  indicators: [{
    text: 'eGFR 48 mL/min on 2 Nov 2026',
    evidence: { kind: 'fact', resource: 'Observation/egfr', version: '1', code: '98979-8', label: 'eGFR', value: 48, unit: 'mL/min/{1.73_m2}', date: '2026-11-02' },
  }],
  question: 'Please document the diagnosis, if any, that these findings represent.',
  options: ['Chronic kidney disease, stage 3a', 'Acute kidney injury', 'Other', 'Unable to determine'], format: 'multiple-choice',
};

export function fakeChart(more: Partial<Chart> = {}): Chart {
  return {
    asOf: '2026-11-18T09:40:00-06:00',
    patient: { source: { reference: 'Patient/p1', version: '1' }, birthDate: '1971-04-02', sex: 'female', displayName: 'Example, Rosa' },
    encounter: {
      source: { reference: 'Encounter/e1', version: '1' }, status: 'finished', classCode: 'AMB', setting: 'office', start: '2026-11-18T09:00:00-06:00',
      end: '2026-11-18T09:40:00-06:00', practitioners: ['Practitioner/dr'], diagnoses: [],
    },
    otherEncounters: [], notes: [NOTE], unreadable: [],
    conditions: [
      condition('dm', 'E11.9', { source: { reference: 'Condition/dm', version: '2' } }), condition('hf', 'I50.9'),
    ],
    observations: [], medications: [], procedures: [], allergies: [],
    immunizations: [], reports: [], orders: [], responses: [], tasks: [], coverages: [], claims: [], provenances: [], proposals: [], signed: [],
    reads: [{ kind: 'DocumentReference', query: 'category=clinical-note', status: 'read', count: 1, why: null }], ...more,
  };
}

/** All that a plan needs was read, so that nothing of it is left to a hand. */
export const WHOLE = (['DocumentReference', 'Condition', 'Claim'] as const).map((kind) => ({ kind, query: '', status: 'read', count: 1, why: null } as const));

export function fakeAnalysis(more: Partial<Analysis> = {}): Analysis {
  return {
    release: 'FY2027', suggestions: [HEART_FAILURE, DIABETES, OBESITY], gaps: [], queries: [], leftOut: [], services: { performed: [], refused: [] }, visitItems: [], visitLevel: null, precheck: [], findings: [], unread: [], unreadable: [], ...more,
  };
}

export const CLINICIAN: Person = { reference: 'Practitioner/dr', name: 'Dr. Ada Example', role: 'clinician' };

export function fakeSession(more: Partial<Session> & { readonly canWrite?: boolean } = {}): Session {
  const { canWrite = true, ...rest } = more;
  return {
    http: { base: 'https://ehr.example/fhir', request: () => Promise.reject(new Error('This test sends nothing itself.')) },
    ehr: 'https://ehr.example/fhir', mode: 'ehr', patient: 'p1', encounter: 'e1', user: CLINICIAN,
    scopes: { text: '', allows: () => canWrite, canWrite }, needPatientBanner: true, messaging: null, signOut: async () => undefined, notices: [], ...rest,
  };
}

export const BUNDLE: ChartBundle = {
  base: 'https://ehr.example/fhir', patient: 'p1', encounter: 'e1', resources: [], attachments: [], reads: [], readAt: '2026-11-18T10:00:00-06:00',
};

export function fakeReader(progress: readonly ReadProgress[] = []): Reader {
  return {
    async read(onProgress, signal) {
      for (const step of progress) onProgress(step);
      signal.throwIfAborted();
      return BUNDLE;
    },
  };
}

/** Answers with what it is given, at once. */
export function fakeEngine(chart: Chart = fakeChart(), analysis: Analysis = fakeAnalysis(), codes: readonly CodeEntry[] = []): Engine {
  return {
    async analyze(_bundle, _policy: Policy, listener) {
      listener.onChart(chart);
      for (const [index, note] of chart.notes.entries()) listener.onNote({ note: note.id, language: 'english', mentions: [], sentences: [], sections: [] }, index + 1, chart.notes.length);
      return { chart, analysis };
    },
    search: async (words) => codes.filter((entry) => `${entry.code} ${entry.title}`.toLowerCase().includes(words.toLowerCase())),
    close: () => undefined,
  };
}

const GENERIC: ServerProfile = {
  name: 'generic', transaction: true, conditionalCreate: true, ifMatch: true,
  create: ['Condition', 'Claim', 'Provenance'], update: ['Condition', 'Claim', 'Encounter'], companion: null, activities: [],
};

/** An EHR that writes everything, unless a test says otherwise for a kind of step; remembers what was asked of it. */
export class FakeWriter implements Writer {
  readonly profile: ServerProfile = { ...GENERIC };
  readonly sent: (readonly WriteStep[])[] = [];
  readonly already: (readonly WriteReceipt[])[] = [];
  /** Plans that anchor the head of the log, apart from the rest. */
  readonly anchors: WritePlan[] = [];
  readonly lookedUp: WriteStep[] = [];
  /** Outcomes to give instead of `written`, by kind of action; each is used once. */
  readonly next = new Map<WriteStep['action']['kind'], Pick<WriteReceipt, 'outcome' | 'why'>>();
  lookUpFinds: WriteReceipt['outcome'] = 'written';
  checks: (source: Source) => VersionCheck = (source) => ({ ...source, current: source.version, state: 'same' });

  async check(sources: readonly Source[]): Promise<readonly VersionCheck[]> {
    return sources.map((source) => this.checks(source));
  }

  /** What came to the record since it was read. */
  newcomers: readonly Newcomer[] = [];
  async since(): Promise<Since> { return { newcomers: this.newcomers, unchecked: [] }; }

  claimFile(plan: WritePlan, step: WriteStep): string | null { return claimFile(step, plan, this.profile); }

  async send(
    plan: WritePlan, onReceipt: (receipt: WriteReceipt) => void, _signal: AbortSignal, already: readonly WriteReceipt[] = [],
  ): Promise<readonly WriteReceipt[]> {
    if (plan.purpose === 'anchor') {
      this.anchors.push(plan);
      return plan.steps.map((step) => receiptOf(step, 'written', null));
    }
    this.sent.push(plan.steps);
    this.already.push(already);
    return plan.steps.map((step) => {
      const planned = this.next.get(step.action.kind);
      this.next.delete(step.action.kind);
      const receipt = receiptOf(step, planned?.outcome ?? 'written', planned?.why ?? null);
      onReceipt(receipt);
      return receipt;
    });
  }

  async lookUp(_plan: WritePlan, step: WriteStep): Promise<WriteReceipt> {
    this.lookedUp.push(step);
    return receiptOf(step, this.lookUpFinds, null);
  }
}

function receiptOf(step: WriteStep, outcome: WriteReceipt['outcome'], why: string | null): WriteReceipt {
  const resource = outcome === 'written' ? { reference: `Condition/${step.id}`, version: '1' } : null;
  return { step: step.id, outcome, resource, why, at: '2026-11-18T10:05:00-06:00' };
}

export class MemoryStore {
  readonly #items = new Map<string, string>();
  getItem(key: string): string | null { return this.#items.get(key) ?? null; }
  setItem(key: string, value: string): void { this.#items.set(key, value); }
  removeItem(key: string): void { this.#items.delete(key); }
}

/** What one device keeps: shared by the vaults of two tabs, parted by EHR and user as the real one is. */
export class FakeDevice {
  readonly users = new Map<string, FakeShelf>();

  vault(ehr: string, user: Person): Vault {
    const key = `${ehr}|${user.reference}`;
    const shelf = this.users.get(key) ?? new FakeShelf();
    this.users.set(key, shelf);
    return new FakeVault(shelf);
  }

  /** As when the browser closes: nobody listens any more, and the locks are free. */
  closeTabs(): void {
    for (const { held, heard } of this.users.values()) { held.clear(); heard.clear(); }
  }
}

class FakeShelf {
  readonly entries = new Map<string, OutboxEntry>();
  /** Whatever stood in the outbox at some time. */
  readonly stored: OutboxEntry[] = [];
  readonly held = new Set<string>();
  /** Woken when a lock is free. */
  readonly waiting = new Set<() => void>();
  readonly kept = new Map<string, KeptReview>();
  readonly log: AuditEntry[] = [];
  anchored: LogHead | null = null;
  letGo(id: string): void {
    this.held.delete(id);
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const wake of waiting) wake();
  }
  readonly heard = new Set<{ readonly tab: FakeVault; readonly encounter: string | null; tell(kept: KeptReview | null): void }>();
}

/** One tab's vault. Everything passes through JSON, as storage does. */
class FakeVault implements Vault {
  readonly kind = 'device';
  readonly #shelf: FakeShelf;
  constructor(shelf: FakeShelf) { this.#shelf = shelf; }

  readonly outbox: Outbox = {
    put: async (entry) => { this.#shelf.entries.set(entry.id, copy(entry)); this.#shelf.stored.push(copy(entry)); this.#tell(null, null); },
    list: async () => ({ entries: [...this.#shelf.entries.values()].map(copy), damaged: 0 }),
    remove: async (id) => { this.#shelf.entries.delete(id); this.#tell(null, null); },
    exclusively: async (id, work) => {
      if (this.#shelf.held.has(id)) return null;
      this.#shelf.held.add(id);
      try { return await work(); } finally { this.#shelf.letGo(id); }
    },
    whenFree: async (id, work) => {
      while (this.#shelf.held.has(id)) await new Promise<void>((free) => { this.#shelf.waiting.add(free); });
      this.#shelf.held.add(id);
      try { return await work(); } finally { this.#shelf.letGo(id); }
    },
    onChange: (heard) => this.#listen(null, () => { heard(); }),
  };

  readonly memory: Vault['memory'] = {
    load: async (encounter) => copy(this.#shelf.kept.get(encounter) ?? null),
    save: async (encounter, kept) => { this.#shelf.kept.set(encounter, copy(kept)); this.#tell(encounter, kept); },
    onChange: (encounter, heard) => this.#listen(encounter, (kept) => { if (kept !== null) heard(copy(kept)); }),
  };

  readonly log: Vault['log'] = {
    append: async ({ who, patient, encounter, at }, events) => {
      const added = events.map((event, index): AuditEntry => ({
        seq: this.#shelf.log.length + index + 1, at, who, patient, encounter, event: copy(event), prev: `h${this.#shelf.log.length + index}`, hash: `h${this.#shelf.log.length + index + 1}`,
      }));
      this.#shelf.log.push(...added);
      return added;
    },
    saltedHash: (quote) => `sha256:salted-${quote.length}`,
    head: async (at) => (this.#shelf.log.length === 0 ? null : { log: 'log-1', count: this.#shelf.log.length, hash: `h${this.#shelf.log.length}`, at, key: 'key-1', signature: 'signed' }),
    anchored: async () => this.#shelf.anchored,
    markAnchored: async (head) => { this.#shelf.anchored = head; },
    async *export() { yield '{"format":"fake"}'; },
    entries: () => this.entries(),
  };

  close(): void { for (const one of this.#shelf.heard) if (one.tab === this) this.#shelf.heard.delete(one); }

  async *entries(): AsyncIterable<AuditEntry> { yield* this.#shelf.log.map(copy); }

  #tell(encounter: string | null, kept: KeptReview | null): void {
    for (const one of this.#shelf.heard) if (one.tab !== this && one.encounter === encounter) one.tell(kept);
  }

  #listen(encounter: string | null, tell: (kept: KeptReview | null) => void): () => void {
    const one = { tab: this, encounter, tell };
    this.#shelf.heard.add(one);
    return () => { this.#shelf.heard.delete(one); };
  }
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** No two tabs make the same id. */
let tabs = 0;

export function fakeParts(more: Partial<ReviewParts> & { readonly session?: Session; readonly device?: FakeDevice } = {}): ReviewParts {
  const { session = fakeSession(), device = new FakeDevice(), ...rest } = more;
  const tab = String(++tabs).padStart(8, '0');
  let id = 0;
  return {
    connect: async () => session, reader: () => fakeReader(), writer: async () => new FakeWriter(), engine: fakeEngine(), store: new MemoryStore(),
    vault: async (ehr, user) => device.vault(ehr, user), handOver: async () => true,
    policy: DEFAULT_POLICY, clock: { now: () => '2026-11-18T10:02:00-06:00' }, ids: { next: () => `${tab}-0000-4000-8000-${String(++id).padStart(12, '0')}` }, ...rest,
  };
}
