import type { ConditionTarget, Policy, PreflightAction, PreflightRow, RemovalReason, ServerProfile, SignedHead, WriteAction } from '../model/index.ts';
import { PREFLIGHT_ACTIONS } from '../model/index.ts';
import type { Route } from '../writeback/route.ts';
import { routeOf } from '../writeback/route.ts';

/**
 * How each thing that a person can do here ends with this EHR, told before they do it. Asks the same routing as the plan, so that the two
 * cannot disagree.
 */
export function preflight(profile: ServerProfile, policy: Policy): readonly PreflightRow[] {
  return PREFLIGHT_ACTIONS.map((action) => rowOf(action, profile, policy));
}

function rowOf(action: PreflightAction, profile: ServerProfile, policy: Policy): PreflightRow {
  switch (action) {
    case 'add-encounter-diagnosis': return plain(action, routeOf(creating('encounter-diagnosis'), profile), 'An added diagnosis of this visit');
    case 'add-problem': return plain(action, routeOf(creating('problem-list-item'), profile), `An added problem${profile.name === 'epic' ? ', as provisional,' : ''}`);
    case 'specify': return plain(action, routeOf(SPECIFYING, profile), 'A more specific code for a charted diagnosis');
    case 'remove': return removal(profile);
    case 'propose': return proposal(profile, policy);
    case 'draft-claim': return plain(action, routeOf({ kind: 'create-claim', diagnoses: [], serviced: '', coverage: null }, profile), 'The draft claim');
    case 'query': return question(profile);
    case 'attestation': return plain(action, routeOf(ATTESTING, profile), 'The record of your countersignature');
    case 'remember-decisions': return memory(routeOf(ATTESTING, profile));
    case 'anchor-log': return anchor(routeOf({ kind: 'anchor-log', head: ANY_HEAD }, profile));
  }
}

function creating(target: ConditionTarget): WriteAction {
  return { kind: 'create-condition', diagnosis: ANY_CODE, target, evidence: [] };
}

function removing(reason: RemovalReason): WriteAction {
  return { kind: 'withdraw-condition', condition: ANYWHERE, code: '', reason };
}

const ANYWHERE = { reference: 'Condition/any', version: null };
const ANY_CODE = { code: '', title: '' };
const ANY_HEAD: SignedHead = { log: '', count: 0, hash: '', at: '', key: '', signature: '' };
const SPECIFYING: WriteAction = { kind: 'recode-condition', condition: ANYWHERE, from: '', diagnosis: ANY_CODE, evidence: [] };
const ATTESTING: WriteAction = { kind: 'attestation-provenance', of: [], statement: '', items: [], seen: [], corrects: [] };

/** Negated only is the commonest reason; what EHRs differ in is refuted and entered in error. */
function removal(profile: ServerProfile): PreflightRow {
  const route = routeOf(removing('only-negated'), profile);
  const row = plain('remove', route, 'The removal of a diagnosis from this visit');
  const written = routeOf(removing('resolved'), profile);
  if (route.to !== 'hand' || written.to === 'hand') return row;
  return { ...row, says: `${row.says} One that is past or uncertain is written to this EHR.` };
}

function proposal(profile: ServerProfile, policy: Policy): PreflightRow {
  const item = { action: 'add', code: '', title: '', from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [], evidence: [] } as const;
  const row = plain('propose', routeOf({ kind: 'propose-item', item, conditionStep: null, claimStep: null, owners: [] }, profile), 'A proposal to the clinicians of this visit');
  const condition = routeOf({ kind: 'propose-condition', diagnosis: ANY_CODE, evidence: [] }, profile);
  const isWritten = policy.proposals === 'condition-claim-task' && condition.to === 'ehr';
  return isWritten ? { ...row, says: `${row.says} An added diagnosis also stands in this EHR as unconfirmed.` } : row;
}

/** What is filed or copied is answered in the chart, since no document comes back here. */
function question(profile: ServerProfile): PreflightRow {
  const asked = { rule: '', topic: '', title: '', indicators: [], question: '', options: [], format: 'open' } as const;
  const route = routeOf({ kind: 'send-query', question: asked, owners: [] }, profile);
  const row = plain('query', route, 'A question to the clinicians of this visit');
  const isAnsweredHere = (route.to === 'ehr' || route.to === 'companion') && route.as === 'resource';
  return { ...row, says: isAnsweredHere ? `${row.says} Its answer stands beside it.` : `${row.says} It is answered in the chart.` };
}

function memory(route: Route): PreflightRow {
  const action = 'remember-decisions';
  if (route.to === 'ehr' && route.as === 'resource') return { action, ends: 'ehr', says: 'What was decided is remembered in this EHR, for everybody who may read it.' };
  if (route.to === 'companion' && route.as === 'resource') return { action, ends: 'companion', says: 'What was decided is remembered on the site\'s companion server, for everybody here.' };
  return { action, ends: 'device', says: 'What was decided is remembered on this device only: no server here takes it in a form that can be read back.' };
}

function anchor(route: Route): PreflightRow {
  const action = 'anchor-log';
  if (route.to === 'nowhere' || route.to === 'hand') return { action, ends: 'device', says: 'The head of the review log stays on this device: no server here takes it. Export the log to keep it elsewhere.' };
  return plain(action, route, 'The head of the review log');
}

function plain(action: PreflightAction, route: Route, what: string): PreflightRow {
  switch (route.to) {
    case 'ehr': return route.as === 'note'
      ? { action, ends: 'note', says: `${what} is filed as a plain-text document in this EHR.` }
      : { action, ends: 'ehr', says: `${what} is written to this EHR.` };
    case 'companion': return { action, ends: 'companion', says: route.as === 'note' ? `${what} is filed as a plain-text document on the site's companion server.` : `${what} is written to the site's companion server.` };
    case 'hand': return { action, ends: 'hand', says: `${what} is handed over to you for ${route.handOver.to}, ${BY[route.handOver.by]}. ${route.handOver.why}` };
    case 'nowhere': return { action, ends: 'cannot-tell', says: `${what} is not written: ${route.why}` };
  }
}

const BY = { activity: 'whose screen is opened', list: 'as words to copy', file: 'as a file to save' } as const;
