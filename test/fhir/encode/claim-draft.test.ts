import type { Claim } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { previewClaim } from '../../../src/app/claim-preview.ts';
import type { Chart, ClaimDraft, DraftLine } from '../../../src/domain/model/index.ts';
import { payerOf } from '../../../src/domain/coding/services/payer.ts';
import { decodeClaim, decodeCoverage } from '../../../src/fhir/decode/claim.ts';
import { references } from '../../../src/fhir/decode/parse.ts';
import { EXTENSION } from '../../../src/fhir/encode/index.ts';
import { validate } from '../../../src/sandbox/fhir/validate.ts';
import { chart, claim, quote } from '../../support/writing.ts';

const line: DraftLine = { sequence: 1, code: '20610', system: 'cpt', title: 'Large joint or bursa aspirated or injected', modifiers: ['59', 'RT'], units: 1, pointers: [2], serviced: '2026-11-20', evidence: [quote] };
const professional: ClaimDraft = {
  kind: 'professional',
  diagnoses: [{ sequence: 1, code: 'I10', title: 'Essential (primary) hypertension', poa: null, isFirst: true }, { sequence: 2, code: 'M17.11', title: '', poa: null, isFirst: false }],
  lines: [line, { ...line, sequence: 2, code: 'J3301', system: 'hcpcs', modifiers: [], units: 4 }],
  refused: [{ what: 'Joint injection', why: 'The joint is not named.', evidence: [] }], notes: ['Modifier 25 stands on the visit.'],
};
const institutional: ClaimDraft = {
  kind: 'institutional', lines: [], refused: [], notes: [],
  diagnoses: (['Y', 'N', 'U', 'W', 'exempt', null] as const).map((poa, index) => ({ sequence: index + 1, code: `J1${index}.0`, title: '', poa, isFirst: index === 0 })),
};

function preview(draft: ClaimDraft, on: Chart = chart()): Claim {
  const made = previewClaim(on, draft);
  expect(() => { validate(made); }).not.toThrow();
  return made;
}

describe('a professional draft as FHIR', () => {
  const made = preview(professional);

  it('has its lines with system, modifiers, units, date, pointers and encounter', () => {
    expect(made.item).toMatchObject([
      {
        sequence: 1, diagnosisSequence: [2], productOrService: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '20610' }] }, servicedDate: '2026-11-20', quantity: { value: 1 }, encounter: [{ reference: 'Encounter/e1' }],
        modifier: [{ coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '59' }] }, { coding: [{ system: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'RT' }] }],
      },
      { sequence: 2, productOrService: { coding: [{ system: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J3301' }] }, quantity: { value: 4 } },
    ]);
  });

  it('is the billing practitioner\'s and names the active coverage', () => {
    expect(made).toMatchObject({ status: 'draft', use: 'claim', type: { coding: [{ code: 'professional' }] }, provider: { reference: 'Practitioner/dr' }, insurance: [{ coverage: { reference: 'Coverage/c1' } }] });
    expect(preview(professional, chart({ claims: [claim('k1', ['I10'], { provider: 'Organization/o' })] })).provider).toEqual({ reference: 'Organization/o' });
  });

  it('points each line to the version that it rests on, without words of the note', () => {
    expect(made.supportingInfo?.map(({ valueReference }) => valueReference?.reference)).toEqual(['DocumentReference/n1/_history/1']);
    expect(made.item?.map(({ informationSequence }) => informationSequence)).toEqual([[1], [1]]);
    expect(JSON.stringify(made)).not.toContain('lisinopril');
  });

  it('says what was not drafted and why', () => {
    expect(made.extension?.filter(({ url }) => url === EXTENSION.claimNote).map(({ valueString }) => valueString)).toEqual(['Modifier 25 stands on the visit.', 'Not drafted: Joint injection. The joint is not named.']);
  });

  it('is read back as it was written', () => {
    expect(decodeClaim({ ...made, id: 'k1' }, references('https://ehr.test/fhir')).lines).toEqual([
      { sequence: 1, coding: { system: 'http://www.ama-assn.org/go/cpt', code: '20610', display: null }, modifiers: ['59', 'RT'], units: 1, pointers: [2], serviced: '2026-11-20' },
      { sequence: 2, coding: { system: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J3301', display: null }, modifiers: [], units: 4, pointers: [2], serviced: '2026-11-20' },
    ]);
  });
});

describe('an institutional draft as FHIR', () => {
  const made = preview(institutional);

  it('tells what was present on admission; nothing of what is exempt or cannot be told', () => {
    expect(made.diagnosis?.map(({ onAdmission }) => onAdmission?.coding?.[0]?.code)).toEqual(['y', 'n', 'u', 'w', undefined, undefined]);
    expect(made.diagnosis?.[0]?.onAdmission?.coding?.[0]?.system).toBe('http://terminology.hl7.org/CodeSystem/ex-diagnosis-on-admission');
  });

  it('marks the principal diagnosis, and has one line without a service, since none is coded', () => {
    expect(made.diagnosis?.map(({ type }) => type?.[0]?.coding?.[0]?.code)).toEqual(['principal', ...Array.from({ length: 5 }, () => undefined)]);
    expect(made.item).toMatchObject([{ productOrService: { text: 'Service not coded yet' } }]);
  });
});

it('valid, too, with nothing in it', () => {
  expect(preview({ kind: 'professional', diagnoses: [], lines: [], refused: [], notes: [] }, chart({ coverages: [], encounter: { ...chart().encounter, practitioners: [], start: null } })).provider).toHaveProperty('extension');
});

describe('the payer', () => {
  it.each([
    ['by the type\'s words', { coding: [{ system: 'https://nahdo.org/sopt', code: '111', display: 'Managed care' }], text: 'Medicare Advantage (HMO)' }, undefined, 'medicare'],
    ['by the plan\'s name', { coding: [{ code: 'EHCPOL' }] }, 'State Medicaid', 'medicaid'],
    ['by its code where nothing is named', { coding: [{ code: '5' }] }, undefined, 'commercial'],
  ] as const)('%s', (_, type, plan, payer) => {
    const coverage = decodeCoverage({
      resourceType: 'Coverage', id: 'c', status: 'active', beneficiary: {}, payor: [], type: { ...type, coding: [...type.coding] },
      ...(plan === undefined ? {} : { class: [{ type: { text: 'plan' }, value: '1', name: plan }] }),
    }, references('https://ehr.test/fhir'));
    expect(payerOf({ coverages: [coverage] })).toBe(payer);
  });
});
