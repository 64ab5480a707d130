import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(67).sex('male').setting('inpatient').admitted('2026-10-17T14:00:00-05:00');
const hgb = (value: number, date: string, from = stay): typeof stay => from.result('718-7', value, 'g/dL', date, 'laboratory');
const fell = hgb(9, '2026-10-20', hgb(7.1, '2026-10-17', hgb(13.8, '2026-08-15')));
const woman = chart().age(85).sex('female').setting('inpatient').admitted('2026-10-17T14:00:00-05:00');
const afterHip = hgb(9.1, '2026-10-20', hgb(7.6, '2026-10-19', hgb(12.4, '2026-10-17', woman)));

export default cases({
  open: {
    'bleeding ulcer, two units': fell.note('Black stools 3 days. Hgb 7.1. PPI drip, transfuse 2 units, EGD.').procedure('transfusion of 2 units of red cells', '2026-10-17'),
    'after a hip fracture, one unit': afterHip.note('POD1 hemiarthroplasty. Hgb 7.6, transfuse 1 unit.'),
    'told in the notes only': woman.note('Hip fracture, Hgb 12.1 on admission.', { type: 'hp' }).note('Hgb 12.1 -> 7.9 after surgery. 1 u PRBC.'),
    'after a birth, iron': hgb(8.4, '2026-10-18', hgb(11.9, '2026-10-17', chart().age(29).sex('female').setting('inpatient').admitted('2026-10-17T02:00:00-05:00'))).note('Vaginal delivery, QBL 900 mL. Ferrous sulfate bid.'),
    'grams per litre': stay.result('718-7', 140, 'g/L', '2026-10-17', 'laboratory').result('718-7', 88, 'g/L', '2026-10-18', 'laboratory').note('Hematochezia, serial H/H q6h.'),
    'his chronic kidney anemia does not say it': fell.problem('D63.1').note('Melena. Transfuse 2 units, EGD.'),
    'an anemia of the past history': fell.note('Melena since Monday. Transfuse 2 units.\nPMH: anemia, GERD.'),
    'a patient’s fall, at baseline with a walker': afterHip.note('Unwitnessed fall, at baseline walks with a walker. ORIF. Hgb 7.6, 1 u PRBC.'),
    'only the nurse names it': afterHip.note('ABLA, 1 u given.', { role: 'nurse', type: 'nursing' }).note('POD2 ORIF. Hgb 7.6, 1 u PRBC.'),
    'epistaxis on warfarin, followed': hgb(9.9, '2026-10-19', hgb(12.6, '2026-10-17')).note('Epistaxis packed. Repeat Hgb q8h, held warfarin.'),
  },
  met: {
    'acute blood loss anemia': fell.note('GI bleed. Acute blood loss anemia, 2 units.'),
    'ABLA by the consultant': afterHip.note('Ortho POD1. ABLA, 1 u PRBC.', { type: 'consult' }),
    'anemia due to bleeding, in the discharge summary only': fell.note('Melena, transfused.').note('Anemia due to bleeding gastric ulcer, Hgb 9.0.', { type: 'discharge' }),
    'expected after surgery, not clinically significant': afterHip.note('POD1 hemiarthroplasty. Hgb drop expected, not clinically significant. 1 u given per protocol.'),
    'anemia in the assessment, with its value': fell.note('1. Gastric ulcer, melena. 2. Anemia, Hgb 9.0 after 2 units.'),
    'hemodilution': hgb(9.4, '2026-10-19', hgb(12.8, '2026-10-17')).note('Hemodilution after 6 L, no bleeding now; hematoma small. Recheck Hgb.'),
    'charted': fell.encounterDiagnosis('D62').note('Melena. Transfused 2 units.'),
    'postpartum anemia': hgb(8.1, '2026-10-18', hgb(12, '2026-10-17', woman.age(31))).note('Vaginal delivery. Postpartum anemia, iron.'),
  },
  notApplicable: {
    'a small fall after a knee replacement': hgb(13.1, '2026-10-19', hgb(14.4, '2026-10-17')).note('POD1 TKA. CBC in AM.'),
    'fell by 1.9': hgb(10.2, '2026-10-19', hgb(12.1, '2026-10-17')).note('Melena. Repeat Hgb.'),
    'fell by 2.3 after an operation, nothing done': hgb(11.4, '2026-10-19', hgb(13.7, '2026-10-17')).note('POD1 THA. Walking. Home.'),
    'no bleeding, no operation': hgb(9.2, '2026-10-19', hgb(11.8, '2026-10-17')).note('Pneumonia. No bleeding. 5 L of fluid.'),
    'still 13.2 after the fall': hgb(13.2, '2026-10-19', hgb(16, '2026-10-17')).note('Epistaxis. Repeat Hgb.'),
    'the low one is from two years ago': hgb(13.9, '2026-10-18', hgb(7.2, '2024-10-01')).note('Bled from an ulcer in 2024.'),
    'glycated hemoglobin is no hemoglobin': stay.note('Hemoglobin A1c 7.1, was 13.8. POD1.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'a note could not be read': fell.note('Melena, transfuse 2 units.').unreadableNote(),
  },
});
