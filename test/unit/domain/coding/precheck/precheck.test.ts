import { describe, expect, it } from 'vitest';
import { ageRange } from '../../../../../src/domain/coding/lock/age.ts';
import { precheck, type PrecheckContext, type PrecheckRecord } from '../../../../../src/domain/coding/precheck/precheck.ts';
import { precheckVisit } from '../../../../../src/domain/coding/precheck/of-visit.ts';
import { proposeCodes } from '../../../../../src/domain/coding/propose.ts';
import { DEFAULT_POLICY, type PrecheckFinding } from '../../../../../src/domain/model/index.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { chart } from '../../../../support/chart.ts';
import { suggested } from '../../../../support/suggested.ts';

const knowledge = await loadKnowledge();
const { codeSets, instructions, edits } = knowledge;
const codeSet = codeSets.inForce('2026-03-01')!;
const nothing: PrecheckRecord = { suggestions: [], said: [] };
const said = (...codes: string[]): PrecheckRecord => ({ suggestions: [], said: codes.map((code) => ({ code, title: codeSet.entry(code)!.title, evidence: [] })) });

function check(codes: string, record: PrecheckRecord = nothing, options: Partial<PrecheckContext> = {}): readonly PrecheckFinding[] {
  const context: PrecheckContext = { codeSet, otherReleases: [codeSets.inForce('2026-11-01')!], instructions, edits, age: null, sex: 'unknown', setting: 'office', ...options };
  return precheck(codes.split(' ').map((code) => ({ code, evidence: [] })), record, context);
}
const brief = (findings: readonly PrecheckFinding[]) => findings.map(({ rule, codes }) => `${rule}: ${codes.join(' ')}`);

describe('what fires', () => {
  it.each<[string, string, PrecheckRecord, string]>([
    ['a header', 'E11', nothing, 'needs-more-characters: E11'],
    ['a code of the next release', 'I42.00', nothing, 'not-in-release: I42.00'],
    ['a missing seventh character', 'S52.501', nothing, 'seventh-character: S52.501'],
    ['two types of diabetes', 'E10.9 E11.9', nothing, 'excludes1: E10.9 E11.9'],
    ['hypertensive kidney disease without its stage', 'I12.9', nothing, 'hypertensive-kidney-disease-stage: I12.9'],
    ['hypertensive heart failure without its type', 'I11.0 E78.5', nothing, 'hypertensive-heart-failure-type: I11.0'],
    ['a diabetic foot ulcer without its site', 'E11.621', nothing, 'diabetic-foot-ulcer-site: E11.621'],
    ['chemotherapy without the neoplasm', 'Z51.11', nothing, 'antineoplastic-encounter-neoplasm: Z51.11'],
    ['body mass index beside hypertension alone', 'I10 Z68.41', nothing, 'body-mass-alone: Z68.41'],
    ['dementia in a disease that is not there', 'I10 F02.80', nothing, 'code-first-missing: F02.80'],
    ['the disease that the notes name', 'I10 F02.80', said('G30.9'), 'code-first-missing: F02.80 G30.9'],
    ['an additional code that the notes name', 'E11.9', said('Z79.4'), 'use-additional: E11.9 Z79.4'],
    ['an additional code that waits among the suggestions', 'J44.9', { suggestions: [suggested('F17.210')], said: [] }, 'use-additional: J44.9 F17.210'],
    ['a side that the notes tell', 'M25.569', said('M25.561'), 'unspecified-though-documented: M25.569 M25.561'],
    ['a stage that the notes tell', 'N18.9', said('N18.32'), 'unspecified-though-documented: N18.9 N18.32'],
    ['two stages', 'N18.9', said('N18.31', 'N18.4'), 'unspecified-and-several-documented: N18.9 N18.31 N18.4'],
    ['two readings of the same words', 'J45.909', { suggestions: [suggested('J45.909', { alternatives: [{ code: 'J45.40', title: 'Moderate persistent asthma, uncomplicated' }] })], said: [] }, 'unspecified-though-documented: J45.909 J45.40'],
    ['a manifestation first', 'F02.80 G30.9', nothing, 'manifestation-first: F02.80'],
    ['an external cause first', 'W19.XXXA S52.501A', nothing, 'external-cause-last: W19.XXXA'],
    ['pregnancy behind another chapter', 'D50.9 O99.012', nothing, 'pregnancy-first: O99.012 D50.9'],
    ['heart failure before its hypertension', 'I50.22 I11.0', nothing, 'code-first: I11.0 I50.22'],
  ])('%s: %s', (_, codes, record, finding) => {
    const findings = check(codes, record);
    expect(brief(findings)).toEqual([finding]);
    for (const { says, fix, authority } of findings) expect([says, fix, authority].every((text) => text.length > 10)).toBe(true);
  });

  it.each<[string, string, Partial<PrecheckContext>, string]>([
    ['pregnancy at 70', 'O24.410', { age: ageRange('1956-01-01', '2026-03-01') }, 'age-conflict: O24.410'],
    ['a man’s ovarian cyst warns', 'N83.201', { sex: 'male' }, 'sex-conflict: N83.201'],
    ['an inpatient stay for a status', 'Z85.3 I10', { setting: 'inpatient' }, 'unacceptable-principal: Z85.3'],
    ['not told whether present on admission', 'N17.9', { setting: 'inpatient', presentOnAdmission: new Map([['N17.9', null]]) }, 'present-on-admission-untold: N17.9'],
    ['first, and arisen after admission', 'J95.821 I10', { setting: 'inpatient', afterAdmission: new Set(['J95.821']) }, 'principal-after-admission: J95.821'],
    ['pneumonia before the sepsis of an inpatient stay', 'J18.9 A41.9', { setting: 'inpatient' }, 'sepsis-first: A41.9 J18.9'],
  ])('%s: %s', (_, codes, options, finding) => {
    expect(brief(check(codes, nothing, options))).toEqual([finding]);
  });
});

describe('look-alikes that are in order', () => {
  it.each<[string, string, PrecheckRecord, Partial<PrecheckContext>]>([
    ['with placeholders and seventh character', 'T15.01XA', nothing, {}],
    ['COPD and asthma: Excludes2', 'J44.9 J45.40', nothing, {}],
    ['with its stage', 'I12.9 N18.31', nothing, {}],
    ['with its type', 'I11.0 I50.22', nothing, {}],
    ['obesity with its body mass index', 'E66.813 Z68.41', nothing, {}],
    ['etiology, then manifestation', 'G30.9 F02.80', nothing, {}],
    ['an additional code that the notes do not name', 'E11.9', nothing, {}],
    ['what the notes name and nothing asks for', 'E11.9', said('M54.50'), {}],
    ['what the list asks for and excludes beside another', 'J44.9 F17.210', said('Z87.891'), {}],
    ['a specific code, another side in the notes', 'M25.561', said('M25.562'), {}],
    ['weeks with the supervision of a pregnancy', 'Z34.82 Z3A.22', nothing, {}],
    ['another condition in the same words is no fuller code', 'J06.9', said('J11.1'), {}],
    ['another joint is no fuller code', 'M25.50', said('M17.11'), {}],
    ['unspecified, and the notes say no more', 'N18.9', said('I10'), {}],
    ['the fuller code stands already', 'M25.561 M25.562', said('M25.561'), {}],
    ['examination, then what was found', 'Z00.01 I10', nothing, {}],
    ['a perinatal condition in an adult', 'P91.60', nothing, { age: ageRange('1996-01-01', '2026-03-01') }],
    ['pregnant at 30', 'O24.410', nothing, { age: ageRange('1996-01-01', '2026-03-01'), sex: 'female' }],
    ['sex not known', 'N83.201', nothing, { sex: 'unknown' }],
    ['a status first, outpatient', 'Z85.3 I10', nothing, {}],
    ['arisen after admission: an answer', 'I10 N17.9', nothing, { setting: 'inpatient', presentOnAdmission: new Map([['N17.9', 'N'], ['I10', 'Y']]) }],
    ['tobacco before COPD: where an additional code stands makes nothing wrong', 'F17.210 J44.9', nothing, {}],
    ['nothing loaded: cannot tell', 'E10.9 E11.9', nothing, { instructions: null, edits: null }],
  ])('%s: %s', (_, codes, record, options) => {
    expect(brief(check(codes, record, options))).toEqual([]);
  });

  it('no diagnoses', () => {
    expect(precheck([], nothing, { codeSet, otherReleases: [], instructions, edits, age: null, sex: 'unknown', setting: 'inpatient' })).toEqual([]);
  });
});

describe('the precheck of a visit', () => {
  const visit = (built: ReturnType<typeof chart>) => {
    const dated = built.asOf('2026-03-01T09:40:00-05:00');
    return proposeCodes(dated.build(), dated.findings(), knowledge, DEFAULT_POLICY).precheck;
  };

  it('looks at what would stand, in the order that the claim will have', () => {
    expect(brief(visit(chart().encounterDiagnosis('N18.32').encounterDiagnosis('I12.9')))).toEqual([]);
    expect(brief(visit(chart().encounterDiagnosis('I12.9')))).toEqual(['hypertensive-kidney-disease-stage: I12.9']);
    expect(brief(visit(chart().encounterDiagnosis('E10.9').encounterDiagnosis('E11.9')))).toEqual(['excludes1: E10.9 E11.9']);
  });

  it('asks of an inpatient stay what nobody tells', () => {
    expect(brief(visit(chart().setting('inpatient').encounterDiagnosis('N17.9').encounterDiagnosis('I10')))).toContain('present-on-admission-untold: N17.9');
  });

  const named = (built: ReturnType<typeof chart>) => brief(visit(built.encounterDiagnosis('E11.9')));

  it('takes for the record what a provider states as present now', () => {
    const insulin = chart().note('Diabetes on long-term insulin.').says('Z79.4', 'present', 'long-term insulin', 'assessment');
    expect(named(insulin).some((finding) => finding.includes('Z79.4'))).toBe(true);
  });

  it.each([
    ['denied', chart().says('Z72.0', 'absent', 'no tobacco use')],
    ['uncertain', chart().says('Z72.0', 'possible', 'possible tobacco use')],
    ['a relative’s', chart().says('Z72.0', 'family', 'father uses tobacco')],
    ['on a carried list', chart().note('COPD, stable. Problem list: tobacco use').says('J44.9', 'present', 'COPD', 'assessment').says('Z72.0', 'present', 'tobacco use', 'problem-list')],
    ['a nurse’s word', chart().note('tobacco use', { role: 'nurse', type: 'nursing' }).says('Z72.0', 'present', 'tobacco use')],
  ])('does not take what is %s', (_, built) => {
    expect(brief(visit(built.encounterDiagnosis('J44.9'))).filter((finding) => finding.includes('Z72.0'))).toEqual([]);
  });

  it('says which suggestion mends it', () => {
    const stage = precheckVisit([{ code: 'I12.9', evidence: [] }], { suggestions: [suggested('N18.31')], said: [] }, {
      codeSet, otherReleases: [], instructions, edits, age: null, sex: 'unknown', setting: 'office',
    });
    expect(stage).toMatchObject([{ rule: 'hypertensive-kidney-disease-stage', mendedBy: ['N18.31'] }]);
  });
});
