import type { Lexicon, LexiconMatch, Token } from '../model/index.ts';
import { withCoordinated } from './coordinated.ts';
import { withDivided } from './divided.ts';

/** The names of concepts that stand in a sentence: whole, divided by a side, and with a word in common. None runs on behind a semicolon. */
export function namesIn(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly LexiconMatch[] {
  return clausesOf(text, tokens).flatMap(({ from, words }) => {
    const names = withCoordinated(withDivided(words, lexicon), text, words, lexicon);
    return from === 0 ? names : names.map((name) => moved(name, from));
  });
}

interface Words {
  readonly from: number;
  readonly words: readonly Token[];
}

function clausesOf(text: string, tokens: readonly Token[]): readonly Words[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const semicolon = first === undefined ? -1 : text.indexOf(';', first.end);
  if (last === undefined || semicolon < 0 || semicolon > last.start) return [{ from: 0, words: tokens }];
  const clauses: Words[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !text.slice(tokens[at - 1]!.end, tokens[at]!.start).includes(';')) continue;
    clauses.push({ from, words: tokens.slice(from, at) });
    from = at;
  }
  return clauses;
}

function moved({ from, to, quote, ...name }: LexiconMatch, by: number): LexiconMatch {
  return { ...name, from: from + by, to: to + by, ...(quote === undefined ? {} : { quote: { from: quote.from + by, to: quote.to + by } }) };
}
