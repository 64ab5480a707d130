import type { Chart, Evidence, Knowledge, NoteFindings, PrecheckFinding, Suggestion } from '../../model/index.ts';
import { chartedDiagnoses, icdCoding, type ChartedDiagnosis } from '../charted.ts';
import { diagnosesAfter } from '../claim/diagnoses.ts';
import { ageRange } from '../lock/age.ts';
import { visitOrder } from '../sequence/visit-order.ts';
import { serviceDate } from '../service-date.ts';
import { precheck } from './precheck.ts';
import { saidCodes } from './said-codes.ts';

/**
 * The precheck of the diagnoses as they would stand on the claim if every suggestion were accepted. Outside the loaded code-set releases
 * nothing is found: the answer is *cannot tell*.
 */
export function precheckVisit(chart: Chart, found: readonly NoteFindings[], suggestions: readonly Suggestion[], knowledge: Knowledge): readonly PrecheckFinding[] {
  const day = serviceDate(chart.encounter, chart.asOf);
  const codeSet = knowledge.codeSets.inForce(day);
  if (codeSet === undefined) return [];
  const { poaOf, order } = visitOrder(chart, found, suggestions, knowledge);
  const charted = chartedDiagnoses(chart);
  const diagnoses = diagnosesAfter(chart, suggestions, order).codes.map(({ code }) => ({ code, evidence: evidenceOf(code, charted, suggestions) }));
  const indicators = new Map(diagnoses.map(({ code }) => [code, poaOf(code)]));
  return precheck(diagnoses, { suggestions, said: saidCodes(chart, found, codeSet) }, {
    codeSet, otherReleases: knowledge.codeSets.loaded.filter((other) => other !== codeSet), instructions: knowledge.instructions, edits: knowledge.edits,
    age: ageRange(chart.patient.birthDate, day), sex: chart.patient.sex, setting: chart.encounter.setting,
    presentOnAdmission: indicators, afterAdmission: new Set(diagnoses.map(({ code }) => code).filter((code) => indicators.get(code) === 'N')),
  });
}

/** The words of a suggestion, else the charted facts. */
function evidenceOf(code: string, charted: readonly ChartedDiagnosis[], suggestions: readonly Suggestion[]): readonly Evidence[] {
  const suggested = suggestions.find((one) => one.code === code && one.action !== 'remove');
  if (suggested !== undefined) return suggested.evidence;
  return (charted.find((one) => one.code === code)?.conditions ?? []).map(({ source, codings, text, recorded }) => ({
    kind: 'fact', resource: source.reference, version: source.version, code, label: text ?? icdCoding(codings)?.display ?? code, date: recorded,
  }));
}
