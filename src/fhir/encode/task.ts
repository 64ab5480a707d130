import type { CodeableConcept, Task, TaskInput, TaskOutput } from 'fhir/r4';
import type { DiagnosisCode, Evidence, ProposedItem, RuleCitation, Source, WriteAction } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import type { EncodeContext } from './context.ts';
import { quoteExtension, ruleExtension, searchedExtension } from './evidence.ts';
import { PROPOSAL_INPUT, PROPOSAL_OUTPUT, REJECT_REASON, REMOVAL_REASON, TASK } from './names.ts';
import { tagged, versioned, withoutStaleNarrative } from './parts.ts';
import { requestToClinicians } from './request.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * One proposed code, put before a clinician. The inputs hold all that the clinician's own app needs to make the same card again: quotes go
 * as place and hash, never as words, which that app takes from the note itself.
 */
export function proposalTask({ item, conditionStep, claimStep, owners }: Action<'propose-item'>, key: string, context: EncodeContext): Task {
  const { plan } = context;
  const focus = conditionStep === null ? null : context.written(conditionStep);
  const claim = claimStep === null ? null : context.written(claimStep);
  return {
    ...requestToClinicians(plan, key, owners),
    code: { coding: [{ system: TASK, code: 'proposal' }], text: 'AI-assisted coding proposal to countersign' },
    description: describe(item),
    ...(focus === null ? {} : { focus: { reference: focus.reference } }),
    ...(claim === null ? {} : { reasonReference: { reference: claim.reference } }),
    input: inputs(item),
  };
}

/** As a task list shows it: "Proposed: add I10 Essential (primary) hypertension". */
function describe({ action, code, title, from }: ProposedItem): string {
  return `Proposed: ${action}${from === null ? '' : ` ${from} as`} ${code} ${title}`.trim();
}

function inputs(item: ProposedItem): TaskInput[] {
  return [
    { type: named('action'), valueCode: item.action },
    { type: named('code'), valueCoding: icd(item) },
    { type: named('title'), valueString: item.title },
    ...(item.from === null ? [] : [{ type: named('from'), valueCoding: icd({ code: item.from, title: '' }) }]),
    { type: named('target'), valueCode: item.target },
    ...(item.reason === null ? [] : [{ type: named('reason'), valueCoding: { system: REMOVAL_REASON, code: item.reason } }]),
    ...item.charted.map(charted),
    ...item.rules.map(rule),
    ...item.evidence.map(evidence),
  ];
}

function charted(source: Source): TaskInput {
  return { type: named('charted'), valueReference: versioned(source) };
}

function rule(citation: RuleCitation): TaskInput {
  const { url, extension = [] } = ruleExtension(citation);
  return { extension: [{ url, extension: [...extension, { url: 'because', valueString: citation.because }] }], type: named('rule'), valueString: citation.id };
}

function evidence(one: Evidence): TaskInput {
  switch (one.kind) {
    case 'quote': return { extension: [quoteExtension(one)], type: named('quote'), valueReference: versioned({ reference: one.document, version: one.version }) };
    case 'fact': return { type: named('fact'), valueReference: versioned({ reference: one.resource, version: one.version }) };
    case 'searched': return { extension: [...searchedExtension(one)], type: named('searched'), valueString: one.what.join(', ') };
  }
}

function icd({ code, title }: DiagnosisCode): { system: string; code: string; display?: string } {
  return { system: ICD_10_CM, code, ...(title.trim() === '' ? {} : { display: title }) };
}

function named(code: string): CodeableConcept {
  return { coding: [{ system: PROPOSAL_INPUT, code }], text: code };
}

const STATUS = { accepted: 'completed', declined: 'rejected', cancelled: 'cancelled' } as const;

/** What became of a proposal, by whom and when; the reason of a refusal with its words. What the proposer wrote stays. */
export function answeredTask(action: Action<'answer-proposal'>, key: string, current: Task, { plan }: EncodeContext): Task {
  const text = action.text?.trim() ?? '';
  const reason: CodeableConcept = {
    ...(action.reason === null ? {} : { coding: [{ system: REJECT_REASON, code: action.reason }] }),
    ...(text === '' ? {} : { text }),
  };
  const answer: TaskOutput[] = [
    { type: answerPart('answer'), valueCode: action.answer },
    { type: answerPart('who'), valueReference: { reference: plan.who.reference, display: plan.who.name } },
    { type: answerPart('at'), valueDateTime: plan.at },
  ];
  return {
    ...withoutStaleNarrative(current),
    meta: tagged(current.meta, key),
    status: STATUS[action.answer],
    ...(Object.keys(reason).length === 0 ? {} : { statusReason: reason }),
    lastModified: plan.at,
    output: [...(current.output ?? []), ...answer],
  };
}

function answerPart(code: string): CodeableConcept {
  return { coding: [{ system: PROPOSAL_OUTPUT, code }], text: code };
}
