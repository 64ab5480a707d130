import type { Condition } from 'fhir/r4';
import type { ConditionCategory, ConditionFact } from '../../domain/model/index.ts';
import { isMarkedProposed } from '../encode/parts.ts';
import { codings, firstCode, list, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

export function decodeCondition(condition: Condition, refs: References): ConditionFact {
  return {
    source: sourceOf(condition),
    codings: codings(condition.code),
    text: text(condition.code?.text),
    categories: [...new Set(list(condition.category).flatMap((c) => codings(c)).map((c) => OLDER[c.code] ?? c.code).filter(isCategory))],
    clinicalStatus: firstCode(condition.clinicalStatus),
    verificationStatus: firstCode(condition.verificationStatus),
    encounter: refs.of(condition.encounter),
    onset: text(condition.onsetDateTime) ?? text(condition.onsetPeriod?.start) ?? text(condition.onsetString),
    recorded: text(condition.recordedDate),
    recorder: refs.of(condition.recorder),
    machineAsserted: list(condition.meta?.security).some((label) => label.code === 'AIAST') || isMarkedProposed(condition.meta),
  };
}

/**
 * What Argonaut and US Core before R4 called the problem list, and SNOMED CT's "Problem": missing them, a removal from the encounter
 * would take the problem along.
 */
const OLDER: Readonly<Record<string, ConditionCategory>> = { problem: 'problem-list-item', '55607006': 'problem-list-item' };

function isCategory(code: string): code is ConditionCategory {
  return code === 'encounter-diagnosis' || code === 'problem-list-item' || code === 'health-concern';
}
