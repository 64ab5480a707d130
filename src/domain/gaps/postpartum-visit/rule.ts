import type { CodeGroup } from '../operators/expression.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { sexIs } from '../operators/sex-is.ts';
import { defineRule } from '../rule.ts';

/** Every birth of 20 weeks or more is coded with its outcome (I.C.15.b.5); what a note says of a birth needs its date. */
const BIRTH = { codes: { icd10: ['Z37', 'O80', 'O82'] }, words: ['gave birth', 'date of delivery', 'delivery date', 'delivered on', 'nsvd on', 'svd on', 'c-section on', 'cesarean on', 'cesarean delivery on'], except: ['expected', 'estimated', 'due date', 'edd', 'sister', 'daughter'], kinds: ['Condition', 'Procedure'] } as const;
const POSTPARTUM: CodeGroup = { name: 'routine postpartum follow-up', icd10: ['Z39.2', 'Z39.1'], terms: [], except: [] };
const WORDS = ['postpartum visit', 'postpartum check*', 'postpartum exam*', 'postpartum follow-up', 'postpartum followup', 'postpartum follow up', 'post-partum visit', 'post partum visit', 'pp visit', 'pp check'];

export default defineRule({
  id: 'postpartum-visit',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 60,
  title: 'Postpartum visit after a birth',
  topic: 'postpartum-visit',
  authority: ['ACOG Committee Opinion 736, optimizing postpartum care (2018, reaffirmed 2021): contact within 3 weeks, a comprehensive visit by 12 weeks', 'HEDIS Prenatal and Postpartum Care (2026): 7 to 84 days after the birth'],
  rationale: 'From one month after the birth on, and for six months, a visit is asked for; the days of HEDIS are not counted, so that a visit made late is still a visit. The care in the hospital right after the birth (Z39.0) is none.',
  appliesTo: sexIs('female'),
  trigger: all(done('birth', { ...BIRTH, withinMonths: 6 }), not(done('birth', { ...BIRTH, withinMonths: 1 }))),
  met: any(
    assessed(POSTPARTUM, []),
    noted('a postpartum visit today', [...WORDS, 'weeks postpartum', 'wks postpartum'], { except: ['due', 'overdue', 'schedul*', 'next', 'missed', 'needs', 'no show', 'declin*', 'return', 'will'] }),
    done('postpartum visit', { codes: { icd10: ['Z39.2', 'Z39.1'] }, words: WORDS, kinds: ['Condition', 'Procedure'], withinMonths: 6 }),
    declined('postpartum visit', WORDS, 6),
  ),
  says: {
    open: 'A birth more than a month ago is on record, and no postpartum visit since.',
    met: 'A postpartum visit was made, is being made, or was declined.',
    outOfScope: 'Only for women.',
    notTriggered: 'No birth between one and six months ago is on record.',
  },
  asks: null,
  thresholds: { askedFor: { at: ['/trigger/of/0/withinMonths', '/met/of/2/withinMonths'], unit: 'months', between: [3, 12] } },
});
