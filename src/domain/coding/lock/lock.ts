import type { CodeSet, PrecheckFinding, Suggestion } from '../../model/index.ts';
import { placeOf, sequenced } from '../sequence/sequenced.ts';
import type { SequenceContext } from '../sequence/precedence.ts';
import { ageConflict, type AgeRange } from './age.ts';
import { conflictFinding, withoutConflicts } from './conflicts.ts';
import { invalidBecause } from './validity.ts';

/** What the lock knows of the visit. */
export interface LockContext extends SequenceContext {
  /** The release in force on the day of service (of discharge, inpatient). */
  readonly codeSet: CodeSet;
  /** The other loaded releases: a code of one of these is told apart from a code that there never was. */
  readonly otherReleases: readonly CodeSet[];
  /** Null: not known, and no age speaks against a code. */
  readonly age: AgeRange | null;
}

export interface RefusedSuggestion {
  readonly suggestion: Suggestion;
  /** For a person. */
  readonly why: string;
}

export interface Locked {
  /** Removals and specifications as they came; additions in the order in which they are reported. */
  readonly allowed: readonly Suggestion[];
  readonly refused: readonly RefusedSuggestion[];
  /** Questions for a person: two codes that exclude each other, unless they are unrelated. Never an automatic deletion. */
  readonly findings: readonly PrecheckFinding[];
}

/**
 * The last step before suggestions leave: nothing passes that is not valid for the day of service (it exists, is billable, has its seventh
 * character and placeholders), speaks against the patient's age, would have a manifestation reported without its etiology, or is excluded by
 * a better supported suggestion (Excludes1). What is charted is never touched: it becomes a finding.
 * @param charted codes that this encounter carries, with the dot
 */
export function lockCodes(suggestions: readonly Suggestion[], charted: readonly string[], context: LockContext): Locked {
  const refused: RefusedSuggestion[] = [];
  const valid = suggestions.filter((suggestion) => {
    const why = refusedBecause(suggestion, context);
    if (why !== null) refused.push({ suggestion, why });
    return why === null;
  });
  const standing = standingCodes(valid, charted);
  const { kept, dropped } = withoutConflicts(valid, context.instructions, context.codeSet);
  for (const { suggestion, beside, finding } of dropped) refused.push({ suggestion, why: `${finding.says} ${beside} is better supported. ${finding.fix}` });
  const alone = withoutEtiology(kept, standing, context);
  for (const suggestion of alone) refused.push({ suggestion, why: `${suggestion.code} is a manifestation, and nothing is reported that could come before it (ICD-10-CM Guidelines I.A.13).` });
  const allowed = kept.filter((one) => !alone.includes(one));
  const additions = allowed.filter(isAddition);
  const inOrder = new Map(sequenced(additions, context).map((one, place) => [additions[place], one]));
  return {
    allowed: allowed.map((one) => inOrder.get(one) ?? one),
    refused,
    findings: [...dropped.map(({ finding }) => finding), ...againstCharted(allowed, standing, context)],
  };
}

/** Procedures and visit codes are checked where they are made; a removal may name any code that is charted. */
function isDiagnosis({ action, system }: Suggestion): boolean {
  return system === 'icd-10-cm' && action !== 'remove';
}

function isAddition(suggestion: Suggestion): boolean {
  return suggestion.action === 'add' && isDiagnosis(suggestion);
}

function refusedBecause(suggestion: Suggestion, { codeSet, otherReleases, age, edits }: LockContext): string | null {
  if (!isDiagnosis(suggestion)) return null;
  const invalid = invalidBecause(suggestion.code, codeSet, otherReleases);
  if (invalid !== null) return `${invalid.says} (${invalid.authority})`;
  const tooYoungOrOld = ageConflict(suggestion.code, age, edits);
  return tooYoungOrOld === null ? null : `${tooYoungOrOld} (CMS Medicare Code Editor, edit 3)`;
}

/** Charted, and neither removed nor replaced by what is suggested. */
function standingCodes(suggestions: readonly Suggestion[], charted: readonly string[]): readonly string[] {
  const gone = new Set(suggestions.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from === undefined ? [] : [from])));
  return charted.filter((code) => !gone.has(code));
}

/** Manifestations where the visit has nothing that may be reported before them. */
function withoutEtiology(kept: readonly Suggestion[], standing: readonly string[], context: LockContext): readonly Suggestion[] {
  const diagnoses = kept.filter(isDiagnosis);
  const manifestations = diagnoses.filter(({ code }) => context.edits?.isManifestation(code) === true);
  if (manifestations.length === 0) return [];
  const charted = standing.filter((code) => invalidBecause(code, context.codeSet) === null);
  const canBeFirst = [...diagnoses.map(({ code }) => code), ...charted].some((code) => ['first', 'anywhere'].includes(placeOf(code, context)));
  return canBeFirst ? [] : manifestations;
}

function againstCharted(allowed: readonly Suggestion[], standing: readonly string[], { instructions }: LockContext): readonly PrecheckFinding[] {
  return allowed.filter(isDiagnosis).flatMap(({ code, evidence }) => standing.flatMap((other) => {
    const exclusion = instructions?.excludes1(code, other) ?? null;
    return exclusion === null ? [] : [conflictFinding(code, other, exclusion, evidence)];
  }));
}
