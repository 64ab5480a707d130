import type { Device, Extension, Provenance, ProvenanceEntity, Reference } from 'fhir/r4';
import type { AttestedItem, Evidence, StepId, WriteAction } from '../../domain/model/index.ts';
import type { EncodeContext } from './context.ts';
import { quoteExtension, ruleExtension, searchedExtension } from './evidence.ts';
import { AI_ASSERTED, DEVICE_MEMORY, DEVICE_TYPE, EXTENSION, REMOVAL_REASON } from './names.ts';
import { coded, tagged, versioned } from './parts.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * The software's part: which versions it read, where in them, under which rules. Marked AIAST (HL7 v3 ObservationValue,
 * AI transparency on FHIR). A quote is kept as offsets and hash, never as words: they stay in the note.
 */
export function machineProvenance(action: Action<'machine-provenance'>, key: string, context: EncodeContext): Provenance {
  const entity = sources(action.evidence);
  const extension = [...action.rules.map(ruleExtension), ...action.evidence.flatMap(searchedExtension)];
  return {
    resourceType: 'Provenance',
    meta: { ...tagged(undefined, key), security: [AI_ASSERTED] },
    contained: [SOFTWARE],
    ...(extension.length === 0 ? {} : { extension }),
    target: targets(action.of, context),
    recorded: context.plan.at,
    reason: [{ coding: [AI_ASSERTED] }, ...(action.reason === null ? [] : [coded(REMOVAL_REASON, action.reason)])],
    agent: [{ type: coded(PARTICIPANT, 'assembler'), who: { reference: '#countersign' } }],
    ...(entity.length === 0 ? {} : { entity }),
  };
}

/**
 * The person's part, on the versions that were written: verifier, statement, decisions, and the versions they looked at.
 * The signature states who verified and when; it carries no `data`, since nothing is signed cryptographically here.
 */
export function attestationProvenance(action: Action<'attestation-provenance'>, key: string, context: EncodeContext): Provenance {
  const { plan } = context;
  const who: Reference = { reference: plan.who.reference, display: plan.who.name };
  const isOfClaim = plan.purpose === 'verify-claim';
  const entity = [
    ...action.seen.map((source): ProvenanceEntity => ({ role: 'source', what: versioned(source) })),
    ...action.corrects.map((event): ProvenanceEntity => ({ role: 'revision', what: signedEvent(event) })),
  ];
  return {
    resourceType: 'Provenance',
    meta: tagged(undefined, key),
    extension: [{ url: EXTENSION.statement, valueString: action.statement }, ...action.items.map(decisionExtension)],
    target: targets(action.of, context),
    recorded: plan.at,
    ...(isOfClaim ? { activity: coded(LIFECYCLE, 'verify') } : {}),
    agent: [{ type: coded(PARTICIPANT, 'verifier'), ...(isOfClaim ? { role: [{ text: 'coder' }] } : {}), who }],
    ...(entity.length === 0 ? {} : { entity }),
    signature: [{
      type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5', display: 'Verification Signature' }],
      when: plan.at,
      who,
    }],
  };
}

/**
 * How far the log of this review goes, signed by the log's own key: who finds the log shorter or other than this later knows that it was
 * changed (`countersign audit verify --anchor`). It holds nothing of the record.
 */
export function logAnchor({ head }: Action<'anchor-log'>, key: string, { plan }: EncodeContext): Provenance {
  return {
    resourceType: 'Provenance',
    meta: tagged(undefined, key),
    contained: [SOFTWARE],
    extension: [{
      url: EXTENSION.anchor,
      extension: [
        { url: 'log', valueString: head.log },
        { url: 'count', valueInteger: head.count },
        { url: 'hash', valueString: head.hash },
        { url: 'at', valueString: head.at },
        { url: 'key', valueString: head.key },
        { url: 'signature', valueString: head.signature },
      ],
    }],
    target: [versioned(plan.encounter)],
    recorded: plan.at,
    agent: [{ type: coded(PARTICIPANT, 'assembler'), who: { reference: '#countersign' }, onBehalfOf: { reference: plan.who.reference, display: plan.who.name } }],
  };
}

/** The signed event that this one corrects: a Provenance here, one on another server (FHIR R4 logical reference), or one that only the signer's device remembers. */
function signedEvent(event: string): Reference {
  if (event.startsWith('device:')) return { type: 'Provenance', identifier: { system: DEVICE_MEMORY, value: event } };
  const [, base, value] = /^(https?:.*)\/(Provenance\/[A-Za-z0-9.-]{1,64})$/.exec(event) ?? [];
  return base === undefined || value === undefined ? { reference: event } : { type: 'Provenance', identifier: { system: base, value } };
}

const SOFTWARE: Device = {
  resourceType: 'Device',
  id: 'countersign',
  type: { ...coded(DEVICE_TYPE, 'Artificial-Intelligence'), text: 'Rule-based coding assistant' },
  deviceName: [{ name: 'Countersign', type: 'user-friendly-name' }],
};

/** ISO 21089: what a coder does to the draft claim. */
const LIFECYCLE = 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle';

const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/** The encounter where nothing was written: a rejection, or what a person took over by hand. R4 requires a target. */
function targets(of: readonly StepId[], context: EncodeContext): Reference[] {
  const written = of.flatMap((step) => {
    const source = context.written(step);
    return source === null ? [] : [versioned(source)];
  });
  return written.length === 0 ? [versioned(context.plan.encounter)] : written;
}

/** One entity for each version that was read, with the quotes found in it. */
function sources(evidence: readonly Evidence[]): ProvenanceEntity[] {
  const quotes = evidence.filter((e) => e.kind === 'quote');
  const documents = new Map(quotes.map((q) => [`${q.document}|${q.version ?? ''}`, { reference: q.document, version: q.version }]));
  const facts = new Map(evidence.flatMap((e) => (e.kind === 'fact' ? [[e.resource, { reference: e.resource, version: e.version }] as const] : [])));
  return [
    ...[...documents.values()].map((source): ProvenanceEntity => ({
      extension: quotes.filter((q) => q.document === source.reference && q.version === source.version).map(quoteExtension),
      role: 'source',
      what: versioned(source),
    })),
    ...[...facts.values()].map((source): ProvenanceEntity => ({ role: 'source', what: versioned(source) })),
  ];
}

function decisionExtension({ suggestion, action, code, from, choice, evidence }: AttestedItem): Extension {
  const more = choice.kind === 'reject' || choice.kind === 'defer'
    ? [{ url: 'reason', valueCode: choice.reason }, ...(choice.text === undefined || choice.text.trim() === '' ? [] : [{ url: 'text', valueString: choice.text }])]
    : [{ url: 'target', valueCode: choice.target }, ...(choice.kind === 'modify' ? [{ url: 'chosenCode', valueString: choice.code }] : [])];
  return {
    url: EXTENSION.decision,
    extension: [
      { url: 'suggestion', valueString: suggestion },
      { url: 'action', valueCode: action },
      { url: 'code', valueString: code },
      ...(from === null ? [] : [{ url: 'from', valueString: from }]),
      { url: 'choice', valueCode: choice.kind },
      ...more,
      ...evidence.map((digest) => ({ url: 'evidence', valueString: digest })),
    ],
  };
}
