import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(66).setting('inpatient').admitted('2026-10-17T20:00:00-05:00');
const injured = stay.note('Assessment: AKI, gentle fluids.');
const cr = (on: ChartBuilder, value: number, date: string, unit = 'mg/dL'): ChartBuilder => on.result('2160-0', value, unit, date, 'laboratory');

export default cases({
  open: {
    '1.2, 1.3, 1.2': cr(cr(cr(injured, 1.2, '2026-10-18'), 1.3, '2026-10-19'), 1.2, '2026-10-20'),
    '1.4 on chronic 1.3': cr(cr(injured, 1.3, '2026-06-02'), 1.4, '2026-10-18'),
    'told in notes only': stay.note('Cr 1.1 on admission, 1.2 today.\nAssessment: Acute kidney injury, hold lisinopril.'),
    'baseline, admission and today in one sentence': stay.note('Cr 1.3 on admission (baseline 1.2), 1.2 today.\nAssessment: AKI on CKD 3a, fluids.'),
    'in the summary as resolved': cr(cr(stay.note('Discharge diagnoses\n1. Cellulitis.\n2. AKI, resolved.', { type: 'discharge' }), 0.9, '2026-10-18'), 0.9, '2026-10-20'),
    'up by .29': cr(cr(injured, 1.01, '2026-10-18'), 1.3, '2026-10-19'),
    'µmol/L': cr(cr(injured, 106, '2026-10-18', 'umol/L'), 115, '2026-10-19', 'umol/L'),
  },
  met: {
    'what it rests on': cr(cr(stay.note('AKI as evidenced by 0.3 mL/kg/h of urine for 8 hours.'), 1.2, '2026-10-18'), 1.3, '2026-10-19'),
    'stage named': cr(cr(stay.note('Acute kidney injury, KDIGO stage 1 by the outside values.'), 1.2, '2026-10-18'), 1.3, '2026-10-19'),
  },
  notApplicable: {
    '1.0 to 1.3 in a day': cr(cr(injured, 1, '2026-10-18'), 1.3, '2026-10-19'),
    '2.4 on arrival, baseline 1.1 in spring': cr(cr(injured, 1.1, '2026-04-02'), 2.4, '2026-10-18'),
    'falls from 2.1 to 1.2': cr(cr(injured, 2.1, '2026-10-18'), 1.2, '2026-10-21'),
    'the baseline stands in the note': cr(cr(stay.note('Baseline Cr 0.9.\nAssessment: AKI.'), 1.6, '2026-10-18'), 1.5, '2026-10-20'),
    'oliguric': cr(cr(stay.note('Oliguric overnight.\nAssessment: AKI.'), 1.2, '2026-10-18'), 1.3, '2026-10-19'),
    'one creatinine': cr(injured, 1.4, '2026-10-18'),
    'AKI ruled out': cr(cr(stay.note('Assessment: CKD 3a at baseline, AKI ruled out.'), 1.4, '2026-10-18'), 1.4, '2026-10-19'),
    'charted by a template, and the summary says no AKI': cr(cr(stay.encounterDiagnosis('N17.9').note('A: ?AKI (template), fainted.', { type: 'hp' }).note('No AKI, creatinine as in spring.', { type: 'discharge' }), 1.2, '2026-10-18'), 1.2, '2026-10-19'),
    'at risk of AKI': cr(cr(stay.note('At risk for AKI with contrast.'), 1.2, '2026-10-18'), 1.2, '2026-10-19'),
    'history of AKI': cr(cr(stay.note('PMH: history of AKI 2022.\nAssessment: Cellulitis.'), 1.2, '2026-10-18'), 1.2, '2026-10-19'),
    'an office visit': cr(cr(chart().age(60).note('Assessment: AKI in the hospital last month.'), 1.2, '2026-10-20'), 1.2, '2026-10-21'),
  },
  cannotTell: {
    'laboratory results were denied': injured.denied('Observation', 'category=laboratory'),
    'a page was missing': cr(cr(injured, 1.2, '2026-10-18'), 1.3, '2026-10-19').partial('Observation'),
  },
});
