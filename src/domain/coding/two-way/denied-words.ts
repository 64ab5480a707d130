/** The parts of a text in which things are told to be there: what stands behind a word of denial, up to the end of its clause, is left out. */
export function affirmed(text: string): string {
  return text.split(CLAUSES).map((clause) => (DENIED_ITEM.test(clause) ? '' : beforeDenial(clause))).join('\n');
}

const CLAUSES = /[.;\n]|\b(?:but|however|although|though|except|despite)\b/i;

/** "Cannabis: denies any use", "Cocaine: never". */
const DENIED_ITEM = /^\W*(?:\w+ ){0,2}\w+\s?:\s*(?:none|never(?: used)?|denie[sd](?: any)?(?: use)?|negative)\s*(?:,|$)/i;

function beforeDenial(clause: string): string {
  const found = DENIES.exec(clause);
  return found === null ? clause : clause.slice(0, found.index);
}

/** "No change in", "no longer", "no new" deny nothing that was; "not well controlled" and "not yet on" tell how it is. */
const DENIES = /\b(?:no(?! (?:change|longer|new|further|more|worse|worsening|better|improvement|increase|significant change|interval|acute|recent|side|complaints?|issues|problems|concerns))|denie[sd]|not an?(?! (?:change|candidate|concern|problem|issue))|without(?! (?:change|complication|progression|his|her|their)\b)|negative for|free of|ruled out|never (?:had|used))\b/i;
