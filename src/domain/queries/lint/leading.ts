import { diagnosesIn, recordOf, type IsDocumented, type NamedDiagnosis } from './documented.ts';
import { hasContent } from './indicators.ts';
import { isMeasuredState } from './measured.ts';
import { namedOptionFinder } from './named-option.ts';
import { hasPlaceholder } from './patient.ts';
import { speaksOfPaymentOrRanking } from './mentions.ts';
import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';
import { LEAVES_OPEN, STANCE, TITLE_ASKS, TITLE_WANTS, WRITE_VERBS } from './words/leading.ts';
import { finderOf, sentencesOf } from './words/phrases.ts';

/** A title that names what nobody documented, or asks for a diagnosis that no provider documented. */
export function leadingTitle({ title, indicators, options, question }: LintableQuery): readonly Violation[] {
  // "Tumor lysis labs" names the tests.
  const named = diagnosesIn(title).filter(({ end }) => !/^\s(?:labs?|panel|titers?|serologies|screen(?:ing)?s?|score|scale|inventory|questionnaire|visit|markers?|(?:clinical\s)?indicators(?!\s(?:met|present|support|suggest|meet)))\b/iu.test(title.slice(end)));
  const wants = titleWants(title).length > 0;
  const cited = indicators.filter((indicator) => hasContent(indicator) && !hasPlaceholder(indicator));
  const told = toldDocumented(question);
  const [inRecord, byProvider] = [recordOf([...cited, ...told]), recordOf([...cited.filter((indicator) => !isAncillary(indicator)), ...told])];
  const asksDetail = titleAsks(title).length > 0;
  const undocumented = named.find((diagnosis) => !(diagnosis.degrees.length === 0 && !wants && isMeasuredState(diagnosis.text, cited)) && ((cited.length > 0 && !inRecord(diagnosis)) || (wants && !asksDetail && !byProvider(diagnosis))));
  if (undocumented === undefined) {
    const option = cited.length > 0 && named.length === 0 && diagnosesIn(title).length === 0 && !asksDetail ? namedOptionFinder(options, cited)(title) : null;
    return option ? [tell('leading-title', { part: 'title', start: option.start, end: option.end }, option.text)] : [];
  }
  return [tell('leading-title', { part: 'title', start: undocumented.start, end: undocumented.end }, undocumented.text)];
}

/** "The pneumonia documented for Mr. O", "the documented pneumonia": what the question tells to be in the record. */
function toldDocumented(question: string): readonly string[] {
  return sentencesOf(question).flatMap(({ text }) => diagnosesIn(text)
    .filter(({ start, end }) => /^\s(?:(?:that|which|you|was|were|is|are|has|been|as)\s){0,3}(?:documented|diagnosed|charted|listed)\b/iu.test(text.slice(end, end + FAR)) || /\b(?:documented|diagnosed|charted)\s(?:\p{L}+\s){0,2}$/iu.test(text.slice(Math.max(0, start - FAR), start)))
    .map(({ start, end }) => text.slice(Math.max(0, start - NEAR), end)));
}

/** A degree stands so near to its diagnosis. */
const NEAR = 24;

/** A question that takes a stance, tells what to write, or names a diagnosis that nobody documented. */
export function leadingQuestion({ question, indicators, options }: LintableQuery): readonly Violation[] {
  const stance = takesStance(question)[0];
  if (stance) return [tell('leading-question', { part: 'question', start: stance.start, end: stance.end }, stance.text)];
  const cited = indicators.filter((indicator) => hasContent(indicator) && !hasPlaceholder(indicator));
  const inRecord = recordOf(cited);
  const namedOption = namedOptionFinder(options, cited);
  for (const sentence of sentencesOf(question)) {
    const isOpen = cited.length === 0 || leavesOpen(sentence.text).length > 0 || saysDocumented(sentence.text);
    // A remark on payment or ranking that names a diagnosis in passing is that fault alone.
    const isRemark = speaksOfPaymentOrRanking(sentence.text);
    const steering = diagnosesIn(sentence.text).find((diagnosis) => steers(diagnosis, sentence.text, isOpen || isRemark, cited.length > 0 ? inRecord : () => false, ({ text }) => isMeasuredState(text, cited)));
    if (steering) return [tell('leading-question', { part: 'question', start: sentence.start + steering.start, end: sentence.start + steering.end }, steering.text)];
    const verb = writes(sentence.text).at(-1) ?? claims(sentence.text);
    const told = verb && cited.length > 0 && !isQuestionOfDetail(sentence.text) && leavesOpen(sentence.text).length === 0 ? namedOption(sentence.text.slice(verb.end)) : null;
    if (told) return [tell('leading-question', { part: 'question', start: sentence.start, end: sentence.end }, sentence.text.trim())];
    const tag = /[,;]\s(?:correct|right|yes|agreed?|no|ok(?:ay)?|isn['’]?t it|don['’]?t you(?: agree| think)?)\?$/iu.exec(sentence.text.trimEnd());
    if (tag) return [tell('leading-question', { part: 'question', start: sentence.start + tag.index, end: sentence.start + tag.index + tag[0].length }, tag[0])];
  }
  return [];
}

/** "It appears this patient has …", not "whether the patient has". */
function claims(sentence: string): { readonly end: number } | undefined {
  const match = /^[^?]{0,60}\b(?:patient|pt|he|she|infant|child|baby)\s(?:has|had|suffers from|suffered|meets criteria for|developed|appears to have)\b/iu.exec(sentence);
  return match && !/\b(?:which|what|that|who)\s(?:the|this|your)?\s?(?:patient|pt|he|she)\b/iu.test(match[0]) ? { end: match.index + match[0].length } : undefined;
}

function steers(diagnosis: NamedDiagnosis, sentence: string, isOpen: boolean, inRecord: IsDocumented, isMeasured: IsDocumented): boolean {
  if (inRecord(diagnosis) || (diagnosis.degrees.length === 0 && isQuestionOfDetail(sentence) && isMeasured(diagnosis))) return false;
  if (!isOpen) return true;
  const offersAnother = /^[^.?!]{0,60}\b(?:or|vs\.?|versus)\b/iu.test(sentence.slice(diagnosis.end, diagnosis.end + FAR));
  return !offersAnother && isToldToWrite(sentence.slice(Math.max(0, diagnosis.start - 2 * FAR), diagnosis.start));
}

/** The verb, then nothing but little words and degrees before the diagnosis: "document the acute kidney injury", not "document the type of". */
function isToldToWrite(before: string): boolean {
  const verb = writes(before).at(-1);
  if (verb === undefined || leavesOpen(before).length > 0) return false;
  return !isQuestionOfDetail(before.slice(verb.end)) && before.length - verb.end <= FAR;
}

function isQuestionOfDetail(between: string): boolean {
  return /\b(?:type|severity|acuity|stage|cause|etiology|status|significance|degree|class|nature|site|organism|reason|relationship|diagnos[ei]s (?:associated|related|responsible|treated|causing|behind)|attributable|attributed|deficits?|manifestations?|complications?|sequelae|organism|treatment|plan|course|criteria|indicators|basis|support|whether|if|why|how|what|which)\b/iu.test(between);
}

const FAR = 70;

/** "The sepsis documented on 3/3" speaks of what is in the record. */
function saysDocumented(sentence: string): boolean {
  return /\b(?:documented|documentation of|noted|diagnosed|charted|listed|mentioned|described|recorded|impression|states|stated)\b/iu.test(sentence) && !/\b(?:be|been|not|isn['’]?t|un)\s?(?:yet\s)?(?:documented|noted|diagnosed|charted|listed|mentioned|described|recorded)\b/iu.test(sentence);
}

/** Not a provider's own words: results, nursing, nutrition, therapy. */
function isAncillary(indicator: string): boolean {
  return /^\W{0,3}(?:\d[\d/:.-]*\s)?(?:RDN?|dietit?ian|nutrition|RN|ED RN|nurs(?:e|ing)|WOCN|wound|PT|OT|SLP|CXR|chest x-?ray|CTA?|MRI|XR|x-?ray|US|ultrasound|duplex|echo|TTE|TEE|EKG|ECG|EEG|path(?:ology)?|micro|labs?|radiology|pharm(?:acy|D)?|SW|social work|CM|RT|respiratory therap(?:y|ist)|admission RN|triage|vitals?|VS|MAR|orders?|BMP|CBC|CMP|ABG)\b/iu.test(indicator);
}

const titleWants = finderOf(TITLE_WANTS);
const titleAsks = finderOf(TITLE_ASKS);
const takesStance = finderOf(STANCE);
const writes = finderOf(WRITE_VERBS);
const leavesOpen = finderOf(LEAVES_OPEN);
