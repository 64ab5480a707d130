import { isPutTogether } from './word-parts.ts';

/**
 * The one word form that a misspelled clinical word is meant for, or null: long words of Greek and Latin make only, the first letters
 * right, one slip in words of 8 letters or more, two from 12 on, and no other form as near. A slip is a letter too many, too few,
 * another one, or two that changed places (Damerau, 1964). Beginnings and ends that turn the meaning stay: *hypo-* is not *hyper-*, and
 * *-emia* is not *-uria*; two slips add or drop no syllable. A word that is one already, though not of these forms, is no slip. Work on one word is bounded by the forms that begin like it.
 * @param known other words that are right as they are; asked for once
 */
export function buildSpelling(forms: readonly string[], known: () => ReadonlySet<string> = () => KNOWN): (written: string) => string | null {
  const root = growLetters(forms.filter((form) => LETTERS.test(form) && form.length >= SHORTEST && isClinical(form)));
  let words: ReadonlySet<string> | undefined;
  const isWord = (written: string): boolean => KNOWN.has(written) || (words ??= known()).has(written) || isPutTogether(written);
  return (written) => {
    if (written.length < SHORTEST || written.length > LONGEST || !LETTERS.test(written) || isWord(written)) return null;
    const one = nearest(written, BEGINNING, 1, root);
    if (one !== null || written.length < LONG) return one !== null && turnOf(one) === turnOf(written) ? one : null;
    if (isPutTogether(written.replace(/ic$/, 'ia'))) return null;
    const two = nearest(written, LONG_BEGINNING, 2, root);
    return two !== null && two.endsWith(written.slice(-END)) && Math.abs(two.length - written.length) < 2 ? two : null;
  };
}

/** Letters that must be right at the beginning: for one slip, for two; and at the end for two. */
const BEGINNING = 2;
const LONG_BEGINNING = 5;
const END = 3;
const SHORTEST = 8;
const LONG = 12;
const LONGEST = 28;
const LETTERS = /^[a-z]+$/;

/** Beginnings that turn the meaning. */
const TURNING = ['hyper', 'hypo', 'macro', 'micro', 'intra', 'inter', 'ante', 'anti', 'peri', 'para', 'poly', 'mono', 'endo', 'ecto', 'tachy', 'brady'];

function turnOf(word: string): string | undefined {
  return TURNING.find((beginning) => word.startsWith(beginning));
}

/** How clinical words end and begin: English words of everyday seldom lie within a slip of these. */
const ENDS = [
  'itis', 'osis', 'asis', 'esis', 'ysis', 'emia', 'oma', 'pathy', 'algia', 'uria', 'plasia', 'rrhea', 'rrhage', 'rrhagic', 'rrhagia', 'rrhoid', 'megaly', 'penia', 'trophy', 'trophic', 'phagia', 'plegia', 'paresis', 'cardia',
  'pnea', 'phrenia', 'phasia', 'praxia', 'thyroidism', 'thyroid', 'ectasis', 'ectasia', 'edema', 'lithiasis', 'pertension', 'potension', 'brillation', 'betes', 'betic', 'monia', 'pepsia', 'ilepsy', 'graine', 'thmia', 'opecia', 'icaria',
  'ataract', 'eurysm', 'mbolism', 'mbosis', 'farction', 'schemia', 'schemic', 'ilirubin', 'aundice', 'otidis', 'stasis', 'scess', 'ulcerative', 'teatosis', 'ynovial', 'elirium', 'hrenic', 'spasm', 'ascites',
];
/** What is done, not what is had: one letter is all between *-otomy* and *-ostomy*. */
const PROCEDURE = /tom(?:y|ized)$/;
/** Right as they are, and a slip away from others. */
const KNOWN: ReadonlySet<string> = new Set(['osteoclastic', 'osteoplastic', 'thrombolytic', 'hyperextension', 'gastronomic', 'rheumatology', 'encephalopathic', 'bronchoscopy', 'osteopathy', 'osteopath', 'pancreatic', 'nephrology', 'hypertonic', 'hypotonic', 'vasculitic', 'cycloplegic']);
const BEGINS = ['gastro', 'esophag', 'cholecyst', 'choledoch', 'pancrea', 'diverticul', 'hemorr', 'nephro', 'pyelo', 'hydrone', 'osteo', 'fibromyal', 'schizo', 'rheumat', 'psoria', 'pneumo', 'tachyc', 'bradyc', 'hypergly', 'hypogly', 'hyperlip', 'hypercholes', 'hypertrig', 'hyperkal', 'hypokal', 'hyponat', 'hypernat', 'thrombo', 'lymphad', 'polymyal', 'sarcoid', 'parkin', 'alzheim', 'bronch', 'emphys', 'cirrho', 'encephal', 'meningit', 'appendic'];

function isClinical(form: string): boolean {
  return !PROCEDURE.test(form) && (ENDS.some((end) => form.endsWith(end)) || BEGINS.some((begin) => form.startsWith(begin)));
}

interface Letters {
  readonly below: Map<string, Letters>;
  form: string | null;
}

function growLetters(forms: readonly string[]): Letters {
  const root: Letters = { below: new Map(), form: null };
  for (const form of forms) {
    let node = root;
    for (const letter of form) {
      const next: Letters = node.below.get(letter) ?? { below: new Map(), form: null };
      node.below.set(letter, next);
      node = next;
    }
    node.form = form;
  }
  return root;
}

/** Walks the forms that begin alike letter by letter, with the distances to each beginning of the rest; leaves where all are too far. */
function nearest(written: string, beginning: number, slips: number, root: Letters): string | null {
  let first: Letters | undefined = root;
  for (const letter of written.slice(0, beginning)) first = first?.below.get(letter);
  if (first === undefined) return null;
  const rest = written.slice(beginning);
  const found: { form: string | null; distance: number } = { form: null, distance: slips + 1 };
  const start = Array.from({ length: rest.length + 1 }, (_, place) => place);
  for (const [letter, below] of first.below) walk(below, letter, start, null, '');
  return found.form;

  function walk(node: Letters, letter: string, above: readonly number[], twoAbove: readonly number[] | null, before: string): void {
    const row = [above[0]! + 1];
    let least = row[0]!;
    for (let place = 1; place <= rest.length; place++) {
      let distance = Math.min(above[place]! + 1, row[place - 1]! + 1, above[place - 1]! + (rest[place - 1] === letter ? 0 : 1));
      if (twoAbove !== null && place > 1 && rest[place - 1] === before && rest[place - 2] === letter) distance = Math.min(distance, twoAbove[place - 2]! + 1);
      row.push(distance);
      least = Math.min(least, distance);
    }
    const distance = row[rest.length]!;
    if (node.form !== null && distance <= slips && distance <= found.distance) {
      found.form = distance === found.distance ? null : node.form;
      found.distance = distance;
    }
    if (least <= slips) for (const [next, below] of node.below) walk(below, next, row, above, letter);
  }
}
