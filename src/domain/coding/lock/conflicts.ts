import type { CodeSet, Evidence, PrecheckFinding, Suggestion } from '../../model/index.ts';
import type { Exclusion, Instructions } from '../../model/instructions.ts';
import { isGeneral } from '../hierarchy.ts';

interface Dropped {
  readonly suggestion: Suggestion;
  /** The code that stays. */
  readonly beside: string;
  readonly finding: PrecheckFinding;
}

/** Of two suggestions that the tabular list excludes from each other, the better supported; the other becomes a question. A narrow exclusion is one from the start: the precheck asks it. */
export function withoutConflicts(suggestions: readonly Suggestion[], instructions: Instructions | null, codeSet: CodeSet): { readonly kept: readonly Suggestion[]; readonly dropped: readonly Dropped[] } {
  if (instructions === null) return { kept: suggestions, dropped: [] };
  const diagnoses = suggestions.filter(({ system, action }) => system === 'icd-10-cm' && action !== 'remove');
  const ordered = byStrength(diagnoses, instructions, codeSet);
  const stays: Suggestion[] = [];
  const dropped: Dropped[] = [];
  for (const suggestion of ordered) {
    const [against] = stays.flatMap((other) => {
      const exclusion = instructions.excludes1(suggestion.code, other.code);
      return exclusion === null || exclusion.narrow ? [] : [{ other, exclusion }];
    });
    if (against === undefined) stays.push(suggestion);
    else dropped.push({ suggestion, beside: against.other.code, finding: conflictFinding(suggestion.code, against.other.code, against.exclusion, [...suggestion.evidence, ...against.other.evidence]) });
  }
  const gone = new Set(dropped.map(({ suggestion }) => suggestion));
  return { kept: suggestions.filter((one) => !gone.has(one)), dropped };
}

/** The exception is a person's to judge: the two may be reported together where they have nothing to do with each other (Guidelines I.A.12.a). */
export function conflictFinding(code: string, other: string, { at }: Exclusion, evidence: readonly Evidence[]): PrecheckFinding {
  return {
    kind: 'conflict', rule: 'excludes1', codes: [code, other],
    says: `The tabular list does not allow ${code} and ${other} together (Excludes1 at ${at}).`,
    fix: 'Keep the one that the record supports; keep both only if the two conditions are unrelated to each other.',
    authority: `tabular ${at}: Excludes1; ICD-10-CM Guidelines I.A.12.a`,
    evidence,
  };
}

/**
 * A condition before a mere symptom, a fuller code before an unspecified one, the surer before the less sure; then that which the others'
 * notes send to, and the one that came first.
 */
function byStrength(diagnoses: readonly Suggestion[], instructions: Instructions, codeSet: CodeSet): readonly Suggestion[] {
  const sentAway = (code: string) => diagnoses.filter((other) => instructions.excludes1(code, other.code)?.by === code).length;
  const keyed = diagnoses.map((one) => ({ one, keys: [Number(isSymptom(one)), Number(isGeneral(one.code, codeSet)), -one.confidence, sentAway(one.code)] }));
  return keyed.toSorted((a, b) => a.keys.map((key, at) => key - (b.keys[at] ?? 0)).find((difference) => difference !== 0) ?? 0).map(({ one }) => one);
}

/** Chapter 18. */
function isSymptom({ code }: Suggestion): boolean {
  return code.startsWith('R');
}
