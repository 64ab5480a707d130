import { ALL_VACCINES, DTAP, given, HEPATITIS_A, HEPATITIS_B, HIB, MENINGOCOCCAL, MMR, PNEUMOCOCCAL_CHILD, POLIO, TDAP, VARICELLA } from '../groups/vaccines.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

/** From the first birthday, from six weeks, from the tenth: with the four days of grace of ACIP (2023). */
const FROM_1_YEAR = { fromAgeDays: 361 };
const FROM_6_WEEKS = { fromAgeDays: 38 };
const FROM_10_YEARS = { fromAgeDays: 3648 };

const CATCH_UP = 'a series begun late needs fewer doses, and a catch-up schedule is not computed';

export default defineRule({
  id: 'childhood-vaccines',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 120,
  title: 'Vaccines of childhood by the second birthday, of adolescence by the thirteenth',
  topic: 'childhood-vaccines',
  authority: [
    'AAP, recommended childhood and adolescent immunization schedule (2026), as ACIP’s and CDC’s of 2025',
    'CDC, childhood schedule as revised in January 2026: hepatitis A and B and meningococcal vaccines by individual decision; contested, and not followed here',
    'CMS117 Childhood Immunization Status (2026)',
  ],
  rationale: 'Doses are counted, nothing is forecast. At 2 years: DTaP 4, polio 3, MMR 1, varicella 1, hepatitis B 3, Hib 3, pneumococcal 4, hepatitis A 1; at 13: Tdap and meningococcal ACWY. Unlike CMS117, rotavirus (too late to be given) is not asked, influenza and HPV have rules of their own, and later years count as the second does. A Hib or pneumococcal series that is short yet holds a dose after the first birthday cannot be told. A site that follows the revised federal schedule sets counts to 0.',
  appliesTo: any(ageBetween(24, 60, 'months'), ageBetween(13, 19)),
  trigger: any(ageBetween(24, 60, 'months'), ageBetween(13, 19)),
  met: any(
    all(
      ageBetween(24, 60, 'months'),
      given(DTAP, 4, FROM_6_WEEKS), given(POLIO, 3, FROM_6_WEEKS), given(MMR, 1, FROM_1_YEAR), given(VARICELLA, 1, FROM_1_YEAR), given(HEPATITIS_B, 3), given(HEPATITIS_A, 1, FROM_1_YEAR),
      any(given(HIB, 3, FROM_6_WEEKS), cannotTellWhere(CATCH_UP, given(HIB, 1, FROM_1_YEAR))),
      any(given(PNEUMOCOCCAL_CHILD, 4, FROM_6_WEEKS), cannotTellWhere(CATCH_UP, given(PNEUMOCOCCAL_CHILD, 1, FROM_1_YEAR))),
    ),
    all(ageBetween(13, 19), given(TDAP, 1, FROM_10_YEARS), given(MENINGOCOCCAL, 1, FROM_10_YEARS)),
    declined('vaccines of childhood', [...ALL_VACCINES, 'vaccines', 'vaccinations', 'immunizations', 'mmr', 'dtap', 'tdap', 'menacwy'], 12),
    noted('immunizations up to date', ['immunizations', 'vaccines', 'vaccinations', 'shots', 'imms', 'immunization status'], {
      beside: ['up to date', 'up-to-date', 'utd', 'complete', 'current'], except: ['not', 'except', 'unclear', 'unknown', 'behind', 'bring', 'get', 'until', 'keep', 'stay', 'ensure', 'flu', 'covid*', 'not up to date', 'sibling*', 'brother', 'sister'],
    }),
  ),
  says: {
    open: 'Doses of childhood are missing on record, and no note says that the immunizations are up to date or were declined.',
    met: 'The doses of the milestone are on record, or a note says that they were given or declined.',
    outOfScope: 'Only from 2 through 4 years and from 13 through 18.',
    notTriggered: 'Only from 2 through 4 years and from 13 through 18.',
  },
  asks: null,
  thresholds: {
    hepatitisA: { at: ['/met/of/0/of/6/atLeast'], unit: 'doses', between: [0, 2] },
    hepatitisB: { at: ['/met/of/0/of/5/atLeast'], unit: 'doses', between: [0, 3] },
    meningococcal: { at: ['/met/of/1/of/2/atLeast'], unit: 'doses', between: [0, 1] },
  },
});
