import { any } from '../operators/any.ts';
import { noteContradictsItself } from '../operators/note-contradicts-itself.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'same-note-conflict',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 111,
  title: 'One signed note says both that a condition is there and that it is not, or two kinds of it',
  topic: 'same-note-conflict',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14 and III.B: where documentation conflicts, the provider is asked',
    'AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022): conflicting documentation is a reason to query',
  ],
  rationale: 'A note that says both cannot be coded, and the next reader may treat what is no longer there.',
  appliesTo: any(settingIs('office'), settingIs('inpatient'), settingIs('observation'), settingIs('ed')),
  trigger: noteContradictsItself(),
  met: statedInNotes('a clarification of what conflicts', {
    actions: ['clarif*', 'correction', 'corrected', 'i meant', 'in error'],
    objects: ['diagnos*', 'documentation', 'note', 'above', 'assessment', 'results', 'query'],
  }),
  says: {
    open: 'One signed note of this visit says both, and does not resolve it.',
    met: 'The author has clarified what conflicted.',
    outOfScope: 'Only for visits whose setting is known.',
    notTriggered: 'No signed note of this visit contradicts itself.',
  },
  asks: {
    title: 'Conflicting statements within one note',
    question: 'Your note holds both statements cited. Based on your clinical judgment, please clarify which of them, if either, describes this patient at this visit.',
    options: [],
  },
  thresholds: {},
});
