import type { Decision } from './decide.ts';
import type { Surroundings } from './surroundings.ts';
import type { Hit, Weighed } from './weigh.ts';

/** The reason for a decision in plain words, with the words of the note that decided. */
export function whyOf(written: string, decision: Decision, note: Surroundings): string {
  switch (decision.by) {
    case 'definition': return `The note says itself what “${written}” stands for: “${note.text.slice(decision.definition.start, decision.definition.end)}”.`;
    case 'note': return `Elsewhere in this note ${speaks(decision.weighed, note)}; here nothing speaks for another sense.`;
    case 'context': return decided(written, decision, note);
    case 'nothing': return undecided(written, decision.weighed, note);
  }
}

function decided(written: string, { weighed, rival }: Extract<Decision, { by: 'context' }>, note: Surroundings): string {
  if (weighed.hits.some(({ weight }) => weight > 0)) return `${capitalised(speaks(weighed, note))}.`;
  if (rival === null) return `“${written}” stands for ${weighed.sense.expansion}.`;
  return `“${written}” mostly stands for ${weighed.sense.expansion}, and nothing here speaks for another sense.`;
}

function undecided(written: string, weighed: readonly Weighed[], note: Surroundings): string {
  const [best] = weighed;
  if (best !== undefined && weighed.length === 1) {
    return best.evidence < 0 ? `Here “${written}” hardly stands for ${best.sense.expansion}: ${reasons(best.hits, note, -1)}.` : `“${written}” could stand for ${best.sense.expansion}, and nothing in the note says so.`;
  }
  const supported = weighed.filter(({ evidence }) => evidence >= SOME);
  const could = `“${written}” could stand for ${listed(weighed.map(({ sense }) => sense.expansion), 'or')}`;
  if (supported.length < 2) return supported.length === 0 ? `${could}; nothing in the note decides.` : `${could}; ${speaks(supported[0]!, note)}, but that is not enough to decide.`;
  return `${could}; ${supported.slice(0, 2).map((one) => speaks(one, note)).join(', and ')}: the context does not decide.`;
}

/** Of one word of a field. */
const SOME = 0.4;

/** “areflexic” and “IVIG” speak for Guillain-Barré syndrome */
function speaks(weighed: Weighed, note: Surroundings): string {
  const words = wordsOf(weighed.hits, note, 1);
  const others = weighed.hits.flatMap(({ weight, says }) => (weight > 0 && says !== null ? [says] : [])).slice(0, 1);
  const name = weighed.sense.expansion;
  if (words.length === 0) return others.length === 0 ? `“${name}” is what is usually meant` : `${others[0]}, which speaks for ${name}`;
  return `${listed(words, 'and')} ${words.length === 1 ? 'speaks' : 'speak'} for ${name}`;
}

function reasons(hits: readonly Hit[], note: Surroundings, sign: 1 | -1): string {
  const words = wordsOf(hits, note, sign);
  const others = hits.flatMap(({ weight, says }) => (weight * sign > 0 && says !== null ? [says] : []));
  return listed([...words, ...others].slice(0, MOST_NAMED), 'and');
}

const MOST_NAMED = 3;
const LONGEST_QUOTE = 60;

function wordsOf(hits: readonly Hit[], { text, tokens }: Surroundings, sign: 1 | -1): string[] {
  const words = hits.flatMap(({ weight, words: places }) => (weight * sign > 0 && places !== null ? [`“${text.slice(tokens[places[0]]!.start, tokens[places[1] - 1]!.end).slice(0, LONGEST_QUOTE)}”`] : []));
  return [...new Set(words)].slice(0, MOST_NAMED);
}

function listed(items: readonly string[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

function capitalised(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
