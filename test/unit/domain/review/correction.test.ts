import { describe, expect, it } from 'vitest';
import type { Chart, SignedItem, Suggestion } from '../../../../src/domain/model/index.ts';
import { correctionOf } from '../../../../src/domain/review/index.ts';
import { planWrites } from '../../../../src/domain/writeback/index.ts';
import { accept, actionsOf, attested, chart, claim, complete, condition, decided, epic, removal, signedItem, specified, suggestion } from '../../../support/writing.ts';

const charted = condition('c1', 'I10', { source: { reference: 'Condition/c1', version: '2' } });
const added = signedItem(suggestion('add', 'I10'), { targets: [{ reference: 'Condition/c1', version: '1' }] });
const on = chart({ conditions: [charted], claims: [claim('k1', ['I10', 'E78.5'])] });
const withdraw = { kind: 'withdraw' } as const;
const recode = { kind: 'recode', code: 'I119', title: 'Hypertensive heart disease' } as const;

function corrected(signed: SignedItem, at: Chart, to: Parameters<typeof correctionOf>[2]): Suggestion {
  const result = correctionOf(signed, at, to);
  if (!result.ok) throw new Error(result.why);
  return result.suggestion;
}
const planned = (on2: Suggestion, at: Chart, profile = complete) => planWrites({ attestation: attested([decided(on2, accept, at)]), chart: at, profile });
const why = (signed: SignedItem, at: Chart, to: Parameters<typeof correctionOf>[2]) => {
  const result = correctionOf(signed, at, to);
  return result.ok ? null : result.why;
};

describe('taking back', () => {
  it('an addition: the Condition that stands is withdrawn as signed in error, and leaves the claim', () => {
    const back = corrected(added, on, withdraw);
    expect(back).toMatchObject({ action: 'remove', code: 'I10', reason: 'signed-in-error', corrects: added.source, charted: [charted.source, { reference: 'Claim/k1', version: '1' }] });
    const made = planned(back, on);
    expect(actionsOf(made, 'withdraw-condition')).toEqual([{ kind: 'withdraw-condition', condition: charted.source, code: 'I10', reason: 'signed-in-error' }]);
    expect(actionsOf(made, 'update-claim')[0]?.diagnoses.map((d) => d.diagnosis?.code)).toEqual(['E78.5']);
  });

  it('is a new signed event that names the old one, and no statement of the software', () => {
    const made = planned(corrected(added, on, withdraw), on);
    expect(actionsOf(made, 'attestation-provenance').map((a) => a.corrects)).toEqual([['Provenance/a1'], ['Provenance/a1']]);
    expect(actionsOf(made, 'machine-provenance')).toEqual([]);
    expect(actionsOf(planned(corrected(added, on, withdraw), on, epic), 'file-note')[0]?.text).toContain('\nCorrects: Provenance/a1\n');
  });

  it('a specification: the code before comes back', () => {
    const signed = signedItem(specified('E11.9', 'E11.22', condition('c1', 'E11.9')), { targets: [{ reference: 'Condition/c1', version: '2' }] });
    const at = chart({ conditions: [condition('c1', 'E11.22')] });
    expect(corrected(signed, at, withdraw)).toMatchObject({ action: 'specify', from: 'E11.22', code: 'E11.9', charted: [{ reference: 'Condition/c1', version: '1' }] });
    expect(actionsOf(planned(corrected(signed, at, withdraw), at), 'recode-condition')).toMatchObject([{ from: 'E11.22', diagnosis: { code: 'E11.9' } }]);
  });

  it('a removal: the diagnosis is added again, by the title that the record has', () => {
    const withdrawn = condition('c1', 'J44.9', { verificationStatus: 'entered-in-error', clinicalStatus: null });
    const signed = signedItem(removal('J44.9', 'not-mentioned', condition('c1', 'J44.9')), { targets: [{ reference: 'Condition/c1', version: '2' }] });
    const at = chart({ conditions: [withdrawn] });
    expect(corrected(signed, at, withdraw)).toMatchObject({ action: 'add', code: 'J44.9', title: 'Title of J44.9', charted: [] });
    expect(actionsOf(planned(corrected(signed, at, withdraw), at), 'create-condition')).toMatchObject([{ diagnosis: { code: 'J44.9' } }]);
  });

  it('a removal that was signed with another code instead: back to the code before', () => {
    const signed = signedItem(removal('E11.9', 'only-negated', condition('c1', 'E11.9')), { choice: { kind: 'modify', code: 'E11.22', target: 'encounter-diagnosis' } });
    expect(corrected(signed, chart({ conditions: [condition('c1', 'E11.22')] }), withdraw)).toMatchObject({ action: 'specify', from: 'E11.22', code: 'E11.9' });
  });

  it('finds the diagnosis by its code where a person entered it by hand', () => {
    expect(corrected({ ...added, targets: [] }, on, withdraw).charted[0]).toEqual(charted.source);
  });

  it('of two entries of one code takes back the one that was signed', () => {
    const at = chart({ conditions: [condition('c0', 'I10'), charted] });
    expect(corrected(added, at, withdraw).charted).toEqual([charted.source]);
  });
});

describe('another code', () => {
  it('changes what was signed to it', () => {
    expect(corrected(added, on, recode)).toMatchObject({ action: 'specify', from: 'I10', code: 'I11.9', title: 'Hypertensive heart disease', corrects: added.source });
    expect(actionsOf(planned(corrected(added, on, recode), on), 'recode-condition')).toMatchObject([{ condition: charted.source, from: 'I10', diagnosis: { code: 'I11.9' } }]);
  });

  it('has an id of its own, not that of the software\'s suggestion', () => {
    expect(corrected(added, on, recode).id).toBe(corrected(added, on, recode).id);
    expect(corrected(added, on, recode).id).not.toBe(corrected({ ...added, source: { reference: 'Provenance/a2', version: '1' } }, on, recode).id);
  });
});

describe('every correction rests on the record', () => {
  it('on the diagnosis as it stands and on the event', () => {
    expect(corrected(added, on, withdraw).evidence).toMatchObject([{ kind: 'fact', resource: 'Condition/c1', version: '2', code: 'I10' }, { kind: 'fact', resource: 'Provenance/a1', version: '1' }]);
  });

  it('what only this device remembers is no resource to point to', () => {
    expect(corrected({ ...added, source: { reference: 'device:a1', version: null } }, on, withdraw).evidence.map((e) => e.kind === 'fact' && e.resource)).toEqual(['Condition/c1']);
  });
});

describe('it cannot be, in words', () => {
  it.each<[string, SignedItem, Chart, Parameters<typeof correctionOf>[2], string]>([
    ['a rejection', signedItem(suggestion('add', 'I10'), { choice: { kind: 'reject', reason: 'other' } }), on, withdraw, 'Decide on the item again'],
    ['what went to the problem list', signedItem(suggestion('add', 'I10'), { choice: { kind: 'accept', code: 'I10', target: 'problem-list-item' } }), on, withdraw, 'problem list'],
    ['what no longer stands', added, chart(), withdraw, 'no longer stands'],
    ['what was refuted since', added, chart({ conditions: [{ ...charted, verificationStatus: 'refuted' }] }), withdraw, 'no longer stands'],
    ['the same code', added, on, { ...recode, code: 'I10' }, 'carries I10 already'],
    ['a removal to another code', signedItem(removal('J44.9', 'resolved', charted)), on, recode, 'wrote no code'],
    ['a removal of what stands again', signedItem(removal('I10', 'resolved', charted)), on, withdraw, 'stands among'],
    ['what was corrected before', added, { ...on, signed: [signedItem(suggestion('specify', 'I11.9', { from: 'I10' }), { corrects: 'Provenance/a1' })] }, withdraw, 'corrected since'],
  ])('%s', (_, signed, at, to, words) => {
    expect(why(signed, at, to)).toContain(words);
  });

  it('another item of the same event was corrected: this one still can be', () => {
    const at = { ...on, signed: [signedItem(suggestion('remove', 'J44.9'), { corrects: 'Provenance/a1' })] };
    expect(correctionOf(added, at, withdraw).ok).toBe(true);
  });
});
