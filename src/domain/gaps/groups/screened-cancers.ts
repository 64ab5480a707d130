import type { CodeGroup } from '../operators/expression.ts';

/** Had or has the cancer that is screened for: then it is watched, not screened. */

export const COLORECTAL_CANCER: CodeGroup = {
  name: 'colorectal cancer, now or before',
  icd10: ['C18', 'C19', 'C20', 'C21.2', 'C21.8', 'C78.5', 'Z85.038', 'Z85.048'],
  terms: ['colon cancer', 'rectal cancer', 'colorectal cancer', 'cancer of the colon', 'malignant neoplasm of colon'],
  except: ['family history', 'screening', 'risk of', 'mother', 'father', 'brother', 'sister'],
};

export const LUNG_CANCER: CodeGroup = {
  name: 'lung cancer, now or before',
  icd10: ['C33', 'C34', 'Z85.11', 'C78.0'],
  terms: ['lung cancer', 'cancer of the lung', 'malignant neoplasm of lung', 'malignant neoplasm of bronchus'],
  except: ['family history', 'screening', 'risk of', 'mother', 'father', 'brother', 'sister'],
};

export const NO_BREASTS: CodeGroup = { name: 'both breasts removed', icd10: ['Z90.13'], terms: ['bilateral mastectomy', 'absence of both breasts'], except: ['family history', 'planned'] };
export const NO_RIGHT_BREAST: CodeGroup = { name: 'right breast removed', icd10: ['Z90.11'], terms: ['absence of right breast'], except: [] };
export const NO_LEFT_BREAST: CodeGroup = { name: 'left breast removed', icd10: ['Z90.12'], terms: ['absence of left breast'], except: [] };

/** Z90.711 leaves the stump of the cervix: screening goes on. */
export const NO_CERVIX: CodeGroup = {
  name: 'no cervix',
  icd10: ['Z90.710', 'Z90.712', 'Q51.5', 'Q52.0'],
  terms: ['absence of cervix', 'absence of both cervix and uterus', 'absence of uterus and cervix'],
  except: ['family history', 'remaining cervical stump'],
};
