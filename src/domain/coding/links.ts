import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** What a code or a part of a combination rests on. */
interface Stated {
  readonly code: string;
  readonly statements: readonly Statement[];
}

/**
 * True where the provider's words say that the two conditions have nothing to do with each other: what the classification presumes
 * of them then does not hold (ICD-10-CM Guidelines I.A.15).
 */
export function isSaidUnrelated(one: Stated, other: Stated): boolean {
  return deniesLink(one, nameOf(other.code)) || deniesLink(other, nameOf(one.code));
}

/** True where a sentence says of the effect that it is due to the cause ("anemia due to colon cancer", "lymphoma-related anemia"). */
export function isSaidCausedBy(effect: Stated, cause: Stated): boolean {
  return inOneSentence(effect, cause).some(([one, other]) => areLinked(one, other));
}

/** True where a sentence says that the cause came with the effect ("sepsis with acute kidney injury", "complicated by"). */
export function isSaidCausing(cause: Stated, effect: Stated): boolean {
  return inOneSentence(cause, effect).some(([one, other]) => {
    if (other.mention.start < one.mention.end) return false;
    const between = one.note.text.slice(one.mention.end, other.mention.start);
    return between.length <= LONGEST_LINK && COMES_WITH.test(between) && !/\b(?:not|nor|no|without|unrelated)\b|[.;]/i.test(between);
  });
}

/** Pairs that stand in one sentence; of a sentence that repeats a name over and over, the first few. */
function inOneSentence(one: Stated, other: Stated): readonly (readonly [Statement, Statement])[] {
  const bySentence = new Map<string, Statement[]>();
  for (const statement of other.statements) {
    const key = `${statement.note.id} ${statement.mention.sentence}`;
    const known = bySentence.get(key) ?? [];
    if (known.length < MOST_A_SENTENCE) bySentence.set(key, [...known, statement]);
  }
  return one.statements.flatMap((statement) => (bySentence.get(`${statement.note.id} ${statement.mention.sentence}`) ?? []).map((found) => [statement, found] as const));
}

const MOST_A_SENTENCE = 6;

/** How a note calls the conditions that others are presumed to come from. */
const NAMES: readonly { readonly of: readonly string[]; readonly name: RegExp }[] = [
  { of: ['I10', 'I11', 'I12', 'I13', 'I15'], name: /\b(?:hypertensi\w+|HTN|(?:high )?blood pressure|BP)\b/i },
  { of: ['E08', 'E09', 'E10', 'E11', 'E13'], name: /\b(?:diabet\w+|T[12]?DM\w*|DM ?[12]?|glucose|sugars?)\b/i },
  { of: ['I50'], name: /\b(?:heart failure|cardiac failure|CHF|HF(?:[rp]EF)?)\b/i },
  { of: ['N18'], name: /\b(?:CKD|ESRD|kidneys?|renal)\b/i },
  { of: ['I25', 'I20'], name: /\b(?:CAD|coronary|angina|heart)\b/i },
];

function nameOf(code: string): RegExp | null {
  return NAMES.find(({ of }) => isUnderAny(code, of))?.name ?? null;
}

const UNRELATED = /\b(?:unrelated to|(?:not|never|neither) (?:\w+ ){0,2}?(?:due to|related to|secondary to|attribut\w+ to|caused by|from|because of|a (?:complication|result|consequence) of|explained by|thought to be (?:due to|from))|independent(?:ly)? of|separate from|no relation(?:ship)? to|has nothing to do with)\b/gi;
/** UTF-16 units after those words in which the other condition is named. */
const NEAR = 60;
const NON_DIABETIC = /\b(?:non-?|not (?:a |an )?)(diabetic|hypertensive)\b/i;

function deniesLink({ statements }: Stated, name: RegExp | null): boolean {
  if (name === null) return false;
  return statements.slice(0, MOST_STATEMENTS).some((statement) => passages(statement).some((words) => {
    if (name.test(NON_DIABETIC.exec(words)?.[1] ?? '')) return true;
    return [...words.matchAll(UNRELATED)].some(({ index, 0: said }) => name.test(words.slice(index + said.length, index + said.length + NEAR).split(/[.;]/)[0] ?? ''));
  }));
}

/** UTF-16 units on either side of the name that are looked at. */
const AROUND = 240;
const MOST_STATEMENTS = 40;

/** The sentence, and what is told beneath it where it is a problem's title. */
function passages({ words, at, told, note }: Statement): readonly string[] {
  return [words.slice(Math.max(0, at - AROUND), at + AROUND), ...told.map(({ start, end }) => note.text.slice(start, end))];
}

const DUE = /^\W*(?:[\w%-]+ ){0,3}?\(?(?:due to|secondary to|2\/2|caused by|because of|resulting from|as a result of|from|related to|associated with|attribut\w+ to|of|in)\b/i;
const COMES_WITH = /\b(?:with|complicated by|c\/b|causing|leading to|resulting in|manifest(?:ed|ing) (?:by|as))\b/i;
const INDUCED = /^[- ](?:related|associated|induced)\s*$/i;
/** UTF-16 units that lie between effect and cause at most. */
const LONGEST_LINK = 80;

function areLinked(effect: Statement, cause: Statement): boolean {
  const { text } = effect.note;
  if (cause.mention.start >= effect.mention.end) {
    const between = text.slice(effect.mention.end, cause.mention.start);
    return between.length <= LONGEST_LINK && DUE.test(`${between} `) && !/\b(?:not|nor|unlikely|rather than|unrelated)\b|[.;]/i.test(between);
  }
  return effect.mention.start >= cause.mention.end && INDUCED.test(text.slice(cause.mention.end, effect.mention.start));
}
