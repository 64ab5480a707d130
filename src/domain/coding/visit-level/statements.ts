import type { Mention, SectionKind } from '../../model/index.ts';
import type { NotePart, Statement, VisitNote } from './visit.ts';

const PART_OF: Partial<Record<SectionKind, NotePart>> = {
  'past-history': 'past', 'surgical-history': 'past', 'family-history': 'past', 'social-history': 'past', allergies: 'past', medications: 'past', 'problem-list': 'past', screening: 'past',
  'chief-complaint': 'history', hpi: 'history', ros: 'history',
  vitals: 'findings', exam: 'findings', results: 'findings',
  assessment: 'assessment', plan: 'assessment', impression: 'assessment', 'discharge-diagnosis': 'assessment', 'hospital-course': 'assessment', addendum: 'assessment', instructions: 'assessment',
};

/** Begins what a terse note judges and does, without a header of its own. */
const OPENS_ASSESSMENT = /^[\s>*#-]*(?:a\s?[/&+]\s?p|imp(?:ression)?|assess(?:ment)?|dx|diagnos[ei]s|plan|mdm|ed course|a|p)\s?[:=.—-]/i;
/** "A. Vela MD": an initial, and no header. */
const SIGNATURE = /^\s*[AP]\. ?[A-Z][\w'-]+(?:[, ]+(?:M\.?D|D\.?O|NP|PA|PA-C|[A-Z]{2,4}))?[.\s]*$/;
/** A line of findings, or of what the patient tells: no part of the judgement. */
const FINDINGS = /\b(?:exam|vitals?|vs|bp|hr|rr|temp|afebrile|spo2|sat|wt|weight|bmi|mse|lungs|heart|abd(?:omen)?|neuro|gen|heent|tender\w*|ros|afvss|nad|rrr|cta[bp]?)\b[:\s]|^\W*(?:o|obj|pe|t)\b\s?[:\d]/i;
const RESULTS = /\b(?:cbc|cmp|bmp|a1c|ldl|troponin\w*|wbc|hgb|creatinine|cr|labs?|ecg|ekg|cxr|x-?rays?|ct|mri|us|ua|anc|tsh|inr)\b/i;
const LEADS_FINDINGS = /^\W*(?:exam|vitals?|vs|bp|hr|rr|temp|t(?=\W*\d)|afebrile|spo2|sats?|wt|bmi|mse|lungs|gen|heent|alert|labs?|ros|nad|rrr|cta[bp]?|(?:\d+(?:\.\d+)? ?(?:cm|mm) (?:\w+ ){0,2})?(?:wheals?|papules?|vesicles?|plaques|macules?)|erythema(?=[,.;])|(?:chest|heart|abd(?:omen)?|neuro|gait|skin|weight)(?! (?:pain|failure|block|attack|infection|cancer|lesions?|tags?|loss|gain|instability|disorder|disease|new)))\b/i;
/** A decision, and no finding. */
const DECIDES = /\b(?:start|stop|continue|cont|increase|decrease|refill(?:ed)?|rtc|admit|refer(?:red)? to|order(?:ed)?|prescribe[d]?|rx|switch|add|taper|hold|resume|restart|schedule[d]?|reassured?|repeat|recheck|discharge home|home with|given|trial|titrate|booked|consent(?:ed)?|wean|change to|up to|down to|stopped|started|increased|added)\b/i;
/** What only a judgement or a plan says. */
const DOES = /\b(?:start\w*|stop\w*|continue|cont|increase|decrease|refill\w*|rtc|f\/u|follow[\s-]?up|return|admit|discharge[ds]?|d\/c|refer\w*|order\w*|recheck|prescrib\w*|rx|counsel\w*|reassur\w*|supportive|plan|stable|controlled|at goal|worse\w*|improving|likely|suspect\w*|switch|add|trial|taper|hold|resume|to or|consult\w*|give[n]?|schedule\w*|home|same|progression|prognosis|hospice|transfer\w*|advised|wants|chooses|declines|reviewed with|taught|up to|to \d+|not healing|resolv\w+|enlarging|growing|book\w*|keep|needs?)\b/i;

/** The statements of the notes in order, each with the part of the note that it stands in. */
export function statementsOf(notes: readonly VisitNote[]): readonly Statement[] {
  return notes.flatMap(ofNote);
}

function ofNote({ note, findings }: VisitNote): Statement[] {
  const { text } = note;
  const kinds = new Map<number, SectionKind>();
  let section = 0;
  const statements: Statement[] = [];
  let mention = 0;
  for (const { start, end } of findings.sentences) {
    while (section + 1 < findings.sections.length && findings.sections[section + 1]!.start <= start) section++;
    for (const piece of pieces(text, start, end)) {
      const own: Mention[] = [];
      while (mention < findings.mentions.length && findings.mentions[mention]!.start < piece.end) own.push(findings.mentions[mention++]!);
      const kind = findings.sections[section]?.kind ?? 'other';
      if (piece.start === start) kinds.set(statements.length, kind);
      statements.push({ note, ...piece, text: text.slice(piece.start, piece.end), part: PART_OF[kind] ?? 'history', opensLine: piece.start === start && /(?:^|\n)[\s>*#•\d.)-]*$/.test(text.slice(Math.max(0, start - 12), start)), mentions: own });
    }
  }
  return withJudgement(statements);
}

/** A semicolon parts what a sentence says. */
function pieces(text: string, start: number, end: number): { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text[at] !== ';') continue;
    parts.push({ start: from, end: at + 1 });
    from = at + 1;
    while (from < end && /\s/.test(text[from]!)) from++;
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/** Where no header opens the judgement, it opens at its letters ("A/P:"), else after the last line of findings. */
function withJudgement(statements: readonly Statement[]): Statement[] {
  const opened = statements.findIndex(({ text, opensLine }) => opensLine && OPENS_ASSESSMENT.test(text) && !SIGNATURE.test(text));
  if (opened >= 0) return statements.map((one, index) => (index >= opened && one.part !== 'past' ? { ...one, part: 'assessment' } : one));
  if (statements.some(({ part }) => part === 'assessment')) return statements.map(asPast);
  const lines = byLine(statements);
  const last = lastJudged(lines);
  let from = last;
  while (from > 0 && last - from < MOST_LINES - 1 && isJudgement(lines[from - 1]!, from - 1, lines.length)) from--;
  const judging = lines.filter((line, index) => (index >= from && index <= last) || (index > 0 && isOwnProblem(line)));
  const judged = new Set(judging.flatMap((line) => (lines.length === 1 ? judgedOfOneLine(line) : line)));
  const after = new Set(lines.slice(last + 1).filter((line) => !PAST.test(textOf(line))).flat());
  return statements.map((one) => (judged.has(one) ? { ...one, part: 'assessment' } : asPast(after.has(one) && one.part === 'past' ? { ...one, part: 'history' } : one)));
}

/** "1) Hypertension: home readings …, amlodipine up to 10": a problem with all that belongs to it, wherever the line stands. */
function isOwnProblem(line: readonly Statement[]): boolean {
  const words = textOf(line);
  if (PAST.test(words) || LEADS_FINDINGS.test(words)) return false;
  return (isListItem(line) && DECIDES.test(words)) || (leadsWithDiagnosis(line) && !OPENS_STORY.test(words) && DOES.test(words));
}

/** A terse note may close with what was before it: past history, vital signs, minutes, what is not claimed. */
function lastJudged(lines: readonly (readonly Statement[])[]): number {
  const last = lines.findLastIndex((line, index) => !isTrailer(line) && (index === lines.length - 1 || isJudgement(line, index, lines.length)));
  return last > 0 ? last : lines.length - 1;
}

function isTrailer(line: readonly Statement[]): boolean {
  const words = textOf(line);
  return PAST.test(words) || isFindings(line) || (TIME_ALONE.test(words) && !DECIDES.test(words)) || OF_OTHERS.test(words) || (!DOES.test(words) && !isListItem(line) && line.every(({ mentions }) => mentions.length === 0));
}

function isJudgement(line: readonly Statement[], index: number, count: number): boolean {
  const words = textOf(line);
  if (isFindings(line) || PAST.test(words) || OF_OTHERS.test(words) || (TIME_ALONE.test(words) && !DECIDES.test(words))) return false;
  if (index === 0 || OPENS_STORY.test(words)) return count <= SHORT_NOTE && DOES.test(words) && !FINDINGS.test(words) && !RESULTS.test(words);
  return DOES.test(words) || isListItem(line) || leadsWithDiagnosis(line);
}

/** A line that opens with a condition that the patient has is what the note concludes. */
function leadsWithDiagnosis([first]: readonly Statement[]): boolean {
  return first !== undefined && first.mentions.some(({ start, codes, assertion: { status } }) => start - first.start < NAME_WITHIN && codes.length > 0 && !/^(?:Z(?!21|94)|R)/.test(codes[0]!) && (status === 'present' || status === 'possible'));
}

/** Lines of a note in which story and judgement share a line. */
const SHORT_NOTE = 2;
const NAME_WITHIN = 30;
const TIME_ALONE = /^\W*(?:(?:my |total |overall )*time\b|total\b.{0,12}\bmin|(?:i )?spent\b|\d{1,3} ?min\w* (?:total|spent|in all)|in (?:the )?room\b|critical care (?:time )?not\b)/i;
/** Somebody else's work, told at the end. */
const OF_OTHERS = /^\W*(?:dietitian|nutritionist|pharmacist|social work\w*|interpreter|scribe\w*|ma|rn|lpn|nurse|student)\b[^:]{0,60}\b(?:spent|note|min\w*|documented|taught|saw)\b/i;
/** Age and sex open the story: "61M, 3 d of cough". */
const OPENS_STORY = /^\W*(?:(?:new|est\w*|return) (?:pt|patient)\W+)?\d{1,3}[\s-]*(?:y\/?o|yrs?|years?|mo|months?|wks?|weeks?|d|days?|[mf]\b|yo)/i;

const MOST_LINES = 8;
const PAST = /^\W*(?:pmh|pmhx|psh|hx|fh|fhx|sh|shx|allerg\w+|meds|home meds|medications)\b\s?[:.=-]/i;

function asPast(one: Statement): Statement {
  if (PAST.test(one.text)) return { ...one, part: 'past' };
  return one.part === 'history' && FINDINGS.test(one.text) && !DOES.test(one.text) ? { ...one, part: 'findings' } : one;
}

/** A note of one line: what follows the last finding. */
function judgedOfOneLine(line: readonly Statement[]): readonly Statement[] {
  const last = line.findLastIndex(({ text }) => (FINDINGS.test(text) || RESULTS.test(text)) && !DOES.test(text));
  const from = last >= 0 && last < line.length - 1 ? last + 1 : Math.max(0, line.findIndex(({ text }) => DOES.test(text)));
  return line.slice(from);
}

function byLine(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const lines: Statement[][] = [];
  for (const one of statements) {
    if (one.opensLine || lines.length === 0) lines.push([one]);
    else lines.at(-1)!.push(one);
  }
  return lines;
}

function isListItem([first]: readonly Statement[]): boolean {
  return first !== undefined && /(?:^|\n)\s*(?:#?\d{1,2}[.)]|[-*•#])\s*$/.test(first.note.text.slice(Math.max(0, first.start - 8), first.start));
}

function isFindings(line: readonly Statement[]): boolean {
  const words = textOf(line);
  if (LEADS_FINDINGS.test(words)) return !DECIDES.test(words);
  return (FINDINGS.test(words) || RESULTS.test(words)) && !DECIDES.test(words) && !leadsWithDiagnosis(line);
}

function textOf(line: readonly Statement[]): string {
  return line.map(({ text }) => text).join(' ').slice(0, LONGEST_LOOK);
}

const LONGEST_LOOK = 2000;
