import type { Author } from '../model/index.ts';
import { category, isAtOrBelow } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/**
 * Statements that their author took back, each with the statement that corrects it: a later sentence of this visit's notes says that it corrects, and puts the
 * condition on another side or says that it is not there; in an addendum to the same note the second needs no words of correction. A signed correction stands for what it corrects (CMS Program Integrity Manual, chapter 3, 3.3.2.5).
 * Without words of correction two notes that contradict each other both stand: which of them is right is for a person to say.
 */
export function correctedStatements(said: readonly Statement[]): ReadonlyMap<Statement, Statement> {
  const corrections = lastCorrections(said);
  const corrected = new Map<Statement, Statement>();
  if (corrections.size === 0) return corrected;
  for (const one of said) {
    const by = corrections.get(category(one.code))?.find((later) => isBefore(one, later) && isCorrectedBy(one, later));
    if (by !== undefined) corrected.set(one, by);
  }
  return corrected;
}

/** By category, of each code the last that corrects: what an earlier one takes back, the last does too. */
function lastCorrections(said: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const last = new Map<string, Statement>();
  for (const one of said) {
    if (one.unusable !== null || !(isAddendum(one) || CORRECTS.test(one.words))) continue;
    const key = `${one.code} ${one.mention.assertion.status}`;
    const known = last.get(key);
    if (known === undefined || isBefore(known, one)) last.set(key, one);
  }
  const byCategory = new Map<string, Statement[]>();
  for (const one of last.values()) byCategory.set(category(one.code), [...(byCategory.get(category(one.code)) ?? []), one]);
  return byCategory;
}

const CORRECTS = /\b(?:corrections?|corrected|correcting|in error|erroneous(?:ly)?|mistaken(?:ly)?|misstated|should (?:read|say|have (?:read|said|been))|i (?:wrote|meant|dictated)|disregard|retract(?:s|ed)?|withdraw[ns]?|amend(?:ed|ment)?|strike)\b/i;

/** Between two providers it is no correction: the attending is asked. */
function isBefore({ note, mention }: Statement, later: Statement): boolean {
  if (note.id === later.note.id) return mention.start < later.mention.start;
  if (!isSameAuthor(note.author, later.note.author)) return false;
  return note.date !== null && later.note.date !== null && note.date < later.note.date;
}

export function isSameAuthor(one: Author, other: Author): boolean {
  return one.reference === null || other.reference === null ? one.name !== null && one.name === other.name : one.reference === other.reference;
}

function isAddendum({ mention }: Statement): boolean {
  return mention.section === 'addendum';
}

function isCorrectedBy(one: Statement, later: Statement): boolean {
  const { code, title, mention } = later;
  if (!CORRECTS.test(later.words) && (one.note.id !== later.note.id || mention.assertion.status !== 'absent')) return false;
  if (mention.assertion.status === 'absent') return isAtOrBelow(one.code, code) || isAtOrBelow(code, one.code);
  return mention.assertion.status === 'present' && one.code !== code && withoutSide(one.title) === withoutSide(title) && SIDE.test(title);
}

const SIDE = /\b(?:right|left|bilateral)\b/;

function withoutSide(title: string): string {
  return title.replace(SIDE, '');
}
