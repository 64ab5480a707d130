import type { RiskLevel, VisitReason, VisitSetting } from '../../model/index.ts';
import {
  DNR, EMERGENCY, ESCALATED, HOSPITALIZED, HOSPITAL_CONSIDERED, LOW_RISK, MAJOR_SURGERY, MEDICINES_MANAGED, MEDICINE_DECIDED, MINOR_SURGERY, NOT_HOSPITALIZED,
  OVER_THE_COUNTER, PARENTERAL_CONTROLLED, PRESCRIPTION, RISK_FACTORS, SDOH_LIMITS, SURGERY_DECIDED, TOXICITY_WATCH, TOXIC_DRUG,
} from './treatments.ts';
import { doseIn } from './doses.ts';
import { find, findIn, isNegated, reason, type Found, type Statement } from './visit.ts';

export interface Risk {
  readonly level: RiskLevel;
  readonly why: readonly VisitReason[];
}

interface RiskRow {
  readonly level: RiskLevel;
  readonly says: string;
  readonly found: (read: Read) => Found | null;
}

interface Read {
  readonly all: readonly Statement[];
  /** Without what is past. */
  readonly now: readonly Statement[];
  readonly judged: readonly Statement[];
  readonly setting: VisitSetting;
}

/** The risk of complications of what was decided (CPT E/M guidelines 2023, table of risk): the first row that fits, highest first. */
export function riskOf(statements: readonly Statement[], setting: VisitSetting): Risk {
  const read: Read = { all: statements, now: statements.filter(({ part }) => part !== 'past'), judged: judgedOf(statements), setting };
  for (const { level, says, found } of ROWS) {
    const at = found(read);
    if (at !== null) return { level, why: [reason('risk', says, at)] };
  }
  return { level: 'minimal', why: [] };
}

/** The judgement, and what a terse note puts behind it: a plan line need not say that it decides. */
function judgedOf(statements: readonly Statement[]): readonly Statement[] {
  const first = statements.findIndex(({ part }) => part === 'assessment');
  const bare = first > 0 && statements.slice(first).every(({ text, mentions }) => mentions.length > 0 && text.length < BARE);
  const from = bare ? Math.max(1, first - PLAN_BEFORE) : first;
  return statements.filter(({ part, text }, index) => part === 'assessment' || (first >= 0 && index >= from && part === 'history' && (index > first || !(TOLD_OF_PAST.test(text) || TAKEN_BEFORE.test(text)))));
}

/** A diagnosis by itself (UTF-16 units): the plan stands in the statements before it. */
const BARE = 60;
const PLAN_BEFORE = 3;

const ROWS: readonly RiskRow[] = [
  { level: 'high', says: 'Drug therapy that needs intensive monitoring for toxicity.', found: toxicity },
  { level: 'high', says: 'Decision about hospitalization or escalation of hospital-level care.', found: hospital },
  { level: 'high', says: 'Decision not to resuscitate, or to de-escalate care because of poor prognosis.', found: ({ now }) => findIn(DNR, now, (found) => !NOT_DNR.test(found.statement.text.slice(0, found.start - found.statement.start))) },
  { level: 'high', says: 'A parenteral controlled substance.', found: ({ now }) => findIn(PARENTERAL_CONTROLLED, now, (found) => !isNegated(found) && !TO_ORAL.test(found.statement.text.slice(found.end - found.statement.start))) },
  { level: 'high', says: 'Decision for emergency major surgery.', found: ({ now }) => surgery(now, (words) => EMERGENCY.test(words)) },
  { level: 'high', says: 'Decision for elective major surgery with risk factors.', found: ({ now, all }) => surgery(now, () => hasRiskFactors(all)) },
  { level: 'moderate', says: 'Prescription drug management.', found: medicines },
  { level: 'moderate', says: 'Decision for elective major surgery.', found: ({ now }) => surgery(now, () => true) },
  { level: 'moderate', says: 'Decision for minor surgery with risk factors.', found: ({ judged, all }) => (hasRiskFactors(all) ? findIn(MINOR_SURGERY, judged, (found) => !isNegated(found)) : null) },
  { level: 'moderate', says: 'Social circumstances that limit diagnosis or treatment.', found: ({ now }) => findIn(SDOH_LIMITS, now, ({ statement }) => !/\bdenies|no (?:food|housing) insecur/i.test(statement.text)) },
  { level: 'low', says: 'Treatment without a prescription, or a minor procedure.', found: ({ judged, now }) => findIn(OVER_THE_COUNTER, judged, (found) => !isNegated(found)) ?? findIn(MINOR_SURGERY, now, (found) => !isNegated(found) && !PAST_SURGERY.test(found.statement.text)) ?? findIn(LOW_RISK, judged, (found) => !isNegated(found)) },
];

/** An infusion that ends is no longer given. */
const TO_ORAL = /^[^,.;]{0,20}\b(?:to|->|→|changed to|off|stopped|discontinued) ?(?:po\b|oral|by mouth|oxycodone|hydrocodone|hydromorphone \d|tramadol|today|off)?/i;

/** "Declines DNR", "remains full code". */
const NOT_DNR = /\b(?:not|no|against|remains?|stays?|declin\w+|refus\w+|defer\w*|if|not ready for)(?: (?:\w+ )?(?:code|a|the|to|sign|be))*\s*$/i;

/** Of this patient, and not said to be absent. */
function hasRiskFactors(all: readonly Statement[]): boolean {
  return all.some((statement) => {
    const found = find(RISK_FACTORS, statement);
    return found !== null && !/\b(?:no|not|without|w\/o|low|average|usual|denies)\b(?: \w+){0,3}\s*$/i.test(statement.text.slice(0, found.start - statement.start));
  });
}

function toxicity({ all, now }: Read): Found | null {
  const drug = findIn(TOXIC_DRUG, [...now, ...all], (found) => !isNegated(found) && !PAST_DRUG.test(found.statement.text));
  if (drug === null) return null;
  return findIn(TOXICITY_WATCH, now, (found) => !isNegated(found) && !/\b(?:level|trough)s? (?:not|no longer)/i.test(found.statement.text));
}

const PAST_DRUG = /\b(?:s\/p|status post|h\/o|history of|completed|finished|prior|previous(?:ly)?|stopped in|off)\b/i;

function hospital({ now, judged, setting }: Read): Found | null {
  if (setting === 'discharge' || setting === 'preventive') return null;
  const considered = findIn(HOSPITAL_CONSIDERED, now);
  if (considered !== null && !/\b(?:never|not|no|without) (?:\w+ ){0,2}(?:need\w*|consider\w*|discuss\w*|offer\w*|question|requir\w*)/i.test(considered.statement.text.replace(/not icu/i, '')) && (!setting.startsWith('inpatient') || /\b(?:icu|level of care|step-?down|transfer)\b/i.test(considered.statement.text))) return considered;
  const escalated = setting === 'office' ? null : findIn(ESCALATED, now, (found) => !isNegated(found) && !/\b(?:wean\w*|off|stopped|extubat\w*|yesterday|if|prior|previous\w*|days? ago)\b/i.test(found.statement.text));
  if (escalated !== null) return escalated;
  return findIn(HOSPITALIZED, setting === 'inpatient-subsequent' || setting === 'inpatient-initial' ? judged : now, (found) => isDecidedNow(found, setting));
}

function isDecidedNow(found: Found, setting: VisitSetting): boolean {
  const { statement: { text } } = found;
  if (isNegated(found) || NOT_HOSPITALIZED.test(text)) return false;
  if (setting !== 'inpatient-subsequent') return true;
  return /\b(?:transfer|escalat|upgrade|to (?:the )?(?:icu|micu|sicu|ccu|picu|nicu|step))/i.test(text) && !/\b(?:from|out of) (?:the )?(?:icu|micu|ccu)|transfer (?:to|out to) (?:the )?(?:floor|ward|snf|rehab)/i.test(text);
}

function surgery(statements: readonly Statement[], allow: (words: string) => boolean): Found | null {
  return findIn(MAJOR_SURGERY, statements, (found) => {
    const { text } = found.statement;
    return !isNegated(found) && SURGERY_DECIDED.test(text) && !PAST_SURGERY.test(text) && allow(text);
  });
}

const PAST_SURGERY = /\b(?:s\/p|status post|pod ?#?\d|post-?op\w*|h\/o|history of|prior|previous|(?:wk|weeks?|mo|months?|days?|yrs?|years?) (?:after|since|post|ago|out)|underwent|had (?:a )?\w+ in (?:19|20)\d\d|in (?:19|20)\d\d)\b/i;

function medicines({ all, judged, now, setting }: Read): Found | null {
  const named = all.some((one) => PRESCRIPTION.test(one.text) && !BY_ANOTHER.test(one.text));
  const managed = findIn(MEDICINES_MANAGED, judged, ({ statement }) => !BY_ANOTHER.test(statement.text) && (named || !/\bno med\w* changes?/i.test(statement.text)) && !/\bno (?:meds|medications|prescription|rx)\b(?! change)/i.test(statement.text));
  if (managed !== null) return managed;
  const inFacility = setting === 'ed' || setting.startsWith('inpatient');
  for (const statement of [...judged, ...(inFacility ? now : now.filter((one) => (STARTED.test(one.text) && !TOLD_OF_PAST.test(one.text)) || isChangedLine(one)))]) {
    const drug = find(PRESCRIPTION, { ...statement, text: withoutOverTheCounter(statement.text) });
    if (drug === null || isUndecided(drug) || BY_ANOTHER.test(statement.text)) continue;
    if (statement.part === 'assessment' || MEDICINE_DECIDED.test(statement.text) || (inFacility && !TAKEN_BEFORE.test(statement.text))) return drug;
  }
  for (const statement of [...judged, ...(inFacility ? now.filter(({ part, text }) => part !== 'assessment' && !TAKEN_BEFORE.test(text)) : [])]) {
    const dose = doseIn(statement.text);
    const found = dose === null ? null : { statement, start: statement.start + dose.start, end: statement.start + dose.end };
    if (found !== null && !isUndecided(found) && !BY_ANOTHER.test(statement.text)) return found;
  }
  const kept = named ? findIn(DOSE_KEPT, judged, (found) => !isNegated(found)) : null;
  return kept ?? findIn(DOSED, judged, (found) => !OVER_THE_COUNTER.test(found.statement.text) && !isNegated(found) && !/\b(?:calories|sodium|protein|carbs?|diet)\b/i.test(found.statement.text));
}

/** What the patient took before the stay; a bare list of drugs in a facility is what is given there. */
const TAKEN_BEFORE = /\b(?:takes?|taking|home|on|allerg\w*|pta|prior|failed|despite|after|stopped|off|since|history|hx|uses?|used|ran out|missed|never|no|not)\b/i;

/** A dose kept or changed, of a medicine that the story names: "continue 88 mcg", "same, 1-year supply". */
const DOSE_KEPT = /\b(?:continue|cont|same|refill(?:ed|s)?|renew(?:ed)?|stay|go|increase|raise|up|decrease|lower|down|keep)(?: (?:it|at|on|to|up|same))? ?(?:\d+(?:\.\d+)? ?(?:mg|mcg|units?|u)?\b|same|unchanged)|\b(?:continue|same|refill(?:ed|s)?|renewed)\s*(?:[.,;]|$)|\b\d+ ?(?:d|day|mo|month|yr|year)s? (?:refill|supply)|\bone-year supply|\b\d+ scripts?\b/i;
/** Another prescribes it, and it is not touched here. */
const BY_ANOTHER = /\b(?:from|by|per|through) (?:her |his |their |the )?(?:psychiatr\w*|pcp|cardiolog\w*|neurolog\w*|endocrin\w*|rheum\w*|oncolog\w*|specialist|another|outside|dr\.? \w+|pain clinic)\b[^.;]{0,30}\bnot (?:changed|refilled|adjusted|touched|addressed|managed)|\bnot (?:changed|refilled|adjusted|touched) (?:or \w+ )?(?:by me|here|today)/i;

const EVERY_OVER_THE_COUNTER = new RegExp(OVER_THE_COUNTER.source, 'gi');
/** Strengths that need a prescription though the drug does not. */
const PRESCRIBED_STRENGTH = /\b(?:ibuprofen|motrin) (?:600|800)|\bnaproxen 500|\bhydrocortisone 2\.5|\baspirin\b/i;

function withoutOverTheCounter(text: string): string {
  return PRESCRIBED_STRENGTH.test(text) ? text : text.replace(EVERY_OVER_THE_COUNTER, (words) => ' '.repeat(words.length));
}

/** "Carbidopa/levodopa 25/100 from tid to qid": a line of the plan wherever it stands. */
function isChangedLine({ opensLine, text }: Statement): boolean {
  return opensLine && CHANGED_LINE.test(text) && !TAKEN_BEFORE.test(text);
}

const CHANGED_LINE = /^[\s>*•#\d.)-]*[a-z][a-z/-]{3,}(?: [\w/.-]+){0,4} (?:from [\w./]+ to|to \d|up to|down to|->|→)/i;
const STARTED = /\b(?:start(?:ed)?|begun|prescribed|increase[ds]?|raised?|lower(?:ed)?|add(?:ed)?|refill(?:ed)?|renew(?:ed)?|rx sent|given today|switch(?:ed)?|\d+ (?:to|->|→) \d+)\b/i;
/** What was done before, or by others. */
const TOLD_OF_PAST = /\b(?:ago|yesterday|since|last (?:visit|week|month|year|time)|(?:19|20)\d\d|(?:by|from) (?:pcp|dr|the ed|urgent|another|her|his)|was|were|had|has been|tried|failed|pcp|ed|er|urgent care)\b/i;
const DOSED = /\b(?:start|stop|continue|cont|increase|decrease|refill(?:ed)?|switch to|add|hold|resume|taper|renew|prescribe[d]?) (?:[\w/-]+ ){1,3}\d+(?:\.\d+)? ?(?:mg|mcg|units?|u\b|g\b|%|ml|bid|tid|qid|daily|qhs|qd|weekly|q\d)|\b(?:start|continue|cont|increase|decrease|refill(?:ed)?|add|resume|taper|trial) [a-z-]{5,} \d+(?:\.\d+)?\b(?! ?(?:d\b|days?|wks?|weeks?|mo\b|months?|min|x\b|times|visits?|sessions?|lbs?|kcal|cal))/i;

/** "No antibiotic", "antibiotics are not needed"; a course refused after discussion is no management of a drug that was never considered. */
function isUndecided(found: Found): boolean {
  const { statement } = found;
  const clause = clauseOf(found);
  if (/\b(?:stop\w*|hold\w*|d\/c|discontinu\w*)\b/i.test(clause)) return false;
  if (/\b(?:allerg\w+ to|no need for|not (?:needed|indicated|necessary|warranted|given)|no indication for|avoid\w*)\b/i.test(clause) && !/\b(?:start|continue|rx|prescrib|give(?!n)|increase)/i.test(clause)) return true;
  return isNegated(found) && !/\bno (?:change|side effects?|refill)/i.test(statement.text);
}

/** Between commas: what is said of the next drug in a list is not said of this one. */
function clauseOf({ statement, start, end }: Found): string {
  const { text } = statement;
  const [from, to] = [start - statement.start, end - statement.start];
  const comma = text.indexOf(',', to);
  return text.slice(text.lastIndexOf(',', from) + 1, comma < 0 ? text.length : comma);
}
