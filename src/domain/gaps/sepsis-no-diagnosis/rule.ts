import { ATTRIBUTING, EXPLAINING } from '../groups/explaining.ts';
import { ACUTE_INFECTION, LASTING_KIDNEY_DISEASE, LIVER_OR_MARROW_DISEASE, LUNG_INFECTION, SEPSIS } from '../groups/infection.ts';
import { CHRONIC_KIDNEY_DISEASE } from '../code-groups.ts';
import { HOSPITAL } from '../groups/settings.ts';
import { BILIRUBIN, CREATININE, GCS, HEART_RATE, LACTATE, MEAN_ARTERIAL_PRESSURE, PF_RATIO, PLATELETS, RESPIRATORY_RATE, SPO2_ROOM_AIR, SYSTOLIC, TEMPERATURE, WBC } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { atLeastOf } from '../operators/at-least-of.ts';
import { change } from '../operators/change.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import type { Expression } from '../operators/expression.ts';
import { defineRule } from '../rule.ts';

const PRESSORS = noted('a drug that raises blood pressure', ['norepinephrine', 'norepi', 'levophed', 'levo drip', 'vasopressin', 'phenylephrine', 'neosynephrine', 'vasopressor*', 'pressors', 'pressor support'], { except: ['induction', 'anesthesia', 'intraoperative*', 'in the or', 'spinal'] });

const LACTATE_EXPLAINED = statedInNotes('another cause of the lactate', {
  actions: [...EXPLAINING, 'albuterol', 'nebs', 'nebulizer*', 'beta-agonist*', 'beta agonist*', 'seizure*', 'convulsion*', 'metformin', 'type b', 'tourniquet', 'epinephrine', 'linezolid', 'alcohol*', 'exertion*', 'exercise', 'work of breathing', 'liver clearance', 'impaired clearance', 'not from infection'],
  objects: ['lactate', 'lactic acid', 'lactates', 'lactic'],
});

/** The kidney's injury laid to a drug, a stone or the heart is not laid to the infection. */
const KIDNEY_EXPLAINED = statedInNotes('another cause of the kidney injury', {
  actions: ['from ketorolac', 'ketorolac', 'nsaid*', 'ibuprofen', 'naproxen', 'contrast', 'vancomycin', 'gentamicin', 'tobramycin', 'amphotericin', 'acyclovir', 'cisplatin', 'tacrolimus', 'obstruct*', 'urinary retention', 'outlet obstruction', 'stone', 'cardiorenal', 'hepatorenal', 'rhabdo*', 'diuretic*', 'overdiuresis', 'over-diuresis', 'interstitial nephritis', 'ketones'],
  objects: ['creatinine', 'cr', 'aki', 'acute kidney injury', 'kidney injury', 'renal failure', 'atn', 'tubular necrosis', 'tubular injury', 'nephropathy'],
});

/** Low before the infection: not by it. */
const PLATELETS_LOW_BEFORE = persistent(PLATELETS, { withinMonths: 24, results: 2, apartDays: 30, unbroken: false }).below(150);

const BRAIN = any(
  measuredThisVisit(GCS).atMost(13),
  noted('an acute change of mental status', ['altered mental status', 'ams', 'acute confusion', 'acutely confused', 'newly confused', 'new confusion', 'obtunded', 'encephalopath*', 'delirium', 'delirious'], { except: ['at baseline', 'chronic*'] }),
);

/** A provider has named its cause, and lactate, which was looked for, is normal: by itself it is one point of SOFA (Sepsis-3), and explained. */
const BRAIN_EXPLAINED = all(
  statedInNotes('the cause of the mental state', { actions: ATTRIBUTING, objects: ['encephalopathy', 'delirium'] }),
  measuredThisVisit(LACTATE).atMost(2),
  not(measuredThisVisit(GCS).atMost(12)),
);

/** Of the circulation, metabolism, kidney, blood, liver and brain. */
const ORGANS_WITHOUT_LACTATE = [
  any(measuredThisVisit(SYSTOLIC).below(90), measuredThisVisit(MEAN_ARTERIAL_PRESSURE).below(65), PRESSORS),
  all(
    any(change(CREATININE, 'rise', { times: 1.5, withinDays: 365 }), change(CREATININE, 'fall', { times: 1.5, withinDays: 7 }), all(measuredThisVisit(CREATININE).atLeast(2), not(any(hasActive(CHRONIC_KIDNEY_DISEASE), documentedInNotes(CHRONIC_KIDNEY_DISEASE))))),
    not(any(hasActive(LASTING_KIDNEY_DISEASE), documentedInNotes(LASTING_KIDNEY_DISEASE), KIDNEY_EXPLAINED)),
  ),
  all(
    any(all(measuredThisVisit(PLATELETS).below(100), not(PLATELETS_LOW_BEFORE)), measuredThisVisit(BILIRUBIN).atLeast(2)),
    not(any(hasActive(LIVER_OR_MARROW_DISEASE), documentedInNotes(LIVER_OR_MARROW_DISEASE))),
  ),
  BRAIN,
] as const;

const LUNG = any(
  measuredThisVisit(PF_RATIO).below(300), measuredThisVisit(SPO2_ROOM_AIR).below(90),
  noted('breathing with a machine', ['intubated', 'intubation', 'mechanical ventilation', 'bipap', 'high-flow', 'high flow', 'hfnc'], { except: ['surgery', 'anesthesia', 'home bipap', 'sleep', 'osa', 'dni', 'do not intubate'] }),
);

const SYSTEMIC_RESPONSE = atLeastOf(2,
  any(measuredThisVisit(TEMPERATURE).above(38), measuredThisVisit(TEMPERATURE).below(36), noted('fever or a low temperature', ['febrile', 'fever', 'fevers', 'rigors', 'hypothermi*'])),
  any(measuredThisVisit(HEART_RATE).above(90), noted('a fast heart', ['tachycardi*', 'tachy'])),
  any(measuredThisVisit(RESPIRATORY_RATE).above(20), noted('fast breathing', ['tachypne*'])),
  any(measuredThisVisit(WBC).above(12), measuredThisVisit(WBC).below(4), noted('white cells out of range', ['leukocytosis', 'leukopenia', 'bandemia', 'left shift'])),
);

/** Of this stay: over at discharge, and diagnosed. */
const OVER = ['resolved', 'resolving', 'cleared', 'improved', 'improving', 'treated', 'on admission', 'on arrival', 'present on admission'];
const NAMES = ['sepsis', 'septic', 'septicemia', 'septicaemia'];

export default defineRule({
  id: 'sepsis-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 10,
  title: 'An infection with a systemic response and acute organ dysfunction, without sepsis confirmed or excluded',
  topic: 'sepsis-no-diagnosis',
  authority: [
    'Sepsis-3, third international consensus definitions (2016): infection with acute organ dysfunction, SOFA up by 2 or more',
    'Sepsis-2, international definitions conference (2001): infection with two signs of a systemic response; a site may follow either',
    'Surviving Sepsis Campaign (2021): lactate above 2 mmol/L, mean arterial pressure of 65 mmHg',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.1.d: sepsis and its organ dysfunction are the provider’s to document',
  ],
  rationale: 'Sepsis kills early and is treated by the hour. Findings do not diagnose it: each may come of the infection itself, of drugs or of another illness.',
  appliesTo: all(ageAtLeast(18), HOSPITAL),
  trigger: all(
    any(
      assessed(ACUTE_INFECTION, ['present', 'possible']),
      noted('an infection', [
        'pneumonia', 'cellulitis', 'abscess*', 'pyelonephritis', 'uti', 'urinary tract infection', 'cholangitis', 'osteomyelitis', 'bacteremia', 'peritonitis', 'fasciitis', 'empyema', 'meningitis', 'endocarditis', 'diverticulitis', 'appendicitis', 'infected', 'wound infection', 'line infection', 'soft tissue infection',
      ], { by: 'provider', except: ['history of', 'prophyla*', 'recent', 'last month', 'treated for'] }),
    ),
    dysfunctionOf([...ORGANS_WITHOUT_LACTATE, measuredThisVisit(LACTATE).above(2)]),
  ),
  met: any(
    hasActive(SEPSIS, 1),
    assessed(SEPSIS, ['present', 'possible', 'absent']),
    all(LACTATE_EXPLAINED, not(dysfunctionOf(ORGANS_WITHOUT_LACTATE))),
    statedInNotes('sepsis that is over', { actions: OVER, objects: NAMES }),
    noted('sepsis, or that it is none', NAMES, {
      by: 'provider', is: 'either',
      except: ['sepsis alert', 'sepsis screen*', 'sepsis protocol', 'sepsis bundle', 'sepsis order*', 'sepsis pathway', 'code sepsis', 'septic arthritis', 'septic joint', 'septic embol*', 'septic bursitis', 'aseptic', 'family history'],
    }),
  ),
  says: {
    open: 'An infection with acute organ dysfunction is documented, and no provider has said whether it is sepsis.',
    met: 'A provider has documented sepsis, or that it is none.',
    outOfScope: 'Only for adults in a hospital stay or emergency visit.',
    notTriggered: 'No infection with a systemic response and organ dysfunction, or with two organ dysfunctions, is documented at this visit.',
  },
  asks: {
    title: 'Clinical significance of findings in a patient with an infection',
    question: "Based on your clinical judgment, please document the condition, if any, that this patient's findings represent.",
    options: [
      { from: 'text', option: 'Sepsis with acute organ dysfunction (please specify the organ dysfunction and the infection)' },
      { from: 'text', option: 'Sepsis without acute organ dysfunction (please specify the infection)' },
      { from: 'when', holds: PRESSORS, options: ['Septic shock (please specify the infection)'] },
      { from: 'text', option: 'Infection without sepsis' },
    ],
  },
  thresholds: {
    responseSigns: { at: ['/trigger/of/1/of/0/of/0/count', '/trigger/of/1/of/2/of/0/count'], unit: 'signs', between: [0, 3] },
    organs: { at: ['/trigger/of/1/of/1/count'], unit: 'organs', between: [1, 4] },
    lactate: { at: ['/trigger/of/1/of/0/of/1/of/4/test/value', '/trigger/of/1/of/1/of/4/test/value'], unit: 'mmol/L', between: [1.5, 4] },
  },
});

/** Of so many organs as the findings show, or of the lung without an infection of its own. */
function dysfunctionOf(organs: readonly Expression[]): Expression {
  return any(
    all(SYSTEMIC_RESPONSE, atLeastOf(1, ...organs.map((organ) => (organ === BRAIN ? all(BRAIN, not(BRAIN_EXPLAINED)) : organ)))),
    atLeastOf(2, ...organs, LUNG),
    all(SYSTEMIC_RESPONSE, LUNG, not(assessed(LUNG_INFECTION, ['present', 'possible']))),
  );
}
