import { undecidedLetters } from '../../mentions/abbreviations/settle.ts';
import { wordForm } from '../../text/word-forms.ts';
import { lazily } from '../../lazily.ts';
import type { Chart, CodeSet, Knowledge, Note, NoteFindings } from '../../model/index.ts';
import type { ChartedDiagnosis } from '../charted.ts';
import { ADVERSE_DRUGS } from '../adverse-drugs.ts';
import { category, isUnderAny } from '../hierarchy.ts';
import type { Statement } from '../statements.ts';
import { visitNotes } from '../whose-words.ts';
import { pastCode } from './past-codes.ts';
import { affirmed } from './denied-words.ts';
import { hasUnnamedProblem, mayBeMeant } from './unnamed-problems.ts';

/** What is reported without being talked of, or in words of every day that no list holds: silence says nothing of it. */
const NOT_BY_SILENCE = ['Z', 'V', 'W', 'X', 'Y', 'R', 'U', 'O', 'P'];

/** UTF-16 units that a visit's provider notes must have before their silence says anything. */
const ENOUGH = 160;

/** Not a word of it; or its words stand in denials alone. */
export type Silence = 'unmentioned' | 'denied';

/**
 * Whether the visit's provider notes are silent on a charted diagnosis: none of its words stands in them, and no abbreviation that is left undecided
 * may stand for it. Null where that cannot be told: nothing assessed was understood, a problem has a name that is not understood, or its words do occur.
 */
export function silenceOf(chart: Chart, found: readonly NoteFindings[], said: readonly Statement[], charted: readonly ChartedDiagnosis[], { abbreviations }: Knowledge, codeSet: CodeSet): (charted: ChartedDiagnosis) => Silence | null {
  const { usable } = visitNotes(chart);
  const isTelling = usable.reduce((units, { text }) => units + text.length, 0) >= ENOUGH && said.some(({ unusable, assessed, mention }) => unusable === null && assessed && mention.assertion.status === 'present');
  const words = lazily(() => wordsOf(usable.map((note) => note.text)));
  const affirmedWords = lazily(() => wordsOf(usable.map((note) => affirmed(note.text))));
  const undecided = lazily(() => undecidedCategories(usable, found, abbreviations));
  const isUnnamed = lazily(() => hasUnnamedProblem(usable, found));
  const codes = charted.map(({ code }) => code);
  return ({ code, text }) => {
    if (!isTelling || isUnderAny(code, NOT_BY_SILENCE)) return null;
    if (isUnderAny(code, DRUG_EFFECTS) && !isOfUnnamedDrug(code, words())) return null;
    const named = contentWords(`${codeSet.entry(code)?.title ?? ''} ${text ?? ''}`);
    if (named.length === 0 || undecided().has(category(code)) || isUnnamed() || said.some((one) => category(one.code) === category(code)) || isToldAsHistory(code, said, codeSet) || mayBeMeant(code, said, codes)) return null;
    if (!named.some((word) => words().has(root(word)))) return 'unmentioned';
    return named.some((word) => affirmedWords().has(root(word))) ? null : 'denied';
  };
}

/** Poisoning, adverse effect and underdosing (tabular T36–T50) have the kind of drug in their title; notes name the drug. Of a kind whose names are not known here, silence says nothing. */
const DRUG_EFFECTS = ['T36', 'T37', 'T38', 'T39', 'T4', 'T50'];

function isOfUnnamedDrug(code: string, words: ReadonlySet<string>): boolean {
  const kinds = ADVERSE_DRUGS.filter((drug) => drug.code.slice(0, 6) === code.slice(0, 6));
  return kinds.length > 0 && !kinds.some(({ names }) => names.some((name) => words.has(root(wordForm(name)))));
}

/** "History of prostate cancer", on leuprolide: the history code stands for what may be treated still; whether it is over is for a person. */
function isToldAsHistory(code: string, said: readonly Statement[], codeSet: CodeSet): boolean {
  const history = pastCode(code, [], codeSet);
  return history !== null && said.some((one) => one.code === history.code);
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => root(wordForm(word))));
}

/** "Hypertensive" is said of hypertension, "infarcted" of an infarction. */
function root(word: string): string {
  return word.slice(0, ROOT);
}

const ROOT = 7;

function contentWords(title: string): readonly string[] {
  const words = [...new Set((title.toLowerCase().match(/[a-z]{4,}/g) ?? []).map(wordForm))].filter((word) => !GENERAL.has(word));
  const telling = words.filter((word) => !SITES.has(word));
  return telling.length > 0 ? telling : words;
}

/** Words of titles that say nothing of which condition it is, and words of habits, which notes use to deny them. */
const GENERAL: ReadonlySet<string> = new Set([
  'unspecified', 'other', 'others', 'specified', 'with', 'without', 'mention', 'disease', 'disorder', 'syndrome', 'type', 'acute', 'chronic', 'primary', 'secondary', 'essential', 'pure', 'mixed', 'right', 'left', 'bilateral',
  'side', 'initial', 'encounter', 'subsequent', 'sequela', 'complication', 'uncomplicated', 'elsewhere', 'classified', 'part', 'region', 'site', 'level', 'mild', 'moderate', 'severe', 'single', 'recurrent', 'episode', 'stage',
  'condition', 'current', 'failure', 'status', 'multiple', 'organism', 'cause', 'native', 'lower', 'upper', 'alcohol', 'tobacco', 'nicotine', 'cigarettes', 'first', 'second', 'third', 'from', 'that', 'this', 'those', 'into', 'both', 'associated', 'related', 'following', 'during', 'including', 'limb', 'system', 'function',
].map(wordForm));

/** Parts of the body: notes name them of much else. */
const SITES: ReadonlySet<string> = new Set([
  'bone', 'lung', 'knee', 'shoulder', 'lobe', 'bronchus', 'breast', 'skin', 'foot', 'ankle', 'hand', 'wrist', 'elbow', 'kidney', 'renal', 'liver', 'heart', 'colon', 'bladder', 'brain', 'neck', 'back', 'spine', 'lumbar', 'thoracic', 'cervical',
  'joint', 'abdomen', 'abdominal', 'chest', 'head', 'artery', 'vein', 'tendon', 'muscle', 'thigh', 'prostate', 'thyroid', 'blood', 'body', 'stomach', 'pelvis', 'finger', 'nose', 'throat', 'uterus', 'ovary', 'eyes',
].map(wordForm));

function undecidedCategories(usable: readonly Note[], found: readonly NoteFindings[], abbreviations: Knowledge['abbreviations']): ReadonlySet<string> {
  const here = new Set(usable.map(({ id }) => id));
  const letters = found.filter(({ note }) => here.has(note)).flatMap(({ mentions }) => mentions.map(({ concept }) => undecidedLetters(concept)).filter((one) => one !== null));
  return new Set([...new Set(letters)].flatMap((one) => abbreviations.candidates(one).flatMap(({ codes }) => codes.map(category))));
}
