import { describe, expect, it } from 'vitest';
import type { ServerProfile, WritePlan } from '../../../../src/domain/model/index.ts';
import { handOverWords, planWrites } from '../../../../src/domain/writeback/index.ts';
import type { Act } from '../../../support/endings.ts';
import { endingOf } from '../../../support/endings.ts';
import {
  accept, actionsOf, attested, chart, claim, companion, complete, condition, decided, epic, generic, oracle, removal, specified, suggestion,
} from '../../../support/writing.ts';

/** "Every action has an end in every EHR": with documents, with documents and a companion server, with neither, with the companion server alone. */
const TABLE: readonly (readonly [Act, 'generic' | 'oracle' | 'epic', readonly [string, string, string, string]])[] = [
  ['add-encounter-diagnosis', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['add-encounter-diagnosis', 'oracle', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['add-encounter-diagnosis', 'epic', ['list', 'list', 'list', 'list']],
  ['add-problem', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['add-problem', 'oracle', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['add-problem', 'epic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['specify', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['specify', 'oracle', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['specify', 'epic', ['list', 'list', 'list', 'list']],
  ['remove', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['remove', 'oracle', ['list', 'list', 'list', 'list']],
  ['remove', 'epic', ['list', 'list', 'list', 'list']],
  ['remove what is past', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['remove what is past', 'oracle', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['remove what is past', 'epic', ['list', 'list', 'list', 'list']],
  ['propose', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['propose', 'oracle', ['note', 'companion', 'list', 'companion']],
  ['propose', 'epic', ['note', 'companion', 'list', 'companion']],
  ['draft-claim', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['draft-claim', 'oracle', ['file', 'companion', 'file', 'companion']],
  ['draft-claim', 'epic', ['file', 'companion', 'file', 'companion']],
  ['change the draft claim', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  // A draft that stands in the EHR is not changed on another server.
  ['change the draft claim', 'oracle', ['file', 'file', 'file', 'file']],
  ['change the draft claim', 'epic', ['file', 'file', 'file', 'file']],
  ['attestation', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['attestation', 'oracle', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['attestation', 'epic', ['note', 'companion', 'list', 'companion']],
  ['anchor-log', 'generic', ['ehr', 'ehr', 'ehr', 'ehr']],
  ['anchor-log', 'oracle', ['note', 'companion', 'device', 'companion']],
  ['anchor-log', 'epic', ['note', 'companion', 'device', 'companion']],
];
const PROFILES: Record<'generic' | 'oracle' | 'epic', ServerProfile> = { generic: complete, oracle, epic };
const bare = (profile: ServerProfile): ServerProfile => ({ ...profile, create: profile.create.filter((kind) => kind !== 'DocumentReference') });
const beside = (profile: ServerProfile): ServerProfile => ({ ...profile, companion });
const screened = (profile: ServerProfile): ServerProfile => ({ ...profile, activities: ['problem-review'] });

describe('every action has an end in every EHR', () => {
  it.each(TABLE)('%s on %s', (act, name, ends) => {
    const profile = PROFILES[name];
    const all = [profile, beside(profile), bare(profile), beside(bare(profile))];
    expect(all.map((one) => endingOf(act, one))).toEqual(ends);
  });

  it.each(TABLE)('%s on %s, which opens its diagnosis screen for an app: by that screen instead of a list, where it is about diagnoses', (act, name, ends) => {
    const profile = screened(PROFILES[name]);
    const all = [profile, beside(profile), bare(profile), beside(bare(profile))];
    const isAboutDiagnoses = !['propose', 'attestation'].includes(act);
    expect(all.map((one) => endingOf(act, one))).toEqual(ends.map((end) => (end === 'list' && isAboutDiagnoses ? 'activity' : end)));
  });

  it('a companion server that takes no documents and no tasks leaves an Epic proposal to a person', () => {
    expect(endingOf('propose', { ...bare(epic), companion: { ...companion, create: ['Claim', 'Provenance'] } })).toBe('list');
  });

  it('a companion server that takes documents only keeps the filed copy, where the EHR takes none', () => {
    const filing = { ...bare(epic), companion: { ...companion, create: ['DocumentReference'] } };
    expect([endingOf('propose', filing), endingOf('attestation', filing), endingOf('anchor-log', filing)]).toEqual(['companion', 'companion', 'companion']);
  });

  it('nothing that a server refuses is only a sentence: without any write scope each change is handed over', () => {
    const charted = condition('c1', 'J44.9');
    const on = chart({ conditions: [charted], claims: [claim('k1', ['J44.9'])], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const none: ServerProfile = { ...generic, create: [], update: [] };
    const made = planWrites({ attestation: attested([suggestion('add', 'I10'), removal('J44.9', 'only-negated', charted)].map((s) => decided(s, accept, on))), chart: on, profile: none });
    expect(made.steps.map((s) => [s.says, s.to, s.handOver?.by, s.handOver?.to])).toEqual([
      ['Add I10 Title of I10 to this encounter', 'hand', 'list', 'the EHR\'s diagnoses of this visit'],
      ['Withdraw J44.9 Title of J44.9 from this encounter: the notes only negate it', 'hand', 'list', 'the EHR\'s diagnoses of this visit'],
      ['Update the draft claim: I10', 'hand', 'file', 'billing'],
      ['File the record of your countersignature', 'hand', 'list', 'the record of this visit'],
    ]);
    expect(made.cannot).toEqual([{ says: 'Bring the encounter\'s own diagnosis list up to date', why: 'The EHR keeps this list together with the diagnoses themselves.' }]);
  });
});

describe('Epic', () => {
  it('says that a problem is written as provisional, and never sends transactions', () => {
    const on = suggestion('add', 'I10');
    const made = planWrites({ attestation: attested([decided(on, { kind: 'accept', target: 'problem-list-item' })]), chart: chart(), profile: { ...epic, transaction: true } });
    expect(made.mode).toBe('single');
    expect(made.steps[0]?.says).toBe('Add I10 Title of I10 to the problem list, as provisional: this EHR takes no other status from an app');
    expect(made.steps.map((s) => [s.action.kind, s.to])).toEqual([['create-condition', 'ehr'], ['file-note', 'ehr']]);
  });

  it('takes neither changes of diagnoses nor claims, whatever its statement offers', () => {
    const eager: ServerProfile = { ...generic, name: 'epic' };
    expect([endingOf('specify', eager), endingOf('remove', eager), endingOf('draft-claim', eager)]).toEqual(['list', 'list', 'file']);
  });

  it('a specification of what also stands on the problem list goes whole by one hand', () => {
    const both = condition('c1', 'E11.9', { categories: ['encounter-diagnosis', 'problem-list-item'] });
    const on = chart({ conditions: [both] });
    const made = planWrites({ attestation: attested([decided(specified('E11.9', 'E11.22', both), accept, on)]), chart: on, profile: { ...generic, update: [] } });
    expect(made.steps.filter((s) => s.to === 'hand').map((s) => s.action.kind)).toEqual(['create-condition', 'release-condition']);
  });
});

describe('the companion server', () => {
  it('keeps provenance beside what it speaks of: of the EHR\'s diagnosis there, of its own claim here', () => {
    const made = planWrites({ attestation: attested([decided(suggestion('add', 'I10'))]), chart: chart(), profile: beside(oracle) });
    expect(made.steps.map((s) => [s.action.kind, s.to])).toEqual([
      ['create-condition', 'ehr'], ['create-claim', 'companion'], ['machine-provenance', 'ehr'], ['attestation-provenance', 'ehr'], ['attestation-provenance', 'companion'],
    ]);
  });

  it('never takes a Condition or the encounter', () => {
    const all = ['Condition', 'Encounter', ...companion.create];
    const made = planWrites({
      attestation: attested([decided(suggestion('add', 'I10'))]), chart: chart(), profile: { ...generic, create: [], update: [], companion: { ...companion, create: all, update: all } },
    });
    expect(made.steps.filter((s) => s.to === 'companion').map((s) => s.action.kind)).toEqual(['create-claim', 'attestation-provenance', 'attestation-provenance']);
  });

  it('a draft claim that stands there is updated there', () => {
    const there = claim('k1', ['E11.9'], { source: { reference: 'https://companion.test/fhir/Claim/k1', version: '1' } });
    const on = chart({ claims: [there] });
    const ends = [beside(oracle), beside(complete), { ...complete, companion: null }].map((profile) => {
      const made = planWrites({ attestation: attested([decided(suggestion('add', 'I10'), accept, on)]), chart: on, profile });
      return made.steps.find((s) => s.action.kind === 'update-claim')?.to;
    });
    expect(ends).toEqual(['companion', 'companion', 'hand']);
  });
});

describe('the encounter\'s own diagnosis list, where the EHR takes no change of it', () => {
  const listed = (made: WritePlan) => [made.steps.find((s) => s.action.kind === 'update-encounter')?.to ?? null, made.cannot.map((c) => c.says)];
  const says = 'Bring the encounter\'s own diagnosis list up to date';

  it('on a generic server a person brings it up to date; Oracle Health makes it of the diagnoses themselves', () => {
    const added = (profile: ServerProfile) => planWrites({ attestation: attested([decided(suggestion('add', 'I10'))]), chart: chart(), profile });
    expect(listed(added({ ...complete, update: ['Condition', 'Claim'] }))).toEqual(['hand', []]);
    expect(listed(added(oracle))).toEqual([null, [says]]);
  });

  it('what changes nothing but that list is handed over everywhere', () => {
    const other = condition('c1', 'J44.9', { encounter: 'Encounter/e0' });
    const on = chart({ conditions: [other], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const removed = (profile: ServerProfile) => planWrites({ attestation: attested([decided(removal('J44.9', 'only-negated', other), accept, on)]), chart: on, profile });
    expect([oracle, epic].map((profile) => listed(removed(profile))[0])).toEqual(['hand', 'hand']);
  });

  it('an entry stays on it until a person has entered what takes its place', () => {
    const other = condition('c1', 'E11.9', { encounter: 'Encounter/e0' });
    const on = chart({ conditions: [other], encounter: { ...chart().encounter, diagnoses: ['Condition/c1'] } });
    const made = planWrites({ attestation: attested([decided(specified('E11.9', 'E11.22', other), accept, on)]), chart: on, profile: { ...complete, create: [] } });
    expect(made.steps.find((s) => s.action.kind === 'create-condition')?.to).toBe('hand');
    expect(actionsOf(made, 'update-encounter')).toEqual([]);
  });
});

describe('where nothing takes provenance', () => {
  const made = planWrites({
    attestation: attested([decided(suggestion('add', 'I10')), decided(suggestion('add', 'E66.811'), { kind: 'reject', reason: 'other', text: 'not\ntoday' })]), chart: chart(), profile: epic,
  });
  const [filed] = actionsOf(made, 'file-note');

  it('one document tells of the whole countersignature, last', () => {
    expect(actionsOf(made, 'file-note')).toHaveLength(1);
    expect(made.steps.at(-1)).toMatchObject({ action: { kind: 'file-note', purpose: 'attestation' }, to: 'ehr', after: [] });
  });

  it('names who, when, the statement, each choice with its code, the rules, the places and the versions', () => {
    expect(filed?.title).toMatch(/^Countersign record/);
    expect(filed?.text.split('\n')).toEqual([
      'Countersign record: countersignature',
      'Countersigned by Dr. Test Person (Practitioner/dr) at 2026-11-20T10:15:00-06:00',
      'Visit: Encounter/e1',
      expect.stringContaining('Statement: I reviewed each item') as string,
      '',
      '1. Add I10 Title of I10: accepted',
      '   Rule: provider-statement 1 (ICD-10-CM Guidelines FY2027 I.A.19)',
      '   Evidence: DocumentReference/n1 version 1, characters 0 to 36',
      '   Seen: DocumentReference/n1 version 1',
      '2. Add E66.811 Title of E66.811: rejected (other: not today)',
      '   Rule: provider-statement 1 (ICD-10-CM Guidelines FY2027 I.A.19)',
      '   Evidence: DocumentReference/n1 version 1, characters 0 to 36',
      '   Seen: DocumentReference/n1 version 1',
      expect.stringMatching(/^Countersignature a1, seal [0-9a-f]{64}$/) as string,
    ]);
  });

  it('quotes no note, sensitive or not', () => {
    expect(filed?.text).not.toContain('lisinopril');
  });
});

describe('words of what is handed over', () => {
  it('say what to do, with codes and titles, the claim line by line, and leave the servers\' steps out', () => {
    const charted = condition('c1', 'J44.9');
    const on = chart({ conditions: [charted], claims: [claim('k1', ['J44.9', 'E11.9'])] });
    const made = planWrites({ attestation: attested([suggestion('add', 'I10'), removal('J44.9', 'only-family', charted)].map((s) => decided(s, accept, on))), chart: on, profile: { ...epic, create: [] } });
    expect(handOverWords(made.steps.filter((s) => s.action.kind !== 'file-note'))).toBe([
      'Add I10 Title of I10 to this encounter',
      'Withdraw J44.9 Title of J44.9 from this encounter: the notes only tell of it in the family',
      ['Update the draft claim: E11.9, I10', '1. E11.9', '2. I10 Title of I10'].join('\n'),
    ].join('\n\n'));
    expect(handOverWords(made.steps)).toContain('Countersign record: countersignature');
    expect(handOverWords(planWrites({ attestation: attested([decided(suggestion('add', 'I10'))]), chart: chart(), profile: generic }).steps)).toBe('');
  });
});
