/** Whether a pattern of a `+` row leaves the code: `I50.2-` all beneath, `I50.-3` any one character, the rest as it stands. */
export function fits(code: string, pattern: string): boolean {
  const beneath = pattern.endsWith('-');
  const literal = beneath ? pattern.slice(0, -1).replace(/\.$/, '') : pattern;
  if (code.length < literal.length || (!beneath && code.length !== literal.length)) return false;
  for (let at = 0; at < literal.length; at++) if (literal[at] !== '-' && literal[at] !== code[at]) return false;
  return true;
}

/** The code that a pattern names with its seventh character: `S83.6XXA` → `S83.6`; the pattern itself where it names none. */
export function withoutSeventh(pattern: string): string {
  return /^[A-Z]\d\w\.\w{4}$/.test(pattern) ? pattern.slice(0, -1).replace(/X+$/, '').replace(/\.$/, '') : pattern;
}

/** Where the codes of a pattern stand: `I50.2-` → `I50.2`, `I50.-3` → `I50`. */
export function headOf(pattern: string): string {
  return (withoutSeventh(pattern).split('-')[0] ?? '').replace(/\.$/, '');
}
