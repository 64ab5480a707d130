import { END_OF_LIFE } from '../groups/care.ts';
import { MAJOR_DEPRESSION, OTHER_LEADING_DISORDER } from '../groups/mood-care.ts';
import { PHQ9 } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { declined } from '../operators/declined.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { persistent } from '../operators/persistent.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'depression-remission',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 118,
  title: 'Depression not in remission a year after a PHQ-9 of 10 or more, or not measured again',
  topic: 'depression-remission',
  authority: ['CMS159 Depression remission at twelve months (2026)', 'APA practice guideline for major depressive disorder (2010, reaffirmed 2019): treat to remission and measure it'],
  rationale: 'Depression that lifts only partly comes back. As CMS159: PHQ-9 of 10 or more, then below 5 a year later. Unlike it: a year is 10 to 16 months back from the visit, and the newest PHQ-9 of 6 months decides.',
  appliesTo: all(settingIs('office'), ageBetween(12, null), not(hasActive(OTHER_LEADING_DISORDER)), not(END_OF_LIFE)),
  trigger: all(
    any(hasActive(MAJOR_DEPRESSION), assessed(MAJOR_DEPRESSION)),
    count(PHQ9, { withinMonths: 16, results: 1 }).atLeast(10),
    any(latest(PHQ9, 6).below(5), not(count(PHQ9, { withinMonths: 10, results: 1 }).atLeast(0)), persistent(PHQ9, { withinMonths: 16, results: 2, apartDays: 300, unbroken: false }).atLeast(5)),
  ),
  met: any(latest(PHQ9, 6).below(5), declined('PHQ-9', ['phq-9', 'phq9', 'phq', 'questionnaire*'], 6)),
  says: {
    open: 'A PHQ-9 of 10 or more is 10 to 16 months old, and the newest of the last 6 months is not below 5, or there is none.',
    met: 'The newest PHQ-9 is below 5, or the notes say why there is none.',
    outOfScope: 'Only at office visits from 12 years, and not with bipolar, psychotic, personality or pervasive developmental disorder, in hospice or palliative care.',
    notTriggered: 'No depression with a PHQ-9 of 10 or more 10 to 16 months ago was found.',
  },
  asks: null,
  thresholds: { remission: { at: ['/met/of/0/test/value', '/trigger/of/2/of/0/test/value', '/trigger/of/2/of/2/test/value'], unit: '{score}', between: [4, 8] } },
});
