import type { Family } from './family.ts';
import type { LintableQuery, Violation } from '../types.ts';
import type { Reading } from './reading.ts';
import { isContradicted, isSupported, offeredWithCause } from './standing.ts';
import { needsNoSupport } from './answers.ts';
import { hasPlaceholder } from '../patient.ts';
import { read } from './reading.ts';
import { sentencesOf } from '../words/phrases.ts';

/**
 * Answers that nothing cited makes reasonable. An answer whose diagnosis the tables do not know is left alone: cannot tell.
 * Authority: AHIMA/ACDIS 2022: a multiple choice lists clinically significant and reasonable options as supported by the indicators.
 */
export function unsupportedOptions(query: LintableQuery): readonly Violation[] {
  const indicators = query.indicators.filter((indicator) => !hasPlaceholder(indicator)).map(read);
  if (query.format === 'open' || !indicators.some(saysSomething)) return [];
  const cited = [read(query.title), ...toldIn(query.question), ...indicators];
  const options = query.options.map((text) => read(inFull(text.replace(REMARK, ' '), query)));
  const causes = new Set(options.flatMap((option) => offeredWithCause(option).cause).filter((family) => isSupported(family, cited)));
  return query.options.flatMap((text, index) => {
    const option = options[index];
    if (option === undefined || needsNoSupport(option) || isFair(option, cited, causes)) return [];
    return [{ code: 'unsupported-option' as const, message: MESSAGE, where: { part: 'options' as const, index, start: 0, end: text.length } }];
  });
}

/**
 * The diagnosis itself must be supported. Its cause is judged more mildly, since the provider is asked for it: only what is contradicted,
 * or a disease without any sign beside a cause that has some.
 */
function isFair(option: Reading, cited: readonly Reading[], causes: ReadonlySet<Family>): boolean {
  const { itself, cause } = offeredWithCause(option);
  return itself.every((family) => isSupported(family, cited))
    && cause.every((family) => isSupported(family, cited) || (!isContradicted(family, cited) && (causes.size === 0 || COMMON_CAUSES.has(family.id))));
}

/** Causes that a chart rarely argues for in words. */
const COMMON_CAUSES: ReadonlySet<string> = new Set(['dehydration', 'prerenal', 'atn', 'hypotension', 'atelectasis', 'anemia', 'fluid-overload', 'immunodeficiency', 'hypertension', 'tobacco']);

/** "(please specify the infection)", "such as moisture": asks for more and offers nothing of its own. */
const REMARK = /\((?:please|specify|e\.g\.|such as)[^)]{0,120}\)|\bsuch as [^,;(]{0,80}/giu;

/** What the question tells of the record; "hyperglycemia or hypoglycemia" is a choice that it asks for. */
function toldIn(question: string): readonly Reading[] {
  return sentencesOf(question).filter(({ text }) => !/\b(?:or|whether|versus|vs)\b/iu.test(text)).map(({ text }) => read(text));
}

/** A bare "Stage 4" is a stage of what the query asks about. */
function inFull(option: string, { title, question }: LintableQuery): string {
  const asked = `${title} ${question}`;
  if (BARE_PHASE.test(option) && /\b(?:chf|hf|heart failure)\b/iu.test(asked)) return `${option} heart failure`;
  if (!BARE_STAGE.test(option)) return option;
  if (/\bpressure\b|\bdecub/iu.test(asked)) return option.replace(BARE_STAGE, 'stage $1 pressure injury ').replace(/\biv\b/iu, '4').replace(/\biii\b/iu, '3');
  return /\b(?:ckd|kidney|renal)\b/iu.test(asked) ? option.replace(BARE_STAGE, 'ckd stage $1 ') : option;
}

const BARE_PHASE = /^\s{0,3}(?:acute |chronic |acute on chronic )?(?:systolic|diastolic)(?: only)?\s{0,3}$/iu;
const BARE_STAGE = /^\s{0,3}stage\s(\d[ab]?|iv|iii|ii|i)\b(?!\s(?:pressure|ckd|chronic|decub))/iu;

const MESSAGE = 'Nothing cited supports this answer. Offer only diagnoses that the indicators make reasonable, or cite what supports it (AHIMA/ACDIS 2022).';

function saysSomething({ words }: Reading): boolean {
  return words.length >= 2;
}
