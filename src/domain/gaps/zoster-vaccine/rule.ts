import { END_OF_LIFE } from '../groups/care.ts';
import { IMMUNOCOMPROMISED } from '../groups/vaccine-risks.ts';
import { given, refused, ZOSTER, ZOSTER_OF_ANY_KIND } from '../groups/vaccines.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'zoster-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 165,
  title: 'Recombinant zoster vaccine, two doses',
  topic: 'zoster-vaccine',
  authority: [
    'ACIP, recommendations for use of herpes zoster vaccines (2018): two doses from 50 years, whatever was had before',
    'ACIP, recombinant zoster vaccine in immunocompromised adults from 19 years (2022)',
  ],
  rationale: 'The live vaccine, or shingles gone through, does not replace it. Two months after the first dose the second is due (up to six is as scheduled).',
  appliesTo: all(any(ageAtLeast(50), all(ageAtLeast(19), IMMUNOCOMPROMISED)), not(END_OF_LIFE)),
  trigger: not(all(given(ZOSTER, 1, { withinMonths: 2 }), not(given(ZOSTER, 2)))),
  met: any(
    given(ZOSTER, 2),
    refused(ZOSTER, 24),
    refused(ZOSTER_OF_ANY_KIND, 24),
    cannotTellWhere('a shingles vaccine was given, and the record does not say which or how often', given(ZOSTER_OF_ANY_KIND)),
  ),
  says: {
    open: 'Fewer than two doses of recombinant zoster vaccine are on record, and no note tells of them or that it was declined.',
    met: 'Two doses of recombinant zoster vaccine were given, or it was declined or is contraindicated.',
    outOfScope: 'Only from 50 years, or from 19 years with weakened immunity, and not in hospice care.',
    notTriggered: 'The first dose was given in the last 2 months: the second is not yet due.',
  },
  asks: null,
  thresholds: { fromAge: { at: ['/appliesTo/of/0/of/0/years'], unit: 'years', between: [50, 65] } },
});
