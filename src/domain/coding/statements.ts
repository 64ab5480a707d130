import type { Attribute, Chart, CodeSet, Composer, Mention, Note, NoteFindings, QuoteEvidence } from '../model/index.ts';
import { isAssessed } from './assessed.ts';
import { isAnothersWord } from './attributed.ts';
import { cancerHistory, isToldGone, isUnderTreatment, wordsWithTold } from './cancer-history.ts';
import { onPartOfColon } from './colon-site.ts';
import { ofDiabetesType } from './diabetes-type.ts';
import { quotes } from './evidence.ts';
import { isUnderAny, reportable } from './hierarchy.ts';
import { historyCode } from './history-codes.ts';
import { drugRow, isTakenForLong, NOT_FOR_LONG } from './long-term-drugs.ts';
import { withImpliedAssessment } from './implied-assessment.ts';
import { readingOf, type NoteReading } from './note-reading.ts';
import { ASSESSING, type NoteShape } from './note-shape.ts';
import { attributesOfProblem } from './problem-attributes.ts';
import { sayingSentences, type ProblemSentence } from './problem-sentences.ts';
import { isCounseling, isSymptom } from './problem-titles.ts';
import { familyHistoryOf } from './relatives.ts';
import { isIntroducedAsHistory, isIntroducedAsReason } from './introduction.ts';
import { ofCigarettes } from './tobacco.ts';
import { ofSeveralSites } from './several-sites.ts';
import { sharedSide } from './shared-side.ts';
import { onItsSpecimen } from './specimen-site.ts';
import { visitNotes } from './whose-words.ts';

/** What one note of this visit says of one reportable code. */
export interface Statement {
  readonly code: string;
  readonly title: string;
  readonly mention: Mention;
  readonly note: Note;
  /** The sentence that it stands in. */
  readonly words: string;
  /** Where the mention begins in them: UTF-16 units. */
  readonly at: number;
  /** The sentence first; then what stands apart from it and decides with it. */
  readonly evidence: readonly QuoteEvidence[];
  readonly shape: NoteShape;
  /** What is told beneath it, where it is the title of a problem. */
  readonly told: readonly ProblemSentence[];
  /** Said where the visit's conditions are assessed, or in a note that has no such section. */
  readonly assessed: boolean;
  /** It is the title of a problem in the assessment. */
  readonly titled: boolean;
  /** The same sentence stands in an earlier note: copied forward. */
  readonly copied: boolean;
  /** A symptom told under the title of a diagnosis; the history that opens an assessment whose problems have titles; what is advised under the title of a counseling. */
  readonly restated: 'symptom' | 'history' | 'advice' | null;
  /** Repeated from a list or from somebody else, in their words. */
  readonly anothers: boolean;
  /** Why these words cannot support a code (a draft, a nurse's note, a drug for days); null when they can. */
  readonly unusable: string | null;
  /** Other codes that the same words may mean. */
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
  /** Why the code says more than the words of the mention alone. */
  readonly made: 'side' | 'phase' | 'long-term-drug' | 'body-mass' | 'product' | 'history' | 'sequela' | null;
}

/** Every mention in the notes of this visit that names a code of this release, in order of notes and text. */
export function statements(chart: Chart, found: readonly NoteFindings[], codeSet: CodeSet, composer: Composer): readonly Statement[] {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const all: Statement[] = [];
  const { usable, unusable } = visitNotes(chart);
  const readings = [...usable.map((note) => ({ note, why: null })), ...unusable].flatMap(({ note, why }) => {
    const findings = byNote.get(note.id);
    return findings === undefined ? [] : [{ note, why, reading: readingOf(note, withImpliedAssessment(note, withCodes(findings))) }];
  });
  // A course told in one note, beside others that assess, is a part of the visit's record like any prose.
  const isTold = readings.every(({ why, reading }) => why !== null || reading.shape === 'told');
  for (const { note, why, reading: asWritten } of readings) {
    const reading: NoteReading = isTold || asWritten.shape !== 'told' ? asWritten : { ...asWritten, shape: 'unassessed' };
    const { findings } = reading;
    const earlier = earlierHashes(chart, note, byNote);
    for (const mention of findings.mentions) for (const one of stateCodes(mention, reading, { codeSet, composer }, earlier)) all.push(why === null ? one : { ...one, unusable: why });
  }
  return all;
}

/** An abbreviation that nothing decides states nothing, wherever it stands. */
function withCodes(findings: NoteFindings): NoteFindings {
  return findings.mentions.every(({ codes }) => codes.length > 0) ? findings : { ...findings, mentions: findings.mentions.filter(({ codes }) => codes.length > 0) };
}

/** One statement a mention; two where both sides are said and each has its own code. */
function stateCodes(mention: Mention, reading: NoteReading, release: Release, earlier: ReadonlySet<string>): readonly Statement[] {
  const { codeSet } = release;
  const { note, findings, shape } = reading;
  const block = reading.blocks.get(mention);
  const told = block === undefined ? [] : sayingSentences(note.text, block, findings);
  const meant = withTold(onPartOfColon(onItsSpecimen(withSharedSide(mention, reading, release), note, release.composer, codeSet), note, codeSet), told, note, release);
  const entries = meant.codes.map((code) => reportable(code, codeSet)).filter((entry) => entry !== null);
  const [named] = entries;
  if (named === undefined) return [];
  const others = entries.slice(meant.together);
  const sentence = findings.sentences[mention.sentence];
  const words = sentence === undefined ? mention.text : note.text.slice(sentence.start, sentence.end);
  const at = sentence === undefined ? 0 : mention.start - sentence.start;
  const isDrug = drugRow(named.code) !== undefined;
  const isStopped = mention.assertion.status === 'historical' || mention.assertion.status === 'absent';
  const unusable = isDrug && !isStopped && !isTakenForLong(named.code, mention.section, words, at, mention.text.length) ? NOT_FOR_LONG : null;
  const statement = {
    mention, note, words, at, told, unusable, evidence: quotes(note, findings, mention, meant.attributes), shape, titled: isTitle(mention, reading), copied: sentence !== undefined && earlier.has(sentence.hash),
    alternatives: others.map((other) => ({ code: other.code, title: other.title })),
  };
  const isOver = reading.isWithoutDisease(mention) || (isToldGone(mention) && !isUnderTreatment(named.code, mention, wordsWithTold(words, told, note)));
  const said = entries.slice(0, meant.together).map((found): Statement => {
    const specific = ofSeveralSites(ofDiabetesType(found, mention, reading.diabetes, codeSet), mention, codeSet);
    const { code, title } = (isOver ? cancerHistory(specific.code, codeSet) : undefined) ?? (reading.namesCigarettes ? ofCigarettes(specific, codeSet) : specific);
    const restated = restatedAs(code, mention, sentence?.start ?? mention.start, reading);
    return {
      ...statement, code, title, restated, anothers: isAnothersWord(code, mention, words, at), assessed: isDrug || (restated !== 'history' && !reading.isBeforeOperation(mention) && isAssessed(code, mention, words, reading)),
      made: isDrug ? 'long-term-drug' : code !== specific.code ? (isOver ? 'history' : 'product') : madeBy(meant.attributes),
    };
  });
  return [...said, ...said.flatMap((one) => [...inHistory(one, codeSet), ...ofRelative(one, codeSet)])];
}

interface Release {
  readonly codeSet: CodeSet;
  readonly composer: Composer;
}

/** On the side of the name before it, where both share it. */
function withSharedSide(mention: Mention, { note, preceding }: NoteReading, { codeSet, composer }: Release): Mention {
  const side = sharedSide(mention, preceding.get(mention), note.text);
  const [code] = mention.codes;
  if (side === null || code === undefined) return mention;
  const attributes = [...mention.attributes, side];
  const [sided, ...others] = composer.refine(code, attributes, codeSet, mention.concept);
  return sided === undefined || sided === code || others.length > 0 ? mention : { ...mention, codes: [sided, ...mention.codes.slice(1)], attributes };
}

/** The codes of a problem with a title, as specific as what is told beneath it makes them. */
function withTold(mention: Mention, told: readonly ProblemSentence[], note: Note, { codeSet, composer }: Release): { readonly codes: readonly string[]; readonly together: number; readonly attributes: readonly Attribute[] } {
  const asNamed = { codes: mention.codes, together: mention.together ?? 1, attributes: mention.attributes };
  const [code] = mention.codes;
  if (told.length === 0 || code === undefined || asNamed.together > 1) return asNamed;
  const beside = mention.attributes.filter((one) => !told.some(({ start, end }) => one.start >= start && one.end <= end));
  const groups = attributesOfProblem({ concept: mention.concept, code, attributes: beside }, note.text, told, composer, codeSet);
  const attributes = groups.flat();
  if (attributes.length === beside.length) return asNamed;
  const codes = [...new Set(groups.flatMap((group) => composer.refine(code, group, codeSet, mention.concept)))];
  const isFuller = codes.some((one) => one !== code) && codes.every((one) => codeSet.entry(one)?.billable === true);
  return isFuller ? { codes, together: codes.length, attributes } : asNamed;
}

function isAssessing({ section }: Mention): boolean {
  return section !== null && ASSESSING.has(section);
}

function madeBy(attributes: readonly Attribute[]): Statement['made'] {
  const reported = new Set(attributes.filter((one) => one.reported).map(({ axis }) => axis));
  return reported.has('encounter') ? 'phase' : reported.has('laterality') ? 'side' : null;
}

/** A past condition as the history code that stands for it. */
function inHistory(one: Statement, codeSet: CodeSet): readonly Statement[] {
  const code = one.mention.assertion.status === 'historical' ? historyCode(one.code) : null;
  const entry = code === null ? undefined : codeSet.entry(code);
  return entry === undefined ? [] : [{ ...one, code: entry.code, title: entry.title, assessed: true, made: 'history' }];
}

/** A relative's disease told where the visit is judged, as the family history that it is; one that no relative had is none. */
function ofRelative(one: Statement, codeSet: CodeSet): readonly Statement[] {
  const { status, cues } = one.mention.assertion;
  const code = status !== 'family' || one.mention.section === 'family-history' || cues.some(({ kind }) => kind === 'negation' || kind === 'uncertainty') ? null : familyHistoryOf(one.mention.codes[0] ?? one.code);
  const entry = code === null ? undefined : codeSet.entry(code);
  return entry === undefined ? [] : [{ ...one, code: entry.code, title: entry.title, made: null, alternatives: [] }];
}

function isTitle(mention: Mention, { titles }: NoteReading): boolean {
  return isAssessing(mention) && titles.has(mention);
}

function restatedAs(code: string, mention: Mention, sentenceStart: number, reading: NoteReading): Statement['restated'] {
  const above = reading.above.get(mention);
  if (above !== undefined && isCounseling(above) && !code.startsWith('Z')) return 'advice';
  if (isSymptom(code) && isDiagnosis(above)) return asksForSymptoms(above, code) ? null : 'symptom';
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

/** The tabular list asks for the symptoms beside these. */
function asksForSymptoms(title: Mention | undefined, code: string): boolean {
  return SYMPTOMS_ASKED_FOR.some(({ of, symptoms }) => isUnderAny(title?.codes[0] ?? '', of) && isUnderAny(code, symptoms));
}

/** Tabular N40.1: use additional code for associated symptoms, when specified; I.C.9.d: the deficits of a stroke; I.C.1.d: severe sepsis beside its infection; R18.0: code first malignancy; shock is part of no disease (R57); T36–T65: use additional codes for the manifestations of the poisoning. */
const SYMPTOMS_ASKED_FOR: readonly { readonly of: readonly string[]; readonly symptoms: readonly string[] }[] = [
  { of: ['N40.1', 'N40.3'], symptoms: ['R33', 'R35', 'R39.1', 'N39.4'] },
  { of: ['I60', 'I61', 'I62', 'I63', 'I69', 'G81', 'G83', 'S06'], symptoms: ['R13.1', 'R27.0', 'R29.7', 'R29.810', 'R40.2', 'R41.4', 'R47'] },
  { of: ['A', 'B', 'J', 'K', 'L', 'N', 'T81.4'], symptoms: ['R65.2'] },
  { of: ['C'], symptoms: ['R18.0'] },
  { of: ['A', 'B', 'D', 'I', 'J', 'K', 'L', 'N', 'O', 'S', 'T'], symptoms: ['R57'] },
  { of: ['T36', 'T37', 'T38', 'T39', 'T4', 'T50', 'T51', 'T52', 'T53', 'T54', 'T55', 'T56', 'T57', 'T58', 'T59', 'T6'], symptoms: ['R00', 'R06', 'R40', 'R41', 'R44', 'R56'] },
];

function isDiagnosis(title: Mention | undefined): title is Mention {
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
