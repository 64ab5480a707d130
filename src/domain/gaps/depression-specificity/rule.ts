import { ANTIDEPRESSANTS } from '../drugs/mood.ts';
import { DEPRESSION_SPECIFIERS, DEPRESSION_WORDS, SPECIFIED_DEPRESSION } from '../groups/mood.ts';
import { PHQ9, PHQA } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const ON_THERAPY = any(
  taking('an antidepressant', ANTIDEPRESSANTS), orderedThisVisit('an antidepressant', ANTIDEPRESSANTS),
  noted('psychotherapy', ['psychotherapy', 'cbt', 'cognitive behavioral', 'behavioral activation', 'interpersonal therapy', 'tms', 'ect', 'ketamine', 'esketamine', 'in therapy', 'talk therapy', 'weekly therapy', 'therapist', 'sees a counselor']),
  statedInNotes('a drug for depression', { actions: DEPRESSION_WORDS, objects: ANTIDEPRESSANTS }),
);

/** Of the depression, not of the blood pressure two lines above. */
const RESPONSE = noted('the response to treatment', [...DEPRESSION_WORDS, ...ANTIDEPRESSANTS], {
  by: 'provider',
  beside: ['partial response', 'partially', 'not at goal', 'worse', 'worsened', 'worsening', 'uncontrolled', 'not controlled', 'poorly controlled', 'persistent', 'increase*', 'titrate*', 'augment*', 'switch*', 'inadequate', 'struggl*', 'not improving', 'not improved', 'still', 'relapse*', 'flare', 'symptomatic', 'breakthrough'],
});
const SYMPTOMS = noted('symptoms of depression', ['still depressed', 'low mood', 'depressed mood', 'anhedonia', 'tearful', 'flat affect', 'suicidal ideation', 'hopeless*', 'crying spells'], { by: 'provider' });

export default defineRule({
  id: 'depression-specificity',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 216,
  title: 'Depression under treatment, documented without severity or episode',
  topic: 'depression-specificity',
  authority: [
    'DSM-5-TR (2022), major depressive disorder: single or recurrent episode, current severity, remission',
    'ICD-10-CM FY2027 (2026): F32.A, F32.9 and F33.9 say neither severity nor remission',
    'Kroenke, Spitzer and Williams (2001): PHQ-9 mild from 5, moderate from 10, moderately severe from 15, severe from 20',
  ],
  rationale: 'Treatment goes by severity and course; the score supports them, and only a provider says them.',
  appliesTo: ageAtLeast(11),
  trigger: all(
    noted('depression', DEPRESSION_WORDS, { by: 'provider', except: ['postpartum depression', 'st depression', 'family history', 'respiratory depression', 'screen*', 'history of depression'] }),
    ON_THERAPY,
    any(latest(PHQ9, 6).atLeast(5), latest(PHQA, 6).atLeast(5), RESPONSE, SYMPTOMS),
  ),
  met: any(
    assessed(SPECIFIED_DEPRESSION, ['present', 'possible', 'historical']),
    noted('severity, episode or course', DEPRESSION_WORDS, { by: 'provider', is: 'either', beside: DEPRESSION_SPECIFIERS }),
    statedInNotes('severity left open by the provider', { actions: DEPRESSION_WORDS, objects: ['unable to determine', 'severity unclear', 'severity not', 'cannot be specified', 'to be determined', 'pending evaluation'] }),
  ),
  says: {
    open: 'Depression is documented and treated, and neither severity nor course is said.',
    met: 'Severity, course or another kind of depression is documented.',
    outOfScope: 'Only from 11 years.',
    notTriggered: 'No provider speaks of depression at this encounter as treated and with symptoms.',
  },
  asks: {
    title: 'Severity and course of documented depression',
    question: 'Depression is documented and treated. Based on your clinical judgment, please document its type, episode and current severity or remission, if they can be specified.',
    options: [
      { from: 'bands', measurement: PHQ9, of: 'newest', bands: [
        { atLeast: 5, below: 10, options: ['Major depressive disorder, single episode, mild', 'Major depressive disorder, recurrent, mild', 'Major depressive disorder, in partial remission (please specify single episode or recurrent)'] },
        { atLeast: 10, below: 15, options: ['Major depressive disorder, single episode, moderate', 'Major depressive disorder, recurrent, moderate'] },
        { atLeast: 15, below: 20, options: ['Major depressive disorder, single episode, moderate', 'Major depressive disorder, recurrent, moderate', 'Major depressive disorder, single episode, severe without psychotic features', 'Major depressive disorder, recurrent, severe without psychotic features'] },
        { atLeast: 20, below: 28, options: ['Major depressive disorder, single episode, severe without psychotic features', 'Major depressive disorder, recurrent, severe without psychotic features'] },
      ] },
      { from: 'when', holds: not(latest(PHQ9, 6).atLeast(5)), options: ['Major depressive disorder (please specify episode and severity)'] },
      { from: 'text', option: 'Another depressive disorder (please specify)' },
    ],
  },
  thresholds: {
    phq9: { at: ['/trigger/of/2/of/0/test/value'], unit: '{score}', between: [5, 20] },
  },
});
