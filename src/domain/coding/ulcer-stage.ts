import type { Chart, CodeSet, Note, QuoteEvidence } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import { visitNotes } from './whose-words.ts';

/** How a skin sheet calls the sites of the list (tabular L89); left and right where the code tells them apart. */
const SITES: readonly { readonly code: string; readonly said: RegExp }[] = [
  { code: 'L89.15', said: /\b(?:sacr\w+|coccy\w+|tail ?bone)\b/i },
  { code: 'L89.61', said: /\b(?:right|R|rt)\.? heel\b/i }, { code: 'L89.62', said: /\b(?:left|L|lt)\.? heel\b/i },
  { code: 'L89.31', said: /\b(?:right|R|rt)\.? (?:buttock|ischi\w+)\b/i }, { code: 'L89.32', said: /\b(?:left|L|lt)\.? (?:buttock|ischi\w+)\b/i },
  { code: 'L89.21', said: /\b(?:right|R|rt)\.? (?:hip|trochant\w+)\b/i }, { code: 'L89.22', said: /\b(?:left|L|lt)\.? (?:hip|trochant\w+)\b/i },
  { code: 'L89.51', said: /\b(?:right|R|rt)\.? (?:ankle|malleol\w+)\b/i }, { code: 'L89.52', said: /\b(?:left|L|lt)\.? (?:ankle|malleol\w+)\b/i },
  { code: 'L89.01', said: /\b(?:right|R|rt)\.? elbow\b/i }, { code: 'L89.02', said: /\b(?:left|L|lt)\.? elbow\b/i },
  { code: 'L89.81', said: /\b(?:occip\w+|scalp|head)\b/i },
];
const STAGE = /\b(?:stage|grade|stg)\s*(?:(1|I|one)|(2|II|two)|(3|III|three)|(4|IV|four))\b|\b(unstageable)\b|\b(deep[- ]tissue (?:pressure )?(?:injury|damage)|DTPI|DTI)\b/gi;
/** The last character of the stages above, in their order: 0 is unstageable, 6 deep tissue damage. */
const LAST = ['1', '2', '3', '4', '0', '6'];
const NOT_THIS = /\b(?:no|not|without)\b[^.,;\n]{0,40}$|\b(?:risk|prior|previous|healed|history|prevent\w*|if|CKD|kidney|cancer)\b[^.;\n]{0,40}$/i;

/**
 * The stage that another clinician's sheet gives for the site of the provider's pressure ulcer, though the sheet does not call it one ("sacrum, 2 x 3 cm, stage 2":
 * ICD-10-CM Guidelines I.B.14, I.C.12.a). Not where the sheets give two stages: whether the ulcer grew is for a person to say.
 */
export function withUlcerStage(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  if (!codes.some(isWithoutStage)) return codes;
  const sheets = visitNotes(chart).unusable.map(({ note }) => note).filter(isByAnotherClinician);
  return codes.map((entry) => (isWithoutStage(entry) ? staged(entry, sheets, codeSet) : entry));
}

function isWithoutStage({ code, statements }: VisitCode): boolean {
  return isUnderAny(code, ['L89']) && code.length > 6 && code.endsWith('9') && statements.length > 0;
}

function isByAnotherClinician({ author: { role }, status, type }: Note): boolean {
  return (status === 'final' || status === 'amended' || status === 'unknown') && (role === 'nurse' || role === 'ancillary' || (role === 'unknown' && type === 'nursing'));
}

function staged(entry: VisitCode, sheets: readonly Note[], codeSet: CodeSet): VisitCode {
  const site = SITES.find(({ code }) => entry.code.startsWith(code));
  const found = site === undefined ? [] : sheets.flatMap((note) => stagesAt(note, site.said));
  const [first] = found;
  const named = first === undefined || found.some(({ last }) => last !== first.last) ? undefined : codeSet.entry(`${entry.code.slice(0, -1)}${first.last}`);
  if (first === undefined || named === undefined || !named.billable) return entry;
  const statement = { ...entry.statements[0]!, code: named.code, title: named.title, evidence: [first.evidence], alternatives: [], made: null };
  const rule = { id: 'other-clinicians', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.B.14`, because: 'The provider diagnoses the pressure ulcer; its stage may be taken from the nursing notes.' };
  return { ...entry, code: named.code, title: named.title, statements: [...entry.statements, statement], rules: [...entry.rules, rule], replaces: [...entry.replaces, entry.code] };
}

interface Staging {
  readonly last: string;
  readonly evidence: QuoteEvidence;
}

/** Sentence by sentence: the site and the stage stand in one. */
function stagesAt(note: Note, site: RegExp): readonly Staging[] {
  return [...note.text.matchAll(/[^.;\n]+(?:\.(?=\d)[^.;\n]*)*/g)].flatMap((sentence) => {
    if (!site.test(sentence[0])) return [];
    return [...sentence[0].matchAll(STAGE)].flatMap((match): Staging[] => {
      if (NOT_THIS.test(sentence[0].slice(0, match.index))) return [];
      const start = sentence.index + match.index;
      const end = start + match[0].length;
      const last = LAST[match.slice(1).findIndex((group) => group !== undefined)] ?? '9';
      return [{ last, evidence: { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] } }];
    });
  });
}
