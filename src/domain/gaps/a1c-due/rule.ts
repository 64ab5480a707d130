import { A1C } from '../measurements.ts';
import { DIABETIC, END_OF_LIFE } from '../groups/care.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

const NAMES = ['a1c', 'hba1c', 'hgba1c', 'glycated hemoglobin', 'glycohemoglobin', 'glycosylated hemoglobin'];

export default defineRule({
  id: 'a1c-due',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 128,
  title: 'A1c due in diabetes',
  topic: 'a1c-due',
  authority: ['ADA Standards of Care in Diabetes (2026), section 6: glycemic status at least twice a year where goals are met and treatment is stable, quarterly otherwise'],
  rationale: 'Without a recent A1c nobody knows whether treatment reaches its goal. CMS122 (2026) asks once in the calendar year; here it is six months back from the visit. Whether three months are due depends on the goal agreed with the patient, and is not told here.',
  appliesTo: all(settingIs('office'), not(END_OF_LIFE)),
  trigger: DIABETIC,
  met: any(
    done('hemoglobin A1c', { codes: { loinc: [...A1C.loinc, '41995-2', '55454-3', '71875-9', '96595-4'] }, words: NAMES, kinds: ['Observation', 'DiagnosticReport'], withinMonths: 6 }),
    latest(A1C, 6).atLeast(0),
    declined('hemoglobin A1c', NAMES, 6),
  ),
  says: {
    open: 'No A1c was found for the last 6 months, in results or in notes.',
    met: 'A1c was done, or the notes say why not.',
    outOfScope: 'Only at office visits, and not in hospice or palliative care.',
    notTriggered: 'No diabetes is charted.',
  },
  asks: null,
  thresholds: { months: { at: ['/met/of/0/withinMonths', '/met/of/1/withinMonths'], unit: 'months', between: [3, 12] } },
});
