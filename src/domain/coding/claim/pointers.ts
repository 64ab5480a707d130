import type { DraftDiagnosis, Evidence, Suggestion } from '../../model/index.ts';
import { AS_THE_VISIT, EXAMINATION_VISITS, NOT_WHAT_A_VISIT_TREATS, SERVICE_DIAGNOSES } from '../services/service-diagnoses.ts';
import { isAmong, placeAmong } from './code-ranges.ts';

/** 837P and CMS-1500 item 24E. */
export const MOST_POINTERS = 4;

/** What a line is done for. */
export interface Pointed {
  readonly code: string;
  readonly title: string;
  readonly modifiers: readonly string[];
  readonly evidence: readonly Evidence[];
}

/**
 * The diagnoses that a visit treats, in the order of the claim. One billed for the examination itself points to its Z code first (I.C.21.c.13);
 * the visit for a problem beside it to the others.
 */
export function visitPointers(code: string, diagnoses: readonly DraftDiagnosis[], besideExamination: boolean): readonly number[] {
  const treated = diagnoses.filter((diagnosis) => placeAmong(NOT_WHAT_A_VISIT_TREATS, diagnosis.code) === -1);
  const others = treated.filter((diagnosis) => !isOfExamination(diagnosis));
  if (isAmong(EXAMINATION_VISITS[0], code)) return sequences([...treated.filter(isOfExamination), ...others]);
  if (besideExamination && others.length > 0) return sequences(others);
  return sequences(treated.length > 0 ? treated : diagnoses);
}

function isOfExamination({ code }: DraftDiagnosis): boolean {
  return placeAmong(EXAMINATION_VISITS[1], code) !== -1;
}

/**
 * The diagnoses that a service is done for: those of its table row, on its side, and of these the ones that the record's words for it name; without a
 * row, the ones that the words name; else the only problem of the visit. Empty: cannot tell.
 */
export function servicePointers(service: Pointed, diagnoses: readonly DraftDiagnosis[], suggestions: readonly Suggestion[]): readonly number[] {
  const row = SERVICE_DIAGNOSES.find(([services]) => isAmong(services, service.code));
  if (row?.[1] === AS_THE_VISIT) return visitPointers(service.code, diagnoses, false);
  const onSide = diagnoses.filter(({ title }) => isOnSide(title, service.modifiers));
  const said = wordsOf([service.title, ...quotesOf(service.evidence)].join(' '));
  const named = (among: readonly DraftDiagnosis[]) => among.filter((diagnosis) => ownWords(diagnosis, suggestions).some((word) => said.has(word)));
  if (row !== undefined) {
    const fitting = onSide.filter(({ code }) => placeAmong(row[1], code) !== -1).toSorted((a, b) => placeAmong(row[1], a.code) - placeAmong(row[1], b.code));
    const best = named(fitting);
    if (fitting.length > 0) return sequences(best.length > 0 ? best : fitting);
  }
  const problems = onSide.filter(({ code }) => !/^[V-Z]/.test(code));
  const byWords = named(problems);
  if (byWords.length > 0) return sequences(byWords);
  return problems.length === 1 && row === undefined ? sequences(problems) : [];
}

function sequences(diagnoses: readonly DraftDiagnosis[]): readonly number[] {
  return diagnoses.slice(0, MOST_POINTERS).map(({ sequence }) => sequence);
}

function isOnSide(title: string, modifiers: readonly string[]): boolean {
  const [right, left] = [/\bright\b/i.test(title), /\bleft\b/i.test(title)];
  if (right === left) return true;
  return !(modifiers.includes('RT') && left) && !(modifiers.includes('LT') && right);
}

function quotesOf(evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap((one) => (one.kind === 'quote' ? [one.quote] : one.kind === 'fact' ? [one.label] : []));
}

/** Of its title, and as the record says it. */
function ownWords({ code, title }: DraftDiagnosis, suggestions: readonly Suggestion[]): readonly string[] {
  const said = suggestions.filter((one) => one.code === code).flatMap(({ evidence }) => evidence).flatMap((one) =>
    (one.kind === 'quote' ? one.marks.map(({ start, end }) => one.quote.slice(start - one.start, end - one.start)) : []));
  return [...wordsOf([title, ...said].join(' '))];
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !SAYS_NO_PROBLEM.has(word)).map((word) => word.replace(/s$/, '')));
}

/** Words that many titles share, and that name neither a disease nor a place. */
const SAYS_NO_PROBLEM: ReadonlySet<string> = new Set(('acute chronic unspecified other specified with without type disease disorder initial encounter subsequent primary secondary left right '
  + 'bilateral first each further simple single several given performed done today patient tolerated under into from beneath more than site pain drug injection injected test').split(' '));
