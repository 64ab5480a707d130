import type { CodeGroup, Expression } from '../operators/expression.ts';
import { IMMUNOSUPPRESSANTS } from '../drugs/long-term.ts';
import { any } from '../operators/any.ts';
import { hasActive } from '../operators/has-active.ts';
import { taking } from '../operators/taking.ts';

/** Who needs vaccines earlier than the others of his age. */

const NOT_NOW: readonly string[] = ['family history', 'screening', 'risk of', 'risk for', 'history of'];

const IMMUNOCOMPROMISE: CodeGroup = {
  name: 'a condition that weakens immunity',
  icd10: ['B20', 'C81', 'C82', 'C83', 'C84', 'C85', 'C88', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'C96', 'D80', 'D81', 'D82', 'D83', 'D84', 'D89.81', 'Z94', 'Z79.6', 'Z51.11'],
  terms: ['hiv disease', 'aids', 'leukemia', 'lymphoma', 'multiple myeloma', 'immunodeficien*', 'immunocompromised', 'immunosuppressed', 'organ transplant', 'kidney transplant', 'liver transplant', 'stem cell transplant'],
  except: NOT_NOW,
};

export const IMMUNOCOMPROMISED: Expression = any(hasActive(IMMUNOCOMPROMISE), taking('immunosuppressants', IMMUNOSUPPRESSANTS));

/** ACIP (2024): chronic heart, lung and liver disease, diabetes, kidney failure, no spleen, sickle cells, cochlear implant or leak of spinal fluid, alcohol, smoking. */
export const PNEUMOCOCCAL_RISK: CodeGroup = {
  name: 'a condition with a higher risk of pneumococcal disease',
  icd10: [
    'A17', 'C81', 'C82', 'C83', 'C84', 'C85', 'C90', 'C91', 'C92', 'C95', 'B20', 'D57.0', 'D57.1', 'D57.2', 'D57.4', 'D57.8', 'D73.0', 'D80', 'D81', 'D82', 'D83', 'D84', 'E08', 'E09', 'E10', 'E11', 'E13', 'F10.2', 'F17', 'G96.0', 'I11.0', 'I13', 'I25', 'I27', 'I42', 'I50',
    'J41', 'J42', 'J43', 'J44', 'J45', 'J47', 'J84', 'K70', 'K73', 'K74', 'N18.4', 'N18.5', 'N18.6', 'N04', 'Q89.01', 'Z90.81', 'Z94', 'Z96.21', 'Z99.2',
  ],
  terms: ['copd', 'emphysema', 'asthma', 'heart failure', 'cirrhosis', 'diabetes', 'cigarette smoker', 'asplenia', 'cochlear implant', 'sickle cell disease'],
  except: [...NOT_NOW, 'gestational', 'prediabetes', 'insipidus', 'former', 'never'],
};

/** ACIP (2024, 2025). Diabetes counts with damage of organs or insulin, obesity from BMI 40. */
export const RSV_RISK: CodeGroup = {
  name: 'a condition with a higher risk of severe RSV disease',
  icd10: [
    'B20', 'C81', 'C82', 'C83', 'C84', 'C85', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'D57', 'D80', 'D81', 'D82', 'D83', 'D84', 'E10.2', 'E10.3', 'E10.4', 'E10.5', 'E11.2', 'E11.3', 'E11.4', 'E11.5', 'E13.2', 'E13.4', 'E66.813', 'E84', 'G12', 'G35', 'G70', 'G71',
    'I11.0', 'I13', 'I20', 'I25', 'I27', 'I42', 'I50', 'J41', 'J42', 'J43', 'J44', 'J45', 'J47', 'J84', 'J96.1', 'K70.3', 'K74', 'N18.4', 'N18.5', 'N18.6', 'Z68.41', 'Z68.42', 'Z68.43', 'Z68.44', 'Z68.45', 'Z79.6', 'Z94', 'Z99.2',
  ],
  terms: ['copd', 'emphysema', 'asthma', 'heart failure', 'coronary artery disease', 'cirrhosis', 'bronchiectasis', 'interstitial lung disease'],
  except: NOT_NOW,
};
