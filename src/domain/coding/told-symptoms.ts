import type { Chart } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** Of chapter 18 what is a condition in its own right: it is reported where a provider treats it, whatever brought the patient in. */
const IN_THEIR_OWN_RIGHT = ['R13', 'R18', 'R29.6', 'R29.7', 'R33', 'R31', 'R40.2', 'R41.0', 'R47', 'R53.2', 'R54', 'R56', 'R57', 'R62.7', 'R64', 'R65', 'R78.81'];

interface Stated {
  readonly code: string;
  readonly statements: readonly Statement[];
}

/** Symptoms that stand in other chapters (ICD-10-CM Guidelines I.C.18). */
const OF_OTHER_CHAPTERS = ['M25.4', 'M25.5', 'M54.2', 'M54.5', 'M54.6', 'M54.9', 'M79.1', 'M79.6', 'M79.89', 'H57.1', 'H92.0', 'L29.9', 'N64.4', 'K59.00', 'G47.00'];

/**
 * Signs, symptoms and findings with which a stay began or that its course tells, where the summary of the stay makes its diagnoses and does not
 * name them among these (ICD-10-CM Guidelines II.A, III.B: symptoms are not reported where a diagnosis was made, findings not unless
 * the provider says what they mean).
 */
export function isToldOnTheWay({ code, statements }: Stated, others: readonly Stated[], { encounter }: Chart): boolean {
  if ((encounter.setting === 'inpatient' || encounter.setting === 'observation') && isBeforeTheSummary(statements) && others.some((other) => isDiagnosis(other) && other.statements.some(isInSummary))) {
    return isUnderAny(code, OF_OTHER_CHAPTERS) || (code.startsWith('R') && !isUnderAny(code, IN_THEIR_OWN_RIGHT)) || statements.every(isTestResult);
  }
  if (!code.startsWith('R') || isUnderAny(code, IN_THEIR_OWN_RIGHT)) return false;
  if (!statements.every(({ mention }) => mention.section === 'hospital-course')) return false;
  const notes = new Set(statements.map(({ note }) => note));
  return others.some((other) => isDiagnosis(other) && other.statements.some(({ mention, note }) => mention.section === 'discharge-diagnosis' && notes.has(note)));
}

function isDiagnosis({ code }: Stated): boolean {
  return !code.startsWith('R') && !code.startsWith('Z');
}

function isInSummary({ note }: Statement): boolean {
  return note.type === 'discharge';
}

function isBeforeTheSummary(statements: readonly Statement[]): boolean {
  return statements.length > 0 && !statements.some(isInSummary);
}

/** "CT: dilated small bowel": what a picture or a test shows, in the words of who ordered it. */
function isTestResult({ words, at }: Statement): boolean {
  return TEST.test(words.slice(0, at));
}

const TEST = /^\W*(?:(?:repeat|outside|initial|bedside|portable|chest|abdominal|head|pelvic|renal|plain|hip|knee|spine) ){0,2}(?:CT|CTA|CTPA|MRI|MRA|MRCP|US|ultrasound|duplex|x-?rays?|XR|films?|CXR|KUB|echo|TTE|TEE|ECG|EKG|EEG|DXA|UA|labs?|scan)\b[^:.]{0,40}:/i;

export const TOLD_ON_THE_WAY = 'Told in the course of the stay, and not among its diagnoses (ICD-10-CM Guidelines II.A, III.B).';
