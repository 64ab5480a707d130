type Gate = typeof import('../domain/review/ask.ts');

let arrived: Gate | null = null;

/**
 * Brings the one gate to a sent question, with the rules of a compliant query: nobody who asks nothing needs it.
 * @throws what the fetching of the file threw
 */
export async function bringGate(): Promise<void> {
  arrived ??= await import('../domain/review/ask.ts');
}

/** Null until it was brought: nothing is sent round it. */
export function gate(): Gate | null {
  return arrived;
}
