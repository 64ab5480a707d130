import type { CodeGroup } from '../operators/expression.ts';

/** Clinical ASCVD as CMS347 (2026) has it: coronary, cerebral and peripheral disease of atherosclerosis. */
export const ASCVD: CodeGroup = {
  name: 'atherosclerotic cardiovascular disease',
  icd10: [
    'I20', 'I21', 'I22', 'I24', 'I25.1', 'I25.2', 'I25.5', 'I25.6', 'I25.7', 'I25.8', 'I25.9', 'I63', 'I65', 'I66', 'I67.2', 'I70.0', 'I70.1', 'I70.2', 'I70.3', 'I70.4', 'I70.5', 'I70.6', 'I70.7', 'I70.9', 'I73.9', 'I74', 'G45.0', 'G45.1', 'G45.2', 'G45.8', 'G45.9', 'I69.3', 'Z86.73', 'Z95.1', 'Z95.5', 'Z98.61',
    'E08.51', 'E08.52', 'E09.51', 'E09.52', 'E10.51', 'E10.52', 'E11.51', 'E11.52', 'E13.51', 'E13.52',
  ],
  terms: ['coronary artery disease', 'cad', 'atherosclero*', 'myocardial infarction', 'ischemic heart disease', 'peripheral arterial disease', 'peripheral artery disease', 'ischemic stroke', 'transient ischemic attack', 'nstemi', 'stemi'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'rule out', 'spasm'],
};

export const FAMILIAL_HYPERCHOLESTEROLEMIA: CodeGroup = {
  name: 'familial hypercholesterolemia', icd10: ['E78.01'], terms: ['familial hypercholesterol*'], except: ['family history', 'screening', 'rule out'],
};

/** What speaks against a statin (CMS347, exclusions and exceptions, 2026). */
export const STATIN_CONTRAINDICATION: CodeGroup = {
  name: 'rhabdomyolysis, drug-induced myopathy, active liver disease or kidney failure',
  icd10: ['M62.82', 'G72.0', 'T46.6X5', 'B15', 'B16', 'B17', 'B18', 'B19', 'K70.1', 'K70.2', 'K70.3', 'K70.4', 'K70.9', 'K71', 'K72', 'K73', 'K74', 'K75.4', 'N18.6', 'Z99.2', 'Z39.1', 'O92.5', 'O92.7'],
  terms: ['rhabdomyolysis', 'statin myopathy', 'statin-induced', 'statin intoleran*', 'statin-associated muscle', 'cirrhosis', 'hepatic failure', 'acute hepatitis'],
  except: ['family history', 'risk of', 'screening'],
};
