import type { Token } from '../model/index.ts';

/**
 * 1 where words stand inside a name without being part of it: how large a finding is, and that it is located where the name goes on to
 * say: "mass *of 6 x 3 cm* in the kidney", "stone *located* in the bladder". Null where there are none. A size at the end of what is said
 * is left alone: the next words may begin something else.
 */
export function insertedWords(tokens: readonly Token[]): Uint8Array | null {
  let inserted: Uint8Array | null = null;
  for (let at = 1; at + 1 < tokens.length; at++) {
    const end = insertedUntil(at, tokens);
    if (end === at || !PLACING.has(tokens[end]?.norm ?? '')) continue;
    (inserted ??= new Uint8Array(tokens.length)).fill(1, at, end);
    at = end;
  }
  return inserted;
}

/** Where the name goes on. */
const PLACING: ReadonlySet<string> = new Set(['in', 'at', 'on', 'within']);
const LOCATED: ReadonlySet<string> = new Set(['located', 'localized', 'localised', 'situated']);
const OF: ReadonlySet<string> = new Set(['of', 'measuring', 'sized']);
const ABOUT: ReadonlySet<string> = new Set(['approximately', 'about', 'around', 'nearly', 'some', 'almost']);
const NUMBER = /^\d{1,4}(?:\.\d{1,2})?(?:x\d{1,4}(?:\.\d{1,2})?){0,2}$/;
const BETWEEN_NUMBERS: ReadonlySet<string> = new Set(['x', 'by', 'to']);
const UNITS: ReadonlySet<string> = new Set(['cm', 'mm', 'cms', 'mms', 'centimeter', 'centimeters', 'centimetre', 'centimetres', 'millimeter', 'millimeters', 'millimetre', 'millimetres']);
const NUMBER_WITH_UNIT = /^\d{1,4}(?:\.\d{1,2})?(?:cm|mm)$/;
const MOST: ReadonlySet<string> = new Set(['maximum', 'greatest', 'largest', 'its']);
const DIMENSIONS: ReadonlySet<string> = new Set(['diameter', 'size', 'length', 'width']);
/** Numbers and the words between them. */
const LONGEST_SIZE = 8;

function insertedUntil(from: number, tokens: readonly Token[]): number {
  const sized = afterSize(from, tokens);
  return LOCATED.has(tokens[sized]?.norm ?? '') ? sized + 1 : sized;
}

/** "of about 6 x 3 cm in diameter" → the place after it; `from` where no size begins. */
function afterSize(from: number, tokens: readonly Token[]): number {
  const norm = (at: number): string => tokens[at]?.norm ?? '';
  if (!OF.has(norm(from))) return from;
  const first = ABOUT.has(norm(from + 1)) ? from + 2 : from + 1;
  for (let at = first; at < first + LONGEST_SIZE; at++) {
    if (NUMBER_WITH_UNIT.test(norm(at)) || (UNITS.has(norm(at)) && at > first)) return afterDimension(at + 1, norm);
    if (!NUMBER.test(norm(at)) && (at === first || !BETWEEN_NUMBERS.has(norm(at)))) return from;
  }
  return from;
}

function afterDimension(at: number, norm: (at: number) => string): number {
  if (norm(at) !== 'in' && norm(at) !== 'of') return at;
  const dimension = MOST.has(norm(at + 1)) ? at + 2 : at + 1;
  return DIMENSIONS.has(norm(dimension)) ? dimension + 1 : at;
}
