import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(67);
const reduced = adult.egfr(51, '2026-05-04').egfr(48, '2026-10-12');

export default cases({
  open: {
    'eGFR 51 in May and 48 in October': reduced,
    'exactly 90 days apart': adult.egfr(55, '2026-07-14').egfr(54, '2026-10-12'),
    'three results, all below 60': adult.egfr(58, '2026-01-04').egfr(44, '2026-05-04').egfr(42, '2026-10-12'),
    'units written mL/min/1.73m2': adult.egfr(51, '2026-05-04', 'mL/min/1.73m2').egfr(48, '2026-10-12', 'ml/min/1.73 m²'),
    'an older equation, then CKD-EPI 2021': adult.egfr(51, '2026-05-04', 'mL/min/{1.73_m2}', { loinc: '33914-3' }).egfr(48, '2026-10-12'),
    '"<15" as words': adult.egfr(16, '2026-05-04').resultInWords('98979-8', '<15 mL/min/1.73m2', '2026-10-12', 'laboratory'),
    'recovered once long ago, reduced since': adult.egfr(72, '2025-01-10').egfr(52, '2026-05-04').egfr(48, '2026-10-12'),
    '"renal insufficiency" is no chronic kidney disease': reduced.note('Renal insufficiency, avoid NSAIDs.'),
    'no CKD, says the note: not what the results mean': reduced.note('No CKD.'),
    'both results in the note': adult.note('Labs 10/12/26: eGFR 47, K 4.4. In April 2026 eGFR 49.\nStopped meloxicam for the kidneys.'),
    'one charted, one told': adult.egfr(52, '2026-03-02').note('Labs today: Cr 1.5, eGFR 44. Hypertension: continue losartan.'),
    'at risk of CKD': reduced.note('At risk for CKD.'),
    'screening for chronic kidney disease': reduced.note('Screening for chronic kidney disease.'),
  },
  met: {
    'stage 3a on the problem list': reduced.problem('N18.31'),
    'diabetic kidney disease charted': reduced.problem('E11.22'),
    '"CKD stage 3a, stable" in the assessment': reduced.note('CKD stage 3a, stable.'),
    '"possible CKD, repeat in 3 months": the provider has spoken': reduced.note('Possible CKD, repeat in 3 months.'),
    'explained: expected for his solitary kidney': reduced.note('eGFR 48, stable since nephrectomy, expected with a solitary kidney; no CKD work-up needed.'),
    '"stage 3 kidney disease"': reduced.note('Stage 3 kidney disease, stable.'),
    'the consultant’s letter': reduced.note('Nephrology: CKD G3a A1, likely hypertensive. Return 1 yr.', { type: 'consult', by: 'Dr. Renal' }),
    'ESRD in the note': reduced.note('ESRD on hemodialysis.'),
    'dialysis': adult.egfr(9, '2026-05-04').egfr(8, '2026-10-12').problem('Z99.2'),
  },
  notApplicable: {
    'eGFR 64 and 62': adult.egfr(64, '2026-05-04').egfr(62, '2026-10-12'),
    'one low result': adult.egfr(48, '2026-10-12'),
    '89 days apart': adult.egfr(55, '2026-07-15').egfr(54, '2026-10-12'),
    'low, 71, low: it recovered in between': adult.egfr(51, '2026-03-04').egfr(71, '2026-06-04').egfr(48, '2026-10-12'),
    'low twice, 66 now': adult.egfr(51, '2026-01-04').egfr(52, '2026-05-04').egfr(66, '2026-10-12'),
    'exactly 60 now': adult.egfr(51, '2026-05-04').egfr(60, '2026-10-12'),
    '">60" as words': adult.egfr(55, '2026-05-04').resultInWords('98979-8', '>60 mL/min/1.73m2', '2026-10-12', 'laboratory'),
    'two equations disagree on the newest day': adult.egfr(55, '2026-05-04')
      .egfr(56, '2026-10-12', 'mL/min/{1.73_m2}', { loinc: '48642-3' }).egfr(65, '2026-10-12', 'mL/min/{1.73_m2}', { loinc: '48643-1' }),
    'told: 64 last year, 66 now': adult.note('eGFR 66 today (64 a year ago).'),
    'a child': chart().age(15).egfr(51, '2026-05-04').egfr(48, '2026-10-12'),
    'the second was cancelled': adult.egfr(51, '2026-05-04').egfr(48, '2026-10-12', 'mL/min/{1.73_m2}', { status: 'cancelled' }),
  },
  cannotTell: {
    'laboratory results were denied': adult.denied('Observation', 'category=laboratory'),
    'a page was missing: a normal result may lie between': reduced.partial('Observation'),
    'conditions were denied': reduced.denied('Condition'),
    'mL/min without the area is another quantity': adult.egfr(51, '2026-05-04').egfr(48, '2026-10-12', 'mL/min'),
    'known only to be below 90': adult.egfr(55, '2026-05-04').egfr(90, '2026-10-12', 'mL/min/{1.73_m2}', { comparator: '<' }),
    'a note of this visit could not be read': reduced.unreadableNote(),
  },
});
