import type { VisitReason, VisitSetting } from '../../model/index.ts';
import { findIn, isNegated, reason, type Found, type Statement } from './visit.ts';

/** Why a visit has no code of its own. */
interface NotReportable {
  readonly words: RegExp;
  /** Decides only where a note opens with it. */
  readonly opening?: RegExp;
  readonly says: string;
  readonly settings?: readonly VisitSetting[];
  readonly unless?: RegExp;
}

/** In order; the first that fits decides. Each with its authority. */
const NOT_REPORTABLE: readonly NotReportable[] = [
  { words: /\b(?:left without being seen|lwbs|no[- ]show(?:ed)?|did not (?:show|attend|keep)|visit cancel+ed|appointment cancel+ed)\b/i, says: 'The patient was not seen (CPT: an evaluation face to face, or by synchronous telehealth, is required).', unless: /\b(?:last|prior|previous|after|despite|\d) (?:\w+ )?no[- ]show/i },
  { opening: /^\W*(?:(?:tele)?phone (?:note|call|encounter|message|contact|triage)|(?:pt|patient|mom|mother|wife|daughter) (?:called|phoned)\b|refill request|prior auth\w*|care coordination note|chart (?:review|note) only)/i, words: /\btelephone (?:note|encounter|call|message) (?:from|with|re)\b|\b(?:called|phoned) (?:pt|patient|her|him) (?:with|re|about) (?:\w+ )?(?:results?|labs?)/i, says: 'A telephone contact or a task without a visit (CPT: not an evaluation and management visit).', unless: /\b(?:seen today|exam(?:ined)?:|in (?:the )?office today|video visit)\b/i },
  { opening: /^\W*(?:(?:my ?chart|portal|secure|patient|e-?mail) (?:message|msg|advice|reply|encounter)|results? (?:letter|note|message)|lab (?:result )?letter|letter (?:to|re)\b|result note)/i, words: /\b(?:portal message|mychart message) (?:reply|sent|from patient|re)\b|\bno (?:visit|face[- ]to[- ]face|patient contact)\b|\bpatient (?:was )?not (?:seen|present)\b|\bnot seen (?:in person )?(?:today|by me)\b|\bdid not see (?:the )?(?:patient|pt)\b|\bno patient encounter\b/i, says: 'A message, a letter or a review without a visit (CPT: not an evaluation and management visit).' },
  { words: /\b(?:(?:medical )?student (?:note|only)(?! reviewed)|(?:written|documented|seen|note) (?:only )?by (?:the )?(?:medical |ms-?[34] |pa |np )?student\b|attending (?:attestation|note|statement) (?:not|absent|missing|pending|to follow)|no (?:attending|teaching physician|supervising|attestation)|not (?:yet )?(?:seen|attested|examined|verified) by (?:the )?(?:attending|physician|preceptor)|without (?:attending|teaching physician|attestation))\b/i, opening: /^\W*(?:ms-?[34]|student|medical student) (?:note|progress|h&p)/i, says: 'A student’s note without the teaching physician’s own (Medicare Claims Processing Manual, chapter 12, section 100).', unless: /\b(?:attending (?:attestation|note|addendum):|i (?:saw|examined|personally|verified|re-?performed|was present)|seen and examined (?:by me|with))\b/i },
  { words: /\b(?:within (?:the |her |his )?(?:\d+[- ]day )?global|global (?:period|follow|fu|f\/u|day|package|post|visit)|in (?:the )?global|(?:10|90)[- ]day global|routine post-?op(?:erative)?|post-?op(?:erative)? (?:visit|check|f\/u|follow[- ]?up|wound check|appointment)|pod ?#? ?\d+|post-?op (?:day|week|wk|#)|(?:\d+|one|two|three|four|six|eight|ten) ?(?:d|days?|wk|wks|weeks?) (?:s\/p|status post|post|after|out from|from|p)[- ]?(?:op\w*|(?:my )?(?:lap\w* |open |left |right |total |l |r )*(?:\w+(?:ectomy|plasty|otomy|rrhaphy|pexy)|tka|tha|orif|acl|repair|fusion|surgery|c-?section|cesarean|carpal tunnel|hernia)))\b/i, says: 'Follow-up within the surgeon’s global period (CPT surgical package; Medicare Claims Processing Manual, chapter 12, section 40).', settings: ['office', 'inpatient-subsequent', 'discharge'], unless: /\b(?:unrelated|(?:outside|after|past|beyond|ended|end of|no longer in|not in) (?:the |her |his )?(?:\d+[- ]day )?global|global (?:period )?(?:ended|over|expired|is over|has)|modifier 24|(?<!\bno )new (?:problem|complaint|issue)|different (?:problem|eye|knee|side|hip|shoulder)|other (?:knee|eye|hip|side|shoulder|hand)|contralateral|surgery (?:was )?(?:done |performed )?(?:by|at) (?:dr|another|other|outside|elsewhere|a different)|(?:done|performed) (?:by (?:dr|another)|elsewhere)|hospitalist|medicine (?:consult|co-?manag\w*|following)|co-?manag\w*|(?:by|per) (?:dr|ortho|general surgery|surgery)|pcp\b|primary care|medical (?:management|consult)|0[- ]day global|following for)/i },
  { words: /\b(?:(?:here|presents?|returns?|in|comes?|visit|scheduled|seen)(?: today)? (?:only )?(?:for|to have) (?:\w+ ){0,3}?(?:planned|scheduled|pre-?scheduled|pre-?planned|previously (?:planned|scheduled|discussed)) (?:[\w/#-]+ ){0,5}?(?:injection|excision|biopsy|procedure|removal|avulsion|debridement|insertion|cryo\w*|infusion|botox|lac\w*|colonoscopy|shave|punch|iud|nexplanon|treatment|visco\w*|i&d|vasectomy|colposcopy|leep)|(?:planned|scheduled|pre-?scheduled) (?:[\w/#-]+ ){0,4}?(?:injection|excision|biopsy|procedure|removal|avulsion|debridement|insertion|cryo\w*|botox|vasectomy|colposcopy|leep)(?: (?:visit|only|today|as))?|(?:injection|procedure|infusion|allergy shot|biopsy|excision|botox)[- ](?:only )?(?:visit|only|appointment)|procedure (?:note )?only|no (?:separate |other |additional |significant |separately identifiable )+(?:e\/?m|evaluation|problems?|complaints?|issues?|concerns?)(?: addressed| today| performed| evaluated| discussed)*|(?:here|presents|returns) for (?:her|his|the|a)? ?(?:#?\d|first|second|third|next|repeat|series)? ?(?:of \d )?(?:[\w-]+ ){0,3}(?:injection|visco\w*|allergy shots?|botox|iud (?:insertion|removal)|nexplanon (?:insertion|removal)|vasectomy|colposcopy|mole removal|wart (?:freezing|treatment)))\b/i, says: 'A planned procedure without a significant, separately identifiable evaluation (CPT modifier 25; NCCI Policy Manual, chapter I).', settings: ['office'], unless: /\b(?:also (?:evaluated|addressed|discussed|wants|reports|c\/o|complain\w*|has|here|asks|notes|new)|separate(?:ly)? (?:problem|issue|identifiable|from|evaluated|addressed)|in addition|additionally|unrelated|(?<!\bno )new (?:problem|complaint|issue)|increase|refill|start(?:ed)? \w+ \d|bp (?:1[4-9]|2)\d|schedul\w+ (?:for )?(?:next|in|on)|will schedule|to be scheduled)\b/i },
];

/** Why the visit is not separately reportable; null where it is. */
export function notReportable(statements: readonly Statement[], setting: VisitSetting): VisitReason | null {
  const first = statements.filter((one, index) => index === 0 || one.note !== statements[index - 1]!.note);
  for (const { words, opening, says, settings, unless } of NOT_REPORTABLE) {
    if (settings !== undefined && !settings.includes(setting)) continue;
    const found = (opening === undefined ? null : findIn(opening, first)) ?? findIn(words, statements, (one) => !isNegated(one));
    if (found === null || (unless !== undefined && statements.some(({ text }) => unless.test(text)))) continue;
    return reason('none', says, found);
  }
  return null;
}

const NURSE = /\b(?:nurse (?:visit|only|bp check)|nurse[- ]only|rn visit|ma visit|lvn visit|seen by (?:the )?(?:rn|nurse|lpn|lvn|ma)\b|(?:bp|weight|wound|ppd|inr|blood pressure) check (?:by|with) (?:rn|nurse|ma|lpn|lvn)|(?:by|per) (?:rn|lpn|lvn|ma)[,. ](?:[\w ]+)?incident|incident[- ]to|physician (?:in suite|available|not seen)|no (?:provider|physician) (?:seen|visit))\b|^\W*(?:rn|lpn|lvn|ma|nurse)\b[^.]{0,40}\b(?:check|visit|note)/i;

/** A visit of the nurse alone, under the physician's supervision (CPT 99211; incident-to, 42 CFR 410.26). */
export function nurseVisit(statements: readonly Statement[]): Found | null {
  if (statements.some(({ text }) => /\b(?:i (?:examined|saw|evaluated|personally)|seen by me|provider (?:saw|examined|evaluated))\b/i.test(text))) return null;
  return findIn(NURSE, statements, (found) => !isNegated(found) && (found.statement.part !== 'assessment' || statements.length <= SHORT) && !/\b(?:return|rtc|schedule|follow[- ]?up|f\/u|in \d+)\b[^.]*$/i.test(found.statement.text.slice(0, found.start - found.statement.start)));
}

const SHORT = 6;
