import type { Claim, ClaimDiagnosis, ClaimItem } from 'fhir/r4';
import type { ClaimDiagnosis as PlannedDiagnosis, ConditionLink, WriteAction } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { serviceItem, uncodedItem } from './claim-item.ts';
import { withServices } from './claim-services.ts';
import type { EncodeContext } from './context.ts';
import { STEP_SYSTEM } from './names.ts';
import { UNKNOWN, coded, icdConcept, isMarkedProposed, localReference, markedProposed, tagged, takenOver, withoutStaleNarrative } from './parts.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * A draft that a biller completes. FHIR requires insurance, and a service on each line: what is not known carries
 * data-absent-reason. The one line names the encounter, so that the draft is found again.
 */
export function newClaim(action: Action<'create-claim' | 'propose-claim'>, key: string, context: EncodeContext): Claim {
  const { plan } = context;
  const who = { reference: plan.who.reference, display: plan.who.name };
  const diagnosis = action.diagnoses.map((d) => freshDiagnosis(d, context));
  const pointers = diagnosis.slice(0, POINTERS_PER_LINE).map((d) => d.sequence);
  const services = action.kind === 'create-claim' ? action.services ?? [] : [];
  return {
    resourceType: 'Claim',
    meta: tagged(undefined, key),
    identifier: [{ system: STEP_SYSTEM, value: key }],
    status: 'draft',
    type: coded('http://terminology.hl7.org/CodeSystem/claim-type', action.kind === 'create-claim' && action.institutional === true ? 'institutional' : 'professional'),
    use: 'claim',
    patient: { reference: plan.patient },
    billablePeriod: { start: action.serviced, end: action.serviced },
    created: plan.at,
    enterer: who,
    // Who proposes did not provide the service.
    provider: action.kind === 'create-claim' && !isOfCoder(context) ? who : { extension: UNKNOWN, display: action.kind === 'create-claim' ? 'The billing practitioner of the visit' : 'The clinician who countersigns' },
    priority: coded('http://terminology.hl7.org/CodeSystem/processpriority', 'normal'),
    ...(diagnosis.length === 0 ? {} : { diagnosis }),
    insurance: [{
      sequence: 1,
      focal: true,
      coverage: action.coverage === null ? { extension: UNKNOWN, display: 'No coverage was found: complete before submitting' } : { reference: action.coverage },
    }],
    item: services.length === 0
      ? [uncodedItem(pointers, action.serviced, plan.encounter.reference)]
      : services.map((service, index) => serviceItem(service, index + 1, service.pointers, action.serviced, plan.encounter.reference)),
  };
}

/** The draft of a proposal: it does not count as charted until a clinician countersigns. */
export function proposedClaim(action: Action<'propose-claim'>, key: string, context: EncodeContext): Claim {
  const claim = newClaim(action, key, context);
  return { ...claim, meta: markedProposed(claim.meta ?? {}) };
}

/**
 * The diagnoses of a draft as they should stand, for a person who changes it by hand: a draft of its own that names the other. A line that
 * stays as it is, because its code could not be read, is there by its number alone.
 */
export function replacingClaim(action: Action<'update-claim'>, key: string, context: EncodeContext): Claim {
  const claim = newClaim({ kind: 'create-claim', diagnoses: action.diagnoses, services: action.services ?? [], serviced: action.serviced, coverage: null }, key, context);
  const prior = coded('http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship', 'prior');
  return { ...claim, related: [{ claim: { reference: action.claim.reference }, relationship: prior }] };
}

/** A professional claim line points to four diagnoses at most (837P, CMS-1500 item 24E). */
const POINTERS_PER_LINE = 4;

/**
 * The draft with its diagnoses as planned, numbered again, and every line's pointers led to where they went.
 * One that came with a proposal is the clinician's from here on. All else stays as it is. `note` says which lines point to nothing now.
 */
export function changedClaim(action: Action<'update-claim'>, key: string, current: Claim, context: EncodeContext): { readonly resource: Claim; readonly note: string | null } {
  const { diagnosis: before = [], item: lines, ...rest } = withoutStaleNarrative(current);
  const provider = { reference: context.plan.who.reference, display: context.plan.who.name };
  const diagnosis = action.diagnoses.map((planned) => {
    const kept = before.find((d) => d.sequence === planned.was[0]);
    return kept === undefined ? freshDiagnosis(planned, context) : keptDiagnosis(kept, planned, context);
  });
  const moved = new Map(action.diagnoses.flatMap((d) => d.was.map((was) => [was, d.sequence] as const)));
  const stayed = lines?.map((line) => repointed(line, moved));
  const lost = (stayed ?? []).filter((line, index) => line.diagnosisSequence === undefined && lines?.[index]?.diagnosisSequence !== undefined).length;
  const services = withServices(stayed ?? [], action, context.plan.encounter.reference);
  const item = services?.items ?? stayed;
  return {
    resource: { ...rest, ...(isMarkedProposed(current.meta) && !isOfCoder(context) ? { provider } : {}), meta: takenOver(tagged(current.meta, key)), ...(diagnosis.length === 0 ? {} : { diagnosis }), ...(item === undefined ? {} : { item }) },
    note: notes([
      lost === 0 ? null : `${lost === 1 ? 'One service line points' : `${lost} service lines point`} to no diagnosis now: complete before submitting.`,
      services?.note ?? null,
    ]),
  };
}

/** Who verifies a claim did not provide its services. */
function isOfCoder({ plan }: EncodeContext): boolean {
  return plan.purpose === 'verify-claim';
}

function notes(all: readonly (string | null)[]): string | null {
  const said = all.filter((one) => one !== null);
  return said.length === 0 ? null : said.join(' ');
}

function repointed(line: ClaimItem, moved: ReadonlyMap<number, number>): ClaimItem {
  if (line.diagnosisSequence === undefined) return line;
  const { diagnosisSequence, ...rest } = line;
  const pointers = [...new Set(diagnosisSequence.flatMap((old) => moved.get(old) ?? []))];
  return pointers.length === 0 ? rest : { ...rest, diagnosisSequence: pointers };
}

/** Type, present-on-admission and whatever else stood on the line stay; code or reference change only where the plan changes them. */
function keptDiagnosis(kept: ClaimDiagnosis, planned: PlannedDiagnosis, context: EncodeContext): ClaimDiagnosis {
  const line = { ...kept, sequence: planned.sequence };
  if (kept.diagnosisReference !== undefined) {
    const reference = linked(planned.link, context);
    const isSame = reference === null || reference === localReference(kept.diagnosisReference.reference);
    return isSame ? line : { ...line, diagnosisReference: { reference } };
  }
  const code = kept.diagnosisCodeableConcept?.coding?.find((c) => c.system === ICD_10_CM)?.code;
  const isSame = planned.diagnosis === null || bare(code) === bare(planned.diagnosis.code);
  return isSame ? line : { ...line, diagnosisCodeableConcept: icdConcept(planned.diagnosis) };
}

/** The code itself where it is known, since that is what a payer reads; else the Condition. */
function freshDiagnosis(planned: PlannedDiagnosis, context: EncodeContext): ClaimDiagnosis {
  if (planned.diagnosis !== null) return { sequence: planned.sequence, diagnosisCodeableConcept: icdConcept(planned.diagnosis) };
  const reference = linked(planned.link, context);
  return { sequence: planned.sequence, diagnosisReference: reference === null ? { extension: UNKNOWN } : { reference } };
}

function linked(link: ConditionLink | null, context: EncodeContext): string | null {
  if (link === null) return null;
  return 'condition' in link ? link.condition : context.written(link.step)?.reference ?? null;
}

function bare(code: string | undefined): string | undefined {
  return code?.replaceAll('.', '').trim().toUpperCase();
}
