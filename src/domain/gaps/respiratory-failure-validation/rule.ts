import { ACUTE_RESPIRATORY_FAILURE, LABOURED_BREATHING, OXYGEN_SUPPORT } from '../groups/breath.ts';
import { resolvedInThisStay } from '../groups/validated.ts';
import { OXYGEN_FLOW, PACO2, PAO2, PF_RATIO, RESPIRATORY_RATE, SPO2 } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'respiratory-failure-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 121,
  title: 'Acute respiratory failure documented, with few of its criteria in the record',
  topic: 'clinical-validation',
  authority: [
    'ATS/ERS noninvasive ventilation guideline (2017) and BTS oxygen guideline (2017): PaO2 below 60 mmHg or saturation below 91 % on room air; PaCO2 above 50 with pH below 7.35',
    'Berlin definition (2012): P/F below 300',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where gas exchange and breathing were seen to be good, the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(ACUTE_RESPIRATORY_FAILURE, ['present', 'historical']),
    any(
      noted('acute respiratory failure', ['respiratory failure', 'resp failure', 'ahrf'], { by: 'provider', except: ['history of', 'risk of', 'risk for'] }),
      statedInNotes('it, resolved in this stay', { actions: ['resolved', 'resolving', 'improved'], objects: resolvedInThisStay(['acute respiratory failure', 'acute hypoxic respiratory failure', 'acute hypoxemic respiratory failure', 'acute hypercapnic respiratory failure', 'ahrf']) }),
    ),
    not(any(
      measuredThisVisit(SPO2).below(91), measuredThisVisit(PAO2).below(60), measuredThisVisit(PF_RATIO).below(300), measuredThisVisit(PACO2).above(50),
      measuredThisVisit(OXYGEN_FLOW).above(3), measuredThisVisit(RESPIRATORY_RATE).above(25),
      noted('labored breathing', LABOURED_BREATHING), noted('support of breathing', OXYGEN_SUPPORT, { except: ['cpap at night', 'home cpap', 'osa'] }),
      noted('desaturation', ['desaturat*', 'desatted', 'desats', 'sats in the 80s', 'mid 80s', 'mid-80s', 'low 80s', 'high 80s', '80s on', '70s on', 'hypoxic to', 'sats dropped']),
    )),
    measuredThisVisit(SPO2).atLeast(91),
    not(noted('it is said not to be so', ['respiratory failure', 'ahrf'], { by: 'provider', is: 'denied', except: ['chronic respiratory failure', 'history of', 'no further'] })),
  ),
  met: statedInNotes('why it is respiratory failure', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'clinically valid', 'stand by'], objects: ['respiratory failure'],
  }),
  says: {
    open: 'Acute respiratory failure is documented; saturations were good, and neither labored breathing nor support of breathing is recorded.',
    met: 'The provider has said what the diagnosis of respiratory failure rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Acute respiratory failure is not documented, or what is recorded supports it, or oxygenation was not measured.',
  },
  asks: {
    title: 'Clinical indicators of documented acute respiratory failure',
    question: 'Acute respiratory failure is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Acute respiratory failure, with its type and these clinical indicators (please document them)' },
      { from: 'text', option: 'Hypoxemia without acute respiratory failure' },
      { from: 'text', option: 'Dyspnea or wheezing without acute respiratory failure' },
      { from: 'text', option: 'Acute respiratory failure was considered and ruled out' },
    ],
  },
  thresholds: {
    saturation: { at: ['/trigger/of/2/of/of/0/test/value', '/trigger/of/3/test/value'], unit: '%', between: [88, 94] },
    respiratoryRate: { at: ['/trigger/of/2/of/of/5/test/value'], unit: '/min', between: [20, 35] },
  },
});
