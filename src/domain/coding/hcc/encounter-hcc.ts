import { ageOn, momentOf } from '../../gaps/operators/time.ts';
import type { Chart, CodeSets, Evidence, HccSupport } from '../../model/index.ts';
import { isUnderAny } from '../hierarchy.ts';
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
    patient: { ageYears: ageAt(chart.patient.birthDate, day), sex: chart.patient.sex },
    serviceDate: day,
    codes: codesOf(coded),
  }, codeSets, model);
}

/** Null where it is not known to the year. */
function ageAt(birthDate: string | null, day: string): number | null {
  const on = momentOf(day, 0)?.day ?? null;
  const age = birthDate === null || on === null ? null : ageOn(on, birthDate);
  return age !== null && age.least === age.most ? age.least : null;
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
  const reported = visit.filter((one) => one.code === code || one.replaces.includes(code)).flatMap(({ statements }) => statements);
  const told = said.filter((one) => one.unusable === null && isOfNow(one) && isUnderAny(one.code, [code]));
  return [...new Set([...reported, ...told].flatMap(({ evidence }) => evidence))];
}

/** A problem list alone supports nothing. */
function isOfNow({ mention: { assertion, section } }: Statement): boolean {
  return assertion.status === 'present' && section !== 'problem-list';
}
