import { A1C } from '../measurements.ts';
import { DIABETIC, NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { count } from '../operators/count.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'a1c-poor-control',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 60,
  title: 'A1c above 9 % in diabetes, or not known for a year',
  topic: 'a1c-poor-control',
  authority: ['CMS122 Diabetes: glycemic status assessment greater than 9 % (2026)', 'ADA Standards of Care in Diabetes (2026), sections 6 and 9'],
  rationale: 'Above 9 % the harm of high glucose rises steeply, whatever goal was agreed. As CMS122: the lowest result of the newest day counts, none is a gap. Unlike it: twelve months back from the visit in place of the calendar year, age at the visit, and A1c only, no glucose management indicator.',
  appliesTo: all(settingIs('office'), ageBetween(18, 76), not(NOT_EXPECTED_TO_BENEFIT)),
  trigger: DIABETIC,
  met: any(latest(A1C, 12).atMost(9), all(latest(A1C, 12).atLeast(0), not(count(A1C, { withinMonths: 12, results: 1, ofLast: 1 }).above(9)))),
  says: {
    open: 'The newest A1c of the last 12 months is above 9 %, or there is none.',
    met: 'The newest A1c of the last 12 months is 9 % or less.',
    outOfScope: 'Only at office visits from 18 to 75 years, and not in hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'No diabetes is charted.',
  },
  asks: null,
  thresholds: { a1c: { at: ['/met/of/0/test/value', '/met/of/1/of/1/of/test/value'], unit: '%', between: [7, 10] } },
});
