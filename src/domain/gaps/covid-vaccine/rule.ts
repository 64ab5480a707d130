import { END_OF_LIFE } from '../groups/care.ts';
import { IMMUNOCOMPROMISED } from '../groups/vaccine-risks.ts';
import { COVID, given, refused } from '../groups/vaccines.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'covid-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 175,
  title: 'COVID-19 vaccine: given, or decided together, in the last year',
  topic: 'covid-vaccine',
  authority: [
    'CDC and ACIP (October 2025): from 6 months by individual decision with a clinician, the benefit being greatest from 65 years and with conditions of risk',
    'IDSA and AAFP (2025), AAP (2025): recommended to older adults, weakened immunity, young children and conditions of risk',
  ],
  rationale: 'Authorities differ, and what holds for the season 2026–27 was not settled when this was written. So the gap is one of a decision: from 65 years, or with weakened immunity, neither a dose of the last 12 months nor a talk about it is on record. Others are not asked; a site may lower the age.',
  appliesTo: all(any(ageAtLeast(65), all(ageBetween(6, null, 'months'), IMMUNOCOMPROMISED)), not(END_OF_LIFE)),
  trigger: ageBetween(6, null, 'months'),
  met: any(
    given(COVID, 1, { withinMonths: 12 }),
    refused(COVID, 12),
    noted('a talk about the COVID-19 vaccine', COVID.words, { beside: ['discuss*', 'shared decision*', 'counsel*', 'reviewed risks', 'risks and benefits', 'will consider', 'wants to wait', 'undecided'] }),
  ),
  says: {
    open: 'Neither a COVID-19 vaccine of the last 12 months nor a decision about it is on record.',
    met: 'A COVID-19 vaccine was given in the last 12 months, or it was talked about, declined or is contraindicated.',
    outOfScope: 'Only from 65 years, or with weakened immunity from 6 months, and not in hospice care.',
    notTriggered: 'Only from 6 months.',
  },
  asks: null,
  thresholds: {
    fromAge: { at: ['/appliesTo/of/0/of/0/years'], unit: 'years', between: [1, 75] },
    within: { at: ['/met/of/0/withinMonths', '/met/of/1/withinMonths'], unit: 'months', between: [6, 18] },
  },
});
