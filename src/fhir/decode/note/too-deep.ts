/** Elements nested deeper than any note's are refused, since each costs the parser time. */
export const DEEPEST = 1000;

export class TooDeep extends Error {}
