import { CLEAR_FILM, PNEUMONIA, SHADOW_DENIED, SHADOW_TOLD, resolvedInThisStay } from '../groups/validated.ts';
import { PROCALCITONIN, TEMPERATURE, WBC } from '../measurements.ts';
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
  id: 'pneumonia-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 125,
  title: 'Pneumonia documented, with clear images and few signs in the record',
  topic: 'clinical-validation',
  authority: [
    'ATS/IDSA community-acquired pneumonia guideline (2019): clinical features with an infiltrate on imaging',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where images were clear and neither fever nor leukocytosis is recorded, the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(PNEUMONIA, ['present', 'historical']),
    any(
      noted('pneumonia', ['pneumonia', 'pna', 'hcap', 'bronchopneumonia'], { by: 'provider', except: ['history of', 'vaccine', 'risk of', 'risk for', 'prior'] }),
      statedInNotes('it, resolved in this stay', { actions: ['resolved', 'resolving', 'improved'], objects: resolvedInThisStay(['pneumonia']) }),
    ),
    any(noted('a clear film', CLEAR_FILM), noted('no shadow', SHADOW_DENIED, { is: 'denied' })),
    not(any(
      noted('a shadow', SHADOW_TOLD), noted('sounds of consolidation', ['crackles', 'rales', 'egophony', 'bronchial breath sounds', 'rhonchi']),
      measuredThisVisit(TEMPERATURE).atLeast(38), measuredThisVisit(WBC).above(12), measuredThisVisit(WBC).below(4), measuredThisVisit(PROCALCITONIN).atLeast(0.25),
    )),
    any(measuredThisVisit(TEMPERATURE).atLeast(30), measuredThisVisit(PROCALCITONIN).below(0.25)),
    measuredThisVisit(WBC).atLeast(0.1),
    not(noted('it is said not to be so', ['pneumonia', 'pna'], { by: 'provider', is: 'denied', except: ['history of', 'no further'] })),
  ),
  met: statedInNotes('why it is pneumonia', {
    actions: ['as evidenced by', 'evidenced by', 'clinical pneumonia', 'clinically', 'based on', 'clinically valid', 'despite'], objects: ['pneumonia', 'pna'],
  }),
  says: {
    open: 'Pneumonia is documented; images were clear, and neither fever nor leukocytosis is recorded.',
    met: 'The provider has said what the diagnosis of pneumonia rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Pneumonia is not documented, or what is recorded supports it, or its criteria were not looked for.',
  },
  asks: {
    title: 'Clinical indicators of documented pneumonia',
    question: 'Pneumonia is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Pneumonia, with its cause and these clinical indicators (please document them)' },
      { from: 'text', option: 'Bronchitis or another airway infection without pneumonia' },
      { from: 'text', option: 'Pneumonia was considered and ruled out' },
    ],
  },
  thresholds: { temperature: { at: ['/trigger/of/3/of/of/2/test/value'], unit: 'Cel', between: [37.5, 39] } },
});
