import { tokenize } from '../../text/tokens.ts';
import { wordForm } from '../../text/word-forms.ts';
import { clueOf, type Clue, type Word } from './clue.ts';
import type { AbbreviationRow, AbbreviationTables, How } from './table.ts';

/** What an abbreviation may stand for, ready to be weighed. */
export interface Sense {
  readonly expansion: string;
  /** The expansion as word forms. */
  readonly forms: readonly string[];
  readonly codes: readonly { readonly code: string; readonly when: readonly Clue[] }[];
  readonly evidence: readonly Clue[];
  readonly against: readonly Clue[];
  /** Words of its field, and of the expansion itself, with what one of them is worth. */
  readonly words: readonly { readonly word: readonly Word[]; readonly worth: number }[];
  readonly how: How;
  /** The tables have no words to tell it by. */
  readonly bare: boolean;
}

/** Makes a row of the tables ready to be weighed; one that was made is kept. */
export function senseMaker({ themes }: AbbreviationTables): (row: AbbreviationRow) => Sense {
  const made = new WeakMap<AbbreviationRow, Sense>();
  let fields: ReadonlyMap<string, Sense['words']> | undefined;
  return (row) => {
    const known = made.get(row);
    if (known) return known;
    fields ??= fieldsOf(themes);
    const sense = senseOf(row, fields);
    made.set(row, sense);
    return sense;
  };
}

/** In the measure of `weigh`, where a word of the evidence counts 3. */
const FIELD_WORD = 1.2;
const OWN_WORD = 1;
const OWN_NAME = 5;

/** A word of several fields tells less of each. */
function fieldsOf(themes: AbbreviationTables['themes']): Map<string, Sense['words']> {
  const shared = new Map<string, number>();
  for (const { words } of themes) for (const item of new Set(words)) shared.set(item, (shared.get(item) ?? 0) + 1);
  return new Map(themes.map(({ name, words }) => [name, words.flatMap((item) => {
    const clue = clueOf(item);
    return clue?.kind === 'words' ? [{ word: clue.words, worth: FIELD_WORD / Math.sqrt(shared.get(item)!) }] : [];
  })]));
}

function senseOf({ expansion, codes, themes, evidence, against, how }: AbbreviationRow, fields: ReadonlyMap<string, Sense['words']>): Sense {
  const forms = tokenize(expansion).map(({ norm }) => wordForm(norm));
  const name = forms.map(asWord);
  const own = forms.length < 2 ? [] : forms.filter((form) => form.length > 4 && !GENERAL.has(form)).map((form) => ({ word: [asWord(form)], worth: OWN_WORD }));
  return {
    expansion, forms, how, bare: themes.length === 0 && evidence.length === 0,
    codes: codes.map(({ code, when }) => ({ code, when: clues(when) })),
    evidence: clues(evidence), against: clues(against),
    words: [...(name.length === 0 ? [] : [{ word: name, worth: OWN_NAME }]), ...own, ...themes.flatMap((theme) => fields.get(theme) ?? [])],
  };
}

function asWord(form: string): Word {
  return { form, prefix: false, caps: false };
}

function clues(items: readonly string[]): Clue[] {
  return items.flatMap((item) => clueOf(item) ?? []);
}

/** Words of many names, which tell of none. */
const GENERAL: ReadonlySet<string> = new Set([
  'disease', 'syndrome', 'disorder', 'acute', 'chronic', 'failure', 'primary', 'secondary', 'total', 'normal', 'history', 'patient', 'status', 'general', 'right', 'lower', 'upper', 'infection',
  'injury', 'deficiency', 'test', 'level', 'count', 'index', 'score', 'type', 'stage', 'therapy', 'treatment', 'blood', 'condition', 'ratio', 'volume', 'pressure', 'examination', 'minute', 'daily', 'hours',
]);
