import type { Chart, CodeEntry, CodeSet, RemovalReason } from '../../model/index.ts';
import type { ChartedDiagnosis } from '../charted.ts';
import { isSameAuthor } from '../corrected.ts';
import { isFirmDenial } from '../firm-denial.ts';
import { category, isAtOrBelow, isUnderAny } from '../hierarchy.ts';
import { isSymptom } from '../problem-titles.ts';
import type { Statement } from '../statements.ts';
import { visitNotes } from '../whose-words.ts';
import { aboutCharted, concerns, type About } from './about.ts';
import { isPastEvent } from './past-events.ts';
import { pastCode } from './past-codes.ts';
import type { Silence } from './silence.ts';

/** What becomes of a charted diagnosis: it stands; it goes; or a code of the past takes its place. */
export type Verdict =
  | { readonly kind: 'stands' }
  | { readonly kind: 'goes'; readonly reason: RemovalReason; readonly statements: readonly Statement[]; readonly to: CodeEntry | null };

export interface JudgedVisit {
  readonly chart: Chart;
  readonly said: readonly Statement[];
  /** Statements that their author took back. */
  readonly corrected: ReadonlyMap<Statement, Statement>;
  readonly codeSet: CodeSet;
  /** Whether the visit's notes are silent on it in any words; null where that cannot be told. */
  readonly isSilent: (charted: ChartedDiagnosis) => Silence | null;
}

const STANDS: Verdict = { kind: 'stands' };

/**
 * Whether the visit's notes support what is charted. A provider's statement that it exists is enough (ICD-10-CM Guidelines I.A.19); where two
 * providers contradict each other it stands, and the attending is asked. What cannot be told stands.
 */
export function judge(charted: ChartedDiagnosis, visit: JudgedVisit): Verdict {
  const about = aboutCharted(charted.code, visit.said, visit.codeSet);
  const withdrawn = withdrawnBy(about, visit);
  if (withdrawn !== null) return withdrawn;
  const present = about.present.filter((one) => !isPast(one, charted.code, visit));
  const past = [...about.past, ...about.present.filter((one) => isPast(one, charted.code, visit))];
  if (present.length > 0) return outweighed(present, { ...about, present, past }, charted.code, visit);
  return unstated({ ...about, present, past }, charted, visit);
}

function isPast(one: Statement, code: string, { chart }: JudgedVisit): boolean {
  return (one.made === 'history' && one.code !== code) || isPastEvent(one, code, chart);
}

/** An addendum or a later note by the same author that says it is not so. */
function withdrawnBy({ present }: About, { corrected }: JudgedVisit): Verdict | null {
  const taken = present.filter((one) => corrected.get(one)?.mention.assertion.status === 'absent');
  if (taken.length === 0 || taken.length < present.length) return null;
  return { kind: 'goes', reason: 'withdrawn', statements: [...new Set(taken.map((one) => corrected.get(one)!)), ...taken], to: null };
}

/** Stated somewhere, and the same author's assessment says that it is not there, is over, or is only a possibility. */
function outweighed(present: readonly Statement[], about: About, code: string, visit: JudgedVisit): Verdict {
  const of = present.filter((one) => concerns(one, code, visit.codeSet));
  const against = about.denied.filter(isFirm).filter((one) => of.every((other) => isOutweighed(other, one, code)));
  if (against.length > 0 && visit.chart.encounter.setting !== 'office' && about.past.some(isOverWithin)) return STANDS;
  if (against.length > 0) return { kind: 'goes', reason: 'ruled-out', statements: against, to: null };
  const cured = about.past.filter((one) => isCured(one) && present.every((other) => isByTheSame(other, one)));
  if (cured.length > 0) return ended(cured, code, visit);
  if (isStay(visit.chart)) return STANDS;
  const over = about.past.filter((one) => one.assessed && (one.titled || isOverWithin(one)) && !isTreatedStill(one, code) && present.every((other) => !other.assessed && isByTheSame(other, one)));
  return over.length > 0 ? ended(over, code, visit) : STANDS;
}

/** What was treated and resolved within a stay, observation too, was there. */
function isStay({ encounter }: Chart): boolean {
  return encounter.setting === 'inpatient' || encounter.setting === 'observation';
}

/** A word for the cure ends what the same author names by habit ("hep C cirrhosis, SVR12 achieved"). */
export function isCured({ mention: { assertion } }: Statement): boolean {
  return assertion.cues.some(({ kind, text }) => kind === 'history' && /\bcured\b|\bSVR\b|\bSVR12\b|\beradicat/i.test(text));
}

function isFirm({ mention: { assertion } }: Statement): boolean {
  return isFirmDenial(assertion);
}

/** What is told before the assessment gives way to it; "ocular hypertension, no glaucoma" tells two things apart; what is assessed gives way to a later assessment by its own author. A symptom of one day stays one. */
function isOutweighed(stated: Statement, denial: Statement, code: string): boolean {
  if (!isByTheSame(stated, denial)) return false;
  if (stated.note.id === denial.note.id && stated.mention.sentence === denial.mention.sentence) return (denial.mention.start > stated.mention.start && denial.code === stated.code) || isTheOtherOfTwo(stated, denial, code);
  if (isSymptom(code)) return false;
  if (denial.assessed && !stated.assessed) return true;
  return (denial.assessed || isRuledOut(denial)) && stated.note.id !== denial.note.id && (stated.note.date ?? '') < (denial.note.date ?? '');
}

/** Words that only a judgement uses, wherever they stand. */
function isRuledOut({ mention: { assertion } }: Statement): boolean {
  return assertion.cues.some(({ kind, text }) => kind === 'negation' && /\bruled? out|\bexcluded|\bdisprov|\br\/o'd/i.test(text));
}

/** "Osteopenia, no osteoporosis" with osteoporosis charted: what is denied is the charted one, and what is stated is another. */
function isTheOtherOfTwo(stated: Statement, denial: Statement, code: string): boolean {
  return denial.assessed && isAtOrBelow(code, denial.code) && !isAtOrBelow(stated.code, denial.code) && !isAtOrBelow(denial.code, stated.code) && category(stated.code) !== category(code);
}

function isByTheSame(one: Statement, other: Statement): boolean {
  return one.note.id === other.note.id || isSameAuthor(one.note.author, other.note.author);
}

/** Nowhere stated to exist now. */
function unstated(about: About, { code, ...rest }: ChartedDiagnosis, visit: JudgedVisit): Verdict {
  const charted = { code, ...rest };
  const { kin, possible, past, denied, family, others, anothers, ifItComes, unusable } = about;
  if (visit.chart.encounter.setting === 'inpatient') {
    const open = possible.filter((one) => !denied.some((other) => isFirm(other) && isOutweighed(one, other, code)));
    if (open.length > 0) return isLeftAtDischarge(open, visit) ? STANDS : goes('uncertain-outpatient', open);
  }
  if (isStay(visit.chart) && past.some(isOverWithin)) return STANDS;
  if (unusable.some(isDraft)) return STANDS;
  if (past.length > 0 && !unusable.some(isTakenNow)) return past.every((one) => isTreatedStill(one, code)) ? STANDS : ended(past, code, visit);
  if (denied.length > 0) return goes(possible.length > 0 ? 'ruled-out' : 'only-negated', denied);
  if (possible.length > 0) return goes('uncertain-outpatient', possible);
  if (family.length > 0) return goes('only-family', family);
  if (others.length > 0 && !isUnderAny(code, ['Z0', 'Z2', 'Z3', 'Z7'])) return goes('only-other-person', others);
  if (anothers.length > 0) return goes('not-mentioned', anothers);
  if (ifItComes.length > 0 && kin.length === 0 && unusable.length === 0) return goes('not-mentioned', ifItComes);
  const suspected = kin.length > 0 ? [] : cancerSuspected(code, visit);
  if (suspected.length > 0) return goes('uncertain-outpatient', suspected);
  if (unusable.length > 0) return unusable.every(({ note }) => note.status === 'superseded' || note.status === 'entered-in-error') ? goes('superseded-note', unusable) : STANDS;
  const silence = kin.length === 0 ? visit.isSilent(charted) : null;
  return silence === null ? STANDS : goes(silence === 'denied' ? 'only-negated' : 'not-mentioned', []);
}

/** "AF s/p ablation - continue apixaban": the procedure treated it, and treatment goes on. */
function isTreatedStill({ words, mention: { assertion } }: Statement, code: string): boolean {
  return isUnderAny(code, ['I25', 'I48', 'I70', 'I35', 'I34', 'G40', 'K50', 'K51']) && /\b(?:continu\w*|remains on|stays on|maintenance)\b/i.test(words)
    && assertion.cues.some(({ kind, text }) => kind === 'history' && /\b(?:s\/p|status post|after|post)\b/i.test(text));
}

/** What resolved within the stay was treated in it (III). */
function isOverWithin({ mention: { assertion } }: Statement): boolean {
  return assertion.cues.some(({ text }) => /resolv|improv|clear|recover|subsid|correct|replet/i.test(text));
}

/** "Nodule, suspicious for malignancy" leaves the cancer that is charted uncertain, whichever it is. */
function cancerSuspected(code: string, { said, chart }: JudgedVisit): readonly Statement[] {
  if (chart.encounter.setting === 'inpatient' || !isUnderAny(code, ['C'])) return [];
  return said.filter(({ unusable, words }) => unusable === null && SUSPECTED.test(words));
}

const SUSPECTED = /\b(?:suspicious|suspicion|suspected|concern|concerning|worrisome|worried|possible|probable|likely|r\/o|rule out|ruling out|exclude|question of|versus|vs)\b[^.;\n]{0,30}\b(?:malignan\w{1,8}|cancer|carcinoma|neoplasm|lymphoma|metasta\w{1,6})\b/i;

/** An uncertain diagnosis counts at the time of discharge (Guidelines II.H, III.C); in a stay without a summary yet it is open. */
function isLeftAtDischarge(possible: readonly Statement[], { chart }: JudgedVisit): boolean {
  const summaries = visitNotes(chart).usable.filter(({ type }) => type === 'discharge');
  return summaries.length === 0 || possible.some(({ note }) => note.type === 'discharge');
}

/** A drug of the same kind that is begun or taken for days: that it is over cannot be told. */
function isTakenNow({ made, mention }: Statement): boolean {
  return made === 'long-term-drug' && mention.assertion.status === 'present';
}

/** A draft may yet be signed. */
function isDraft({ note, mention }: Statement): boolean {
  return note.status === 'preliminary' && mention.assertion.status === 'present';
}

/** Diseases that end with no word of this kind: "no relapse since 2021" is said of one that is there. Clinical convention: chronic, without cure. */
const LIFELONG = ['B20', 'E10', 'E84', 'F20', 'G10', 'G12.2', 'G20', 'G35', 'G61.8', 'G70', 'I27.0', 'J43', 'J44', 'J84', 'K50', 'K51', 'K74', 'M05', 'M06', 'M32', 'M34', 'M45', 'N18', 'Q'];

function ended(past: readonly Statement[], code: string, { codeSet }: JudgedVisit): Verdict {
  if (isUnderAny(code, LIFELONG)) return STANDS;
  const later = past.find((one) => code.length === 8 && one.code.length === 8 && one.code !== code && one.code.slice(0, 7) === code.slice(0, 7));
  if (later !== undefined) return { kind: 'goes', reason: 'resolved', statements: past, to: codeSet.entry(later.code) ?? null };
  return { kind: 'goes', reason: 'resolved', statements: past, to: pastCode(code, past, codeSet) };
}

function goes(reason: RemovalReason, statements: readonly Statement[]): Verdict {
  return { kind: 'goes', reason, statements, to: null };
}
