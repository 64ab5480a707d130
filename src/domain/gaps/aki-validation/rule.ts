import { ACUTE_KIDNEY_INJURY, resolvedInThisStay } from '../groups/validated.ts';
import { CREATININE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { change } from '../operators/change.ts';
import { count } from '../operators/count.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'aki-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 123,
  title: 'Acute kidney injury documented, with little change of creatinine in the record',
  topic: 'clinical-validation',
  authority: [
    'KDIGO AKI guideline (2012), 2.1.1: creatinine up by 0.3 mg/dL within 48 hours, or to 1.5 times the baseline within 7 days, or urine below 0.5 mL/kg/h for 6 hours',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where creatinine hardly moved, the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(ACUTE_KIDNEY_INJURY, ['present', 'historical']),
    any(
      noted('acute kidney injury', ['aki', 'acute kidney injury', 'acute renal failure', 'acute kidney failure', 'atn', 'acute tubular necrosis'], { by: 'provider', except: ['history of', 'risk of', 'risk for'] }),
      statedInNotes('it, resolved in this stay', { actions: ['resolved', 'resolving', 'improved'], objects: resolvedInThisStay(['aki', 'acute kidney injury', 'acute renal failure', 'atn', 'acute tubular necrosis']) }),
    ),
    not(any(
      change(CREATININE, 'either', { withinDays: 7, by: 0.3 }), change(CREATININE, 'either', { withinDays: 365, times: 1.5 }),
      noted('little urine', ['oliguri*', 'anuri*', 'urine output <', 'low urine output', 'poor urine output', 'minimal urine', 'no urine', 'dialysis', 'crrt', 'hemodialysis']),
      noted('casts', ['muddy brown casts', 'muddy brown', 'granular casts']),
    )),
    any(count(CREATININE, { withinMonths: 12, results: 2 }).atLeast(0.1), measuredThisVisit(CREATININE, 2).atLeast(0.1), change(CREATININE, 'either', { withinDays: 7, by: 0 })),
    measuredThisVisit(CREATININE).atLeast(0.1),
    not(noted('it is said not to be so', ['aki', 'acute kidney injury', 'acute renal failure', 'kidney injury'], { by: 'provider', is: 'denied', except: ['history of', 'no further'] })),
  ),
  met: statedInNotes('why it is kidney injury', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'meets kdigo', 'kdigo stage', 'clinically valid'], objects: ['aki', 'kidney injury', 'renal failure', 'atn'],
  }),
  says: {
    open: 'Acute kidney injury is documented; creatinine did not change as its criteria say, and urine is not said to be little.',
    met: 'The provider has said what the diagnosis of acute kidney injury rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Acute kidney injury is not documented, or what is recorded supports it, or creatinine was not followed.',
  },
  asks: {
    title: 'Clinical indicators of documented acute kidney injury',
    question: 'Acute kidney injury is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Acute kidney injury, with its cause and these clinical indicators (please document them)' },
      { from: 'text', option: 'Elevated creatinine without acute kidney injury' },
      { from: 'text', option: 'Kidney function at its baseline, acute kidney injury ruled out' },
    ],
  },
  thresholds: {
    rise: { at: ['/trigger/of/2/of/of/0/by'], unit: 'mg/dL', between: [0.2, 0.5] },
    times: { at: ['/trigger/of/2/of/of/1/times'], unit: 'times', between: [1.3, 2] },
  },
});
