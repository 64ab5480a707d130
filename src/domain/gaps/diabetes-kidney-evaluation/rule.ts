import { KIDNEY_FAILURE } from '../groups/blood-pressure.ts';
import { DIABETIC, END_OF_LIFE } from '../groups/care.ts';
import { EGFR, UACR } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

const URINE_ALBUMIN = ['uacr', 'urine albumin', 'urine microalbumin', 'albumin/creatinine', 'albumin creatinine ratio', 'albumin-to-creatinine', 'microalbumin/creatinine', 'microalbumin'];

export default defineRule({
  id: 'diabetes-kidney-evaluation',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 125,
  title: 'Kidney evaluation due in diabetes: eGFR and urine albumin-to-creatinine ratio',
  topic: 'diabetes-kidney-evaluation',
  authority: ['CMS951 Kidney health evaluation for adults with diabetes (2026)', 'ADA Standards of Care in Diabetes (2026), section 11; KDIGO diabetes in CKD (2022): both tests at least once a year'],
  rationale: 'Either test alone misses half of kidney disease. As CMS951: both within a year, ratio only, no dipstick. Unlike it: twelve months back from the visit, and results told in notes count.',
  appliesTo: all(settingIs('office'), ageBetween(18, 86), not(hasActive(KIDNEY_FAILURE)), not(END_OF_LIFE)),
  trigger: DIABETIC,
  met: any(
    all(
      any(done('estimated GFR', { codes: { loinc: [...EGFR.loinc, '50044-7', '50384-7', '70969-1', '94677-2', '96591-3', '96592-1', '102097-3'] }, words: [], kinds: ['Observation'], withinMonths: 12 }), latest(EGFR, 12).atLeast(0)),
      any(done('urine albumin-to-creatinine ratio', { codes: { loinc: [...UACR.loinc, '14958-3', '44292-1', '59159-4', '76401-9', '77253-3', '77254-1', '89998-9'] }, words: [], kinds: ['Observation'], withinMonths: 12 }), latest(UACR, 12).atLeast(0)),
    ),
    declined('kidney evaluation', [...URINE_ALBUMIN, 'urine test', 'urine sample', 'lab work', 'labs', 'blood draw', 'egfr']),
  ),
  says: {
    open: 'eGFR, urine albumin-to-creatinine ratio, or both were not found for the last 12 months.',
    met: 'eGFR and urine albumin-to-creatinine ratio were both done, or the notes say why not.',
    outOfScope: 'Only at office visits from 18 to 85 years, and not in kidney failure, hospice or palliative care.',
    notTriggered: 'No diabetes is charted.',
  },
  asks: null,
  thresholds: { months: { at: ['/met/of/0/of/0/of/0/withinMonths', '/met/of/0/of/0/of/1/withinMonths', '/met/of/0/of/1/of/0/withinMonths', '/met/of/0/of/1/of/1/withinMonths'], unit: 'months', between: [6, 24] } },
});
