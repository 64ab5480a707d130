import { diagnosesIn, recordOf } from './documented.ts';
import { hasContent } from './indicators.ts';
import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';

/** Yes or no to a diagnosis that no clinician documented, also where it is dressed as multiple choice. */
export function introducesDiagnosis(query: LintableQuery): readonly Violation[] {
  const { question, indicators } = query;
  const isOnAdmission = asksPresentOnAdmission(question);
  if (!isYesNo(query) || (isOnAdmission && /\b(?:documented|diagnosed|noted|charted|treated)\b/iu.test(question))) return [];
  const cited = indicators.filter(hasContent);
  const [named, inRecord] = [diagnosesIn(question), recordOf(cited)];
  const agrees = agreesWithFinding(question);
  // A report agreed with may be told in other words than its own, once it is cited.
  const introducedOne = agrees && named.some(inRecord) ? undefined : named.find((diagnosis) => !inRecord(diagnosis));
  if (introducedOne) return [introduced(introducedOne.start, introducedOne.end, introducedOne.text)];
  if (isOnAdmission || agrees) return [];
  const asked = askedThing(question);
  if (named.length > 0 && (asked === null || CAUSE_AND_EFFECT.test(question) || named.some(({ start, end }) => start < asked.end && end > asked.start))) return [];
  return asked && !isInRecord(asked.text, cited) ? [introduced(asked.start, asked.end, asked.text)] : [];
}

/** Asks how two diagnoses hang together. */
const CAUSE_AND_EFFECT = /\b(?:due to|caused|cause|related|relationship|result|complication|associated|attribut\p{L}*|link\p{L}*|contribut\p{L}*|secondary|because|from|manifestation|integral|inherent|expected)\b/iu;

function introduced(start: number, end: number, text: string): Violation {
  return tell('introduces-new-diagnosis-yes-no', { part: 'question', start, end }, text);
}

/** The answers are yes and no, or the format says so and the question is one of yes and no. */
function isYesNo({ format, options }: LintableQuery): boolean {
  return format === 'yes-no' || (format === 'multiple-choice' && options.some((option) => /^\W{0,5}yes\b/iu.test(option)) && options.some((option) => /^\W{0,5}no\b/iu.test(option)));
}

function asksPresentOnAdmission(question: string): boolean {
  return /\b(?:present|exist(?:ed|ing)?|there|active|evident)\b[^.?!]{0,60}\b(?:admission|admit|admitted|arrival|inpatient order|inpatient status)\b|\bPOA\b/iu.test(question);
}

function agreesWithFinding(question: string): boolean {
  return /\bagree\b[^.?!]{0,60}\b(?:radiolog\p{L}*|patholog\p{L}*|dietit?ian|RDN?|wound|WOCN|nurse|consultant|cardiolog\p{L}*|neurolog\p{L}*|nephrolog\p{L}*|therapist|finding|findings|assessment|impression|interpretation|read|report)\b/iu.test(question);
}

/** What is to be added, documented or had: "can X be added", "does the patient have X", "is this X". */
function askedThing(question: string): { readonly start: number; readonly end: number; readonly text: string } | null {
  for (const pattern of ASKED) {
    const match = pattern.exec(question);
    const thing = match?.groups?.['thing'];
    if (match && thing !== undefined) {
      const start = match.index + match[0].indexOf(thing);
      return { start, end: start + thing.length, text: thing };
    }
  }
  return null;
}

const THING = "(?<thing>[\\p{L}][^.?!;\\n]{2,60}?)";
const ASKED: readonly RegExp[] = [
  new RegExp(`\\b(?:can|could|should|may|would|will)\\s(?:we\\s|you\\s|i\\s)?(?:please\\s)?(?:add|document|list|include|code|diagnose|report|capture)\\s${THING}\\s?(?:\\b(?:to|in|for|on|as|at)\\b|[?.])`, 'iu'),
  new RegExp(`\\b(?:can|could|should|may|would)\\s${THING}\\sbe\\s(?:added|documented|listed|included|coded|reported|diagnosed|captured|considered|an?\\s)`, 'iu'),
  new RegExp(`\\b(?:does|did|do)\\s[^.?!]{0,40}?\\b(?:have|had|meet criteria for|meet the criteria for|suffer from|qualify for|represent|indicate|support|constitute)\\s${THING}\\s?(?:\\b(?:on|during|at|in|with|based|given)\\b|[?.,])`, 'iu'),
  new RegExp(`\\b(?:is|are|was|were)\\s(?:there\\s)?(?:an?\\s)?(?!the\\b|this\\b|that\\b|your\\b|it\\b|he\\b|she\\b)${THING}\\s(?:also\\s)?(?:present|applicable|appropriate|a valid|a diagnosis|an accurate|clinically valid)\\b`, 'iu'),
  new RegExp(`\\b(?:agree|agreeable|ok|okay|willing|able|comfortable|like|want|wish|ready)\\s(?:to\\s|with\\s)(?:add|adding|document|documenting|list|listing|include|including|diagnose|chart)\\s${THING}\\s?(?:\\b(?:to|in|for|on|as|at)\\b|[?.])`, 'iu'),
  new RegExp(`\\bdiagnosis of\\s${THING}\\s?(?:\\b(?:on|during|at|in|be|appropriate|supported|valid|for)\\b|[?.,])`, 'iu'),
  new RegExp(`\\b(?:agree|confirm|confirmed|concur|verify|verified|attest|state|say|acknowledge|document)\\s(?:that|whether|if)\\s[^?!]{0,50}?\\b(?:has|had|has had|suffered|suffers from|developed|sustained|experienced|is having|was having)\\s(?:an?\\s|the\\s)?${THING}\\s?(?:\\b(?:on|during|at|in|after|before|when)\\b|[?.,])`, 'iu'),
  new RegExp(`\\b(?:did|does|has|had|have)\\s(?!you\\b)[^.?!]{0,40}?\\b(?:suffer(?:ed)?|develop(?:ed)?|sustain(?:ed)?|experienced?|had)\\s(?:from\\s|an?\\s|the\\s)?${THING}\\s?(?:\\b(?:on|during|at|in|after|before|when)\\b|[?.,])`, 'iu'),
  new RegExp(`\\b(?:agree|confirm|concur)\\s(?:that\\s)?(?:the patient|this patient|he|she|mr|mrs|ms)\\b[^.?!]{0,20}?\\b(?:has|had|is|was)\\s${THING}\\s?(?:\\b(?:on|during|at|in)\\b|[?.,])`, 'iu'),
];

/** At least half of its telling words stand in the indicators. */
function isInRecord(thing: string, cited: readonly string[]): boolean {
  const words = (thing.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.has(word));
  const record = cited.join(' ').toLowerCase();
  if (words.length === 0) return (thing.match(/\b\p{Lu}{2,6}\b/gu) ?? []).every((short) => new Set(record.match(/\p{L}+/gu)).has(short.toLowerCase()));
  return 2 * words.filter((word) => record.includes(word.slice(0, STEM))).length >= words.length;
}

const STEM = 6;
const COMMON = new Set('acute chronic severe moderate mild the this that these those diagnosis diagnoses clinical condition disease disorder syndrome patient failure type stage secondary primary documented additional appropriate with unspecified problem list your note newborn neonatal infant pregnancy postpartum postoperative transient left right bilateral initial first episode type without'.split(' '));
