import { ASTHMA_BIOLOGICS, INHALED_COMBINATIONS, INHALED_STEROIDS, LEUKOTRIENE_MODIFIERS, NOT_INHALED } from '../drugs/long-term.ts';
import { ALLERGIC_RHINITIS, ASTHMA_WITHOUT_SEVERITY, ASTHMA_WITH_SEVERITY, COPD } from '../groups/lungs.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const STEROID = taking('an inhaled corticosteroid', INHALED_STEROIDS, { except: NOT_INHALED });
const COMBINATION = taking('an inhaled corticosteroid with a long-acting bronchodilator', INHALED_COMBINATIONS, { except: NOT_INHALED });
const BIOLOGIC = taking('an antibody for asthma', ASTHMA_BIOLOGICS);
const LEUKOTRIENE = taking('a leukotriene modifier', LEUKOTRIENE_MODIFIERS);

export default defineRule({
  id: 'asthma-specificity',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 240,
  title: 'Asthma on a daily controller without its severity',
  topic: 'asthma-specificity',
  authority: [
    'GINA, Global Strategy for Asthma Management and Prevention (2025), box 2-4: severity is told by the treatment that controls it',
    'NHLBI asthma guidelines EPR-3 (2007): intermittent; mild, moderate and severe persistent',
    'ICD-10-CM FY2027 (2026), J45: codes by severity',
  ],
  rationale: 'Whether the treatment should step up or down depends on the severity, which the word asthma does not hold and a drug list does not decide.',
  appliesTo: EVERY_VISIT,
  trigger: all(
    assessed(ASTHMA_WITHOUT_SEVERITY, ['present']),
    noted('asthma', ['asthma*', 'reactive airway*'], { by: 'provider', except: ['family history'] }),
    any(STEROID, COMBINATION, BIOLOGIC, all(LEUKOTRIENE, not(any(hasActive(ALLERGIC_RHINITIS), documentedInNotes(ALLERGIC_RHINITIS))))),
    not(any(hasActive(COPD), documentedInNotes(COPD))),
  ),
  met: any(
    hasActive(ASTHMA_WITH_SEVERITY),
    documentedInNotes(ASTHMA_WITH_SEVERITY),
    noted('the severity of asthma', ['asthma*'], {
      by: 'provider', visit: 'any', beside: ['intermittent', 'persistent', 'mild', 'moderate', 'severe', 'exercise-induced', 'exercise induced', 'cough variant', 'cough-variant', 'eosinophilic asthma', 'step 1', 'step 2', 'step 3', 'step 4', 'step 5'],
    }),
  ),
  says: {
    open: 'Asthma is documented and treated every day, and no provider has said how severe it is.',
    met: 'The severity of asthma is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No asthma without severity is documented at this visit with a controller, or COPD or rhinitis may be what the drug is for.',
  },
  asks: {
    title: 'Specificity of documented asthma',
    question: "Based on your clinical judgment, please document how severe this patient's asthma is, and whether there is an exacerbation.",
    options: [
      { from: 'when', holds: all(any(STEROID, LEUKOTRIENE), not(any(COMBINATION, BIOLOGIC))), options: ['Mild persistent asthma'] },
      { from: 'when', holds: not(BIOLOGIC), options: ['Moderate persistent asthma'] },
      { from: 'when', holds: any(COMBINATION, BIOLOGIC), options: ['Severe persistent asthma'] },
      { from: 'text', option: 'Asthma without persistent symptoms (intermittent)' },
    ],
  },
  thresholds: {},
});
