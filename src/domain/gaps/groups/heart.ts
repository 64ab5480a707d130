import type { CodeGroup } from '../operators/expression.ts';

/** I50 and the combinations that hold it (I11.0, I13.0, I13.2), rheumatic and postprocedural heart failure. */
export const HEART_FAILURE: CodeGroup = {
  name: 'heart failure',
  icd10: ['I50', 'I11.0', 'I13.0', 'I13.2', 'I09.81', 'I97.13'],
  terms: ['heart failure', 'cardiac failure', 'ventricular failure', 'chf', 'hfpef', 'hfref', 'hfmref', 'cardiogenic shock'],
  except: ['family history', 'screening', 'risk of', 'risk for'],
};

/** ICD-10-CM I50.2–I50.4 and I50.8: what I50.9 and I50.1 do not say. */
export const HEART_FAILURE_OF_A_TYPE: CodeGroup = {
  name: 'systolic, diastolic, combined, right or other specified heart failure',
  icd10: ['I50.2', 'I50.3', 'I50.4', 'I50.81', 'I50.82', 'I50.83', 'I50.84', 'I50.89'],
  terms: ['hfpef', 'hfref', 'hfmref', 'hfimpef', 'systolic heart failure', 'diastolic heart failure', 'systolic chf', 'diastolic chf'],
  except: ['family history', 'screening', 'risk of', 'risk for'],
};

/** Codes of acute or chronic, fifth character 1–3. */
export const HEART_FAILURE_OF_AN_ACUITY: CodeGroup = {
  name: 'acute, chronic, or acute on chronic heart failure',
  icd10: ['I50.21', 'I50.22', 'I50.23', 'I50.31', 'I50.32', 'I50.33', 'I50.41', 'I50.42', 'I50.43', 'I50.811', 'I50.812', 'I50.813'],
  terms: [],
  except: [],
};

export const HEART_FAILURE_WORDS: readonly string[] = [
  'heart failure', 'cardiac failure', 'chf', 'hf', 'adhf', 'hfpef', 'hfref', 'hfmref', 'hfimpef', 'lv failure', 'left ventricular failure', 'biventricular failure',
];

/** Coding Clinic (2016, first quarter): HFpEF and HFrEF are diastolic and systolic heart failure; (2020, third quarter) for those between. */
export const HEART_FAILURE_TYPE_WORDS: readonly string[] = [
  'hfpef', 'hfref', 'hfmref', 'hfimpef', 'systolic heart failure', 'diastolic heart failure', 'systolic chf', 'diastolic chf', 'systolic hf', 'diastolic hf', 'systolic congestive', 'diastolic congestive',
  'systolic and diastolic', 'systolic/diastolic', 'diastolic failure', 'systolic failure', 'right heart failure', 'right-sided heart failure', 'right sided heart failure', 'right ventricular failure', 'rv failure', 'biventricular heart failure', 'biventricular failure', 'high output heart failure', 'high-output heart failure', 'end stage heart failure', 'end-stage heart failure',
  'hf with preserved', 'hf with reduced', 'hf with mildly', 'hf with recovered', 'hf with improved', 'failure with preserved', 'failure with reduced', 'failure with mildly', 'failure with recovered', 'failure with improved', 'failure with a preserved', 'failure with a reduced', 'failure, preserved', 'failure, reduced',
  'chf with preserved', 'chf with reduced', 'chf with mildly', 'preserved ef heart failure', 'reduced ef heart failure', 'preserved ejection fraction heart failure', 'reduced ejection fraction heart failure', 'failure due to diastolic', 'failure due to systolic', 'chf due to diastolic', 'chf due to systolic', 'cor pulmonale',
];

/** Coding Clinic (2013, second quarter): decompensated or exacerbated is acute on chronic. */
export const HEART_FAILURE_ACUITY_WORDS: readonly string[] = ['acute', 'acutely', 'acute-on-chronic', 'chronic', 'exacerbation', 'exacerbated', 'decompensat*', 'flare', 'adhf', 'new-onset', 'new onset', 'compensated'];

export const CONGESTION: readonly string[] = [
  'edema', 'oedema', 'orthopnea', 'orthopnoea', 'pnd', 'paroxysmal nocturnal', 'crackles', 'rales', 'jvd', 'jvp', 'jugular', 'congestion', 'congested', 'cephalization', 'kerley', 'effusion*', 'dyspnea', 'dyspnoea', 'short of breath', 'shortness of breath', 'sob', 'breathless*', 'doe', 's3', 'gallop', 'volume overload*', 'fluid overload*', 'swollen', 'swelling', 'hypervolem*', 'anasarca', 'hepatojugular', 'sleeps in the chair', 'sleeps in a chair', 'recliner',
];

/** What a rise of troponin may be called (Fourth Universal Definition, 2018), and other causes of it. */
export const MYOCARDIAL_INJURY_OR_INFARCTION: CodeGroup = {
  name: 'myocardial infarction, injury, or another cause of troponin',
  icd10: ['I20.0', 'I21', 'I22', 'I24', 'I5A', 'I40', 'I41', 'I30', 'I51.4', 'I51.81', 'I97.19', 'I97.79', 'S26', 'I97.19'],
  terms: ['nstemi', 'stemi', 'myocardial infarction', 'myocardial injury', 'demand ischemia', 'myocarditis', 'takotsubo', 'acute coronary syndrome', 'unstable angina', 'heart attack'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of', 'old'],
};

/** Words of the same for what has no code of its own in a sentence. */
export const TROPONIN_MEANINGS: readonly string[] = [
  'nstemi', 'stemi', 'n-stemi', 'non-stemi', 'acs', 'acute coronary syndrome', 'type 1 mi', 'type 2 mi', 'type i mi', 'type ii mi', 'type 1 myocardial', 'type 2 myocardial', 'type 2 infarct*', 'myocardial injury', 'cardiac injury', 'myocyte injury', 'demand ischemia', 'demand ischaemia', 'demand-related', 'supply-demand', 'supply/demand', 'supply demand', 'demand mediated', 'myocarditis', 'myopericarditis', 'perimyocarditis', 'takotsubo', 'stress cardiomyopathy', 'cardiac contusion', 'myocardial contusion', 'unstable angina',
];
