import { PROCEDURE_CODES } from '../services/procedure-codes.ts';
import { BESIDE_VISIT } from '../services/visit-codes.ts';
import { SEPARATE_VISIT, VISITS } from '../services/service-diagnoses.ts';
import { VACCINE_ADMINISTRATION } from '../services/vaccine-codes.ts';
import { isAmong } from './code-ranges.ts';
import type { LineBefore } from './lines.ts';

/**
 * The lines with modifier 25 on each visit beside a procedure of 0 or 10 global days, an injection, or the giving of a vaccine (NCCI Policy
 * Manual, chapters I.D and XI). A visit stands on the claim only where the record supports it as one of its own. Where 25 stands for more than a
 * vaccine, the longitudinal add-on is not drafted (CY2025 Physician Fee Schedule).
 */
export function withSeparateVisit(lines: readonly LineBefore[]): { readonly lines: readonly LineBefore[]; readonly refused: readonly LineBefore[]; readonly notes: readonly string[] } {
  const beside = lines.filter(({ code }) => GLOBAL.has(code) || VACCINATES.has(code));
  if (beside.length === 0) return { lines, refused: [], notes: [] };
  const isBeyondVaccines = beside.some(({ code }) => !VACCINATES.has(code));
  const refused = isBeyondVaccines ? lines.filter(({ code }) => code === BESIDE_VISIT.longitudinal) : [];
  const separate = lines.filter((line) => isAmong(VISITS, line.code) && !line.modifiers.includes(SEPARATE_VISIT));
  return {
    lines: lines.filter((line) => !refused.includes(line)).map((line) => (separate.includes(line) ? { ...line, modifiers: [SEPARATE_VISIT, ...line.modifiers] } : line)),
    refused,
    notes: separate.map(({ code }) => `${code} has modifier 25, since it stands beside ${beside.map((line) => line.code).join(', ')}: the note must show the visit's own work.`),
  };
}

const GLOBAL: ReadonlySet<string> = new Set(PROCEDURE_CODES.filter(([, , kind, days]) => kind === 'injection' || (kind === 'procedure' && (days === 0 || days === 10))).map(([code]) => code));
const VACCINATES: ReadonlySet<string> = new Set(VACCINE_ADMINISTRATION.map(([code]) => code));
