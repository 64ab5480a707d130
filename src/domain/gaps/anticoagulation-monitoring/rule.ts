import type { Expression } from '../operators/expression.ts';
import { END_OF_LIFE } from '../groups/care.ts';
import { CREATININE, EGFR, INR } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const ON_WARFARIN = taking('warfarin', ['warfarin', 'coumadin', 'jantoven']);
const ON_DOAC = taking('a direct oral anticoagulant', ['apixaban', 'eliquis', 'rivaroxaban', 'xarelto', 'dabigatran', 'pradaxa', 'edoxaban', 'savaysa']);

function kidneysWithin(withinMonths: number): Expression {
  return any(count(EGFR, { withinMonths, results: 1 }).atLeast(0), count(CREATININE, { withinMonths, results: 1 }).atLeast(0));
}

export default defineRule({
  id: 'anticoagulation-monitoring',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 12,
  title: 'Anticoagulation: INR on warfarin, kidney function on a direct oral anticoagulant',
  topic: 'anticoagulation-monitoring',
  authority: [
    'ACCP, evidence-based management of anticoagulant therapy (2012): INR at least every 12 weeks when stable; ASH (2018): 6 to 12 weeks',
    'ACC/AHA/ACCP/HRS atrial fibrillation guideline (2023): kidney and liver function at least once a year on a direct oral anticoagulant; EHRA practical guide (2021): every 6 months from 75 years',
  ],
  rationale: 'Too much bleeds and too little clots, and the dose of either drug follows a result. An INR at home or in another clinic counts where a note tells its value; where a note only says that it is followed elsewhere, it cannot be told.',
  appliesTo: all(ageAtLeast(18), not(END_OF_LIFE)),
  trigger: any(ON_WARFARIN, ON_DOAC),
  met: any(
    all(
      any(not(ON_WARFARIN), count(INR, { withinMonths: 3, results: 1 }).atLeast(0.5)),
      any(not(ON_DOAC), all(kidneysWithin(12), any(not(ageAtLeast(75)), kidneysWithin(6)))),
    ),
    declined('monitoring of anticoagulation', ['inr', 'inr check*', 'blood draw*', 'labs', 'lab work', 'bloodwork'], 3),
    cannotTellWhere('the INR is followed elsewhere, and its results are not in this record', all(ON_WARFARIN, noted('INR followed elsewhere', ['coumadin clinic', 'warfarin clinic', 'anticoagulation clinic', 'anticoag clinic', 'inr clinic', 'home inr', 'inr managed by', 'inr followed by', 'inr monitored by'], { except: ['refer*', 'needs'] }))),
  ),
  says: {
    open: 'On warfarin without an INR of the last 3 months, or on a direct oral anticoagulant without kidney function of the last 12 (from 75 years, 6) months.',
    met: 'The result that the anticoagulant’s dose follows is recent, or it was declined.',
    outOfScope: 'Only for adults, and not in hospice care.',
    notTriggered: 'Neither warfarin nor a direct oral anticoagulant is taken.',
  },
  asks: null,
  thresholds: {
    inrEvery: { at: ['/met/of/0/of/0/of/1/withinMonths'], unit: 'months', between: [1, 4] },
    kidneysEvery: { at: ['/met/of/0/of/1/of/1/of/0/of/0/withinMonths', '/met/of/0/of/1/of/1/of/0/of/1/withinMonths'], unit: 'months', between: [3, 15] },
    kidneysEveryFrom75: { at: ['/met/of/0/of/1/of/1/of/1/of/1/of/0/withinMonths', '/met/of/0/of/1/of/1/of/1/of/1/of/1/withinMonths'], unit: 'months', between: [3, 15] },
  },
});
