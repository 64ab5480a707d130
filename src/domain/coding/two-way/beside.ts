import type { CodeSet } from '../../model/index.ts';
import type { ChartedDiagnosis } from '../charted.ts';
import type { VisitCode } from '../combine.ts';
import { saysMore } from '../hierarchy.ts';
import { explainedBy } from '../symptoms-explained.ts';
import type { Statement } from '../statements.ts';

/** A charted code that another code of this visit makes superfluous. */
export interface Superfluous {
  readonly charted: ChartedDiagnosis;
  readonly reason: 'symptom-explained' | 'said-by-another';
  readonly by: VisitCode;
  readonly statements: readonly Statement[];
}

/**
 * Charted beside a code that the notes support and that says it and more, or explains it (ICD-10-CM Guidelines I.B.5, I.B.2). Only where that other code is
 * charted already: where it is new, it takes the place of the general one.
 */
export function superfluous(standing: readonly ChartedDiagnosis[], visit: readonly VisitCode[], codeSet: CodeSet): readonly Superfluous[] {
  const stated = visit.filter(({ statements }) => statements.length > 0);
  return standing.flatMap((charted): Superfluous[] => {
    const fuller = stated.find(({ code, replaces }) => code !== charted.code && standing.some((other) => other.code === code) && (replaces.includes(charted.code) || saysMore(code, charted.code, codeSet)));
    if (fuller !== undefined) return [{ charted, reason: 'said-by-another', by: fuller, statements: fuller.statements }];
    const title = codeSet.entry(charted.code)?.title ?? '';
    const cause = stated.find((other) => explainedBy({ code: charted.code, title }, other) !== undefined);
    return cause === undefined ? [] : [{ charted, reason: 'symptom-explained', by: cause, statements: cause.statements }];
  });
}
