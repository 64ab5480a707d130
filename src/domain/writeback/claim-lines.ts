import type { Chart, ClaimDiagnosis, ClaimFact, ConditionFact, ConditionLink, DiagnosisCode } from '../model/index.ts';
import { icdCoding } from '../coding/charted.ts';
import { sameCode } from './codes.ts';
import type { DiagnosisChange } from './part.ts';

/** A diagnosis on its way to the claim. */
export interface Line {
  readonly was: readonly number[];
  readonly diagnosis: DiagnosisCode | null;
  readonly condition: string | null;
  readonly link: ConditionLink | null;
}

/** One change on the lines of a claim; what was only proposed and declined never stood on a charted draft. */
export function applied(lines: readonly Line[], change: DiagnosisChange, mayAdd: boolean): readonly Line[] {
  if (change.kind === 'declined') return lines;
  if (change.kind === 'dropped') return lines.filter((line) => !isAbout(line, change.code, change.conditions));
  if (change.kind === 'added') return mayAdd ? appended(lines, change) : lines;
  const old = lines.filter((line) => isAbout(line, change.from, change.conditions));
  if (old.length === 0) return mayAdd ? appended(lines, change) : lines;
  const twin = lines.find((line) => !old.includes(line) && hasCode(line, change.diagnosis.code));
  const merged: Line = twin === undefined
    ? { was: old.flatMap((line) => line.was), diagnosis: change.diagnosis, condition: linked(change.link), link: change.link }
    : { ...twin, was: [...twin.was, ...old.flatMap((line) => line.was)] };
  const place = twin ?? old[0];
  return lines.flatMap((line) => {
    if (line === place) return [merged];
    return old.includes(line) ? [] : [line];
  });
}

function appended(lines: readonly Line[], change: Extract<DiagnosisChange, { kind: 'added' | 'replaced' }>): readonly Line[] {
  if (lines.some((line) => hasCode(line, change.diagnosis.code))) return lines;
  return [...lines, { was: [], diagnosis: change.diagnosis, condition: linked(change.link), link: change.link }];
}

function isAbout(line: Line, code: string, conditions: readonly string[]): boolean {
  return hasCode(line, code) || (line.condition !== null && conditions.includes(line.condition));
}

export function hasCode(line: Line, code: string): boolean {
  return line.diagnosis !== null && sameCode(line.diagnosis.code, code);
}

function linked(link: ConditionLink | null): string | null {
  return link !== null && 'condition' in link ? link.condition : null;
}

export function lineOf(diagnosis: ClaimFact['diagnoses'][number], chart: Chart): Line {
  const behind = chart.conditions.find((c) => c.source.reference === diagnosis.condition);
  const own = diagnosis.coding === null ? [] : [diagnosis.coding];
  const coding = icdCoding([...own, ...behind?.codings ?? []]);
  return {
    was: [diagnosis.sequence],
    diagnosis: coding === undefined ? null : { code: coding.code, title: coding.display ?? behind?.text ?? '' },
    condition: diagnosis.condition,
    link: diagnosis.condition === null ? null : { condition: diagnosis.condition },
  };
}

export function lineOfCondition(condition: ConditionFact): Line {
  const coding = icdCoding(condition.codings);
  const reference = condition.source.reference;
  return {
    was: [],
    diagnosis: coding === undefined ? null : { code: coding.code, title: coding.display ?? condition.text ?? '' },
    condition: reference,
    link: { condition: reference },
  };
}

export function isSame(before: readonly Line[], after: readonly Line[]): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
}

export function numbered(lines: readonly Line[]): readonly ClaimDiagnosis[] {
  return lines.map(({ was, diagnosis, link }, index) => ({ sequence: index + 1, was, diagnosis, link }));
}

export function listed(diagnoses: readonly ClaimDiagnosis[]): string {
  return diagnoses.length === 0 ? 'no diagnosis is left' : diagnoses.map((d) => d.diagnosis?.code ?? 'one kept as it stands').join(', ');
}

