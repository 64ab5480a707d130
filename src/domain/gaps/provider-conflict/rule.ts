import { any } from '../operators/any.ts';
import { providersDisagree } from '../operators/providers-disagree.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'provider-conflict',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 110,
  title: 'Two providers of one stay document what cannot both be so',
  topic: 'provider-conflict',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14 and III.B: where documentation conflicts, the attending provider is asked',
    'UHDDS definitions (1985): the attending is responsible for the diagnoses of the stay',
    'AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022): conflicting documentation is a reason to query',
  ],
  rationale: 'Whoever treats the patient next reads both. Only the attending can say which holds; nothing is coded or removed from one side meanwhile.',
  appliesTo: any(settingIs('inpatient'), settingIs('observation'), settingIs('ed')),
  trigger: providersDisagree(),
  met: statedInNotes('a clarification of what conflicts', {
    actions: ['clarif*', 'reconcil*', 'final clinical judgment', 'final determination'],
    objects: ['diagnos*', 'documentation', 'conflict*', 'query', 'consult*', 'nephrology', 'cardiology', 'neurology', 'surgery', 'infectious disease'],
  }),
  says: {
    open: 'Two providers of this stay document readings that exclude each other, and neither takes it back.',
    met: 'The attending has clarified what conflicted.',
    outOfScope: 'Only for stays and emergency visits, where several providers document.',
    notTriggered: 'No two providers of this visit contradict each other.',
  },
  asks: {
    title: 'Conflicting documentation',
    question: 'Providers of this stay document this matter differently, as cited. Based on your clinical judgment as the attending, please clarify which diagnosis, if any, applies.',
    options: [],
  },
  thresholds: {},
});
