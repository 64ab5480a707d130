import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(34);

export default cases({
  open: {
    'asthma on fluticasone-salmeterol': adult.medication('fluticasone-salmeterol 250-50 MCG inhaler').encounterDiagnosis('J45.909').note('Asthma, uses the inhaler twice daily.'),
    'the controller is told in the note only': adult.encounterDiagnosis('J45.909').note('Asthma. Continue Symbicort 160/4.5 two puffs BID.'),
    'on montelukast, no rhinitis': adult.medication('montelukast 10 MG Oral Tablet').note('Asthma, quiet this spring. Continue montelukast.'),
    'exacerbation, severity unsaid': adult.setting('ed').encounterDiagnosis('J45.901').medication('budesonide 180 MCG inhaler').note('Asthma exacerbation, nebs and prednisone.'),
    'an antibody every month': adult.note('Asthma doing well on mepolizumab monthly.'),
    'a child on a low dose': chart().age(9).medication('fluticasone HFA 44 MCG inhaler').encounterDiagnosis('J45.909').note('Asthma. Two puffs twice a day with spacer.'),
    'the father’s severe asthma is not hers': adult.medication('beclomethasone 80 MCG inhaler').encounterDiagnosis('J45.909').note('Asthma. Father had severe asthma.'),
  },
  met: {
    'moderate persistent in the assessment': adult.medication('fluticasone-salmeterol inhaler').encounterDiagnosis('J45.909').note('Moderate persistent asthma, quiet.'),
    'severity after the word': adult.medication('budesonide inhaler').encounterDiagnosis('J45.909').note('Asthma: mild persistent, well controlled.'),
    'J45.40 on the problem list': adult.problem('J45.40').medication('fluticasone-salmeterol inhaler').encounterDiagnosis('J45.909').note('Asthma stable.'),
    'exercise-induced': adult.medication('montelukast 10 MG').encounterDiagnosis('J45.909').note('Exercise-induced asthma.'),
    'only the consultant says it': adult.medication('fluticasone-salmeterol inhaler').encounterDiagnosis('J45.909').note('Asthma stable.').note('Pulmonology: severe persistent asthma.', { type: 'consult' }),
  },
  notApplicable: {
    'albuterol only when needed': adult.medication('albuterol HFA inhaler as needed').encounterDiagnosis('J45.909').note('Asthma, rare wheeze.'),
    'fluticasone for the nose': adult.medication('fluticasone 50 MCG nasal spray').encounterDiagnosis('J45.909').note('Asthma, quiet.'),
    'montelukast with hay fever': adult.medication('montelukast 10 MG').encounterDiagnosis('J45.909').note('Asthma, quiet. Allergic rhinitis: montelukast.'),
    'asthma of childhood': adult.medication('fluticasone HFA inhaler').note('Childhood asthma, outgrown.'),
    'COPD beside it': adult.age(68).medication('fluticasone-salmeterol inhaler').encounterDiagnosis('J45.909').note('COPD and asthma.'),
    'not of this visit': adult.problem('J45.909').medication('budesonide inhaler').note('Ankle sprain.'),
    'asthma ruled out': adult.medication('budesonide inhaler').note('Asthma ruled out by methacholine, inhaler stopped.'),
    'the inhaler was stopped': adult.encounterDiagnosis('J45.909').medication('fluticasone HFA inhaler', { status: 'stopped' }).note('Asthma, off all inhalers.'),
  },
  cannotTell: {
    'medications were denied': adult.encounterDiagnosis('J45.909').note('Asthma stable.').denied('MedicationRequest'),
    'a note of this visit could not be read': adult.medication('budesonide inhaler').encounterDiagnosis('J45.909').note('Asthma stable.').unreadableNote(),
  },
});
