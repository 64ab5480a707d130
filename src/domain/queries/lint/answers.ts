import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';
import { OTHER_STARTS, OTHER_TAILS, UNDETERMINED_AROUND, UNDETERMINED_STARTS } from './words/answers.ts';
import { finderOf } from './words/phrases.ts';

/** "Other" and "unable to determine", on every multiple choice and yes/no. */
export function missingAnswers({ options, format, question, title }: LintableQuery): readonly Violation[] {
  if (format === 'open') return [];
  const asked = wordsOf(`${question} ${title}`);
  const violations: Violation[] = [];
  if (!options.some((option) => isOther(option, asked))) violations.push(tell('no-other-option', { part: 'options' }));
  if (!options.some(isUndetermined)) violations.push(tell('no-undetermined-option', { part: 'options' }));
  return violations;
}

/** Neither other nor undetermined nor yes or no: an option that names a diagnosis or a kind of it. */
export function isDiagnosis(option: string): boolean {
  return !isOther(option, []) && !isUndetermined(option) && !/^\W{0,5}(?:yes|no|agree|disagree|none|not)\b/iu.test(option);
}

/** @param asked words of the question: "Other anemia" is an open answer where the type of the anemia is asked */
function isOther(option: string, asked: readonly string[]): boolean {
  if (/\b(?:none|neither) of (?:the above|these)\b.{0,20}\b(?:specify|explain|describe|document)\b/iu.test(option)) return true;
  if (isOtherKind(option, asked)) return true;
  return segmentsOf(option).some((segment) => {
    const start = others(segment)[0];
    if (start === undefined || /[\p{L}\p{N}]/u.test(segment.slice(0, start.start))) return false;
    const tail = segment.slice(start.end);
    if (/^\s*(?:$|[:(_\-–—,.[{]|please)/iu.test(tail) || /_{2,}|\b(?:specify|explain|describe)\b|:\s*$/iu.test(tail)) return true;
    return wordsOf(tail).every((word) => OTHER_TAILS.has(word) || asked.includes(word));
  });
}

/** "CKD, other stage (please specify)", "Bleeding from another source: ____": of the finding asked about, another kind, and room to write it. */
function isOtherKind(option: string, asked: readonly string[]): boolean {
  const room = ROOM_TO_WRITE.exec(option);
  const start = others(option).at(-1);
  if (room === null || start === undefined || start.end > room.index + room[0].length) return false;
  return wordsOf(option.slice(start.end, Math.max(start.end, room.index))).every((word) => OTHER_TAILS.has(word) || asked.includes(word));
}

const ROOM_TO_WRITE = /(?:[[(,;:–—-]\s?)?(?:please\s)?(?:specify|state|describe|explain|name|write(?:\s(?:it\s)?in)?|indicate|document|free text)\b[^)\]]{0,40}[)\]]?[\s:_.]{0,80}$|__\W{0,3}$|:\s?$/iu;

function isUndetermined(option: string): boolean {
  return segmentsOf(option).some((segment) => {
    const found = undetermined(segment).at(0);
    return found !== undefined && wordsOf(segment.slice(0, found.start)).every((word) => UNDETERMINED_AROUND.has(word))
      && (found.start === 0 || !/^\s(?:origin|etiology|cause|type|source|site)\b/iu.test(segment.slice(found.end)) || wordsOf(segment.slice(0, found.start)).length === 0);
  });
}

/** "Other / unable to determine" says both. */
function segmentsOf(option: string): readonly string[] {
  const plain = option.replace(/^\s{0,3}(?:[[(][^\])]{0,2}[\])]|[a-h1-9][.)]|[-•*○●□☐▢])\s{0,3}/iu, '');
  return [plain, ...plain.split(/\/|\sor\s|;/iu).map((segment) => segment.trim())];
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []);
}

const others = finderOf(OTHER_STARTS);
const undetermined = finderOf(UNDETERMINED_STARTS);
