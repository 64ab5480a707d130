import type { CodeGroup } from '../operators/expression.ts';

/** What a high depression score may mean once a provider has said it: depressive, bipolar, schizoaffective and adjustment disorders, those of a substance or a disease, and after a birth. */
export const DEPRESSIVE_DISORDER: CodeGroup = {
  name: 'depression or another disorder of mood',
  icd10: ['F31', 'F32', 'F33', 'F34', 'F39', 'F43.2', 'F53.0', 'F06.3', 'F25', 'F41.8', 'F43.81', 'O90.6', 'O99.34', 'F10.14', 'F10.24', 'F11.14', 'F11.24', 'F19.14', 'F19.24'],
  terms: ['depression', 'depressive', 'mdd', 'dysthymi*', 'adjustment disorder', 'bipolar', 'mood disorder', 'bereavement'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of', 'st depression', 'respiratory depression', 'mother', 'father'],
};

/** Severity, remission or another kind said in the code. */
export const SPECIFIED_DEPRESSION: CodeGroup = {
  name: 'depression of a severity, in remission, or of another kind',
  icd10: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F32.81', 'F32.89', 'F33.0', 'F33.1', 'F33.2', 'F33.3', 'F33.4', 'F33.8', 'F31', 'F34.1', 'F43.21', 'F43.23', 'F53.0', 'F06.3', 'F25'],
  terms: ['dysthymi*', 'persistent depressive', 'adjustment disorder', 'bipolar', 'schizoaffective'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'mother', 'father'],
};

export const DEPRESSION_WORDS: readonly string[] = ['depression', 'depressive disorder', 'major depressive', 'mdd', 'depressive episode'];

/** DSM-5-TR (2022) severity and course specifiers, as written. */
export const DEPRESSION_SPECIFIERS: readonly string[] = [
  'mild', 'moderate', 'moderately severe', 'severe', 'mild-moderate', 'mild-to-moderate', 'moderate-to-severe', 'in remission', 'full remission', 'partial remission', 'remission', 'remitted', 'resolved', 'psychotic features', 'with psychosis', 'seasonal', 'postpartum', 'perinatal', 'bipolar', 'persistent depressive', 'dysthymi*', 'adjustment', 'treatment-resistant', 'premenstrual',
];
