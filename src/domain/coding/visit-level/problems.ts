import type { ProblemsLevel, VisitReason, VisitSetting } from '../../model/index.ts';
import { NOT_ADDRESSED, STATE_WORDS, THREAT_SAID, THREAT_TREATED, UNEXPLAINED, type Nature } from './conditions.ts';
import { problemNames, type Named } from './problem-names.ts';
import { aboutIt, isPrescribedFor, isSaid, needsNothing, stateOf, withoutConditions, type State } from './problem-state.ts';
import { TESTS } from './tests.ts';
import { findIn, isNegated, reason, type Found, type Statement } from './visit.ts';

/** A problem that the note addresses today. */
export interface Problem {
  readonly nature: Exclude<Nature, 'none'>;
  readonly state: State;
  readonly found: Found;
  readonly level: ProblemsLevel;
  /** Further statements that name it. */
  readonly again: readonly Statement[];
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
  const decided = withoutConditions(textOf(judged));
  const named = addressed(judged, statements, setting, decided);
  const problems = named.length > 0 ? named : namedElsewhere(statements, setting, decided);
  const read = problems.length === 0 ? unnamed(judged, statements, setting, decided) : ofProblems(problems);
  const threat = read.level === 'high' ? null : treatedAsThreat(statements, setting);
  if (threat === null) return read;
  return { ...read, level: 'high', why: [reason('problems', SAYS.threat, threat), ...read.why] };
}

/** A terse plan names no problem: it is what the visit is for, or the grave finding of an emergency. */
function namedElsewhere(statements: readonly Statement[], setting: VisitSetting, decided: string): readonly Problem[] {
  const now = statements.filter(({ part }) => part !== 'past' && part !== 'assessment');
  const grave = setting === 'office' || setting === 'preventive' ? [] : addressed(now, statements, setting, decided, { isElsewhere: true }).filter(({ nature }) => nature === 'threat' || nature === 'systemic' || nature === 'complicated-injury');
  return grave.length > 0 ? grave : addressed(statements.filter(({ part }) => part === 'history').slice(0, OPENING), statements, setting, decided, { isElsewhere: true });
}

const OPENING = 6;
const MOST_SHOWN = 6;

function ofProblems(problems: readonly Problem[]): Problems {
  const level = levelOf(problems);
  const why = problems.filter((one) => one.level === level || level === 'moderate' || level === 'low').slice(0, MOST_SHOWN);
  return { level, problems, why: why.map(({ found, nature, state }) => reason('problems', SAYS[sayOf(nature, state)], found)) };
}

/** What is only given where life or function is at stake tells of the threat, whatever the note calls it. */
function treatedAsThreat(statements: readonly Statement[], setting: VisitSetting): Found | null {
  if (setting !== 'ed' && setting !== 'inpatient-initial' && setting !== 'inpatient-subsequent') return null;
  const today = statements.filter(({ part }) => (setting === 'inpatient-subsequent' ? part === 'assessment' : part !== 'past'));
  return findIn(THREAT_TREATED, today, (found) => !isNegated(found) && !/\b(?:off|weaned|s\/p|status post|extubated|yesterday|not (?:needed|indicated|a candidate)|prior|previous|avoid\w*|prevent|risk|if|home (?:bipap|cpap))\b/i.test(found.statement.text));
}

/** Something is judged and done about it, in words that name no known problem: one acute or stable problem, unless the words say more. */
function unnamed(judged: readonly Statement[], statements: readonly Statement[], setting: VisitSetting, decided: string): Problems {
  const [first] = judged;
  if (first === undefined) return { level: 'minimal', problems: [], why: [] };
  const unexplained = findIn(UNEXPLAINED, judged, (found) => !isNegated(found) || /\bnot\b/i.test(found.statement.text));
  if (unexplained !== null) return { level: 'moderate', problems: [], why: [reason('problems', SAYS.undiagnosed, unexplained)] };
  const level = levelOfUnnamed(decided, statements, setting);
  return { level, problems: [], why: [reason('problems', 'A problem in words that are not understood: taken for what is said and done about it.', { statement: first, start: first.start, end: first.end })] };
}

function levelOfUnnamed(words: string, statements: readonly Statement[], setting: VisitSetting): ProblemsLevel {
  if (isSaid(THREAT_SAID, words) || isSaid(STATE_WORDS.severe, words)) return 'high';
  if (isSaid(STATE_WORDS.worse, words)) return 'moderate';
  if (needsNothing(words)) return 'minimal';
  return setting !== 'office' && setting !== 'preventive' && isWorkedUp(statements) ? 'moderate' : 'low';
}

const WORK_UP = 3;

function isWorkedUp(statements: readonly Statement[]): boolean {
  const now = statements.filter(({ part }) => part !== 'past');
  return TESTS.filter(({ words }) => now.some(({ text }) => words.test(text))).length >= WORK_UP;
}

function addressed(judged: readonly Statement[], all: readonly Statement[], setting: VisitSetting, decided: string, { isElsewhere = false } = {}): readonly Problem[] {
  const names = problemNames(judged, all);
  const whole = withoutConditions(textOf(all.filter(({ part }) => part !== 'past')));
  const story = textOf(all.filter(({ part }) => part !== 'past' && part !== 'assessment'));
  const isWorked = setting === 'ed' && names.length === 1 && isWorkedUp(all);
  return names.flatMap((name, index) => {
    const about = `${aboutIt(name, names[index + 1], judged)} ${isElsewhere ? decided : ''}`;
    if (names.length > 1 && NOT_ADDRESSED.test(about)) return [];
    const { statement } = name.found;
    const inHospital = setting.startsWith('inpatient');
    const alone = names.length === 1;
    const state = stateOf(name, { about, own: [statement.text.slice(Math.max(0, name.found.start - statement.start - OWN)), ...(name.again ?? []).map(({ text }) => text)].join(' '), whole, story, alone, inHospital });
    const nature = natureToday(name, state, about, alone ? decided : about, isWorked);
    const level = isSaid(THREAT_SAID, about) ? 'high' : levelOfOne(nature, alone && setting === 'ed' ? cameForIt(name, state, whole) : state, setting);
    return [{ nature, state, found: name.found, level, again: name.again ?? [] }];
  });
}

function textOf(statements: readonly Statement[]): string {
  return statements.map(({ text }) => text).join(' ').slice(0, LONGEST_LOOK);
}

const OWN = 30;
const LONGEST_LOOK = 4000;

/** What the author says of it, and what had to be excluded in an emergency, may make less or more of a problem than its name. */
function natureToday({ nature }: Named, state: State, about: string, decided: string, isWorked: boolean): Problem['nature'] {
  if (RISES.has(nature) && isSaid(UNEXPLAINED, about)) return 'undiagnosed';
  if (nature === 'minor') return isPrescribedFor(about) ? 'acute' : 'minor';
  if (nature === 'acute' && isWorked) return 'undiagnosed';
  return (nature === 'acute' || nature === 'injury') && state !== 'worse' && state !== 'severe' && needsNothing(decided) ? 'minor' : nature;
}

const RISES: ReadonlySet<Problem['nature']> = new Set(['symptom', 'acute', 'chronic']);

/** Who comes to an emergency department with a long-standing illness and nothing else comes because it got worse; unless it passed by itself or quickly. */
function cameForIt({ nature }: Named, state: State, whole: string): State {
  return nature === 'chronic' && state === 'unsaid' && !isSaid(STATE_WORDS.stable, whole) ? 'worse' : state;
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
      return state === 'over' || state === 'mending' ? 'low' : 'moderate';
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
