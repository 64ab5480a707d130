import type { Chart, CodeSet, Note, QuoteEvidence } from '../model/index.ts';
import { childReadings } from './body-mass-child.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

/** A provider's diagnosis that a body mass index may be reported beside (ICD-10-CM Guidelines I.B.14, I.C.21.c.3). */
const DIAGNOSES = ['E66', 'E43', 'E44', 'E45', 'E46', 'R63.4', 'R63.5', 'R63.6', 'R64', 'F50.0'];
/** No body mass index is reported during pregnancy (ICD-10-CM Guidelines I.C.21.c.3). */
const PREGNANCY = ['O0', 'O1', 'O2', 'O3', 'O4', 'O60', 'O61', 'O62', 'O99.21', 'Z33.1', 'Z34', 'Z3A'];
/** Z68.1–Z68.45 are for adults, from 20 years on. */
const ADULT_YEARS = 20;
const CHILD = /\b(?:\d{1,2}[- ]?(?:mo|month|months)[- ]old|(?:1?\d)[- ]?(?:yo|y\/o|y\.o\.|year[- ]old)|percentile|%ile|pediatric|well[- ]child)\b/i;
const SAID = /\b(?:BMI|body mass index)\b(?:\s*\([^)]*\))?\s*(?:today\s*)?(?:is|was|of|at|:|=|~)?\s*(\d{2}(?:\.\d{1,2})?)\b(?!\s*(?:%|-|–|to\b|or\b|\+))/gi;
/** A threshold or an aim is no measurement. */
const NOT_HERS = /\b(?:goal|target|below|under|over|above|greater|less|than|if|criteria|requires?|used to|was previously|prior)\b[^.\n]{0,20}$/i;

/**
 * The code of the body mass index that this visit's notes give, beside the diagnosis it belongs to: never by itself, by percentile for a
 * child, and not where the notes give two.
 */
export function withBodyMass(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const diagnosis = codes.find((entry) => entry.statements.length > 0 && isUnderAny(entry.code, DIAGNOSES));
  const [statement] = diagnosis?.statements ?? [];
  if (diagnosis === undefined || statement === undefined || codes.some(({ code }) => isUnderAny(code, ['Z68', ...PREGNANCY]))) return codes;
  const { usable, unusable } = visitNotes(chart);
  const notes = [...usable, ...unusable.map(({ note }) => note).filter(isByAnotherClinician)];
  const found = isAdult(chart, usable) ? notes.flatMap((note) => readings(note, codeSet)) : childReadings(chart, notes, codes.map(({ code }) => code));
  const entries = [...new Map(found.map((one) => [one.code, one])).entries()];
  const [[code, reading] = [null, null], another] = entries;
  const entry = code === null ? undefined : codeSet.entry(code);
  if (entry === undefined || reading === null || another !== undefined) return codes;
  const measured: Statement = {
    ...statement, code: entry.code, title: entry.title, note: reading.note ?? statement.note, evidence: reading.evidence === null ? statement.evidence : [reading.evidence], alternatives: [], made: 'body-mass',
  };
  const rule = {
    id: 'body-mass-index', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.B.14`,
    because: 'The body mass index in the notes is reported beside the provider’s diagnosis.',
  };
  return codes.flatMap((one) => (one === diagnosis ? [one, { code: entry.code, title: entry.title, statements: [measured, ...diagnosis.statements], rules: [rule], alternatives: [], replaces: [] }] : [one]));
}

/** The nurse or the dietitian may have measured it (I.B.14); a draft, a superseded note or a student's does not count. */
function isByAnotherClinician({ author: { role }, status, type }: Note): boolean {
  return (status === 'final' || status === 'amended') && (role === 'nurse' || role === 'ancillary' || (role === 'unknown' && type === 'nursing'));
}

function isAdult({ patient, encounter, asOf }: Chart, notes: readonly Note[]): boolean {
  if (patient.birthDate === null) return !notes.some((note) => CHILD.test(note.text));
  const years = Number((encounter.start ?? asOf).slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  return years > ADULT_YEARS;
}

/** A code of the body mass index, and the words that give it; null where only the chart does. */
export interface BodyMassReading {
  readonly code: string;
  readonly note: Note | null;
  readonly evidence: QuoteEvidence | null;
}

function readings(note: Note, codeSet: CodeSet): readonly BodyMassReading[] {
  return [...note.text.matchAll(SAID)].flatMap((match) => {
    if (NOT_HERS.test(note.text.slice(Math.max(0, match.index - 40), match.index))) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const evidence: QuoteEvidence = { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] };
    return [{ code: codeFor(Number(match[1]), codeSet), note, evidence }];
  });
}

/** Kilograms per square meter to the adult codes: by whole units from 20 to 39, in steps of five or ten above; below 20 in two steps from FY2027. */
function codeFor(value: number, codeSet: CodeSet): string {
  if (value < 20) return codeSet.entry('Z68.1')?.billable === true ? 'Z68.1' : value < 18.5 ? 'Z68.18' : 'Z68.19';
  if (value < 40) return `Z68.${Math.floor(value)}`;
  const steps: readonly (readonly [number, string])[] = [[45, 'Z68.41'], [50, 'Z68.42'], [60, 'Z68.43'], [70, 'Z68.44']];
  return steps.find(([below]) => value < below)?.[1] ?? 'Z68.45';
}
