import { isUnderAny } from './hierarchy.ts';
import { isSymptom } from './problem-titles.ts';

/** Where a condition stands in its sentence. */
export interface Place {
  readonly before: string;
  readonly after: string;
}

interface Way {
  readonly what: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Only of these codes; absent: of any. */
  readonly of?: (code: string) => boolean;
  /** "We discussed *his* obesity" is said of what is there. */
  readonly unlessOwn?: true;
}

const INFECTIONS = ['A', 'B', 'J09', 'J10', 'J11', 'U07'];
const ALLERGIC = ['L50', 'R21', 'L29', 'T78', 'L27', 'R22', 'R11', 'R23'];

/**
 * Ways in which an assessment or plan names a condition without stating that the patient has it (ICD-10-CM Guidelines IV.J: conditions
 * that are present and require or affect care). Each of the words of one clause.
 */
const WAYS: readonly Way[] = [
  { what: 'It is talked about, asked about or taught.', unlessOwn: true, before: /\b(?:talk(?:ed|s|ing)? (?:\w+ ){0,3}(?:about|of|through)|discuss(?:ed|ing|ion)?(?: of| about)?|ask(?:s|ed|ing)? (?:\w+ ){0,2}about|wonder(?:s|ed|ing)?|explain(?:s|ed|ing)?|counsel(?:l?ed|l?ing) (?:\w+ ){0,2}(?:on|about|regarding)|educat(?:ed|ion) (?:\w+ ){0,2}(?:on|about|regarding)|information (?:on|about)|(?:signs?|symptoms?|features) (?:and (?:signs|symptoms) )?of|risks? (?:of|for)|risk factors? for|at risk|precautions? (?:for|against)|warn(?:ed|ing)? (?:\w+ ){0,2}(?:of|about|for)|worr(?:y|ied|ies) (?:\w+ ){0,2}about|question of|reasons? to think|handout (?:on|about)|read about)\b(?! (?:to (?:\w+ ){1,3})?that\b)[^.;:]*$/i },
  { what: 'It is talked about, asked about or taught.', unlessOwn: true, after: /^(?: (?:and|or|,)? ?[\w ]{0,30})? (?:was|were|is|are) (?:also )?(?:explained|discussed|reviewed|talked about|gone over)\b/i },
  { what: 'It is tested or watched for.', unlessOwn: true, before: /\b(?:tests?|tested|testing|screen(?:ed|ing|s)?|work-?up|evaluat(?:e|ed|ion)|check(?:ed|ing|s)?|panel|assess(?:ed|ment)?|look(?:ed|ing|s)?|monitor(?:ed|ing|s)?|watch(?:ed|ing|es)?|surveillance|exclude[sd]?)\b[^.;:]{0,60}\b(?:for|exclude[sd]?) (?:\w+ ){0,2}$/i },
  { what: 'It is said of patients at large.', before: /\b(?:patients|(?:any|each|every|a typical) patient|people|those|women|men|children|individuals|anyone|person) (?:with|who (?:has|have)|having)\b[^.;:]*$/i },
  { what: 'It is to be prevented.', before: /\b(?:prevent(?:s|ed|ing|ion)?|prophyla(?:xis|ctic)|protect(?:s|ion)?|to avoid|so that)\b[^.;:]*$/i },
  { what: 'It is not what the author calls it.', before: /\b(?:not (?:ready|able|prepared|going|willing) to (?:call|diagnose|label)|would not (?:call|label)|(?:cannot|can't|don't|do not|does not) (?:call|qualify|meet|reach))\b[^.;:]*$/i },
  { what: 'A time to come back.', before: /^[\s•▪◦●*–-]*(?:[A-Z][\w ]{0,30}: ?)?(?:please )?(?:return|come back|call|back|go to|seek|present to|follow[- ]?up|phone)\b[^.;:]*\b(?:for|if|with|because|when)\b[^.;:]*$/i },
  { what: 'The name of a test, a service or an instruction.', after: /^(?: and [\w ]{1,20})?[ -](?:biops\w+|titers?|titres?|serolog\w+|pcr|panel|cultures?|antibod\w+|antigens?|swabs?|screen(?:ing)?|tests?|testing|work-?up|pending|precautions?|rules?|warnings?|warning signs?|guidelines?|clinic|handout|prevention|prophylaxis|education|teaching|counsel\w+|protocol|risks?|scores?|questionnaires?|scales?|scans?|stud(?:y|ies)|ultrasounds?|monitors?)\b/i },
  { what: 'What a vaccine is against.', of: (code) => isUnderAny(code, INFECTIONS), after: /^[^.;]{0,60}\b(?:vaccin\w+|immuni[sz]\w+|booster|shots?|series|doses?|number (?:one|two|three|\d))\b|^ ?# ?\d\b/i },
  { what: 'What a vaccine is against.', of: (code) => isUnderAny(code, INFECTIONS), after: /^,?(?: (?:live|#?\d|dose \d|adult|ped\w{0,6}))?,? \(?(?:(?:0?\.\d{1,2}|1(?:\.0)?) ?mL\b|(?:IM|SC|SQ|subQ|subcut\w*)\b (?:in(?:to)? )?(?:the )?(?:left|right|[LR]|thigh|deltoid|arm)\b)/i },
  { what: 'What a vaccine is against.', of: (code) => isUnderAny(code, INFECTIONS), before: /\b(?:vaccin\w+|immuni[sz]\w+|booster|declin\w+|refus\w+)\b[^.;]*$/i },
  { what: 'A reaction to a drug at another time.', of: (code) => isUnderAny(code, ALLERGIC), before: /\b(?:reactions?|allerg(?:y|ic|ies))\b[^.;]{0,40}$/i },
  { what: 'It is left for another time.', after: /^,? (?:is |was |are |were )?(?:kept |left |put )?(?:on the back burner|on the shelf|shelved|parked|tabled|for (?:the )?next (?:visit|time)|for another (?:day|time|visit)|next (?:visit|time)|not (?:addressed|discussed|dealt with|gone into|covered)(?: today| here| this visit)?|to be (?:addressed|discussed|dealt with) (?:at (?:the )?next visit|next time|another day))\b/i },
  { what: 'It is declined.', of: (code) => code === 'Z23', after: /^[^.;]{0,30}\b(?:declin|refus|deferr)\w+/i },
  { what: 'A possibility.', after: /^[^.;]{0,30}, (?:could|may|might) (?:well )?be (?:that|it|the (?:cause|reason))\b/i },
  { what: 'It is called normal for this patient.', of: isSymptom, after: /^[^.;]{0,30}(?:\bis|\bas|,|[-–:]) (?:\w+ )?(?:training|physiologic(?:al)?|athletic|normal (?:for|variant))\b/i },
  { what: 'Its treatment is over.', of: (code) => isUnderAny(code, ['I26', 'I82']), before: /\b(?:course|treatment|therapy|anticoagulation)\b[^.;,]{0,30}\bfor (?:\w+ ){0,3}$/i, after: /^,? (?:(?:is|was|now|has been) ){0,2}(?:complete|completed|finished|done|over)\b/i },
  { what: 'What comes only at times of something else.', of: isSymptom, before: /^\W*(?:when(?:ever)?|if|on days?)\b[^.;]*$/i },
];

const OWN = /\b(?:his|her|their|the patient['’]s|pt['’]s|known|chronic|ongoing|current)\s+(?:\w+\s+)?$/i;

/** How the sentence speaks of the condition without stating it; null where it states it. */
export function spokenOf(code: string, { before, after }: Place): string | null {
  const [clause, rest] = [before.slice(Math.max(0, before.length - LONGEST)), after.slice(0, LONGEST)];
  const isOwn = OWN.test(clause);
  const found = WAYS.find((way) => !(isOwn && way.unlessOwn === true) && (way.of === undefined || way.of(code)) && (way.before === undefined || way.before.test(clause)) && (way.after === undefined || way.after.test(rest)));
  return found === undefined ? null : `${found.what} ${NOT_STATED}`;
}

const NOT_STATED = 'Not stated as a condition of this visit (ICD-10-CM Guidelines IV.J).';
/** UTF-16 units on either side that are looked at. */
const LONGEST = 160;
