import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(46);
const high = adult.survey('44261-6', 16);

export default cases({
  open: {
    'PHQ-9 16 and a referral': high.note('Cannot sleep since the divorce. Nothing is fun. Counselling referral.'),
    'exactly 10': adult.survey('44261-6', 10).note('Fatigue. TSH.'),
    'told in the note only': adult.note('PHQ-9 today 17, item 9 zero. Trazodone for sleep.'),
    'on the nurse’s sheet': adult.note('PHQ-9: 14/27', { role: 'nurse', type: 'nursing' }).note('Back pain, PT.'),
    'a teenager, PHQ-A 13': chart().age(15).survey('89204-2', 13).note('Grades dropping, sleeps all day.'),
    'Edinburgh scale 15 after a birth': chart().age(28).sex('female').survey('71354-5', 15).note('Six weeks postpartum, crying daily.'),
    'his mother was treated for depression': high.note('His mother was treated for depression.'),
    'screening for depression is no diagnosis': high.note('Depression screening done, score 16. Return 3 weeks.'),
    'insomnia alone does not say it': high.encounterDiagnosis('G47.00'),
    'depression resolved on the problem list': high.problem('F32.A', { clinicalStatus: 'resolved' }),
  },
  met: {
    'major depression, moderate': high.note('Major depressive disorder, single episode, moderate. Sertraline.'),
    'MDD in the list': high.note('1. MDD, start escitalopram.'),
    'possible depression': high.note('Possible depression, recheck PHQ-9 in two weeks.'),
    'adjustment disorder': high.note('Adjustment disorder after the layoff.'),
    'bipolar disorder charted': high.problem('F31.9'),
    'the score explained': high.note('PHQ-9 of 16 driven by insomnia and pain, not depressed.'),
    'bereavement': high.note('Bereavement, normal grief, no drug.'),
    'postpartum depression': chart().age(28).sex('female').survey('71354-5', 16).note('Postpartum depression, sertraline.'),
  },
  notApplicable: {
    '9': adult.survey('44261-6', 9).note('Tired.'),
    '16 last year, 4 now': adult.survey('44261-6', 16, '2025-10-01').survey('44261-6', 4).note('Well.'),
    'the anxiety score': adult.survey('70274-6', 16).note('GAD-7 16. Generalized anxiety disorder.'),
    'another patient’s score, entered in error': adult.survey('44261-6', 19, undefined, { status: 'entered-in-error' }),
    'his wife’s score': adult.note('His wife scored PHQ-9 18 at her visit. He is well, PHQ-9 2.'),
    'the short scale only': adult.survey('55758-7', 6).note('PHQ-2 6.'),
    'a child': chart().age(8).survey('44261-6', 14),
  },
  cannotTell: {
    'surveys were denied': adult.denied('Observation', 'category=survey'),
    'conditions were denied': high.denied('Condition'),
    'a note could not be read': high.unreadableNote(),
  },
});
