import { given, HPV, refused } from '../groups/vaccines.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

/** Fifteen years in days: who begins later needs three doses. */
const FROM_15 = { fromAgeDays: 5479 };

export default defineRule({
  id: 'hpv-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 160,
  title: 'HPV vaccine series',
  topic: 'hpv-vaccine',
  authority: [
    'ACIP, HPV vaccination (2016, 2019): routine at 11 or 12 years, catch-up through 26; two doses when begun before 15, else three',
    'AAP, immunization schedule (2026): from 9 to 12 years, two doses',
    'CDC, childhood schedule as revised in January 2026: one dose; contested, and not followed here',
  ],
  rationale: 'Begun before the fifteenth birthday two doses are enough. Intervals are not computed: after a dose of the last 5 months the next is not yet due. A site that follows the revised federal schedule sets one dose.',
  appliesTo: ageBetween(11, 27),
  trigger: not(all(given(HPV, 1, { withinMonths: 5 }), not(given(HPV, 3)))),
  met: any(
    all(given(HPV, 2), any(ageBetween(null, 15), not(given(HPV, 2, FROM_15)))),
    given(HPV, 3),
    refused(HPV, 12),
  ),
  says: {
    open: 'The HPV vaccine series is not complete on record, and no note tells of it or that it was declined.',
    met: 'The HPV vaccine series is complete, or it was declined or is contraindicated.',
    outOfScope: 'Only from 11 through 26 years.',
    notTriggered: 'A dose of the last 5 months: the next is not yet due.',
  },
  asks: null,
  thresholds: {
    fromAge: { at: ['/appliesTo/atLeast'], unit: 'years', between: [9, 13] },
    dosesBegunBefore15: { at: ['/met/of/0/of/0/atLeast'], unit: 'doses', between: [1, 2] },
  },
});
