import { CLEAR_MIND, CONFUSION_TOLD, ENCEPHALOPATHY, resolvedInThisStay } from '../groups/validated.ts';
import { GCS } from '../measurements.ts';
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
  id: 'encephalopathy-validation',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 124,
  title: 'Encephalopathy documented, with a clear mind throughout the record',
  topic: 'clinical-validation',
  authority: [
    'DSM-5-TR (2022), delirium: a disturbance of attention and awareness',
    'AAN/SCCM and other societies, nomenclature of delirium and acute encephalopathy (2020)',
    'ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022): clinical validation',
  ],
  rationale: 'A documented diagnosis stands until its provider says otherwise. Where everybody who examined the patient found a clear mind, the provider is asked.',
  appliesTo: all(ageAtLeast(18), any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'))),
  trigger: all(
    assessed(ENCEPHALOPATHY, ['present', 'historical']),
    any(
      noted('encephalopathy', ['encephalopathy'], { by: 'provider', except: ['history of', 'risk of', 'risk for', 'chronic', 'prior', 'prophylaxis', 'hypoxic', 'anoxic'] }),
      statedInNotes('it, resolved in this stay', { actions: ['resolved', 'resolving', 'improved'], objects: resolvedInThisStay(['encephalopathy']) }),
    ),
    not(any(noted('confusion', CONFUSION_TOLD), measuredThisVisit(GCS).below(15))),
    any(noted('a clear mind', CLEAR_MIND), noted('no confusion', ['confus*', 'disorient*', 'delirium', 'asterixis', 'altered mental status', 'mental status change*'], { is: 'denied' }), measuredThisVisit(GCS).atLeast(15)),
    not(noted('it is said not to be so', ['encephalopathy', 'encephalopathic'], { by: 'provider', is: 'denied', except: ['history of', 'hepatic encephalopathy'] })),
  ),
  met: statedInNotes('why it is encephalopathy', {
    actions: ['as evidenced by', 'evidenced by', 'meets criteria', 'criteria met', 'clinically valid'], objects: ['encephalopathy'],
  }),
  says: {
    open: 'Encephalopathy is documented; a clear mind is recorded, and no change of it.',
    met: 'The provider has said what the diagnosis of encephalopathy rests on.',
    outOfScope: 'Only for adults in stays and emergency visits.',
    notTriggered: 'Encephalopathy is not documented, or a change of mental state is recorded, or mental state was not described.',
  },
  asks: {
    title: 'Clinical indicators of documented encephalopathy',
    question: 'Encephalopathy is documented for this stay. Based on your clinical judgment and the indicators cited, please clarify this diagnosis.',
    options: [
      { from: 'text', option: 'Encephalopathy, with its type, cause and these clinical indicators (please document them)' },
      { from: 'text', option: 'Mental state at its baseline, without encephalopathy' },
      { from: 'text', option: 'Encephalopathy was considered and ruled out' },
    ],
  },
  thresholds: {},
});
