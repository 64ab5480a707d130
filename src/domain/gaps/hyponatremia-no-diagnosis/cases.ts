import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(81).sex('female').setting('inpatient').admitted('2026-10-18T14:00:00-05:00');
const na = (value: number, date: string, from = stay): typeof stay => from.result('2951-2', value, 'mmol/L', date, 'laboratory');
const low = na(128, '2026-10-20', na(124, '2026-10-18'));

export default cases({
  open: {
    'diuretics halved for it': chart().age(60).result('2951-2', 127, 'mmol/L', '2026-10-18', 'laboratory').note('Na 127: halve furosemide and spironolactone, 1.5 L fluids.'),
    'sodium 124, then 128, and a drug stopped': low.note('Vomiting two days. Na 124. Stop HCTZ, NS at 100, Na q6h.'),
    'told in the note only, fluid restricted': stay.note('Labs this morning: Na 126, K 4.0, Cr 0.8. Fluid restriction 1.2 L.'),
    'mild, but a sodium work-up was sent': na(132, '2026-10-18').note('Weak. Serum osm and urine osm sent, TSH, AM cortisol.'),
    'salt tablets ordered': na(129, '2026-10-18').medication('sodium chloride 1 g tablet', { date: '2026-10-19' }),
    'the nurse’s table has the value, the provider rechecks': stay.note('Na 127 | K 4.1 | Cl 94', { role: 'nurse', type: 'nursing' }).note('Recheck Na in 6 hours.'),
    'milliequivalents': stay.result('2951-2', 123, 'mEq/L', '2026-10-18', 'laboratory').note('Nephrology: hold sertraline for the low sodium, repeat Na tonight.'),
    'an office visit, thiazide held for the sodium': na(128, '2026-10-21', chart().age(70)).note('Na 128. Hold chlorthalidone, repeat BMP Friday.'),
    'named in one sentence, rechecked in the next': na(129, '2026-10-21', chart().age(70)).note('Na came back 129. Stop chlorthalidone, recheck in 1 week.'),
    'only the nurse names it': low.note('Hyponatremia protocol, neuro checks.', { role: 'nurse', type: 'nursing' }),
    'her mother had hyponatremia': low.note('Mother had hyponatremia. Na 124, saline, recheck Na.'),
  },
  met: {
    'hyponatremia in the discharge summary only': low.note('Hyponatremia from thiazide, resolved with saline.', { type: 'discharge' }),
    'hypoNa by a consultant as possible SIADH': low.note('Nephrology: possible SIADH, restrict fluids.', { type: 'consult' }),
    'pseudohyponatremia': low.note('Pseudohyponatremia from triglycerides of 2,400. Repeat Na.'),
    'charted': low.encounterDiagnosis('E87.1'),
    'at her baseline, says the provider': na(131, '2026-10-18').note('Na 131, at her baseline for years, recheck Na in AM.'),
    'hypoNa': low.note('HypoNa, 3% saline.'),
    'beer potomania': low.note('Beer potomania, slow correction, Na q4h.'),
  },
  notApplicable: {
    'halved for the pressure': chart().age(60).result('2951-2', 133, 'mmol/L', '2026-10-18', 'laboratory').note('Dizzy on standing: halve lisinopril.'),
    'exactly 135, repeated': na(135, '2026-10-18').note('Na 135, recheck Na tomorrow.'),
    'mild and nobody did anything': na(133, '2026-10-18').note('Labs fine. Ceftriaxone day 2.'),
    'ketoacidosis: the glucose lowers it': na(127, '2026-10-18').result('2345-7', 612, 'mg/dL', '2026-10-18', 'laboratory').note('DKA drip, Na q4h.'),
    'last year’s sodium': na(124, '2025-03-04').note('Feels well. Na pending.'),
    'fluids restricted for the heart': na(134, '2026-10-18').note('CHF. Fluid restriction 2 L, low sodium diet, Lasix.'),
    'urine sodium': stay.note('Urine Na 22, urine osm 600. Na 139.'),
    'a threshold, not a value': stay.note('Call if Na below 130. Na 140 today.'),
    'entered in error': stay.result('2951-2', 118, 'mmol/L', '2026-10-18', 'laboratory', { status: 'entered-in-error' }).result('2951-2', 139, 'mmol/L', '2026-10-19', 'laboratory').note('Recheck Na: 139.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'conditions were denied': low.note('Na q6h, fluid restriction.').denied('Condition'),
    'a note could not be read': low.note('Na q6h, fluid restriction.').unreadableNote(),
  },
});
