import type { Chart } from '../model/index.ts';
import { isSameAuthor } from './corrected.ts';
import { isFirmDenial } from './firm-denial.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/**
 * What one provider of a stay states and the summary of another says is not so, with what is named as its cause in the same sentence: the attending is asked, and
 * nothing is coded from it meanwhile (ICD-10-CM Guidelines III.B, I.B.14: conflicting documentation is for the attending to clarify).
 */
export function inConflict(said: readonly Statement[], { encounter }: Chart): ReadonlySet<Statement> {
  if (encounter.setting !== 'inpatient') return new Set();
  const denials = said.filter(isDeniedInSummary);
  const contradicted = denials.length === 0 ? [] : said.filter((one) => isStated(one) && denials.some((denial) => isAtOrBelow(one.code, denial.code) && isByAnother(one, denial)));
  const from = new Map(contradicted.map((one) => [sentenceOf(one), one.mention.start]));
  return new Set([...said.filter((one) => isStated(one) && one.mention.start >= (from.get(sentenceOf(one)) ?? Infinity)), ...readOtherwise(said), ...typedOtherwise(said)]);
}

/** Two readings of one finding that cannot both be true, and which the summary's author gave. Authority: Excludes1 at I5A; I21.A1 apart from I21.0–I21.4 (I.C.9.e.5); tabular G45 (without infarction), L03 and I87.2, F05 and G93.4. */
const READINGS: readonly { readonly finding: string; readonly summary: readonly string[]; readonly other: readonly string[] }[] = [
  { finding: 'a raised troponin', summary: ['I21'], other: ['I5A', 'I20', 'I24', 'I40', 'I51.81'] },
  { finding: 'a raised troponin', summary: ['I5A', 'I40', 'I51.81'], other: ['I21', 'I20.0', 'I24'] },
  { finding: 'a raised troponin', summary: ['I21.0', 'I21.1', 'I21.2', 'I21.3', 'I21.4'], other: ['I21.A1'] },
  { finding: 'a raised troponin', summary: ['I21.A1'], other: ['I21.0', 'I21.1', 'I21.2', 'I21.3', 'I21.4'] },
  { finding: 'a shadow on the lung', summary: ['J12'], other: ['J13', 'J14', 'J15', 'J69.0'] },
  { finding: 'a shadow on the lung', summary: ['J69.0'], other: ['J12'] },
  { finding: 'a sudden deficit', summary: ['I63'], other: ['G45', 'R56', 'G43'] },
  { finding: 'a sudden deficit', summary: ['G45', 'G43', 'G40'], other: ['I63'] },
  { finding: 'a red leg', summary: ['L03.11'], other: ['I87.2', 'I83.1', 'I83.2'] },
  { finding: 'a red leg', summary: ['I87.2', 'I83.1'], other: ['L03.11'] },
];

/** What another provider of the stay made of a finding that the summary's author reads otherwise, and never so: the attending's word stands, and is asked about. */
function readOtherwise(said: readonly Statement[]): readonly Statement[] {
  const summed = said.filter(({ unusable, mention, note }) => unusable === null && mention.assertion.status === 'present' && note.type === 'discharge');
  return said.filter((one) => isStated(one) && one.note.type === 'consult' && READINGS.some(({ summary, other }) => isUnderAny(one.code, other)
    && summed.some((by) => isUnderAny(by.code, summary) && isByAnother(one, by) && !said.some((same) => isUnderAny(same.code, other) && same.mention.assertion.status === 'present' && !isByAnother(same, by)))));
}

/** Kinds of one disease of which a patient has one at a time; the combined kind is none of two (tabular I50.4-). */
const KINDS: readonly (readonly (readonly string[])[])[] = [
  [['I50.2'], ['I50.3']],
  [['I48.0'], ['I48.1'], ['I48.2']],
  [['K50'], ['K51']],
  [['E10'], ['E11']],
  [['E43'], ['E44.0'], ['E44.1']],
];

/** Of two kinds that two providers state, neither: which it is, the attending says (ICD-10-CM Guidelines III.B). A provider who states both tells a course, and is no other. */
function typedOtherwise(said: readonly Statement[]): readonly Statement[] {
  const stated = said.filter(({ unusable, mention, assessed }) => unusable === null && assessed && mention.assertion.status === 'present');
  return KINDS.flatMap((kinds) => {
    const of = kinds.map((codes) => stated.filter(({ code }) => isUnderAny(code, codes)));
    const apart = of.filter((one) => one.length > 0 && of.some((other) => other !== one && other.length > 0 && other.every((a) => one.every((b) => isByAnother(a, b)))));
    return apart.length < 2 ? [] : apart.flat();
  });
}

function isByAnother(one: Statement, other: Statement): boolean {
  return !isSameAuthor(one.note.author, other.note.author);
}

export const IN_CONFLICT = 'Two providers contradict each other: the attending is asked (ICD-10-CM Guidelines III.B).';

function isStated({ unusable, mention, note }: Statement): boolean {
  return unusable === null && mention.assertion.status === 'present' && note.type !== 'discharge';
}

function isDeniedInSummary({ unusable, mention: { assertion }, note }: Statement): boolean {
  return unusable === null && note.type === 'discharge' && assertion.status === 'absent' && isFirmDenial(assertion);
}

function sentenceOf({ note, mention }: Statement): string {
  return `${note.id} ${mention.sentence}`;
}
