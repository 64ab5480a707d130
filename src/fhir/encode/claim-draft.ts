import type { Claim, ClaimDiagnosis, ClaimItem, ClaimSupportingInfo } from 'fhir/r4';
import type { ClaimDraft, DraftDiagnosis, DraftLine, Evidence } from '../../domain/model/index.ts';
import { serviceItem, uncodedItem } from './claim-item.ts';
import { evidenceReferences, quoteExtension } from './evidence.ts';
import { DIAGNOSIS_TYPE, EXTENSION, ON_ADMISSION } from './names.ts';
import { UNKNOWN, coded, icdConcept } from './parts.ts';

/** What the claim takes from the chart. References are `Type/id`; null: not known. */
export interface ClaimFrame {
  readonly patient: string;
  readonly encounter: string;
  readonly provider: string | null;
  readonly coverage: string | null;
  readonly created: string;
  readonly period: { readonly start: string; readonly end: string };
}

/**
 * A draft claim as FHIR R4. What a line rests on stands in `supportingInfo`, and the place of its words in an extension of the line, never the words;
 * R4 has no element for what was not drafted and why, so that stands in an extension of the claim.
 */
export function draftedClaim({ kind, diagnoses, lines, refused, notes }: ClaimDraft, frame: ClaimFrame): Claim {
  const sources = sourcesOf(lines);
  const told = [...notes, ...refused.map(({ what, why }) => `Not drafted: ${what}. ${why}`)];
  return {
    resourceType: 'Claim',
    ...(told.length === 0 ? {} : { extension: told.map((valueString) => ({ url: EXTENSION.claimNote, valueString })) }),
    status: 'draft',
    type: coded('http://terminology.hl7.org/CodeSystem/claim-type', kind),
    use: 'claim',
    patient: { reference: frame.patient },
    billablePeriod: frame.period,
    created: frame.created,
    provider: frame.provider === null ? { extension: UNKNOWN } : { reference: frame.provider },
    priority: coded('http://terminology.hl7.org/CodeSystem/processpriority', 'normal'),
    ...(sources.length === 0 ? {} : { supportingInfo: sources.map(({ info }) => info) }),
    ...(diagnoses.length === 0 ? {} : { diagnosis: diagnoses.map((diagnosis) => diagnosisOf(diagnosis, kind)) }),
    insurance: [{
      sequence: 1, focal: true,
      coverage: frame.coverage === null ? { extension: UNKNOWN, display: 'No coverage was found: complete before submitting' } : { reference: frame.coverage },
    }],
    item: lines.length === 0
      ? [uncodedItem(diagnoses.slice(0, 4).map(({ sequence }) => sequence), frame.period.start, frame.encounter)]
      : lines.map((line) => itemOf(line, sources, frame.encounter)),
  };
}

interface Cited {
  readonly key: string;
  readonly info: ClaimSupportingInfo;
}

/** Each version that any line rests on, once. */
function sourcesOf(lines: readonly DraftLine[]): readonly Cited[] {
  const byKey = new Map(evidenceReferences(lines.flatMap(({ evidence }) => evidence)).map((reference) => [reference.reference ?? '', reference]));
  return [...byKey].map(([key, valueReference], index) => ({
    key, info: { sequence: index + 1, category: coded('http://terminology.hl7.org/CodeSystem/claiminformationcategory', 'info'), valueReference },
  }));
}

function itemOf(line: DraftLine, sources: readonly Cited[], encounter: string): ClaimItem {
  const cited = new Set(evidenceReferences(line.evidence).map(({ reference }) => reference ?? ''));
  const informationSequence = sources.filter(({ key }) => cited.has(key)).map(({ info }) => info.sequence);
  const quotes = line.evidence.filter((one): one is Extract<Evidence, { kind: 'quote' }> => one.kind === 'quote').map(quoteExtension);
  return {
    ...(quotes.length === 0 ? {} : { extension: quotes }),
    ...serviceItem(line, line.sequence, line.pointers, line.serviced, encounter),
    ...(informationSequence.length === 0 ? {} : { informationSequence }),
  };
}

/** A code that is exempt from the indicator has none; nor has one of which it cannot be told. */
function diagnosisOf({ sequence, code, title, poa, isFirst }: DraftDiagnosis, kind: ClaimDraft['kind']): ClaimDiagnosis {
  return {
    sequence,
    diagnosisCodeableConcept: icdConcept({ code, title }),
    ...(kind === 'institutional' && isFirst ? { type: [coded(DIAGNOSIS_TYPE, 'principal')] } : {}),
    ...(poa === null || poa === 'exempt' ? {} : { onAdmission: coded(ON_ADMISSION, poa.toLowerCase()) }),
  };
}
