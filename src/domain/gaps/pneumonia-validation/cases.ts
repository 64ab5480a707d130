import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(70).setting('inpatient').admitted('2026-10-18T12:00:00-05:00');
const measured = (on: ChartBuilder, t = 36.9, wbc = 8.2): ChartBuilder => on.result('8310-5', t, 'Cel', '2026-10-18', 'vital-signs').result('6690-2', wbc, '10*3/uL', '2026-10-18', 'laboratory');
const radiology = { type: 'radiology', by: 'Rae Diaz, MD' } as const;
const treated = stay.note('Assessment: Pneumonia, ceftriaxone and azithromycin.');

export default cases({
  open: {
    'film without infiltrate, afebrile, leukocytes 8.2': measured(treated.note('Chest: no infiltrate, no effusion.', radiology)),
    'CT without consolidation': measured(treated.note('CT chest. Impression: no consolidation or opacity.', radiology)),
    'film clear, told by the same provider': measured(stay.note('CXR clear. Lungs clear.\nAssessment: Community-acquired pneumonia.')),
    'all told in the note': stay.note('T 36.8, WBC 7.9, procalcitonin 0.06. CXR negative.\nAssessment: Bacterial pneumonia.'),
    'in the summary': measured(stay.note('Discharge diagnoses\n1. COPD exacerbation.\n2. Pneumonia.', { type: 'discharge' }).note('No focal consolidation.', radiology)),
    'aspiration pneumonia after a choking spell': measured(stay.note('Chest film normal.\nAssessment: Aspiration pneumonia.')),
  },
  met: {
    'a clinical diagnosis, and why': measured(stay.note('CXR clear.\nAssessment: Pneumonia clinically, dry on admission; pleuritic pain.')),
    'despite the film': measured(stay.note('Chest film normal.\nAssessment: Treating pneumonia despite the film, pleuritic pain and rusty sputum.')),
  },
  notApplicable: {
    'an infiltrate on the second film': measured(treated.note('No infiltrate.', radiology).note('New right lower lobe infiltrate.', radiology)),
    'fever of 39.1': measured(treated.note('No infiltrate.', radiology), 39.1),
    'leukocytes 16': measured(treated.note('No infiltrate.', radiology), 36.9, 16),
    'crackles at one base': measured(stay.note('Crackles at the right base. CXR clear.\nAssessment: Pneumonia.')),
    'no film': measured(treated),
    'pneumonia ruled out': measured(stay.note('CXR clear.\nAssessment: Bronchitis, pneumonia ruled out.')),
    'a pneumonia vaccine': measured(stay.note('CXR clear. Pneumonia vaccine given.\nAssessment: COPD exacerbation.')),
    'pneumonia last year': measured(stay.note('PMH: pneumonia 2025.\nCXR clear.\nAssessment: Bronchitis.')),
    'a child': measured(chart().age(5).setting('inpatient').note('CXR clear.\nAssessment: Pneumonia.')),
  },
  cannotTell: {
    'a report could not be read': measured(treated.note('No infiltrate.', radiology)).unreadableNote(),
    'laboratory results were denied': treated.note('No infiltrate.', radiology).result('8310-5', 36.9, 'Cel', '2026-10-18', 'vital-signs').denied('Observation', 'category=laboratory'),
  },
});
