import type { CodeSet } from '../../model/index.ts';
import { dotted, undotted } from '../tabular.ts';

/** Why a code cannot be reported under a release, and what to do. */
export interface Invalid {
  readonly rule: 'no-such-code' | 'not-in-release' | 'needs-more-characters' | 'seventh-character' | 'not-as-listed';
  readonly says: string;
  readonly fix: string;
  readonly authority: string;
}

/**
 * Whether the release in force has the code, to its full number of characters, with seventh character and placeholders as the tabular
 * list has them; null where it can be reported.
 * Authority: ICD-10-CM Guidelines I.A.4, I.A.5, I.B.2; the release is that of the day of service or discharge.
 */
export function invalidBecause(code: string, codeSet: CodeSet, others: readonly CodeSet[] = []): Invalid | null {
  const entry = codeSet.entry(code);
  const { release } = codeSet;
  if (entry?.billable === true) return entry.code === code ? null : { rule: 'not-as-listed', says: `${code} is written otherwise in the list: ${entry.code}.`, fix: `Write ${entry.code}.`, authority: `ICD-10-CM tabular list ${release}` };
  if (entry !== undefined) return header(entry.code, codeSet);
  const elsewhere = others.find((other) => other.entry(code) !== undefined);
  if (elsewhere !== undefined) {
    return {
      rule: 'not-in-release', says: `${code} is a code of ${elsewhere.release} and not of ${release}, which is in force on the day of service.`,
      fix: `Choose the code that ${release} has for the condition.`, authority: `ICD-10-CM ${release}, in force ${codeSet.validFrom} to ${codeSet.validTo}`,
    };
  }
  const base = listedPart(code, codeSet);
  if (base === null) return { rule: 'no-such-code', says: `${code} is not a code of ICD-10-CM ${release}.`, fix: 'Choose a code of the list.', authority: `ICD-10-CM tabular list ${release}` };
  if (takesSeventh(base, codeSet)) return wrongSeventh(code, base, codeSet);
  return { rule: 'no-such-code', says: `${base} has no code ${code} beneath it in ${release}.`, fix: codeSet.entry(base)?.billable === true ? `Report ${base}.` : `Choose a code beneath ${base}.`, authority: `ICD-10-CM tabular list ${release}` };
}

function header(code: string, codeSet: CodeSet): Invalid {
  if (takesSeventh(code, codeSet)) {
    return {
      rule: 'seventh-character', says: `${code} needs a seventh character.`, fix: `Choose one of ${examples(code, codeSet)} by the phase of care.`,
      authority: `ICD-10-CM Guidelines ${codeSet.release} I.A.5`,
    };
  }
  return {
    rule: 'needs-more-characters', says: `${code} is a group of codes in ${codeSet.release} and cannot be reported.`, fix: `Choose a code beneath it: ${examples(code, codeSet)}.`,
    authority: `ICD-10-CM Guidelines ${codeSet.release} I.B.2`,
  };
}

function wrongSeventh(code: string, base: string, codeSet: CodeSet): Invalid {
  return {
    rule: 'seventh-character', says: `${code} has not the placeholders and the seventh character that ${base} takes.`, fix: `Choose one of ${examples(base, codeSet)}.`,
    authority: `ICD-10-CM Guidelines ${codeSet.release} I.A.4, I.A.5`,
  };
}

/** The longest beginning of it that the release has. */
function listedPart(code: string, codeSet: CodeSet): string | null {
  const plain = undotted(code);
  for (let length = Math.min(plain.length, 7) - 1; length >= 3; length--) {
    const part = dotted(plain.slice(0, length));
    if (codeSet.entry(part) !== undefined) return part;
  }
  return null;
}

function takesSeventh(code: string, codeSet: CodeSet): boolean {
  const entry = codeSet.entry(code);
  return entry !== undefined && !entry.billable && codeSet.children(code).every((child) => child.code.length === 8 && child.billable);
}

function examples(code: string, codeSet: CodeSet): string {
  const below = codeSet.children(code).map((child) => child.code);
  return below.length > 3 ? `${below.slice(0, 3).join(', ')} …` : below.join(', ');
}
