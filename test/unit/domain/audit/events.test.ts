import { describe, expect, it } from 'vitest';
import * as audit from '../../../../src/domain/audit/index.ts';
import type {
  Analysis, Attestation, Chart, Choice, Decision, Evidence, LogEvent, Proposal, SentQuery, SignedAnswer, SignedItem, Suggestion, SuggestionId, WritePlan, WriteReceipt, WriteStep,
} from '../../../../src/domain/model/index.ts';

const AT = '2026-11-20T12:00:00Z';
const HASH = 'ab'.repeat(32);

/** Words of the record in every place that may hold words. None looks like an id, so that none could get in as one. */
const WORDS = {
  quote: 'Denies chest pain; brother has HIV', title: 'Type 2 diabetes mellitus', label: 'Hemoglobin A1c of Odessa', value: '9.8 (critical!)', unit: '% of total',
  because: 'The note of Dr. Quill says so', authority: 'I.C.4.a', text: 'patient asked us not to', name: 'Odessa Mae Whitlock', why: 'Server said: Whitlock is deceased', says: 'Add E11.9 for Whitlock', statement: 'I reviewed each item',
};

const evidence: readonly Evidence[] = [
  { kind: 'quote', document: 'DocumentReference/n1', version: '3', note: 'DocumentReference/n1#2' as never, start: 10, end: 44, quote: WORDS.quote, marks: [{ start: 12, end: 14 }] },
  { kind: 'fact', resource: 'Observation/o1', version: null, code: '4548-4', label: WORDS.label, value: WORDS.value, unit: WORDS.unit, date: AT },
  { kind: 'searched', what: ['E66.9', 'obesity in the notes'], kinds: ['Condition'], from: '2025-11-20', through: '2026-11-20', found: 0 },
];
const suggestion: Suggestion = {
  id: 'b0c1d2e3f4a5b6c7' as SuggestionId, action: 'specify', system: 'icd-10-cm', code: 'E11.22', title: WORDS.title, from: 'E11.9', charted: [{ reference: 'Condition/c1', version: '1' }], reason: 'not-mentioned',
  evidence, rules: [{ id: 'highest-specificity', version: '1.0.0', authority: WORDS.authority, because: WORDS.because }], confidence: 0.9, level: 'high',
  alternatives: [{ code: 'E11.9', title: WORDS.title }], evidenceFirst: true,
  proposal: { task: { reference: 'Task/t1', version: '1' }, who: 'Practitioner/p2', whoName: WORDS.name, at: AT, condition: null, claim: null }, corrects: { reference: 'Provenance/v1', version: '1' },
};
const choices: readonly Choice[] = [
  { kind: 'accept', target: 'encounter-diagnosis' }, { kind: 'modify', code: 'E11.65', title: WORDS.title, target: 'problem-list-item' },
  { kind: 'reject', reason: 'other', text: WORDS.text }, { kind: 'defer', reason: 'later', text: WORDS.text },
];
const decisions = choices.map((choice, at): Decision => ({ id: `d${at}` as never, suggestion, choice, seen: { notes: [], charted: [] }, at: AT }));
const who = { reference: 'Practitioner/p1', name: WORDS.name, role: 'clinician' } as const;
const encounter = { reference: 'Encounter/e1', version: '1' };
const attestation: Attestation = { id: 'a1' as never, who, at: AT, statement: WORDS.statement, patient: 'pat-1', encounter, decisions: decisions as never, seal: HASH };
const proposal: Proposal = { id: 'q1' as never, who, at: AT, patient: 'pat-1', encounter, decisions: decisions as never, seal: HASH };
const question = { rule: 'ckd-no-diagnosis', topic: WORDS.label, title: WORDS.title, indicators: [{ text: WORDS.quote, source: { reference: 'Observation/o1', version: '1' } }], question: WORDS.because, options: [WORDS.value, WORDS.unit], format: 'multiple-choice' } as const;
const sentQuery: SentQuery = { id: 'q1' as never, who, at: AT, patient: 'pat-1', encounter, question: question as never, seal: HASH };
const answers = ([{ kind: 'option', index: 1 }, { kind: 'other', text: WORDS.text }, { kind: 'undetermined' }] as const).map((choice): SignedAnswer => ({
  id: 'w1' as never, who, at: AT, statement: WORDS.statement, patient: 'pat-1', encounter, answer: { task: { reference: 'Task/t1', version: '1' }, question, choice } as never, seal: HASH,
}));
const plan: Pick<WritePlan, 'event'> = { event: 'a1' };
const step: WriteStep = {
  id: 'create-condition-1' as never, key: HASH, action: { kind: 'create-condition', diagnosis: { code: 'E11.22', title: WORDS.title }, target: 'encounter-diagnosis', evidence }, to: 'hand',
  handOver: { by: 'list', to: WORDS.name, why: WORDS.why }, after: [], says: WORDS.says,
};
const receipt: WriteReceipt = {
  step: step.id, outcome: 'handed-over', resource: { reference: 'Condition/c9', version: '1' }, why: WORDS.why, handed: { what: WORDS.says, to: WORDS.name, by: 'list' },
  conflict: { seen: '1', now: '2', difference: [WORDS.text] }, at: AT,
};
const chart = {
  patient: { displayName: WORDS.name }, notes: [{ document: { reference: 'DocumentReference/n1', version: '3' }, title: WORDS.title, text: WORDS.quote, author: { name: WORDS.name } }],
  signed: [{ whoName: WORDS.name } as SignedItem],
  reads: [{ kind: 'Observation', query: WORDS.text, status: 'denied', count: 0, why: WORDS.why }, { kind: 'Condition', query: '', status: 'read', count: 3, why: null }],
} as unknown as Chart;
const saltedHash = (quote: string): string => `sha256:${Buffer.from(quote).toString('hex').slice(0, 8).padEnd(64, '0')}`;

/** Every builder, each given the same kind of thing as the line gives it. */
const BUILDERS = {
  reviewOpenedEvent: () => [audit.reviewOpenedEvent(chart, { release: 'FY2027' } satisfies Pick<Analysis, 'release'>)],
  shownEvent: () => [audit.shownEvent(suggestion, saltedHash)],
  evidenceOpenedEvent: () => [audit.evidenceOpenedEvent(suggestion.id)],
  decidedEvent: () => decisions.map(audit.decidedEvent),
  undoneEvent: () => [audit.undoneEvent(suggestion.id)],
  heldBackEvent: () => [audit.heldBackEvent(suggestion.id, 'decided-elsewhere')],
  attestedEvent: () => [audit.attestedEvent(attestation)],
  proposedEvent: () => [audit.proposedEvent(proposal)],
  querySentEvent: () => [audit.querySentEvent(sentQuery)],
  queryAnsweredEvent: () => answers.map(audit.queryAnsweredEvent),
  writeEvent: () => [audit.writeEvent(plan, step, receipt)],
  reviewClosedEvent: () => [audit.reviewClosedEvent('signed-out')],
} satisfies Record<string, () => readonly LogEvent[]>;

describe('what gets into the log', () => {
  it('is made by these builders and no other', () => {
    expect(Object.keys(audit).filter((name) => name.endsWith('Event')).toSorted()).toEqual(Object.keys(BUILDERS).toSorted());
  });

  it.each(Object.entries(BUILDERS))('%s lets no words of the record through', (_name, build) => {
    const text = JSON.stringify(build());
    for (const words of Object.values(WORDS)) expect(text).not.toContain(words);
    expect(text).not.toMatch(/Whitlock|Quill|chest|diabetes|obesity/);
    expect(text).not.toContain('not-logged');
  });

  it('leads back to the words: document, version, attachment, offsets, salted hash', () => {
    expect(audit.shownEvent(suggestion, saltedHash)).toEqual({
      kind: 'suggestion-shown', suggestion: 'b0c1d2e3f4a5b6c7', action: 'specify', system: 'icd-10-cm', code: 'E11.22', from: 'E11.9', rules: [{ id: 'highest-specificity', version: '1.0.0' }], confidence: 0.9,
      evidence: [
        { kind: 'quote', document: 'DocumentReference/n1', version: '3', attachment: 2, start: 10, end: 44, hash: saltedHash(WORDS.quote) },
        { kind: 'fact', resource: 'Observation/o1', version: null, code: '4548-4' },
        { kind: 'searched', what: ['E66.9'], kinds: ['Condition'], from: '2025-11-20', through: '2026-11-20' },
      ],
    });
  });

  it('says what was decided, attested, written and read', () => {
    expect(decisions.map(audit.decidedEvent)).toMatchObject([
      { choice: 'accept', code: 'E11.22', reason: null, target: 'encounter-diagnosis' }, { choice: 'modify', code: 'E11.65', target: 'problem-list-item' },
      { choice: 'reject', reason: 'other', target: null }, { choice: 'defer', reason: 'later', target: null },
    ]);
    expect(audit.attestedEvent(attestation)).toEqual({ kind: 'attested', id: 'a1', decisions: ['d0', 'd1', 'd2', 'd3'], seal: HASH, corrects: ['Provenance/v1'] });
    expect(audit.writeEvent(plan, step, receipt)).toEqual({
      kind: 'write', event: 'a1', step: 'create-condition-1', key: HASH, action: 'create-condition', to: 'hand', outcome: 'handed-over', resource: { reference: 'Condition/c9', version: '1' },
    });
    expect(audit.reviewOpenedEvent(chart, { release: null })).toEqual({ kind: 'review-opened', release: null, notes: [{ reference: 'DocumentReference/n1', version: '3' }], unread: ['Observation:denied'] });
  });

  it('says which question was sent and which of its answers was chosen, and none of their words', () => {
    expect(audit.querySentEvent(sentQuery)).toEqual({ kind: 'query-sent', id: 'q1', rule: 'ckd-no-diagnosis', seal: HASH });
    expect(answers.map(audit.queryAnsweredEvent)).toMatchObject([{ task: 'Task/t1', rule: 'ckd-no-diagnosis', answer: 'option-2' }, { answer: 'other' }, { answer: 'undetermined' }]);
  });

  it('keeps references of every form that servers use', () => {
    for (const reference of ['Condition/c1', 'https://ehr.example/fhir/Condition/c-1.2', 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341', 'device:a1']) {
      expect(audit.writeEvent(plan, step, { ...receipt, resource: { reference, version: 'W/2' } })).toMatchObject({ resource: { reference } });
    }
  });

  it.each([
    'Odessa Mae Whitlock', 'Denies chest pain.', 'Whitlock, Odessa', 'ödessa', '\uD800', '\u2028', '', ' ', '"},{"x":"', '<script>', 'a'.repeat(5_000), 'tel:+1 555', '../../etc', 'Patient/Odessa Whitlock', 'https://x.example/ Odessa',
  ])('takes nothing in place of an id that is none: %j', (words) => {
    const everywhere = <T>(value: T): T => JSON.parse(JSON.stringify(value), (name, one: unknown) => (typeof one === 'string' && !['kind', 'action', 'to', 'outcome', 'target', 'status', 'note', 'role'].includes(name) ? words : one)) as T;
    const events = [
      audit.reviewOpenedEvent(everywhere({ notes: chart.notes, reads: chart.reads }) as Chart, { release: words }), audit.shownEvent(everywhere(suggestion), () => words), audit.evidenceOpenedEvent(words as SuggestionId),
      ...decisions.map((decision) => audit.decidedEvent(everywhere(decision))), audit.undoneEvent(words as SuggestionId), audit.heldBackEvent(words as SuggestionId, words),
      audit.attestedEvent(everywhere(attestation)), audit.proposedEvent(everywhere(proposal)),
      audit.querySentEvent(everywhere(sentQuery)), ...answers.map((answer) => audit.queryAnsweredEvent(everywhere(answer))), audit.writeEvent({ event: words }, everywhere(step), everywhere(receipt)),
    ];
    const entries = audit.appendEntries(audit.EMPTY_LOG, { who: words, patient: words, encounter: words, at: words }, events);
    const strings: string[] = [];
    JSON.stringify(entries, (_name, one: unknown) => { if (typeof one === 'string') strings.push(one); return one; });
    expect(strings).not.toContain(words);
    expect(strings).toContain('not-logged');
    expect(entries).toHaveLength(events.length);
  });
});
