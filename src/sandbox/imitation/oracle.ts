import { codesOf, conditionIn, documentIn, hasModifier, listOf, provenanceIn } from './vendor.ts';
import type { Refusal, Vendor } from './vendor.ts';
import type { FhirCall } from '../fhir/reply.ts';

const PAGES = 'Oracle Health Millennium Platform, FHIR R4 APIs';
const CONDITION = `${PAGES}: Condition`;
const DOCUMENT = `${PAGES}: DocumentReference`;
const PROVENANCE = `${PAGES}: Provenance`;

/** Documents a page. */
const LARGEST_PAGE = 100;

const CONDITION_RULES: readonly Refusal[] = ['create', 'update'].flatMap((how): Refusal[] => [
  { on: `Condition.${how}`, says: 'wants exactly one category, problem-list-item or encounter-diagnosis', status: 422, authority: CONDITION, broken: (call) => {
    const categories = listOf(conditionIn(call).category);
    return categories.length !== 1 || !['problem-list-item', 'encounter-diagnosis'].includes(codesOf(categories[0]).join());
  } },
  { on: `Condition.${how}`, says: 'refuses entered-in-error and refuted', status: 422, authority: CONDITION, broken: (call) => codesOf(conditionIn(call).verificationStatus).some((code) => code === 'entered-in-error' || code === 'refuted') },
  { on: `Condition.${how}`, says: 'wants clinicalStatus, code and subject', status: 422, authority: CONDITION, broken: (call) => {
    const { clinicalStatus, code, subject } = conditionIn(call);
    return codesOf(clinicalStatus).length === 0 || code === undefined || subject?.reference === undefined;
  } },
  { on: `Condition.${how}`, says: 'refuses modifier elements that it does not support', status: 422, authority: PAGES, broken: hasModifier },
]);

/** Oracle Health (Cerner) Millennium, R4. What it does not support is left out in silence, modifiers excepted. */
export const ORACLE: Vendor = {
  name: 'Oracle Health',
  absent: ['Claim', 'Task', 'AuditEvent'],
  writes: { Condition: ['create', 'update'], DocumentReference: ['create'], Provenance: ['create'] },
  drops: { Condition: ['meta', 'identifier', 'extension'], DocumentReference: ['meta', 'extension'], Provenance: ['meta'] },
  unsearchable: { '*': ['_tag', '_security', '_profile', '_source'], Condition: ['identifier'], DocumentReference: ['identifier'] },
  rules: [
    ...CONDITION_RULES,
    { on: 'Condition.update', says: 'wants If-Match on an update', status: 400, authority: CONDITION, broken: ({ headers }) => headers['if-match'] === undefined },
    { on: 'DocumentReference.search-type', says: 'searches documents by patient or _id only', status: 400, authority: DOCUMENT, broken: (call) => !call.query.has('_page') && !['patient', '_id'].some((name) => parameter(call, name) !== null) },
    { on: 'DocumentReference.search-type', says: `gives ${LARGEST_PAGE} documents a page at most`, status: 400, authority: DOCUMENT, broken: (call) => Number(parameter(call, '_count') ?? 0) > LARGEST_PAGE },
    { on: 'DocumentReference.create', says: 'takes exactly one attachment, with its data', status: 422, authority: DOCUMENT, broken: (call) => listOf(documentIn(call).content).length !== 1 || typeof documentIn(call).content?.[0]?.attachment?.data !== 'string' },
    { on: 'DocumentReference.create', says: 'wants docStatus final', status: 422, authority: DOCUMENT, broken: (call) => documentIn(call).docStatus !== 'final' },
    { on: 'DocumentReference.create', says: 'wants context.period.end', status: 422, authority: DOCUMENT, broken: (call) => documentIn(call).context?.period?.end === undefined },
    { on: 'DocumentReference.create', says: 'refuses modifier elements that it does not support', status: 422, authority: PAGES, broken: hasModifier },
    { on: 'Provenance.create', says: 'wants exactly one target', status: 422, authority: PROVENANCE, broken: (call) => listOf(provenanceIn(call).target).length !== 1 },
  ],
  binaryAcceptIsContentType: true,
  tokenSeconds: 570,
  messaging: false,
  authority: [
    `${PAGES}: the list of resources and their operations (no transaction, no vread or history)`,
    `${PAGES}: Binary (Accept is the attachment's content type)`,
    'Oracle Health Millennium Platform, Authorization Framework: access tokens of 570 seconds',
  ],
};

function parameter({ query, body }: FhirCall, name: string): string | null {
  return query.get(name) ?? (body.kind === 'form' ? body.parameters.get(name) : null);
}
