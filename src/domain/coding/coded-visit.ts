import type { Chart, ClaimDraft, CodeSet, Knowledge, NoteFindings, PrecheckFinding, PresentOnAdmission, Services, Suggestion, VisitLevel } from '../model/index.ts';
import { draftClaim } from './claim/draft-claim.ts';
import { ageRange } from './lock/age.ts';
import type { LockContext } from './lock/lock.ts';
import { poaOf } from './poa/present-on-admission.ts';
import { precheckVisit } from './precheck/of-visit.ts';
import { sequenced } from './sequence/sequenced.ts';
import { serviceDate } from './service-date.ts';
import { visitCodes } from './visit-codes.ts';

/** A visit's codes with what decides whether and in which order they may be reported. */
export interface CodedVisit extends ReturnType<typeof visitCodes> {
  readonly chart: Chart;
  readonly knowledge: Knowledge;
  readonly codeSet: CodeSet;
}

/** Null outside the loaded releases: then nothing can be told. */
export function codeVisit(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge): CodedVisit | null {
  const codeSet = knowledge.codeSets.inForce(serviceDate(chart.encounter, chart.asOf));
  return codeSet === undefined ? null : { ...visitCodes(chart, found, knowledge, codeSet), chart, knowledge, codeSet };
}

export function lockContextOf({ chart, knowledge, codeSet }: CodedVisit): LockContext {
  const day = serviceDate(chart.encounter, chart.asOf);
  return {
    codeSet, otherReleases: knowledge.codeSets.loaded.filter((other) => other !== codeSet), age: ageRange(chart.patient.birthDate, day),
    setting: chart.encounter.setting, instructions: knowledge.instructions, edits: knowledge.edits,
  };
}

/** What a person should know of the diagnoses before countersigning them, whichever of the suggestions is taken over. */
export function precheckOf(coded: CodedVisit, suggestions: readonly Suggestion[]): readonly PrecheckFinding[] {
  const { chart, said, standing, codeSet } = coded;
  const present = said.filter(({ unusable, mention, code }) => unusable === null && mention.assertion.status === 'present' && codeSet.entry(code)?.billable === true);
  const admission = chart.encounter.setting === 'inpatient' ? { presentOnAdmission: admissionOf(coded, suggestions) } : {};
  return precheckVisit(
    standing.map(({ code }) => ({ code, evidence: present.filter((one) => one.code === code).flatMap(({ evidence }) => evidence) })),
    { suggestions, said: present.map(({ code, title, evidence }) => ({ code, title, evidence })) },
    { ...lockContextOf(coded), sex: chart.patient.sex, ...admission },
  );
}

/** The draft claim as it would stand if every suggestion were accepted. */
export function claimOf(coded: CodedVisit, parts: { readonly suggestions: readonly Suggestion[]; readonly services: Services; readonly visitLevel: VisitLevel | null }): ClaimDraft {
  const context = lockContextOf(coded);
  return draftClaim(coded.chart, { ...parts, poaOf: (code) => admissionFor(code, coded), order: (codes) => sequenced(codes, context) });
}

function admissionOf(coded: CodedVisit, suggestions: readonly Suggestion[]): ReadonlyMap<string, PresentOnAdmission | null> {
  const codes = [...coded.standing, ...suggestions].map(({ code }) => code);
  return new Map(codes.map((code) => [code, admissionFor(code, coded)]));
}

function admissionFor(code: string, { said, chart }: CodedVisit): PresentOnAdmission | null {
  const stated = said.filter((one) => one.code === code && one.unusable === null).map(({ note, mention, words }) => ({ note, mention, words, status: mention.assertion.status }));
  return poaOf(code, stated, chart);
}
