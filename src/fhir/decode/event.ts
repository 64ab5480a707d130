import type {
  AllergyIntolerance, DiagnosticReport, Immunization, Procedure, QuestionnaireResponse, ServiceRequest, Task,
} from 'fhir/r4';
import type { EventFact } from '../../domain/model/index.ts';
import { codings, firstCode, latestOf, sourceOf, text, words } from './parse.ts';
import type { References } from './parse.ts';

export function decodeProcedure(procedure: Procedure, refs: References): EventFact {
  return {
    source: sourceOf(procedure), status: text(procedure.status), codings: codings(procedure.code), text: words(procedure.code),
    date: text(procedure.performedDateTime) ?? latestOf(procedure.performedPeriod), encounter: refs.of(procedure.encounter),
  };
}

export function decodeAllergy(allergy: AllergyIntolerance, refs: References): EventFact {
  return {
    source: sourceOf(allergy), status: firstCode(allergy.clinicalStatus), codings: codings(allergy.code), text: words(allergy.code),
    date: text(allergy.recordedDate) ?? text(allergy.onsetDateTime), encounter: refs.of(allergy.encounter),
  };
}

export function decodeImmunization(immunization: Immunization, refs: References): EventFact {
  return {
    source: sourceOf(immunization), status: text(immunization.status), codings: codings(immunization.vaccineCode), text: words(immunization.vaccineCode),
    date: text(immunization.occurrenceDateTime), encounter: refs.of(immunization.encounter),
  };
}

export function decodeReport(report: DiagnosticReport, refs: References): EventFact {
  return {
    source: sourceOf(report), status: text(report.status), codings: codings(report.code), text: words(report.code),
    date: text(report.effectiveDateTime) ?? latestOf(report.effectivePeriod) ?? text(report.issued), encounter: refs.of(report.encounter),
  };
}

export function decodeOrder(order: ServiceRequest, refs: References): EventFact {
  return {
    source: sourceOf(order), status: text(order.status), codings: codings(order.code), text: words(order.code),
    date: text(order.authoredOn) ?? text(order.occurrenceDateTime) ?? latestOf(order.occurrencePeriod), encounter: refs.of(order.encounter),
  };
}

/** `text` is the canonical address of the questionnaire. */
export function decodeResponse(response: QuestionnaireResponse, refs: References): EventFact {
  return {
    source: sourceOf(response), status: text(response.status), codings: [], text: text(response.questionnaire),
    date: text(response.authored), encounter: refs.of(response.encounter),
  };
}

export function decodeTask(task: Task, refs: References): EventFact {
  return {
    source: sourceOf(task), status: text(task.status), codings: codings(task.code), text: text(task.description) ?? words(task.code),
    date: text(task.lastModified) ?? text(task.authoredOn), encounter: refs.of(task.encounter),
  };
}
