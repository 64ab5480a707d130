import type { VisitReason } from '../../model/index.ts';
import type { Payer } from '../services/payer.ts';
import { OTHER_VISITS, PREVENTIVE_VISITS, type OtherVisit } from '../services/visit-codes.ts';
import { findIn, isNegated, reason, type Found, type PatientType, type Statement } from './visit.ts';

const WELCOME = /\b(?:welcome (?:to medicare|visit|to mcare)|ippe|initial preventive \w+|g0402)\b/i;
const HAD_WELCOME = /\b(?:had|has had|completed|done|after|since|did|s\/p|got|welcome visit (?:was |done |in )|ippe (?:in|done|was|completed)|in (?:19|20)\d\d|last year|prior|previous|years? ago|never had|no (?:prior |previous )?(?:welcome|ippe)|missed|too late)\b/i;
const WELLNESS = /\b(?:annual wellness|awv|medicare wellness|wellness visit|subsequent wellness|initial wellness|hra|health risk assessment|personali[sz]ed prevention plan|ppps)\b/i;
const FIRST_WELLNESS = /\b(?:(?:first|initial|1st)(?:[- ]ever)? (?:annual |medicare )*(?:wellness|awv)|never (?:had )?(?:an? )?(?:annual |medicare |prior )*(?:wellness|awv)|no (?:prior|previous|earlier) (?:annual |medicare )*(?:wellness|awv)|(?:awv|wellness visit)(?: #1\b|,? (?:first|initial)\b)|(?:awv|wellness visit),? (?:(?:is |this is )?(?:her|his|their|the) (?:very )?first)\b|first (?:ever )?(?:awv|wellness)|(?:never|nor|without|no) (?:had )?(?:any |an |a )?(?:\w+ ){0,6}?(?:nor|or|and no) (?:any |an |a )?(?:\w+ ){0,2}?(?:wellness|awv)|g0438(?! (?:\w+ )?(?:in|was|done|billed|on|last|\d)))/i;
const LATER_WELLNESS = /\b(?:g0438 (?:\w+ )?(?:in|was|done|billed|on|last|\d)[^.;]{0,12}|subsequent|(?:last|prior|previous|second|third|fourth|2nd|3rd|4th|another|yearly|next) (?:annual |medicare )*(?:wellness|awv)|(?:awv|wellness visit) (?:last|in (?:19|20)\d\d|#[2-9]|done|a year ago|\d+ (?:months?|mo) ago)|g0439|last (?:one|seen for (?:awv|wellness))|had (?:an? |her |his )?(?:awv|(?:annual )?wellness(?: visit)?) (?:in|last|\d))/i;
/** Enrolled in Part B within twelve months (42 CFR 410.16). */
const NEW_TO_MEDICARE = /\b(?:(?:new(?:ly)? (?:to|on|enrolled in)|just (?:turned 65|started|enrolled|got)|enrolled (?:in )?|joined|started|effective|since|began)(?: on| in| with)? ?(?:medicare|part b)(?: part b)?(?: \w+){0,4}? ?(?:\d{1,2} ?(?:mo|months?|wk|weeks?)|this (?:year|month|spring|summer|fall|winter)|last month|ago)?|(?:medicare )?part b (?:\w+ ){0,4}(?:\d|1[01]) (?:mo|months?|wks?|weeks?) ago|(?:within|first|in (?:the )?first) (?:12|twelve) months)\b/i;
const PHYSICAL = /\b(?:complete physical|annual physical|physical exam(?:ination)?|comprehensive (?:preventive|physical|exam)|cpe\b|preventive (?:visit|exam|physical)|well[- ]woman|gyn(?:ecologic)? exam|head[- ]to[- ]toe)\b/i;

export interface PreventiveCode {
  readonly visit: OtherVisit | null;
  readonly why: readonly VisitReason[];
}

/** The preventive visit: by age and patient for most payers, by what Medicare has covered before for Medicare. */
export function preventiveOf(statements: readonly Statement[], patientType: PatientType, ageYears: number | null, payer: Payer): PreventiveCode {
  const wellness = findIn(WELLNESS, statements, (found) => !isNegated(found)) ?? findIn(WELCOME, statements);
  if (payer === 'medicare' && (wellness !== null || findIn(NEW_TO_MEDICARE, statements) !== null || findIn(PHYSICAL, statements) === null)) return ofMedicare(statements);
  if (ageYears === null) return { visit: null, why: [reason('none', 'Cannot tell: the age is not known, and preventive codes go by age.')] };
  const patient = patientType === 'new' ? 'new' : 'established';
  const row = PREVENTIVE_VISITS.find((one) => one.patient === patient && ageYears >= one.from && ageYears < one.below);
  const at = findIn(OPENING, statements) ?? findIn(/\S.{0,60}/, statements);
  return { visit: row ?? null, why: at === null ? [] : [reason('service', 'A preventive visit, by age (CPT preventive medicine services).', at)] };
}

const OPENING = /\b(?:well[- ](?:child|baby|woman|visit|adolescent)|wcc|wcv|annual|physical|preventive|check-?up|wellness|cpe|health maintenance|hme|sports physical)\b[^.]{0,40}/i;

function ofMedicare(statements: readonly Statement[]): PreventiveCode {
  const first = findIn(FIRST_WELLNESS, statements);
  const later = findIn(LATER_WELLNESS, statements, ({ statement }) => !/\bnever\b|\bno (?:prior|previous)/i.test(statement.text));
  const welcome = findIn(WELCOME, statements, ({ statement }) => !HAD_WELCOME.test(statement.text) || /\b(?:today|here for|presents for)\b/i.test(statement.text));
  if (welcome !== null && first === null && later === null) return answer(OTHER_VISITS.welcomeToMedicare, 'The visit within twelve months of the start of Part B (42 CFR 410.16).', welcome);
  if (first !== null) return answer(OTHER_VISITS.firstWellness, 'The first annual wellness visit (42 CFR 410.15).', first);
  if (later !== null) return answer(OTHER_VISITS.laterWellness, 'An annual wellness visit after the first (42 CFR 410.15).', later);
  const enrolled = findIn(NEW_TO_MEDICARE, statements, ({ statement }) => /\b(?:\d|1[01]|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:mo|months?|wks?|weeks?)\b|this (?:year|month)|last month|new(?:ly)?|just/i.test(statement.text));
  if (enrolled !== null) return answer(OTHER_VISITS.welcomeToMedicare, 'The visit within twelve months of the start of Part B (42 CFR 410.16).', enrolled);
  const at = findIn(WELLNESS, statements);
  return at === null ? { visit: OTHER_VISITS.laterWellness, why: [] } : answer(OTHER_VISITS.laterWellness, 'An annual wellness visit; nothing says that it is the first (42 CFR 410.15).', at);
}

function answer(visit: OtherVisit, says: string, found: Found): PreventiveCode {
  return { visit, why: [reason('service', says, found)] };
}

/** A problem that needs work of its own beside the preventive service (CPT: significant, separately identifiable; modifier 25). */
export const EXTRA_WORK = /\b(?:start\w*|increase\w*|decreas\w*|chang\w+|switch\w*|add(?:ed|ing)?|titrat\w*|stop(?:ped)?|prescrib\w*|rx\b|order(?:ed)?|work-?up|x-?ray|mri|(?<!gc\/)ct\b|ultrasound|biops\w*|inject\w*|refer\w*|uncontrolled|worse\w*|not (?:at|controlled)|exacerbat\w*|flare|separate(?:ly)?|significant|in addition|evaluat\w*|amoxicillin|antibiotic\w*|new (?:problem|complaint|onset))\b/i;
/** Said to be a work of its own. */
export const SET_APART = /\b(?:own (?:section|note|part|work|problem)|separate(?:ly)?|apart from|additional work|addition to the (?:physical|well|preventive|wellness)|problem(?: visit| oriented)?\s?:|beyond the (?:physical|well|preventive))/i;
/** Too small to report, or what the preventive service holds anyway. */
export const NO_EXTRA_WORK = /\b(?:no (?:\w+ )?(?:problems?|concerns?|complaints?|issues?)(?: addressed| today| raised)?|no (?:additional|extra|separate) (?:work|evaluation|problem)|(?:refill(?:ed)?|continue[ds]?)(?: \w+){0,3} (?:only|unchanged|same)|incidental(?:ly)?|in passing|trivial|stable,? (?:no change|refill\w*|continue))\b/i;
