import { ACUTE_RESPIRATORY_FAILURE, HOME_OXYGEN, LABOURED_BREATHING, OXYGEN_GIVEN, OXYGEN_SUPPORT } from '../groups/breath.ts';
import { SAID } from '../groups/explaining.ts';
import { HOME_OXYGEN_NOTED } from '../groups/home-oxygen.ts';
import { ARTERIAL_PH, OXYGEN_FLOW, PACO2, PAO2, PF_RATIO, RESPIRATORY_RATE, SPO2, SPO2_ROOM_AIR } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

const CHRONIC_OXYGEN = any(hasActive(HOME_OXYGEN), HOME_OXYGEN_NOTED);
const LABOURED = any(
  noted('laboured breathing', LABOURED_BREATHING),
  all(ageBetween(12, null), measuredThisVisit(RESPIRATORY_RATE).atLeast(25)),
  all(ageBetween(5, 12), measuredThisVisit(RESPIRATORY_RATE).atLeast(35)),
  all(ageBetween(null, 5), measuredThisVisit(RESPIRATORY_RATE).atLeast(50)),
);
const OXYGEN = any(noted('oxygen', OXYGEN_GIVEN), measuredThisVisit(OXYGEN_FLOW).atLeast(1));
const SUPPORT = any(noted('ventilation, high flow or a reservoir mask', OXYGEN_SUPPORT, { except: ['home cpap', 'home bipap', 'sleep apnea', 'osa', 'at night', 'nocturnal', 'overnight cpap'] }), measuredThisVisit(OXYGEN_FLOW).atLeast(6));

const ASLEEP = noted('sleep', ['asleep', 'sleep apnea', 'osa', 'overnight oximetry', 'nocturnal', 'polysomnogra*', 'walking', 'walk test', 'ambulat*', 'exertional']);

const LOW_SATURATION = any(measuredThisVisit(SPO2_ROOM_AIR).below(91), measuredThisVisit(SPO2).below(88));
const LOW_PRESSURE = any(measuredThisVisit(PAO2).below(60), measuredThisVisit(PF_RATIO).below(300));
const HYPERCAPNIC = all(measuredThisVisit(PACO2).above(50), measuredThisVisit(ARTERIAL_PH).below(7.35));
const HYPOXIC = any(all(LOW_SATURATION, OXYGEN, any(LABOURED, SUPPORT, all(measuredThisVisit(SPO2).below(86), not(ASLEEP)))), all(LOW_PRESSURE, any(OXYGEN, LABOURED)));

export default defineRule({
  id: 'acute-respiratory-failure-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 201,
  title: 'Failing gas exchange, laboured breathing and oxygen, without a diagnosis',
  topic: 'acute-respiratory-failure-no-diagnosis',
  authority: [
    'BTS guideline for oxygen use (2017) and Roussos and Koutsoukou, European Respiratory Journal (2003): PaO2 below 60 mmHg (saturation about 90 % on room air), or PaCO2 above 50 with pH below 7.35',
    'Berlin definition (2012): PaO2/FiO2 of 300 or less',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.10.b: acute respiratory failure is the provider’s diagnosis',
  ],
  rationale: 'Saturation or gases that fail, with the work of breathing and the oxygen that answer, may be respiratory failure or less; a provider says which.',
  appliesTo: ageBetween(1, null, 'months'),
  trigger: any(all(HYPERCAPNIC, any(LOW_PRESSURE, LOW_SATURATION)), HYPERCAPNIC, all(HYPOXIC, any(not(CHRONIC_OXYGEN), all(LABOURED, SUPPORT)))),
  met: any(
    hasActive(ACUTE_RESPIRATORY_FAILURE, 1), assessed(ACUTE_RESPIRATORY_FAILURE, SAID), documentedInNotes(ACUTE_RESPIRATORY_FAILURE),
    noted('respiratory failure', ['respiratory failure', 'resp failure', 'ahrf', 'arf with hypoxia', 'ards', 'ventilatory failure', 'acute lung injury', 'respiratory arrest', 'respiratory insufficiency', 'respiratory acidosis'], { by: 'provider', is: 'either', except: ['chronic respiratory failure', 'risk of', 'watch for', 'monitor for'] }),
    noted('an explanation of the saturation', ['spo2', 'sat', 'sats', 'saturation', 'pulse ox', 'reading', 'o2 sat', 'desaturation*', 'abg', 'gas'], { by: 'anyone', is: 'either', beside: ['artifact*', 'poor waveform', 'poor pleth', 'cold fingers', 'nail polish', 'erroneous', 'spurious', 'venous', 'probe', 'at baseline', 'her baseline', 'his baseline', 'his usual', 'her usual', 'usual for', 'cyanotic heart', 'fontan', 'altitude', 'asleep'] }),
  ),
  says: {
    open: 'Saturation or gases were those of failing gas exchange, oxygen or ventilation was given, and no provider has said what it means.',
    met: 'Respiratory failure is documented, ruled out, or the findings are explained.',
    outOfScope: 'Only from 1 month of age.',
    notTriggered: 'No saturation, gas, laboured breathing and treatment of this encounter that together suggest respiratory failure.',
  },
  asks: {
    title: 'Clinical significance of respiratory findings',
    question: "Based on your clinical judgment, please document the condition, if any, that this patient's respiratory findings and treatment represent.",
    options: [
      { from: 'when', holds: any(LOW_SATURATION, LOW_PRESSURE), options: ['Acute respiratory failure with hypoxia'] },
      { from: 'when', holds: HYPERCAPNIC, options: ['Acute respiratory failure with hypercapnia'] },
      { from: 'when', holds: CHRONIC_OXYGEN, options: ['Acute on chronic respiratory failure (please specify hypoxia or hypercapnia)'] },
      { from: 'when', holds: LOW_SATURATION, options: ['Hypoxemia without acute respiratory failure'] },
      { from: 'text', option: 'Respiratory distress without acute respiratory failure' },
    ],
  },
  thresholds: {},
});
