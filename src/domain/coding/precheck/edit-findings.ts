import type { PrecheckFinding, Sex } from '../../model/index.ts';
import { isUnderAny } from '../hierarchy.ts';
import { ageConflict } from '../lock/age.ts';
import type { Countersigned } from './diagnosis.ts';
import type { PrecheckContext } from './precheck.ts';

/** Edits inform and never block. */
export function editFindings(diagnoses: readonly Countersigned[], context: PrecheckContext): readonly PrecheckFinding[] {
  return diagnoses.flatMap((one) => [...ageFindings(one, context), ...sexFindings(one, context), ...admissionFindings(one, context)]);
}

function ageFindings({ code, evidence }: Countersigned, { age, edits }: PrecheckContext): readonly PrecheckFinding[] {
  const says = ageConflict(code, age, edits);
  return says === null ? [] : [{
    kind: 'edit', rule: 'age-conflict', codes: [code], says: `${says} The patient’s age is another.`, fix: 'Check the code and the date of birth; payers question the two together.',
    authority: 'CMS Medicare Code Editor, edit 3', evidence,
  }];
}

function sexFindings({ code, evidence }: Countersigned, { sex }: PrecheckContext): readonly PrecheckFinding[] {
  const row = SEX_CONFLICTS.find(({ of, not }) => sex === not && isUnderAny(code, of));
  return row === undefined ? [] : [{
    kind: 'edit', rule: 'sex-conflict', codes: [code], says: `${code} is of organs or states that are rarely ${row.not === 'male' ? 'a man’s' : 'a woman’s'}, and the chart’s sex is ${sex}.`,
    fix: 'Keep it if it is so: Medicare no longer has this edit, other payers may ask.', authority: 'Medicare Code Editor, sex edits withdrawn by CMS as of 2024-10-01', evidence,
  }];
}

/** Categories of one sex's organs and of pregnancy; a warning at most. Authority: chapters 2, 14, 15 of the tabular list. */
const SEX_CONFLICTS: readonly { readonly not: Exclude<Sex, 'unknown'>; readonly of: readonly string[] }[] = [
  { not: 'male', of: ['C51', 'C52', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'D06', 'D25', 'D26', 'D27', 'D28', 'N70', 'N71', 'N72', 'N73', 'N74', 'N75', 'N76', 'N77', 'N80', 'N81', 'N83', 'N84', 'N85', 'N86', 'N87', 'N88', 'N89', 'N90', 'N91', 'N92', 'N93', 'N94', 'N95', 'N96', 'O', 'Z33', 'Z34', 'Z3A'] },
  { not: 'female', of: ['C60', 'C61', 'C62', 'C63', 'D29', 'D40', 'N40', 'N41', 'N42', 'N43', 'N44', 'N45', 'N46', 'N47', 'N48', 'N49', 'N50', 'N51', 'N52', 'N53'] },
];

function admissionFindings({ code, evidence }: Countersigned, { setting, presentOnAdmission }: PrecheckContext): readonly PrecheckFinding[] {
  if (setting !== 'inpatient' || presentOnAdmission?.get(code) !== null) return [];
  return [{
    kind: 'edit', rule: 'present-on-admission-untold', codes: [code], says: `The notes do not tell whether ${code} was present on admission.`, fix: 'Ask the provider: yes, no, or cannot be determined clinically.',
    authority: 'ICD-10-CM Guidelines, Appendix I', evidence,
  }];
}
