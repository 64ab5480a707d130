import { describe, expect, it } from 'vitest';
import { lintQuery } from '../../../../src/domain/queries/lint/lint.ts';
import type { LintCode, LintableQuery } from '../../../../src/domain/queries/lint/types.ts';

const TAIL = ['Other (please specify)', 'Unable to determine'];
const SOUND: LintableQuery = {
  title: 'Clinical clarification 4/3',
  indicators: ['H&P 4/3: "jaundice, epigastric tenderness"', 'Lipase 1,900 on 4/3'],
  question: 'Please document the diagnosis, if any, that these findings represent in this patient.',
  options: ['Acute pancreatitis', 'Epigastric tenderness without pancreatitis', ...TAIL],
  format: 'multiple-choice',
};

/** A fault, and beside it the query that looks like it and has none. */
const PAIRS: readonly (readonly [code: LintCode, name: string, faulty: Partial<LintableQuery>, alike: Partial<LintableQuery>])[] = [
  ['leading-title', 'an answer as the title', { title: 'Placental abruption', ...answers(['US 4/3: retroplacental clot', 'OB 4/3: "painful bleeding, 32 wk"'], 'Placental abruption', 'Vaginal bleeding, cause not established') }, { title: 'Placental abruption, degree', ...answers(['US 4/3: retroplacental clot', 'OB 4/3: "abruption, 32 wk"'], 'Placental abruption', 'Vaginal bleeding, cause not established') }],
  ['leading-title', 'a type more exact than the record', { title: 'NSTEMI - please add', ...answers(['H&P 4/3: "ACS, chest pressure"', 'hs-TnT 341, 602 on 4/3'], 'NSTEMI', 'Unstable angina') }, { title: 'Type of myocardial infarction', ...answers(['H&P 4/3: "NSTEMI, chest pressure"', 'hs-TnT 341, 602 on 4/3'], 'Type 1 NSTEMI', 'Type 2 myocardial infarction') }],
  ['leading-title', 'an answer that no table knows', { title: 'Fat embolism syndrome', ...answers(['Ortho 4/3: petechiae, hypoxia after femur fracture'], 'Fat embolism syndrome', 'Hypoxia, cause not established') }, { title: 'Findings after femur fracture', ...answers(['Ortho 4/3: petechiae, hypoxia after femur fracture'], 'Fat embolism syndrome', 'Hypoxia, cause not established') }],
  ['leading-title', 'a disease, not its laboratory tests', { title: 'Tumor lysis', ...answers(['Uric acid 12.8 on 4/3', 'MAR 4/3: rasburicase'], 'Tumor lysis syndrome', 'Hyperuricemia') }, { title: 'Uric acid and phosphorus', ...answers(['Uric acid 12.8 on 4/3', 'MAR 4/3: rasburicase'], 'Tumor lysis syndrome', 'Hyperuricemia') }],
  ['leading-question', 'acute, where the record says chronic', { question: 'Please clarify the cause of the severe pancreatitis in this patient.', indicators: ['H&P 4/3: "chronic pancreatitis"'] }, { question: 'Please clarify the cause of the acute pancreatitis being treated in this patient.', indicators: ['H&P 4/3: "pancreatitis, NPO"', 'Lipase 1,900 on 4/3'] }],
  ['leading-question', 'a claim', { question: 'It appears this patient has fat embolism syndrome. Please clarify.', ...answers(['Ortho 4/3: petechiae, hypoxia after femur fracture'], 'Fat embolism syndrome', 'Hypoxia, cause not established') }, { question: 'Please clarify whether this patient has fat embolism syndrome or another diagnosis.', ...answers(['Ortho 4/3: petechiae, hypoxia after femur fracture'], 'Fat embolism syndrome', 'Hypoxia, cause not established') }],
  ['missing-indicators', 'pointers in many words', { indicators: ['Refer to radiology, ICU and ID notes for full details'] }, { indicators: ['Lipase 1,900 per ICU notes 4/3'] }],
  ['missing-indicators', 'as discussed', { indicators: ['Per flowsheet and labs, as discussed'] }, { indicators: ['Per flowsheet 4/3: lipase 1,900'] }],
  ['missing-indicators', 'something was seen', { indicators: ['Some skin areas were noted by nursing.'] }, { indicators: ['Some epigastric pain with lipase 1,900 was noted on 4/3.'] }],
  ['undated-indicators', 'a hospital day that nothing dates', { indicators: ['HD1: lipase 1,900', 'CT 4/5: peripancreatic stranding'] }, { indicators: ['HD1: lipase 1,900', 'H&P 4/3: "epigastric tenderness"'] }],
  ['indicator-not-from-this-record', 'another person by place', { indicators: [...SOUND.indicators, 'Patient in 412B 4/3: triglycerides 4,000'] }, { indicators: [...SOUND.indicators, 'Patient seen in room 412B 4/3: triglycerides 4,000'] }],
  ['indicator-not-from-this-record', 'many people', { indicators: [...SOUND.indicators, 'A textbook gives gallstones in 40% of people'] }, { indicators: [...SOUND.indicators, 'RD 4/3: eats 40% of meals'] }],
  ['indicator-not-from-this-record', 'an organism of an earlier stay', answers(['Sputum 4/3: MRSA', 'CXR 4/3: consolidation', 'Stay of 2019 (outside facility): Pseudomonas in sputum'], 'MRSA pneumonia', 'Pseudomonas pneumonia'), answers(['Sputum 4/3: MRSA and Pseudomonas', 'CXR 4/3: consolidation', 'Stay of 2019 (outside facility): Pseudomonas in sputum'], 'MRSA pneumonia', 'Pseudomonas pneumonia')],
  ['indicator-not-from-this-record', 'an earlier stay, not this one over the turn of a month', answers(['Clinic 2011: "cardiomyopathy, EF 30"', 'Visit 5/28/2026: ankle sprain; heart not examined'], 'Chronic systolic heart failure', 'No heart failure'), { title: 'Stay of 3/26-4/04/26: abdomen', indicators: ['H&P 3/27/26: "epigastric tenderness"', 'Lipase 1,900 on 4/02/26'], question: 'Please document the diagnosis, if any, that explains this patient’s findings of 3/26-3/28.' }],
  ['unsupported-option', 'purple intact skin is neither stage', answers(['RN 4/3: heel purple, intact, boggy', 'Attending 4/3: "heel pressure injury"'], 'Stage 4', 'Deep tissue pressure injury', { title: 'Pressure injury stage' }), answers(['RN 4/1: heel red, intact; WOCN 4/3: full thickness, slough', 'Attending 4/3: "heel pressure injury"'], 'Stage 3', 'Unstageable', { title: 'Pressure injury stage' })],
  ['unsupported-option', 'low glucose at 412', answers(['Glucose 412 on 4/3', 'PCP 4/3: "T2DM uncontrolled"'], 'Type 2 diabetes with hyperglycemia', 'Type 2 diabetes with hypoglycemia'), answers(['Glucose 412 and 41 on 4/3', 'PCP 4/3: "T2DM uncontrolled"'], 'Type 2 diabetes with hyperglycemia', 'Type 2 diabetes with hypoglycemia')],
  ['unsupported-option', 'a depressed episode with signs of mania', answers(['Psych 4/3: pressured speech, spending', 'MAR 4/3: lithium'], 'Bipolar disorder, current episode manic', 'Bipolar disorder, current episode depressed'), answers(['Psych 4/3: tearful, hopeless; prior mania', 'MAR 4/3: lithium'], 'Bipolar disorder, current episode depressed', 'Bipolar disorder, in partial remission')],
  ['single-option', 'three causes of pancreatitis', { ...answers(['H&P 4/3: "pancreatitis, EtOH 6/day"', 'US 4/3: gallstones; TG 2,980'], 'Gallstone pancreatitis'), question: 'Please clarify the cause of the pancreatitis in this patient.' }, { ...answers(['H&P 4/3: "pancreatitis"; EtOH level 0 on 4/3', 'US 4/3: CBD stone; TG 188'], 'Gallstone pancreatitis'), question: 'Please clarify the cause of the pancreatitis in this patient.' }],
  ['single-option', 'several causes of a low sodium', { ...answers(['Na 118 on 4/3, Uosm 510; HCTZ daily', 'H&P 4/3: "cirrhosis, hyponatremia"'], 'SIADH'), question: 'Please document the cause of the hyponatremia in this patient.' }, { ...answers(['Na 118 on 4/3, Uosm 510; HCTZ daily', 'Cirrhosis per H&P 4/3'], 'Hyponatremia'), question: 'Please clarify the clinical significance of the sodium of this patient.' }],
  ['not-patient-specific', 'a group', { question: 'Colleagues, whenever a diabetic on our panels has CKD, which of these do you write?' }, { title: 'Significance of findings in a patient with an infection' }],
];

describe('faults and their look-alikes', () => {
  it.each(PAIRS)('%s: %s', (code, _name, faulty, alike) => {
    expect(codesOf({ ...SOUND, ...faulty })).toContain(code);
    expect(codesOf({ ...SOUND, ...alike })).toEqual([]);
  });

  it('a remark on ranking that names a diagnosis in passing is that fault alone', () => {
    expect(codesOf({ ...SOUND, question: 'Please document the diagnosis, if any, in this patient. Class 2 obesity is an HCC gap for us.' })).toEqual(['mentions-quality-or-severity-score']);
  });

  it('a yes/no on a cited report may tell it in other words', () => {
    const report: LintableQuery = { title: 'Pathology 4/3', indicators: ['Path 4/3: adenocarcinoma, 3/18 nodes positive'], question: 'The pathologist reports adenocarcinoma with metastasis to nodes. Do you agree with these findings?', options: ['Yes', 'No', ...TAIL], format: 'yes-no' };
    expect(codesOf(report)).toEqual([]);
    expect(codesOf({ ...report, indicators: ['Op note 4/3: cecal mass'] })).toContain('introduces-new-diagnosis-yes-no');
  });

  it('where nothing is cited, nothing else is told of it', () => {
    expect(codesOf({ ...SOUND, indicators: ['See chart'], question: 'Please document any deficits attributable to this patient’s stroke.', options: ['Right hemiparesis', 'Aphasia', ...TAIL] })).toEqual(['missing-indicators']);
  });
});

function answers(indicators: readonly string[], first: string, second?: string, more: Partial<LintableQuery> = {}): Partial<LintableQuery> {
  return { indicators, options: [first, ...(second === undefined ? [] : [second]), ...TAIL], ...more };
}

function codesOf(query: LintableQuery): readonly LintCode[] {
  return [...new Set(lintQuery(query).map(({ code }) => code))];
}
