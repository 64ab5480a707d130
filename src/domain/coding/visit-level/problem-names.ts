import type { Mention } from '../../model/index.ts';
import { NATURE_BY_CODE, NATURE_BY_WORDS, UNEXPLAINED, type Nature } from './conditions.ts';
import { find, findIn, isNegated, type Found, type Statement } from './visit.ts';

/** A problem that the judgement names. `code` is null where the lexicon does not know its name. */
export interface Named {
  readonly found: Found;
  readonly nature: Exclude<Nature, 'none'>;
  readonly code: string | null;
  /** Further statements that name it. */
  readonly again?: readonly Statement[];
}

/** The problems that the judgement names, one illness once. */
export function problemNames(judged: readonly Statement[], all: readonly Statement[]): readonly Named[] {
  return withProgressing(distinct(judged.flatMap(namedIn)), judged, all);
}

const PROGRESSING = /\b(?:progress(?:ion|ed|ing|es)|recurrence|relapsed?|new (?:mets|metastas\w+)|metastatic now)\b/i;
const CANCER = /\b(?:cancer|carcinoma|adenoca\w*|lymphoma|leukemia|myeloma|melanoma|sarcoma|glio\w+|mesothelioma|metastatic \w+|\w+ ca(?=[\s,.;]|$))/i;

/** "Progression on second line": the cancer is named in the story alone. */
function withProgressing(names: readonly Named[], judged: readonly Statement[], all: readonly Statement[]): readonly Named[] {
  if (names.some(({ code, found }) => code?.startsWith('C') === true || CANCER.test(found.statement.text))) return names;
  const said = findIn(PROGRESSING, judged, (found) => !isNegated(found));
  if (said === null) return names;
  const cancer = findIn(CANCER, all, (found) => found.statement.part !== 'past' && found.statement.part !== 'assessment' && !isNegated(found) && !isPast(found) && !isOfFamily(found));
  return cancer === null ? names : [{ found: said, nature: 'chronic', code: 'C80' }, ...names];
}

function isOfFamily({ statement }: Found): boolean {
  return /\b(?:family|mother|father|sister|brother|aunt|uncle|grand\w+|maternal|paternal|fhx?)\b/i.test(statement.text);
}

/** The problems that a statement names: by codes where the lexicon knows them, else by words. */
function namedIn(statement: Statement): readonly Named[] {
  const names: Named[] = [];
  for (const mention of statement.mentions) {
    if (!isOfPatientNow(mention, statement) || NO_NAME.test(statement.text.slice(Math.max(0, mention.start - statement.start - 5), mention.end - statement.start))) continue;
    const nature = natureOfMention(mention);
    if (nature === 'none') continue;
    const found = { statement, start: mention.start, end: mention.end };
    names.push({ found, nature: asSaid(nature, found), code: mention.codes[0] ?? null });
  }
  for (const { nature, words } of NATURE_BY_WORDS) {
    if (nature === 'none') continue;
    const found = findName(words, statement);
    if (found === null || isNegated(found) || isOnlyRisk(found) || isPast(found)) continue;
    const mention = statement.mentions.find(({ start, end }) => start < found.end && found.start < end);
    if (mention !== undefined && !isOfPatientNow(mention, statement)) continue;
    const same = names.findIndex((one) => one.found.start < found.end + NEAR && found.start < one.found.end + NEAR);
    if (same < 0) names.push({ found, nature: asSaid(nature, found), code: null });
    else if (RANK[nature] > RANK[names[same]!.nature] && RANK[nature] >= RANK.chronic && asSaid(nature, found) === nature) names[same] = { ...names[same]!, found: nature === 'undiagnosed' ? found : names[same]!.found, nature };
  }
  return names.toSorted((a, b) => a.found.start - b.found.start);
}

/** "Pad and elevate", "by age": capitals name the disease, small letters the word. */
function findName(words: RegExp, statement: Statement): Found | null {
  const found = find(words, { ...statement, text: statement.text.replace(PLAIN_WORDS, (word) => ' '.repeat(word.length)) });
  return found === null ? null : { ...found, statement };
}

const PLAIN_WORDS = /\b(?:pads?|age|aids?)\b/g;

/** Letters that in a plan name a doctor, a service, air or a form of a medicine. */
const NO_NAME = /\b(?:PCP|LA|PT|OT|ED|MA|SNF|GC|[\d%] ?RA)$/;
const NEAR = 12;
const MAY_BE_MILD = /\b(?:croup|bronchiolitis|covid\S*|influenza|flu)\b/i;

/** A mild infection of the airways has no systemic symptoms to speak of; what the author calls chronic is. */
function asSaid(nature: Named['nature'], { statement, start, end }: Found): Named['nature'] {
  const [from, to] = [start - statement.start, end - statement.start];
  if (nature === 'acute' || nature === 'symptom') {
    const beside = statement.text.slice(Math.max(0, from - NEAR), Math.min(statement.text.length, to + NEAR));
    return /\bchronic\b/i.test(beside) && !/\bacute|\bno\b|\bnot\b/i.test(beside) ? 'chronic' : nature;
  }
  if (nature !== 'systemic') return nature;
  return MAY_BE_MILD.test(statement.text.slice(from, to)) && /\b(?:mild|uncomplicated)\b/i.test(statement.text.slice(Math.max(0, from - NEAR), to + NEAR)) ? 'acute' : nature;
}

function isPast({ statement, start }: Found): boolean {
  return /\b(?:h\/o|history of|hx of|s\/p|status post|prior|previous|resolved|ruled out|family)\s+(?:\w+\s+){0,2}$/i.test(statement.text.slice(0, start - statement.start)) || /^\W*(?:excluded|ruled out|unlikely|negative)/i.test(statement.text.slice(start - statement.start).replace(/^\w+\W+(?:\w+\W+)?/, ''));
}

/** What is looked out for, prevented or screened for is no problem. */
function isOnlyRisk({ statement, start }: Found): boolean {
  return /\b(?:return (?:if|for)|if|signs? of|precautions?|monitor for|watch for|risk (?:of|for)|prophylaxis|prevent\w*|screen\w*(?: for)?|ppx|exclude|rule out|unlikely|doubt|low suspicion(?: for)?|er for|warned (?:about|of))\s+(?:[\w/-]+,?\s+){0,5}$/i.test(statement.text.slice(0, start - statement.start));
}

/** Under a header of the past that a terse note never closed, the judgement is none the less of today. */
function isOfPatientNow({ start, assertion: { status, cues } }: Mention, statement: Statement): boolean {
  if (status === 'present' || status === 'possible') return true;
  if (statement.part !== 'assessment' || (status !== 'historical' && status !== 'family')) return false;
  if (cues.length > 0 && cues.every(({ kind }) => kind === 'section')) return true;
  const before = statement.text.slice(0, start - statement.start);
  return status === 'historical' && before.length < LEADS && statement.opensLine && !/\b(?:past|old|prior|previous|resolved|history|hx|h\/o|s\/p|status post|former|remote)\b/i.test(before) && !/\b(?:resolved|in (?:19|20)\d\d|years? ago)\b/i.test(statement.text);
}

/** A cancer that is only suspected is a problem with uncertain prognosis. */
function natureOfMention({ codes: [code = ''], assertion }: Mention): Nature {
  return assertion.status === 'possible' && /^[CD][0-4]/.test(code) ? 'undiagnosed' : natureOfCode(code);
}

/** A problem that opens its line is of today, though what is done about it tells of the past ("stopped meloxicam"). */
const LEADS = 25;

const RANK: Readonly<Record<Nature, number>> = { none: 0, minor: 1, symptom: 2, injury: 2, acute: 2, chronic: 3, undiagnosed: 4, 'complicated-injury': 4, systemic: 4, threat: 5 };

const BY_PREFIX: ReadonlyMap<string, Nature> = new Map(
  Object.entries(NATURE_BY_CODE).flatMap(([nature, prefixes]) => prefixes.split(' ').map((prefix) => [prefix, nature as Nature] as const)),
);

/** Statuses, external causes and organisms are none. */
function natureOfCode(code: string): Nature {
  for (let length = code.length; length > 0; length--) {
    const found = BY_PREFIX.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return /^[ZVWXY]|^B9[56]/.test(code) || code === '' ? 'none' : 'acute';
}

/** One condition said twice is one problem; a symptom beside a disease is part of it. */
function distinct(names: readonly Named[]): readonly Named[] {
  const kept: Named[] = [];
  for (const name of names) {
    const key = keyOf(name);
    const same = kept.findIndex((one) => keyOf(one) === key);
    if (same >= 0) {
      const [first, second] = RANK[name.nature] > RANK[kept[same]!.nature] ? [name, kept[same]!] : [kept[same]!, name];
      kept[same] = { ...first, again: [...(first.again ?? []), ...(second.again ?? []), second.found.statement] };
      continue;
    }
    kept.push(name);
  }
  const diseases = kept.filter(({ nature, code }) => nature !== 'symptom' && nature !== 'undiagnosed' && !isMinorSymptom(nature, code));
  return diseases.length === 0 ? kept : kept.filter(({ nature, code, found }) => nature !== 'symptom' && !isMinorSymptom(nature, code) && (nature !== 'undiagnosed' || UNEXPLAINED.test(found.statement.note.text.slice(found.start, found.end)) || diseases.every((one) => one.found.statement !== found.statement)));
}

/** An itch, a hiccup, a runny nose. */
function isMinorSymptom(nature: Nature, code: string | null): boolean {
  return nature === 'minor' && code !== null && /^(?:R|L29)/.test(code);
}

function keyOf({ code, found }: Named): string {
  return code === null ? found.statement.note.text.slice(found.start, found.end).toLowerCase() : (FAMILY.get(code.slice(0, CATEGORY)) ?? code.slice(0, CATEGORY));
}

const CATEGORY = 3;
/** Categories that name one illness. */
const FAMILY: ReadonlyMap<string, string> = new Map([['E08', 'E11'], ['E09', 'E11'], ['E13', 'E11'], ['I11', 'I10'], ['F33', 'F32'], ['J43', 'J44'], ['M1A', 'M10'], ['E06', 'E03'], ['E89', 'E03'], ['I13', 'I10'], ['I12', 'I10']]);
