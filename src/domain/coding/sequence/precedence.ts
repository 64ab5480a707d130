import type { CodeEdits } from '../../model/code-edits.ts';
import type { EncounterSetting } from '../../model/index.ts';
import type { Instruction, Instructions } from '../../model/instructions.ts';
import { rememberPairs } from '../instructions/remembered.ts';

/** What decides the order besides the codes themselves. */
export interface SequenceContext {
  readonly setting: EncounterSetting;
  /** Null while the asset is not loaded: then only the fixed places decide. */
  readonly instructions: Instructions | null;
  readonly edits: CodeEdits | null;
  /** Codes that arose after admission: they are not the principal diagnosis (UHDDS: chiefly responsible for occasioning the admission). */
  readonly afterAdmission?: ReadonlySet<string>;
}

/** Why one code comes before another. */
export interface Precedence {
  readonly rule: 'etiology-first' | 'code-first' | 'use-additional' | 'sepsis-first';
  readonly authority: string;
  readonly says: string;
}

/** Systemic infection: with a local one, the systemic comes first where it was there on admission (Guidelines I.C.1.d.4). */
const SEPSIS = /^(?:A02\.1|A22\.7|A26\.7|A32\.7|A40|A41|A42\.7|A54\.86|B37\.7)/;
const LOCAL_INFECTION = /^(?:J1[2-8]|J85|N10|N30|N39\.0|L03|L02|K57\.[0-8]|K65|K81|K83\.0|M86|G0[0-9]|I33)/;

/** Whether the list or the Guidelines put `first` before `second`. The answers for one context are kept with it, since a visit asks for every pair, and often. */
export function precedences(context: SequenceContext): (first: string, second: string) => Precedence | null {
  const known = KNOWN.get(context) ?? rememberPairs(precedenceIn(context));
  KNOWN.set(context, known);
  return known;
}

const KNOWN = new WeakMap<SequenceContext, (first: string, second: string) => Precedence | null>();

function precedenceIn({ instructions, edits, setting, afterAdmission }: SequenceContext): (first: string, second: string) => Precedence | null {
  const firstOf = remembered((code) => instructions?.codeFirst(code) ?? []);
  const additionalOf = remembered((code) => instructions?.useAdditional(code) ?? []);
  const asksFirst = (of: string, other: string) => firstOf(of).find(({ covers }) => covers(other));
  return (first, second) => {
    const asked = asksFirst(second, first);
    if (asked !== undefined) {
      const isManifestation = edits?.isManifestation(second) === true;
      return {
        rule: isManifestation ? 'etiology-first' : 'code-first', authority: `tabular ${asked.at}: code first; ICD-10-CM Guidelines ${isManifestation ? 'I.A.13' : 'I.A.17'}`,
        says: `${first} comes before ${second}: the list says to code it first.`,
      };
    }
    if (asksFirst(first, second) !== undefined) return null;
    const added = additionalOf(first).find(({ covers }) => covers(second));
    if (added !== undefined && !additionalOf(second).some(({ covers }) => covers(first))) {
      return { rule: 'use-additional', authority: `tabular ${added.at}: use additional code; ICD-10-CM Guidelines I.A.17`, says: `${second} is the additional code to ${first} and follows it.` };
    }
    if (setting === 'inpatient' && SEPSIS.test(first) && LOCAL_INFECTION.test(second) && afterAdmission?.has(first) !== true) {
      return { rule: 'sepsis-first', authority: 'ICD-10-CM Guidelines I.C.1.d.4', says: `${first} was there on admission: sepsis comes before the local infection ${second}.` };
    }
    return null;
  };
}

function remembered(read: (code: string) => readonly Instruction[]): (code: string) => readonly Instruction[] {
  const known = new Map<string, readonly Instruction[]>();
  return (code) => {
    const found = known.get(code) ?? read(code);
    known.set(code, found);
    return found;
  };
}
