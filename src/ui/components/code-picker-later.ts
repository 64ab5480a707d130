import { later } from './later.tsx';

/** The picker comes when somebody modifies a code, or before, while the first cards are looked at. */
export const CodePicker = later(async () => (await import('./code-picker.tsx')).CodePicker);
