import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import { GERM_ASKED_FOR, ORGANISMS, RESISTANCES } from './organisms.ts';
import type { Statement } from './statements.ts';

/**
 * With each infection the germ that a provider names as its cause, in the sentence that states it or in what is told beneath its title (ICD-10-CM
 * Guidelines I.C.1.b). A growth that is only a result names none.
 */
export function withOrganisms(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const reported = new Set(codes.map(({ code }) => code));
  return codes.flatMap((entry): readonly VisitCode[] => {
    if (!isUnderAny(entry.code, GERM_ASKED_FOR)) return [entry];
    const found = entry.statements.flatMap((statement) => namedIn(statement).map((code) => ({ code, statement })));
    const germs = [...new Map(found.map((one) => [one.code, one])).values()].filter(({ code }) => !reported.has(code) && ![...reported].some((other) => other.slice(0, 6) === code.slice(0, 6) && code.length > 5));
    const added = germs.flatMap(({ code, statement }): readonly VisitCode[] => {
      const germ = codeSet.entry(code);
      if (germ === undefined || !germ.billable) return [];
      reported.add(code);
      const rule = { id: 'organism', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.1.b`, because: 'The provider names the germ that causes the infection.' };
      return [{ code: germ.code, title: germ.title, statements: [statement], rules: [rule], alternatives: [], replaces: [] }];
    });
    return [entry, ...added];
  });
}

const CAUSE = /\b(?:due to|caused by|from|by|with|secondary to|grew|growing|grows|grown|positive for|isolated|sensitive|resistant|on culture|culture-proven)\b/i;
const NOT_THE_CAUSE = /\b(?:no|not|without|negative|denies|contamina\w+|coloni[sz]\w+|mixed flora|carrier|unlikely|prior|previous|past|history|last (?:year|month|time)|allerg\w+|covers?|cover(?:age|ing)|if)\b/i;

/** UTF-16 units on either side of the infection's name that are looked at. */
const AROUND = 200;

function namedIn({ words, at, told, note, mention }: Statement): readonly string[] {
  const [start, end] = [mention.start, mention.end];
  const beneath = told.filter((one) => !(one.start <= start && end <= one.end)).map((one) => note.text.slice(one.start, one.end)).filter((text) => CAUSE.test(text));
  return [words.slice(Math.max(0, at - AROUND), at + AROUND), ...beneath].flatMap((text) => {
    if (NOT_THE_CAUSE.test(text)) return [];
    const said = ORGANISMS.find((row) => row.said.test(text));
    return said === undefined ? [] : [said.code, ...RESISTANCES.filter((row) => row.said.test(text) && row.of.includes(said.code)).map(({ code }) => code)];
  });
}
