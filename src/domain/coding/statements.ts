import type { Chart, CodeSet, Mention, Note, NoteFindings, QuoteEvidence } from '../model/index.ts';
import { isAssessed } from './assessed.ts';
import { cancerHistory } from './cancer-history.ts';
import { quotes } from './evidence.ts';
import { reportable } from './hierarchy.ts';
import { historyCode } from './history-codes.ts';
import { drugRow, isTakenForLong, NOT_FOR_LONG } from './long-term-drugs.ts';
import { readingOf, type NoteReading } from './note-reading.ts';
import { ASSESSING, type NoteShape } from './note-shape.ts';
import { isSymptom } from './problem-titles.ts';
import { isIntroducedAsHistory, isIntroducedAsReason } from './introduction.ts';
import { ofCigarettes } from './tobacco.ts';
import { visitNotes } from './whose-words.ts';

/** What one note of this visit says of one reportable code. */
export interface Statement {
  readonly code: string;
  readonly title: string;
  readonly mention: Mention;
  readonly note: Note;
  /** The sentence that it stands in. */
  readonly words: string;
  /** The sentence first; then what stands apart from it and decides with it. */
  readonly evidence: readonly QuoteEvidence[];
  readonly shape: NoteShape;
  /** Said where the visit's conditions are assessed, or in a note that has no such section. */
  readonly assessed: boolean;
  /** It is the title of a problem in the assessment. */
  readonly titled: boolean;
  /** The same sentence stands in an earlier note: copied forward. */
  readonly copied: boolean;
  /** A symptom told under the title of a diagnosis; the history that opens an assessment whose problems have titles. */
  readonly restated: 'symptom' | 'history' | null;
  /** Why these words cannot support a code (a draft, a nurse's note, a drug for days); null when they can. */
  readonly unusable: string | null;
  /** Other codes that the same words may mean. */
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
  /** Why the code says more than the words of the mention alone. */
  readonly made: 'side' | 'phase' | 'long-term-drug' | 'body-mass' | 'product' | 'history' | null;
}

/** Every mention in the notes of this visit that names a code of this release, in order of notes and text. */
export function statements(chart: Chart, found: readonly NoteFindings[], codeSet: CodeSet): readonly Statement[] {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const all: Statement[] = [];
  const { usable, unusable } = visitNotes(chart);
  const readings = [...usable.map((note) => ({ note, why: null })), ...unusable].flatMap(({ note, why }) => {
    const findings = byNote.get(note.id);
    return findings === undefined ? [] : [{ note, why, reading: readingOf(note, withCodes(findings)) }];
  });
  // A course told in one note, beside others that assess, is a part of the visit's record like any prose.
  const isTold = readings.every(({ why, reading }) => why !== null || reading.shape === 'told');
  for (const { note, why, reading: asWritten } of readings) {
    const reading: NoteReading = isTold || asWritten.shape !== 'told' ? asWritten : { ...asWritten, shape: 'unassessed' };
    const { findings } = reading;
    const earlier = earlierHashes(chart, note, byNote);
    for (const mention of findings.mentions) for (const one of stateCodes(mention, reading, codeSet, earlier)) all.push(why === null ? one : { ...one, unusable: why });
  }
  return all;
}

/** An abbreviation that nothing decides states nothing, wherever it stands. */
function withCodes(findings: NoteFindings): NoteFindings {
  return findings.mentions.every(({ codes }) => codes.length > 0) ? findings : { ...findings, mentions: findings.mentions.filter(({ codes }) => codes.length > 0) };
}

/** One statement a mention; two where both sides are said and each has its own code. */
function stateCodes(mention: Mention, reading: NoteReading, codeSet: CodeSet, earlier: ReadonlySet<string>): readonly Statement[] {
  const { note, findings, shape } = reading;
  const entries = mention.codes.map((code) => reportable(code, codeSet)).filter((entry) => entry !== null);
  const [named] = entries;
  if (named === undefined) return [];
  const others = entries.slice(mention.together ?? 1);
  const sentence = findings.sentences[mention.sentence];
  const words = sentence === undefined ? mention.text : note.text.slice(sentence.start, sentence.end);
  const isDrug = drugRow(named.code) !== undefined;
  const unusable = isDrug && !isTakenForLong(named.code, mention.section, words) ? NOT_FOR_LONG : null;
  const statement = {
    mention, note, unusable, words, evidence: quotes(note, findings, mention), shape, titled: isTitle(mention, reading), copied: sentence !== undefined && earlier.has(sentence.hash),
    alternatives: others.map((other) => ({ code: other.code, title: other.title })),
  };
  const said = entries.slice(0, mention.together ?? 1).map((specific): Statement => {
    const { code, title } = (reading.withoutDisease ? cancerHistory(specific.code, codeSet) : undefined) ?? (reading.namesCigarettes ? ofCigarettes(specific, codeSet) : specific);
    const restated = restatedAs(code, mention, sentence?.start ?? mention.start, reading);
    return {
      ...statement, code, title, restated, assessed: isDrug || (restated !== 'history' && isAssessed(code, mention, words, reading)),
      made: isDrug ? 'long-term-drug' : code !== specific.code ? (reading.withoutDisease ? 'history' : 'product') : madeBy(mention),
    };
  });
  return [...said, ...said.flatMap((one) => inHistory(one, codeSet))];
}

function madeBy({ attributes }: Mention): Statement['made'] {
  const reported = new Set(attributes.filter((one) => one.reported).map(({ axis }) => axis));
  return reported.has('encounter') ? 'phase' : reported.has('laterality') ? 'side' : null;
}

/** A past condition as the history code that stands for it. */
function inHistory(one: Statement, codeSet: CodeSet): readonly Statement[] {
  const code = one.mention.assertion.status === 'historical' ? historyCode(one.code) : null;
  const entry = code === null ? undefined : codeSet.entry(code);
  return entry === undefined ? [] : [{ ...one, code: entry.code, title: entry.title, assessed: true, made: 'history' }];
}

function isTitle(mention: Mention, { titles }: NoteReading): boolean {
  return mention.section !== null && ASSESSING.has(mention.section) && titles.has(mention);
}

function restatedAs(code: string, mention: Mention, sentenceStart: number, reading: NoteReading): Statement['restated'] {
  const above = reading.above.get(mention);
  if (isSymptom(code) && isDiagnosis(above)) return 'symptom';
  if (!reading.hasTitles || mention.section === null || !ASSESSING.has(mention.section) || reading.titles.has(mention)) return null;
  const before = reading.note.text.slice(sentenceStart, mention.start);
  if (isIntroducedAsHistory(before)) return 'history';
  if (!isSymptom(code)) return null;
  return isUnderUnknownHeading(mention, above, reading) || (above === undefined && isIntroducedAsReason(before)) ? 'symptom' : null;
}

/** A bullet of a problem whose heading names nothing that is understood: the title above stands for another problem. */
function isUnderUnknownHeading({ start }: Mention, above: Mention | undefined, { headingAbove }: NoteReading): boolean {
  const heading = headingAbove(start);
  return heading !== null && (above === undefined || above.start < heading);
}

function isDiagnosis(title: Mention | undefined): boolean {
  const [code] = title?.codes ?? [];
  return title?.assertion.status === 'present' && code !== undefined && !isSymptom(code) && !code.startsWith('Z');
}

/** Sentence hashes of every note written on an earlier day. */
function earlierHashes(chart: Chart, note: Note, byNote: ReadonlyMap<string, NoteFindings>): ReadonlySet<string> {
  const day = note.date?.slice(0, 10);
  const hashes = new Set<string>();
  if (day === undefined) return hashes;
  for (const other of chart.notes) {
    if (other.date === null || other.date.slice(0, 10) >= day) continue;
    for (const sentence of byNote.get(other.id)?.sentences ?? []) hashes.add(sentence.hash);
  }
  return hashes;
}
