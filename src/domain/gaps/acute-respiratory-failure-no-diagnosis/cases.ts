import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(69).setting('inpatient').admitted('2026-10-19T14:00:00-05:00');
const gas = (pco2: number, ph: number, from = stay): typeof stay => from
  .result('2019-8', pco2, 'mm[Hg]', '2026-10-19', 'laboratory').result('2744-1', ph, '[pH]', '2026-10-19', 'laboratory');
const sick = stay.note('Grey, using neck muscles, RR 32. SpO2 84% RA, 5 L to reach 93. Pneumonia.');

export default cases({
  open: {
    '84 % on room air, accessory muscles, 5 L': sick,
    'a gas: pCO2 68, pH 7.24, BiPAP': gas(68, 7.24).note('COPD exacerbation. BiPAP.'),
    'gas in the note only': stay.note('ABG 7.26/71/54. BiPAP started, COPD flare.'),
    'PaO2 52 on oxygen': stay.result('2703-7', 52, 'mm[Hg]', '2026-10-19', 'laboratory').note('4 L nasal cannula, pneumonia.'),
    'flash pulmonary edema is its cause, not its name': stay.note('Sat 78% RA, RR 36, tripoding. BiPAP. Flash pulmonary edema.'),
    'hypoxia is a finding': sick.encounterDiagnosis('R09.02').note('Hypoxia from pneumonia.'),
    'emergency department, high flow': chart().age(44).setting('ed').note('SpO2 86% on room air, RR 30, high flow 40 L. Influenza.'),
    'an infant with retractions': chart().age(1).setting('inpatient').admitted('2026-10-20T14:00:00-05:00').note('SpO2 87% RA, retractions, HFNC 8 L. RSV bronchiolitis.'),
    'home oxygen, and now distress on BiPAP': stay.note('Home O2 2 L. SpO2 79% RA, RR 34, tripod, BiPAP.'),
    'only the nurse names it': sick.note('Acute respiratory failure care plan.', { role: 'nurse', type: 'nursing' }),
    'P/F 180': stay.result('50984-4', 180, 'mm[Hg]', '2026-10-19', 'laboratory').note('Non-rebreather. Bilateral pneumonia.'),
  },
  met: {
    'acute hypoxic respiratory failure': sick.note('Acute hypoxic respiratory failure, HFNC.'),
    'AHRF by pulmonary': sick.note('Pulmonary: AHRF from pneumonia.', { type: 'consult' }),
    'respiratory failure, resolved, in the discharge summary': sick.note('Acute respiratory failure, resolved.', { type: 'discharge' }),
    'no respiratory failure, says the provider': sick.note('No respiratory failure: single low reading, gas normal.'),
    'charted': sick.encounterDiagnosis('J96.01'),
    'ARDS': sick.note('ARDS, prone.'),
    'a bad waveform': sick.note('Sat 84 was an artifact, cold fingers, then 97.'),
  },
  notApplicable: {
    '93 % on room air, 2 L for comfort': stay.note('SpO2 93% RA, RR 20, speaks full sentences. 2 L for comfort.'),
    '89 % once, no distress, no oxygen': stay.note('SpO2 89% RA on arrival, no distress, 96% after a cough.'),
    'asleep with apnea': stay.note('OSA: desats to 84% asleep, CPAP. Awake 96% RA.'),
    'home oxygen at baseline': stay.note('Home O2 2 L. SpO2 88% RA, 92% on 2 L, his usual. RR 18, no distress.'),
    'chronic hypercapnia, pH 7.38': gas(58, 7.38).note('COPD, BiPAP at night.'),
    'a venous gas': stay.note('VBG pH 7.31, pCO2 55. DKA.'),
    'goal, not a value': stay.note('Titrate O2 for SpO2 above 90%. Sat 95% RA.'),
    'croup, 97 %': chart().age(2).setting('ed').note('SpO2 97% RA. Barky cough, mild retractions, dexamethasone.'),
    'entered in error': stay.result('59408-5', 48, '%', '2026-10-19', 'vital-signs', { status: 'entered-in-error' }).note('Sat 97% RA. Distress from pain. O2 not needed.'),
  },
  cannotTell: {
    'observations were denied': stay.note('HFNC, distress.').denied('Observation'),
    'a note could not be read': sick.unreadableNote(),
  },
});
