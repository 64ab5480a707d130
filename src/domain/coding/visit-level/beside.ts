import type { AlsoService, PerformedService, VisitReason, VisitSetting } from '../../model/index.ts';
import type { Payer } from '../services/payer.ts';
import { BESIDE_VISIT, PROLONGED_STEP_MINUTES, PROLONGED_TIME, PSYCHOTHERAPY_BESIDE } from '../services/visit-codes.ts';
import { ofOtherSide } from './other-side.ts';
import { find, findIn, isNegated, reason, type Found, type Statement } from './visit.ts';

/** Full quarter hours beyond the highest code, where it was chosen by time. Thresholds: PROLONGED_TIME. */
export function prolonged(code: string, minutes: number | null, payer: Payer): AlsoService | null {
  const row = PROLONGED_TIME.find(({ beside }) => beside === code);
  if (row === undefined || minutes === null) return null;
  const { code: also, from } = payer === 'medicare' ? row.medicare : row.cpt;
  return minutes < from ? null : { code: also, units: 1 + Math.floor((minutes - from) / PROLONGED_STEP_MINUTES), modifiers: [] };
}

const LONGITUDINAL = /\b(?:longitudinal(?:ly)?|primary care|my (?:primary care |long[- ]?(?:time|standing|term) |established )?(?:patient|pt)\b|i(?:'m| am) (?:her|his|their|the) (?:pcp|primary|rheum\w*|cardiolog\w*|neurolog\w*|endocrin\w*|onc\w*|psychiatrist|pulm\w*|nephrolog\w*)|(?:her|his|their) pcp(?: here| \(me\)| since| for)?|pcp (?:visit|here|f\/u|follow[- ]?up)|continuing (?:focal point|care|relationship)|focal point|ongoing (?:care|management|relationship)|follow(?:ed|s|ing)? (?:here|by me|by us|with me|with us|in (?:my|our|this) clinic)|known to me|(?:seen|cared for|patient|pt|with me|mine) (?:by me |here )?(?:since|for|x) (?:\d+|many|several|over)|(?:patient|pt) of mine|(?:(?<=\()|\bi am |\bi'm )(?:her|his|their) (?:\w+ ){1,2}(?:since|for|x)|long[- ]?(?:time|standing|term) (?:patient|pt)|i (?:have )?(?:follow|manage|see)(?:ed|n)? (?:her|him|them|this)|i (?:follow|manage) (?:her|his|their)|continuity|our (?:long[- ]?\w+ |own )?(?:patient|pt)\b|(?:her|his|their) (?:internist|family (?:doctor|physician)|primary (?:doctor|physician)|doctor|gp)\b|(?:patient|pt|here|with us|with me|mine|looked after|cared for)[^.;]{0,20} (?:for |x ?|over |these )?(?:\d+|many|several) (?:years|yrs|y)\b)\b/i;
const NOT_LONGITUDINAL = /\b(?:urgent care(?! (?:notes?|records?|visit|last|in|on|gave|said|for))|walk-?in(?! (?:clinic )?(?:note|last))|one[- ]time|single visit|cover for|return to (?:her|his|their) pcp|f\/u (?:with )?pcp|follow up with (?:her|his|their )?(?:pcp|primary)|pcp (?:is )?dr|covering for|second opinion|consult(?:ation)? (?:only|for)|back to (?:pcp|primary care)|establish with|no (?:ongoing|longitudinal)|visiting|traveling|vacation)\b/i;

/** The relation that Medicare pays for beside an office visit (CY2024 Physician Fee Schedule final rule): not a single complaint of a stranger. */
export function longitudinal(statements: readonly Statement[], setting: VisitSetting, payer: Payer, modifiers: readonly string[], besidePreventive: boolean): { readonly also: AlsoService; readonly why: VisitReason } | null {
  if (setting !== 'office' || payer !== 'medicare' || (modifiers.includes('25') && !besidePreventive) || modifiers.includes('24')) return null;
  if (statements.some(({ text }) => NOT_LONGITUDINAL.test(text))) return null;
  const found = findIn(LONGITUDINAL, statements, (one) => !isNegated(one));
  return found === null ? null : { also: { code: BESIDE_VISIT.longitudinal, units: 1, modifiers: [] }, why: reason('also', 'Ongoing care that this clinician is responsible for (CY2024 Physician Fee Schedule final rule).', found) };
}

const PSYCHOTHERAPY = /\b(?:psychotherapy|(?:supportive|insight[- ]oriented|cbt|interpersonal) therapy|min\w* (?:of )?(?:cbt|dbt|emdr|psychodynamic|motivational interviewing)(?! (?:\w+ )?(?:weekly|with (?:her|his|their))))\b/i;

/** Psychotherapy beside the visit, by its own minutes; then the visit goes by decision making alone (CPT). */
export function psychotherapy(statements: readonly Statement[]): { readonly also: AlsoService; readonly why: VisitReason } | null {
  for (const statement of statements) {
    const named = find(PSYCHOTHERAPY, statement);
    if (named === null || isNegated(named)) continue;
    const near = statement.text.slice(Math.max(0, named.start - statement.start - 40), named.end - statement.start + 60);
    const minutes = Number(/(\d{2,3}) ?-?min/i.exec(near)?.[1] ?? 0);
    const row = PSYCHOTHERAPY_BESIDE.find(({ from, to }) => minutes >= from && minutes <= to);
    if (row !== undefined) return { also: { code: row.code, units: 1, modifiers: [] }, why: reason('also', 'Psychotherapy with its own minutes beside the visit (CPT).', named) };
  }
  return null;
}

/** A minor procedure, injection or immunization done at this visit. */
const DONE_HERE = /\b(?:\d+ (?:x )?(?:\d-0 )?(?:nylon|prolene|vicryl|ethilon|monocryl|sutures?|stitches|staples)\b(?! (?:removed|out|were|came))|(?:nylon|prolene|vicryl|ethilon) \d-0|\d-0 (?:nylon|prolene|vicryl|ethilon)|dermabond|(?:lac\w*|wound|cut)[^.;]{0,30}\bglued\b|\d+ ?mg (?:of )?(?:triamcinolone|kenalog|tac|methylpred\w*|depo-?medrol|dexamethasone|betamethasone|celestone)[^.;]{0,20}(?:\+|and|with|w\/|\/|&)[^.;]{0,12}(?:lido\w*|bupi\w*|marcaine|ropi\w*)|(?:triamcinolone|kenalog|depo-?medrol|methylpred\w*|betamethasone|celestone|dexamethasone)\b[^.;]{0,20}(?:\+|and|with|w\/|\/|&|,)[^.;]{0,12}(?:lido\w*|bupi\w*|marcaine|ropi\w*)|(?:shave|tangential|punch|snip) (?:removal|excision|biopsy)[^.;]{0,40}(?:today|done|lido\w*|see procedure|sent)|see procedure note|time-?out|tolerated (?:the )?(?:procedure|injection)|inject(?:ed|ion) (?:into|today)|cryotherapy to|(?:ncs|emg|nerve conduction\w*)(?: \w+){0,5}? (?:done|performed|read by me)|(?:knee|shoulder|joint|bursa|trigger point|trigger finger|subacromial|hyaluron\w*|visco\w*|steroid|kenalog|cortisone|hip|tendon|carpal tunnel|epidural|keloid|intralesional|im|intramuscular|b12|depo\w*|ceftriaxone|rocephin|toradol|ketorolac|botox)[\w ,/-]{0,30}? (?:inject(?:ed|ion,? (?:given|done|performed|today|administered|with|of|in))|given|administered)|inject(?:ed|ion (?:given|done|performed|administered))|aspirated|arthrocentesis|(?:punch|shave|excisional|incisional|endometrial|skin) ?(?:biops\w+)(?! (?:result|show|report|next|scheduled|in \d))|biops(?:ied|y (?:done|performed|taken|obtained|today))|excised|excision (?:done|performed|today)|cryo(?:therapy|surgery)?(?: (?:x|to|of|done|applied|performed))|(?:ln2|liquid nitrogen)|frozen|froze|i ?& ?d (?:done|performed|with|of|today|:)|incised and drained|(?:lac\w* )?(?:repair(?:ed)?|closed) (?:with|w\/|using|done|x)|sutur(?:ed|es placed)|debrided|performed (?:an? |the )?(?:\w+ ){0,3}?(?:debridement|injection|biopsy|excision|i ?& ?d|aspiration|arthrocentesis|repair|removal|cryo\w*|lavage)|(?:(?:ear|canal|cerumen|wax)[^.;]{0,25}(?:lavage|irrigat\w+)|(?:lavage|irrigat\w+)[^.;]{0,25}(?:ears?|canals?|cerumen|wax)|ear lavage|cerumen (?:removed|removal|disimpact\w*))|(?:nail|foreign body|fb|iud|nexplanon|skin tags?|lesions?) (?:\w+ )?(?:removed|avulsed|avulsion|inserted|placed|insertion|removal)(?! (?:next|sched))|(?:iud|nexplanon|larc|implant|pessary)[^.;]{0,30}\b(?:placed|inserted|removed|fitted) ?(?:today|\(|without|easily|in)|(?:iud|nexplanon) (?:insertion|removal)|destroyed|destruction of|curetted|pared|nasal endoscopy|laryngoscopy (?:done|performed|:)|anoscopy|colposcopy (?:done|performed|:)|splint (?:applied|placed)|cast applied|(?:icd|pacemaker|device) (?:check|interrogat\w+|reprogram\w*)|device interrogat\w+|nebulizer (?:given|treatment)|procedure(?: note)?\s?:|(?:omt|osteopathic manip\w+|manipulation) (?:done|performed|to|x))/i;
const VACCINATED = /\b(?:(?:vaccin\w+|immuni[sz]ations?|shots?|flu(?: shot)?|influenza|tdap|mmr|dtap|prevnar|pcv\d*|ppsv\d*|shingrix|hpv|gardasil|menacwy|menb|varicella|hep(?:atitis)? [ab]|rotavirus|hib|ipv|covid(?:-19)?(?: vaccine| booster)?|rsv|pediarix|vaxelis|pentacel|proquad|kinrix)(?:[\w ,/#&+-]{0,60}?) (?:given|administered|today|updated|counsel\w*|vis\b|(?:[lr]|left|right) (?:thigh|deltoid|arm)|im\b|lot\b)|(?:gave|given|administered) (?:today )?:?(?:[\w ,/#&+-]{0,40}?)(?:vaccin\w+|immuni[sz]ations?|flu shot|tdap|mmr|dtap|prevnar|pcv\d*|shingrix|hpv|menacwy|varicella|rotavirus)|vaccines? (?:per schedule )?given|immuni[sz]ations? given)/i;
const NOT_DONE_HERE = /\b(?:schedul\w*|has received|have received|both doses|will (?:receive|inject|excise|biopsy|give|need|return|do)|plan(?:ned)? (?:for|to)|next visit|offered|declin\w*|defer\w*|consider\w*|refus\w*|return (?:for|in)|if (?:no|not|fails?|persist\w*)|last (?:visit|month|year|week)|previous(?:ly)?|prior|ago|in (?:19|20)\d\d|s\/p|refer\w*|up to date|utd|at pharmacy|history of|results?|nursery|on record|nothing given|none given|no (?:shots|vaccines?|vaccinations?|immuni[sz]ations?)|at birth|already (?:had|given|done)|elsewhere|records show)\b/i;

interface DoneBeside {
  readonly procedure: Found | null;
  readonly vaccine: Found | null;
  readonly hasProcedure: boolean;
  readonly hasVaccine: boolean;
}

export function doneBeside(statements: readonly Statement[], performed: readonly PerformedService[]): DoneBeside {
  const procedure = findIn(DONE_HERE, statements, isDone);
  const vaccine = findIn(VACCINATED, statements, isDone);
  return {
    procedure, vaccine,
    hasProcedure: procedure !== null || performed.some(({ kind, globalDays }) => kind === 'injection' || (kind === 'procedure' && globalDays !== null)),
    hasVaccine: vaccine !== null || performed.some(({ kind }) => kind === 'vaccine' || kind === 'vaccine-administration'),
  };
}

function isDone(found: Found): boolean {
  return !isNegated(found) && found.statement.part !== 'past' && !NOT_DONE_HERE.test(found.statement.text);
}

const IN_GLOBAL = /\b(?:\d+ ?(?:d|days?|wks?|weeks?|mo) (?:from|after|since|out from|out of) (?:my|our)\b|(?:by me|my|our)\b[^.;]{0,40}\b\d+ ?(?:d|days?|wks?|weeks?) ago|global|pow ?#?\d+|pod ?#?\d+|post-?op(?:erative)?|(?:\d+|one|two|three|four|six|eight) ?(?:d|days?|wk|wks|weeks?|mo|months?) (?:s\/p|status post|post|(?:after|out from)(?= (?:[\w-]+ ){0,4}(?:\w+(?:ectomy|plasty|otomy|rrhaphy|pexy)|repair|release|surgery|operation|replacement|fixation|fusion|excision|section|reconstruction|arthroscop\w+|phaco\w*|orif|bypass|total|t[kh][ar])\b))|modifier 24)\b/i;
const UNRELATED = /\b(?:something else|(?:another|a second|a different) (?:matter|thing|problem|issue|reason)|no (?:link|bearing)|separate(?:ly)?(?=\s?[:,])|separate (?:problem|issue|matter|complaint)|nothing to do with|no(?:t|thing) (?:connected|related)|not the reason|comes because|unrelated|not related|modifier 24|(?<!\bno )new (?:problem|complaint|issue)|different (?:problem|eye|knee|side|hip|shoulder)|other (?:knee|eye|hip|side|shoulder|hand)|contralateral)\b/i;

/** An unrelated evaluation within the global period of the same surgeon (modifier 24). */
export function unrelatedInGlobal(statements: readonly Statement[]): Found | null {
  const global = findIn(IN_GLOBAL, statements, ({ statement }) => !/\b(?:done|performed|surgery) (?:by (?:dr|another)|elsewhere)|global (?:period )?(?:ended|over|expired)|outside|(?:after|past|beyond) (?:the )?global/i.test(statement.text));
  if (global === null) return null;
  return findIn(UNRELATED, statements, (found) => !/\bnot unrelated\b/i.test(found.statement.text)) ?? ofOtherSide(global, statements);
}

const TO_SURGERY = /\b(?:(?:i will|we will|will|plan to|going to)? ?(?:take|taking|proceed(?:ing)?|go(?:ing)?|bring) (?:\w+ ){0,2}to (?:the )?or\b|(?:to|in) (?:the )?or (?:now|tonight|today|tomorrow|this|in the (?:am|morning)|emergently|urgently|at|for)|or (?:tonight|today|tomorrow|this (?:am|afternoon|evening))|(?:surgery|[\w-]+(?:ectomy|plasty|otomy|rrhaphy|pexy)|orif|hemiarthroplasty|repair|fixation|fusion|detorsion|c-?section|cesarean) (?:\w+ ){0,4}?(?:tonight|today|tomorrow|in (?:the )?(?:am|morning)|now|this (?:afternoon|evening|morning))|(?:tonight|today|tomorrow)(?:'s)?[ ,:](?:\w+ ){0,4}?(?:surgery|[\w-]+ectomy|orif|hemiarthroplasty)|decision for (?:major )?surgery)\b/i;

/** The decision for major surgery that day or the next, by the surgeon (modifier 57). */
export function decisionForSurgery(statements: readonly Statement[], setting: VisitSetting): Found | null {
  if (setting === 'preventive' || setting === 'discharge') return null;
  const found = findIn(TO_SURGERY, statements, (one) => !isNegated(one) && !/\bif\b[^.;]*$/i.test(one.statement.text.slice(0, one.start - one.statement.start)) && !/\b(?:s\/p|pod|yesterday|per (?:surgery|ortho)|(?:surgery|ortho\w*|urology|neurosurgery|ob) (?:will|plans?|to take|taking|consult\w*|accept\w*)|awaiting|minor)\b/i.test(one.statement.text));
  if (found === null) return null;
  if (setting !== 'ed') return found;
  return statements.some(({ text }) => /\b(?:surg\w* consult|consult(?:ed)? (?:by|in)|i will (?:take|operate)|(?:ortho|surgery|urology|gyn|ob)\b[^.]{0,25}(?:consult|service|note)|called (?:by|to) (?:the )?ed|i obtained consent|consent(?:ed)? by me|my or)\b/i.test(text)) ? found : null;
}
