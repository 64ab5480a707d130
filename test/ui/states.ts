import type { Decision, DecisionId, Person, ProposalFact, SignedItem, StepId, WritePlan, WriteReceipt, WriteStep } from '../../src/domain/model/index.ts';
import type { OpenReview, ReviewState } from '../../src/app/review-state.ts';
import type { ReviewLine } from '../../src/app/review-line.ts';
import type { AppParts } from '../../src/ui/state/app.ts';
import { emptyLedger, seenVersions } from '../../src/domain/review/index.ts';
import { fakeAnalysis, fakeChart, fakeSession, NOTE, OBESITY } from '../support/app-fakes.ts';

/** A review at any point of its life, laid out by hand: what the screens show of states that take long to reach. */
export function openReview(more: Partial<OpenReview> = {}): OpenReview {
  const chart = more.chart ?? fakeChart();
  return {
    session: fakeSession(), where: { patient: 'p1', encounter: 'e1' }, chart, analysis: fakeAnalysis(), permission: { kind: 'may-countersign' },
    ledger: emptyLedger, decisions: new Map(), opened: new Set(), unfinished: null, waitingElsewhere: [], elsewhere: new Map(),
    remembered: new Map(), returned: new Set(), signedBefore: [], ownProposals: [],
    remembering: { signed: 'ehr', unsigned: 'device' }, preflight: null, notices: [], ...more,
  };
}

/** With these accepted, in that order. */
export function decided(open: OpenReview, ...suggestions: readonly Decision['suggestion'][]): OpenReview {
  const decisions = suggestions.map((suggestion): Decision => ({
    id: `d-${suggestion.id}` as DecisionId, suggestion, choice: { kind: 'accept', target: 'encounter-diagnosis' }, seen: seenVersions(open.chart, suggestion), at: '2026-11-18T10:01:00-06:00',
  }));
  return { ...open, ledger: { decisions, signed: [] }, decisions: new Map(decisions.map((decision) => [decision.suggestion.id, decision])) };
}

export const CODER: Person = { reference: 'Practitioner/coder', name: 'Noor Haddad', role: 'coder' };

export function step(id: string, says: string, more: Partial<WriteStep> = {}): WriteStep {
  return {
    id: id as StepId, key: `key-${id}`, to: 'ehr', handOver: null, after: [], says,
    action: { kind: 'create-condition', diagnosis: { code: OBESITY.code, title: OBESITY.title }, target: 'encounter-diagnosis', evidence: [] }, ...more,
  };
}

export const BY_HAND = {
  list: step('list-1', 'Add E66.811 Obesity, class 1 to this encounter', { to: 'hand', handOver: { by: 'list', to: 'the EHR’s diagnoses of this visit', why: 'This EHR lets no app write encounter diagnoses.' } }),
  second: step('list-2', 'Take I50.9 Heart failure, unspecified off this encounter', { to: 'hand', handOver: { by: 'list', to: 'the EHR’s diagnoses of this visit', why: 'This EHR lets no app write encounter diagnoses.' } }),
  file: step('file-1', 'Draft the claim: E66.811', { to: 'hand', handOver: { by: 'file', to: 'billing', why: 'Neither this EHR nor a companion server takes claims.' }, action: { kind: 'create-claim', diagnoses: [], serviced: '2026-11-18', coverage: null } }),
  activity: step('activity-1', 'Replace E11.9 by E11.22', { to: 'hand', handOver: { by: 'activity', to: 'the EHR’s diagnoses of this visit', why: 'This EHR lets no app write encounter diagnoses.' } }),
};

export function planOf(steps: readonly WriteStep[], more: Partial<WritePlan> = {}): WritePlan {
  return {
    purpose: 'countersign', event: 'a1', who: { reference: 'Practitioner/dr', name: 'Dr. Ada Example', role: 'clinician' }, at: '2026-11-18T10:02:00-06:00',
    patient: 'Patient/p1', encounter: { reference: 'Encounter/e1', version: '1' }, mode: 'single', steps, cannot: [], ...more,
  };
}

export function receipt(of: WriteStep, outcome: WriteReceipt['outcome'], more: Partial<WriteReceipt> = {}): WriteReceipt {
  const handed = outcome === 'handed-over' && of.handOver !== null ? { handed: { what: of.says, to: of.handOver.to, by: of.handOver.by } } : {};
  return { step: of.id, outcome, resource: outcome === 'written' ? { reference: `Condition/${of.id}`, version: '1' } : null, why: null, at: '2026-11-18T10:05:00-06:00', ...handed, ...more };
}

export function signedItem(more: Partial<SignedItem> = {}): SignedItem {
  return {
    source: { reference: 'Provenance/a0', version: '1' }, who: 'Practitioner/berg', whoName: 'Dr. Jon Berg', at: '2026-11-17T16:20:00-06:00', suggestion: OBESITY.id, action: 'add',
    code: OBESITY.code, from: null, choice: { kind: 'accept', code: OBESITY.code, target: 'encounter-diagnosis' }, evidence: [], targets: [{ reference: 'Condition/ob', version: '1' }],
    seen: [NOTE.document], corrects: null, ...more,
  };
}

export function proposal(status: ProposalFact['status'], code: string, more: Partial<ProposalFact> = {}): ProposalFact {
  return {
    source: { reference: `Task/${code}`, version: '1' }, status, proposer: CODER.reference, proposerName: CODER.name, at: '2026-11-18T08:00:00-06:00', encounter: 'Encounter/e1',
    item: { action: 'add', code, title: `Title of ${code}`, from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [] },
    quotes: [], facts: [], condition: null, claim: null, answer: null, ...more,
  };
}

/** What was asked of the line, by method. */
export type Asked = readonly [keyof ReviewLine, ...unknown[]];

/** A line that only remembers what it is asked, and goes where a test sends it. */
export function playedLine(first: ReviewState, answers: Partial<ReviewLine> = {}): { readonly start: AppParts['start']; readonly asked: Asked[]; go(state: ReviewState): void } {
  const asked: Asked[] = [];
  let tell: (state: ReviewState) => void = () => undefined;
  const line = new Proxy(answers as ReviewLine, {
    get: (target, method: keyof ReviewLine) => (...given: unknown[]) => {
      asked.push([method, ...given]);
      const answer = target[method] as ((...args: unknown[]) => unknown) | undefined;
      return answer === undefined ? (PROMISED.has(method) ? Promise.resolve() : undefined) : answer(...given);
    },
  });
  return {
    asked, go: (state) => tell(state),
    start: (onState) => {
      tell = onState;
      queueMicrotask(() => onState(first));
      return line;
    },
  };
}

const PROMISED: ReadonlySet<keyof ReviewLine> = new Set(['sign', 'propose', 'verify', 'cancelProposal', 'handOver', 'foundInEhr', 'signOut', 'retryFailed']);
