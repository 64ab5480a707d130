import { DIABETIC, END_OF_LIFE } from '../groups/care.ts';
import { NO_LEFT_FOOT, NO_RIGHT_FOOT } from '../groups/feet.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

const FOOT_EXAM = [
  'foot exam*', 'feet exam*', 'diabetic foot*', 'monofilament', 'comprehensive foot', 'foot check', 'foot inspection', 'feet inspected', 'feet examined', 'protective sensation', 'pedal pulses', 'dorsalis pedis', 'dp pulses', 'dp/pt',
];

export default defineRule({
  id: 'diabetes-foot-exam',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 135,
  title: 'Foot examination due in diabetes',
  topic: 'diabetes-foot-exam',
  authority: ['ADA Standards of Care in Diabetes (2026), section 12: comprehensive foot evaluation at least once a year', 'IWGDF guidelines (2023)'],
  rationale: 'Lost sensation and lost pulses come before the ulcer. CMS123, which asked the same, was retired (2021); pulses, sensation or the words of the examination each count, since notes seldom list all three parts.',
  appliesTo: all(settingIs('office'), ageAtLeast(18), not(END_OF_LIFE), not(any(
    all(hasActive(NO_LEFT_FOOT), hasActive(NO_RIGHT_FOOT)),
    done('amputation of both feet', { codes: {}, kinds: ['Procedure'], withinMonths: null, words: ['bilateral bka', 'bilateral aka', 'bilateral below-knee amputation*', 'bilateral above-knee amputation*', 'bilateral below knee amputation*', 'bilateral above knee amputation*', 'bilateral leg amputation*'] }),
  ))),
  trigger: DIABETIC,
  met: any(
    done('foot examination', { codes: { hcpcs: ['G0245', 'G0246', 'G0247'] }, words: FOOT_EXAM, kinds: ['Procedure', 'Observation'], withinMonths: 12, except: ['foot ulcer', 'diabetic foot infection'] }),
    noted('findings of the feet', ['monofilament', 'pedal pulses', 'dorsalis pedis', 'dp pulses', 'protective sensation', 'foot ulcer*', 'foot lesion*', 'feet'], {
      is: 'either', beside: ['intact', 'normal', 'absent', 'reduced', 'diminished', 'decreased', 'palpable', '1+', '2+', 'no ulcer*', 'no lesion*', 'without ulcer*', 'no callus*', 'warm'], except: ['due', 'refer*', 'needs', 'plan*', 'next visit', 'counsel*', 'educat*', 'daily', 'per patient', 'at home'],
    }),
    declined('foot examination', ['foot exam*', 'diabetic foot exam*', 'monofilament', 'remove shoes', 'remove his shoes', 'remove her shoes']),
  ),
  says: {
    open: 'No foot examination was found for the last 12 months.',
    met: 'A foot examination was done, or the notes say why not.',
    outOfScope: 'Only at office visits of adults, and not after amputation of both feet, in hospice or palliative care.',
    notTriggered: 'No diabetes is charted.',
  },
  asks: null,
  thresholds: { months: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [3, 24] } },
});
