import { END_OF_LIFE } from '../groups/care.ts';
import { RSV_RISK } from '../groups/vaccine-risks.ts';
import { given, refused, RSV } from '../groups/vaccines.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'rsv-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 172,
  title: 'RSV vaccine of an older adult',
  topic: 'rsv-vaccine',
  authority: [
    'ACIP, RSV vaccines in adults (2024): once from 75 years, and from 60 with a condition of risk',
    'ACIP (April 2025), adopted by CDC (2025): from 50 years with a condition of risk',
  ],
  rationale: 'One dose is all; it is not given every year. Late summer and early autumn are best, and it is due at any time. In pregnancy it protects the infant, which is another question.',
  appliesTo: all(any(ageAtLeast(75), all(ageAtLeast(50), hasActive(RSV_RISK))), not(END_OF_LIFE)),
  trigger: ageAtLeast(50),
  met: any(given(RSV), refused(RSV, 12)),
  says: {
    open: 'No RSV vaccine is on record, and no note tells of one or that it was declined.',
    met: 'An RSV vaccine was given, or it was declined or is contraindicated.',
    outOfScope: 'Only from 75 years, or from 50 with a condition of risk, and not in hospice care.',
    notTriggered: 'Only from 50 years.',
  },
  asks: null,
  thresholds: { fromAgeWithRisk: { at: ['/appliesTo/of/0/of/1/of/0/years'], unit: 'years', between: [50, 75] } },
});
