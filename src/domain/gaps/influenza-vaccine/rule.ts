import { END_OF_LIFE } from '../groups/care.ts';
import { given, INFLUENZA, refused } from '../groups/vaccines.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { inMonths } from '../operators/in-months.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'influenza-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 150,
  title: 'Influenza vaccine of this season',
  topic: 'influenza-vaccine',
  authority: [
    'ACIP, prevention and control of seasonal influenza with vaccines (2025): every season, everyone from 6 months without a contraindication; egg allergy is none (since 2023)',
    'AAP, recommendations for influenza in children (2025)',
    'CMS147 Preventive Care and Screening: Influenza Immunization (2026)',
  ],
  rationale: 'One dose of the season, from July on, answers it, as in CMS147, which asks at visits from October; here September asks, too. A young child’s second dose of the first season is not asked. The federal schedule of January 2026 leaves children to a shared decision; a site that follows it raises the age.',
  appliesTo: all(ageBetween(6, null, 'months'), not(END_OF_LIFE)),
  trigger: inMonths(9, 3),
  met: any(given(INFLUENZA, 1, { sinceMonth: 7 }), refused(INFLUENZA, 6)),
  says: {
    open: 'No influenza vaccine of this season is on record, and no note tells of one or that it was declined.',
    met: 'The influenza vaccine of this season was given, here or elsewhere, or it was declined or is contraindicated.',
    outOfScope: 'Only from 6 months of age, and not in hospice care.',
    notTriggered: 'The visit is not in the season, September to March.',
  },
  asks: null,
  thresholds: {
    fromAge: { at: ['/appliesTo/of/0/atLeast'], unit: 'months', between: [6, 780] },
    firstMonth: { at: ['/trigger/from'], unit: 'month of the year', between: [7, 12] },
    lastMonth: { at: ['/trigger/through'], unit: 'month of the year', between: [1, 6] },
  },
});
