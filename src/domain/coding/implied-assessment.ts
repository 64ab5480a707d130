import type { Mention, Note, NoteFindings, SectionKind } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';
import { isSymptom } from './problem-titles.ts';

/**
 * Notes without a header for it assess in the lines that they end with: a numbered list, or lines that each begin with a problem
 * ("Vitamin D deficiency, improving: continue"). What stands in them is assessed as under a header (ICD-10-CM Guidelines IV.J); what is told
 * above them is history and findings. The mentions of the note, those of such lines as of an assessment.
 */
export function withImpliedAssessment(note: Note, findings: NoteFindings): NoteFindings {
  const { mentions, sections } = findings;
  // A summary of a stay, and the report of a procedure, assess from their first line.
  if (note.type === 'discharge' || note.type === 'procedure') return findings;
  if (sections.some(({ kind, header }) => ASSESSING.has(kind) && header.end > header.start)) return findings;
  const from = firstProblemLine(note.text, mentions);
  if (from === null) return findings;
  return { ...findings, mentions: mentions.map((one) => (one.start >= from && isOpenTo(one.section) ? { ...one, section: 'assessment' } : one)) };
}

/** Sections that a writer without headers falls out of: what follows an examination on lines of its own is no longer the examination. */
function isOpenTo(section: SectionKind | null): boolean {
  return section === null || section === 'other' || section === 'exam' || section === 'results' || section === 'hpi' || section === 'vitals';
}

/** Where the first of the closing problem lines begins (UTF-16 offset); null where the note has none below something else. */
function firstProblemLine(text: string, mentions: readonly Mention[]): number | null {
  const leading = leadingOnTheirLines(text, mentions);
  const numbered = firstOfNumberedList(leading);
  if (numbered !== null) return numbered;
  const plain = leading.filter(({ mention, mark }) => mark !== 'number' && isProblem(mention, text));
  const [first] = plain;
  return first === undefined || first.line === 0 ? null : first.line;
}

interface Leading {
  readonly mention: Mention;
  /** Offset of its line. */
  readonly line: number;
  readonly mark: 'number' | 'bullet' | 'none';
  readonly number: number;
}

/** "1) ", "- ", and words that stand before a problem's name: "New 2 cm thyroid nodule". */
const LEAD = /^[ \t]*(?:(\d{1,2})[.)]\s{0,3}|([-•*–]\s{0,3}))?(?:(?:new|known|acute|chronic|recurrent|mild|moderate|severe|right|left|bilateral|primary|likely|\d{1,2}(?:\.\d)?|cm|mm|[RL])[ ,]{1,2}){0,4}$/i;
const LONGEST_LEAD = 48;

/** Conditions with which a line begins, in order. */
function leadingOnTheirLines(text: string, mentions: readonly Mention[]): readonly Leading[] {
  const found: Leading[] = [];
  let [last, line, looked] = [-1, 0, 0];
  for (const mention of mentions) {
    const end = text.slice(looked, mention.start).lastIndexOf('\n');
    if (end >= 0) line = looked + end + 1;
    looked = Math.max(looked, mention.start);
    if (line === last) continue;
    last = line;
    const lead = mention.start - line > LONGEST_LEAD ? null : LEAD.exec(text.slice(line, mention.start));
    if (lead !== null && isOpenTo(mention.section)) found.push({ mention, line, mark: lead[1] !== undefined ? 'number' : lead[2] !== undefined ? 'bullet' : 'none', number: Number(lead[1] ?? 0) });
  }
  return found;
}

/** The last list that begins with its first items. */
function firstOfNumberedList(leading: readonly Leading[]): number | null {
  const numbered = leading.filter(({ mark }) => mark === 'number');
  const start = numbered.findLastIndex(({ number }, at) => number <= 2 && (at === 0 || numbered[at - 1]!.number >= number));
  return start < 0 || numbered.length - start < 2 ? null : numbered[start]!.line;
}

/** A condition as of now: no status or habit, and no symptom, which a history begins with as often, unless its cause is said of it. */
function isProblem({ codes: [code = ''], assertion, end }: Mention, text: string): boolean {
  if (assertion.status !== 'present' || !assertion.recent || isUnderAny(code, NO_PROBLEMS)) return false;
  return !isSymptom(code) || CAUSED.test(text.slice(end, end + LONGEST_CAUSE));
}

const CAUSED = /^,? (?:likely )?(?:from|due to|secondary to|2\/2|caused by|because of|explained by|attributed to)\b/i;
const LONGEST_CAUSE = 30;

const NO_PROBLEMS = ['Z', 'V', 'W', 'X', 'Y', 'J34.89', 'J02.9'];
