import { cases } from '../../../../test/support/cases.ts';
import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { chart } from '../../../../test/support/chart.ts';

const cr = (on: ChartBuilder, value: number, date: string, unit = 'mg/dL', options: { readonly status?: string } = {}): ChartBuilder => on.result('2160-0', value, unit, date, 'laboratory', options);
const stay = chart().age(72).setting('inpatient').admitted('2026-10-18T20:00:00-05:00');
const risen = cr(cr(stay, 0.9, '2026-10-18'), 1.9, '2026-10-20');
const recovered = cr(cr(stay, 1.9, '2026-10-18'), 0.8, '2026-10-20');

export default cases({
  open: {
    '0.9 to 1.9 in two days': risen.note('Pneumonia day 3, better. Cr 1.9, fluids, stop ketorolac.'),
    '1.9 falling to 0.8 with fluids': recovered.note('DKA, drip off. Creatinine up at 1.9 on arrival, 6 L, now 0.8.'),
    'outpatient level of last November': cr(cr(cr(stay.setting('observation'), 0.8, '2025-11-25'), 1.9, '2026-10-18'), 1.4, '2026-10-20').note('COVID, hardly drinking. Continue LR, hold the NSAID.'),
    'told in the notes only': stay.note('Labs: Cr 2.4 (baseline 1.0), BUN 58. Obstructed catheter replaced, fluids.'),
    'a course in one line': stay.note('Cr 1.0 -> 1.4 -> 2.2. Hold lisinopril, renal ultrasound.'),
    'micromoles': cr(cr(stay, 80, '2026-10-18', 'umol/L'), 180, '2026-10-20', 'umol/L').note('Cellulitis.'),
    '0.3 in 48 hours, and losartan held for it': cr(cr(stay, 1.0, '2026-10-19'), 1.3, '2026-10-21').note('Cr up to 1.3, hold losartan, recheck in AM.'),
    '"renal insufficiency" names nothing': risen.note('Acute renal insufficiency, fluids.'),
    '"creatinine bump"': risen.note('Creatinine bump after contrast, hydrate and trend.'),
    'at risk of AKI, a warning before': risen.note('Vancomycin and pip-tazo: risk of AKI, check levels.'),
    'AKI of two years ago': risen.note('PMH: AKI 2024 with sepsis. Today cough better.'),
    'only the nurse names it': risen.note('AKI per labs, strict I&O.', { role: 'nurse', type: 'nursing' }).note('Cough better.'),
  },
  met: {
    'AKI': risen.note('AKI from poor intake, resolving.'),
    'acute kidney injury in the discharge summary only': risen.note('Better today.').note('Discharge diagnoses: pneumonia; acute kidney injury, resolved.', { type: 'discharge' }),
    'ATN, says the nephrologist': risen.note('Nephrology: ATN, muddy brown casts.', { type: 'consult', by: 'Dr. Renal' }),
    'possible AKI': risen.note('Possible AKI vs lab variation.'),
    'ruled out': risen.note('AKI ruled out: first sample diluted.'),
    'prerenal azotemia': risen.note('Prerenal azotemia, fluids.'),
    'charted': risen.encounterDiagnosis('N17.9'),
    'explained: trimethoprim': risen.note('Creatinine 1.9: trimethoprim effect on tubular secretion, cystatin C normal.'),
    'cardiorenal': risen.note('Cardiorenal syndrome, diurese on.'),
  },
  notApplicable: {
    '1.0 and 1.1': cr(cr(stay, 1.0, '2026-10-18'), 1.1, '2026-10-20').note('Cr stable, recheck tomorrow.'),
    '1.9, as last year': cr(cr(cr(stay, 1.8, '2025-10-02'), 1.9, '2026-10-18'), 1.8, '2026-10-20').note('CKD 3b. Creatinine at baseline, monitor.'),
    'one value': cr(stay, 1.9, '2026-10-18').note('Cr 1.9, recheck.'),
    '0.29 in two days': cr(cr(stay, 1.0, '2026-10-19'), 1.29, '2026-10-21').note('Hold losartan, recheck creatinine.'),
    '0.6 to 0.9, nobody minds': cr(cr(stay, 0.6, '2026-10-18'), 0.9, '2026-10-20').note('Cellulitis better.'),
    'entered in error': cr(cr(stay, 0.9, '2026-10-18'), 1.9, '2026-10-20', 'mg/dL', { status: 'entered-in-error' }).note('Better.'),
    'dialysed': risen.problem('N18.6').note('HD tomorrow.'),
    'over a year at the office': cr(cr(chart().age(70), 1.0, '2025-10-01'), 1.6, '2026-10-20').note('BP good.'),
    'the urine’s creatinine': stay.note('Urine creatinine 140, urine Na 22. Serum Cr 0.9, yesterday 0.9.'),
    'the other twin’s': cr(stay, 0.9, '2026-10-19').note('Donor’s creatinine 2.1. Cough better.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'a note of this visit could not be read': risen.unreadableNote(),
    'notes were denied': risen.denied('DocumentReference'),
  },
});
