import type { Chart, Choice, Policy, ServerProfile, SignedHead, Suggestion, WriteAction, WritePlan, WriteStep } from '../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { planAnchor, planProposal, planWrites } from '../../src/domain/writeback/index.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, accept, attested, chart, claim, condition, decided, doctor, proposed, removal, specified, suggestion } from './writing.ts';

export const HEAD: SignedHead = { log: '7f3c0a52-0000-4000-8000-000000000001', count: 12, hash: 'a'.repeat(64), at: SIGNED_AT, key: 'thumbprint', signature: 'c2lnbmF0dXJl' };

const unspecific = condition('c1', 'E11.9');
const unsupported = condition('c2', 'J44.9');
const problem: Choice = { kind: 'accept', target: 'problem-list-item' };

/** What one thing that a person does plans, and the step that says how it ends. */
const ACTS: Record<Act, { readonly plan: (profile: ServerProfile, policy: Policy) => WritePlan; readonly shown: readonly WriteAction['kind'][] }> = {
  'add-encounter-diagnosis': { plan: (profile) => signed(suggestion('add', 'I10'), profile), shown: ['create-condition'] },
  'add-problem': { plan: (profile) => signed(suggestion('add', 'I10'), profile, problem), shown: ['create-condition'] },
  specify: { plan: (profile) => signed(specified('E11.9', 'E11.22', unspecific), profile), shown: ['recode-condition'] },
  remove: { plan: (profile) => signed(removal('J44.9', 'only-negated', unsupported), profile), shown: ['withdraw-condition'] },
  'remove what is past': { plan: (profile) => signed(removal('J44.9', 'resolved', unsupported), profile), shown: ['withdraw-condition'] },
  propose: { plan: (profile, policy) => planProposal({ proposal: proposed([decided(suggestion('add', 'I10'))]), chart: chart(), profile, policy }), shown: ['propose-item', 'file-note'] },
  'draft-claim': { plan: (profile) => signed(suggestion('add', 'I10'), profile), shown: ['create-claim'] },
  'change the draft claim': { plan: (profile) => signed(suggestion('add', 'I10'), profile, accept, chart({ claims: [claim('k1', ['E11.9'])] })), shown: ['update-claim'] },
  // Of a rejection, which writes nothing else: the record of a claim on the companion server stands beside that.
  attestation: { plan: (profile) => signed(suggestion('add', 'I10'), profile, { kind: 'reject', reason: 'other' }), shown: ['attestation-provenance', 'file-note'] },
  'anchor-log': {
    plan: (profile) => planAnchor({ head: HEAD, who: doctor, at: SIGNED_AT, patient: PATIENT, encounter: { reference: ENCOUNTER, version: '1' }, profile }),
    shown: ['anchor-log', 'file-note'],
  },
};

export type Act =
  | 'add-encounter-diagnosis' | 'add-problem' | 'specify' | 'remove' | 'remove what is past' | 'propose' | 'draft-claim' | 'change the draft claim' | 'attestation' | 'anchor-log';

/** `ehr`, `companion`, `note` (a document in the EHR), `activity`, `list`, `file` (by hand), `device` (nothing is sent). */
export function endingOf(act: Act, profile: ServerProfile, policy: Policy = DEFAULT_POLICY): string {
  const { plan, shown } = ACTS[act];
  const step = plan(profile, policy).steps.find(({ action }) => shown.includes(action.kind));
  return step === undefined ? 'device' : wordFor(step);
}

function wordFor({ to, action, handOver }: WriteStep): string {
  if (handOver !== null) return handOver.by;
  return to === 'ehr' && action.kind === 'file-note' ? 'note' : to;
}

function signed(on: Suggestion, profile: ServerProfile, choice: Choice = accept, at: Chart = chart({ conditions: [unspecific, unsupported] })): WritePlan {
  return planWrites({ attestation: attested([decided(on, choice, at)]), chart: at, profile });
}
