import type { Chart, FactEvidence } from '../../model/index.ts';
import { serviceEntry } from '../services/pack.ts';
import { PROCEDURE_CODES } from '../services/procedure-codes.ts';
import { performed, type Found } from './found.ts';

const SERVICE_SYSTEM = /(?:ama-assn\.org\/go\/cpt$|2\.16\.840\.1\.113883\.6\.12$|CodeSystem\/HCPCS$|cms\.gov\/.*hcpcs|2\.16\.840\.1\.113883\.6\.285$)/i;
const KINDS = new Map(PROCEDURE_CODES.map(([code, , kind]) => [code, kind]));

/** Completed Procedures of this encounter that carry a number of the pack. */
export function chartedProcedures(chart: Chart | null, day: string): Found {
  if (chart === null) return { performed: [], refused: [] };
  const here = chart.procedures.filter(({ status, encounter, date }) => status === 'completed' && (encounter === null ? date?.slice(0, 10) === day : encounter === chart.encounter.source.reference));
  return {
    refused: [],
    performed: here.flatMap(({ source, codings, text, date }) => codings.flatMap(({ system, code, display }) => {
      const entry = SERVICE_SYSTEM.test(system) ? serviceEntry(code) : null;
      const kind = KINDS.get(code);
      if (entry === null || kind === undefined) return [];
      const evidence: FactEvidence = { kind: 'fact', resource: source.reference, version: source.version, code, label: text ?? display ?? entry.title, date };
      return [performed(code, kind, { evidence: [evidence], because: 'The chart records this procedure as completed at this encounter.', authority: 'FHIR R4 Procedure.status' })];
    })),
  };
}
