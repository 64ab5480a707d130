import type { CodeGroup } from '../operators/expression.ts';

/** Malignant, of an organ: skin other than melanoma is cut out and over; blood cancers go by remission, not by history. */
export const SOLID_CANCER: CodeGroup = {
  name: 'a malignant neoplasm of an organ',
  icd10: [
    'C0', 'C1', 'C2', 'C30', 'C31', 'C32', 'C33', 'C34', 'C37', 'C38', 'C39', 'C40', 'C41', 'C43', 'C45', 'C46', 'C47', 'C48', 'C49', 'C4A', 'C5', 'C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C70', 'C71', 'C72', 'C73', 'C74', 'C75', 'C7A',
  ],
  terms: ['cancer', 'carcinoma', 'adenocarcinoma', 'melanoma', 'sarcoma'],
  except: ['family history', 'screening', 'risk of', 'basal cell', 'squamous cell carcinoma of the skin', 'fear of'],
};

export const METASTASIS: CodeGroup = {
  name: 'metastatic cancer',
  icd10: ['C77', 'C78', 'C79', 'C7B', 'C80.0'],
  terms: ['metasta*'],
  except: ['family history', 'rule out'],
};

/** ICD-10-CM guideline I.C.2.m: excised or eradicated, no further treatment, no evidence left. */
export const CANCER_HISTORY: CodeGroup = {
  name: 'personal history of a malignant neoplasm',
  icd10: ['Z85', 'Z08'],
  terms: ['history of cancer', 'cancer survivor', 'no evidence of disease'],
  except: ['family history'],
};
