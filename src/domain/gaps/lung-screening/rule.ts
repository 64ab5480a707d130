import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { LESS_THAN_TWENTY_PACK_YEARS, TWENTY_PACK_YEARS } from '../groups/pack-years.ts';
import { LUNG_CANCER } from '../groups/screened-cancers.ts';
import { SMOKED_BEFORE, SMOKES_NOW } from '../groups/tobacco.ts';
import { PACK_YEARS } from '../measurements/tobacco.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

const QUIT = { codes: {}, words: ['quit', 'stopped smoking', 'smoke-free since', 'smoke free since', 'ceased smoking'], kinds: ['Procedure'] as const };
const LDCT = ['ldct', 'low-dose ct', 'low dose ct', 'low-dose chest ct', 'low dose chest ct', 'lung cancer screen*', 'lung screen*', 'lung-rads', 'lung rads'];

const heavy = any(
  latest(PACK_YEARS, 600).atLeast(20),
  noted('20 pack-years or more', TWENTY_PACK_YEARS, { visit: 'any', is: 'ever' }),
);
const light = any(
  latest(PACK_YEARS, 600).below(20),
  noted('less than 20 pack-years', LESS_THAN_TWENTY_PACK_YEARS, { visit: 'any', is: 'ever' }),
);

export default defineRule({
  id: 'lung-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 115,
  title: 'Lung cancer screening due',
  topic: 'lung-screening',
  authority: ['USPSTF Lung cancer: screening (2021): low-dose CT yearly from 50 to 80 years with 20 pack-years, smoking now or stopped within 15 years', 'CMS NCD 210.14 (2022): 50 to 77 years'],
  rationale: 'Low-dose CT lowers deaths from lung cancer in those who smoked much. Pack-years and the year of stopping come from notes and results; where they are not told, so is the answer. A chest CT for another reason within the year answers, since it shows the same.',
  appliesTo: all(settingIs('office'), ageBetween(50, 81), not(hasActive(LUNG_CANCER)), not(NOT_EXPECTED_TO_BENEFIT)),
  trigger: all(
    any(SMOKES_NOW, done('stopped smoking within 15 years', { ...QUIT, withinMonths: 180 }), all(
      SMOKED_BEFORE,
      cannotTellWhere('when the patient stopped smoking is not told', not(done('stopped smoking', { ...QUIT, withinMonths: null }))),
    )),
    any(heavy, cannotTellWhere('for how many pack-years is not told', not(light))),
  ),
  met: any(
    done('low-dose CT or another CT of the chest', {
      codes: { hcpcs: ['G0297'] }, words: [...LDCT, 'ct chest', 'chest ct', 'ct of the chest', 'ct thorax', 'cta chest', 'ct angiogram chest'], kinds: ['DiagnosticReport', 'Procedure', 'Observation'], withinMonths: 12,
    }),
    declined('lung cancer screening', [...LDCT, 'ct chest', 'chest ct']),
  ),
  says: {
    open: 'No low-dose CT of the chest was found for the last 12 months, with 20 pack-years or more and smoking now or within 15 years.',
    met: 'Lung cancer screening is done or answered.',
    outOfScope: 'Only at office visits from 50 to 80 years, and not with lung cancer, in hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'No smoking of 20 pack-years now or within 15 years was found.',
  },
  asks: null,
  thresholds: {
    'from-age': { at: ['/appliesTo/of/1/atLeast'], unit: 'years', between: [50, 55] },
    'below-age': { at: ['/appliesTo/of/1/below'], unit: 'years', between: [78, 81] },
    months: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [12, 24] },
  },
});
