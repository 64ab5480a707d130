import { LOOP_DIURETICS } from '../drugs/heart.ts';
import { ATTRIBUTING, EXPLAINING } from '../groups/explaining.ts';
import { CONGESTION, HEART_FAILURE, HEART_FAILURE_WORDS } from '../groups/heart.ts';
import { BNP, EJECTION_FRACTION, NT_PRO_BNP } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const HIGH_PEPTIDE = any(
  measuredThisVisit(BNP).atLeast(400),
  measuredThisVisit(NT_PRO_BNP).atLeast(1800),
  all(ageBetween(null, 75), measuredThisVisit(NT_PRO_BNP).atLeast(900)),
  all(ageBetween(null, 50), measuredThisVisit(NT_PRO_BNP).atLeast(450)),
);
const RAISED_PEPTIDE = any(measuredThisVisit(BNP).atLeast(100), measuredThisVisit(NT_PRO_BNP).atLeast(300));
const SIGNS = any(noted('congestion', CONGESTION), latest(EJECTION_FRACTION, 60).atMost(40));
const DIURETIC = any(
  orderedThisVisit('a loop diuretic', LOOP_DIURETICS), taking('a loop diuretic', LOOP_DIURETICS),
  noted('a loop diuretic', [...LOOP_DIURETICS, 'diuresis', 'diuresed', 'diurese', 'diuresing', 'iv diuretic*'], { except: ['stop*', 'hold', 'held', 'holding', 'discontinue*', 'no diuretic*', 'avoid*', 'allerg*'] }),
);

export default defineRule({
  id: 'hf-no-diagnosis',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 204,
  title: 'Raised natriuretic peptide treated with a loop diuretic, without a diagnosis',
  topic: 'hf-no-diagnosis',
  authority: [
    'ESC heart failure guideline (2021), 11.2, and HFA of the ESC (2023): acute heart failure likely from NT-proBNP 450 below 50 years, 900 from 50 to 75, 1,800 above; unlikely below 300, or BNP below 100',
    'AHA/ACC/HFSA heart failure guideline (2022): symptoms or signs beside the peptide make the diagnosis',
  ],
  rationale: 'Congestion with a raised peptide that is diuresed has a cause, which a provider names.',
  appliesTo: ageAtLeast(18),
  trigger: all(any(HIGH_PEPTIDE, all(RAISED_PEPTIDE, SIGNS)), DIURETIC, SIGNS),
  met: any(
    hasActive(HEART_FAILURE), documentedInNotes(HEART_FAILURE), assessed(HEART_FAILURE, ['present', 'possible', 'historical']),
    noted('heart failure', HEART_FAILURE_WORDS, { by: 'provider', is: 'either', except: ['family history', 'father', 'mother', 'brother', 'sister', 'no history of', 'no prior', 'no h/o', 'no hx', 'no known'] }),
    noted('another cause of the fluid', ['volume overload*', 'fluid overload*', 'hypervolem*', 'edema', 'anasarca', 'ascites'], { by: 'provider', beside: ['esrd', 'dialysis', 'hd', 'missed dialysis', 'nephrotic', 'cirrhosis', 'cirrhotic', 'ckd', 'kidney', 'renal', 'aki', 'hypoalbumin*', 'transfusion*', 'taco', 'fluids', 'iatrogenic', 'amlodipine', 'venous', 'lymphedema', 'resuscitation'] }),
    noted('another disease of the lung or heart', ['noncardiogenic', 'non-cardiogenic', 'pulmonary embolism', 'taco', 'cor pulmonale', 'cardiomyopathy', 'cardiogenic shock', 'flash pulmonary edema'], { by: 'provider' }),
    statedInNotes('an explanation of the peptide', { actions: [...EXPLAINING, ...ATTRIBUTING], objects: ['bnp', 'probnp', 'pro-bnp', 'nt-probnp', 'nt-pro-bnp', 'peptide'] }),
  ),
  says: {
    open: 'A natriuretic peptide was raised with signs of congestion, a loop diuretic was given, and no provider has said what it means.',
    met: 'Heart failure, or another cause, is documented, or heart failure was ruled out.',
    outOfScope: 'Only for adults from 18 years.',
    notTriggered: 'No raised natriuretic peptide with congestion and a loop diuretic at this encounter.',
  },
  asks: {
    title: 'Clinical significance of natriuretic peptide results and diuretic treatment',
    question: "Based on your clinical judgment, please document the condition, if any, that this patient's findings and diuretic treatment represent.",
    options: [
      { from: 'when', holds: latest(EJECTION_FRACTION, 60).atMost(40), options: ['Acute systolic (reduced ejection fraction) heart failure', 'Acute on chronic systolic (reduced ejection fraction) heart failure'] },
      { from: 'when', holds: latest(EJECTION_FRACTION, 60).atLeast(50), options: ['Acute diastolic (preserved ejection fraction) heart failure', 'Acute on chronic diastolic (preserved ejection fraction) heart failure'] },
      { from: 'text', option: 'Heart failure (please specify type and acuity)' },
      { from: 'when', holds: noted('fluid', ['edema', 'oedema', 'swelling', 'swollen', 'effusion*', 'congestion', 'crackles', 'rales', 'anasarca', 'overload*']), options: ['Fluid overload without heart failure (please specify the cause)'] },
      { from: 'text', option: 'Raised natriuretic peptide without clinical significance' },
    ],
  },
  thresholds: {
    bnp: { at: ['/trigger/of/0/of/0/of/0/test/value'], unit: 'pg/mL', between: [100, 1000] },
    ntProBnpFrom75: { at: ['/trigger/of/0/of/0/of/1/test/value'], unit: 'pg/mL', between: [300, 5000] },
  },
});
