import type { Chart, CodeSet, Mention, Note, NoteFindings, QuoteEvidence, SectionKind } from '../model/index.ts';
import { quote } from './evidence.ts';
import { reportable } from './hierarchy.ts';
import { drugNamed, longTermDrug } from './long-term-drugs.ts';
import { inPhase, phaseSaid } from './phase.ts';
import { isSymptom, titlesAbove } from './problem-titles.ts';
import { sideSaid, withSide } from './side.ts';
import { isStandingStatus } from './standing-status.ts';
import { visitNotes } from './whose-words.ts';

/** Sections in which a provider says what was assessed or treated at this encounter. */
const ASSESSING: ReadonlySet<SectionKind> = new Set(['assessment', 'plan', 'impression', 'discharge-diagnosis', 'hospital-course']);

/** What one note of this visit says of one reportable code. */
export interface Statement {
  readonly code: string;
  readonly title: string;
  readonly mention: Mention;
  readonly note: Note;
  readonly evidence: QuoteEvidence;
  /** Said where the visit's conditions are assessed, or in a note that has no such section. */
  readonly assessed: boolean;
  /** The same sentence stands in an earlier note: copied forward. */
  readonly copied: boolean;
  /** A symptom that the notes tell of under the title of a diagnosis. */
  readonly restated: boolean;
  /** Why these words cannot support a code (a draft, a nurse's note); null when they can. */
  readonly unusable: string | null;
  /** Other codes that the same words may mean. */
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
  /** Why the code says more than the words of the mention alone. */
  readonly made: 'side' | 'phase' | 'long-term-drug' | 'body-mass' | null;
}

/** Every mention in the notes of this visit that names a code of this release, in order of notes and text. */
export function statements(chart: Chart, found: readonly NoteFindings[], codeSet: CodeSet): readonly Statement[] {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const all: Statement[] = [];
  const { usable, unusable } = visitNotes(chart);
  for (const { note, why } of [...usable.map((one) => ({ note: one, why: null })), ...unusable]) {
    const findings = byNote.get(note.id);
    if (findings === undefined) continue;
    const earlier = earlierHashes(chart, note, byNote);
    const hasAssessment = findings.mentions.some((mention) => mention.section !== null && ASSESSING.has(mention.section));
    const above = titlesAbove(note.text, findings.mentions);
    for (const mention of findings.mentions) {
      const restated = isDiagnosis(above.get(mention));
      all.push(...stateCodes(mention, note, findings, codeSet, hasAssessment, earlier).map((statement) => ({ ...statement, unusable: why, restated: restated && isSymptom(statement.code) })));
    }
  }
  return all;
}

/** One statement a mention; two where both sides are said and each has its own code. */
function stateCodes(
  mention: Mention, note: Note, findings: NoteFindings, codeSet: CodeSet, hasAssessment: boolean, earlier: ReadonlySet<string>,
): readonly Omit<Statement, 'unusable' | 'restated'>[] {
  const entries = mention.codes.map((code) => reportable(code, codeSet)).filter((entry) => entry !== null);
  const [named, ...others] = entries;
  if (named === undefined) return [];
  const sentence = findings.sentences[mention.sentence];
  const words = sentence === undefined ? mention.text : note.text.slice(sentence.start, sentence.end);
  const isDrug = drugNamed(mention.concept) !== undefined;
  if (isDrug && longTermDrug(mention.concept, mention.section, words) === null) return [];
  const side = sentence === undefined ? null : sideSaid(note.text, sentence, mention, findings.mentions.filter((other) => other !== mention && other.sentence === mention.sentence));
  return (side === null ? [named] : withSide(named, side, codeSet)).map((sided) => {
    const { code, title } = inPhase(sided, phaseSaid(words, sided), codeSet);
    return {
      code, title, mention, note, evidence: quote(note, findings, mention),
      assessed: isDrug || isStandingStatus(code, mention.section, words) || !hasAssessment || (mention.section !== null && ASSESSING.has(mention.section)),
      copied: sentence !== undefined && earlier.has(sentence.hash),
      alternatives: others.map((other) => ({ code: other.code, title: other.title })),
      made: isDrug ? 'long-term-drug' : code !== sided.code ? 'phase' : sided.code !== named.code ? 'side' : null,
    };
  });
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
