import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { OSTEOPOROSIS } from '../groups/bone.ts';
import { T_SCORE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { sexIs } from '../operators/sex-is.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const WORDS = ['dxa', 'dexa', 'dexa scan', 'bone density*', 'bone densitometry', 'bone mineral density'];

/** Given against the loss of bone. Zoledronic acid and denosumab have other uses, which a scan is not for either. */
const BONE_DRUGS = ['alendronate', 'fosamax', 'risedronate', 'actonel', 'atelvia', 'ibandronate', 'boniva', 'zoledronic acid', 'reclast', 'denosumab', 'prolia', 'teriparatide', 'forteo', 'abaloparatide', 'tymlos', 'romosozumab', 'evenity', 'raloxifene', 'evista'];

export default defineRule({
  id: 'bone-density',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 135,
  title: 'Bone density of a woman from 65 years',
  topic: 'bone-density',
  authority: ['USPSTF, osteoporosis to prevent fractures: screening (2025), grade B: women from 65 years', 'Gourlay et al., New England Journal of Medicine (2012): intervals of up to 15 years after a normal first measurement'],
  rationale: 'USPSTF sets no interval; a measurement of the last 15 years answers it, which a site may shorten. Women before 65 are asked by a risk tool, which a record does not hold; for men the evidence is insufficient. Known osteoporosis or osteopenia is followed, not screened for.',
  appliesTo: all(sexIs('female'), ageAtLeast(65), not(any(hasActive(OSTEOPOROSIS), assessed(OSTEOPOROSIS), taking('a drug for bone', BONE_DRUGS), NOT_EXPECTED_TO_BENEFIT))),
  trigger: ageAtLeast(65),
  met: any(
    done('bone density measurement', { codes: { loinc: ['38268-6', '24701-5', '46278-8', '24966-4', '38263-0', '38264-8', '38267-1'], hcpcs: ['G0130'] }, words: WORDS, kinds: ['DiagnosticReport', 'Procedure', 'Observation'], withinMonths: 180 }),
    count(T_SCORE, { withinMonths: 180, results: 1 }).atLeast(-8),
    declined('bone density measurement', WORDS, 24),
  ),
  says: {
    open: 'No bone density measurement is on record, and no note tells of one or that it was declined.',
    met: 'Bone density was measured, here or elsewhere, or it was declined.',
    outOfScope: 'Only for women from 65 years without known bone loss who can expect to gain by it.',
    notTriggered: 'Only from 65 years.',
  },
  asks: null,
  thresholds: { every: { at: ['/met/of/0/withinMonths', '/met/of/1/withinMonths'], unit: 'months', between: [24, 240] } },
});
