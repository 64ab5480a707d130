import { END_OF_LIFE } from '../groups/care.ts';
import { NO_CERVIX } from '../groups/screened-cancers.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { sexIs } from '../operators/sex-is.ts';
import { defineRule } from '../rule.ts';

const CYTOLOGY = ['pap', 'pap smear*', 'pap test*', 'papanicolaou', 'cervical cytolog*', 'thinprep', 'thin prep', 'surepath', 'co-test*', 'cotest*'];
const HPV_TEST = ['hpv test*', 'hrhpv', 'hr-hpv', 'high-risk hpv', 'high risk hpv', 'hpv dna', 'hpv rna', 'hpv mrna', 'hpv pcr', 'hpv negative', 'hpv neg', 'negative hpv', 'hpv self-collect*', 'co-test*', 'cotest*'];
const WITH_CERVIX_LEFT = ['supracervical', 'subtotal hysterectomy', 'partial hysterectomy', 'cervix remains', 'cervix in place', 'cervix intact', 'cervix retained', 'cervical stump', 'sparing the cervix'];

export default defineRule({
  id: 'cervical-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 114,
  title: 'Cervical cancer screening due',
  topic: 'cervical-screening',
  authority: ['USPSTF Cervical cancer: screening (2018): from 21 to 65 years, cytology every three years, from 30 HPV testing or both every five', 'CMS124 Cervical cancer screening (2026)'],
  rationale: 'The cancer is preventable, and most who have it were not screened. Intervals as CMS124. Unlike it: from 21 years at the visit (the measure starts at 24), counted back from the visit. A hysterectomy without a word on the cervix decides nothing. Shorter intervals after an abnormal result, in HIV or after exposure to DES are not told here.',
  appliesTo: all(settingIs('office'), sexIs('female'), ageBetween(21, 66), not(END_OF_LIFE)),
  trigger: not(any(
    hasActive(NO_CERVIX),
    done('hysterectomy with removal of the cervix', {
      codes: {}, kinds: ['Procedure'], withinMonths: null, except: WITH_CERVIX_LEFT,
      words: ['total hysterectom*', 'total abdominal hysterectom*', 'total vaginal hysterectom*', 'total laparoscopic hysterectom*', 'total robotic hysterectom*', 'radical hysterectom*', 'vaginal hysterectom*', 'hysterectomy with removal of cervix', 'hysterectomy including cervix', 'hysterectomy including the cervix', 'hysterectomy with removal of the cervix', 'tah', 'tah-bso', 'tah/bso', 'tlh', 'tvh', 'trachelectomy'],
    }),
    cannotTellWhere('a hysterectomy is told, and not whether the cervix was removed', done('hysterectomy', { codes: {}, words: ['hysterectom*'], except: WITH_CERVIX_LEFT, kinds: ['Procedure'], withinMonths: null })),
  )),
  met: any(
    done('cervical cytology', {
      codes: { loinc: ['10524-7', '18500-9', '19762-4', '19764-0', '19765-7', '19766-5', '19774-9', '33717-0', '47527-7', '47528-5'], hcpcs: ['G0123', 'G0124', 'G0141', 'G0143', 'G0144', 'G0145', 'G0147', 'G0148', 'P3000', 'P3001', 'Q0091'] },
      words: CYTOLOGY, kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: 36, except: ['anal pap', 'cpap', 'bipap', 'pap therapy', 'unsatisfactory', 'insufficient'],
    }),
    all(ageBetween(30, null), done('high-risk HPV test', {
      codes: { loinc: ['21440-3', '30167-1', '38372-9', '59263-4', '59264-2', '59420-0', '69002-0', '71431-1', '75694-0', '77379-6', '77399-4', '77400-0', '82354-2', '82456-5', '82675-0', '95539-3', '104132-8'], hcpcs: ['G0476'] },
      words: HPV_TEST, kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: 60, except: ['vaccin*', 'gardasil', 'oropharyn*', 'anal', 'unsatisfactory'],
    })),
    declined('cervical cancer screening', [...CYTOLOGY, ...HPV_TEST, 'cervical cancer screen*', 'cervical screen*', 'pelvic exam*', 'speculum exam*']),
  ),
  says: {
    open: 'No cervical cytology was found for the last 3 years and, from 30 years, no HPV test for the last 5.',
    met: 'Cervical cancer screening is done or answered.',
    outOfScope: 'Only at office visits of women from 21 to 65 years, and not in hospice or palliative care.',
    notTriggered: 'There is no cervix.',
  },
  asks: null,
  thresholds: {
    'from-age': { at: ['/appliesTo/of/2/atLeast'], unit: 'years', between: [21, 30] },
    'cytology-months': { at: ['/met/of/0/withinMonths'], unit: 'months', between: [12, 36] },
    'hpv-months': { at: ['/met/of/1/of/1/withinMonths'], unit: 'months', between: [36, 60] },
  },
});
