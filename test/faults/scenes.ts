import type { DocumentReference, Encounter, FhirResource } from 'fhir/r4';
import type { Chart, Choice, Person, Source, Suggestion, WriteAction } from '../../src/domain/model/index.ts';
import type { EhrProfile } from '../../src/sandbox/contract.ts';
import { specialist } from '../fhir/send/plans.ts';
import { FakeFhir } from '../support/fake-fhir.ts';
import { wardResources, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { accept, doctor, quote, suggestion } from '../support/writing.ts';

export type StepKind = WriteAction['kind'];
export type Mode = 'transaction' | 'single';

/** What a person does about a question, in place of deciding what the engine finds. */
export type Deed = 'ask' | 'remind' | 'hand-on' | 'take-back' | 'answer';

/** One person's review of the ward's visit, and the step kinds of it that each fault strikes. */
export interface Scene {
  readonly name: string;
  readonly who: Person;
  readonly ehr: EhrProfile;
  readonly scope: string;
  readonly companion: boolean;
  /** A draft claim stands. */
  readonly claimed: boolean;
  readonly deed?: Deed;
  /** What a colleague did before. */
  readonly after?: Scene;
  /** What the engine finds; only what the struck step needs, where a step of that kind comes with one item. */
  suggest(chart: Chart, struck: StepKind): readonly Suggestion[];
  /** Proposals of colleagues come beside what the engine suggests. */
  choose(on: Suggestion): Choice;
  readonly struck: readonly StepKind[];
  readonly modes: readonly Mode[];
}

/** What these reviews need, so that nobody waits for the reading of the rest. */
const READ = ['Patient', 'Practitioner', 'Coverage', 'Encounter', 'DocumentReference', 'Condition', 'Claim', 'Task', 'Provenance'];
const scopes = (written: readonly string[]): string => [...new Set([...READ, ...written])].map((kind) => `user/${kind}.${written.includes(kind) ? 'cruds' : 'rs'}`).join(' ');

const signing = { who: doctor, ehr: 'generic', scope: scopes(READ), companion: false, claimed: false, choose: () => accept, modes: ['transaction', 'single'] } as const;
const proposing = { ...signing, who: specialist, suggest: () => [suggestion('add', 'M54.50')] } as const;
/** What an EHR takes that leaves the rest to the companion server. */
const beside = { scope: scopes(['Condition', 'Encounter']), companion: true, modes: ['transaction'] } as const;

const proposal: Scene = { ...proposing, name: 'proposal', struck: ['propose-condition', 'propose-claim', 'propose-item', 'machine-provenance'] };
const proposalBeside: Scene = { ...proposing, ...beside, name: 'proposal beside', struck: ['propose-claim', 'propose-item', 'machine-provenance'] };

const ONE_ITEM: Partial<Record<StepKind, string>> = {
  'create-condition': 'I10', 'recode-condition': 'E11.22', 'withdraw-condition': 'J44.9', 'release-condition': 'K21.9', 'answer-proposal': 'none',
  'machine-provenance': 'I10', 'attestation-provenance': 'I10', 'anchor-log': 'I10',
};

export const COUNTERSIGNATURE: Scene = {
  ...signing, name: 'countersignature', claimed: true, after: { ...proposal, claimed: true },
  suggest: (chart, struck) => [
    suggestion('add', 'I10'),
    suggestion('specify', 'E11.22', { from: 'E11.9', charted: [charted(chart, 'Condition/c1')] }),
    suggestion('remove', 'J44.9', { reason: 'only-negated', charted: [charted(chart, 'Condition/c2')] }),
    suggestion('remove', 'K21.9', { reason: 'not-mentioned', charted: [charted(chart, 'Condition/c3')] }),
  ].filter(({ code }) => (ONE_ITEM[struck] ?? code) === code),
  choose: (on) => (on.proposal === undefined ? accept : { kind: 'reject', reason: 'evidence-misread' }),
  struck: [
    'create-condition', 'recode-condition', 'withdraw-condition', 'release-condition', 'update-claim', 'update-encounter', 'answer-proposal',
    'machine-provenance', 'attestation-provenance', 'anchor-log',
  ],
};

export const IN_EHR: readonly Scene[] = [
  { ...signing, name: 'first claim', suggest: () => [suggestion('add', 'I10')], struck: ['create-claim'] },
  proposal,
  { ...signing, name: 'record as a note', scope: scopes(['Condition', 'Claim', 'DocumentReference']), suggest: () => [suggestion('add', 'I10')], struck: ['file-note'] },
];

export const BESIDE: readonly Scene[] = [
  { ...signing, ...beside, name: 'countersignature beside', suggest: () => [suggestion('add', 'I10')], struck: ['create-claim', 'machine-provenance', 'attestation-provenance', 'anchor-log'] },
  proposalBeside,
  { ...signing, ...beside, name: 'answer beside', after: proposalBeside, suggest: () => [], struck: ['answer-proposal', 'update-claim'] },
];

export const VENDORS: readonly Scene[] = [
  {
    ...signing, name: 'epic', ehr: 'epic', modes: ['single'], suggest: () => [suggestion('add', 'I10')], choose: () => ({ kind: 'accept', target: 'problem-list-item' }),
    struck: ['create-condition', 'file-note'],
  },
  {
    ...signing, name: 'oracle', ehr: 'oracle', modes: ['single'],
    suggest: (chart) => [suggestion('add', 'I10'), suggestion('specify', 'E11.22', { from: 'E11.9', charted: [charted(chart, 'Condition/c1')] })],
    struck: ['create-condition', 'recode-condition', 'machine-provenance', 'attestation-provenance'],
  },
];

/** Of an EHR that takes questions, answers and messages. */
const about = { ...signing, scope: scopes([...READ, 'QuestionnaireResponse', 'Communication']), suggest: () => [] } as const;
const question: Scene = { ...about, who: specialist, name: 'question', deed: 'ask', struck: ['send-query', 'notify-query'] };
const questionBeside: Scene = { ...question, ...beside, name: 'question beside' };

export const QUESTIONS: readonly Scene[] = [
  question,
  { ...about, who: specialist, name: 'reminder', after: question, deed: 'remind', struck: ['follow-query', 'notify-query'] },
  { ...about, who: specialist, name: 'handing on', after: question, deed: 'hand-on', struck: ['follow-query', 'notify-query'] },
  { ...about, who: specialist, name: 'taking back', after: question, deed: 'take-back', struck: ['close-query'] },
  { ...about, name: 'answer to a question', after: question, deed: 'answer', struck: ['close-query', 'answer-query', 'attestation-provenance'] },
  questionBeside,
  { ...about, ...beside, name: 'answer to a question beside', after: questionBeside, deed: 'answer', struck: ['close-query', 'answer-query', 'attestation-provenance'] },
];

/** To whom the site hands questions on. */
export const ADVISOR = 'Practitioner/advisor';

/** The ward as the sandbox holds it, with all that it refers to. */
export function wardOf({ claimed }: Pick<Scene, 'claimed'>, base: string): readonly FhirResource[] {
  const all: readonly FhirResource[] = [
    { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1960-04-02' },
    { resourceType: 'Practitioner', id: 'dr', name: [{ family: 'Person' }] },
    { resourceType: 'Practitioner', id: 'cdi', name: [{ family: 'Specialist' }] },
    { resourceType: 'Practitioner', id: 'advisor', name: [{ family: 'Advisor' }] },
    { resourceType: 'Coverage', id: 'c1', status: 'active', beneficiary: { reference: 'Patient/p1' }, payor: [{ reference: 'Patient/p1' }] },
    ...['egfr1', 'egfr2'].map((id): FhirResource => ({ resourceType: 'Observation', id, status: 'final', code: { text: 'eGFR' }, subject: { reference: 'Patient/p1' } })),
    visitNote,
    ...wardResources(claimed ? wardWithClaim : wardWithoutClaim).map((resource) => (resource.resourceType === 'Encounter' ? withHours(resource) : resource)),
  ];
  return JSON.parse(JSON.stringify(all).replaceAll(new FakeFhir().base, base)) as readonly FhirResource[];
}

const visitNote: DocumentReference = {
  resourceType: 'DocumentReference', id: 'n1', status: 'current', docStatus: 'final', subject: { reference: 'Patient/p1' }, date: '2026-11-20T09:30:00-06:00',
  type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }], text: 'Progress note' }, author: [{ reference: 'Practitioner/dr' }],
  category: [{ coding: [{ system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category', code: 'clinical-note' }] }],
  context: { encounter: [{ reference: 'Encounter/e1' }] },
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(quote.kind === 'quote' ? quote.quote : '').toString('base64') } }],
};

function withHours(encounter: Encounter): Encounter {
  return { ...encounter, period: { start: '2026-11-20T09:00:00-06:00' }, participant: [{ individual: { reference: 'Practitioner/dr' } }] };
}

function charted({ conditions }: Chart, reference: string): Source {
  const found = conditions.find(({ source }) => source.reference === reference);
  if (found === undefined) throw new Error(`The chart has no ${reference}.`);
  return found.source;
}

export const SCENES: readonly Scene[] = [COUNTERSIGNATURE, ...IN_EHR, ...BESIDE, ...VENDORS, ...QUESTIONS];
