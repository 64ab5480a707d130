import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(66).setting('inpatient').admitted('2026-10-17T14:00:00-05:00');
const plt = (value: number, date: string, from = stay): typeof stay => from.result('777-3', value, '10*3/uL', date, 'laboratory');
const low = plt(92, '2026-10-20', plt(118, '2026-10-19', plt(210, '2026-10-17')));

export default cases({
  open: {
    '121, 116 and a CBC in four weeks': plt(116, '2026-10-19', plt(121, '2026-07-12', chart().age(66))).note('Methotrexate down to 15 mg. CBC and liver panel in 4 weeks.'),
    'drawn before the visit, treatment delayed for the counts': plt(88, '2026-10-20', plt(96, '2026-10-13', chart().age(66))).note('Plt 88 (96 last week). Counts not there: delay chemotherapy one week.'),
    '118, then 92, and heparin stopped for it': low.note('Plt 92. Stop heparin, send PF4.'),
    'below 100 twice': plt(84, '2026-10-20', plt(78, '2026-10-18')),
    'told in the note only': stay.note('Labs: WBC 6.1, Hgb 13.4, plt 64. Hold enoxaparin for platelets, smear.'),
    'office: 121 and 128, recheck': plt(121, '2026-10-21', plt(128, '2026-06-02', chart().age(66))).note('Platelets 121. Recheck platelets in 3 months, liver ultrasound.'),
    'hematology is asked': plt(112, '2026-10-21', plt(118, '2026-05-02', chart().age(66))).note('Platelets 112, 118 in May. Hematology referral.'),
    'cells per microlitre': stay.result('777-3', 71000, '/uL', '2026-10-18', 'laboratory').note('Platelets down, trend platelets daily.'),
    'no heparin-induced disease, and still low': low.note('Trend platelets; SCDs only.'),
    'only the nurse says thrombocytopenia': low.note('Thrombocytopenia precautions.', { role: 'nurse', type: 'nursing' }).note('Recheck plt in AM.'),
  },
  met: {
    'thrombocytopenia from sepsis': low.note('Thrombocytopenia due to sepsis, trend platelets.'),
    'ITP by hematology': low.note('Hematology: ITP likely. Dexamethasone.', { type: 'consult' }),
    'charted': low.encounterDiagnosis('D69.6').note('Trend platelets.'),
    'clumping': low.note('Platelet clumping on the smear, citrate tube 204.'),
    'splenic sequestration': low.note('Plt 92, chronically low from splenic sequestration in cirrhosis, monitor platelets.'),
    'pancytopenia': low.note('Pancytopenia after carboplatin. Follow platelets.'),
  },
  notApplicable: {
    '210 in between and now': plt(210, '2026-10-19', plt(121, '2026-07-12', chart().age(66))).note('CBC in 4 weeks.'),
    'exactly 150 twice': plt(150, '2026-10-19', plt(150, '2026-10-17')).note('Recheck platelets.'),
    'one count of 138': plt(138, '2026-10-19').note('Recheck platelets in AM.'),
    '141 and 139 that nobody minds': plt(139, '2026-10-19', plt(141, '2026-10-17')).note('Walking, eating, home tomorrow.'),
    'pregnant with 128 and 124': plt(124, '2026-10-19', plt(128, '2026-10-17', chart().age(30).sex('female'))).encounterDiagnosis('O09.93').note('Recheck platelets at 36 weeks.'),
    'low last year, 220 now': plt(220, '2026-10-18', plt(96, '2025-09-01')).note('Trend platelets.'),
    'preliminary': stay.result('777-3', 41, '10*3/uL', '2026-10-18', 'laboratory', { status: 'preliminary' }).result('777-3', 188, '10*3/uL', '2026-10-18', 'laboratory').note('Repeat platelets 188.'),
    'mean platelet volume is another test': stay.note('MPV 9.4. Plt 244.'),
  },
  cannotTell: {
    'laboratory results were denied': stay.denied('Observation', 'category=laboratory'),
    'a note could not be read': low.note('Trend platelets.').unreadableNote(),
  },
});
