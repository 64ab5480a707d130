import type { CodeableConcept, Condition } from 'fhir/r4';
import type { DiagnosisCode, WriteAction } from '../../domain/model/index.ts';
import { REMOVAL_STATUS } from '../../domain/writeback/removal-status.ts';
import type { EncodeContext } from './context.ts';
import { evidenceReferences } from './evidence.ts';
import { CATEGORY, CLINICAL_STATUS, STEP_SYSTEM, VERIFICATION_STATUS } from './names.ts';
import { coded, icdConcept, markedProposed, takenOver, tagged, withoutStaleNarrative } from './parts.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/** A diagnosis that a clinician confirmed. */
export function newCondition(action: Action<'create-condition'>, key: string, { plan, profile }: EncodeContext): Condition {
  const detail = evidenceReferences(action.evidence);
  const who = { reference: plan.who.reference, display: plan.who.name };
  const isEpic = profile.name === 'epic';
  return {
    resourceType: 'Condition',
    meta: tagged(undefined, key),
    identifier: [{ system: STEP_SYSTEM, value: key }],
    clinicalStatus: coded(CLINICAL_STATUS, 'active'),
    // Epic's Condition.Create (Problems) takes provisional alone, asks for words beside the code, and keeps one note, but none of our marks.
    verificationStatus: coded(VERIFICATION_STATUS, isEpic ? 'provisional' : 'confirmed'),
    category: [coded(CATEGORY, action.target)],
    code: isEpic ? worded(action.diagnosis) : icdConcept(action.diagnosis),
    subject: { reference: plan.patient },
    encounter: { reference: plan.encounter.reference },
    recordedDate: plan.at,
    recorder: who,
    asserter: who,
    ...(detail.length === 0 ? {} : { evidence: [{ detail }] }),
    ...(isEpic ? { note: [{ text: `Suggested by software (Countersign, rule-based), reviewed and countersigned by ${plan.who.name} on ${plan.at.slice(0, 10)}.`.slice(0, LONGEST_EPIC_NOTE) }] } : {}),
  };
}

/** UTF-16 units. */
const LONGEST_EPIC_NOTE = 450;

function worded(diagnosis: DiagnosisCode): CodeableConcept {
  return { ...icdConcept(diagnosis), text: diagnosis.title.trim() === '' ? diagnosis.code : diagnosis.title };
}

/**
 * What somebody who may not attest puts before a clinician: unconfirmed (Epic and Oracle Health know provisional alone), asserted by
 * nobody yet, and marked as the work of software and as a proposal.
 */
export function proposedCondition(action: Action<'propose-condition'>, key: string, { plan, profile }: EncodeContext): Condition {
  const detail = evidenceReferences(action.evidence);
  return {
    resourceType: 'Condition',
    meta: markedProposed(tagged(undefined, key)),
    identifier: [{ system: STEP_SYSTEM, value: key }],
    clinicalStatus: coded(CLINICAL_STATUS, 'active'),
    verificationStatus: coded(VERIFICATION_STATUS, profile.name === 'generic' ? 'unconfirmed' : 'provisional'),
    category: [coded(CATEGORY, 'encounter-diagnosis')],
    code: icdConcept(action.diagnosis),
    subject: { reference: plan.patient },
    encounter: { reference: plan.encounter.reference },
    recordedDate: plan.at,
    recorder: { reference: plan.who.reference, display: plan.who.name },
    ...(detail.length === 0 ? {} : { evidence: [{ detail }] }),
  };
}

/**
 * The new code, confirmed. The whole `code` is replaced: codings in other systems were translations of the old code,
 * and all codings of one concept mean the same thing (FHIR R4 CodeableConcept). The version before keeps them.
 */
export function recoded(action: Action<'recode-condition'>, key: string, current: Condition): Condition {
  return withoutStaleNarrative({
    ...current,
    meta: takenOver(tagged(current.meta, key)),
    code: icdConcept(action.diagnosis),
    verificationStatus: coded(VERIFICATION_STATUS, 'confirmed'),
  });
}

export function withdrawn(action: Action<'withdraw-condition'>, key: string, current: Condition): Condition {
  const status = REMOVAL_STATUS[action.reason];
  const { clinicalStatus: before, ...others } = withoutStaleNarrative(current);
  const rest = status.clinicalStatus === 'dropped' ? withoutAbatement(others) : others;
  const clinicalStatus = status.clinicalStatus === undefined ? before : clinical(status.clinicalStatus);
  return {
    ...rest,
    meta: tagged(current.meta, key),
    ...(clinicalStatus === undefined ? {} : { clinicalStatus }),
    ...(status.verificationStatus === undefined ? {} : { verificationStatus: coded(VERIFICATION_STATUS, status.verificationStatus) }),
  };
}

/** R4 con-4 allows an abatement only beside a clinical status, which con-5 forbids here. The version before keeps it. */
function withoutAbatement(condition: Omit<Condition, 'clinicalStatus'>): Omit<Condition, 'clinicalStatus'> {
  const { abatementDateTime: _d, abatementAge: _a, abatementPeriod: _p, abatementRange: _r, abatementString: _s, ...rest } = condition;
  return rest;
}

function clinical(status: 'resolved' | 'dropped'): CodeableConcept | undefined {
  return status === 'dropped' ? undefined : coded(CLINICAL_STATUS, status);
}

/** Takes the encounter-diagnosis category away and leaves everything else, the problem list's entry above all. */
export function released(key: string, current: Condition): Condition {
  const category = (current.category ?? []).flatMap((concept) => {
    const coding = (concept.coding ?? []).filter((c) => c.code !== 'encounter-diagnosis');
    if (coding.length === concept.coding?.length) return [concept];
    return coding.length === 0 ? [] : [{ ...concept, coding }];
  });
  const { category: _, ...rest } = withoutStaleNarrative(current);
  return { ...rest, meta: tagged(current.meta, key), ...(category.length === 0 ? {} : { category }) };
}
