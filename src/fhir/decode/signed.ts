import type { Extension, Provenance, Reference } from 'fhir/r4';
import { DEFER_REASONS, REJECT_REASONS } from '../../domain/model/index.ts';
import type { ConditionTarget, Instant, SignedChoice, SignedItem, Source, SuggestionAction, SuggestionId } from '../../domain/model/index.ts';
import { DEVICE_MEMORY, EXTENSION } from '../encode/names.ts';
import { codings, list, oneOf, part, required, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

/** What one attestation's Provenance says: one a step, so that several together tell of one signed event. */
export interface AttestationPart {
  readonly source: Source;
  readonly who: string | null;
  readonly whoName: string | null;
  readonly at: Instant | null;
  readonly statement: string;
  readonly decisions: readonly SignedDecision[];
  readonly targets: readonly Source[];
  readonly seen: readonly Source[];
  readonly corrects: readonly string[];
}

type SignedDecision = Pick<SignedItem, 'suggestion' | 'action' | 'code' | 'from' | 'choice' | 'evidence'>;

/**
 * The person's part of a Provenance of ours (docs/writing-back.md); null where it is something else: the software's, or another system's.
 * @throws Undecodable where it is ours and not as we write it
 */
export function decodeAttestation(provenance: Provenance, refs: References): AttestationPart | null {
  const extensions = list(provenance.extension);
  const statement = text(extensions.find((extension) => extension.url === EXTENSION.statement)?.valueString);
  const verifier = list(provenance.agent).find((agent) => codings(agent.type).some(({ code }) => code === 'verifier'));
  if (statement === null || verifier === undefined) return null;
  return {
    source: sourceOf(provenance),
    who: refs.of(verifier.who),
    whoName: text(verifier.who?.display),
    at: text(provenance.recorded),
    statement,
    decisions: extensions.filter((extension) => extension.url === EXTENSION.decision).map(decisionOf),
    targets: sourcesOf(list(provenance.target), refs),
    seen: sourcesOf(list(provenance.entity).filter((entity) => entity.role === 'source').map((entity) => entity.what), refs),
    corrects: list(provenance.entity).filter((entity) => entity.role === 'revision').map((entity) => signedEvent(entity.what, refs)).filter((reference) => reference !== null),
  };
}

/** The way back from encode/provenance.ts: an event on another server, or on the signer's device, is named by a logical reference. */
function signedEvent(what: Reference | undefined, refs: References): string | null {
  const { system, value } = what?.identifier ?? {};
  const named = text(value);
  if (what?.reference !== undefined || named === null) return refs.of(what);
  return system === DEVICE_MEMORY ? named : `${required(system, 'A reference\'s server')}/${named}`;
}

function sourcesOf(all: readonly (Reference | undefined)[], refs: References): readonly Source[] {
  return all.map((reference) => refs.source(reference)).filter((source) => source !== null);
}

function decisionOf(extension: Extension): SignedDecision {
  const code = required(part(extension, 'code')?.valueString, 'A decision\'s code');
  return {
    suggestion: required(part(extension, 'suggestion')?.valueString, 'A decision\'s suggestion') as SuggestionId,
    action: oneOf<SuggestionAction>(['add', 'specify', 'remove'], part(extension, 'action')?.valueCode, 'A decision\'s action'),
    code,
    from: text(part(extension, 'from')?.valueString),
    choice: choiceOf(extension, code),
    evidence: list(extension.extension).filter((inner) => inner.url === 'evidence').map((inner) => required(inner.valueString, 'A decision\'s evidence')),
  };
}

function choiceOf(extension: Extension, code: string): SignedChoice {
  const kind = oneOf(['accept', 'modify', 'reject', 'defer'], part(extension, 'choice')?.valueCode, 'A decision\'s choice');
  const reason = part(extension, 'reason')?.valueCode;
  switch (kind) {
    case 'reject': return { kind, reason: oneOf(REJECT_REASONS, reason, 'A decision\'s reason') };
    case 'defer': return { kind, reason: oneOf(DEFER_REASONS, reason, 'A decision\'s reason') };
    case 'accept': case 'modify': {
      const target = oneOf<ConditionTarget>(['encounter-diagnosis', 'problem-list-item'], part(extension, 'target')?.valueCode, 'A decision\'s target');
      return { kind, target, code: kind === 'modify' ? required(part(extension, 'chosenCode')?.valueString, 'A decision\'s code') : code };
    }
  }
}

/** What else of the chart tells to which encounter a signed event belongs. */
export interface SignedContext {
  readonly encounter: string;
  /** The encounters of a Condition, claim, document or Task, by reference; absent or empty: it names none. */
  readonly encountersOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * The signed items of this encounter, newest first. The parts of one attestation (same signer, moment and statement, whichever server
 * keeps them) become one item for each suggestion, with all targets, named by the first of them in the order of their references.
 */
export function signedItems(parts: readonly AttestationPart[], context: SignedContext): readonly SignedItem[] {
  const here = parts.filter((attestation) => isHere(attestation, context)).toSorted((a, b) => compare(a.source.reference, b.source.reference));
  const items = new Map<string, SignedItem>();
  for (const attestation of here) {
    for (const decision of attestation.decisions) {
      const key = JSON.stringify([attestation.who ?? attestation.whoName, momentOf(attestation.at), attestation.statement, decision.suggestion]);
      items.set(key, joined(items.get(key), itemOf(attestation, decision, here)));
    }
  }
  return [...items.values()].toSorted((a, b) => momentOf(b.at) - momentOf(a.at) || compare(a.source.reference, b.source.reference) || compare(a.suggestion, b.suggestion));
}

/**
 * What stands on this encounter, or on something of it. What stands only on other encounters' entries was signed there; what names no
 * encounter at all was found through this patient's chart, and counts where the signer saw nothing of another visit alone.
 */
function isHere({ source, targets, seen }: AttestationPart, { encounter, encountersOf }: SignedContext): boolean {
  // The companion server was asked for this encounter alone.
  if (source.reference.includes('://')) return true;
  const visits = (sources: readonly Source[]) => sources.flatMap(({ reference }) => (reference.startsWith('Encounter/') ? [reference] : encountersOf.get(reference) ?? []));
  const named = visits(targets);
  const told = named.length > 0 ? named : visits(seen);
  return told.length === 0 || told.includes(encounter);
}

function itemOf({ source, who, whoName, at, decisions, targets, seen, corrects }: AttestationPart, decision: SignedDecision, all: readonly AttestationPart[]): SignedItem {
  return { source, who, whoName, at, ...decision, targets, seen, corrects: decisions.length === 1 ? corrects[0] ?? null : corrected(decision, corrects, all) };
}

/** Which of the signed events that several decisions together correct is this one's: the one about the same suggestion or code. */
function corrected({ suggestion, code, from }: SignedDecision, corrects: readonly string[], all: readonly AttestationPart[]): string | null {
  return corrects.find((reference) => all.find((attestation) => attestation.source.reference === reference)?.decisions.some((before) => before.suggestion === suggestion
    || [code, from].includes('code' in before.choice ? before.choice.code : before.code))) ?? null;
}

function joined(before: SignedItem | undefined, now: SignedItem): SignedItem {
  if (before === undefined) return now;
  return {
    ...before,
    whoName: before.whoName ?? now.whoName,
    evidence: [...new Set([...before.evidence, ...now.evidence])],
    targets: distinct([...before.targets, ...now.targets]),
    seen: distinct([...before.seen, ...now.seen]),
    corrects: before.corrects ?? now.corrects,
  };
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [`${source.reference}|${source.version ?? ''}`, source])).values()];
}

/** Milliseconds: two servers may write the same moment in different time zones. What cannot be read is older than all. */
function momentOf(at: Instant | null): number {
  const moment = Date.parse(at ?? '');
  return Number.isNaN(moment) ? -8.64e15 : moment;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
