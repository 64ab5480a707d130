import { beforeAll, describe, expect, it } from 'vitest';
import { proposeCodes } from '../../../../src/domain/coding/propose.ts';
import { DEFAULT_POLICY, type Knowledge } from '../../../../src/domain/model/index.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';
import { chart, type ChartBuilder } from '../../../support/chart.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const propose = (built: ChartBuilder) => proposeCodes(built.build(), built.findings(), knowledge, DEFAULT_POLICY);
/** `add I10`, `specify E66.9 → E66.811`, `remove I26.99`. */
const said = (built: ChartBuilder) =>
  propose(built).suggestions.map(({ action, code, from }) => (from === undefined ? `${action} ${code}` : `${action} ${from} → ${code}`));

describe('what the visit’s notes support', () => {
  it('adds what a provider assessed', () => {
    expect(said(chart().age(52).note('A/P: Hypertension, at goal.').says('I10', 'present', 'Hypertension', 'assessment'))).toEqual(['add I10']);
  });

  it.each(['denied', 'failed'] as const)('calls nothing missing while the charted diagnoses are unread (%s), and says so', (how) => {
    const built = chart().age(52).note('A/P: Hypertension, at goal.').says('I10', 'present', 'Hypertension', 'assessment');
    expect(said(built[how]('Condition'))).toEqual([]);
    expect(propose(built[how]('Condition')).leftOut).toMatchObject([{ code: 'I10', why: expect.stringContaining('could not be read') }]);
    expect(said(built[how]('Condition', 'category=problem-list-item'))).toEqual(['add I10']);
    expect(said(built[how]('Observation'))).toEqual(['add I10']);
  });

  it.each(['absent', 'possible', 'historical', 'family', 'hypothetical', 'other-person'] as const)('never adds what is %s', (status) => {
    const built = chart().note('A/P: pneumonia.').says('J18.9', status, 'pneumonia', 'assessment');
    expect(said(built)).toEqual([]);
    expect(propose(built).leftOut).toMatchObject([{ code: 'J18.9' }]);
  });

  it('codes the uncertain at inpatient discharge, and nowhere else (II.H, IV.H)', () => {
    const summary = (type: 'discharge' | 'progress') => chart().note('Probable pneumonia.', { type }).says('J18.9', 'possible', 'pneumonia', 'discharge-diagnosis');
    expect(said(summary('discharge').setting('inpatient'))).toEqual(['add J18.9']);
    expect(said(summary('progress').setting('inpatient'))).toEqual([]);
    expect(said(summary('discharge').setting('observation'))).toEqual([]);
    expect(said(chart().setting('inpatient').note('Likely COVID-19.', { type: 'discharge' }).says('U07.1', 'possible', 'COVID-19', 'discharge-diagnosis'))).toEqual([]);
  });

  it('leaves out what stands in the history only, when the note has an assessment', () => {
    const built = chart().note('PMH: asthma. A/P: Hypertension.').says('J45.909', 'present', 'asthma', 'past-history').says('I10', 'present', 'Hypertension', 'assessment');
    expect(said(built)).toEqual(['add I10']);
  });

  it('takes the fuller code from anywhere in the visit’s notes', () => {
    const built = chart().note('HPI: CKD stage 3b. A/P: CKD stable.').says('N18.32', 'present', 'CKD stage 3b', 'hpi').says('N18.9', 'present', 'CKD stable', 'assessment');
    expect(said(built)).toEqual(['add N18.32']);
  });

  it('keeps the general code where the notes name two different fuller ones', () => {
    const built = chart().note('HPI: CKD 3a, CKD 3b. A/P: CKD stable.')
      .says('N18.31', 'present', 'CKD 3a', 'hpi').says('N18.32', 'present', 'CKD 3b', 'hpi').says('N18.9', 'present', 'CKD stable', 'assessment');
    expect(propose(built).suggestions).toMatchObject([{ code: 'N18.9', alternatives: [{ code: 'N18.31' }, { code: 'N18.32' }] }]);
  });

  it('leaves out symptoms that the diagnosis explains, and keeps others', () => {
    const built = chart().note('A/P: pneumonia with cough. Rash.').says('J18.9', 'present', 'pneumonia', 'assessment')
      .says('R05.9', 'present', 'cough', 'assessment').says('R21', 'present', 'Rash', 'assessment');
    expect(said(built)).toEqual(['add J18.9', 'add R21']);
    expect(propose(built).leftOut).toContainEqual(expect.objectContaining({ code: 'R05.9', why: expect.stringContaining('I.B.5') }));
  });

  it('takes a screening done elsewhere for what it is', () => {
    const built = (text: string) => chart().note(text).says('Z12.2', 'present', 'lung cancer screening', 'plan');
    expect(said(built('Ordered low-dose CT, lung cancer screening.'))).toEqual(['add Z12.2']);
    expect(said(built('For lung cancer screening: CT done in August elsewhere.'))).toEqual([]);
  });

  it('takes no diagnosis from a nurse, a draft or a superseded note', () => {
    for (const options of [{ role: 'nurse' }, { status: 'preliminary' }, { status: 'superseded' }] as const) {
      const built = chart().note('Pressure injury.', options).says('L89.90', 'present', 'Pressure injury', 'assessment');
      expect(said(built), JSON.stringify(options)).toEqual([]);
      expect(propose(built).leftOut).toHaveLength(1);
    }
  });

  it('suggests nothing for another visit’s note', () => {
    expect(said(chart().note('A/P: gout.', { encounter: 'Encounter/other' }).says('M10.9', 'present', 'gout', 'assessment'))).toEqual([]);
  });

  it('says it cannot tell outside the loaded releases', () => {
    const built = chart().asOf('2031-01-05T09:00:00Z').note('A/P: Hypertension.').says('I10', 'present', 'Hypertension', 'assessment');
    expect(propose(built)).toEqual({ release: null, suggestions: [], leftOut: [], precheck: [] });
  });

  it('quotes the sentence verbatim', () => {
    const built = chart().note('A/P: Hypertension, at goal.').says('I10', 'present', 'Hypertension', 'assessment');
    const [suggestion] = propose(built).suggestions;
    for (const evidence of suggestion!.evidence) {
      if (evidence.kind !== 'quote') throw new Error('expected a quote');
      expect(built.build().notes[0]!.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      expect(evidence.marks.map(({ start, end }) => built.build().notes[0]!.text.slice(start, end))).toContain('Hypertension');
    }
  });
});

describe('conditions that are presumed related ("with", I.A.15)', () => {
  const both = (first: string, second: string) =>
    chart().note('A/P: first and second.').says(first, 'present', 'first', 'assessment').says(second, 'present', 'second', 'assessment');

  it.each([
    ['I10', 'I50.22', ['add I11.0', 'add I50.22']],
    ['I10', 'N18.31', ['add I12.9', 'add N18.31']],
    ['I10', 'N18.6', ['add I12.0', 'add N18.6']],
    ['E11.9', 'N18.32', ['add E11.22', 'add N18.32']],
    ['I10', 'E78.5', ['add I10', 'add E78.5']],
  ])('%s with %s', (first, second, expected) => {
    expect(said(both(first, second)).toSorted()).toEqual(expected.toSorted());
  });

  it('joins all three into I13', () => {
    const built = both('I10', 'I50.22').says('N18.31', 'present', 'second.', 'assessment');
    expect(said(built).toSorted()).toEqual(['add I13.0', 'add I50.22', 'add N18.31']);
  });

  it('changes the charted partner when the note states the other', () => {
    const built = chart().encounterDiagnosis('I10').note('A/P: HFrEF.').says('I50.20', 'present', 'HFrEF', 'assessment');
    expect(said(built)).toEqual(['specify I10 → I11.0', 'add I50.20']);
  });

  it('does not rewrite two charted codes of which the note says nothing', () => {
    expect(said(chart().encounterDiagnosis('I10').encounterDiagnosis('N18.31').note('A/P: rash.').says('R21', 'present', 'rash', 'assessment'))).toEqual(['add R21']);
  });
});

describe('against what is charted', () => {
  it('is silent about what is already there', () => {
    expect(said(chart().encounterDiagnosis('I10').note('A/P: Hypertension.').says('I10', 'present', 'Hypertension', 'assessment'))).toEqual([]);
  });

  it('is silent about a general word for a charted specific code', () => {
    expect(said(chart().encounterDiagnosis('N18.32').note('A/P: CKD.').says('N18.9', 'present', 'CKD', 'assessment'))).toEqual([]);
  });

  it('makes an unspecific charted code specific', () => {
    const built = chart().encounterDiagnosis('E66.9').note('A/P: class 1 obesity.').says('E66.811', 'present', 'class 1 obesity', 'assessment');
    expect(propose(built).suggestions).toMatchObject([{ action: 'specify', from: 'E66.9', code: 'E66.811', charted: [{ reference: 'Condition/c1' }] }]);
  });

  it('does not take another condition of the category for a fuller one', () => {
    const built = chart().encounterDiagnosis('M25.50').note('A/P: effusion of the right knee.').says('M25.461', 'present', 'effusion of the right knee', 'assessment');
    expect(said(built)).toEqual(['add M25.461']);
  });

  it('adds for the encounter what only the problem list has', () => {
    expect(said(chart().problem('I10').note('A/P: Hypertension.').says('I10', 'present', 'Hypertension', 'assessment'))).toEqual(['add I10']);
  });
});

describe('a charted diagnosis that the notes only deny', () => {
  const embolism = () => chart().encounterDiagnosis('I26.99');

  it('is removed when only negated', () => {
    const built = embolism().note('CT: no pulmonary embolism.').says('I26.99', 'absent', 'pulmonary embolism', 'results');
    expect(propose(built).suggestions).toMatchObject([{ action: 'remove', code: 'I26.99', reason: 'only-negated', evidenceFirst: true }]);
  });

  it('is removed when only a relative has it', () => {
    const built = chart().encounterDiagnosis('C50.919').note('FH: mother with breast cancer.').says('C50.919', 'family', 'breast cancer', 'family-history');
    expect(propose(built).suggestions).toMatchObject([{ action: 'remove', reason: 'only-family' }]);
  });

  it('stays when the assessment says that it is there', () => {
    const built = embolism().note('No pulmonary embolism today. PE here.').says('I26.99', 'absent', 'pulmonary embolism', 'results').says('I26.99', 'present', 'PE', 'assessment');
    expect(said(built).filter((line) => line.startsWith('remove'))).toEqual([]);
  });

  it('goes where another sentence calls it possible, in an outpatient visit; in a stay that is not over it stays', () => {
    const built = embolism().note('No pulmonary embolism today. PE?').says('I26.99', 'absent', 'pulmonary embolism', 'results').says('I26.99', 'possible', 'PE', 'assessment');
    expect(propose(built).suggestions).toMatchObject([{ action: 'remove', code: 'I26.99', reason: 'ruled-out' }]);
    expect(said(built.setting('inpatient'))).toEqual([]);
  });

  it('stays when no note speaks of it', () => {
    expect(said(embolism().note('A/P: rash.').says('R21', 'present', 'rash', 'assessment'))).toEqual(['add R21']);
  });

  it('stays while a note of the visit could not be read', () => {
    const built = embolism().note('No pulmonary embolism.').says('I26.99', 'absent', 'pulmonary embolism', 'results');
    expect(said(built.unreadableNote())).toEqual([]);
    expect(said(built.denied('DocumentReference'))).toEqual([]);
  });

  it('stays when a draft says that it is there', () => {
    const built = embolism().note('No pulmonary embolism.').says('I26.99', 'absent', 'pulmonary embolism', 'results')
      .note('PE confirmed.', { status: 'preliminary' }).says('I26.99', 'present', 'PE', 'assessment');
    expect(said(built)).toEqual([]);
  });

  it('is removed though the film was ordered to rule it out', () => {
    const built = chart().encounterDiagnosis('J18.9').note('Indication: r/o pneumonia. Impression: no pneumonia.')
      .says('J18.9', 'possible', 'r/o pneumonia', 'indication').says('J18.9', 'absent', 'no pneumonia', 'impression');
    expect(said(built)).toEqual(['remove J18.9']);
  });

  it('is not taken from the problem list', () => {
    expect(said(chart().problem('I26.99').note('No pulmonary embolism.').says('I26.99', 'absent', 'pulmonary embolism', 'results'))).toEqual([]);
  });

  it('is not removed because a neighbour of its category is denied', () => {
    expect(said(chart().encounterDiagnosis('M54.50').note('No neck pain.').says('M54.2', 'absent', 'neck pain', 'ros'))).toEqual([]);
  });
});
