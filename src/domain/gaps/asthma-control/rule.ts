import type { CodeGroup } from '../operators/expression.ts';
import { ASTHMA_CONTROL_TEST } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const ASTHMA: CodeGroup = {
  name: 'asthma', icd10: ['J45.2', 'J45.3', 'J45.4', 'J45.5', 'J45.90', 'J45.991', 'J45.998'],
  terms: ['asthma'], except: ['family history', 'screening', 'risk of', 'childhood asthma', 'outgrew', 'outgrown', 'history of', 'exercise*', 'cardiac'],
};
const TESTS = ['asthma control test', 'act score', 'c-act', 'childhood asthma control', 'asthma control questionnaire', 'acq', 'ataq', 'airq', 'asthma impairment'];

export default defineRule({
  id: 'asthma-control',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 105,
  title: 'Asthma: control assessed within a year, and answered where it is poor',
  topic: 'asthma-control',
  authority: [
    'GINA, global strategy for asthma management and prevention (2025): symptom control and risk at every visit, treatment adjusted by them',
    'NAEPP Expert Panel Report 3 (2007) and its focused updates (2020): control assessed at least every 1 to 6 months; ACT from 20 is well controlled (Nathan, 2004)',
  ],
  rationale: 'A validated score of the last 12 months, or this visit’s own words on control, is the assessment. An ACT of 19 or less asks for what is done about it: a step up, technique and adherence checked, triggers, a referral. HEDIS asks for the ratio of controllers instead, which pharmacy claims hold.',
  appliesTo: all(ageAtLeast(5), any(hasActive(ASTHMA), assessed(ASTHMA))),
  trigger: ageAtLeast(5),
  met: any(
    all(
      any(
        count(ASTHMA_CONTROL_TEST, { withinMonths: 12, results: 1 }).atLeast(5),
        done('asthma control score', { codes: { loinc: ['82674-3', '82668-5'] }, words: TESTS, kinds: ['Observation', 'Procedure'], withinMonths: 12 }),
        noted('control of asthma', ['asthma'], { is: 'either', beside: ['well controlled', 'well-controlled', 'controlled', 'uncontrolled', 'poorly controlled', 'not controlled', 'not well controlled', 'good control', 'poor control', 'under control', 'exacerbation', 'no nocturnal*', 'no night*', 'nighttime', 'rescue inhaler use', 'albuterol use'] }),
      ),
      any(
        not(latest(ASTHMA_CONTROL_TEST, 12).atMost(19)),
        statedInNotes('what is done about asthma', {
          actions: ['start*', 'step up', 'step-up', 'stepped up', 'incr*', 'add', 'added', 'adding', 'switch*', 'chang*', 'begin', 'prescrib*', 'refer*', 'review*', 'technique', 'adherence', 'action plan', 'trigger*', 'continue', 'restart*', 'resum*', 'educat*', 'counsel*', 'burst'],
          objects: ['asthma', 'inhaler*', 'ics*', 'controller*', 'budesonide*', 'fluticasone*', 'mometasone*', 'beclomethasone*', 'symbicort', 'advair', 'breo', 'dulera', 'flovent', 'montelukast', 'prednisone', 'prednisolone', 'pulmon*', 'allerg*', 'smart', 'albuterol', 'tiotropium', 'biologic*', 'spacer'],
        }),
      ),
    ),
    declined('assessment of asthma', TESTS, 12),
  ),
  says: {
    open: 'No assessment of asthma control of the last 12 months is on record, or the newest score is 19 or less and this visit’s notes tell nothing that is done about it.',
    met: 'Asthma control was assessed and, where poor, answered; or it was declined.',
    outOfScope: 'Only from 5 years with documented asthma.',
    notTriggered: 'Only from 5 years.',
  },
  asks: null,
  thresholds: {
    every: { at: ['/met/of/0/of/0/of/0/withinMonths', '/met/of/0/of/0/of/1/withinMonths', '/met/of/0/of/1/of/0/of/withinMonths'], unit: 'months', between: [1, 15] },
    poorAtMost: { at: ['/met/of/0/of/1/of/0/of/test/value'], unit: 'points', between: [15, 19] },
  },
});
