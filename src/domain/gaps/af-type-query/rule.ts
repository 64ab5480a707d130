import { ATRIAL_FIBRILLATION_TREATMENT } from '../drugs/long-term.ts';
import { ATRIAL_FIBRILLATION_WITHOUT_TYPE, ATRIAL_FIBRILLATION_WITH_TYPE } from '../groups/heart-events.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const NAMES = ['atrial fib*', 'a-fib', 'a fib', 'afib', 'a. fib*', 'af', 'fibrillation'];
const CONVERTED = noted('return to sinus rhythm', ['converted', 'cardioverted', 'cardioversion', 'sinus rhythm', 'nsr', 'back in sinus', 'spontaneously converted'], { is: 'affirmed' });

export default defineRule({
  id: 'af-type-query',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 250,
  title: 'Atrial fibrillation without its type',
  topic: 'af-type-query',
  authority: [
    'ACC/AHA/ACCP/HRS atrial fibrillation guideline (2023), 2.2: paroxysmal, persistent, long-standing persistent, permanent',
    'ICD-10-CM FY2027 (2026), I48.0–I48.2 and I48.91; AHA Coding Clinic (2019, second quarter)',
  ],
  rationale: 'Rhythm or rate control and the outlook differ by type; only the provider who knows the course can name it.',
  appliesTo: EVERY_VISIT,
  trigger: all(
    assessed(ATRIAL_FIBRILLATION_WITHOUT_TYPE, ['present']),
    noted('atrial fibrillation', NAMES, { by: 'provider', except: ['family history', 'no known', 'screen*'] }),
    any(assessed(ATRIAL_FIBRILLATION_WITHOUT_TYPE, []), taking('treatment of atrial fibrillation', ATRIAL_FIBRILLATION_TREATMENT)),
    not(noted('atrial fibrillation', NAMES, { by: 'provider', is: 'denied' })),
    not(statedInNotes('atrial fibrillation taken back', { actions: ['entered in error', 'artifact', 'ruled out', 'misread', 'not atrial fibrillation', 'not af', 'no recurrence', 'without recurrence', 'never recurred'], objects: [...NAMES, 'strip*', 'telemetry'] })),
  ),
  met: any(
    hasActive(ATRIAL_FIBRILLATION_WITH_TYPE),
    documentedInNotes(ATRIAL_FIBRILLATION_WITH_TYPE),
    statedInNotes('the type of atrial fibrillation', { actions: ['paroxysmal', 'persistent', 'permanent', 'chronic', 'longstanding', 'long-standing'], objects: NAMES }),
    noted('paroxysmal atrial fibrillation', ['paf', 'pafib'], { by: 'provider', visit: 'any' }),
  ),
  says: {
    open: 'Atrial fibrillation is documented at this visit, and no provider has said of which type.',
    met: 'The type of atrial fibrillation is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No atrial fibrillation without its type is documented and charted or treated at this visit.',
  },
  asks: {
    title: 'Specificity of documented atrial fibrillation',
    question: "Based on your clinical judgment, please document the type of this patient's atrial fibrillation.",
    options: [
      { from: 'text', option: 'Paroxysmal atrial fibrillation' },
      { from: 'text', option: 'Persistent atrial fibrillation (please specify if long-standing)' },
      { from: 'when', holds: not(CONVERTED), options: ['Permanent atrial fibrillation'] },
      { from: 'text', option: 'Atrial fibrillation without a type that can be named yet' },
    ],
  },
  thresholds: {},
});
