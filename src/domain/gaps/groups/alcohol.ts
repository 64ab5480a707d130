import type { CodeGroup } from '../operators/expression.ts';

export const ALCOHOL_DISORDER: CodeGroup = {
  name: 'alcohol use disorder',
  icd10: ['F10.1', 'F10.2', 'K70', 'O99.31'],
  terms: ['alcohol use disorder', 'alcohol dependence', 'alcoholism', 'alcohol abuse', 'alcoholic cirrhosis', 'alcoholic hepatitis'],
  except: ['family history', 'screening', 'risk of', 'mother', 'father'],
};
