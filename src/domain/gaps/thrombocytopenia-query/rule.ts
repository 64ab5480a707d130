import { PREGNANCY } from '../code-groups.ts';
import { PLATELET_NAMES, THROMBOCYTOPENIA, THROMBOCYTOPENIA_NAMED, THROMBOCYTOPENIA_WORDS } from '../groups/blood.ts';
import { EXPLAINING, SAID, WATCHING } from '../groups/explaining.ts';
import { PLATELETS } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { count } from '../operators/count.ts';
import { hasActive } from '../operators/has-active.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const ATTENTION = any(
  statedInNotes('attention to the platelets', {
    actions: [...WATCHING, 'hold', 'held', 'holding', 'stop*', 'transfus*', 'hit', 'pf4', 'smear', 'hematology', 'refer*', 'work-up', 'workup', 'low', 'dropped', 'drop', 'down', 'falling', 'fell', 'fall', 'nadir', 'avoid*', 'was', 'from', 'stable', 'unchanged', 'still', 'persistent*', 'ultrasound', 'spleen', 'given', 'steroid*', 'dexamethasone', 'prednisone', 'ivig', 'argatroban', 'fondaparinux', 'scds'],
    objects: PLATELET_NAMES,
  }),
  statedInNotes('attention to the counts', {
    actions: ['recheck*', 're-check*', 'repeat*', 'monitor*', 'follow*', 'trend*', 'weekly', 'week', 'weeks', 'month', 'months', 'days', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'delay*', 'postpone*', 'hold', 'held', 'reduce*', 'tomorrow', 'daily'],
    objects: ['cbc', 'cbcs', 'blood count', 'blood counts', 'counts', 'count'],
  }),
  noted('evaluation or treatment of the platelets', ['hit panel', 'hit antibod*', 'hit ab', 'pf4', 'serotonin release*', '4t score', '4ts', 'platelet transfusion*', 'platelets transfused', 'peripheral smear', 'smear', 'hematology', 'heme consult', 'argatroban', 'bivalirudin', 'ivig', 'romiplostim', 'eltrombopag', 'adamts13']),
  noted('a name for the platelets', THROMBOCYTOPENIA_WORDS),
  orderedThisVisit('treatment of the platelets', ['argatroban', 'bivalirudin', 'romiplostim', 'nplate', 'eltrombopag', 'promacta', 'avatrombopag']),
);

export default defineRule({
  id: 'thrombocytopenia-query',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 214,
  title: 'Low platelets that last or are attended to, without a diagnosis',
  topic: 'thrombocytopenia-query',
  authority: [
    'American Society of Hematology (2019) and Neunert and others: thrombocytopenia below 150 × 10⁹/L; immune below 100',
    'ACOG Practice Bulletin 207 (2019): in pregnancy a count down to 100 is mostly gestational',
    'ICD-10-CM Official Guidelines FY2027 (2026), III.B: abnormal findings are not coded unless the provider says what they mean',
  ],
  rationale: 'A low count that changes what is given or followed bears on the encounter; its meaning and cause are the provider’s.',
  appliesTo: measuredThisVisit(PLATELETS).above(0),
  trigger: all(
    measuredThisVisit(PLATELETS).below(150),
    not(all(hasActive(PREGNANCY, 10), not(measuredThisVisit(PLATELETS).below(100)))),
    any(
      all(count(PLATELETS, { withinMonths: 24, results: 2 }).below(150), ATTENTION),
      all(measuredThisVisit(PLATELETS).below(100), any(count(PLATELETS, { withinMonths: 24, results: 2 }).below(100), ATTENTION)),
    ),
  ),
  met: any(
    hasActive(THROMBOCYTOPENIA), assessed(THROMBOCYTOPENIA_NAMED, SAID),
    noted('what the platelets mean', THROMBOCYTOPENIA_WORDS, { by: 'provider', is: 'either' }),
    statedInNotes('an explanation of the platelets', { actions: EXPLAINING, objects: PLATELET_NAMES }),
  ),
  says: {
    open: 'Platelets were low on more than one day or below 100, were attended to at this encounter, and no provider has said what it means.',
    met: 'A provider has said what the platelets mean.',
    outOfScope: 'No platelet count of this encounter.',
    notTriggered: 'Platelets were not below 150 on two days with attention to them, nor below 100 twice or with attention.',
  },
  asks: {
    title: 'Clinical significance of platelet counts',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's platelet counts.",
    options: [
      { from: 'text', option: 'Thrombocytopenia due to a drug (please specify the drug)' },
      { from: 'text', option: 'Thrombocytopenia due to another condition (please specify the condition)' },
      { from: 'text', option: 'Thrombocytopenia, cause not known' },
      { from: 'text', option: 'Low platelet count without clinical significance' },
    ],
  },
  thresholds: {
    platelets: { at: ['/trigger/of/0/test/value', '/trigger/of/2/of/0/of/0/test/value'], unit: '10*3/uL', between: [100, 150] },
    plateletsAlone: { at: ['/trigger/of/2/of/1/of/0/test/value', '/trigger/of/2/of/1/of/1/of/0/test/value'], unit: '10*3/uL', between: [20, 150] },
  },
});
