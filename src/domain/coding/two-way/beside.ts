import type { CodeSet } from '../../model/index.ts';
import type { ChartedDiagnosis } from '../charted.ts';
import type { VisitCode } from '../combine.ts';
import { isUnderAny, saysMore } from '../hierarchy.ts';
import { NOT_BESIDE } from '../not-beside.ts';
import { isSymptom } from '../problem-titles.ts';
import { explainedBy } from '../symptoms-explained.ts';
import type { Statement } from '../statements.ts';
import { takesThePlace } from './takes-place.ts';

/** A charted code that another code of this visit makes superfluous. */
export interface Superfluous {
  readonly charted: ChartedDiagnosis;
  readonly reason: 'symptom-explained' | 'said-by-another';
  readonly by: VisitCode;
  readonly statements: readonly Statement[];
}

/**
 * Charted beside a code that the notes support and that says it and more, or explains it (ICD-10-CM Guidelines I.B.5, I.B.2). Only where that other code is
 * charted already, or took the place of another charted one (`specified`): where it is new, it takes the place of the general one.
 */
export function superfluous(standing: readonly ChartedDiagnosis[], specified: ReadonlySet<string>, visit: readonly VisitCode[], said: readonly Statement[], codeSet: CodeSet): readonly Superfluous[] {
  const stated = visit.filter(({ statements }) => statements.length > 0);
  return standing.flatMap((charted): Superfluous[] => {
    const fuller = stated.find((other) => other.code !== charted.code && (isNotAllowed(charted.code, other.code) || specified.has(other.code) || standing.some(({ code }) => code === other.code)) && standsFor(other, charted, said, codeSet));
    if (fuller !== undefined) return [{ charted, reason: 'said-by-another', by: fuller, statements: fuller.statements }];
    const title = codeSet.entry(charted.code)?.title ?? '';
    const cause = stated.find((other) => explainedBy({ code: charted.code, title }, other) !== undefined);
    return cause === undefined ? [] : [{ charted, reason: 'symptom-explained', by: cause, statements: cause.statements }];
  });
}

/** The tabular list does not allow it beside the other, whether that is charted or new. */
function isNotAllowed(charted: string, other: string): boolean {
  return NOT_BESIDE.some(({ code, stands }) => isUnderAny(charted, [code]) && isUnderAny(other, stands) && !isUnderAny(other, [code]));
}

/** What both name at once, or what the tabular list does not allow beside it; a charted code that is a problem of its own in the assessment stays, unless the other holds it. */
function standsFor(other: VisitCode, charted: ChartedDiagnosis, said: readonly Statement[], codeSet: CodeSet): boolean {
  if (other.replaces.includes(charted.code) || saysMore(other.code, charted.code, codeSet)) return true;
  if (isNotAllowed(charted.code, other.code)) return true;
  const isFree = isSymptom(charted.code) || !said.some(({ code, assessed, unusable, mention }) => code === charted.code && assessed && unusable === null && mention.assertion.status === 'present');
  return isFree && takesThePlace(other, charted, said, codeSet);
}
