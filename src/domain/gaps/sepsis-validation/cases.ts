import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(48).setting('inpatient').admitted('2026-10-18T20:00:00-05:00');

interface Signs { readonly t: number; readonly hr: number; readonly rr: number; readonly wbc: number; readonly lactate: number; readonly cr: number; readonly plt: number }
const MILD: Signs = { t: 38.1, hr: 92, rr: 18, wbc: 9.1, lactate: 1, cr: 0.7, plt: 214 };

function measured(on: ChartBuilder, changed: Partial<Signs> = {}): ChartBuilder {
  const { t, hr, rr, wbc, lactate, cr, plt } = { ...MILD, ...changed };
  const day = '2026-10-19';
  return on.result('8310-5', t, 'Cel', day, 'vital-signs').result('8867-4', hr, '/min', day, 'vital-signs').result('9279-1', rr, '/min', day, 'vital-signs')
    .result('6690-2', wbc, '10*3/uL', day, 'laboratory').result('2524-7', lactate, 'mmol/L', day, 'laboratory').result('2160-0', cr, 'mg/dL', day, 'laboratory').result('777-3', plt, '10*3/uL', day, 'laboratory');
}

const sepsis = (words = 'Assessment: Sepsis due to influenza A. Oseltamivir.'): ChartBuilder => stay.note(words);

export default cases({
  open: {
    'influenza with 38.1, 92, leukocytes 9.1, lactate 1.0': measured(sepsis()),
    'the same values told in the note only': sepsis('38F flu A. T 38.1 HR 92 RR 18 BP 116/70 SpO2 97% RA. WBC 9.1, lactate 1.0, Cr 0.7, plt 214.\nAssessment: Sepsis secondary to influenza A.'),
    'leukocytes 14.8 alone': measured(sepsis('Assessment: Sepsis from cellulitis of the leg.'), { wbc: 14.8, hr: 84, t: 37.2 }),
    'in the summary, and charted': measured(stay.note('Discharge diagnoses\n1. Sepsis due to pyelonephritis.', { type: 'discharge' }).encounterDiagnosis('A41.9'), { hr: 88 }),
    'blood cultures without growth': measured(sepsis('Assessment: Sepsis, likely biliary. Blood cultures no growth at 48 hours.'), { hr: 80 }),
    'an observation stay': measured(chart().age(60).setting('observation').admitted('2026-10-18T20:00:00-05:00').note('Assessment: Sepsis from pneumonia, improving.'), { rr: 22, hr: 85, t: 37.6 }),
    'no hypotension, no confusion, says the note': measured(sepsis('Assessment: Sepsis from UTI. No hypotension, no confusion. No AKI.'), { hr: 76 }),
  },
  met: {
    'the provider says what it rests on': measured(sepsis('Assessment: Sepsis as evidenced by rigors and bandemia, present on admission.')),
    'criteria named on review': measured(sepsis('Assessment: Sepsis, criteria met in the ambulance (T 39.4, HR 124) per sheet; sepsis criteria met.')),
  },
  notApplicable: {
    'lactate 3.4': measured(sepsis(), { lactate: 3.4 }),
    'creatinine 2.6': measured(sepsis(), { cr: 2.6 }),
    'three signs of the systemic response': measured(sepsis('Assessment: Sepsis from pneumonia.'), { t: 39.2, hr: 118, wbc: 17 }),
    'on norepinephrine': measured(sepsis('Assessment: Septic shock, on norepinephrine.')),
    'confused, per the nurse': measured(sepsis().note('Pt confused overnight, pulling at lines.', { type: 'nursing', role: 'nurse' })),
    'E. coli in both bottles': measured(sepsis('Assessment: Sepsis. Blood cultures positive for E. coli.')),
    'sepsis ruled out': measured(sepsis('Assessment: Influenza A. Sepsis ruled out.')),
    'a sepsis alert fired': measured(sepsis('Sepsis alert on arrival. Assessment: Influenza A.')),
    'a history of sepsis': measured(sepsis('PMH: history of sepsis 2019.\nAssessment: Influenza A.')),
    'the brother died of sepsis': measured(sepsis('Family history: brother died of sepsis.\nAssessment: Influenza A.')),
    'nothing but a temperature was measured': sepsis().result('8310-5', 37.1, 'Cel', '2026-10-19', 'vital-signs'),
    'values of last year': sepsis().result('6690-2', 9.1, '10*3/uL', '2025-10-19', 'laboratory').result('2524-7', 1, 'mmol/L', '2025-10-19', 'laboratory').result('8310-5', 37, 'Cel', '2025-10-19', 'vital-signs'),
    'a child': measured(chart().age(6).setting('inpatient').admitted('2026-10-18T20:00:00-05:00').note('Assessment: Sepsis from influenza A.')),
  },
  cannotTell: {
    'laboratory results were denied': sepsis().result('8310-5', 38.1, 'Cel', '2026-10-19', 'vital-signs').result('8867-4', 92, '/min', '2026-10-19', 'vital-signs').denied('Observation', 'category=laboratory'),
    'a note could not be read': measured(sepsis()).unreadableNote(),
  },
});
