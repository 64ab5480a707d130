import type { CodeGroup } from './operators/expression.ts';

/** Diagnoses by ICD-10-CM (FY2026 and FY2027); words stand in where a chart holds no ICD-10-CM code (SNOMED CT only, or free text). */

export const PREGNANCY: CodeGroup = {
  name: 'pregnancy or the weeks after birth',
  icd10: ['O', 'Z33.1', 'Z33.3', 'Z34', 'Z3A', 'Z39'],
  terms: ['pregnan*', 'gestation', 'postpartum', 'puerperium'],
  except: ['history of', 'test', 'not pregnant', 'prevention', 'contraception'],
};

/** E66 with E66.3 overweight; O99.21 obesity complicating pregnancy. Z68 alone is no diagnosis (guideline I.B.14). */
export const OVERWEIGHT_OR_OBESITY: CodeGroup = {
  name: 'overweight or obesity',
  icd10: ['E66', 'E88.82', 'O99.21'],
  terms: ['obesity', 'obese', 'overweight'],
  except: ['family history', 'screening', 'risk of'],
};

export const DIABETES: CodeGroup = {
  name: 'diabetes mellitus',
  icd10: ['E08', 'E09', 'E10', 'E11', 'E13', 'O24'],
  terms: ['diabetes', 'diabetic', 't1dm', 't2dm', 'dm1', 'dm2'],
  except: ['insipidus', 'prediabet*', 'pre-diabet*', 'family history', 'screening', 'risk of', 'risk for', 'history of gestational', 'borderline', 'latent'],
};

export const HYPERTENSION: CodeGroup = {
  name: 'hypertension',
  icd10: ['I10', 'I11', 'I12', 'I13', 'I15', 'I16', 'I1A', 'I67.4', 'O10', 'O11', 'O13', 'O14', 'O16'],
  terms: ['hypertension', 'hypertensive', 'htn'],
  except: ['pulmonary', 'portal', 'ocular', 'intracranial', 'venous', 'family history', 'screening', 'risk of'],
};

/** Charted as a diagnosis, it says what a provider makes of the readings; the same words in a note only describe them. */
export const ELEVATED_READING: CodeGroup = {
  name: 'elevated blood-pressure reading without a diagnosis of hypertension',
  icd10: ['R03.0'],
  terms: ['elevated blood-pressure reading', 'elevated blood pressure reading', 'white coat'],
  except: [],
};

/** N18 and the combination codes that imply it; kidney failure not further specified (N19), whose question is another; dialysis status. */
export const CHRONIC_KIDNEY_DISEASE: CodeGroup = {
  name: 'chronic kidney disease',
  icd10: ['N18', 'N19', 'I12', 'I13', 'E08.22', 'E09.22', 'E10.22', 'E11.22', 'E13.22', 'O10.2', 'O10.3', 'Z99.2'],
  terms: ['chronic kidney disease', 'ckd*', 'chronic renal', 'end stage renal', 'end-stage renal', 'end stage kidney', 'end-stage kidney', 'esrd', 'eskd', 'diabetic nephropathy'],
  except: ['family history', 'screening', 'risk of'],
};
