import { INFARCTION_WITHOUT_ELEVATION, ISCHEMIA_TOLD, ISCHEMIC_SYMPTOMS } from '../groups/validated.ts';
import { TROPONIN } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { change } from '../operators/change.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'mi-type-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 119,
  title: 'Myocardial infarction documented, with few of its criteria in the record',
  topic: 'clinical-validation',
  authority: [
    'Fourth Universal Definition of Myocardial Infarction (2018): a rise or fall of troponin (more than 20 % where it was raised), and symptoms, ECG, imaging or angiography that show ischemia',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. A flat troponin, or a rise without any sign of ischemia, may be injury: the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(INFARCTION_WITHOUT_ELEVATION),
    noted('myocardial infarction', ['nstemi', 'non-stemi', 'type 2 mi', 'type ii mi', 'type 2 myocardial infarction', 'type 2 nstemi', 'myocardial infarction', 'type 1 mi'], { by: 'provider', except: ['history of', 'prior', 'old', 'rule out'] }),
    not(noted('ischemia', ISCHEMIA_TOLD)),
    any(measuredThisVisit(TROPONIN, 2).atLeast(0), change(TROPONIN, 'either', { withinDays: 4, by: 0, baseline: false })),
    any(
      not(change(TROPONIN, 'either', { withinDays: 4, times: 1.2, baseline: false })),
      all(noted('no symptoms of ischemia', ISCHEMIC_SYMPTOMS, { is: 'denied' }), not(noted('symptoms of ischemia', ISCHEMIC_SYMPTOMS))),
    ),
    not(noted('it is said not to be so', ['nstemi', 'mi', 'acute mi', 'infarct', 'infarction', 'myocardial infarction', 'acs'], { by: 'provider', is: 'denied', except: ['history of', 'prior', 'stemi,'] })),
  ),
  met: statedInNotes('why it is an infarction', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'universal definition', 'clinically valid'], objects: ['nstemi', 'infarction', 'type 2 mi', 'mi'],
  }),
  says: {
    open: 'A myocardial infarction is documented; troponin was flat or no ischemia is recorded.',
    met: 'The provider has said what the diagnosis of infarction rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'No infarction without ST elevation is documented, or what is recorded supports it, or troponin was not followed.',
  },
  asks: {
    title: 'Clinical indicators of documented myocardial infarction',
    question: 'A myocardial infarction is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Myocardial infarction, with its type, cause and these clinical indicators (please document them)' },
      { from: 'text', option: 'Myocardial injury without infarction (please specify acute or chronic)' },
      { from: 'text', option: 'Elevated troponin without myocardial infarction or injury' },
    ],
  },
  thresholds: { delta: { at: ['/trigger/of/4/of/0/of/times'], unit: 'times', between: [1.1, 1.5] } },
});
