import { describe, expect, it } from 'vitest';
import type { PreflightRow, ServerProfile } from '../../../../src/domain/model/index.ts';
import { DEFAULT_POLICY, PREFLIGHT_ACTIONS } from '../../../../src/domain/model/index.ts';
import { preflight } from '../../../../src/domain/preflight/index.ts';
import { companion, complete, epic, oracle } from '../../../support/writing.ts';

const ends = (profile: ServerProfile) => Object.fromEntries(preflight(profile, DEFAULT_POLICY).map((row) => [row.action, row.ends]));
const row = (profile: ServerProfile, action: PreflightRow['action'], policy = DEFAULT_POLICY) => preflight(profile, policy).find((one) => one.action === action)?.says;

describe('what will work with this EHR is told before anything is done', () => {
  it('one row an action, in order, each one plain sentence or two', () => {
    const rows = preflight(epic, DEFAULT_POLICY);
    expect(rows.map((one) => one.action)).toEqual(PREFLIGHT_ACTIONS);
    for (const { says } of rows) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  it('a server that takes everything', () => {
    expect(ends(complete)).toEqual({
      'add-encounter-diagnosis': 'ehr', 'add-problem': 'ehr', specify: 'ehr', remove: 'ehr', propose: 'ehr', 'draft-claim': 'ehr', query: 'ehr', attestation: 'ehr', 'remember-decisions': 'ehr', 'anchor-log': 'ehr',
    });
  });

  it('Epic alone, and beside a companion server', () => {
    expect(ends(epic)).toEqual({
      'add-encounter-diagnosis': 'hand', 'add-problem': 'ehr', specify: 'hand', remove: 'hand', propose: 'note', 'draft-claim': 'hand', query: 'note', attestation: 'note', 'remember-decisions': 'device', 'anchor-log': 'note',
    });
    expect(ends({ ...epic, companion })).toMatchObject({ propose: 'companion', 'draft-claim': 'companion', query: 'companion', attestation: 'companion', 'remember-decisions': 'companion', 'anchor-log': 'companion' });
  });

  it('nothing at all: by hand, and on this device', () => {
    expect(ends({ ...epic, create: [] })).toMatchObject({ 'add-problem': 'hand', propose: 'hand', query: 'hand', attestation: 'hand', 'remember-decisions': 'device', 'anchor-log': 'device' });
  });

  it('says to whom, in which form and why', () => {
    expect(row(epic, 'add-encounter-diagnosis')).toBe('An added diagnosis of this visit is handed over to you for the EHR\'s diagnoses of this visit, as words to copy. This EHR takes encounter diagnoses only in its own diagnosis activity. Enter it there.');
    expect(row({ ...epic, activities: ['problem-review'] }, 'specify')).toContain('whose screen is opened');
    expect(row(oracle, 'draft-claim')).toContain('for billing, as a file to save');
    expect(row(epic, 'add-problem')).toContain('as provisional');
  });

  it('a question says whether its answer comes back here', () => {
    expect(row(complete, 'query')).toContain('Its answer stands beside it.');
    for (const profile of [epic, { ...epic, create: [] }]) expect(row(profile, 'query')).toContain('It is answered in the chart.');
  });

  it('Oracle Health: which removals are written', () => {
    expect(row(oracle, 'remove')).toContain('One that is past or uncertain is written to this EHR.');
    expect(row(complete, 'remove')).not.toContain('past or uncertain');
  });

  it('an unconfirmed diagnosis is told of, unless the site wants Tasks alone', () => {
    expect(row(oracle, 'propose')).toContain('also stands in this EHR as unconfirmed');
    expect(row(oracle, 'propose', { ...DEFAULT_POLICY, proposals: 'task-only' })).not.toContain('unconfirmed');
  });
});
