import type { Extension, Resource, Task, TaskInput, TaskOutput } from 'fhir/r4';
import { REJECT_REASONS } from '../../domain/model/index.ts';
import type { ConditionTarget, ProposalFact, ProposalStatus, QuotePointer, RemovalReason, RuleCitation, SuggestionAction } from '../../domain/model/index.ts';
import { REMOVAL_STATUS } from '../../domain/writeback/removal-status.ts';
import { EXTENSION, TASK } from '../encode/names.ts';
import { Undecodable, codings, firstCode, list, oneOf, part, required, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

/** Never throws: whatever else a Task may be, it is not ours. */
export function isProposal(resource: Resource): resource is Task {
  if (resource.resourceType !== 'Task') return false;
  const coding: unknown = ((resource as Task).code as { coding?: unknown } | null | undefined)?.coding;
  return Array.isArray(coding) && coding.some((code: { system?: unknown; code?: unknown } | null) => code?.system === TASK && code.code === 'proposal');
}

/**
 * A proposal as encode/task.ts writes it, with what became of it.
 * @throws Undecodable where it is not as we write it: then nobody is shown half of it
 */
export function decodeProposal(task: Task, refs: References): ProposalFact {
  const inputs = (name: string): readonly TaskInput[] => list(task.input).filter((input) => isNamed(input, name));
  const [action, code, title, from, target, reason] = ['action', 'code', 'title', 'from', 'target', 'reason'].map((name) => inputs(name)[0]);
  const reasonCode = text(reason?.valueCoding?.code);
  const status = statusOf(task);
  return {
    source: sourceOf(task),
    status,
    proposer: refs.of(task.requester),
    proposerName: text(task.requester?.display),
    at: text(task.authoredOn),
    encounter: refs.of(task.encounter),
    item: {
      action: oneOf<SuggestionAction>(['add', 'specify', 'remove'], action?.valueCode, 'A proposal\'s action'),
      code: diagnosisCode(code?.valueCoding?.code),
      title: text(title?.valueString) ?? text(code?.valueCoding?.display) ?? '',
      from: from === undefined ? null : diagnosisCode(from.valueCoding?.code),
      target: oneOf<ConditionTarget>(['encounter-diagnosis', 'problem-list-item'], target?.valueCode, 'A proposal\'s target'),
      reason: reasonCode === null ? null : oneOf(REMOVAL_REASONS, reasonCode, 'A proposal\'s reason'),
      charted: inputs('charted').map((input) => sourceIn(input, refs)),
      rules: inputs('rule').map(ruleIn),
    },
    quotes: inputs('quote').map(quoteIn),
    facts: inputs('fact').map((input) => sourceIn(input, refs)),
    condition: refs.of(task.focus),
    claim: refs.of(task.reasonReference),
    answer: status === 'open' ? null : answerIn(task, refs),
  };
}

/** An ICD-10-CM code with its dot, as we write it: without one, the visit code G0439 would read as the encephalopathy G04.39. */
function diagnosisCode(value: unknown): string {
  const code = required(value, 'A proposal\'s code');
  if (!/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/i.test(code)) throw new Undecodable('A proposal\'s code');
  return code;
}

const REMOVAL_REASONS = Object.keys(REMOVAL_STATUS) as RemovalReason[];

/** By its code, or by its words where a server keeps no codes of others. */
function isNamed({ type }: TaskInput | TaskOutput, name: string): boolean {
  return codings(type).some(({ code }) => code === name) || text(type?.text) === name;
}

/**
 * A Task that somebody ticked off in the EHR's own task list carries no answer of ours: nobody countersigned, so it is closed, not accepted.
 * Received, accepted (for work), in progress, on hold: nobody has answered yet (FHIR R4 task state machine).
 */
function statusOf(task: Task): ProposalStatus {
  switch (task.status) {
    case 'completed': return outputs(task, 'answer')[0]?.valueCode === 'accepted' ? 'accepted' : 'cancelled';
    case 'rejected': return 'declined';
    case 'cancelled': case 'failed': case 'entered-in-error': return 'cancelled';
    case 'draft': case 'requested': case 'received': case 'accepted': case 'ready': case 'in-progress': case 'on-hold': return 'open';
    default: throw new Undecodable('A proposal\'s status');
  }
}

/** The last answer counts: each is added to those before. */
function outputs(task: Task, name: string): readonly TaskOutput[] {
  return list(task.output).filter((output) => isNamed(output, name)).toReversed();
}

function answerIn(task: Task, refs: References): ProposalFact['answer'] {
  const reason = firstCode(task.statusReason);
  return {
    who: refs.of(outputs(task, 'who')[0]?.valueReference),
    at: text(outputs(task, 'at')[0]?.valueDateTime) ?? text(task.lastModified),
    reason: REJECT_REASONS.find((each) => each === reason) ?? null,
    text: text(task.statusReason?.text),
  };
}

function sourceIn(input: TaskInput, refs: References): ProposalFact['facts'][number] {
  const source = refs.source(input.valueReference);
  if (source === null) throw new Undecodable('A proposal\'s reference');
  return source;
}

function ruleIn(input: TaskInput): RuleCitation {
  const rule = extensionIn(input, EXTENSION.rule);
  return {
    id: required(part(rule, 'id')?.valueString, 'A rule'),
    version: required(part(rule, 'version')?.valueString, 'A rule\'s version'),
    authority: text(part(rule, 'authority')?.valueString) ?? '',
    because: text(part(rule, 'because')?.valueString) ?? '',
  };
}

function quoteIn(input: TaskInput): QuotePointer {
  const quote = extensionIn(input, EXTENSION.quote);
  const [start, end] = [offset(part(quote, 'start')), offset(part(quote, 'end'))];
  if (end < start) throw new Undecodable('A quote\'s place');
  return {
    document: required(part(quote, 'documentReference')?.valueString, 'A quote\'s document'),
    attachment: offset(part(quote, 'attachment')),
    version: text(part(quote, 'version')?.valueString),
    start, end,
    hash: required(part(quote, 'hash')?.valueString, 'A quote\'s hash'),
  };
}

function extensionIn(input: TaskInput, url: string): Extension {
  const found = list(input.extension).find((extension) => extension.url === url);
  if (found === undefined) throw new Undecodable('A proposal\'s input');
  return found;
}

/** UTF-16 units, or a place in a list. */
function offset(extension: Extension | undefined): number {
  const value = extension?.valueInteger;
  if (!Number.isSafeInteger(value) || value === undefined || value < 0) throw new Undecodable('A quote\'s place');
  return value;
}
