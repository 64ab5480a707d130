import type { CodeSet, Knowledge } from '../model/index.ts';
import { tokenize } from '../text/tokens.ts';
import { alternatives, inBookWords, plainerTerms } from './term-forms.ts';
import { formsOf, type TermIndex } from './term-index.ts';
import { dotted } from './tabular.ts';

export interface LookupContext {
  readonly ageYears: number | null;
  readonly sex: 'male' | 'female' | 'unknown';
  /** `YYYY-MM-DD`; null for the newest release. */
  readonly serviceDate: string | null;
}

export interface LookupKnowledge extends Knowledge {
  readonly terms: () => TermIndex;
  /** Codes of the rows that `terms` speaks of, without the dot. */
  readonly rowCodes: readonly string[];
}

export interface FoundCode {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  /** 0–1: 1 when the term is a title, an inclusion term or a synonym; below, how much of the words is shared. */
  readonly score: number;
}

const MOST_CODES = 10;
/** Below this the shared words are chance. */
const LEAST_SCORE = 0.34;

/**
 * Codes for a disease term, best first; empty when nothing fits.
 * An exact wording comes first, then wordings by the weight of shared words (inverse document frequency, Dice).
 * Age and sex only order codes that fit as well: CMS dropped its sex edits on 30 September 2024.
 * @throws RangeError when no loaded release is in force on the day of service.
 */
export function lookup(term: string, context: LookupContext, knowledge: LookupKnowledge): FoundCode[] {
  const codes = context.serviceDate === null ? knowledge.codeSets.newest : knowledge.codeSets.inForce(context.serviceDate);
  if (!codes) throw new RangeError(`No loaded code set is in force on ${context.serviceDate}.`);
  const scores = new Map<string, number>();
  const add = (code: string, score: number): void => {
    if (score > (scores.get(code) ?? 0)) scores.set(code, score);
  };
  const wordings = plainerTerms(term);
  if (wordings.length === 0) return [];
  [...wordings, inBookWords(term)].forEach((wording, plainer) => {
    exactCodes(wording, knowledge, codes).forEach((code, place) => add(code, 1 - plainer * 0.02 - place * 0.01));
  });
  for (const { code, score } of similarCodes(inBookWords(term), knowledge, codes)) add(code, score);
  for (const { code, score } of similarCodes(inBookWords(wordings.at(-1) ?? term), knowledge, codes)) add(code, score * 0.9);
  return [...scores]
    .flatMap(([code, score]) => {
      const entry = codes.entry(code);
      return entry ? [{ code: entry.code, title: entry.title, billable: entry.billable, score: Math.round(score * fit(entry.code, context) * 1000) / 1000 }] : [];
    })
    .filter((found) => found.score >= LEAST_SCORE)
    .toSorted((a, b) => b.score - a.score || Number(b.billable) - Number(a.billable) || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CODES);
}

/** Codes of the wording when all of it is one phrase of the lexicon, or such a phrase and what makes it more specific; those that can be reported first. */
function exactCodes(wording: string, knowledge: Knowledge, release: CodeSet): string[] {
  const tokens = tokenize(wording);
  const all = knowledge.lexicon.match(tokens);
  const whole = all.filter(({ from, to }) => from === 0 && to === tokens.length);
  const matches = whole.length > 0 ? whole : all;
  const [match] = matches;
  if (match === undefined || matches.length > 1) return [];
  const [found] = knowledge.composer.compose({ text: wording, tokens, after: [], matches, ofNote: [], isSaid: () => 'said' }, release);
  const parts = [{ start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end }, ...(found?.attributes.filter(({ reported }) => reported) ?? [])];
  if (!tokens.every((token) => UNSAID.has(token.norm) || parts.some(({ start, end }) => start <= token.start && token.end <= end))) return [];
  const known = (found?.codes ?? []).filter((code) => release.entry(code));
  return [...known.filter((code) => release.entry(code)?.billable), ...known.filter((code) => !release.entry(code)?.billable)];
}

/** Words between a phrase and its attributes. */
const UNSAID: ReadonlySet<string> = new Set(['of', 'the', 'with', 'and', 'in', 'on', 'due', 'to', 'a', 'an']);

/** Wordings that share words with the term: Dice's coefficient over word weights. */
function similarCodes(term: string, knowledge: LookupKnowledge, release: CodeSet): { code: string; score: number }[] {
  const index = knowledge.terms();
  const asked = [...new Set(formsOf(term))].slice(0, 24);
  const shared = new Float32Array(index.size);
  let total = 0;
  for (const form of asked) {
    const readings = alternatives(form, index.words);
    total += readings.reduce((most, { word }) => Math.max(most, index.weights[word]!), readings.length > 0 ? 0 : UNKNOWN_WEIGHT);
    const seen = new Set<number>();
    for (const { word, likeness } of readings) {
      for (let at = index.starts[word]!; at < index.starts[word + 1]!; at++) {
        const found = index.terms[at]!;
        if (seen.has(found)) continue;
        seen.add(found);
        shared[found]! += index.weights[word]! * likeness;
      }
    }
  }
  const best: { term: number; score: number }[] = [];
  for (let at = 0; at < index.size; at++) {
    if (shared[at] === 0) continue;
    const score = (0.97 * 2 * shared[at]!) / (total + index.termWeights[at]!);
    if (score >= LEAST_SCORE) best.push({ term: at, score });
  }
  return best
    .toSorted((a, b) => b.score - a.score || a.term - b.term)
    .slice(0, 60)
    .flatMap(({ term: found, score }) => termCodes(found, index, knowledge, release).map((code) => ({ code, score: isCircumstance(code, term) ? score * 0.8 : score })));
}

/** Pregnancy, birth, injury, history and encounters are what a term must say before they are meant. */
function isCircumstance(code: string, term: string): boolean {
  return /^[OPSTVWXYZ]/.test(code) && !/\b(?:pregnan|matern|obstetric|labou?r|deliver|postpartum|newborn|neonat|perinat|fet|foet|injur|fractur|trauma|wound|burn|poison|overdose|toxic|history|encounter|screen|status|presence|absence|exposure|adverse|complication)/i.test(term);
}

/** A word that no wording has still counts against the likeness. */
const UNKNOWN_WEIGHT = 9;

function termCodes(term: number, index: TermIndex, knowledge: LookupKnowledge, release: CodeSet): readonly string[] {
  const row = index.rowOf(term);
  if (row >= 0) return [dotted(knowledge.rowCodes[row] ?? '')];
  const known = index.codesOf(term).filter((code) => release.entry(code));
  return known.filter((code) => release.entry(code)?.billable).concat(known).slice(0, 1);
}

/** A little below 1 for what this person can hardly have. Maternity: ages 9 to 64 (Medicare Code Editor). */
function fit(code: string, { ageYears, sex }: LookupContext): number {
  if (code.startsWith('O') && (sex === 'male' || (ageYears !== null && (ageYears < 9 || ageYears > 64)))) return 0.7;
  if (code.startsWith('P') && ageYears !== null && ageYears >= 2) return 0.9;
  if (sex === 'male' && /^(?:N[789]|C5[1-8]|D2[5-8])/.test(code)) return 0.8;
  if (sex === 'female' && /^(?:N[45]|C6[0-3]|D29)/.test(code)) return 0.8;
  return 1;
}
