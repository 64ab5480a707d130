import { HEART_FAILURE_DRUGS, LOOP_DIURETICS } from '../drugs/heart.ts';
import { HEART_FAILURE_ACUITY_WORDS, HEART_FAILURE_OF_A_TYPE, HEART_FAILURE_OF_AN_ACUITY, HEART_FAILURE_TYPE_WORDS, HEART_FAILURE_WORDS } from '../groups/heart.ts';
import { HOSPITAL } from '../groups/settings.ts';
import { EJECTION_FRACTION } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { settingIs } from '../operators/setting-is.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const DIURESED_IN_HOSPITAL = all(HOSPITAL, any(
  noted('diuresis', ['diuresed', 'diurese', 'diuresing']),
  noted('diuresis', ['diuresis'], { beside: [...LOOP_DIURETICS, ...HEART_FAILURE_WORDS, 'iv', 'net', 'aggressive', 'good', 'ongoing', 'continue*'], except: ['osmotic', 'post-obstructive', 'postobstructive'] }),
  noted('an intravenous loop diuretic', LOOP_DIURETICS, { beside: ['iv', 'ivp', 'intravenous', 'drip', 'gtt', 'infusion'] }),
  orderedThisVisit('an intravenous loop diuretic', ['furosemide 10 mg/ml', 'furosemide injection', 'furosemide iv', 'furosemide 40 mg/4 ml', 'furosemide 20 mg/2 ml', 'furosemide 100 mg/10 ml', 'bumetanide 0.25 mg/ml', 'bumetanide injection']),
));

const TREATED = any(
  DIURESED_IN_HOSPITAL,
  taking('a drug for heart failure', HEART_FAILURE_DRUGS),
  orderedThisVisit('a drug for heart failure', HEART_FAILURE_DRUGS),
  noted('treatment of heart failure', [...LOOP_DIURETICS, 'sacubitril*', 'entresto', 'gdmt', 'carvedilol', 'spironolactone', 'diuretic*', 'low salt', 'low sodium diet', 'daily weights']),
);

const OF_A_TYPE = any(
  hasActive(HEART_FAILURE_OF_A_TYPE), documentedInNotes(HEART_FAILURE_OF_A_TYPE),
  noted('the type of heart failure', HEART_FAILURE_TYPE_WORDS, { by: 'provider', is: 'either' }),
  noted('a type left open', ['type unknown', 'type undetermined', 'type to be determined', 'type pending', 'unspecified type', 'type cannot be determined'], { by: 'provider', is: 'either', beside: HEART_FAILURE_WORDS }),
);

const OF_AN_ACUITY = any(
  assessed(HEART_FAILURE_OF_AN_ACUITY, ['present', 'possible']),
  noted('the acuity of heart failure', HEART_FAILURE_WORDS, { by: 'provider', beside: HEART_FAILURE_ACUITY_WORDS }),
);

const REDUCED = latest(EJECTION_FRACTION, 60).atMost(40);
const MILDLY_REDUCED = all(latest(EJECTION_FRACTION, 60).above(40), latest(EJECTION_FRACTION, 60).below(50));
const PRESERVED = latest(EJECTION_FRACTION, 60).atLeast(50);
const OFFICE = settingIs('office');

export default defineRule({
  id: 'hf-type-query',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 205,
  title: 'Heart failure documented without its type or acuity',
  topic: 'hf-type-query',
  authority: [
    'AHA/ACC/HFSA heart failure guideline (2022), 2.2: ejection fraction 40 or less reduced, 41–49 mildly reduced, 50 or more preserved',
    'AHA Coding Clinic (2016, first quarter; 2020, third quarter): HFrEF is systolic, HFpEF diastolic; the number alone gives no type',
    'ICD-10-CM FY2027 (2026): I50.9 says neither type nor acuity',
  ],
  rationale: 'Treatment and outlook go by type and acuity. The ejection fraction supports a type; only a provider says it.',
  appliesTo: ageAtLeast(18),
  trigger: all(
    noted('heart failure', HEART_FAILURE_WORDS, { by: 'provider', except: ['family history', 'father', 'mother', 'brother', 'sister', 'risk of', 'risk for'] }),
    TREATED,
    any(latest(EJECTION_FRACTION, 60).above(0), DIURESED_IN_HOSPITAL),
  ),
  met: all(OF_A_TYPE, any(OF_AN_ACUITY, not(DIURESED_IN_HOSPITAL))),
  says: {
    open: 'Heart failure is documented and treated, and its type or acuity is not said.',
    met: 'The type of heart failure is documented, and its acuity where it was treated in hospital.',
    outOfScope: 'Only for adults from 18 years.',
    notTriggered: 'No provider documents heart failure that is treated at this encounter, or nothing is known that could tell its type.',
  },
  asks: {
    title: 'Type and acuity of documented heart failure',
    question: 'Heart failure is documented. Based on your clinical judgment, please document its type and acuity, if they can be specified.',
    options: [
      { from: 'when', holds: all(HOSPITAL, REDUCED), options: ['Acute systolic (reduced ejection fraction) heart failure', 'Acute on chronic systolic (reduced ejection fraction) heart failure', 'Acute on chronic combined systolic and diastolic heart failure', 'Chronic systolic (reduced ejection fraction) heart failure'] },
      { from: 'when', holds: all(HOSPITAL, MILDLY_REDUCED), options: ['Acute on chronic heart failure with mildly reduced ejection fraction', 'Acute on chronic systolic heart failure', 'Acute on chronic diastolic heart failure', 'Chronic heart failure (please specify the type)'] },
      { from: 'when', holds: all(HOSPITAL, PRESERVED), options: ['Acute diastolic (preserved ejection fraction) heart failure', 'Acute on chronic diastolic (preserved ejection fraction) heart failure', 'Chronic diastolic (preserved ejection fraction) heart failure'] },
      { from: 'when', holds: all(OFFICE, REDUCED), options: ['Chronic systolic (reduced ejection fraction) heart failure', 'Chronic combined systolic and diastolic heart failure'] },
      { from: 'when', holds: all(OFFICE, MILDLY_REDUCED), options: ['Chronic heart failure with mildly reduced ejection fraction', 'Chronic systolic heart failure', 'Chronic diastolic heart failure'] },
      { from: 'when', holds: all(OFFICE, PRESERVED), options: ['Chronic diastolic (preserved ejection fraction) heart failure', 'Heart failure with recovered ejection fraction'] },
      { from: 'when', holds: not(latest(EJECTION_FRACTION, 60).above(0)), options: ['Acute heart failure (please specify the type)', 'Acute on chronic heart failure (please specify the type)', 'Chronic heart failure (please specify the type)'] },
    ],
  },
  thresholds: {},
});
