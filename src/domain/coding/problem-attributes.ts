import type { Attribute, CodeSet, Composer, ConceptId, Mention, Token } from '../model/index.ts';
import { tokenize } from '../text/tokens.ts';
import { isUnderAny } from './hierarchy.ts';
import type { ProblemSentence } from './problem-sentences.ts';

/** A condition as it is named. */
export interface Named {
  readonly concept: ConceptId;
  readonly code: string;
  /** What is said beside its name: outweighs what is told below. */
  readonly attributes: readonly Attribute[];
}

/**
 * What the sentences under a problem's title say along the axes of its codes ("Asthma. By her symptoms this is moderate persistent"),
 * with what is said beside its name. One list; two where each side is told of by itself. Two values of an axis that has one at a time
 * leave it open (ICD-10-CM Guidelines I.B.2, I.B.13).
 */
export function attributesOfProblem(named: Named, text: string, sentences: readonly ProblemSentence[], composer: Composer, codeSet: CodeSet): readonly (readonly Attribute[])[] {
  const told = sentences.flatMap((sentence) => bySide(attributesOf(sentence, named, text, composer, codeSet)));
  if (told.length === 0) return [named.attributes];
  const shared = told.filter(({ side }) => side === null).flatMap(({ attributes }) => attributes);
  const sides = [...new Set(told.flatMap(({ side }) => side ?? []))];
  const ofSide = (side: string): readonly Attribute[] => told.filter((one) => one.side === side).flatMap(({ attributes }) => attributes);
  const own = named.attributes.find(({ axis }) => axis === 'laterality')?.value;
  if (sides.length === 2 && (own === undefined || own === 'bilateral')) {
    return ['right', 'left'].map((side) => agreed(named.attributes.filter(({ axis }) => axis !== 'laterality'), [...shared, ...ofSide(side)]));
  }
  return [agreed(named.attributes, [...shared, ...sides.flatMap(ofSide)])];
}

/** Axes along which later sentences may speak of a condition without its name; a site or cause there may belong to anything. */
const AXES: ReadonlySet<string> = new Set(['laterality', 'acuity', 'severity', 'persistence', 'type', 'stage', 'degree', 'class', 'control', 'episode', 'remission', 'with', 'kind']);
/** Nouns: they need no word after them that tells of what they are said. */
const NOUNS: ReadonlySet<string> = new Set(['with', 'kind']);

function attributesOf({ start, end, names, own }: ProblemSentence, { concept, code, attributes }: Named, text: string, composer: Composer, codeSet: CodeSet): readonly Attribute[] {
  const words = text.slice(start, end);
  const tokens = tokenize(words);
  const axes = new Set(attributes.filter(({ axis }) => axis !== 'with' && axis !== 'kind').map(({ axis }) => axis));
  const found = composer.attributesIn({ text: words, tokens, concept, code }, codeSet).filter(({ axis }) => AXES.has(axis));
  return found.filter((one) => (!axes.has(one.axis) || one.axis === 'laterality') && isAsserted(one, found, tokens, words, own === true))
    .map((one) => ({ ...one, start: one.start + start, end: one.end + start, reported: true })).filter((one) => !names.some((other) => isTaken(one, other, code)));
}

/** It is a part of another condition's name, or said of it; or of this one where it is not stated. */
function isTaken(one: Attribute, { start, end, codes, attributes, assertion }: Mention, code: string): boolean {
  if (codes[0] !== undefined && isOneDisease(codes[0], code) && assertion.status === 'present') return false;
  return (start < one.end && one.start < end && end - start > one.end - one.start) || attributes.some((other) => other.start < one.end && one.start < other.end);
}

function isOneDisease(one: string, other: string): boolean {
  return one.slice(0, 3) === other.slice(0, 3) || (isUnderAny(one, DEMENTIA) && isUnderAny(other, DEMENTIA));
}

/** The categories differ by the cause alone. */
const DEMENTIA = ['F01', 'F02', 'F03'];

const BEFORE = 4;
/** Before it, these say that it is not so, or was. */
const UNDOING: ReadonlySet<string> = new Set(['no', 'not', 'without', 'denies', 'denied', 'never', 'negative', 'neither', 'nor', 'from', 'was', 'were', 'previously', 'formerly', 'initially', 'than', 'less', 'more', 'near', 'almost', 'resolved', 'versus', 'vs', 'or', 'possible', 'possibly', 'probably', 'likely', 'prior', 'past', 'last', 'watched', 'watching', 'monitored', 'monitoring', 'screened', 'screening']);
/** After it, these may follow where it is said of the condition, and not of what stands next. */
const FOLLOWING: ReadonlySet<string> = new Set(['stage', 'stages', 'degree', 'severity', 'episode', 'course', 'form', 'type', 'disease', 'attack', 'flare', 'exacerbation', 'phase', 'and', 'in', 'with', 'but', 'now', 'at', 'on', 'to', 'as', 'for', 'by', 'since', 'today', 'currently', 'again', 'this', 'that', 'which', 'only', 'side', 'sided', 'eye', 'eyes', 'ear', 'ears', 'is', 'it', 'also', 'without', 'despite', 'overall', 'because', 'so', 'per', 'due', 'after', 'of', 'has', 'she', 'he']);

function isAsserted(one: Attribute, all: readonly Attribute[], tokens: readonly Token[], words: string, isOwn: boolean): boolean {
  const at = tokens.findIndex(({ start }) => start >= one.start);
  if (tokens.slice(Math.max(0, at - BEFORE), at).some(({ norm }, place, before) => UNDOING.has(norm) && !before.slice(place + 1).some((later) => RESTORING.has(later.norm)))) return false;
  const after = tokens.find(({ start }) => start >= one.end);
  if (isOwn || NOUNS.has(one.axis) || after === undefined || FOLLOWING.has(after.norm)) return true;
  return /[.,;:()]/.test(words.slice(one.end, after.start)) || all.some((other) => other !== one && other.start === after.start);
}

/** "Has come down from severe and *is now* of moderate degree". */
const RESTORING: ReadonlySet<string> = new Set(['now', 'is', 'currently', 'but']);

interface OfSide {
  readonly side: string | null;
  readonly attributes: readonly Attribute[];
}

/** "The right is moderate, the left severe": what follows the name of a side is said of it, up to the next. */
function bySide(attributes: readonly Attribute[]): readonly OfSide[] {
  const sides = attributes.filter(({ axis, value }) => axis === 'laterality' && (value === 'right' || value === 'left'));
  if (attributes.length === 0) return [];
  if (new Set(sides.map(({ value }) => value)).size < 2) return [{ side: sides[0]?.value ?? null, attributes }];
  return sides.map(({ value, start }, index) => ({ side: value, attributes: attributes.filter((one) => one.start >= start && one.start < (sides[index + 1]?.start ?? Infinity)) }));
}

/** What is said beside the name, and of what is told below each axis on which it agrees. */
function agreed(own: readonly Attribute[], told: readonly Attribute[]): readonly Attribute[] {
  const values = new Map<string, Set<string>>();
  for (const { axis, value } of told) values.set(axis, (values.get(axis) ?? new Set()).add(value));
  const several = new Set(['with', 'kind']);
  const kept = told.filter(({ axis, value }) => several.has(axis) || [...(values.get(axis) ?? [])].every((other) => value === other || value.includes(other)));
  const first = kept.filter((one, place) => kept.findIndex((other) => other.axis === one.axis && other.value === one.value) === place);
  return [...own, ...first.filter(({ axis, value }) => !own.some((one) => one.axis === axis && (one.value === value || !several.has(axis))))];
}
