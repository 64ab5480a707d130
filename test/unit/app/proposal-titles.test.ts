import { describe, expect, it } from 'vitest';
import type { CodeSets, ProposalFact } from '../../../src/domain/model/index.ts';
import { withReleaseTitles } from '../../../src/app/proposal-titles.ts';
import { chart } from '../../support/writing.ts';

const entries = new Map([['I10', { code: 'I10', title: 'Essential (primary) hypertension', billable: true, parent: null }], ['E11', { code: 'E11', title: 'Type 2 diabetes mellitus', billable: false, parent: null }]]);
const release = { release: 'FY2027', entry: (code: string) => entries.get(code) } as CodeSets['newest'];
const codeSets: CodeSets = { newest: release, loaded: [release], inForce: (day) => (day >= '2026-10-01' ? release : undefined) };

function proposalOf(code: string, title: string): ProposalFact {
  return {
    source: { reference: 'Task/t1', version: '1' }, status: 'open', proposer: 'Practitioner/coder', proposerName: null, at: null, encounter: null,
    item: { action: 'add', code, title, from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [] },
    quotes: [], facts: [], condition: null, claim: null, answer: null,
  };
}

const titleOf = (code: string, asOf = chart().encounter.start): string | undefined => {
  const { encounter } = chart();
  return withReleaseTitles(chart({ proposals: [proposalOf(code, 'Harmless words')], encounter: { ...encounter, start: asOf } }), codeSets).proposals[0]?.item.title;
};

describe('a proposed code is told in the words of the code set', () => {
  it('not in those of the Task that carries it', () => { expect(titleOf('I10')).toBe('Essential (primary) hypertension'); });
  it('says where it is a heading', () => { expect(titleOf('E11')).toBe('Type 2 diabetes mellitus (a heading of FY2027, not billable)'); });
  it('says where it is no code', () => { expect(titleOf('X00.Z')).toBe('(not a code of FY2027)'); });
  it('says where no release is in force on the day of service', () => { expect(titleOf('I10', '2019-01-02T09:00:00Z')).toBe('(no code set is loaded for the day of service)'); });
});
