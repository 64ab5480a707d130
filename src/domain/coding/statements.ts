import type { Chart, CodeSet, Mention, Note, NoteFindings, QuoteEvidence, SectionKind } from '../model/index.ts';
import { quote } from './evidence.ts';
import { reportable } from './hierarchy.ts';
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
  /** Why these words cannot support a code (a draft, a nurse's note); null when they can. */
  readonly unusable: string | null;
  /** Other codes that the same words may mean. */
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
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
    for (const mention of findings.mentions) {
      const statement = stateCode(mention, note, findings, codeSet, hasAssessment, earlier);
      if (statement !== null) all.push({ ...statement, unusable: why });
    }
  }
  return all;
}

function stateCode(
  mention: Mention, note: Note, findings: NoteFindings, codeSet: CodeSet, hasAssessment: boolean, earlier: ReadonlySet<string>,
): Omit<Statement, 'unusable'> | null {
  const entries = mention.codes.map((code) => reportable(code, codeSet)).filter((entry) => entry !== null);
  const [best, ...others] = entries;
  if (best === undefined) return null;
  const hash = findings.sentences[mention.sentence]?.hash;
  return {
    code: best.code, title: best.title, mention, note, evidence: quote(note, findings, mention),
    assessed: !hasAssessment || (mention.section !== null && ASSESSING.has(mention.section)),
    copied: hash !== undefined && earlier.has(hash),
    alternatives: others.map(({ code, title }) => ({ code, title })),
  };
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
