import type { CodeGroup } from '../operators/expression.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const ADHD: CodeGroup = { name: 'attention-deficit hyperactivity disorder', icd10: ['F90'], terms: ['adhd', 'attention deficit*', 'attention-deficit*'], except: ['family history', 'screening', 'rule out', 'evaluation for', 'risk of', 'brother', 'sister'] };

/** Stimulants, atomoxetine, viloxazine, guanfacine, clonidine: CMS136's medications, with US trade names. */
const ADHD_DRUGS = [
  'methylphenidate*', 'ritalin', 'concerta', 'metadate', 'daytrana', 'quillivant*', 'quillichew*', 'aptensio', 'jornay*', 'cotempla', 'adhansia', 'dexmethylphenidate', 'focalin', 'azstarys', 'amphetamine*', 'dextroamphetamine*', 'adderall', 'mydayis', 'evekeo', 'dyanavel', 'adzenys', 'dexedrine', 'zenzedi', 'xelstrym', 'lisdexamfetamine', 'vyvanse',
  'atomoxetine', 'strattera', 'viloxazine', 'qelbree', 'guanfacine', 'intuniv', 'clonidine er', 'clonidine extended*', 'kapvay', 'onyda',
];
/** What a visit for it says: how it goes, and what is to be done. */
const SEEN_TO = ['continu*', 'stable', 'doing well', 'well controlled', 'controlled', 'incr*', 'decr*', 'start*', 'stop*', 'titrat*', 'switch*', 'refill*', 'follow-up visit', 'med check', 'vanderbilt', 'improv*', 'worse*', 'symptoms', 'side effect*', 'appetite', 'focus*', 'school', 'tolerat*', 'effective', 'holiday'];

const WORDS = ['adhd follow-up', 'adhd followup', 'adhd follow up', 'adhd visit', 'adhd recheck', 'adhd med check', 'adhd medication check', 'adhd medication follow*', 'vanderbilt follow*', 'follow-up vanderbilt', 'followup vanderbilt'];

export default defineRule({
  id: 'adhd-follow-up',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 108,
  title: 'ADHD: follow-up of a child on medication',
  topic: 'adhd-follow-up',
  authority: ['AAP, clinical practice guideline for ADHD in children and adolescents (2019): within the first month of medication, then at least every 3 months in the first year and twice a year after', 'CMS136 Follow-Up Care for Children Prescribed ADHD Medication (2026)'],
  rationale: 'From a month after the first prescription on, this visit or one of the last 6 months has to see to it. CMS136 counts from the first day of a new medication (one visit in 30 days, two more in nine months), for 6 to 12 years; this rule counts back from today, from 4 through 17, so that a child it leaves alone may still be one the measure counts.',
  appliesTo: all(ageBetween(4, 18), any(hasActive(ADHD), assessed(ADHD))),
  trigger: taking('medication for ADHD', ADHD_DRUGS, { forDays: 30 }),
  met: any(
    assessed(ADHD, []),
    noted('ADHD seen to today', ['adhd', 'attention deficit*', 'attention-deficit*', ...ADHD_DRUGS], { by: 'provider', beside: SEEN_TO }),
    done('ADHD follow-up', { codes: { icd10: ['F90'] }, words: WORDS, kinds: ['Condition'], withinMonths: 6 }),
    declined('ADHD follow-up', WORDS, 6),
  ),
  says: {
    open: 'Medication for ADHD is taken for a month or more, and neither this visit nor one of the last 6 months on record sees to it.',
    met: 'ADHD was followed up in the last 6 months, or it was declined.',
    outOfScope: 'Only from 4 through 17 years with documented ADHD.',
    notTriggered: 'No medication for ADHD is taken for a month or more.',
  },
  asks: null,
  thresholds: { every: { at: ['/met/of/2/withinMonths'], unit: 'months', between: [1, 7] } },
});
