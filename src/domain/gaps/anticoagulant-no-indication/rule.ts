import { ORAL_ANTICOAGULANTS } from '../drugs/long-term.ts';
import { ANTICOAGULANT_INDICATION } from '../groups/drug-indications.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

/** As clinicians write them; "PE" and "HIT" are left to the reading of the whole note, since they also begin an examination or a fall. */
const REASONS = [
  'atrial fib*', 'a-fib', 'a fib', 'afib', 'af', 'paf', 'a flutter', 'a-flutter', 'aflutter', 'atrial flutter', 'dvt', 'dvts', 'vte', 'pulmonary embol*', 'deep vein', 'deep venous', 'venous thrombo*', 'thromboembol*', 'thrombus', 'thrombosis', 'thrombophlebitis',
  'blood clot*', 'clot in', 'clots in', 'mechanical valve', 'mechanical mitral', 'mechanical aortic', 'mechanical avr', 'mechanical mvr', 'valve replacement', 'prosthetic valve', 'bioprosthetic', 'tavr', 'bileaflet', 'st. jude', 'mitral stenosis', 'factor v', 'antiphospholipid', 'lupus anticoagulant', 'thrombophilia', 'hypercoagulab*',
  'protein c', 'protein s', 'prothrombin gene', 'lvad', 'fontan', 'cteph', 'peripheral artery disease', 'claudication', 'arterial embol*', 'knee replacement', 'hip replacement', 'tka', 'tha', 'tkr', 'arthroplasty', 'cardioembolic', 'ivc filter', 'lv thrombus', 'kawasaki',
];

/** However long ago. */
const VALVES = ['mechanical valve', 'mechanical mitral', 'mechanical aortic', 'mechanical avr', 'mechanical mvr', 'bileaflet', 'st. jude', 'st jude', 'on-x', 'starr-edwards', 'bjork-shiley', 'prosthetic valve', 'valve replacement', 'bioprosthetic'];

export default defineRule({
  id: 'anticoagulant-no-indication',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 120,
  title: 'An oral anticoagulant without a documented indication',
  topic: 'anticoagulant-no-indication',
  authority: [
    'ACC/AHA/ACCP/HRS atrial fibrillation guideline (2023)',
    'CHEST, antithrombotic therapy for venous thromboembolism (2021)',
    'ACC/AHA valvular heart disease guideline (2020)',
    'ICD-10-CM Official Guidelines FY2027 (2026), III: a treated condition is reported where the provider documents it',
  ],
  rationale: 'A drug that makes bleed needs its reason in the record: how long it is to go on, and whether it may be stopped, hangs on it.',
  appliesTo: EVERY_VISIT,
  trigger: taking('an oral anticoagulant', ORAL_ANTICOAGULANTS),
  met: any(
    hasActive(ANTICOAGULANT_INDICATION),
    documentedInNotes(ANTICOAGULANT_INDICATION),
    assessed(ANTICOAGULANT_INDICATION, ['present', 'possible', 'historical']),
    noted('a reason for anticoagulation', REASONS, { by: 'provider', visit: 'any', except: ['dvt prophylaxis', 'dvt ppx', 'vte prophylaxis', 'vte ppx'] }),
    statedInNotes('a valve put in', { actions: VALVES, objects: VALVES }),
    statedInNotes('prevention of clots with the drug', { actions: ['prophylaxis', 'ppx', 'prevent*', 'post-op', 'postop*'], objects: ORAL_ANTICOAGULANTS }),
  ),
  says: {
    open: 'An oral anticoagulant is taken, and no provider has said what for.',
    met: 'What the anticoagulant is for is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No oral anticoagulant is taken.',
  },
  asks: {
    title: 'Indication for oral anticoagulation',
    question: 'Based on your clinical judgment, please document the condition for which this patient takes the anticoagulant cited.',
    options: [],
  },
  thresholds: {},
});
