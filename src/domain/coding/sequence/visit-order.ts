import type { Chart, Knowledge, NoteFindings, PresentOnAdmission, Suggestion } from '../../model/index.ts';
import { readPresentOnAdmission } from '../poa/admission-statements.ts';
import { serviceDate } from '../service-date.ts';
import { sequenced } from './sequenced.ts';

/** How this visit's codes are ordered, and which were present on admission: what a claim is drafted with. */
export interface VisitOrder {
  readonly poaOf: (code: string) => PresentOnAdmission | null;
  readonly order: <T extends { readonly code: string }>(codes: readonly T[]) => readonly T[];
}

/** Outside the loaded releases nothing is ordered and nothing told. */
export function visitOrder(chart: Chart, found: readonly NoteFindings[], suggestions: readonly Suggestion[], { codeSets, instructions, edits }: Knowledge): VisitOrder {
  const codeSet = codeSets.inForce(serviceDate(chart.encounter, chart.asOf));
  if (codeSet === undefined) return { poaOf: () => null, order: (codes) => codes };
  const poaOf = readPresentOnAdmission(chart, found, suggestions, codeSet);
  return {
    poaOf,
    order: (codes) => sequenced(codes, { setting: chart.encounter.setting, instructions, edits, afterAdmission: new Set(codes.map(({ code }) => code).filter((code) => poaOf(code) === 'N')) }),
  };
}
