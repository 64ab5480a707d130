import type { Chart, ClaimDraft, CodeSet, Knowledge, NoteFindings, PrecheckFinding, Services, Suggestion, VisitLevel } from '../model/index.ts';
import { draftClaim } from './claim/draft-claim.ts';
import { ageRange } from './lock/age.ts';
import type { LockContext } from './lock/lock.ts';
import { readPresentOnAdmission } from './poa/admission-statements.ts';
import { precheckVisit } from './precheck/of-visit.ts';
import { saidCodes } from './precheck/said-codes.ts';
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
  const present = saidCodes(said, codeSet);
  const poaOf = readPresentOnAdmission(chart, said, suggestions, codeSet);
  const presentOnAdmission = new Map([...standing, ...suggestions].map(({ code }) => [code, poaOf(code)]));
  return precheckVisit(
    standing.map(({ code }) => ({ code, evidence: present.filter((one) => one.code === code).flatMap(({ evidence }) => evidence) })),
    { suggestions, said: present },
    { ...lockContextOf(coded), sex: chart.patient.sex, presentOnAdmission, afterAdmission: new Set([...presentOnAdmission].filter(([, indicator]) => indicator === 'N').map(([code]) => code)) },
  );
}

/** The draft claim as it would stand if every suggestion were accepted. */
export function claimOf(coded: CodedVisit, parts: { readonly suggestions: readonly Suggestion[]; readonly services: Services; readonly visitLevel: VisitLevel | null }): ClaimDraft {
  const poaOf = readPresentOnAdmission(coded.chart, coded.said, parts.suggestions, coded.codeSet);
  const context = lockContextOf(coded);
  return draftClaim(coded.chart, {
    ...parts, poaOf, titleOf: (code) => coded.codeSet.entry(code)?.title ?? null,
    order: (codes) => sequenced(codes, { ...context, afterAdmission: new Set(codes.map(({ code }) => code).filter((code) => poaOf(code) === 'N')) }),
  });
}
