import type { CodeEntry, CodeSet, Mention, NoteFindings } from '../model/index.ts';

/** Diabetes due to another condition or a drug, type 1, and other specified: their codes go along with those of type 2. */
const OTHER_KINDS: ReadonlySet<string> = new Set(['E08', 'E09', 'E10', 'E13']);
/** Words that say the type 2 which is otherwise assumed (ICD-10-CM Guidelines I.C.4.a.2). */
const SAYS_TYPE_2 = /\b(?:type[- ]?(?:2|ii|two)|t2\w*|dm[- ]?(?:2|ii)|niddm)\b/i;

/** The category of the one kind of diabetes ("ketoacidosis in type 1 diabetes, resolved": type 1 does not end) that the note says the patient has; null where it says type 2, none or several. */
export function diabetesNamed({ mentions }: NoteFindings): string | null {
  const said = mentions.filter(({ assertion: { status }, codes: [code] }) => code !== undefined && (status === 'present' || (status === 'historical' && code.startsWith('E10'))));
  const kinds = new Set(said.map(({ codes }) => codes[0]!.slice(0, 3)).filter((kind) => OTHER_KINDS.has(kind)));
  if (kinds.size !== 1 || said.some(({ codes, text }) => codes[0]!.startsWith('E11') && SAYS_TYPE_2.test(text))) return null;
  return [...kinds][0] ?? null;
}

/** "Diabetic polyneuropathy" in a note that says type 1: the type holds for all that the diabetes did (ICD-10-CM Guidelines I.C.4.a). */
export function ofDiabetesType(entry: CodeEntry, { text }: Mention, kind: string | null, codeSet: CodeSet): CodeEntry {
  if (kind === null || !entry.code.startsWith('E11') || SAYS_TYPE_2.test(text)) return entry;
  const same = codeSet.entry(kind + entry.code.slice(3));
  return same?.billable === true ? same : entry;
}
