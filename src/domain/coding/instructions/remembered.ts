import type { Instructions } from '../../model/instructions.ts';

/** Reads each pair once: a precheck asks for all pairs of a visit's codes, once for each suggestion that may not be taken over. */
export function rememberPairs<T>(read: (a: string, b: string) => T): (a: string, b: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (a, b) => {
    const ofFirst = known.get(a) ?? new Map<string, T>();
    known.set(a, ofFirst);
    const before = ofFirst.get(b);
    if (before !== undefined) return before;
    const made = read(a, b);
    ofFirst.set(b, made);
    return made;
  };
}

/** The same instructions for the codes of one visit. */
export function rememberedInstructions(instructions: Instructions): Instructions {
  return { ...instructions, excludes1: rememberPairs((a, b) => instructions.excludes1(a, b)) };
}
