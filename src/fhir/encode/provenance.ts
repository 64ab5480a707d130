import type { Device, Extension, Provenance, ProvenanceEntity, Reference } from 'fhir/r4';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AttestedItem, Evidence, QuoteEvidence, RuleCitation, StepId, WriteAction } from '../../domain/model/index.ts';
import type { EncodeContext } from './context.ts';
import { DEVICE_TYPE, EXTENSION, REMOVAL_REASON } from './names.ts';
import { coded, tagged, versioned } from './parts.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * The software's part: which versions it read, where in them, under which rules. Marked AIAST (HL7 v3 ObservationValue,
 * AI transparency on FHIR). A quote is kept as offsets and hash, never as words: they stay in the note.
 */
export function machineProvenance(action: Action<'machine-provenance'>, key: string, context: EncodeContext): Provenance {
  const asserted = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'AIAST', display: 'Artificial Intelligence asserted' };
  const entity = sources(action.evidence);
  const extension = [...action.rules.map(ruleExtension), ...action.evidence.flatMap(searchedExtension)];
  return {
    resourceType: 'Provenance',
    meta: { ...tagged(undefined, key), security: [asserted] },
    contained: [SOFTWARE],
    ...(extension.length === 0 ? {} : { extension }),
    target: targets(action.of, context),
    recorded: context.plan.at,
    reason: [{ coding: [asserted] }, ...(action.reason === null ? [] : [coded(REMOVAL_REASON, action.reason)])],
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
  const entity = action.seen.map((source): ProvenanceEntity => ({ role: 'source', what: versioned(source) }));
  return {
    resourceType: 'Provenance',
    meta: tagged(undefined, key),
    extension: [{ url: EXTENSION.statement, valueString: action.statement }, ...action.items.map(decisionExtension)],
    target: action.of.length === 0 ? [versioned(plan.encounter)] : targets(action.of, context),
    recorded: plan.at,
    agent: [{ type: coded(PARTICIPANT, 'verifier'), who }],
    ...(entity.length === 0 ? {} : { entity }),
    signature: [{
      type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.5', display: 'Verification Signature' }],
      when: plan.at,
      who,
    }],
  };
}

const SOFTWARE: Device = {
  resourceType: 'Device',
  id: 'countersign',
  type: { ...coded(DEVICE_TYPE, 'Artificial-Intelligence'), text: 'Rule-based coding assistant' },
  deviceName: [{ name: 'Countersign', type: 'user-friendly-name' }],
};

const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

function targets(of: readonly StepId[], context: EncodeContext): Reference[] {
  return of.flatMap((step) => {
    const source = context.written(step);
    return source === null ? [] : [versioned(source)];
  });
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

/** Offsets are UTF-16 into the extracted text of that attachment; the hash is SHA-256 over the quote's UTF-8 bytes. */
function quoteExtension({ document, note, version, start, end, quote }: QuoteEvidence): Extension {
  return {
    url: EXTENSION.quote,
    extension: [
      { url: 'documentReference', valueString: document },
      { url: 'attachment', valueInteger: Number(/#(\d+)$/.exec(note)?.[1] ?? 0) },
      ...(version === null ? [] : [{ url: 'version', valueString: version }]),
      { url: 'start', valueInteger: start },
      { url: 'end', valueInteger: end },
      { url: 'hash', valueString: `sha256:${bytesToHex(sha256(utf8ToBytes(quote)))}` },
    ],
  };
}

function ruleExtension({ id, version, authority }: RuleCitation): Extension {
  return {
    url: EXTENSION.rule,
    extension: [{ url: 'id', valueString: id }, { url: 'version', valueString: version }, { url: 'authority', valueString: authority }],
  };
}

function searchedExtension(evidence: Evidence): readonly Extension[] {
  if (evidence.kind !== 'searched') return [];
  return [{
    url: EXTENSION.searched,
    extension: [
      ...evidence.what.map((what) => ({ url: 'what', valueString: what })),
      ...evidence.kinds.map((kind) => ({ url: 'kind', valueString: kind })),
      ...(evidence.from === null ? [] : [{ url: 'from', valueString: evidence.from }]),
      { url: 'through', valueString: evidence.through },
      { url: 'found', valueInteger: evidence.found },
    ],
  }];
}

function decisionExtension({ suggestion, action, code, choice }: AttestedItem): Extension {
  const more = choice.kind === 'reject' || choice.kind === 'defer'
    ? [{ url: 'reason', valueCode: choice.reason }, ...(choice.text === undefined || choice.text.trim() === '' ? [] : [{ url: 'text', valueString: choice.text }])]
    : [{ url: 'target', valueCode: choice.target }, ...(choice.kind === 'modify' ? [{ url: 'chosenCode', valueString: choice.code }] : [])];
  return {
    url: EXTENSION.decision,
    extension: [
      { url: 'suggestion', valueString: suggestion },
      { url: 'action', valueCode: action },
      { url: 'code', valueString: code },
      { url: 'choice', valueCode: choice.kind },
      ...more,
    ],
  };
}
