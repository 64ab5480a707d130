import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const copd = chart().age(74).problem('J44.9');

export default cases({
  open: {
    'continuous, in litres': copd.note('Emphysema. Wears 2 L continuous at home, 87% room air here. Continue O2.'),
    'a concentrator that runs round the clock': chart().age(78).note('Pulmonary fibrosis. Concentrator 3 L round the clock, portable to church.'),
    'home oxygen 2 L around the clock': copd.note('COPD GOLD 4, home O2 2 L around the clock. Tiotropium.'),
    'oxygen at home told by the nurse': copd.note('Uses oxygen at home, 3 L.', { role: 'nurse', type: 'nursing' }).note('COPD stable.'),
    'oxygen-dependent fibrosis': chart().age(70).note('Pulmonary fibrosis, oxygen-dependent, 4 L.'),
    'charted Z99.81 alone': copd.encounterDiagnosis('Z99.81').note('COPD stable.'),
    'inpatient, at his home oxygen': copd.setting('inpatient').admitted('2026-10-19T10:00:00-05:00').note('Hip fracture. On home oxygen 2 L, continue.'),
    'chronic hypoxemia is a finding': copd.note('Chronic hypoxemia on home O2 3 L.'),
    'told in other words': copd.note('Wears 2 L of oxygen day and night. Tiotropium.'),
    'LTOT': copd.note('LTOT since 2023, 2 L. Sats 91.'),
  },
  met: {
    'chronic hypoxic respiratory failure': copd.note('Chronic hypoxic respiratory failure on home O2 2 L.'),
    'charted': copd.problem('J96.11').note('Home O2 2 L.'),
    'acute on chronic': copd.note('Home O2 2 L. Acute on chronic hypoxic respiratory failure.'),
    'obesity hypoventilation': copd.note('Obesity hypoventilation syndrome, home O2 2 L and BiPAP.'),
    'said by the pulmonologist': copd.note('Home O2 3 L.').note('Chronic respiratory failure with hypoxia and hypercapnia.', { type: 'consult' }),
    'oxygen for comfort': copd.note('Home O2 2 L, oxygen for comfort only.'),
  },
  notApplicable: {
    'a continuous drip is no oxygen': copd.note('1 L continuous bladder irrigation. COPD stable on room air.'),
    'a concentrator that went back': chart().age(78).note('Pneumonia in May. Oxygen concentrator stopped and returned in June.'),
    'at night for apnea': copd.note('Home oxygen at night only with CPAP.'),
    'no home oxygen': copd.note('COPD. No home oxygen.'),
    'for cluster headache': chart().age(41).note('Cluster headache: home oxygen by mask for attacks.'),
    'his wife’s': copd.note('Wife is on home oxygen. He is well.'),
    'in hospital only': copd.setting('inpatient').note('2 L nasal cannula, weaned to room air.'),
    'stopped last year': copd.note('Home oxygen stopped last year, 95% RA.'),
    'to be arranged if he qualifies': copd.note('Walk test to see if he qualifies for home oxygen.'),
    'a child': chart().age(5).note('Home oxygen 0.5 L for BPD.'),
  },
  cannotTell: {
    'documents were denied': copd.denied('DocumentReference'),
    'conditions were denied': chart().age(74).note('Home O2 2 L.').denied('Condition'),
  },
});
