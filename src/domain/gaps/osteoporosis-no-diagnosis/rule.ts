import { HIP_OR_SPINE_FRACTURE, OSTEOPOROSIS, OSTEOPOROSIS_IN_WORDS, OTHER_PATHOLOGICAL_FRACTURE } from '../groups/bone.ts';
import { T_SCORE } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

/** WHO: the lowest of the sites counts; the newest result may be another site's. */
const LOW_DENSITY = any(latest(T_SCORE, 60).atMost(-2.5), measuredThisVisit(T_SCORE).atMost(-2.5));

const LOW_ENERGY = [
  'fragility', 'low-energy', 'low energy', 'low-impact', 'low impact', 'minimal trauma', 'minor trauma', 'atraumatic', 'no trauma', 'without trauma', 'ground-level fall', 'ground level fall', 'standing height', 'from standing', 'glf', 'insufficiency fracture',
  'bent over', 'bending', 'coughing', 'sneez*', 'lifting', 'rolled out of', 'rolling over', 'turning in bed', 'sat down', 'sitting down', 'sat hard', 'felt a crack', 'felt a pop', 'stumbl*', 'tripped', 'slipped', 'lost balance', 'lost her balance', 'lost his balance', 'fell out of bed', 'fell from bed', 'fell getting', 'stepped off a curb', 'making the bed', 'reaching', 'twisting', 'no fall', 'no injury', 'no real blow',
];

const FRAGILITY = noted('a low-energy fracture', ['fragility fracture*', 'fragility fx', 'low-energy fracture', 'low energy fracture', 'low-impact fracture', 'insufficiency fracture*'], { by: 'provider' });
const FRACTURE = any(assessed(HIP_OR_SPINE_FRACTURE), FRAGILITY);

export default defineRule({
  id: 'osteoporosis-no-diagnosis',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 140,
  title: 'T-score of −2.5 or less, or a low-energy fracture, without a bone diagnosis',
  topic: 'osteoporosis-no-diagnosis',
  authority: [
    'WHO criteria (1994): T-score of −2.5 or less',
    'Bone Health and Osteoporosis Foundation, Clinician’s Guide (2022): a low-energy fracture of hip or spine after 50 years is diagnostic',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.13.d.2: fracture with osteoporosis after a minor fall',
  ],
  rationale: 'The next fracture can be prevented where the bone disease is named. The fall may also have been harder than it reads: the provider says which.',
  appliesTo: ageAtLeast(50),
  trigger: any(
    LOW_DENSITY,
    all(
      any(
        FRAGILITY,
        all(
          assessed(HIP_OR_SPINE_FRACTURE),
          noted('a low-energy cause', LOW_ENERGY, { is: 'either' }),
        ),
      ),
      not(any(hasActive(OTHER_PATHOLOGICAL_FRACTURE), documentedInNotes(OTHER_PATHOLOGICAL_FRACTURE), noted('a high-energy cause', ['mvc', 'mva', 'motor vehicle', 'motorcycle', 'ladder', 'roof', 'stairs', 'height of', 'high-energy', 'high energy', 'struck by', 'pedestrian', 'feet', 'horse', 'ski', 'skiing', 'bicycle', 'assault*'], { by: 'provider' }))),
    ),
  ),
  met: any(
    hasActive(OSTEOPOROSIS),
    documentedInNotes(OSTEOPOROSIS_IN_WORDS),
    noted('a bone disease', ['osteopor*', 'osteopenia', 'osteomalacia', 'low bone mass', 'low bone density', 'pathologic fracture', 'pathological fracture', 'paget*', 'multiple myeloma'], { by: 'provider', visit: 'any', except: ['screen*', 'family history', 'mother', 'risk of', 'prevent*'] }),
  ),
  says: {
    open: 'Bone density or a low-energy fracture is as in a bone disease, and no provider has named one.',
    met: 'A bone disease is documented.',
    outOfScope: 'Only for adults from 50 years.',
    notTriggered: 'No T-score of −2.5 or less in 60 months, and no low-energy fracture of hip or spine without another cause at this visit.',
  },
  asks: {
    title: 'Clinical significance of bone density or fracture findings',
    question: "Based on your clinical judgment, please document the condition, if any, that accounts for this patient's findings.",
    options: [
      { from: 'when', holds: FRACTURE, options: ['Osteoporosis with current pathological fracture (please specify the site)', 'Traumatic fracture without osteoporosis'] },
      { from: 'when', holds: not(FRACTURE), options: ['Osteoporosis without current pathological fracture (please specify the type)'] },
      { from: 'when', holds: LOW_DENSITY, options: ['Low bone density without osteoporosis'] },
    ],
  },
  thresholds: { tScore: { at: ['/trigger/of/0/of/0/test/value', '/trigger/of/0/of/1/test/value', '/asks/options/2/holds/of/0/test/value', '/asks/options/2/holds/of/1/test/value'], unit: '{T-score}', between: [-3.5, -2] } },
});
