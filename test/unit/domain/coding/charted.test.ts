import { describe, expect, it } from 'vitest';
import { chartedDiagnoses, draftClaims } from '../../../../src/domain/coding/charted.ts';
import { chart, claim, condition } from '../../../support/writing.ts';

describe('what counts as charted for the encounter', () => {
  it.each([
    ['a confirmed diagnosis', { verificationStatus: 'confirmed' }, ['I10']],
    ['one that came with a proposal and was confirmed since', { verificationStatus: 'confirmed', machineAsserted: true }, ['I10']],
    ['an unconfirmed one that a person entered', { verificationStatus: 'unconfirmed' }, ['I10']],
    ['an unconfirmed one that came with a proposal', { verificationStatus: 'unconfirmed', machineAsserted: true }, []],
  ])('%s', (_, more, codes) => {
    expect(chartedDiagnoses(chart({ conditions: [condition('c1', 'I10', more)] })).map((d) => d.code)).toEqual(codes);
  });

  it('a draft claim counts, one that was only proposed does not, though it is a draft of this visit', () => {
    const on = chart({ claims: [claim('k1', ['E78.5']), claim('k2', ['I10'], { proposed: true })] });
    expect(chartedDiagnoses(on).map((d) => d.code)).toEqual(['E78.5']);
    expect(draftClaims(on)).toHaveLength(2);
  });

  it('a provisional diagnosis counts where the claim bills it; a proposed one, provisional since the EHR knows no unconfirmed, does not become charted by the claim', () => {
    const provisional = (machineAsserted: boolean) => chart({ conditions: [condition('c1', 'I10', { verificationStatus: 'provisional', machineAsserted })], claims: [claim('k1', ['I10'])] });
    expect(chartedDiagnoses(provisional(false))[0]?.conditions).toHaveLength(1);
    expect(chartedDiagnoses(provisional(true))[0]?.conditions).toEqual([]);
    expect(chartedDiagnoses(chart({ conditions: provisional(true).conditions, claims: [claim('k1', ['I10'], { proposed: true })] }))).toEqual([]);
  });
});
