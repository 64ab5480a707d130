import type { NoteContext, NoteWords, SectionKind, Token } from '../../model/index.ts';
import { wordForm } from '../../text/word-forms.ts';
import type { Word } from './clue.ts';
import { patientOf, type Patient } from './patient.ts';
import { scriptOf, type Script } from './spellings.ts';

/** The words of a note by what they are and where they stand, to weigh abbreviations by. Places are indexes into the note's tokens. */
export interface Surroundings {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly script: Script;
  readonly patient: Patient;
  /** Places at which these words begin, in order. */
  find(words: readonly Word[]): readonly number[];
  is(place: number, word: Word): boolean;
  sentenceOf(place: number): number;
  sectionOf(place: number): SectionKind | null;
}

/** @param context age and sex from the chart, where there is one; else what the note tells of them */
export function surroundingsOf(read: NoteWords, context?: Pick<NoteContext, 'ageYears' | 'sex'>): Surroundings {
  const { text, tokens } = read;
  const forms = tokens.map(({ norm }) => wordForm(norm));
  const script = scriptOf(text);
  const sentences = sentencesOf(read);
  const places = placesOf(tokens, forms, text);
  const sorted = [...places.keys()].filter((key) => !key.startsWith(CAPS)).toSorted();
  const begun = new Map<string, readonly number[]>();

  const is = (place: number, { form, prefix, caps }: Word): boolean => {
    const token = tokens[place];
    if (token === undefined) return false;
    if (prefix) return token.norm.startsWith(form) || forms[place]!.startsWith(form);
    return (token.norm === form || forms[place] === form) && (!caps || script === 'lower' || isCapital(text, token));
  };
  const ofWord = (word: Word): readonly number[] => {
    if (word.prefix) {
      const known = begun.get(word.form) ?? beginningWith(word.form, sorted, places);
      begun.set(word.form, known);
      return known;
    }
    return places.get(word.caps && script !== 'lower' ? CAPS + word.form : word.form) ?? NOWHERE;
  };

  return {
    text, tokens, script, is,
    patient: patientOf(text, (form) => places.get(form)?.length ?? 0, context),
    find([first, ...more]) {
      const begins = first === undefined ? NOWHERE : ofWord(first);
      return more.length === 0 ? begins : begins.filter((place) => more.every((word, at) => is(place + at + 1, word)));
    },
    sentenceOf: (place) => sentences[place] ?? -1,
    sectionOf: (place) => (sentences[place] === undefined ? null : (read.sectionOf(sentences[place])?.kind ?? null)),
  };
}

const NOWHERE: readonly number[] = [];
const CAPS = '=';

/** By norm, by word form, and with `=` before it where it is written in capitals. */
function placesOf(tokens: readonly Token[], forms: readonly string[], text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const put = (key: string, place: number): void => {
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  };
  tokens.forEach((token, place) => {
    put(token.norm, place);
    if (forms[place] !== token.norm) put(forms[place]!, place);
    if (isCapital(text, token)) put(CAPS + token.norm, place);
  });
  return places;
}

function isCapital(text: string, { start, caps }: Token): boolean {
  if (caps === true) return true;
  const unit = text.charCodeAt(start);
  const next = text.charCodeAt(start + 1) | 32;
  return unit >= 65 && unit <= 90 && !(next >= 97 && next <= 122);
}

/** Most words that one beginning is looked for: hostile text has a hundred thousand. */
const MOST_BEGUN = 200;

function beginningWith(prefix: string, sorted: readonly string[], places: ReadonlyMap<string, readonly number[]>): readonly number[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  const found: (readonly number[])[] = [];
  for (let at = low; at < sorted.length && found.length < MOST_BEGUN && sorted[at]!.startsWith(prefix); at++) found.push(places.get(sorted[at]!)!);
  return found.length === 1 ? found[0]! : [...new Set(found.flat())].toSorted((a, b) => a - b);
}

function sentencesOf({ tokens, sentences }: NoteWords): Int32Array {
  const of = new Int32Array(tokens.length);
  let sentence = 0;
  tokens.forEach(({ start }, place) => {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= start) sentence++;
    of[place] = sentence;
  });
  return of;
}
