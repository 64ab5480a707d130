import type { LintableQuery, Violation } from '../types.ts';
import type { Picture } from './pictures.ts';
import type { Reading } from './reading.ts';
import type { WordList } from './phrases.ts';
import { PICTURES } from './pictures.ts';
import { anyValue, said, wordList } from './phrases.ts';
import { isSubstantive } from './answers.ts';
import { read } from './reading.ts';

/**
 * One diagnosis offered where several were plausible. One reasonable diagnosis with *other* and *unable to determine* is allowed.
 * Authority: AHIMA/ACDIS 2022: options are the reasonable ones that the indicators support; there may be only one.
 */
export function singleOption(query: LintableQuery): readonly Violation[] {
  if (query.format !== 'multiple-choice') return [];
  const substantive = query.options.flatMap((option, index) => (isSubstantive(read(option)) ? [index] : []));
  const [only] = substantive;
  if (only === undefined || substantive.length > 1) return [];
  const indicators = query.indicators.map(read);
  if (query.options.some((option) => MEANS_NOTHING.test(option)) || offersOtherKind(query)) return [];
  if (query.indicators.some((indicator) => UNDECIDED.test(indicator))) return [onlyOne(only, query)];
  const asked = [read(query.title), read(query.question)];
  if (!PICTURES.some((picture) => hasSeveralExplanations(picture, asked, indicators))) return [];
  return [onlyOne(only, query)];
}


function onlyOne(only: number, { options }: LintableQuery): Violation {
  return { code: 'single-option', message: MESSAGE, where: { part: 'options', index: only, start: 0, end: options[only]?.length ?? 0 } };
}

/** "Not clinically significant", "No malnutrition" answer, too. */
const MEANS_NOTHING = /^\W{0,5}(?:not (?:clinically )?significant|clinically insignificant|no (?!other|further|additional)\p{L}{4,})/iu;

/** The record leaves it between two: "CAP vs aspiration", not "2.2 vs 1.0" and not "vs baseline". */
const UNDECIDED = /\p{L}\s(?:vs\.?|versus)\s(?!baseline|prior|previous|before|last|pre|usual|old|yesterday|admission|r\b|l\b|right|left|contralateral)\p{L}/iu;

/** "Other type of hypotension: ____", where the kind of the documented hypotension is asked. */
function offersOtherKind({ options, title, question, indicators }: LintableQuery): boolean {
  const record = indicators.join(' ').toLowerCase();
  const asked = `${title} ${question}`.toLowerCase();
  return options.some((option) => {
    const finding = /^\W{0,5}(?:other|another) (?:type|kind|form|cause|stage|class|degree|site|pattern) (?:of )?(?:the )?(?<finding>\p{L}{4,})/iu.exec(option)?.groups?.['finding']?.toLowerCase();
    return finding !== undefined && record.includes(finding) && asked.includes(finding);
  });
}

const MESSAGE = 'One answer alone, though the indicators fit several diagnoses. Offer each reasonable one, or ask an open question (AHIMA/ACDIS 2022).';

function hasSeveralExplanations(picture: Picture, asked: readonly Reading[], indicators: readonly Reading[]): boolean {
  const { shows, causes, settled } = compiled(picture);
  const everywhere = [...asked, ...indicators];
  const ofCause = asksForCause(asked);
  if (picture.ofCause === true && !ofCause) return false;
  // A question of the kind or degree of what is documented is about that alone, whatever else the indicators show.
  const told = !ofCause && asked.some((reading) => said(KIND, reading) !== null) ? asked : everywhere;
  if (!stands(shows, told) || (!ofCause && stands(settled, everywhere))) return false;
  const plausible = causes.filter((cause) => stands(cause, indicators)).length;
  return plausible >= 2 || (plausible === 0 && picture.open);
}

const CAUSE = wordList('cause, causes, etiology, etiologies, explain*, underlying, reason, source, origin, responsible, accounts for, account for');
const KIND = wordList('specify, specificity, type, severity, acuity, stage, degree, grade, class, laterality, site, further specified, stage of, relationship, linked');

function asksForCause(asked: readonly Reading[]): boolean {
  return asked.some((reading) => said(CAUSE, reading) !== null);
}

function stands(list: WordList, readings: readonly Reading[]): boolean {
  return anyValue(list, readings) || readings.some((reading) => said(list, reading) === 'affirmed');
}

interface Compiled {
  readonly shows: WordList;
  readonly causes: readonly WordList[];
  readonly settled: WordList;
}

const made = new Map<Picture, Compiled>();

function compiled(picture: Picture): Compiled {
  const known = made.get(picture);
  if (known) return known;
  const fresh = { shows: wordList(picture.shows), causes: picture.causes.map(wordList), settled: wordList(picture.settled ?? '') };
  made.set(picture, fresh);
  return fresh;
}
