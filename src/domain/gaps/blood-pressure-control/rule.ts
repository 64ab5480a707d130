import { PREGNANCY } from '../code-groups.ts';
import { ESSENTIAL_HYPERTENSION, KIDNEY_FAILURE } from '../groups/blood-pressure.ts';
import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { DIASTOLIC, SYSTOLIC } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { declined } from '../operators/declined.ts';
import { hasActive } from '../operators/has-active.ts';
import { atNewestOfficeVisit } from '../operators/newest-visit.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'blood-pressure-control',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 50,
  title: 'Blood pressure not below 140/90 in hypertension, or not known for a year',
  topic: 'blood-pressure-control',
  authority: ['CMS165 Controlling high blood pressure (2026)', 'AHA/ACC high blood pressure guideline (2025): goal below 130/80 for most adults, which a site may set'],
  rationale: 'A pressure above the goal is the commonest cause of stroke and heart failure that can be treated. As CMS165: the lowest systolic and the lowest diastolic reading of the newest day count, those of emergency and inpatient stays do not, none is a gap. Unlike it: twelve months back from the visit, age at the visit.',
  appliesTo: all(settingIs('office'), ageBetween(18, 86), not(any(hasActive(KIDNEY_FAILURE), hasActive(PREGNANCY, 12))), not(NOT_EXPECTED_TO_BENEFIT)),
  trigger: any(hasActive(ESSENTIAL_HYPERTENSION), assessed(ESSENTIAL_HYPERTENSION)),
  met: any(
    atNewestOfficeVisit(12, { measurement: SYSTOLIC, test: { is: 'below', value: 140 } }, { measurement: DIASTOLIC, test: { is: 'below', value: 90 } }),
    declined('blood pressure', ['blood pressure check', 'blood pressure measurement', 'bp check', 'bp measurement']),
  ),
  says: {
    open: 'The newest office blood pressure of the last 12 months is 140/90 or more, or there is none.',
    met: 'The newest office blood pressure of the last 12 months is below 140/90, or measuring it was declined.',
    outOfScope: 'Only at office visits from 18 to 85 years, and not in pregnancy, kidney failure, hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'No essential hypertension is charted.',
  },
  asks: null,
  thresholds: {
    systolic: { at: ['/met/of/0/allOf/0/test/value'], unit: 'mm[Hg]', between: [120, 160] },
    diastolic: { at: ['/met/of/0/allOf/1/test/value'], unit: 'mm[Hg]', between: [75, 100] },
  },
});
