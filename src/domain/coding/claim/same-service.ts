interface Billed {
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** The same service: the same code, unless both say their side and it is another one. */
export function isSameService(one: Billed, other: Billed): boolean {
  if (one.code !== other.code) return false;
  const [here, there] = [sidesOf(one), sidesOf(other)];
  return here.length === 0 || there.length === 0 || here.some((side) => there.includes(side));
}

function sidesOf({ modifiers }: Billed): readonly string[] {
  return modifiers.flatMap((modifier) => (modifier === '50' ? ['RT', 'LT'] : modifier === 'RT' || modifier === 'LT' ? [modifier] : []));
}
