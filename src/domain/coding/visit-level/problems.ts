import type { Mention, ProblemsLevel, VisitSetting } from '../../model/index.ts';
import { CANCER_QUIET, CANCER_TREATED, NATURE_BY_CODE, NATURE_BY_WORDS, NOT_ADDRESSED, OFF_GOAL, STATE_WORDS, THREAT_SAID, TREATMENT_CHANGED, type Nature } from './conditions.ts';
import { find, findIn, isNegated, reason, type Found, type Statement } from './visit.ts';
import type { VisitReason } from '../../model/index.ts';

export type State = 'severe' | 'worse' | 'stable' | 'over' | 'unsaid';

/** A problem that the note addresses today. */
export interface Problem {
  readonly nature: Exclude<Nature, 'none'>;
  readonly state: State;
  readonly found: Found;
  readonly level: ProblemsLevel;
}

export interface Problems {
  readonly level: ProblemsLevel;
  readonly problems: readonly Problem[];
  readonly why: readonly VisitReason[];
}

/**
 * The number and complexity of the problems addressed (CPT E/M guidelines 2023): those that the judgement and the plan name; where these
 * name none, those that the visit is for.
 */
export function problemsOf(statements: readonly Statement[], setting: VisitSetting): Problems {
  const judged = statements.filter(({ part }) => part === 'assessment');
  const named = addressed(judged, statements, setting);
  const problems = named.length > 0 ? named : addressed(statements.filter(({ part }) => part === 'history').slice(0, OPENING), statements, setting);
  if (problems.length === 0) return unnamed(judged);
  const level = levelOf(problems);
  const why = problems.filter((one) => one.level === level || level === 'moderate' || level === 'low').slice(0, MOST_SHOWN);
  return { level, problems, why: why.map(({ found, nature, state }) => reason('problems', SAYS[sayOf(nature, state)], found)) };
}

/** Something is judged and done about it, in words that name no known problem: one acute or stable problem, until the words say more. */
function unnamed([first]: readonly Statement[]): Problems {
  if (first === undefined) return { level: 'minimal', problems: [], why: [] };
  return { level: 'low', problems: [], why: [reason('problems', 'A problem in words that are not understood: taken for one acute or stable problem.', { statement: first, start: first.start, end: first.end })] };
}

const OPENING = 6;
const MOST_SHOWN = 6;

interface Named {
  readonly found: Found;
  readonly nature: Exclude<Nature, 'none'>;
  readonly code: string | null;
}

function addressed(judged: readonly Statement[], all: readonly Statement[], setting: VisitSetting): readonly Problem[] {
  const names = withProgressing(distinct(judged.flatMap(namedIn)), judged, all);
  const whole = all.filter(({ part }) => part !== 'past').map(({ text }) => text).join(' ').slice(0, LONGEST_LOOK);
  return names.flatMap((name, index) => {
    const about = aboutIt(name, names[index + 1], judged);
    if (names.length > 1 && NOT_ADDRESSED.test(about)) return [];
    const wide = names.length === 1 ? `${about} ${whole}` : about;
    const said = stateOf(name, about, wide, names.length === 1);
    const state = said === 'unsaid' && isOffGoal(name, whole) ? 'worse' : said;
    const level = isSaid(THREAT_SAID, about) ? 'high' : levelOfOne(name.nature, state, setting);
    return [{ nature: name.nature, state, found: name.found, level }];
  });
}

const LONGEST_LOOK = 4000;
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
    if (!isOfPatientNow(mention, statement)) continue;
    const nature = natureOfMention(mention);
    if (nature === 'none') continue;
    const found = { statement, start: mention.start, end: mention.end };
    names.push({ found, nature: asSaid(nature, found), code: mention.codes[0] ?? null });
  }
  for (const { nature, words } of NATURE_BY_WORDS) {
    if (nature === 'none') continue;
    const found = find(words, statement);
    if (found === null || isNegated(found) || isOnlyRisk(found) || isPast(found)) continue;
    const mention = statement.mentions.find(({ start, end }) => start < found.end && found.start < end);
    if (mention !== undefined && !isOfPatientNow(mention, statement)) continue;
    const same = names.findIndex((one) => one.found.start < found.end + NEAR && found.start < one.found.end + NEAR);
    if (same < 0) names.push({ found, nature: asSaid(nature, found), code: null });
    else if (RANK[nature] > RANK[names[same]!.nature] && RANK[nature] > RANK.chronic && asSaid(nature, found) === nature) names[same] = { ...names[same]!, found: nature === 'undiagnosed' ? found : names[same]!.found, nature };
  }
  return names.toSorted((a, b) => a.found.start - b.found.start);
}

const NEAR = 12;
const MAY_BE_MILD = /\b(?:croup|bronchiolitis|covid\S*|influenza|flu)\b/i;

/** A mild infection of the airways has no systemic symptoms to speak of; what the author calls chronic is. */
function asSaid(nature: Problem['nature'], { statement, start, end }: Found): Problem['nature'] {
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
      if (RANK[name.nature] > RANK[kept[same]!.nature]) kept[same] = name;
      continue;
    }
    kept.push(name);
  }
  const diseases = kept.filter(({ nature }) => nature !== 'symptom' && nature !== 'undiagnosed');
  return diseases.length === 0 ? kept : kept.filter(({ nature, found }) => nature !== 'symptom' && (nature !== 'undiagnosed' || UNEXPLAINED.test(found.statement.note.text.slice(found.start, found.end)) || diseases.every((one) => one.found.statement !== found.statement)));
}

/** Says that the illness that is named is not yet explained. */
const UNEXPLAINED = /\b(?:cause|etiology|nature|source|diagnosis|exclude|rule out|concern\w*|suspicious|worrisome)\b/i;

function keyOf({ code, found }: Named): string {
  return code === null ? found.statement.note.text.slice(found.start, found.end).toLowerCase() : (FAMILY.get(code.slice(0, CATEGORY)) ?? code.slice(0, CATEGORY));
}

const CATEGORY = 3;
/** Categories that name one illness. */
const FAMILY: ReadonlyMap<string, string> = new Map([['E08', 'E11'], ['E09', 'E11'], ['E13', 'E11'], ['I11', 'I10'], ['F33', 'F32'], ['J43', 'J44'], ['M1A', 'M10'], ['E06', 'E03'], ['E89', 'E03'], ['I13', 'I10'], ['I12', 'I10']]);

/** The words from the problem's name to the next problem: what is said and done about it. */
function aboutIt({ found }: Named, next: Named | undefined, judged: readonly Statement[]): string {
  const { statement } = found;
  const before = statement.text.slice(Math.max(0, found.start - statement.start - BEFORE), found.start - statement.start).split(/[.,]/).at(-1) ?? '';
  const end = next !== undefined && next.found.statement.note === statement.note ? next.found.start : Infinity;
  const after = judged.filter((one) => (one === statement || !/^\W*(?:if|unless|call (?:if|for)|return (?:if|for))\b/i.test(one.text)) && one.note === statement.note && one.end > found.start && one.start < end);
  return before + after.map((one) => one.text.slice(Math.max(0, found.start - one.start), Math.max(0, end - one.start))).join(' ').slice(0, LONGEST_LOOK);
}

const BEFORE = 40;

function stateOf({ nature, code }: Named, about: string, wide: string, alone: boolean): State {
  if (isSaid(THREAT_SAID, about)) return 'severe';
  if (STATE_WORDS.severe.test(about)) return GETTING_BETTER.test(about) ? 'worse' : 'severe';
  if (code?.startsWith('C') === true && CANCER_TREATED.test(wide) && !CANCER_QUIET.test(about)) return 'worse';
  if (isSaid(STATE_WORDS.worse, about)) return 'worse';
  if (nature === 'chronic' && TREATMENT_CHANGED.test(about)) return 'worse';
  if (STATE_WORDS.over.test(about)) return 'over';
  if (STATE_WORDS.stable.test(about)) return 'stable';
  if (alone && STATE_WORDS.severe.test(wide)) return 'severe';
  if (alone && nature === 'chronic' && isSaid(STATE_WORDS.worse, wide)) return 'worse';
  return 'unsaid';
}

/** Treated, and no longer at its worst; not yet back at its baseline. */
const GETTING_BETTER = /\b(?:improving|improved|better|resolving|compensated now|recovering)\b/i;

function isOffGoal({ nature, code, found: { statement, start, end } }: Named, whole: string): boolean {
  const name = code ?? statement.note.text.slice(start, end);
  return nature === 'chronic' && OFF_GOAL.some(({ names, reading }) => names.test(name) && reading.test(whole));
}

function isSaid(pattern: RegExp, words: string): boolean {
  const at = pattern.exec(words);
  return at !== null && !/\b(?:no|not|without|denies|never|if)\s+(?:[\w/-]+,?\s+){0,8}$/i.test(words.slice(Math.max(0, at.index - 80), at.index));
}

function levelOfOne(nature: Problem['nature'], state: State, setting: VisitSetting): ProblemsLevel {
  const inHospital = setting !== 'office' && setting !== 'preventive';
  switch (nature) {
    case 'threat':
      return state === 'over' ? 'moderate' : state === 'stable' && setting === 'inpatient-subsequent' ? 'moderate' : 'high';
    case 'chronic':
      if (state === 'severe') return 'high';
      return state === 'worse' ? 'moderate' : 'low';
    case 'systemic':
    case 'undiagnosed':
    case 'complicated-injury':
      if (state === 'severe' && nature !== 'undiagnosed') return 'high';
      return state === 'over' ? 'low' : 'moderate';
    case 'symptom':
      return setting === 'ed' || inHospital ? 'moderate' : 'low';
    case 'acute':
    case 'injury':
      if (state === 'severe' || (state === 'worse' && inHospital && setting !== 'ed')) return 'moderate';
      return state === 'over' ? 'minimal' : 'low';
    case 'minor':
      return 'minimal';
  }
}

function levelOf(problems: readonly Problem[]): ProblemsLevel {
  const has = (level: ProblemsLevel): number => problems.filter((one) => one.level === level).length;
  if (has('high') > 0) return 'high';
  if (has('moderate') > 0) return 'moderate';
  if (problems.filter(({ nature }) => nature === 'chronic').length >= 2) return 'moderate';
  if (has('low') > 0 || has('minimal') >= 2) return 'low';
  return 'minimal';
}

type Said = 'threat' | 'severe' | 'worse' | 'stable-chronic' | 'systemic' | 'undiagnosed' | 'complicated-injury' | 'acute' | 'minor';

function sayOf(nature: Problem['nature'], state: State): Said {
  if (nature === 'chronic') return state === 'severe' ? 'severe' : state === 'worse' ? 'worse' : 'stable-chronic';
  if (nature === 'symptom' || nature === 'injury') return 'acute';
  return nature;
}

const SAYS: Readonly<Record<Said, string>> = {
  threat: 'A threat to life or bodily function.',
  severe: 'A chronic illness with severe exacerbation or progression.',
  worse: 'A chronic illness that is worse, or not at its treatment goal.',
  'stable-chronic': 'A stable chronic illness.',
  systemic: 'An acute illness with systemic symptoms, or a complicated one.',
  undiagnosed: 'A new problem, undiagnosed, with uncertain prognosis.',
  'complicated-injury': 'An acute complicated injury.',
  acute: 'An acute, uncomplicated illness or injury, or a symptom.',
  minor: 'A self-limited or minor problem.',
};
