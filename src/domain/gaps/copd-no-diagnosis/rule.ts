import { DYSPNEA_OR_COUGH, OBSTRUCTIVE_AIRWAY_DISEASE, TOBACCO_OR_SMOKE } from '../groups/lungs.ts';
import { FEV1_FVC, FEV1_FVC_POST } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

/** Smoked once counts as smoked. */
const PACK_YEARS = ['pack-year*', 'pack year*', 'packyear*', 'pk-yr*', 'pk yr*', 'py', 'ex-smoker', 'former smoker', 'quit smoking', 'stopped smoking'];

export default defineRule({
  id: 'copd-no-diagnosis',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 150,
  title: 'Airflow obstruction after a bronchodilator with smoking and symptoms, without a diagnosis',
  topic: 'copd-no-diagnosis',
  authority: [
    'GOLD report (2026): symptoms, exposure, and FEV1/FVC below 0.7 after a bronchodilator',
    'ATS/ERS interpretive strategies for lung function tests (2022)',
  ],
  rationale: 'The ratio after a bronchodilator, the exposure and the symptoms belong together; what disease they make is for the provider to say.',
  appliesTo: ageAtLeast(30),
  trigger: all(
    any(
      latest(FEV1_FVC_POST, 24).below(0.7),
      all(
        latest(FEV1_FVC, 24).below(0.7),
        noted('spirometry after a bronchodilator', [
          'post-bronchodilator', 'post bronchodilator', 'postbronchodilator', 'after bronchodilator', 'after a bronchodilator', 'after albuterol', 'post-albuterol', 'post albuterol', 'post-bd', 'post bd', 'no bronchodilator response', 'no reversibility', 'not reversible',
          'irreversible', 'without reversibility', 'fixed obstruction', 'no significant bronchodilator response', 'no significant response to bronchodilator', 'nonreversible', 'non-reversible',
        ], { visit: 'any', is: 'either' }),
      ),
    ),
    any(
      hasActive(TOBACCO_OR_SMOKE), documentedInNotes(TOBACCO_OR_SMOKE),
      noted('smoking or another exposure', [
        'pack-year*', 'pack year*', 'packyear*', 'pk-yr*', 'pk yr*', 'ppd', 'smoker', 'smokes', 'smoked', 'smoking', 'ex-smoker', 'former smoker', 'current smoker', 'tobacco', 'cigarette*', 'nicotine', 'quit', 'biomass', 'wood smoke', 'coal miner', 'silica', 'welder', 'welding', 'mining',
      ], { visit: 'any', except: ['never smoker', 'never smoked', 'never-smoker', 'lifelong nonsmoker', 'lifelong non-smoker', 'nonsmoker', 'non-smoker', 'does not smoke', 'do not smoke', 'passive only', 'father', 'mother', 'husband', 'wife'] }),
      statedInNotes('smoking in the past', { actions: PACK_YEARS, objects: PACK_YEARS }),
      assessed(TOBACCO_OR_SMOKE, ['present', 'historical']),
    ),
    any(
      assessed(DYSPNEA_OR_COUGH),
      noted('shortness of breath, cough or wheeze', [
        'dyspnea*', 'dyspnoea*', 'shortness of breath', 'short of breath', 'sob', 'doe', 'breathless*', 'winded', 'out of breath', 'cough*', 'sputum', 'phlegm', 'wheez*', 'exertional', 'mmrc', 'cat score', 'puffing', 'stops on the stairs', 'inhaler*', 'albuterol', 'tiotropium',
      ]),
    ),
  ),
  met: any(
    hasActive(OBSTRUCTIVE_AIRWAY_DISEASE),
    documentedInNotes(OBSTRUCTIVE_AIRWAY_DISEASE),
    noted('a named obstructive disease', [
      'copd', 'emphysema*', 'chronic obstructive', 'chronic bronchitis', 'asthma*', 'aco', 'acos', 'bronchiectasis', 'alpha-1', 'obstructive lung disease', 'obstructive airway disease', 'obstructive airways disease', 'bronchiolitis', 'sarcoidosis',
    ], { by: 'provider', visit: 'any', except: ['mother', 'father', 'family history', 'screen*'] }),
  ),
  says: {
    open: 'FEV1/FVC was below 0.7 after a bronchodilator in a patient with exposure and symptoms, and no provider has said what it means.',
    met: 'A disease that explains the obstruction is documented.',
    outOfScope: 'Only for adults from 30 years.',
    notTriggered: 'No ratio below 0.7 after a bronchodilator with both exposure and symptoms in the last 24 months.',
  },
  asks: {
    title: 'Clinical significance of spirometry',
    question: "Based on your clinical judgment, please document the condition, if any, that accounts for this patient's spirometry and symptoms.",
    options: [
      { from: 'text', option: 'Chronic obstructive pulmonary disease (please specify the type, and whether there is an exacerbation)' },
      { from: 'text', option: 'Asthma with persistent airflow obstruction' },
      { from: 'text', option: 'Airflow obstruction without chronic obstructive pulmonary disease' },
    ],
  },
  thresholds: { ratio: { at: ['/trigger/of/0/of/0/test/value', '/trigger/of/0/of/1/of/0/test/value'], unit: '1', between: [0.6, 0.75] } },
});
