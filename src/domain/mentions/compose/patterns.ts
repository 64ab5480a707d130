/** The codes that a pattern of a `+` row leaves: `I50.2-` all beneath, `I50.-3` any one character, the rest as it stands. */
export function codesFitting(pattern: string, codes: readonly string[]): readonly string[] {
  return codes.filter((code) => fits(code, pattern));
}

export function fits(code: string, pattern: string): boolean {
  const beneath = pattern.endsWith('-');
  const literal = beneath ? pattern.slice(0, -1).replace(/\.$/, '') : pattern;
  if (code.length < literal.length || (!beneath && code.length !== literal.length)) return false;
  for (let at = 0; at < literal.length; at++) if (literal[at] !== '-' && literal[at] !== code[at]) return false;
  return true;
}

/** Where the codes of a pattern stand: `I50.2-` → `I50.2`, `I50.-3` → `I50`. */
export function headOf(pattern: string): string {
  return (pattern.split('-')[0] ?? '').replace(/\.$/, '');
}
