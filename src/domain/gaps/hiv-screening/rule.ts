import { END_OF_LIFE } from '../groups/care.ts';
import { HIV } from '../groups/screened-once.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { defineRule } from '../rule.ts';

const WORDS = ['hiv', 'hiv test*', 'hiv screen*', 'hiv ab', 'hiv ag/ab', 'hiv antibod*', 'hiv 1/2', 'hiv-1/2', 'hiv-1', 'hiv 1+2', 'hiv rna', 'hiv pcr', 'hiv viral load'];

export default defineRule({
  id: 'hiv-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 141,
  title: 'HIV screening, once between 15 and 65 years',
  topic: 'hiv-screening',
  authority: ['USPSTF, human immunodeficiency virus infection: screening (2019), grade A, 15 to 65 years', 'CDC, revised recommendations for HIV testing (2006)', 'CMS349 HIV Screening (2026)'],
  rationale: 'As in CMS349, one test ever answers it, and known HIV is no gap. The measure counts the age at the start of the year, this rule that of the visit; it asks for a test after the fifteenth birthday, which this rule takes at any age. Repeat tests of those at risk are the clinician’s.',
  appliesTo: all(ageBetween(15, 66), not(any(hasActive(HIV), assessed(HIV), END_OF_LIFE))),
  trigger: ageBetween(15, 66),
  met: any(
    done('HIV test', {
      codes: {
        loinc: ['56888-1', '75666-5', '58900-2', '31201-7', '29893-5', '7917-8', '43010-8', '48345-3', '49580-4', '68961-2', '80387-4', '5220-9', '5221-7', '14092-1', '25835-0', '20447-9', '29541-6'],
        hcpcs: ['G0432', 'G0433', 'G0435', 'G0475'],
      },
      words: WORDS, except: ['prep', 'risk factor*', 'exposure', 'genotype', 'antiretroviral*'], kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: null,
    }),
    declined('HIV screening', WORDS, 12),
  ),
  says: {
    open: 'No HIV test is on record, and no note tells of one or that it was declined.',
    met: 'An HIV test was done, here or elsewhere, or it was declined.',
    outOfScope: 'Only from 15 through 65 years, without known HIV, and not in hospice care.',
    notTriggered: 'Only from 15 through 65 years.',
  },
  asks: null,
  thresholds: {
    fromAge: { at: ['/appliesTo/of/0/atLeast', '/trigger/atLeast'], unit: 'years', between: [13, 18] },
    belowAge: { at: ['/appliesTo/of/0/below', '/trigger/below'], unit: 'years', between: [65, 80] },
  },
});
