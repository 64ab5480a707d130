import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const man = chart().age(68).sex('male');
const smoker = man.problem('Z87.891');

export default cases({
  open: {
    'former smoker by his problem list': smoker,
    'still smoking': man.problem('F17.210'),
    'former smoker in the note only': man.note('Former smoker, quit 2001.'),
    'pack-years': man.note('40 pack-year history.'),
    'smoking status as a coded answer': man.resultInWords('72166-2', 'Former smoker', '2026-03-01', 'social-history'),
    'ultrasound ordered': smoker.note('AAA screening ordered.'),
    'an echocardiogram shows another aorta': smoker.note('Echo: ascending aorta normal caliber.'),
    'at 75': chart().age(75).sex('male').problem('Z87.891'),
  },
  met: {
    'ultrasound of the aorta': smoker.report('US Abdominal Aorta', '2023-04-02'),
    'trap: AAA ultrasound at the VA': smoker.note('AAA ultrasound negative 2022 at VA.'),
    'trap: a CT for a stone showed it': smoker.note('CT abdomen 2024: no abdominal aortic aneurysm, kidney stone.'),
    'trap: normal caliber': smoker.note('CT A/P: abdominal aorta normal caliber.'),
    'declined': smoker.note('Declines AAA screening.'),
    'trap: the old Medicare code': smoker.procedure('Ultrasound exam for AAA', '2015-04-02', { code: 'G0389' }),
  },
  notApplicable: {
    'a woman of 68 who smoked': chart().age(68).sex('female').problem('Z87.891'),
    'at 64': chart().age(64).sex('male').problem('Z87.891'),
    'trap: at 76, one year too late': chart().age(76).sex('male').problem('Z87.891'),
    'never smoked': man.note('Never smoker.'),
    'trap: denies tobacco use': man.note('Social history: denies tobacco use.'),
    'trap: repaired, says the note': smoker.note('S/p EVAR 2019.'),
    'trap: the aneurysm is known': smoker.problem('I71.43'),
    'trap: hospice': smoker.problem('Z51.5'),
    'trap: never smoker, the wife smokes': man.note('Never smoker. Wife smokes at home.'),
  },
  cannotTell: {
    'trap: nobody charted whether he smoked': man,
    'procedures and reports denied': smoker.denied('Procedure').denied('DiagnosticReport'),
    'notes failed': smoker.failed('DocumentReference'),
    'sex not charted': chart().age(68).problem('Z87.891'),
  },
});
