import type { CodeSet } from '../../model/index.ts';
import { cancerHistory } from '../cancer-history.ts';
import type { ChartedDiagnosis } from '../charted.ts';
import type { VisitCode } from '../combine.ts';
import { category, isUnderAny, saysMore } from '../hierarchy.ts';
import { observationCode } from '../newborn.ts';
import { isOneDisease } from '../one-disease.ts';
import type { Statement } from '../statements.ts';

/**
 * Whether a code that the notes support takes the place of a charted one: a combination that holds it, a code that says it and more, the same injury in
 * another phase of treatment, or its sibling (another stage, side, severity, type) of which the notes say nothing.
 */
export function takesThePlace(entry: VisitCode, charted: ChartedDiagnosis, said: readonly Statement[], codeSet: CodeSet): boolean {
  if (entry.replaces.includes(charted.code) || saysMore(entry.code, charted.code, codeSet)) return true;
  if (isSequelaOf(entry.code, charted.code) || observationCode(charted.code) === entry.code) return true;
  if (isOtherPhase(entry.code, charted.code) || isOtherIntent(entry.code, charted.code)) return true;
  if (isExamWithFindings(entry.code, charted.code)) return true;
  const assessed = said.filter((one) => one.assessed);
  if (isSameDisease(entry.code, charted.code, codeSet) && (category(entry.code) !== category(charted.code) || !isSaid(charted.code, assessed))) return true;
  if (isSaid(charted.code, said) || saysMore(charted.code, entry.code, codeSet) || isUnspecified(entry, codeSet)) return false;
  return isSibling(entry.code, charted.code, codeSet);
}

/** One examination, with abnormal findings (ICD-10-CM Guidelines I.C.21.c.13): what the visit is called says nothing of its outcome. */
function isExamWithFindings(stated: string, charted: string): boolean {
  return EXAMS.some(({ normal, abnormal }) => charted === normal && stated === abnormal);
}

const EXAMS: readonly { readonly normal: string; readonly abnormal: string }[] = [
  { normal: 'Z00.00', abnormal: 'Z00.01' }, { normal: 'Z00.129', abnormal: 'Z00.121' }, { normal: 'Z01.419', abnormal: 'Z01.411' }, { normal: 'Z01.00', abnormal: 'Z01.01' }, { normal: 'Z01.10', abnormal: 'Z01.118' },
];

/** Said better, or as what is left of it; general words for it outside the assessment say nothing against that. */
function isSameDisease(stated: string, charted: string, codeSet: CodeSet): boolean {
  return cancerHistory(charted, codeSet)?.code === stated || isOneDisease(stated, charted, codeSet);
}

/** In these words, or in words that may mean it. */
function isSaid(code: string, said: readonly Statement[]): boolean {
  return said.some((one) => one.unusable === null && one.mention.assertion.status === 'present' && (one.code === code || one.alternatives.some((other) => other.code === code)));
}

/** What a stroke left, for the stroke itself (ICD-10-CM Guidelines I.C.9.d): each kind has its own subcategory. */
function isSequelaOf(sequela: string, stroke: string): boolean {
  return STROKES.some(({ left, of }) => isUnderAny(sequela, [left]) && isUnderAny(stroke, [of]));
}

const STROKES: readonly { readonly left: string; readonly of: string }[] = [
  { left: 'I69.0', of: 'I60' }, { left: 'I69.1', of: 'I61' }, { left: 'I69.2', of: 'I62' }, { left: 'I69.3', of: 'I63' },
];

/** One substance, another intent (sixth character; T36–T65): what the notes state of it stands. */
function isOtherIntent(one: string, other: string): boolean {
  return isUnderAny(one, ['T3', 'T4', 'T5', 'T60', 'T61', 'T62', 'T63', 'T64', 'T65']) && one.length === 8 && other.length === 8 && one.slice(0, 6) === other.slice(0, 6) && one[6] !== other[6];
}

/** The first six characters name the injury, the seventh the phase (ICD-10-CM Guidelines I.C.19.a). */
function isOtherPhase(one: string, other: string): boolean {
  return one.length === 8 && other.length === 8 && one.slice(0, 7) === other.slice(0, 7);
}

/** A word for all of them says nothing against the one that is charted. */
function isUnspecified({ code }: VisitCode, codeSet: CodeSet): boolean {
  return /\bunspecified\b/i.test(codeSet.entry(code)?.title ?? '');
}

/** Under one header whose codes exclude each other: a patient has one stage, one severity, one side where no other is said. */
function isSibling(one: string, other: string, codeSet: CodeSet): boolean {
  const [a, b] = [codeSet.entry(one), codeSet.entry(other)];
  if (a === undefined || b === undefined || a.parent === null || a.parent !== b.parent || a.parent.length <= 3) return false;
  return EXCLUSIVE.test(`${a.title} | ${b.title}`);
}

/** What sibling titles differ in where only one of them can be true of a patient at a visit. */
const EXCLUSIVE = /\bstage\b|\bgrade\b|\bclass\b|\b(?:mild|moderate|severe|intermittent|persistent)\b|\b(?:acute|chronic)\b|\btrimester\b|\b(?:right|left|bilateral)\b|\bsingle episode|recurrent|\bin (?:partial |full |early |sustained )?remission|\b(?:diet|insulin|oral hypoglycemic)[- ]?\w* ?controlled|\bcontrolled by|\bwith(?:out)? (?:intractable|hypoxia|abnormal findings)|\bopen|closed|displaced|\bof (?:face|trunk|flank|groin|abdominal wall|back|chest|buttock)/i;
