import type { Claim, CodeableConcept, Condition, DocumentReference, Extension, Provenance, Reference, Resource, Task } from 'fhir/r4';
import { dotted, undotted } from '../../domain/coding/tabular.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { EXTENSION, RECORD, RECORD_TITLE, TASK } from '../encode/index.ts';
import { referenceTo } from '../read/reference.ts';
import type { Newcomer } from './contract.ts';

export function ofCondition(condition: Condition): readonly Newcomer[] {
  return [{ kind: 'Condition', source: sourceOf(condition), code: icdOf(condition.code), who: nameIn(condition.recorder) ?? nameIn(condition.asserter), at: textOf(condition.recordedDate) }];
}

export function ofClaim(claim: Claim): readonly Newcomer[] {
  const codes = list(claim.diagnosis).map((d) => icdOf(d.diagnosisCodeableConcept));
  return (codes.length === 0 ? [null] : codes).map((code) => ({ kind: 'Claim', source: sourceOf(claim), code, who: nameIn(claim.enterer) ?? nameIn(claim.provider), at: textOf(claim.created) }));
}

/** A question tells only while it waits. */
export function ofTask(task: Task): readonly Newcomer[] {
  const about: Newcomer = { kind: 'Task', source: sourceOf(task), code: null, who: nameIn(task.requester), at: textOf(task.authoredOn) };
  if (!isOurs(task, 'query')) return ofProposal(task, about);
  const rule = textOf(list(task.input).find((input) => list(input.type?.coding).some((c) => c.code === 'rule'))?.valueString);
  return rule === null || CLOSED.includes(task.status) ? [about] : [{ ...about, asks: rule }];
}

const CLOSED: readonly Task['status'][] = ['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error'];

function ofProposal(task: Task, about: Newcomer): readonly Newcomer[] {
  const code: unknown = list(task.input).find((input) => list(input.type?.coding).some((c) => c.code === 'code'))?.valueCoding?.code;
  return [{ ...about, code: typeof code === 'string' ? dotted(undotted(code)) : null }];
}

export function ofDocument(document: DocumentReference): readonly Newcomer[] {
  return [{ kind: 'DocumentReference', source: sourceOf(document), code: null, who: nameIn(list(document.author)[0]), at: textOf(document.date) }];
}

export function ofProvenance(provenance: Provenance): readonly Newcomer[] {
  const about: Newcomer = { kind: 'Provenance', source: sourceOf(provenance), code: null, who: nameIn(list(provenance.agent)[0]?.who), at: textOf(provenance.recorded) };
  const decisions = list(provenance.extension).filter((e) => e.url === EXTENSION.decision);
  if (decisions.length === 0) return [about];
  return decisions.map((decision) => {
    const suggestion = part(decision, 'suggestion');
    return { ...about, code: part(decision, 'code'), ...(suggestion === null ? {} : { suggestion }) };
  });
}

function part(extension: Extension, name: string): string | null {
  return textOf(list(extension.extension).find((e) => e.url === name)?.valueString);
}

/** A proposal, or a question. */
export function isOurTask(task: Task): boolean {
  return isOurs(task, 'proposal') || isOurs(task, 'query');
}

function isOurs(task: Task, what: 'proposal' | 'query'): boolean {
  return list(task.code?.coding).some((c) => c.system === TASK && c.code === what);
}

/** What this app filed itself is no note that anybody wrote. */
export function isRecord(document: DocumentReference): boolean {
  return list(document.meta?.tag).some((t) => t.system === RECORD) || (textOf(document.type?.text)?.startsWith(RECORD_TITLE) ?? false);
}

function icdOf(concept: CodeableConcept | undefined): string | null {
  const code = list(concept?.coding).find((c) => c.system === ICD_10_CM)?.code;
  return typeof code === 'string' ? dotted(undotted(code)) : null;
}

function sourceOf(resource: Resource): Newcomer['source'] {
  return { reference: referenceTo(resource), version: resource.meta?.versionId ?? null };
}

function nameIn(reference: Reference | undefined): string | null {
  return textOf(reference?.display) ?? textOf(reference?.reference) ?? textOf(reference?.identifier?.value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Servers keep what validation did not stop: only objects are looked at. */
export function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]).filter((item) => typeof item === 'object' && item !== null) : [];
}
