import type { Chart, CodeSet, Note, QuoteEvidence } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

/** "NIHSS 12", "NIH stroke scale score of 7", "NIHSS on arrival: 4". */
const SCORE = /\b(?:NIHSS|NIH stroke scale|National Institutes of Health stroke scale)(?: score)?(?: (?:on|at|upon) (?:arrival|admission|presentation|ED arrival))?(?: ?[:=]| was| is| of| score)* ?(\d{1,2})\b(?! ?(?:\/\d{2}|days?|hours?|h\b))/gi;
/** One to forty-two points (tabular R29.7-). */
const MOST = 42;

/**
 * The stroke scale beside an acute cerebral infarction: the first score of the stay, by whichever clinician wrote it
 * (ICD-10-CM Guidelines I.B.14, I.C.18.i: at a minimum the initial score; tabular R29.7: code first the infarction).
 */
export function withStrokeScale(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const stroke = codes.find(({ code, statements }) => isUnderAny(code, ['I63']) && statements.length > 0);
  if (stroke === undefined || codes.some(({ code }) => isUnderAny(code, ['R29.7']))) return codes;
  const first = ofAnyClinician(chart).toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '')).flatMap(scores)[0];
  const entry = first === undefined ? undefined : codeSet.entry(`R29.7${String(first.points).padStart(2, '0')}`);
  if (first === undefined || entry === undefined) return codes;
  const statement: Statement = { ...stroke.statements[0]!, code: entry.code, title: entry.title, note: first.note, evidence: [first.evidence], alternatives: [], made: null };
  const rule = { id: 'stroke-scale', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.B.14, I.C.18.i`, because: 'The notes give the score of the stroke scale beside the infarction.' };
  return [...codes, { code: entry.code, title: entry.title, statements: [statement], rules: [rule], alternatives: [], replaces: [] }];
}

/** Providers' notes, and finished ones of nurses and other clinicians (I.B.14). */
function ofAnyClinician(chart: Chart): readonly Note[] {
  const { usable, unusable } = visitNotes(chart);
  const theirs = unusable.map(({ note }) => note).filter(({ status, author: { role }, type }) =>
    (status === 'final' || status === 'amended' || status === 'unknown') && (role === 'nurse' || role === 'ancillary' || (role === 'unknown' && type === 'nursing')));
  return [...usable, ...theirs];
}

interface Score {
  readonly points: number;
  readonly note: Note;
  readonly evidence: QuoteEvidence;
}

function scores(note: Note): readonly Score[] {
  return [...note.text.matchAll(SCORE)].flatMap((match): Score[] => {
    const points = Number(match[1]);
    if (points > MOST) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ points, note, evidence: { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] } }];
  });
}
