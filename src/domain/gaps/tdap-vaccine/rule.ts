import type { CodeGroup } from '../operators/expression.ts';
import { END_OF_LIFE } from '../groups/care.ts';
import { given, refused, TDAP, TETANUS_BOOSTER } from '../groups/vaccines.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

/** Weeks 27 to 42, by the code of the week: the only place where a chart says it. */
const THIRD_TRIMESTER: CodeGroup = {
  name: 'pregnancy from the 27th week', icd10: ['Z3A.27', 'Z3A.28', 'Z3A.29', 'Z3A.3', 'Z3A.40', 'Z3A.41', 'Z3A.42', 'Z34.03', 'Z34.83', 'Z34.93', 'O09.03', 'O09.93'], terms: ['third trimester'], except: ['history of'],
};

export default defineRule({
  id: 'tdap-vaccine',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 170,
  title: 'Tetanus, diphtheria and pertussis vaccine of an adult',
  topic: 'tdap-vaccine',
  authority: [
    'ACIP, use of Td and Tdap (2020): Tdap once, then either every 10 years',
    'ACIP (2013) and ACOG Committee Opinion 718 (2017): Tdap in every pregnancy, best in weeks 27 to 36',
    'HEDIS Adult Immunization Status (2026): Td or Tdap within 10 years',
  ],
  rationale: 'Either booster of the last 10 years answers it, as in the measure; that one of them ever was Tdap is not asked, since childhood and pharmacy records are rarely whole. In the third trimester only a Tdap of this pregnancy does.',
  appliesTo: all(ageAtLeast(19), not(END_OF_LIFE)),
  trigger: ageAtLeast(19),
  met: any(
    given(TDAP, 1, { withinMonths: 7 }),
    all(not(hasActive(THIRD_TRIMESTER, 3)), given(TETANUS_BOOSTER, 1, { withinMonths: 120 })),
    refused(TETANUS_BOOSTER, 12),
  ),
  says: {
    open: 'No Td or Tdap of the last 10 years, or in late pregnancy no Tdap of this pregnancy, is on record or told in a note.',
    met: 'Td or Tdap is up to date, or it was declined or is contraindicated.',
    outOfScope: 'Only for adults from 19 years, and not in hospice care.',
    notTriggered: 'Only for adults from 19 years.',
  },
  asks: null,
  thresholds: { boosterEvery: { at: ['/met/of/1/of/1/withinMonths'], unit: 'months', between: [60, 132] } },
});
