import type { GapRule } from './rule.ts';
import a1cAbove9NoPlan from './a1c-above-9-no-plan/rule.ts';
import akiValidation from './aki-validation/rule.ts';
import ckdNoDiagnosis from './ckd-no-diagnosis/rule.ts';
import diabetesNoDiagnosis from './diabetes-no-diagnosis/rule.ts';
import encephalopathyValidation from './encephalopathy-validation/rule.ts';
import htnNoDiagnosis from './htn-no-diagnosis/rule.ts';
import malnutritionValidation from './malnutrition-validation/rule.ts';
import miTypeValidation from './mi-type-validation/rule.ts';
import obesityNoDiagnosis from './obesity-no-diagnosis/rule.ts';
import pneumoniaValidation from './pneumonia-validation/rule.ts';
import providerConflict from './provider-conflict/rule.ts';
import respiratoryFailureValidation from './respiratory-failure-validation/rule.ts';
import sameNoteConflict from './same-note-conflict/rule.ts';
import sepsisValidation from './sepsis-validation/rule.ts';

/** The rules that ship, by id. */
export const CATALOGUE: readonly GapRule[] = [
  a1cAbove9NoPlan, akiValidation, ckdNoDiagnosis, diabetesNoDiagnosis, encephalopathyValidation, htnNoDiagnosis, malnutritionValidation,
  miTypeValidation, obesityNoDiagnosis, pneumoniaValidation, providerConflict, respiratoryFailureValidation, sameNoteConflict, sepsisValidation,
];
