import type {
  ConditionTarget, DeferReason, Destination, FactEvidence, GapOutcome, HandOver, PreflightAction, PreflightRow, ProposalStatus, QueryStatus, ReadReport, ReadStatus, ReceiptOutcome,
  RejectReason, RemovalReason, Role, SearchedEvidence, Suggestion,
} from '../../domain/model/index.ts';

/** The interface's words for the domain's values, in one place. */
export const REJECT_WORDS: Readonly<Record<RejectReason, string>> = {
  'not-clinically-valid': 'Not clinically valid',
  'not-addressed-this-visit': 'Not addressed this visit',
  'evidence-misread': 'The evidence was misread',
  'already-documented': 'Already documented elsewhere',
  other: 'Other',
};

export const DEFER_WORDS: Readonly<Record<DeferReason, string>> = {
  'need-more-information': 'Need more information',
  'ask-colleague': 'Ask a colleague',
  later: 'Later',
};

export const TARGET_WORDS: Readonly<Record<ConditionTarget, string>> = {
  'encounter-diagnosis': 'This encounter',
  'problem-list-item': 'Problem list instead',
};

/** Where an accepted item goes. */
export function targetWords({ system }: Suggestion, target: ConditionTarget): string {
  return system === 'icd-10-cm' ? TARGET_WORDS[target] : 'Draft claim';
}

export const REMOVAL_WORDS: Readonly<Record<RemovalReason, string>> = {
  'only-negated': 'The notes only deny it',
  'only-family': 'Only a relative has it',
  'only-other-person': 'Said of somebody else',
  resolved: 'It is in the past',
  'uncertain-outpatient': 'Only suspected, at an outpatient visit',
  'not-mentioned': 'No provider speaks of it at this visit',
  'superseded-note': 'Stands only in a note that was replaced',
  'ruled-out': 'Considered, and ruled out',
  withdrawn: 'Taken back by its author',
  'symptom-explained': 'A symptom that a diagnosis of this visit explains',
  'said-by-another': 'Another code of this visit says it',
  'signed-in-error': 'Signed in error',
  'proposal-declined': 'The proposal was declined',
};

/** "modifier RT · 40 units"; empty for a diagnosis. */
export function billingWords({ modifiers = [], units }: { readonly modifiers?: readonly string[]; readonly units?: number }): string {
  return [modifiers.length === 0 ? '' : `${modifiers.length === 1 ? 'modifier' : 'modifiers'} ${modifiers.join(', ')}`, units === undefined ? '' : count(units, 'unit')].filter((part) => part !== '').join(' · ');
}

export const READ_WORDS: Readonly<Record<ReadStatus, string>> = {
  read: 'Read', partial: 'Partly read', denied: 'Not allowed', failed: 'Failed', 'not-asked': 'Not offered',
};

export const OUTCOME_WORDS: Readonly<Record<GapOutcome, string>> = {
  open: 'Open', met: 'Met', 'not-applicable': 'Does not apply', 'cannot-tell': 'Cannot tell',
};

export const RECEIPT_WORDS: Readonly<Record<ReceiptOutcome, string>> = {
  written: 'Written', 'handed-over': 'Handed over', refused: 'Refused', unknown: 'Not known', skipped: 'Not sent',
};

export const PLACE_WORDS: Readonly<Record<Destination, string>> = {
  ehr: 'In this EHR', companion: 'On the site’s companion server', hand: 'By your hand',
};

/** The one button that hands a step over, and the word of its receipt. */
export const HAND_WORDS: Readonly<Record<HandOver['by'], { readonly act: string; readonly done: string }>> = {
  activity: { act: 'Open in the EHR', done: 'opened' }, list: { act: 'Copy', done: 'copied' }, file: { act: 'Save file', done: 'saved' },
};

export const PROPOSAL_WORDS: Readonly<Record<ProposalStatus, string>> = {
  open: 'Waiting for an answer', accepted: 'Accepted', declined: 'Declined', cancelled: 'Cancelled',
};

export const QUERY_WORDS: Readonly<Record<QueryStatus, string>> = { open: 'Waiting for an answer', answered: 'Answered', cancelled: 'Closed without an answer' };

export const PREFLIGHT_WORDS: Readonly<Record<PreflightAction, string>> = {
  'add-encounter-diagnosis': 'Add a diagnosis to the visit', 'add-problem': 'Add to the problem list', specify: 'Replace by a more specific code', remove: 'Take a diagnosis off the visit',
  propose: 'Propose to a clinician', 'draft-claim': 'Draft claim', query: 'Question and answer', attestation: 'Countersignature', 'remember-decisions': 'Remember decisions', 'anchor-log': 'Anchor of the log',
};

export const ENDS_WORDS: Readonly<Record<PreflightRow['ends'], string>> = {
  ehr: 'In this EHR', companion: 'Companion server', note: 'As a note', hand: 'By hand', device: 'On this device', 'cannot-tell': 'Cannot tell',
};

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  clinician: 'Clinician', cdi: 'CDI specialist', coder: 'Coder', auditor: 'Auditor', unknown: 'Role not known',
};

/** Inside a sentence: "clinician", "CDI specialist". */
export function roleWord(role: Role): string {
  return role === 'cdi' ? ROLE_WORDS.cdi : ROLE_WORDS[role].toLowerCase();
}

export const KIND_WORDS: Readonly<Record<ReadReport['kind'], string>> = {
  Patient: 'Patient', Encounter: 'Encounters', DocumentReference: 'Notes', Binary: 'Note contents', Condition: 'Problems and diagnoses',
  Observation: 'Results and vital signs', MedicationRequest: 'Medication orders', MedicationAdministration: 'Medications given',
  Procedure: 'Procedures', AllergyIntolerance: 'Allergies', Immunization: 'Immunizations', Coverage: 'Coverage', Claim: 'Claims',
  Provenance: 'Earlier attestations', Task: 'Tasks', DiagnosticReport: 'Reports', ServiceRequest: 'Orders',
  QuestionnaireResponse: 'Answers', Practitioner: 'Practitioners', PractitionerRole: 'Practitioner roles',
};

/** `18 Feb 2026` of a FHIR date or instant, in the day the server wrote, whatever this machine's time zone. Does not break over lines. */
export function dayOf(date: string | null): string {
  if (date === null) return 'no date';
  const [year, month, day] = date.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return year ?? date;
  return (day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`).replaceAll(' ', '\u00a0');
}

/** `18 Feb 2026, 09:20`. */
export function momentOf(instant: string): string {
  const time = /T(\d\d:\d\d)/.exec(instant)?.[1];
  return time === undefined ? dayOf(instant) : `${dayOf(instant)},\u00a0${time}`;
}

/** Days inside a sentence of the engine, `2026-11-02`, as the other days on the screen are written. */
export function withDays(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayOf);
}

export function valueWords({ value, unit }: FactEvidence): string {
  return [value, unit].filter((part) => part !== undefined).join(' ');
}

/** What was looked for, where and over which days, without a find; its codes are counted where there are words for them. */
export function searchedWords({ what, kinds, from, through }: SearchedEvidence): string {
  const days = from === null ? `through ${dayOf(through)}` : `${dayOf(from)} to ${dayOf(through)}`;
  const words = what.filter((each) => !IS_CODE.test(each));
  const codes = words.length === 0 ? '' : what.length > words.length ? ` (${count(what.length - words.length, 'code')})` : '';
  return `Looked for ${(words.length === 0 ? what : words).join(', ')}${codes} in ${kinds.map((kind) => (kind in KIND_WORDS ? KIND_WORDS[kind as ReadReport['kind']].toLowerCase() : kind)).join(', ')}, ${days}: none.`;
}

/** LOINC, ICD-10-CM, HCPCS, CVX, RxNorm: to a reader they are noise beside the words for them. */
const IS_CODE = /^[A-Z]?\d[\dA-Z]*(?:[.-][\dA-Z]+)?$/;

/** `1 item`, `3 items`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
