import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(45);
const treated = adult.survey('44261-6', 15).medication('sertraline 100 MG Oral Tablet');

export default cases({
  open: {
    'depression, partial response, PHQ-9 15': treated.note('Impression: Depression, partial response. Sertraline 100 to 150.'),
    'told in the note only': adult.note('Depression on escitalopram. PHQ-9 13, was 18. Increase to 20 mg.'),
    'in therapy, no drug': adult.survey('44261-6', 12).note('Depression. Weekly CBT with B. Ames.'),
    'MDD without more': treated.note('MDD, continue sertraline.'),
    'charted F32.A, no score, worse': adult.encounterDiagnosis('F32.A').medication('fluoxetine 20 MG').note('Depression worse since August. Fluoxetine to 40.'),
    'mild asthma is another matter': treated.note('Depression, continue sertraline. Mild intermittent asthma, stable.'),
    'trade name': adult.survey('44261-6', 11).note('Depression: Lexapro 10, still tearful.'),
    'a teenager': chart().age(15).survey('89204-2', 14).note('Depression, fluoxetine 20, therapist weekly.'),
  },
  met: {
    'moderate': treated.note('Major depressive disorder, recurrent, moderate. Sertraline.'),
    'in partial remission': treated.note('MDD in partial remission on sertraline.'),
    'severity said by the psychiatrist': treated.note('Depression, sertraline.').note('Severe major depression, first episode.', { type: 'consult' }),
    'charted with severity': treated.encounterDiagnosis('F33.1').note('Depression, sertraline 100.'),
    'bipolar depression': treated.note('Bipolar II, depression now. Lamotrigine; sertraline 50.').encounterDiagnosis('F31.81'),
    'dysthymia': treated.note('Depression: dysthymia for years. Sertraline.'),
  },
  notApplicable: {
    'depression denied': treated.note('Denies depression. Sertraline for anxiety.'),
    'sertraline for anxiety': treated.note('Generalized anxiety disorder, sertraline.'),
    'depression not treated': adult.survey('44261-6', 12).note('Depression, discussed, declines everything.'),
    'on the problem list only': treated.problem('F32.A').note('Ankle sprain.'),
    'stable, no symptoms, score 2': adult.survey('44261-6', 2).medication('sertraline 50 MG').note('Depression stable on sertraline.'),
    'his mother’s depression': treated.note('Mother with depression. Anxiety, sertraline.'),
    'what is uncontrolled is the pressure': adult.medication('fluoxetine 20 MG').note('History: depression, doing well on fluoxetine. Hypertension uncontrolled, increase lisinopril. Diet counseling.'),
    'ST depression': treated.note('ECG with ST depression in V5. Sertraline for panic.'),
    'duloxetine for nerve pain': adult.survey('44261-6', 11).medication('duloxetine 60 MG').note('Neuropathy, duloxetine.'),
  },
  cannotTell: {
    'a note could not be read': treated.unreadableNote(),
    'documents were denied': treated.denied('DocumentReference'),
  },
});
