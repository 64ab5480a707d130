import { DEGREES, DIAGNOSES } from './words/diagnoses.ts';
import { finderOf, type Found } from './words/phrases.ts';

/** A diagnosis that a text names, and whether a list of indicators documents it to the same degree. */
export interface NamedDiagnosis extends Found {
  readonly row: number;
  readonly degrees: readonly number[];
}

/** Diagnoses named in a title or a question, the longest words where two begin together. */
export function diagnosesIn(text: string): readonly NamedDiagnosis[] {
  const all = ROWS.flatMap(({ named }, row) => named(text).map((found) => ({ ...found, row }))).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: NamedDiagnosis[] = [];
  let end = 0;
  for (const found of all) {
    if (found.start < end) continue;
    const before = text.slice(Math.max(0, found.start - REACH), found.start);
    const near = before.slice(before.search(/[^.;,:!?]*$/u));
    const told = isChoice(near) ? degreesBehind(text.slice(found.end)) : `${near} ${degreesBehind(text.slice(found.end))}`;
    const degrees = DEGREE_FINDERS.flatMap((find, index) => (find.named(told).length > 0 ? [index] : []));
    kept.push({ ...found, degrees });
    ({ end } = found);
  }
  return kept;
}

/** "Major depression, recurrent, severe": single degrees that end the text, set off by commas. */
function degreesBehind(after: string): string {
  return /^(?:,\s?(?:acute|chronic|severe|moderate|recurrent|refractory|malignant|unstageable|stage [34]|stage iii|stage iv|type [12]|systolic|diastolic|hypoxic|hypercapnic)){1,3}\s?$/iu.exec(after.slice(0, 2 * REACH))?.[0] ?? '';
}

export type IsDocumented = (diagnosis: NamedDiagnosis) => boolean;

/** Whether a diagnosis is named by somebody in these indicators, to the same degree; not as denied, screened for or a protocol. */
export function recordOf(indicators: readonly string[]): IsDocumented {
  const rows = once((row) => indicators.some((indicator) => ROWS[row]?.documented(indicator).some((found) => isAsserted(indicator, found))));
  const degrees = once((degree) => indicators.some((indicator) => (DEGREE_FINDERS[degree]?.documented(indicator).length ?? 0) > 0));
  return ({ row, degrees: told }) => rows(row) && told.every((degree) => (degree === ACUTE && ROWS[row]?.isAcute === true) || degrees(degree));
}

/** Answers each number once: a text that names one diagnosis a thousand times is read in linear time. */
function once(answer: (n: number) => boolean): (n: number) => boolean {
  const known = new Map<number, boolean>();
  return (n) => {
    const before = known.get(n);
    if (before !== undefined) return before;
    const told = answer(n);
    known.set(n, told);
    return told;
  };
}

/** "Acute or chronic", "type (systolic, diastolic)": asks for the degree and does not tell it. */
function isChoice(near: string): boolean {
  return /\b(?:or|vs\.?|versus)\b|\/|\?/iu.test(near);
}

const REACH = 40;

function isAsserted(indicator: string, { start, end }: Found): boolean {
  const before = indicator.slice(Math.max(0, start - REACH), start);
  const after = indicator.slice(end, end + REACH);
  return !/\b(?:no|not|without|negative for|neg for|denies|ruled out|absence of|free of|screen(?:ed|ing)? for|risk (?:of|for)|family history of)\s(?:evidence of\s|signs? of\s|acute\s|documented\s|mention of\s|any\s|dx of\s|diagnosis of\s|current\s|clinical\s|history of\s)*$/iu.test(before)
    && !/^\s(?:alert|bundle|protocol|screen(?:ing)?|order ?set|pathway|power ?plan|prophylaxis|ppx|precautions|not documented|ruled out|workup negative|alarm|bpa|advisory|template|clinic|education|fluids)\b/iu.test(after);
}

/** The first of the degrees. */
const ACUTE = 0;

const ROWS = DIAGNOSES.map(({ named, alsoDocumentedAs, isAcute }) => ({ isAcute, named: finderOf(named), documented: finderOf([...named, ...(alsoDocumentedAs ?? [])]) }));
const DEGREE_FINDERS = DEGREES.map((words) => ({ named: finderOf(words.slice(0, 1).concat(words.filter((word) => word.startsWith('stage') || word.startsWith('class') || ['hypoxemic', 'hypercarbic', 'hfref', 'hfpef'].includes(word)))), documented: finderOf(words) }));
