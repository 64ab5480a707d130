import { ATTRIBUTING, EXPLAINING } from '../groups/explaining.ts';
import { MYOCARDIAL_INJURY_OR_INFARCTION, TROPONIN_MEANINGS } from '../groups/heart.ts';
import { TROPONIN } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { change } from '../operators/change.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

/** A series told in one sentence is spread over days, of which only the last is known to be the visit's. */
const MOVED = change(TROPONIN, 'either', { times: 1.2, withinDays: 3, baseline: false });

export default defineRule({
  id: 'troponin-query',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 202,
  title: 'Troponin above the limit that rose or fell, without a diagnosis',
  topic: 'troponin-query',
  authority: [
    'Fourth Universal Definition of Myocardial Infarction (ESC/ACC/AHA/WHF, 2018): injury above the 99th percentile, acute where it rises or falls by more than 20 %; infarction needs ischemia beside it',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.9.e.5 and III.B: the type of infarction, or injury without one, is the provider’s',
  ],
  rationale: 'A rise or fall says that heart muscle was injured now; whether by infarction, by demand or otherwise is the provider’s to say.',
  appliesTo: all(ageAtLeast(18), any(measuredThisVisit(TROPONIN, 2).atLeast(0), MOVED)),
  trigger: all(measuredThisVisit(TROPONIN).above(34), MOVED),
  met: any(
    assessed(MYOCARDIAL_INJURY_OR_INFARCTION, ['present', 'possible', 'absent']),
    noted('what the troponin means', TROPONIN_MEANINGS, { by: 'provider', is: 'either', except: ['family history', 'father', 'mother', 'prior nstemi', 'old mi', 'history of', 'features', 'symptoms of'] }),
    statedInNotes('an explanation of the troponin', { actions: [...EXPLAINING, ...ATTRIBUTING, 'demand'], objects: ['troponin*', 'trop', 'trops', 'hs-trop', 'hs-troponin', 'hs-tnt', 'hs-tni', 'tnt', 'tni'] }),
  ),
  says: {
    open: 'Troponin was above the limit and rose or fell by a fifth or more, and no provider has said what it means.',
    met: 'A provider has said what the troponin means.',
    outOfScope: 'Only for adults from 18 years with two troponins of this encounter.',
    notTriggered: 'Troponin was not above the limit, or did not change by a fifth.',
  },
  asks: {
    title: 'Clinical significance of troponin results',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's troponin results.",
    options: [
      { from: 'text', option: 'Type 1 myocardial infarction' },
      { from: 'text', option: 'Type 2 myocardial infarction (please specify the cause)' },
      { from: 'text', option: 'Acute non-ischemic myocardial injury (please specify the cause)' },
      { from: 'text', option: 'Demand ischemia without myocardial infarction' },
      { from: 'text', option: 'Elevated troponin without clinical significance' },
    ],
  },
  thresholds: {
    limit: { at: ['/trigger/of/0/test/value'], unit: 'ng/L', between: [9, 100] },
    change: { at: ['/trigger/of/1/times'], unit: 'times', between: [1.1, 2] },
  },
});
