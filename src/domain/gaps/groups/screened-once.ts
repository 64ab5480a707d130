import type { CodeGroup, Expression } from '../operators/expression.ts';
import { any } from '../operators/any.ts';
import { hasActive } from '../operators/has-active.ts';
import { latestSays } from '../operators/latest-says.ts';
import { noted } from '../operators/noted.ts';
import { SMOKING_STATUS } from './tobacco.ts';

/** What is looked for once in a life, found already; and who ever smoked. */

export const HEPATITIS_C: CodeGroup = {
  name: 'hepatitis C', icd10: ['B17.1', 'B18.2', 'B19.2'], terms: ['hepatitis c', 'hep c', 'hcv'], except: ['screen*', 'negative', 'risk*', 'exposure', 'family history', 'rule out'],
};

export const HIV: CodeGroup = {
  name: 'HIV', icd10: ['B20', 'B97.35', 'O98.7', 'Z21'], terms: ['hiv disease', 'hiv infection', 'hiv positive', 'aids'], except: ['screen*', 'negative', 'risk*', 'exposure', 'family history', 'rule out'],
};

/** Known, ruptured or mended. */
export const AORTIC_ANEURYSM: CodeGroup = {
  name: 'abdominal aortic aneurysm', icd10: ['I71.02', 'I71.3', 'I71.4', 'I71.5', 'I71.6'], terms: ['abdominal aortic aneurysm', 'aaa', 'evar'], except: ['screen*', 'family history', 'rule out', 'risk*'],
};

const SMOKED: CodeGroup = {
  name: 'tobacco smoking, now or before', icd10: ['F17.20', 'F17.21', 'O99.33', 'Z72.0', 'Z87.891'], terms: ['smoker', 'nicotine dependence', 'tobacco use disorder'], except: ['never', 'non-smoker', 'nonsmoker', 'family history', 'smokeless', 'chewing', 'passive'],
};

const OTHERS_SMOKE: readonly string[] = ['never', 'non-smoker', 'nonsmoker', 'denies', 'second-hand', 'secondhand', 'second hand', 'passive', 'wife', 'husband', 'mother', 'father', 'parents', 'household', 'family', 'smokeless', 'avoid', 'marijuana', 'cannabis'];

/** A status charted (US Core), a diagnosis, or the words of any note. */
export const EVER_SMOKED: Expression = any(
  hasActive(SMOKED),
  latestSays('smoking status', { loinc: SMOKING_STATUS, answers: ['former*', 'ex-smoker*', 'current*', 'smokes*', 'every day*', 'some days*', 'heavy*', 'light*', 'la18976-3', 'la18977-1', 'la15920-4', 'la18981-3', 'la18982-1'], withinMonths: 1200 }),
  noted('smoking, now or before', ['current smoker', 'smoker', 'smokes', 'smoking', 'smoked', 'pack-year*', 'pack year*', 'packs per day', 'pack per day', 'ppd', 'cigarettes', 'tobacco use', 'tobacco abuse'], { visit: 'any', is: 'ever', except: OTHERS_SMOKE }),
);

export const NEVER_SMOKED: Expression = any(
  latestSays('smoking status', { loinc: SMOKING_STATUS, answers: ['never*', 'non-smoker*', 'nonsmoker*', 'la18978-9'], withinMonths: 1200 }),
  noted('never having smoked', ['never smoker', 'never smoked', 'nonsmoker', 'non-smoker', 'never used tobacco', 'never tobacco'], { visit: 'any', is: 'either' }),
  noted('no smoking', ['smoker', 'smokes', 'smoking', 'smoked', 'tobacco', 'tobacco use', 'cigarettes'], { visit: 'any', is: 'denied' }),
);
