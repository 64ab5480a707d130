import type { CodeGroup, Expression } from '../operators/expression.ts';
import { DEMENTIA_DRUGS } from '../drugs/long-term.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { taking } from '../operators/taking.ts';

/** Who is left out of preventive care, and whom diabetes care is for. */

const PALLIATIVE_CARE: CodeGroup = {
  name: 'palliative or hospice care',
  icd10: ['Z51.5'],
  terms: ['hospice', 'palliative care', 'comfort care'],
  except: ['family history', 'declin*'],
};

/** Hospice and palliative care, as in the exclusions of the CMS eCQMs (2026); a life expectancy too short to gain by it, as USPSTF advises. */
export const END_OF_LIFE: Expression = any(
  hasActive(PALLIATIVE_CARE),
  noted('hospice or palliative care', ['hospice', 'comfort care', 'comfort measures only', 'palliative care', 'end-of-life care', 'actively dying'], {
    visit: 'any', except: ['declin*', 'refus*', 'discuss*', 'volunteer*', 'nurse', 'works', 'worker', 'chaplain', 'died', 'referral', 'consider*', 'not on', 'information', 'interested'],
  }),
  noted('a limited life expectancy', ['life expectancy'], { beside: ['limited', 'less than', '<', 'poor', 'short', 'months'], except: ['good', 'excellent', 'greater than', '>', 'more than', 'normal', 'not limited'], visit: 'any' }),
  noted('a terminal illness', ['poor prognosis', 'terminal prognosis', 'terminally ill', 'terminal illness', 'prognosis less than'], { visit: 'any' }),
);

/** Two of frailty's codes a measure may name; equipment and nursing care are told in words. */
const FRAILTY: CodeGroup = {
  name: 'frailty',
  icd10: ['R54', 'M62.84', 'Z74.0', 'Z74.1', 'Z74.2', 'Z74.3', 'Z99.3', 'Z73.6', 'R26.2', 'R26.89', 'R41.81', 'R62.7', 'R64', 'L89', 'Z91.81', 'R29.6', 'W06', 'W07', 'W10', 'W18', 'W19'],
  terms: ['frail', 'frailty', 'bedbound', 'wheelchair*'],
  except: ['risk of', 'not frail', 'family history'],
};

const ADVANCED_ILLNESS: CodeGroup = {
  name: 'advanced illness',
  icd10: [
    'C25', 'C71', 'C77', 'C78', 'C79', 'C91.00', 'C91.02', 'C92.00', 'C92.02', 'F01', 'F02', 'F03', 'F04', 'F10.27', 'G10', 'G12.21', 'G20', 'G30', 'G31.0', 'G31.83', 'G35', 'I09.81', 'I11.0', 'I12.0', 'I13', 'I50',
    'J43', 'J68.4', 'J84.1', 'J96.1', 'K70.1', 'K70.3', 'K70.4', 'K74', 'N18.5', 'N18.6',
  ],
  terms: ['dementia', 'alzheimer*', 'parkinson*', 'heart failure', 'metasta*', 'cirrhosis', 'emphysema', 'end stage renal', 'end-stage renal'],
  except: ['family history', 'risk of', 'screening'],
};

/** From 66 years: frailty with an advanced illness or a drug for dementia, or living in a nursing home (CMS eCQMs, 2026). */
const FRAIL: Expression = all(ageAtLeast(66), any(
  all(hasActive(FRAILTY, 24), any(hasActive(ADVANCED_ILLNESS), taking('a drug for dementia', DEMENTIA_DRUGS))),
  noted('living in a nursing home', ['nursing home resident', 'resident of a nursing home', 'resides in a nursing home', 'lives in a nursing home', 'lives in nursing home', 'long-term care resident', 'long term care resident', 'ltc resident', 'snf resident']),
));

export const NOT_EXPECTED_TO_BENEFIT: Expression = any(END_OF_LIFE, FRAIL);

/** Diabetes that lasts: that of pregnancy alone ends with it. O24.0, O24.1, O24.3 and O24.8 are diabetes from before. */
const LASTING_DIABETES: CodeGroup = {
  name: 'diabetes mellitus',
  icd10: ['E08', 'E09', 'E10', 'E11', 'E13', 'O24.0', 'O24.1', 'O24.3', 'O24.8'],
  terms: ['diabetes', 'diabetic', 't1dm', 't2dm', 'dm1', 'dm2'],
  except: ['insipidus', 'prediabet*', 'pre-diabet*', 'family history', 'screening', 'risk of', 'risk for', 'gestational', 'rule out'],
};

/** Charted, or said of this visit as present: "possible diabetes" makes nothing due. */
export const DIABETIC: Expression = any(hasActive(LASTING_DIABETES), assessed(LASTING_DIABETES));
