import type { AlsoService, DataLevel, ProblemsLevel, RiskLevel, VisitLevel, VisitReason } from '../../model/index.ts';
import { BESIDE_VISIT, LEVELED_VISITS, OTHER_VISITS, type DecisionLevel, type LeveledVisit, type OtherVisit } from '../services/visit-codes.ts';
import { decisionForSurgery, doneBeside, longitudinal, prolonged, psychotherapy, unrelatedInGlobal } from './beside.ts';
import { dataOf } from './data.ts';
import { sameDay } from './hospital-day.ts';
import { minutesOf, minutesOfDischarge, type Minutes } from './minutes.ts';
import { patientInWords } from './patient-type.ts';
import { EXTRA_WORK, NO_EXTRA_WORK, SET_APART, preventiveOf } from './preventive.ts';
import { problemsOf } from './problems.ts';
import { notReportable, nurseVisit } from './reportable.ts';
import { riskOf } from './risk.ts';
import { statementsOf } from './statements.ts';
import { findIn, isNegated, reason, type Found, type PatientType, type Statement, type VisitToLevel } from './visit.ts';

/**
 * The code of a visit by the 2023 rules for evaluation and management: two of problems, data and risk, or the billing provider's time
 * on the date, whichever the record supports higher; or why there is no code. Every cell quotes the words behind it.
 */
export function levelVisit(visit: VisitToLevel): VisitLevel {
  const statements = statementsOf(visit.notes);
  if (statements.length === 0) return without([{ element: 'none', says: 'Cannot tell: there is no note of the billing provider.', evidence: [] }]);
  const why = notReportable(statements, visit.setting, visit.ageYears);
  if (why !== null) return without([why]);
  switch (visit.setting) {
    case 'preventive':
      return preventiveVisit(statements, visit);
    case 'discharge':
      return dischargeDay(statements);
    case 'office':
      return officeVisit(statements, visit);
    case 'ed':
      return edVisit(statements, visit);
    case 'inpatient-initial':
    case 'inpatient-subsequent':
      return hospitalVisit(statements, visit);
  }
}

function officeVisit(statements: readonly Statement[], visit: VisitToLevel): VisitLevel {
  const patient = visit.patientType === 'unknown' ? patientInWords(statements) : visit.patientType;
  const nurse = nurseVisit(statements);
  if (nurse !== null && patient !== 'new') return alone(OTHER_VISITS.nurse, [reason('service', 'A visit of clinical staff under a physician (CPT; 42 CFR 410.26).', nurse)]);
  if (patient === 'unknown') return without([{ element: 'none', says: 'Cannot tell: nothing says whether the patient is new or established (CPT: seen by the group within three years).', evidence: [] }]);
  return leveled(statements, visit, LEVELED_VISITS.filter((row) => row.setting === 'office' && row.patient === patient));
}

const CRITICAL_CARE = /\bcritical care\b(?:[\w :,()-]{0,40}?)(\d{2,3}) ?-?(?:min|m\b)|(\d{2,3}) ?-?min\w*(?: of)?(?: \w+){0,3} critical care/i;
const CRITICAL_FROM = 30;
const CRITICAL_MORE_FROM = 75;
const CRITICAL_STEP = 30;

function edVisit(statements: readonly Statement[], visit: VisitToLevel): VisitLevel {
  const level = leveled(statements, visit, LEVELED_VISITS.filter(({ setting }) => setting === 'ed'));
  const critical = findIn(CRITICAL_CARE, statements, (found) => !isNegated(found));
  const minutes = critical === null ? 0 : Number(/\d{2,3}/.exec(critical.statement.note.text.slice(critical.start, critical.end))?.[0] ?? 0);
  if (critical === null || minutes < CRITICAL_FROM) return level;
  const more = minutes < CRITICAL_MORE_FROM ? 0 : 1 + Math.floor((minutes - CRITICAL_MORE_FROM) / CRITICAL_STEP);
  const also: AlsoService[] = more === 0 ? [] : [{ code: BESIDE_VISIT.moreCriticalCare, units: more, modifiers: [] }];
  return { ...level, code: OTHER_VISITS.criticalCare.code, title: OTHER_VISITS.criticalCare.title, byTime: true, minutes, also, why: [reason('time', 'Critical care with its minutes (CPT critical care services).', critical), ...level.why] };
}

function hospitalVisit(statements: readonly Statement[], visit: VisitToLevel): VisitLevel {
  const day = visit.setting === 'inpatient-initial' ? sameDay(statements) : null;
  if (day !== null && day.long) {
    const level = leveled(statements, visit, LEVELED_VISITS.filter(({ setting }) => setting === 'same-day'));
    return { ...level, why: [reason('service', 'Admitted and discharged on one date, eight hours or more apart (CPT; Medicare Claims Processing Manual, chapter 12, section 30.6.9.1).', day.found), ...level.why] };
  }
  return leveled(statements, visit, LEVELED_VISITS.filter(({ setting }) => setting === visit.setting));
}

const LONG_DISCHARGE_OVER = 30;

/** Discharge-day management goes by time alone; a patient who died is discharged too. */
function dischargeDay(statements: readonly Statement[]): VisitLevel {
  const time = minutesOfDischarge(statements);
  const over = findIn(/\b(?:more than|over|greater than|>) ?30 ?-?min\w*/i, statements, (found) => !isNegated(found));
  const isLong = over !== null || (time.total !== null && time.total > LONG_DISCHARGE_OVER);
  const visit = isLong ? OTHER_VISITS.dischargeLong : OTHER_VISITS.dischargeShort;
  const at = findIn(/\b(?:discharg\w*|d\/c|pronounced|expired|death|deceased|home)\b/i, statements);
  const why = [...(at === null ? [] : [reason('service', 'The day of discharge (CPT discharge-day management).', at)]), ...(isLong && over !== null ? [reason('time', 'More than 30 minutes.', over)] : time.why)];
  return { ...alone(visit, why), byTime: isLong, minutes: time.total };
}

function preventiveVisit(statements: readonly Statement[], visit: VisitToLevel): VisitLevel {
  const patient = visit.patientType === 'unknown' ? patientInWords(statements) : visit.patientType;
  const { visit: code, why } = preventiveOf(statements, patient, visit.ageYears, visit.payer);
  if (code === null) return without(why);
  const split = problemBeside(statements, visit, patient);
  const { hasVaccine, hasProcedure, vaccine, procedure } = doneBeside(statements, visit.performed);
  const modifiers = hasVaccine || hasProcedure ? ['25'] : [];
  const because = modifiers.length === 0 ? [] : [reasonOrBare('modifier', 'A vaccine or a procedure beside it (NCCI Policy Manual, chapter XI).', vaccine ?? procedure)];
  return { ...alone(code, [...why, ...because, ...(split?.why ?? [])]), modifiers, also: split?.also ?? [] };
}

/** Statements of one line that are about its problem. */
const ITS_LINE = 10;

/** The problem half of a split visit. */
function problemBeside(statements: readonly Statement[], visit: VisitToLevel, patient: PatientType): { readonly also: readonly AlsoService[]; readonly why: readonly VisitReason[] } | null {
  const { problems } = problemsOf(statements.filter(({ part }) => part === 'assessment'), 'preventive');
  const worked = problems.filter(({ found, nature, state, again }) => {
    const near = [found.statement, ...again].map((one) => nearby(one, statements)).join(' ');
    if (nature === 'minor' || state === 'over') return false;
    return SET_APART.test(near) || (EXTRA_WORK.test(near) && !NO_EXTRA_WORK.test(near));
  });
  const [first] = worked;
  if (first === undefined || statements.some(({ text }) => /\bno problems? (?:addressed|today)|no (?:acute |new |other )?(?:complaints|concerns|problems)(?: addressed| today)?\b/i.test(text) && !/\bother\b/i.test(text))) return null;
  const level = leveled(ownHalf(statements), { ...visit, setting: 'office', performed: [] }, LEVELED_VISITS.filter((row) => row.setting === 'office' && row.patient === (patient === 'new' ? 'new' : 'established')), { noTime: true });
  if (level.code === null) return null;
  const relation = longitudinal(statements, 'office', visit.payer, [], true);
  return { also: [{ code: level.code, units: 1, modifiers: ['25'] }, ...(relation === null ? [] : [relation.also])], why: [...(relation === null ? [] : [relation.why]), reason('also', 'A problem with significant work of its own, beside the preventive service (CPT; modifier 25).', first.found)] };
}

/** Where the note sets the problem apart, its half begins: tests and findings of the preventive service are not counted twice (CPT preventive medicine services). */
function ownHalf(statements: readonly Statement[]): readonly Statement[] {
  const marked = statements.findIndex(({ text }) => SET_APART.test(text));
  const from = marked < 0 ? 0 : statements.findLastIndex(({ opensLine }, index) => index <= marked && opensLine);
  const half = statements.slice(Math.max(0, from));
  return half.some(({ part }) => part === 'assessment') ? half : statements;
}

function nearby(statement: Statement, statements: readonly Statement[]): string {
  const at = statements.indexOf(statement);
  const rest = statements.slice(at + 1, at + 1 + ITS_LINE);
  const end = rest.findIndex(({ opensLine }) => opensLine);
  return [statement, ...(end < 0 ? rest : rest.slice(0, end))].map(({ text }) => text).join(' ');
}

function leveled(statements: readonly Statement[], visit: VisitToLevel, rows: readonly LeveledVisit[], { noTime = false } = {}): VisitLevel {
  const problems = problemsOf(statements, visit.setting);
  const data = dataOf(statements, visit.setting, visit.ageYears);
  const risk = riskOf(statements, visit.setting);
  const decided = twoOfThree(problems.level, data.level, risk.level);
  const therapy = noTime || visit.setting === 'ed' ? null : psychotherapy(statements);
  const time = minutesOf(statements);
  const timed = noTime || therapy !== null ? null : byMinutes(rows, time);
  const byDecision = rows.find(({ level }) => level === decided);
  const top = timed === null ? null : prolonged(timed.code, time.total, visit.payer);
  const byTime = timed !== null && (byDecision === undefined || RANK[timed.level] > RANK[byDecision.level] || top !== null);
  const row = byTime ? timed : byDecision;
  if (row === undefined) return without([{ element: 'none', says: 'Cannot tell: no code of this setting fits.', evidence: [] }]);
  const { modifiers, why: because } = modifiersOf(statements, visit);
  const relation = longitudinal(statements, visit.setting, visit.payer, modifiers, onlyPreventiveBeside(statements, visit));
  return {
    code: row.code, title: row.title, problems: problems.level, data: data.level, risk: risk.level, byTime, minutes: time.total, modifiers,
    also: [...(byTime && top !== null ? [top] : []), ...(relation === null ? [] : [relation.also]), ...(therapy === null ? [] : [therapy.also])],
    why: [...problems.why, ...data.why, ...risk.why, ...time.why, ...because, ...(relation === null ? [] : [relation.why]), ...(therapy === null ? [] : [therapy.why])],
  };
}

const RANK: Readonly<Record<DecisionLevel, number>> = { straightforward: 0, low: 1, moderate: 2, high: 3 };
const BY_RANK: readonly DecisionLevel[] = ['straightforward', 'low', 'moderate', 'high'];
const CELL: Readonly<Record<ProblemsLevel | DataLevel | RiskLevel, number>> = { minimal: 0, low: 1, limited: 1, moderate: 2, high: 3, extensive: 3 };

/** Two of the three elements must meet or exceed the level: the middle one decides. */
function twoOfThree(problems: ProblemsLevel, data: DataLevel, risk: RiskLevel): DecisionLevel {
  const [, middle = 0] = [CELL[problems], CELL[data], CELL[risk]].toSorted((a, b) => a - b);
  return BY_RANK[middle]!;
}

function byMinutes(rows: readonly LeveledVisit[], { total }: Minutes): LeveledVisit | null {
  if (total === null) return null;
  return rows.findLast(({ minutes }) => minutes !== null && total >= minutes) ?? null;
}

function modifiersOf(statements: readonly Statement[], visit: VisitToLevel): { readonly modifiers: readonly string[]; readonly why: readonly VisitReason[] } {
  const modifiers: string[] = [];
  const why: VisitReason[] = [];
  const unrelated = visit.setting === 'office' ? unrelatedInGlobal(statements) : null;
  if (unrelated !== null) {
    modifiers.push('24');
    why.push(reason('modifier', '24: unrelated to the operation whose global period runs.', unrelated));
  }
  const { hasProcedure, hasVaccine, procedure, vaccine } = doneBeside(statements, visit.performed);
  if ((hasProcedure && visit.setting !== 'inpatient-subsequent' && visit.setting !== 'inpatient-initial') || (hasVaccine && visit.setting === 'office')) {
    modifiers.push('25');
    why.push(reasonOrBare('modifier', '25: a significant, separately identifiable evaluation beside what was done.', procedure ?? vaccine));
  }
  const surgery = decisionForSurgery(statements, visit.setting);
  if (surgery !== null) {
    modifiers.push('57');
    why.push(reason('modifier', '57: the decision for major surgery on this day or the next.', surgery));
  }
  return { modifiers, why };
}

/** Medicare pays the longitudinal add-on beside a preventive service, a wellness visit or a vaccine of Part B. */
function onlyPreventiveBeside(statements: readonly Statement[], visit: VisitToLevel): boolean {
  const { hasProcedure, hasVaccine } = doneBeside(statements, visit.performed);
  return hasVaccine && !hasProcedure;
}

function reasonOrBare(element: VisitReason['element'], says: string, found: Found | null): VisitReason {
  return found === null ? { element, says, evidence: [] } : reason(element, says, found);
}

function alone({ code, title }: OtherVisit, why: readonly VisitReason[]): VisitLevel {
  return { code, title, problems: null, data: null, risk: null, byTime: false, minutes: null, modifiers: [], also: [], why };
}

export function without(why: readonly VisitReason[]): VisitLevel {
  return { code: null, title: null, problems: null, data: null, risk: null, byTime: false, minutes: null, modifiers: [], also: [], why };
}
