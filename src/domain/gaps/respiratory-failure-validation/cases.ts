import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(72).setting('inpatient').admitted('2026-10-18T20:00:00-05:00');
const failing = stay.note('Assessment: Acute hypoxic respiratory failure from COPD exacerbation.');
const spo2 = (on: ChartBuilder, value: number): ChartBuilder => on.result('59408-5', value, '%', '2026-10-19', 'vital-signs');

export default cases({
  open: {
    'saturation 94 and 95': spo2(spo2(failing, 94), 95),
    'told in the note: speaks full sentences, 94 % on room air': stay.note('Speaks full sentences, no accessory muscle use. RR 20, sat 94% RA. 2 L for comfort by EMS.\nAssessment: Acute exacerbation of COPD with acute hypoxic respiratory failure.'),
    'a nurse: no distress on 2 L': spo2(failing.note('On 2 L NC, SpO2 97%. RR 18. No distress.', { type: 'nursing', role: 'nurse' }), 97),
    'in the summary as resolved': spo2(stay.note('Discharge diagnoses\n1. Pneumonia.\n2. Acute hypoxic respiratory failure, resolved.', { type: 'discharge' }), 95),
    'a gas that is normal': spo2(failing, 96).result('2703-7', 84, 'mm[Hg]', '2026-10-19', 'laboratory').result('2019-8', 40, 'mm[Hg]', '2026-10-19', 'laboratory'),
    'exactly 91 %': spo2(failing, 91),
  },
  met: {
    'what it rests on': spo2(stay.note('Acute respiratory failure as evidenced by 84 on scene before oxygen, per EMS.'), 95),
    'criteria named': spo2(failing.note('Respiratory failure criteria met in the field per ambulance sheet.'), 94),
  },
  notApplicable: {
    '86 % on arrival': spo2(spo2(failing, 86), 95),
    '87 % told by the triage nurse': spo2(failing.note('Triage: SpO2 87% RA.', { type: 'nursing', role: 'nurse' }), 95),
    'on BiPAP': spo2(failing.note('Started on BiPAP in the ED.'), 96),
    'accessory muscles': spo2(stay.note('Using accessory muscles, speaks in short sentences.\nAssessment: Acute respiratory failure.'), 94),
    'pCO2 68': spo2(failing, 94).result('2019-8', 68, 'mm[Hg]', '2026-10-19', 'laboratory'),
    'PaO2 52': spo2(failing, 94).result('2703-7', 52, 'mm[Hg]', '2026-10-19', 'laboratory'),
    'chronic respiratory failure on home oxygen': spo2(stay.note('Assessment: Chronic hypoxic respiratory failure, 2 L at home.'), 94),
    'no respiratory failure': spo2(stay.note('Assessment: COPD exacerbation without respiratory failure.'), 94),
    'saturation was never taken': failing,
    'last year’s saturation': failing.result('59408-5', 96, '%', '2025-10-19', 'vital-signs'),
    'an office visit': spo2(chart().age(70).note('Assessment: Acute respiratory failure last month.'), 95),
  },
  cannotTell: {
    'vital signs were denied': failing.denied('Observation', 'category=vital-signs'),
    'a note could not be read': spo2(failing, 95).unreadableNote(),
  },
});
