import { describe, expect, it } from 'vitest';
import { guidelineRules } from '../../../../src/domain/coding/rule-ids.ts';
import { CATALOGUE } from '../../../../src/domain/gaps/catalogue.ts';
import { DEFAULT_POLICY } from '../../../../src/domain/model/index.ts';
import { checkPolicy } from '../../../../src/domain/policy/check-policy.ts';
import { POLICY_FIELDS } from '../../../../src/domain/policy/fields.ts';
import { knownRules } from '../../../../src/domain/policy/known-rules.ts';

const known = knownRules(CATALOGUE, guidelineRules());
const [rule] = CATALOGUE;

function faultsOf(file: unknown): readonly string[] {
  const checked = checkPolicy(file, known);
  return checked.ok ? [] : checked.faults.map(({ at, says }) => `${at}: ${says}`);
}

describe('a site’s policy file', () => {
  it('that says nothing leaves the default', () => {
    expect(checkPolicy({}, known)).toEqual({ ok: true, policy: DEFAULT_POLICY });
  });

  it('has every field of the policy and no other', () => {
    expect(Object.keys(POLICY_FIELDS).toSorted()).toEqual(Object.keys(DEFAULT_POLICY).toSorted());
  });

  it('may repeat the default in full', () => {
    expect(checkPolicy({ $schema: './site-policy.schema.json', ...DEFAULT_POLICY }, known)).toEqual({ ok: true, policy: DEFAULT_POLICY });
  });

  it('changes of an object what it names, and leaves the rest', () => {
    const checked = checkPolicy({ confidence: { secondPersonBelow: 0.6 }, audiences: { coder: ['documentation'] } }, known);
    expect(checked).toMatchObject({ ok: true, policy: { confidence: { show: 0.3, secondPersonBelow: 0.6 }, audiences: { coder: ['documentation'], clinician: ['documentation', 'care'] } } });
  });

  it('may add a rule, set its threshold and switch off a rule of the guidelines', () => {
    const own = { ...rule, id: 'own-rule' };
    expect(faultsOf({ rules: { add: [own], off: ['own-rule', 'hypertensive-heart-disease', 'laterality'] } })).toEqual([]);
  });

  it.each([
    ['a list', [], 'must be an object'],
    ['nothing', null, 'must be an object'],
    ['a field misspelt', { openCard: 3 }, '"openCard" is not known here; there are defaultTarget'],
    ['the nearest name', { openCard: 3 }, 'Is openCards meant?'],
    ['a field misspelt within', { confidence: { shown: 0.5 } }, '/confidence: "shown" is not known here; there are show, openEvidenceBelow, secondPersonBelow. Is show meant?'],
    ['a share above one', { confidence: { show: 30 } }, '/confidence/show: 30 stands here; it must be a number from 0 to 1.'],
    ['a share in words', { confidence: { show: 'low' } }, '/confidence/show: "low" stands here; it must be a number.'],
    ['half a day', { retentionDays: 0.5 }, '/retentionDays: 0.5 stands here; it must be a whole number from 0.'],
    ['no day at all', { retentionDays: 0 }, '/retentionDays: 0 stands here; it must be a whole number from 1 to 3650.'],
    ['never, where it may not be', { retentionDays: null }, '/retentionDays: null stands here'],
    ['yes', { readSensitive: 'yes' }, '/readSensitive: "yes" stands here; it must be true or false.'],
    ['a choice misspelt', { proposals: 'task' }, '/proposals: "task" stands here; it must be one of condition-claim-task, task-only.'],
    ['a role nobody has', { audiences: { doctor: [] } }, '/audiences: "doctor" is not known here; there are clinician, cdi, coder, auditor, unknown.'],
    ['a kind of gap that is none', { audiences: { cdi: ['quality'] } }, '/audiences/cdi/0: "quality" stands here; it must be one of documentation, care.'],
    ['a code with a blank', { escalate: { highRiskCodes: ['C50 9'] } }, '/escalate/highRiskCodes/0: "C50 9" stands here; it must be a code, or how it begins'],
    ['a pack without a file', { measurePacks: [{ period: 'calendar-year' }] }, '/measurePacks/0: "file" is missing: the name of the pack beside the policy.'],
    ['a pack from elsewhere', { measurePacks: [{ file: 'https://packs.example/a.json' }] }, '/measurePacks/0/file: "https://packs.example/a.json" stands here; it must be the name of a .json file beside the policy'],
    ['a period that is none', { measurePacks: [{ file: 'a.json', period: 'last-year' }] }, '/measurePacks/0/period: "last-year" stands here; it must be "calendar-year", or an object of "from" and "to".'],
    ['a period misspelt within', { measurePacks: [{ file: 'a.json', period: { from: '2026-01-01', til: '2026-12-31' } }] }, '/measurePacks/0/period: "til" is not known here; there are from, to.'],
    ['half a period', { measurePacks: [{ file: 'a.json', period: { from: '2026-01-01' } }] }, '/measurePacks/0/period: "to" is missing.'],
    ['a day that is none', { measurePacks: [{ file: 'a.json', period: { from: '2026-01-01', to: '2026-02-31' } }] }, '/measurePacks/0/period: 2026-02-31 is no day of the calendar.'],
    ['a period the wrong way round', { measurePacks: [{ file: 'a.json', period: { from: '2026-12-31', to: '2026-01-01' } }] }, '/measurePacks/0/period: It ends on 2026-01-01, before it begins on 2026-12-31.'],
    ['a rule misspelt', { rules: { off: ['obesity-no-diagnosi'] } }, '/rules/off/0: "obesity-no-diagnosi" is no rule. Is obesity-no-diagnosis meant?'],
    ['a rule that is none', { rules: { off: ['q'] } }, '/rules/off/0: "q" is no rule. The rules: countersign gaps --rules.'],
    ['a threshold of no rule', { rules: { thresholds: { 'obesity-no-diagnosi': { from: 1 } } } }, 'Is obesity-no-diagnosis meant?'],
    ['an own rule without a field', { rules: { add: [{ ...rule, id: 'own-rule', says: undefined }] } }, '/rules/add/0/says: Nothing stands here; it must be an object.'],
    ['an own rule under a name that is taken', { rules: { add: [rule] } }, '/rules/add/0/id: There is a rule'],
    ['an own rule twice', { rules: { add: [{ ...rule, id: 'own-rule' }, { ...rule, id: 'own-rule' }] } }, '/rules/add/1/id: There is a rule "own-rule" already.'],
    ['a value set that widens nothing', { valueSets: { mamography: [] } }, 'Is mammography meant?'],
    ['a coding without its system', { valueSets: { mammography: [{ code: '77067' }] } }, '/valueSets/mammography/0: "system" is missing.'],
    ['an end before the reminder', { queries: { remindAfterDays: 9 } }, '/queries/escalateAfterDays: 7 stands here; it must be more than the 9 of remindAfterDays, or null.'],
  ])('is refused with a sentence that tells the place: %s', (_what, file, says) => {
    expect(faultsOf(file).join('\n')).toContain(says);
  });

  it('is told of every fault at once', () => {
    expect(faultsOf({ openCard: 3, confidence: { show: 2, shown: 1 }, rules: { off: ['q'] }, queries: { remindAfterDays: 9 } })).toHaveLength(5);
  });

  it('sets a threshold within what the rule allows, and not beyond', () => {
    const [id, name, { between: [least, most] }] = CATALOGUE.flatMap((one) => Object.entries(one.thresholds).map(([named, threshold]) => [one.id, named, threshold] as const))[0]!;
    expect(faultsOf({ rules: { thresholds: { [id]: { [name]: most } } } })).toEqual([]);
    expect(faultsOf({ rules: { thresholds: { [id]: { [name]: most + 1 } } } }).join()).toContain(`${id} allows ${least} to ${most}`);
    expect(faultsOf({ rules: { thresholds: { [id]: { [`${name}s`]: most } } } }).join()).toContain(`Is ${name} meant?`);
  });
});
