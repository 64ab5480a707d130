import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(72).sex('female');

export default cases({
  open: {
    'beneath a list of drugs without a heading of its own': adult.note('Meds: lisinopril 10, simvastatin 20.\nBP 128/74, P 64\nDXA 9/30: femoral neck T -3.1, spine T -2.4.\nA/P:\n#DXA gone over. Alendronate 70 weekly.'),
    'tripped over the rug': adult.setting('inpatient').encounterDiagnosis('S72.141A').note('Tripped over the rug at home. Right intertrochanteric fracture, nail tomorrow.'),
    'sat down hard on a chair': adult.setting('ed').encounterDiagnosis('S22.080A').note('Sat down hard on a dining chair, felt a crack. CT: acute T12 compression fracture.'),
    'the hip told before the spine': adult.note('DEXA last month: total hip T-score -2.6, spine -1.9. Vitamin D.'),
    'spine lower than hip in one line': adult.note('DXA in July: L1-L4 T -2.9, left femoral neck T -1.8. Start risedronate weekly.'),
    'T-score −2.8 as a result': adult.result('38263-0', -2.8, '{T-score}', '2026-08-04', 'imaging').note('DXA reviewed, start alendronate.'),
    'T-score in the note only': adult.note('DXA last month: T-score -2.7 at the femoral neck. Calcium and vitamin D.'),
    'exactly −2.5': adult.note('DEXA: lumbar spine T-score -2.5.'),
    'fragility fracture of the wrist': adult.note('Fragility fracture of the distal radius, cast on.'),
    'hip fracture from standing': adult.setting('inpatient').encounterDiagnosis('S72.001A').note('Left hip fracture after a ground-level fall. Hemiarthroplasty tomorrow.'),
    'compression fracture on bending': adult.note('L1 compression fracture after bending to lift a laundry basket.').encounterDiagnosis('S32.010A'),
    'osteoporosis in the mother': adult.note('Mother with osteoporosis. T-score -2.9 at the hip.'),
    'screening for osteoporosis': adult.note('Osteoporosis screening done. T-score -3.1 at the spine.'),
  },
  met: {
    'osteoporosis in the assessment': adult.note('T-score -2.7. Osteoporosis, start alendronate.'),
    'on the problem list': adult.problem('M81.0').note('T-score -2.9 at the hip.'),
    'osteoporotic fracture by the surgeon only': adult.setting('inpatient').note('Hip fracture from standing.').encounterDiagnosis('S72.001A').note('Orthopedics: osteoporotic hip fracture.', { type: 'consult' }),
    'osteopenia, says the provider': adult.note('T-score -2.5. Osteopenia, repeat in 2 years.'),
    'probable osteoporosis': adult.note('T-score -2.6, probable osteoporosis.'),
    'age-related osteoporosis charted': adult.encounterDiagnosis('M80.051A').note('Hip fracture from standing.'),
  },
  notApplicable: {
    'a drug list, and a density above': adult.note('Meds: lisinopril 10, simvastatin 20.\nBP 128/74, P 64\nDXA 9/30: femoral neck T -2.1, spine T -1.4.'),
    'slipped from a ladder': adult.setting('inpatient').encounterDiagnosis('S72.141A').note('Slipped from a ladder, 10 feet. Right intertrochanteric fracture.'),
    'a temperature is no score, and each site above': adult.note('T 37.1. DXA: L1-L4 T -1.9, femoral neck T -2.2.'),
    'T-score −2.4': adult.note('DXA: T-score -2.4 at the hip.'),
    'positive sign is no low density': adult.note('DXA: T-score 0.4 at the hip.'),
    'Z-score': adult.note('DXA: Z-score -2.7 at the hip.'),
    'fall from a ladder': adult.setting('ed').encounterDiagnosis('S32.010A').note('L1 compression fracture, fell 8 feet from a ladder.'),
    'a car crash': adult.setting('inpatient').encounterDiagnosis('S72.001A').note('Hip fracture in a motor vehicle collision.'),
    'metastasis in the bone': adult.encounterDiagnosis('C79.51').encounterDiagnosis('S72.001A').note('Hip fracture, no trauma, breast cancer in bone.'),
    'a young man': chart().age(34).note('L1 compression fracture without trauma. T-score -2.8.'),
    'T-score of 2015': adult.result('38263-0', -2.8, '{T-score}', '2015-08-04', 'imaging').note('Feels well.'),
    'preliminary result': adult.result('38263-0', -2.8, '{T-score}', '2026-08-04', 'imaging', { status: 'preliminary' }).note('Feels well.'),
  },
  cannotTell: {
    'conditions were denied': adult.note('T-score -2.7 at the hip.').denied('Condition'),
    'a note of this visit could not be read': adult.note('T-score -2.7 at the hip.').unreadableNote(),
  },
});
