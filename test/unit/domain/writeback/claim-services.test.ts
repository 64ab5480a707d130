import type { Claim, ClaimItem } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { Chart, Choice, ClaimLineFact, ServerProfile, Suggestion, WritePlan } from '../../../../src/domain/model/index.ts';
import { handOverWords, planWrites } from '../../../../src/domain/writeback/index.ts';
import { decodeClaim } from '../../../../src/fhir/decode/claim.ts';
import { references } from '../../../../src/fhir/decode/parse.ts';
import { encode } from '../../../../src/fhir/encode/index.ts';
import { validate } from '../../../../src/sandbox/fhir/validate.ts';
import { ENCOUNTER, PATIENT, accept, actionsOf, attested, chart, claim, condition, decided, epic, generic, removal, specified, suggestion } from '../../../support/writing.ts';

const CPT = 'http://www.ama-assn.org/go/cpt';
const visit = suggestion('add', '99214', { system: 'cpt', title: 'Office visit', modifiers: ['25'], instead: '99213' });
const shot = suggestion('add', '90471', { system: 'cpt', title: 'Vaccine by injection: first' });
const drug = suggestion('add', 'J3301', { system: 'hcpcs', title: 'Triamcinolone 10 mg', units: 4 });

function line(sequence: number, code: string, more: Partial<ClaimLineFact> = {}): ClaimLineFact {
  return { sequence, coding: { system: CPT, code, display: null }, modifiers: [], units: 1, pointers: [1], serviced: '2026-11-20', ...more };
}

function plan(suggestions: readonly Suggestion[], on: Chart = chart(), profile: ServerProfile = generic, choice: Choice = accept): WritePlan {
  return planWrites({ attestation: attested(suggestions.map((s) => decided(s, choice, on))), chart: on, profile });
}

const claimStep = (made: WritePlan) => made.steps.filter(({ action }) => action.kind.endsWith('-claim'));

describe('an accepted service', () => {
  const on = chart({ claims: [claim('k1', ['I10', 'Z23'], { lines: [line(1, '99213')] })] });

  it('is added to the draft claim, and to nothing else', () => {
    const made = plan([shot], on);
    expect(claimStep(made)).toMatchObject([{ says: 'Add to the draft claim: 90471 ×1', action: { kind: 'update-claim', claim: { reference: 'Claim/k1', version: '1' }, services: [{ code: '90471', units: 1, pointers: [2], instead: null }] } }]);
    expect(made.steps.map(({ action }) => action.kind)).toEqual(['update-claim', 'machine-provenance', 'attestation-provenance']);
  });

  it('stands in the record with the software\'s evidence and the person\'s decision', () => {
    const made = plan([shot, suggestion('add', 'E11.9')], on);
    const [step] = claimStep(made);
    expect(actionsOf(made, 'machine-provenance').filter(({ of }) => of.includes(step!.id))).toMatchObject([{ rules: shot.rules, evidence: shot.evidence }]);
    expect(actionsOf(made, 'attestation-provenance').find(({ of }) => of.includes(step!.id))?.items.map(({ code }) => code)).toEqual(['90471', 'E11.9']);
    expect(actionsOf(made, 'attestation-provenance').filter(({ of }) => of.length === 0)).toEqual([]);
  });

  it('goes with the diagnoses of the same countersignature, in one step', () => {
    expect(claimStep(plan([suggestion('add', 'E11.9'), drug], on))).toMatchObject([{ says: 'Update the draft claim: I10, Z23, E11.9; add J3301 ×4' }]);
  });

  it('starts a draft where there is none', () => {
    const made = plan([shot], chart({ conditions: [condition('c1', 'Z23')] }));
    expect(claimStep(made)).toMatchObject([{ says: 'Start a draft claim: Z23, 90471 ×1', action: { services: [{ code: '90471', pointers: [1] }] } }]);
  });

  it('is not written twice: neither where the draft has it, nor by a second reading', () => {
    const standing = chart({ claims: [claim('k1', ['Z23'], { lines: [line(1, '90471')] })] });
    const made = plan([shot], standing);
    expect(claimStep(made)).toEqual([]);
    expect(made.cannot).toMatchObject([{ says: 'Add to the draft claim: 90471 ×1', why: expect.stringContaining('already') as string }]);
    const [once, again] = [plan([shot], on), plan([shot], on)].map((p) => claimStep(p)[0]?.key);
    expect(once).toBe(again);
  });

  it('points to the diagnosis of its side, though the claim holds bare codes', () => {
    const knee = (id: string, code: string, side: string) => condition(id, code, { codings: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: `Unilateral primary osteoarthritis, ${side} knee` }] });
    const knees = [knee('c1', 'M17.12', 'left'), knee('c2', 'M17.11', 'right')];
    const made = plan([suggestion('add', '20610', { system: 'cpt', modifiers: ['RT'], evidence: [] })], chart({ conditions: knees, claims: [claim('k1', ['M17.12', 'M17.11'])] }));
    expect(actionsOf(made, 'update-claim')[0]?.services?.[0]?.pointers).toEqual([2]);
  });

  it('of the other side is another one', () => {
    const standing = chart({ claims: [claim('k1', ['M17.0'], { lines: [line(1, '20610', { modifiers: ['RT'] })] })] });
    const side = (modifier: string) => suggestion('add', '20610', { system: 'cpt', modifiers: [modifier] });
    expect(claimStep(plan([side('LT')], standing))).toMatchObject([{ says: 'Add to the draft claim: 20610-LT ×1' }]);
    expect(claimStep(plan([side('RT')], standing))).toEqual([]);
  });

  it('that was rejected changes nothing, and the rejection is recorded', () => {
    const made = plan([shot], on, generic, { kind: 'reject', reason: 'evidence-misread' });
    expect(made.steps.map(({ action }) => action.kind)).toEqual(['attestation-provenance']);
  });

  it('modified to what is no service stays off the claim, and says so', () => {
    const made = plan([shot], on, generic, { kind: 'modify', code: 'I10', title: 'Hypertension', target: 'encounter-diagnosis' });
    expect(claimStep(made)).toEqual([]);
    expect(made.cannot[0]?.why).toContain('no CPT number');
  });

  it('is handed to billing in words where the EHR takes no claims', () => {
    expect(handOverWords(plan([drug], on, epic).steps)).toContain('J3301 ×4 Triamcinolone 10 mg');
  });

  it('is passed on to billing where the claim was submitted', () => {
    const sent = chart({ claims: [claim('k1', ['I10'], { status: 'active' })] });
    expect(claimStep(plan([shot], sent))).toMatchObject([{ to: 'hand', says: 'Pass the changed claim on to billing: 90471 ×1', handOver: { to: 'billing' } }]);
  });
});

describe('an accepted visit', () => {
  it('takes the place of the one that it was accepted for', () => {
    const on = chart({ claims: [claim('k1', ['I10'], { lines: [line(1, '99213')] })] });
    expect(claimStep(plan([visit], on))).toMatchObject([{ says: 'On the draft claim, change 99213 to 99214-25 ×1', action: { services: [{ code: '99214', instead: '99213' }] } }]);
  });
});

describe('the draft as it is written', () => {
  const current: Claim = {
    resourceType: 'Claim', id: 'k1', status: 'draft', use: 'claim', created: '2026-11-20', patient: { reference: PATIENT }, provider: { reference: 'Practitioner/dr' },
    type: { coding: [{ code: 'professional' }] }, priority: { coding: [{ code: 'normal' }] }, insurance: [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/c1' } }],
    diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10' }] } }],
    item: [
      { sequence: 1, productOrService: { coding: [{ system: CPT, code: '99213' }] }, diagnosisSequence: [1], servicedDate: '2026-11-20', unitPrice: { value: 90, currency: 'USD' }, encounter: [{ reference: ENCOUNTER }] },
      { sequence: 4, productOrService: { coding: [{ system: CPT, code: '93000' }] }, diagnosisSequence: [1] },
    ],
  };
  const on = chart({ claims: [decodeClaim(current, references('https://ehr.test/fhir'))] });

  function written(suggestions: readonly Suggestion[], now: Claim = current): { readonly items: readonly ClaimItem[]; readonly note: string | null } {
    const made = plan(suggestions, on);
    const [step] = claimStep(made);
    const encoding = encode(step!);
    if (encoding.kind !== 'update') throw new Error('A claim is updated.');
    const { resource, note } = encoding.change(now, { plan: made, profile: generic, written: () => null });
    expect(() => { validate(resource); }).not.toThrow();
    return { items: (resource as Claim).item ?? [], note };
  }

  const told = (items: readonly ClaimItem[]) => items.map(({ sequence, productOrService, modifier = [], quantity }) =>
    [sequence, productOrService.coding?.[0]?.code, modifier.map((one) => one.coding?.[0]?.code).join(), quantity?.value]);

  it('keeps its lines and their numbers, and the new one comes after them', () => {
    expect(told(written([drug]).items)).toEqual([[1, '99213', '', undefined], [4, '93000', '', undefined], [5, 'J3301', '', 4]]);
  });

  it('has the accepted visit in the line of the other, without the charge of that one, and says so', () => {
    const { items, note } = written([visit]);
    expect(told(items)).toEqual([[1, '99214', '25', 1], [4, '93000', '', undefined]]);
    expect(items[0]).toMatchObject({ diagnosisSequence: [1], servicedDate: '2026-11-20' });
    expect(items[0]?.unitPrice).toBeUndefined();
    expect(note).toContain('price it');
  });

  it('does not double what stands there by now', () => {
    const [first, second] = current.item ?? [];
    const now = { ...current, item: [first!, second!, { sequence: 5, productOrService: { coding: [{ code: 'J3301' }] } }] };
    expect(told(written([drug], now).items)).toHaveLength(3);
  });

  it('loses the line that stood there only because one is required', () => {
    const uncoded: ClaimItem = { sequence: 1, productOrService: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }], text: 'Service not coded yet' } };
    expect(told(written([drug], { ...current, item: [uncoded] }).items)).toEqual([[1, 'J3301', '', 4]]);
  });

  it('as new, has them instead of an uncoded line; that of a stay without services is institutional', () => {
    const encoding = (made: WritePlan) => {
      const created = encode(claimStep(made)[0]!);
      if (created.kind !== 'create') throw new Error('A claim is created.');
      const resource = created.resource({ plan: made, profile: generic, written: () => null }) as Claim;
      expect(() => { validate(resource); }).not.toThrow();
      return resource;
    };
    expect(told(encoding(plan([drug])).item ?? [])).toEqual([[1, 'J3301', '', 4]]);
    const stay = chart({ encounter: { ...chart().encounter, setting: 'inpatient' } });
    expect(encoding(plan([suggestion('add', 'J18.9')], stay)).type.coding?.[0]?.code).toBe('institutional');
    expect(encoding(plan([suggestion('add', 'J18.9'), visit], stay)).type.coding?.[0]?.code).toBe('professional');
  });
});

describe('on an encounter that was billed', () => {
  const charted = condition('c1', 'I21.4');
  const billed = chart({ conditions: [charted], claims: [claim('k1', ['I21.4'], { status: 'active' })] });

  it.each<[string, Suggestion, string]>([
    ['a removal', removal('I21.4', 'resolved', charted), 'Pass on to compliance: remove I21.4 Title of I21.4 on an encounter that was billed already (the notes tell of it as past)'],
    ['a specification', specified('I21.4', 'I25.2', charted), 'Pass on to compliance: change I21.4 to I25.2 Title of I25.2 on an encounter that was billed already'],
    ['a removal of what only the claim has', suggestion('remove', 'I21.4', { reason: 'only-negated', charted: [{ reference: 'Claim/k1', version: '1' }] }), 'Pass on to compliance: remove I21.4 Title of I21.4 on an encounter that was billed already (the notes only negate it)'],
  ])('%s goes to compliance, and changes nothing', (_, one, says) => {
    const made = plan([one], billed);
    expect(made.steps.filter(({ to }) => to === 'hand')).toMatchObject([{ says, handOver: { by: 'list', to: 'compliance', why: expect.stringContaining('compliance') as string } }]);
    expect(made.steps.filter(({ to }) => to !== 'hand').map(({ action }) => action.kind)).toEqual(['attestation-provenance']);
    expect(handOverWords(made.steps)).toContain('compliance');
  });

  it('an addition is written, and billing hears of it', () => {
    const made = plan([suggestion('add', 'E66.811')], billed);
    expect(made.steps.map(({ action, to }) => [action.kind, to])).toEqual(expect.arrayContaining([['create-condition', 'ehr'], ['create-claim', 'hand']]));
  });

  it('a draft is no bill: removals are written there', () => {
    const draft = chart({ conditions: [charted], claims: [claim('k1', ['I21.4'])] });
    expect(plan([removal('I21.4', 'resolved', charted)], draft).steps.some(({ handOver }) => handOver !== null)).toBe(false);
  });
});
