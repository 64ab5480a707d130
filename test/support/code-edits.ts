import type { AgeEdit, CodeEdits } from '../../src/domain/model/code-edits.ts';

/** A few of the edits that CMS publishes, enough for tests of what is done with them. */
export const SOME_EDITS: CodeEdits = {
  age: (code) => Object.entries(AGES).find(([prefix]) => code.startsWith(prefix))?.[1] ?? null,
  isManifestation: (code) => /^(?:F02|D77|G63|H28|M14\.6|N08|I41|K77|E08\.?$)/.test(code),
  isUnacceptablePrincipal: (code) => /^(?:Z68|Z79|Z85|Z66)/.test(code),
};

const AGES: Readonly<Record<string, AgeEdit>> = { O: 'maternity', 'Z00.12': 'pediatric', P: 'newborn', 'Z38': 'newborn', 'F64.1': 'adult', 'I25': 'adult' };
