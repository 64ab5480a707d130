import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const woman = chart().age(69).sex('female');

export default cases({
  open: {
    'nothing on record': woman,
    'exactly 65': chart().age(65).sex('female'),
    'DXA due': woman.note('DXA due.'),
    'ordered': woman.note('DEXA ordered today.'),
    'a scan of twenty years ago': woman.report('DXA Hip and Spine', '2005-03-01'),
    'an appointment was cancelled': woman.note('DEXA cancelled by patient, needs to reschedule.'),
    'mother’s osteoporosis': woman.note('Family history: mother with osteoporosis.'),
    'vitamin D is no treatment of it': woman.medication('cholecalciferol 1000 UNT'),
  },
  met: {
    'DXA three years ago': woman.report('DXA Skeletal system Bone density', '2023-03-01', { code: '38268-6' }),
    'trap: elsewhere': woman.note('DEXA 2022 at outside facility, normal.'),
    'trap: a T-score told in the note': woman.note('T-score -0.8 in 2021.'),
    'trap: heel scan by Medicare’s code': woman.procedure('Single energy x-ray study', '2024-05-01', { code: 'G0130' }),
    'declined': woman.note('Declines bone density scan.'),
    'trap: not indicated, writes the provider': woman.note('DXA not indicated given goals of care.'),
  },
  notApplicable: {
    'a man': chart().age(70).sex('male'),
    'at 60': chart().age(60).sex('female'),
    'osteoporosis known': woman.problem('M81.0'),
    'trap: on alendronate': woman.medication('alendronate 70 MG Oral Tablet'),
    'trap: hospice': woman.problem('Z51.5'),
    'trap: life expectancy under 6 months': woman.note('Life expectancy is limited, less than 6 months.'),
    'trap: osteopenia in the assessment': woman.note('Assessment: osteopenia, stable.'),
  },
  cannotTell: {
    'reports denied': woman.denied('DiagnosticReport'),
    'procedures failed': woman.failed('Procedure'),
    'trap: done, nobody says when': woman.note('DEXA was normal.'),
    'trap: medications denied': woman.denied('MedicationRequest'),
  },
});
