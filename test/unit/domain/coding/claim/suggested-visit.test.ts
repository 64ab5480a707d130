import { describe, expect, it } from 'vitest';
import type { ClaimFact, VisitLevel } from '../../../../../src/domain/model/index.ts';
import { suggestedVisit } from '../../../../../src/domain/coding/claim/suggested-services.ts';
import { fakeChart, LEVEL, quoteOf } from '../../../../support/app-fakes.ts';

const drafted = (code: string): ClaimFact => ({
  source: { reference: 'Claim/c1', version: '1' }, status: 'draft', use: 'claim', type: 'professional', created: '2026-11-18', proposed: false, insurer: null, provider: 'Practitioner/dr',
  encounters: ['Encounter/e1'], serviced: [], diagnoses: [],
  lines: [{ sequence: 1, coding: { system: 'http://www.ama-assn.org/go/cpt', code, display: null }, modifiers: [], units: 1, pointers: [], serviced: '2026-11-18' }],
});

describe('the supported visit as an item to decide on', () => {
  it('takes the place of the level that the draft has, and then its words are opened first', () => {
    expect(suggestedVisit(fakeChart({ claims: [drafted('99213')] }), LEVEL)).toMatchObject([{ code: '99214', instead: '99213', evidenceFirst: true }]);
  });

  it('asks for no such step where the draft has no visit, and for nothing where it has this one', () => {
    expect(suggestedVisit(fakeChart(), LEVEL)).toMatchObject([{ code: '99214', evidenceFirst: false }]);
    expect(suggestedVisit(fakeChart({ claims: [drafted('99214')] }), LEVEL)).toEqual([]);
  });

  it('says beside the visit only what is said of the service beside it', () => {
    const beside: VisitLevel = { ...LEVEL, also: [{ code: 'G2211', units: 1, modifiers: [] }], why: [...LEVEL.why, { element: 'also', says: 'Ongoing care.', evidence: [quoteOf('Class 1 obesity')] }] };
    const [visit, more] = suggestedVisit(fakeChart(), beside);
    expect(more).toMatchObject({ code: 'G2211', rules: [{ because: 'Ongoing care.' }], evidence: [{ quote: quoteOf('Class 1 obesity').quote }] });
    expect(visit?.rules[0]?.because).not.toContain('Ongoing care.');
  });
});
