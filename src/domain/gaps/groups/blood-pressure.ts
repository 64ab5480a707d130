import type { CodeGroup } from '../operators/expression.ts';

/** As CMS165 (2026): essential hypertension, not that of a kidney, a gland or a pregnancy. */
export const ESSENTIAL_HYPERTENSION: CodeGroup = {
  name: 'essential hypertension',
  icd10: ['I10', 'I11', 'I1A'],
  terms: ['essential hypertension', 'hypertension', 'htn'],
  except: ['pulmonary', 'portal', 'ocular', 'intracranial', 'venous', 'family history', 'screening', 'risk of', 'gestational', 'white coat', 'secondary', 'renovascular', 'elevated blood pressure without'],
};

/** ESRD, dialysis and kidney transplant. */
export const KIDNEY_FAILURE: CodeGroup = {
  name: 'end-stage kidney disease, dialysis or a kidney transplant',
  icd10: ['N18.5', 'N18.6', 'Z99.2', 'Z91.15', 'Z94.0', 'T86.1'],
  terms: ['end stage renal', 'end-stage renal', 'end stage kidney', 'end-stage kidney', 'esrd', 'eskd', 'dialysis', 'kidney transplant', 'renal transplant'],
  except: ['family history', 'screening', 'risk of'],
};
