import type { Assertion, NoteFindings, SectionKind, Span } from '../../../model/index.ts';
import type { AnalysedNote } from '../provider-notes.ts';
import type { Kind, Matter } from './matters.ts';
import { isFirmDenial } from '../../../coding/firm-denial.ts';
import { isUnderAny } from '../../../coding/hierarchy.ts';
import { ASSESSING, noteShape } from '../../../coding/note-shape.ts';
import { assertTarget } from '../../../mentions/assert-target.ts';

/** What a note says of one condition or one kind of it. */
export interface Said extends Span {
  readonly in: AnalysedNote;
  readonly sentence: Span;
  readonly words: string;
  readonly section: SectionKind | null;
  readonly says: 'stated' | 'supposed' | 'denied';
  /** Said where the author judges, in the author's own name. */
  readonly judged: boolean;
}

export interface SaidKind extends Said { readonly kind: Kind }

export interface SaidCode extends Said { readonly code: string }

/** Every kind of the matter that the note states, supposes or denies, in order of text. */
export function kindsSaid(matter: Matter, indexed: AnalysedNote): readonly SaidKind[] {
  const { note, findings } = indexed;
  const lower = note.text.toLowerCase();
  return matter.kinds.flatMap((kind): readonly SaidKind[] => {
    if (!namesAStem(lower, kind)) return [];
    const spans = [...note.text.matchAll(new RegExp(kind.words, 'gi'))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    const coded = findings.mentions.filter((mention) => kind.codes.length > 0 && isUnderAny(mention.codes[0] ?? '', kind.codes) && !spans.some((span) => overlaps(span, mention)));
    return [...spans, ...coded].flatMap((span) => {
      const said = saidAt(span, indexed);
      return said === null || matter.together?.test(said.words) === true ? [] : [{ ...said, kind }];
    });
  }).toSorted((a, b) => a.start - b.start);
}

export function namesAStem(lower: string, { stems }: Kind): boolean {
  return stems.some((stem) => lower.includes(stem));
}

/** Every diagnosis that the note states, supposes or denies: not symptoms, statuses and external causes. */
export function diagnosesSaid(indexed: AnalysedNote): readonly SaidCode[] {
  return indexed.findings.mentions.flatMap((mention): readonly SaidCode[] => {
    const code = mention.codes[0];
    if (code === undefined || (/^[RV-Z]/.test(code) && !code.startsWith('R65'))) return [];
    const said = saidWith(mention, mention.assertion, indexed);
    return said === null ? [] : [{ ...said, code }];
  });
}

function saidAt(span: Span, indexed: AnalysedNote): Said | null {
  const within = indexed.findings.mentions.filter((mention) => overlaps(span, mention));
  const known = within.find((mention) => mention.start <= span.start && mention.end >= span.end) ?? within[0];
  const assertion = known?.assertion ?? assertTarget(indexed.note.text, span);
  return assertion === null ? null : saidWith(span, assertion, indexed);
}

/** What is told of a relative, of a past illness or of no time says nothing here; what resolved in this illness was there. */
function saidWith({ start, end }: Span, assertion: Assertion, indexed: AnalysedNote): Said | null {
  const { note, findings } = indexed;
  const sentence = findings.sentences.find((one) => one.start <= start && start < one.end) ?? { start, end };
  const words = note.text.slice(sentence.start, sentence.end);
  const says = saying(assertion, { before: note.text.slice(sentence.start, start), own: note.text.slice(start, end), after: note.text.slice(end, sentence.end) });
  if (says === null) return null;
  const section = findings.sections.find((one) => one.start <= start && start < one.end)?.kind ?? null;
  const judged = (isJudged(section, indexed) || (section === 'results' && (note.type === 'consult' || JUDGES.test(words)))) && !isAnothers(words, start - sentence.start) && !(says !== 'denied' && REASON.test(words));
  return { in: indexed, start, end, sentence, words, section, says, judged };
}

function saying(assertion: Assertion, { before, own, after }: { readonly before: string; readonly own: string; readonly after: string }): Said['says'] | null {
  switch (assertion.status) {
    case 'present': return 'stated';
    case 'historical': return assertion.recent ? 'stated' : null;
    case 'possible': return 'supposed';
    case 'absent': return isFirmDenial(assertion) && !QUALIFIED.test(before) && !OF_OTHERS.test(before) && !ELSEWHERE.test(after) && !isOfTheCause(before, own) ? 'denied' : null;
    case 'family': case 'hypothetical': case 'other-person': return null;
  }
}

/** "No acute stroke" leaves an old one, "no clear evidence of" leaves it open. */
const QUALIFIED = /\b(?:acute|further|more|new|recurrent|ongoing|residual|persistent|worsening|active|obvious|overt|frank|gross|significant|definite|clear|convincing|current|major|severe|complete|untreated)(?: (?:clinical|radiographic|signs?|evidence|of|source|for)){0,3}\s*$/i;

/** "No other fracture", "no DVT elsewhere": the one that was named is there. */
const OF_OTHERS = /\b(?:other|additional|another|associated|second)\s(?:\w{1,14}\s){0,2}$/i;
const ELSEWHERE = /^[^.;,\n]{0,20}\b(?:elsewhere|otherwise|in the other|on the other)\b/i;

/** "Kidney injury not related to the sepsis", "polyneuropathy due to oxaliplatin, not diabetic": the cause is denied, and the condition is not. */
function isOfTheCause(before: string, own: string): boolean {
  return UNRELATED.test(before) || (/,\s(?:but\s)?not\s$/i.test(before) && ADJECTIVE.test(own));
}

const UNRELATED = /\bnot (?:felt (?:to be )?|thought (?:to be )?)?(?:related|due|secondary|attribut\w{2,5}|caused|from|because)\b[^.;,]{0,20}$/i;
const ADJECTIVE = /^(?:diabetic|septic|uremic|hypertensive|alcoholic|cirrhotic|hypothyroid|anemic)$/i;

/** Short notes run on from a result to what it means: "EF 45 %, akinesis. This is systolic heart failure." */
const JUDGES = /\b(?:this (?:is|was|represents|reflects)|in my (?:view|opinion|judgment)|i (?:read|think|favor|call|would call|consider))\b/i;

/** Why a consultant was asked is the asking one's word. */
const REASON = /^\W*(?:(?:asked|consulted|called|referred|requested|seen|reason)\b|(?:consult|consultation) (?:for|requested)\b)/i;

/** "Cardiology calls this type 2; I read it as NSTEMI". */
function isAnothers(words: string, at: number): boolean {
  const clause = words.slice(0, at).split(/[;.]|\bbut\b|\bhowever\b|\bI\b/).at(-1) ?? '';
  return ANOTHER.test(clause);
}

const ANOTHER = /\b(?:cardiology|nephrology|neurology|pulmonary|pulmonology|surgery|psychiatry|id|infectious disease|hematology|gi|gastroenterology|orthopedics|ortho|critical care|icu|ed|emergency|consultants?|radiolog(?:y|ist)|outside|osh|team|they|he|she|chart|list|family)\b[^;.]{0,20}\b(?:calls?|called|says|said|feels|felt|thinks|thought|reads?|favou?rs?|favou?red|labell?ed|wrote|writes|considers?|considered|suggests?|suggested|raised|questions?|documented|diagnosed)\b/i;

const DESCRIBING: ReadonlySet<SectionKind | null> = new Set(['ros', 'exam', 'vitals', 'results', 'family-history', 'past-history', 'surgical-history', 'social-history', 'allergies', 'medications', 'problem-list', 'instructions', 'indication', 'chief-complaint', 'screening']);

/** Not a form's or an examination's negative: an author who says so, wherever in the note, takes back what was thought. */
export function isOwnDenial({ says, section }: Said): boolean {
  return says === 'denied' && !DESCRIBING.has(section);
}

function isJudged(section: SectionKind | null, { note, findings }: AnalysedNote): boolean {
  if (section !== null && ASSESSING.has(section)) return true;
  return !DESCRIBING.has(section) && shapeOf(note.text, findings) !== 'assessed';
}

const SHAPES = new WeakMap<NoteFindings, ReturnType<typeof noteShape>>();

function shapeOf(text: string, findings: NoteFindings): ReturnType<typeof noteShape> {
  const known = SHAPES.get(findings) ?? noteShape(text, findings);
  SHAPES.set(findings, known);
  return known;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
