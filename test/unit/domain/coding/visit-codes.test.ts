import { beforeAll, describe, expect, it } from 'vitest';
import { singleNoteChart } from '../../../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Analysis, type Knowledge, type NoteContext } from '../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

const DAY = '2026-03-01';

function read(text: string, setting: NoteContext['setting'] = 'outpatient'): Analysis {
  const type = setting === 'inpatient' ? 'discharge' : 'progress';
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting, noteType: type, authorRole: 'provider', serviceDate: DAY };
  const note = plainNote({ id: 'visit', text, type, date: DAY });
  return conclude(singleNoteChart(note, context, DAY), [analyzeNote(note, context, knowledge)], knowledge, DEFAULT_POLICY);
}

const codes = (text: string, setting?: NoteContext['setting']) => read(text, setting).suggestions.map(({ code }) => code).toSorted();
const rules = (text: string) => read(text).suggestions.flatMap((one) => one.rules.map(({ id }) => id));

describe('the side that the sentence says (I.B.13)', () => {
  it.each([
    ['Bilateral medial epicondylitis.', ['M77.01', 'M77.02']],
    ['Nuclear sclerotic cataracts, both eyes.', ['H25.13']],
    ['Trigger finger, in the left ring finger.', ['M65.342']],
    ['Laceration of right hand without foreign body.', ['S61.411A']],
    ['Carpal tunnel syndrome in the left wrist, and right knee pain.', ['G56.02', 'M25.561']],
  ])('%s', (sentence, expected) => {
    expect(codes(`ASSESSMENT\n${sentence}`)).toEqual(expected);
    expect(rules(`ASSESSMENT\n${sentence}`)).toContain('laterality');
  });

  it.each([
    ['Medial epicondylitis.', ['M77.00']],
    ['Medial epicondylitis, and right knee pain.', ['M25.561', 'M77.00']],
    ['Medial epicondylitis in the left or right elbow.', ['M77.00']],
    ['Gout in the right foot.', ['M10.9']],
    ['Osteoarthritis of right knee. Left knee pain.', ['M17.11', 'M25.562']],
  ])('leaves it open where it is not said of this: %s', (sentence, expected) => {
    expect(codes(`ASSESSMENT\n${sentence}`)).toEqual(expected);
  });
});

describe('the phase of an injury (I.C.19.a)', () => {
  it.each([
    ['Fracture of lower end of right radius.', ['S52.501A']],
    ['Fracture of lower end of right radius, subsequent encounter, routine healing.', ['S52.501D']],
    ['Distal radius fracture, left, with nonunion.', ['S52.502K']],
    ['Sprain of right ankle, healing well.', ['S93.401D']],
  ])('%s', (sentence, expected) => expect(codes(`ASSESSMENT\n${sentence}`)).toEqual(expected));

  it('reads nonunion as nothing of a sprain', () => {
    expect(codes('ASSESSMENT\nSprain of right ankle; no nonunion of the old fracture.')).toContain('S93.401A');
  });
});

describe('long-term drugs that the note names (I.C.21.c.3)', () => {
  it.each([
    ['MEDICATIONS\nLantus 30 units\nmetformin 1000 mg bid\nASSESSMENT\nType 2 diabetes, stable.', ['E11.9', 'Z79.4', 'Z79.84']],
    ['MEDICATIONS\nOzempic weekly\nASSESSMENT\nType 2 diabetes, stable.', ['E11.9', 'Z79.85']],
    ['MEDICATIONS\nEliquis 5 mg bid\nASSESSMENT\nParoxysmal atrial fibrillation.', ['I48.0', 'Z79.01']],
    ['ASSESSMENT\nCAD: continue Plavix and aspirin 81 mg.', ['I25.10', 'Z79.02', 'Z79.82']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));

  it.each([
    ['without diabetes', 'MEDICATIONS\nmetformin 500 mg\nASSESSMENT\nPolycystic ovary syndrome.', 'Z79.84'],
    ['in type 1 diabetes, which needs it', 'MEDICATIONS\nHumalog pens\nASSESSMENT\nType 1 diabetes.', 'Z79.4'],
    ['begun only now', 'ASSESSMENT\nType 2 diabetes: start metformin.', 'Z79.84'],
    ['stopped', 'ASSESSMENT\nAtrial fibrillation: warfarin was discontinued.', 'Z79.01'],
    ['not taken', 'ASSESSMENT\nType 2 diabetes, not on insulin.', 'Z79.4'],
    ['an allergy', 'ALLERGIES\nclopidogrel\nASSESSMENT\nCAD, stable.', 'Z79.02'],
    ['a relative’s', 'FAMILY HISTORY\nMother on warfarin\nASSESSMENT\nCAD, stable.', 'Z79.01'],
    ['a drip in hospital', 'HOSPITAL COURSE\nInsulin drip for DKA.\nASSESSMENT\nType 2 diabetes.', 'Z79.4'],
  ])('not %s', (_, text, code) => expect(codes(text)).not.toContain(code));
});

describe('conditions that are presumed related or are one code', () => {
  it.each([
    ['Type 2 diabetes with neuropathy.', ['E11.40']],
    ['Type 2 diabetes.\nPeripheral neuropathy.', ['E11.42']],
    ['Type 1 diabetes.\nNeuropathy.', ['E10.40']],
    ['Type 2 diabetes mellitus with diabetic polyneuropathy and hyperglycemia.', ['E11.42', 'E11.65']],
    ['Type 2 diabetes.\nRetinopathy.', ['E11.319']],
    ['Type 2 diabetes.\nPeripheral vascular disease.', ['E11.51']],
    ['CAD.\nUnstable angina.', ['I25.110']],
    ['CAD.\nAngina.', ['I25.119']],
    ['COPD.\nPneumonia.', ['J18.9', 'J44.0']],
    ['COPD exacerbation.\nPneumonia.', ['J18.9', 'J44.0', 'J44.1']],
    ['Lumbar disc herniation L4-L5.\nLumbar radiculopathy.', ['M51.16']],
    ['Acute cystitis.\nGross hematuria.', ['N30.01']],
    ['Alcoholic cirrhosis.\nAscites.', ['K70.31']],
    ['Alzheimer disease, late onset.', ['F02.80', 'G30.1']],
    ['Right diabetic foot ulcer.', ['E11.621', 'L97.519']],
    ['ESRD on hemodialysis.\nHypertension.', ['I12.0', 'N18.6', 'Z99.2']],
  ])('%j', (lines, expected) => expect(codes(`ASSESSMENT\n${lines}`)).toEqual(expected));

  it.each([
    ['Neuropathy.', ['G62.9']],
    ['Type 2 diabetes.\nNo neuropathy.', ['E11.9']],
    ['Type 2 diabetes. Elevated blood sugar this morning.', ['E11.9']],
    ['Peripheral vascular disease.', ['I73.9']],
    ['COPD.\nPneumonia excluded.', ['J44.9']],
    ['Lumbar radiculopathy.', ['M54.16']],
    ['Hypertension.\nHer mother has chronic kidney disease.', ['I10']],
    ['Heel pressure ulcer.\nType 2 diabetes.', ['E11.9', 'L89.609']],
  ])('but not %j', (lines, expected) => expect(codes(`ASSESSMENT\n${lines}`)).toEqual(expected));

  it('takes a neuropathy told in the history for the assessed diabetes, and not one of the past', () => {
    expect(codes('HPI\nHe has neuropathy, worse at night.\nASSESSMENT\nType 2 diabetes.')).toEqual(['E11.40']);
    expect(codes('PAST MEDICAL HISTORY\nneuropathy\nASSESSMENT\nType 2 diabetes.')).toEqual(['E11.9']);
  });
});

describe('codes that may not stand beside each other', () => {
  it('drops former tobacco use beside dependence, and keeps it alone', () => {
    expect(codes('ASSESSMENT\nNicotine dependence, cigarettes. Long history of smoking.')).toEqual(['F17.210']);
    expect(codes('ASSESSMENT\nFormer smoker.')).toEqual(['Z87.891']);
  });

  it('reports a pregnancy as incidental only where the provider says so (I.C.15.a.1)', () => {
    expect(codes('ASSESSMENT\nAnkle sprain. She is pregnant.')).not.toContain('Z33.1');
    expect(codes('ASSESSMENT\nAnkle sprain. Pregnant state, incidental to the injury.')).toContain('Z33.1');
  });
});

describe('the body mass index beside its diagnosis (I.B.14)', () => {
  it('is reported with the obesity that a provider states', () => {
    expect(codes('VITALS\nBMI 45.0\nASSESSMENT\nClass 3 obesity.')).toEqual(['E66.813', 'Z68.42']);
    expect(codes('VITALS\nBMI: 33.4 kg/m2\nASSESSMENT\nObesity.')).toEqual(['E66.9', 'Z68.33']);
  });

  it.each([
    ['without a diagnosis', 'VITALS\nBMI 33.4\nASSESSMENT\nHypertension.'],
    ['a goal', 'ASSESSMENT\nObesity, goal BMI 27.'],
    ['two different ones', 'VITALS\nBMI 33.4\nASSESSMENT\nObesity, BMI 36.1.'],
    ['a child', '9 year-old boy. BMI 31.\nASSESSMENT\nObesity.'],
  ])('not %s', (_, text) => expect(codes(text).filter((code) => code.startsWith('Z68'))).toEqual([]));
});

describe('symptoms under the title of a diagnosis', () => {
  it('are left to the diagnosis, and stand as a title of their own', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Diabetes type 2.\n- He reports fatigue and dizziness.\n\n2. Rash.\n- Itchy.')).toEqual(['E11.9', 'R21']);
  });

  it('nocturia is reported beside prostatic hyperplasia (tabular N40.1)', () => {
    expect(codes('ASSESSMENT\n1. BPH with lower urinary tract symptoms\n2. Nocturia')).toEqual(['N40.1', 'R35.1']);
  });
});

describe('what was done for good (I.C.21.c.3)', () => {
  it.each([
    ['RESULTS\nDevice check: dual-chamber ICD in situ.\nASSESSMENT\nHypertension.', ['I10', 'Z95.810']],
    ['SURGICAL HISTORY\nRight total knee replacement 2019\nASSESSMENT\nHypertension.', ['I10', 'Z96.651']],
    ['PMH: status post kidney transplant 2015.\nASSESSMENT\nHypertension.', ['I10', 'Z94.0']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));

  it.each([
    'FAMILY HISTORY\nFather has a pacemaker.\nASSESSMENT\nHypertension.', 'HPI\nNo pacemaker.\nASSESSMENT\nHypertension.',
    'HPI\nEvaluation for kidney transplant.\nASSESSMENT\nHypertension.', 'SURGICAL HISTORY\nColostomy status, reversed 2020\nASSESSMENT\nHypertension.',
  ])('not %j', (text) => expect(codes(text)).toEqual(['I10']));
});

describe('what ended within the stay (III)', () => {
  it('is reported at discharge, and not of an office visit', () => {
    expect(codes('HOSPITAL COURSE\nAKI, resolved with fluids.', 'inpatient')).toEqual(['N17.9']);
    expect(codes('ASSESSMENT\nAKI, resolved with fluids.')).toEqual([]);
    expect(codes('HOSPITAL COURSE\nPrior AKI in 2019.', 'inpatient')).toEqual([]);
  });
});

describe('words that are part of something else, or of advice', () => {
  it.each([
    'Stroke volume was normal.', 'Weight loss discussed.', 'Continue the diabetic diet.', 'Referred to the stroke clinic.', 'Rapid strep sent.', 'Asthma action plan given.',
    'Reviewed the ABCDEs of melanoma.', 'We reviewed what to do for an asthma exacerbation.', 'Stroke warning signs reviewed.', 'Safety-netted re pyelonephritis.', 'I explained that gout can damage joints.', 'RSV vaccine recommended.',
  ])('%s', (sentence) => expect(codes(`PLAN\n${sentence}`)).toEqual([]));

  it.each([
    ['Depression, ST segments normal.', 'F32.A'], ['Weight loss of 20 lb, unexplained.', 'R63.4'], ['Acute melanoma of the back.', 'C43.59'], ['Asthma exacerbation, plan given.', 'J45.901'],
  ])('but %s', (sentence, code) => expect(codes(`PLAN\n${sentence}`)).toContain(code));
});
