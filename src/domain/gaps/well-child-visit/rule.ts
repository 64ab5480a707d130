import type { CodeGroup, DoneExpression } from '../operators/expression.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

/** Z00.11 newborn, Z00.12 child, Z00.0 adult (18 years and more), Z76.1 and Z76.2 of a foundling or another child in care. */
const HEALTH_SUPERVISION: CodeGroup = { name: 'routine health examination', icd10: ['Z00.0', 'Z00.1', 'Z76.1', 'Z76.2'], terms: [], except: [] };
const WORDS = ['well child check*', 'well-child check*', 'well child*', 'well-child*', 'well baby', 'well-baby', 'well visit', 'well check', 'well adolescent*', 'wcc', 'wcv', 'health supervision', 'health maintenance visit', 'annual physical', 'annual exam', 'preventive visit', 'routine child health*', 'newborn visit'];

function visitWithin(withinMonths: number): DoneExpression {
  return done('well-child visit', { codes: { icd10: HEALTH_SUPERVISION.icd10, hcpcs: ['S0302'] }, words: WORDS, except: ['sports physical', 'sibling*'], kinds: ['Condition', 'Procedure'], withinMonths });
}

export default defineRule({
  id: 'well-child-visit',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 145,
  title: 'Well-child visit by age',
  topic: 'well-child-visit',
  authority: ['AAP Bright Futures, recommendations for preventive pediatric health care (2025): at 1, 2, 4, 6, 9, 12, 15, 18, 24 and 30 months, then every year through 21', 'HEDIS W30 and WCV (2026)'],
  rationale: 'The newest visit is looked for, with a month of grace: 4 months below 20 months of age, 7 below 3 years, then 13. Visits are not counted as W30 does. A sports or school form is no such visit.',
  appliesTo: ageBetween(1, 252, 'months'),
  trigger: ageBetween(1, 252, 'months'),
  met: any(
    assessed(HEALTH_SUPERVISION, []),
    noted('a well-child visit today', WORDS, { except: ['due', 'overdue', 'schedul*', 'next', 'return', 'missed', 'last', 'needs', 'need', 'declin*', 'since', 'until', 'at his', 'at her', 'reschedul*', 'prior', 'previous', 'ago', 'had', 'sibling*', 'brother', 'sister', 'no show', 'recommend*', 'never'] }),
    all(ageBetween(null, 20, 'months'), visitWithin(4)),
    all(ageBetween(20, 36, 'months'), visitWithin(7)),
    all(ageBetween(36, null, 'months'), visitWithin(13)),
    declined('well-child visit', WORDS, 6),
  ),
  says: {
    open: 'No well-child visit is on record within the interval of this age, and this visit is none.',
    met: 'A well-child visit was made within the interval of this age, is being made, or was declined.',
    outOfScope: 'Only from 1 month through 20 years.',
    notTriggered: 'Only from 1 month through 20 years.',
  },
  asks: null,
  thresholds: { everyFrom3Years: { at: ['/met/of/4/of/1/withinMonths'], unit: 'months', between: [12, 24] } },
});
