import { DIABETES } from '../code-groups.ts';
import { DIABETES_NAMED, GLUCOSE_DIRECTION, GLUCOSE_LOWERING, UNCONTROLLED } from '../groups/sugar.ts';
import { A1C } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'a1c-above-9-no-plan',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 112,
  title: 'A1c above 9 % in diabetes without a plan in the notes',
  topic: 'diabetes-control',
  authority: [
    'ADA Standards of Care in Diabetes (2026), sections 6 and 9: goals are individual, and treatment is reviewed where they are not met',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.4.a: the provider documents the complication, hyperglycemia among them',
  ],
  rationale: 'A result this far from any usual goal was seen at the visit or should have been. The note says neither what it means nor what is to be done.',
  appliesTo: all(ageAtLeast(18), any(hasActive(DIABETES), documentedInNotes(DIABETES))),
  trigger: latest(A1C, 6).above(9),
  met: any(
    statedInNotes('a change or continuation of glucose-lowering treatment', {
      actions: [
        'start', 'starting', 'initiat*', 'begin', 'beginning', 'add', 'adding', 'added', 'incr*', 'decr*', 'rais*', 'doubl*', 'reduc*', 'titrat*', 'uptitrat*', 'up-titrat*',
        'adjust*', 'chang*', 'switch*', 'continue', 'continuing', 'cont', 'resum*', 'restart*', 'intensif*', 'prescrib*', 'refill*', 'stop', 'stopping',
        'hold', 'transition*', 'declin*', 'offer*', 'discuss*', 'consider*', '↑', '↓',
      ],
      objects: GLUCOSE_LOWERING,
    }),
    statedInNotes('what is to be done about diabetes', {
      actions: ['continue', 'cont', 'adjust*', 'intensif*', 'titrat*', 'optimiz*', 'optimis*', 'chang*', 'resum*', 'restart*'],
      objects: ['diabetes', 'diabetic', 'dm2', 't2dm', 'dm1', 't1dm', 'glycemic', 'glucose control'],
    }),
    statedInNotes('follow-up of glucose', {
      actions: ['recheck*', 're-check*', 'repeat a1c in', 'repeat hba1c in', 'a1c in 3', 'a1c in three', 'a1c every', 'refer', 'referral', 'referring', 'counsel*', 'educat*', 'return in', 'rtc'],
      objects: ['a1c', 'hba1c', 'glucose', 'diabet*', 'dm2', 't2dm', 'dm', 'endo', 'endocrin*', 'glucose log', 'sugar log', 'nutrition*', 'dietitian', 'dietician', 'cgm', 'sugars', 'dsmes'],
    }),
    orderedThisVisit('glucose-lowering medication', GLUCOSE_LOWERING),
    noted('what the result means for the diabetes', GLUCOSE_DIRECTION, { by: 'provider' }),
    noted('uncontrolled diabetes', UNCONTROLLED, { by: 'provider', beside: DIABETES_NAMED }),
  ),
  says: {
    open: "The newest A1c is above 9 %, and this visit's notes and orders hold no plan for it.",
    met: "This visit's notes or orders hold a plan for glucose.",
    outOfScope: 'Only for adults from 18 years with documented diabetes.',
    notTriggered: 'No A1c above 9 % is the newest of the last 6 months.',
  },
  asks: {
    title: 'Hemoglobin A1c result and plan',
    question: "Based on your clinical judgment, please document what this result means for this patient's documented diabetes, and the plan for it, if any.",
    options: [
      { from: 'text', option: 'Diabetes mellitus with hyperglycemia' },
      { from: 'text', option: 'Diabetes mellitus without hyperglycemia' },
    ],
  },
  thresholds: { a1c: { at: ['/trigger/test/value'], unit: '%', between: [7, 12] } },
});
