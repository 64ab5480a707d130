import { DIABETES } from '../code-groups.ts';
import { DIABETES_NAMED, DIABETES_WITH_DIRECTION, GLUCOSE_DIRECTION, GLUCOSE_LOWERING, LOW_GLUCOSE_NAMED, LOW_GLUCOSE_TAUGHT, OTHERS_UNCONTROLLED, UNCONTROLLED } from '../groups/sugar.ts';
import { A1C } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const MORE = ['start', 'starting', 'started', 'initiat*', 'begin', 'add', 'adding', 'added', 'incr*', 'rais*', 'up to', 'doubl*', 'titrat*', 'uptitrat*', 'up-titrat*', 'intensif*', 'switch*', 'escalat*', '↑', 'from'];

const CALLED_UNCONTROLLED = noted('uncontrolled diabetes', UNCONTROLLED, { by: 'provider', beside: DIABETES_NAMED, except: OTHERS_UNCONTROLLED });

export default defineRule({
  id: 'diabetes-control',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 113,
  title: 'Diabetes called uncontrolled, or A1c far above goal, without hyper- or hypoglycemia said',
  topic: 'diabetes-control',
  authority: [
    'ICD-10-CM Alphabetic Index FY2027 (2026), Diabetes, uncontrolled: by hyper- or hypoglycemia; inadequately, poorly or out of control: hyperglycemia',
    'ADA Standards of Care in Diabetes (2026), section 6: A1c below 7 % for many, below 8 % where goals are less strict',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.4.a: the complication is the provider’s to document',
  ],
  rationale: '"Uncontrolled" says that glucose is out of range, not in which direction; a high A1c that changes the treatment says neither until the provider does.',
  appliesTo: any(assessed(DIABETES), hasActive(DIABETES), documentedInNotes(DIABETES)),
  trigger: any(
    all(CALLED_UNCONTROLLED, latest(A1C, 6).above(7)),
    CALLED_UNCONTROLLED,
    all(
      latest(A1C, 4).above(8),
      assessed(DIABETES),
      any(
        statedInNotes('more treatment of glucose', { actions: MORE, objects: GLUCOSE_LOWERING }),
        noted('glucose above goal', ['above goal', 'not at goal', 'above target', 'not at target', 'off goal', 'far from goal', 'suboptimal*', 'worsening', 'worse', 'elevated', 'high', 'rising', 'climbing', 'up from', 'uncontrolled'], { by: 'provider', beside: DIABETES_NAMED }),
      ),
    ),
  ),
  met: any(
    assessed(DIABETES_WITH_DIRECTION, ['present', 'possible', 'absent']),
    noted('the direction of glucose', GLUCOSE_DIRECTION, { by: 'provider', is: 'either', except: ['return for', 'return if', 'history of dka', 'h/o dka', 'prior dka', 'dka in', 'risk of'] }),
    statedInNotes('a direction that was treated', { actions: ['resolved', 'resolving', 'closed', 'treated', 'recurrent', 'admitted', 'admission'], objects: ['dka', 'ketoacidosis', 'hhs', 'hyperglycemia', 'hypoglycemia', 'hypoglycemic', 'hyperglycemic'] }),
    noted('hypoglycemia', LOW_GLUCOSE_NAMED, { by: 'provider', except: LOW_GLUCOSE_TAUGHT }),
    statedInNotes('that it is at the patient’s goal', { actions: ['at goal for', 'at his goal', 'at her goal', 'acceptable', 'goal <8.5', 'goal < 8.5', 'goal 8.5', 'relaxed goal', 'goal <9', 'goal < 9', 'unreliable', 'not reliable'], objects: ['a1c', 'hba1c', 'diabetes', 'dm2', 't2dm'] }),
  ),
  says: {
    open: 'Diabetes is called uncontrolled, or its A1c is above 8 % and was acted upon, and no provider has said whether that is hyper- or hypoglycemia.',
    met: 'A provider has said which way glucose is out of range.',
    outOfScope: 'Only where diabetes is documented.',
    notTriggered: 'Diabetes is not called uncontrolled, and no A1c above 8 % was acted upon.',
  },
  asks: {
    title: 'Glucose control',
    question: "Based on your clinical judgment, please clarify the control of this patient's documented diabetes at this visit.",
    options: [
      { from: 'text', option: 'Diabetes mellitus with hyperglycemia' },
      { from: 'when', holds: any(noted('low glucose', LOW_GLUCOSE_NAMED), noted('lows', ['lows', 'low sugars', 'low sugar', 'brittle', 'labile'])), options: ['Diabetes mellitus with hypoglycemia', 'Diabetes mellitus with both hyperglycemia and hypoglycemia'] },
      { from: 'text', option: 'Diabetes mellitus without hyperglycemia or hypoglycemia' },
    ],
  },
  thresholds: { a1c: { at: ['/trigger/of/2/of/0/test/value'], unit: '%', between: [7, 10] } },
});
