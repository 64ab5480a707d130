import type { PrecheckFinding, PresentOnAdmission, Sex, Suggestion } from '../../model/index.ts';
import { conflictFinding } from '../lock/conflicts.ts';
import type { LockContext } from '../lock/lock.ts';
import { invalidBecause } from '../lock/validity.ts';
import { companionFindings } from './companion-findings.ts';
import type { Countersigned, SaidCode } from './diagnosis.ts';
import { editFindings } from './edit-findings.ts';
import { sequenceFindings } from './sequence-findings.ts';
import { specificityFindings } from './specificity-findings.ts';

export interface PrecheckContext extends LockContext {
  readonly sex: Sex;
  /** By code; null where it cannot be told. Absent: not an inpatient stay. */
  readonly presentOnAdmission?: ReadonlyMap<string, PresentOnAdmission | null>;
}

/** What the record offers besides the diagnoses. */
export interface PrecheckRecord {
  /** Of this visit, decided or not. */
  readonly suggestions: readonly Suggestion[];
  /** What providers state in this visit's notes as present now. */
  readonly said: readonly SaidCode[];
}

/**
 * What a person should know of the diagnoses before countersigning them: not valid, excluding each other, without the code that the list
 * asks for, saying less than the record, out of order, against an edit. Each with its mend; nothing here changes a diagnosis.
 * @param diagnoses accepted and standing, in the order of the claim
 */
export function precheck(diagnoses: readonly Countersigned[], record: PrecheckRecord, context: PrecheckContext): readonly PrecheckFinding[] {
  const valid = diagnoses.filter(({ code }) => invalidBecause(code, context.codeSet, context.otherReleases) === null);
  return [
    ...invalidFindings(diagnoses, context),
    ...conflictFindings(valid, context),
    ...companionFindings(valid, record, context),
    ...specificityFindings(valid, record, context),
    ...sequenceFindings(valid, context),
    ...editFindings(valid, context),
  ];
}

function invalidFindings(diagnoses: readonly Countersigned[], { codeSet, otherReleases }: PrecheckContext): readonly PrecheckFinding[] {
  return diagnoses.flatMap(({ code, evidence }) => {
    const invalid = invalidBecause(code, codeSet, otherReleases);
    return invalid === null ? [] : [{ kind: 'invalid' as const, codes: [code], evidence, ...invalid }];
  });
}

function conflictFindings(diagnoses: readonly Countersigned[], { instructions }: PrecheckContext): readonly PrecheckFinding[] {
  return diagnoses.flatMap((one, place) => diagnoses.slice(place + 1).flatMap((other) => {
    const exclusion = instructions?.excludes1(one.code, other.code) ?? null;
    return exclusion === null ? [] : [conflictFinding(one.code, other.code, exclusion, [...one.evidence, ...other.evidence])];
  }));
}
