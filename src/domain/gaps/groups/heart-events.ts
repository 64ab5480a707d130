import type { CodeGroup } from '../operators/expression.ts';

/** I48.91 and the bare words. */
export const ATRIAL_FIBRILLATION_WITHOUT_TYPE: CodeGroup = {
  name: 'atrial fibrillation without its type',
  icd10: ['I48.91'],
  terms: ['atrial fibrillation', 'afib', 'a-fib', 'a fib', 'af'],
  except: ['paroxysmal', 'persistent', 'permanent', 'chronic', 'family history', 'screening', 'risk of'],
};

export const ATRIAL_FIBRILLATION_WITH_TYPE: CodeGroup = {
  name: 'atrial fibrillation with its type',
  icd10: ['I48.0', 'I48.1', 'I48.2'],
  terms: ['paroxysmal atrial', 'persistent atrial', 'permanent atrial', 'chronic atrial', 'paf', 'paroxysmal af', 'persistent af', 'permanent af', 'chronic af'],
  except: ['family history'],
};

/** I21 and I22 are for the first four weeks (ICD-10-CM guideline I.C.9.e.1). */
export const MYOCARDIAL_INFARCTION_ACUTE: CodeGroup = {
  name: 'myocardial infarction, acute phase',
  icd10: ['I21', 'I22'],
  terms: ['myocardial infarction', 'nstemi', 'stemi', 'heart attack'],
  except: ['old', 'history of', 'family history', 'prior', 'previous', 'remote'],
};

export const MYOCARDIAL_INFARCTION_OLD: CodeGroup = {
  name: 'old myocardial infarction',
  icd10: ['I25.2'],
  terms: ['old myocardial infarction', 'old mi'],
  except: ['family history'],
};

/** I60–I63 are for the acute event (ICD-10-CM guideline I.C.9.d). */
export const STROKE_ACUTE: CodeGroup = {
  name: 'stroke, acute phase',
  icd10: ['I60', 'I61', 'I62', 'I63'],
  terms: ['stroke', 'cva', 'cerebral infarct*'],
  except: ['old', 'history of', 'family history', 'prior', 'previous', 'remote', 'risk'],
};

export const STROKE_PAST: CodeGroup = {
  name: 'past stroke or its sequelae',
  icd10: ['I69', 'Z86.73'],
  terms: ['sequela* of stroke', 'sequela* of cerebral infarction', 'history of stroke', 'history of cva'],
  except: ['family history'],
};
