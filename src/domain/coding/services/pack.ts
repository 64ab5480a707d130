import type { ServiceEntry } from '../../model/index.ts';
import { DRUG_CODES } from './drug-codes.ts';
import { PROCEDURE_CODES } from './procedure-codes.ts';
import { VACCINE_ADMINISTRATION, VACCINES } from './vaccine-codes.ts';
import { LEVELED_VISITS, OTHER_VISITS, PREVENTIVE_VISITS } from './visit-codes.ts';

/** A service of the pack, by its number or code without modifiers; null where the pack does not have it. */
export function serviceEntry(code: string): ServiceEntry | null {
  return ENTRIES.get(code) ?? null;
}

/** Days of the global period (CMS Physician Fee Schedule); null where the service has none, or the pack does not have it. */
export function globalDaysOf(code: string): 0 | 10 | 90 | null {
  return GLOBAL_DAYS.get(code) ?? null;
}

const TITLES: readonly (readonly [code: string, title: string])[] = [
  ...PROCEDURE_CODES.map(([code, title]) => [code, title] as const),
  ...VACCINE_ADMINISTRATION,
  ...VACCINES.flatMap(([, code, title]) => (code === null ? [] : [[code, title] as const])),
  ...DRUG_CODES.map(([code, title]) => [code, title] as const),
  ...[...LEVELED_VISITS, ...PREVENTIVE_VISITS, ...Object.values(OTHER_VISITS)].map(({ code, title }) => [code, title] as const),
  ['99417', 'Prolonged office visit, each further 15 minutes'],
  ['G2212', 'Prolonged office visit, each further 15 minutes (Medicare)'],
  ['99418', 'Prolonged hospital visit, each further 15 minutes'],
  ['G0316', 'Prolonged hospital visit, each further 15 minutes (Medicare)'],
  ['G2211', 'Visit within a continuing relationship of care'],
  ['99292', 'Critical care, each further 30 minutes'],
];

/** HCPCS II codes begin with a letter; the others are numbers of the CPT. */
const ENTRIES: ReadonlyMap<string, ServiceEntry> = new Map(TITLES.map(([code, title]) => [code, { code, title, system: /^[A-Z]/.test(code) ? 'hcpcs' : 'cpt' }]));

const GLOBAL_DAYS: ReadonlyMap<string, 0 | 10 | 90 | null> = new Map(PROCEDURE_CODES.map(([code, , , days]) => [code, days]));
