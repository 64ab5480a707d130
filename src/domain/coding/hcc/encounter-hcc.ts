import type { Chart, CodeSets, Evidence, HccSupport } from '../../model/index.ts';
import { COMBINATIONS } from '../combinations.ts';
import type { VisitCode } from '../combine.ts';
import { isUnderAny } from '../hierarchy.ts';
import { completedYears } from '../lock/age.ts';
import { serviceDate } from '../service-date.ts';
import type { Statement } from '../statements.ts';
import type { visitCodes } from '../visit-codes.ts';
import { visitNotes } from '../whose-words.ts';
import type { HccModel } from './hcc-model.ts';
import { hccSupport, type HccCode } from './hcc-support.ts';

type VisitCodes = Pick<ReturnType<typeof visitCodes>, 'said' | 'visit' | 'standing' | 'unsupported'>;

/** `hccSupport` of an encounter as it was coded: of what its notes support and of what it carries. */
export function encounterHcc(chart: Chart, coded: VisitCodes, codeSets: CodeSets, model: HccModel): HccSupport {
  const day = serviceDate(chart.encounter, chart.asOf);
  return hccSupport({
    encounter: chart.encounter,
    notes: visitNotes(chart).usable,
    patient: { ageYears: completedYears(chart.patient.birthDate, day), sex: chart.patient.sex },
    serviceDate: day,
    codes: codesOf(coded),
  }, codeSets, model);
}

function codesOf({ said, visit, standing, unsupported }: VisitCodes): readonly HccCode[] {
  const charted = [
    ...standing.map(({ code }) => ({ code, charted: true, evidence: evidenceOf(code, visit, said) })),
    ...unsupported.map(({ charted: { code } }) => ({ code, charted: true, evidence: [] })),
  ];
  const known = new Set(charted.map(({ code }) => code));
  const suggested = visit.filter(({ code, statements }) => statements.length > 0 && !known.has(code));
  return [...charted, ...suggested.map(({ code }) => ({ code, charted: false, evidence: evidenceOf(code, visit, said) }))];
}

/** What reports the code, or takes its place; and what says it, or more than it, of the patient as of now elsewhere in a provider's note. */
function evidenceOf(code: string, visit: VisitCodes['visit'], said: readonly Statement[]): readonly Evidence[] {
  const told = said.filter((one) => one.unusable === null && isOfNow(one));
  const reported = visit.filter((one) => (one.code === code || one.replaces.includes(code)) && isToldWhole(one, told)).flatMap(({ statements }) => statements);
  return [...new Set([...reported, ...told.filter((one) => isUnderAny(one.code, [code]))].flatMap(({ evidence }) => evidence))];
}

/** A combination is supported where the words tell each of its parts: one that is only charted beside them supports nothing. */
function isToldWhole({ rules, code }: VisitCode, told: readonly Statement[]): boolean {
  return COMBINATIONS.filter((row) => row.code === code && rules.some(({ id }) => id === row.id)).every((row) =>
    row.partners.every((group) => told.some((one) => isUnderAny(one.code, [...group, code]))));
}

/** A problem list alone supports nothing. */
function isOfNow({ mention: { assertion, section } }: Statement): boolean {
  return assertion.status === 'present' && section !== 'problem-list';
}
