import type { CodeGroup, Expression } from '../operators/expression.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { hasActive } from '../operators/has-active.ts';
import { latestSays } from '../operators/latest-says.ts';
import { noted } from '../operators/noted.ts';

/** F17 without remission, tobacco use (Z72.0), smoking in pregnancy. */
const TOBACCO_DEPENDENCE: CodeGroup = {
  name: 'tobacco use or dependence',
  icd10: ['F17.200', 'F17.203', 'F17.208', 'F17.209', 'F17.210', 'F17.213', 'F17.218', 'F17.219', 'F17.220', 'F17.223', 'F17.228', 'F17.229', 'F17.290', 'F17.293', 'F17.298', 'F17.299', 'Z72.0', 'O99.33'],
  terms: ['nicotine dependence', 'tobacco dependence', 'tobacco use disorder', 'tobacco use', 'tobacco abuse', 'smoker'],
  except: ['family history', 'history of', 'former', 'never', 'remission', 'second hand', 'secondhand', 'exposure', 'non'],
};

const CIGARETTES: CodeGroup = { ...TOBACCO_DEPENDENCE, name: 'smoking', icd10: TOBACCO_DEPENDENCE.icd10.filter((code) => !code.startsWith('F17.22')), except: [...TOBACCO_DEPENDENCE.except, 'chew*', 'smokeless'] };

const FORMER_SMOKER: CodeGroup = {
  name: 'former smoking',
  icd10: ['Z87.891', 'F17.201', 'F17.211', 'F17.291'],
  terms: ['former smoker', 'ex-smoker', 'history of tobacco'],
  except: ['family history', 'never'],
};

/** LOINC: tobacco smoking status (72166-2) and older questions of the same. */
export const SMOKING_STATUS: readonly string[] = ['72166-2', '39240-7', '81229-7', '11367-0', '68535-4'];

/** "Wants to quit" is of one who smokes. */
const STOPPED = ['former', 'formerly', 'ex-smoker', 'never', 'non-smoker', 'nonsmoker', 'no longer', 'denies', 'used to', 'quit in', 'quit 1*', 'quit 2*', 'quit 3*', 'quit over', 'quit at', 'quit more', 'has quit', 'who quit', 'quit smoking in', 'stopped', 'secondhand', 'second-hand', 'smoke exposure', 'previously', 'in the past', 'remote', 'marijuana', 'cannabis', 'weed', 'husband', 'wife', 'spouse', 'partner', 'mother', 'father', 'parents', 'household', 'counseled against'];

export const SMOKES_NOW: Expression = any(
  hasActive(CIGARETTES),
  latestSays('tobacco smoking status', { loinc: SMOKING_STATUS, withinMonths: 24, answers: ['current every day*', 'current some day*', 'smokes tobacco*', 'current smoker', 'heavy tobacco*', 'light tobacco*', 'every day smoker', 'some day smoker', 'yes', 'la18976-3', 'la18977-1', 'la18979-7', 'la18981-3', 'la18982-1'] }),
  noted('smoking now', ['current smoker', 'current every day smoker', 'current some day smoker', 'current daily smoker', 'active smoker', 'smokes', 'still smoking', 'continues to smoke', 'smoking daily', 'currently smoking', 'smoker', 'ppd', 'packs per day', 'pack per day', 'packs a day', 'pack a day', 'cigarettes per day', 'cigarettes daily', 'cigarettes a day', 'tobacco user', 'current tobacco use', 'vapes nicotine', 'smoking status: current*', 'tobacco: current*', 'tobacco use: current*', 'smoking: current*', 'tobacco: yes', 'tobacco use: yes', 'smoking: yes'], { except: STOPPED }),
);

export const USES_TOBACCO: Expression = any(
  SMOKES_NOW, hasActive(TOBACCO_DEPENDENCE),
  noted('chewing tobacco or snuff', ['chewing tobacco', 'chews tobacco', 'smokeless tobacco', 'snuff', 'uses dip'], { except: STOPPED }),
);

export const SMOKED_BEFORE: Expression = any(
  hasActive(FORMER_SMOKER), assessed(FORMER_SMOKER, ['present', 'historical']),
  latestSays('tobacco smoking status', { loinc: SMOKING_STATUS, withinMonths: 24, answers: ['former*', 'ex-smoker', 'la15920-4'] }),
  noted('former smoking', ['former smoker', 'ex-smoker', 'former tobacco', 'smoking status: former*', 'tobacco: former*', 'tobacco use: former*', 'smoking: former*', 'tobacco history: former*', 'smoking status: quit', 'tobacco: quit', 'quit smoking', 'stopped smoking', 'quit tobacco', 'history of smoking', 'smoking history', 'history of tobacco'], { except: ['never', 'no smoking history', 'no history of'], is: 'ever' }),
);
