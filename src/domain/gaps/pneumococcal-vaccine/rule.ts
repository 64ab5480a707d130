import { END_OF_LIFE } from '../groups/care.ts';
import { PNEUMOCOCCAL_RISK } from '../groups/vaccine-risks.ts';
import { given, PCV13, PCV15, PCV20_OR_21, PNEUMOCOCCAL_OF_ANY_KIND, PPSV23, refused } from '../groups/vaccines.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

const RECENT = { withinMonths: 12 };

export default defineRule({
  id: 'pneumococcal-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 155,
  title: 'Pneumococcal vaccination of an adult',
  topic: 'pneumococcal-vaccine',
  authority: [
    'ACIP, pneumococcal vaccines for adults from 50 years (MMWR January 2025; recommended October 2024)',
    'ACIP, use of PCV20, PCV21 and PCV15 in adults (2023, 2024): from 19 years with a condition of risk',
  ],
  rationale: 'PCV20 or PCV21 once, or PCV15 and then PPSV23. PCV13 with PPSV23 from 65 years on is taken as complete (a further dose is a shared decision). Within a year of PCV13, PCV15 or PPSV23 the next is not yet due; the shorter interval in weakened immunity is not asked.',
  appliesTo: all(any(ageAtLeast(50), all(ageAtLeast(19), hasActive(PNEUMOCOCCAL_RISK))), not(END_OF_LIFE)),
  trigger: not(all(any(given(PCV13, 1, RECENT), given(PCV15, 1, RECENT), given(PPSV23, 1, RECENT)), not(given(PCV20_OR_21)))),
  met: any(
    given(PCV20_OR_21),
    all(given(PCV15), given(PPSV23)),
    all(given(PCV13), given(PPSV23, 1, { fromAgeDays: 23_741 })),
    refused(PCV20_OR_21, 24),
    refused(PNEUMOCOCCAL_OF_ANY_KIND, 24),
    noted('pneumococcal vaccination complete', PNEUMOCOCCAL_OF_ANY_KIND.words, { visit: 'any', beside: ['up to date', 'up-to-date', 'utd', 'complete', 'completed'], except: ['not', 'incomplete', 'due', 'needs', 'until'] }),
    cannotTellWhere('a pneumococcal vaccine was given, and the record does not say which', given(PNEUMOCOCCAL_OF_ANY_KIND)),
  ),
  says: {
    open: 'No complete pneumococcal vaccination of an adult is on record, and no note tells of one or that it was declined.',
    met: 'The pneumococcal vaccination is complete, or it was declined or is contraindicated.',
    outOfScope: 'Only from 50 years, or from 19 years with a condition of risk, and not in hospice care.',
    notTriggered: 'A dose of the last 12 months: the next is not yet due.',
  },
  asks: null,
  thresholds: { fromAge: { at: ['/appliesTo/of/0/of/0/years'], unit: 'years', between: [50, 65] } },
});
