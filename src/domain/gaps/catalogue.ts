import type { GapRule } from './rule.ts';
import a1cAbove9NoPlan from './a1c-above-9-no-plan/rule.ts';
import ckdNoDiagnosis from './ckd-no-diagnosis/rule.ts';
import diabetesNoDiagnosis from './diabetes-no-diagnosis/rule.ts';
import htnNoDiagnosis from './htn-no-diagnosis/rule.ts';
import obesityNoDiagnosis from './obesity-no-diagnosis/rule.ts';
import providerConflict from './provider-conflict/rule.ts';
import sameNoteConflict from './same-note-conflict/rule.ts';

/** The rules that ship, by id. */
export const CATALOGUE: readonly GapRule[] = [
  a1cAbove9NoPlan, ckdNoDiagnosis, diabetesNoDiagnosis, htnNoDiagnosis, obesityNoDiagnosis, providerConflict, sameNoteConflict,
];
