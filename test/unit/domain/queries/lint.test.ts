import { describe, expect, it } from 'vitest';
import { lintQuery } from '../../../../src/domain/queries/lint/lint.ts';
import type { LintCode, LintableQuery } from '../../../../src/domain/queries/lint/types.ts';
import { queryLintPage } from '../../../../scripts/query-lint-page.ts';
import { SPARING_ROWS, WRITTEN_ROWS } from './lint-rows.ts';
import page from '../../../../docs/queries-lint.md?raw';

const SOUND: LintableQuery = {
  title: 'Creatinine 4/1-4/3',
  indicators: ['Creatinine 1.0 on 4/1, 2.6 on 4/3', 'H&P 4/3: "poor intake, hold lisinopril, IV fluids"', 'Dr. Ames 4/3: "pneumonia"'],
  question: 'Please clarify the clinical significance of the change in creatinine in this patient.',
  options: ['Acute kidney injury', 'Rise in creatinine without acute kidney injury', 'Other (please specify)', 'Unable to determine'],
  format: 'multiple-choice',
};
const YES_NO: Partial<LintableQuery> = { format: 'yes-no', options: ['Yes', 'No', 'Other (please explain)', 'Unable to determine'] };

function codesOf(change: Partial<LintableQuery>): readonly LintCode[] {
  return [...new Set(lintQuery({ ...SOUND, ...change }).map(({ code }) => code))];
}

const title = (text: string): Partial<LintableQuery> => ({ title: text });
const question = (text: string): Partial<LintableQuery> => ({ question: text });
const yesNo = (text: string): Partial<LintableQuery> => ({ ...YES_NO, question: text });
const first = (text: string): Partial<LintableQuery> => ({ options: [text, ...SOUND.options.slice(1)] });
const options = (...list: readonly string[]): Partial<LintableQuery> => ({ options: [...SOUND.options.slice(0, 2), ...list] });
const fact = (text: string): Partial<LintableQuery> => ({ indicators: [...SOUND.indicators, text] });
const facts = (...list: readonly string[]): Partial<LintableQuery> => ({ indicators: list });

interface Cases {
  readonly fires: readonly Partial<LintableQuery>[];
  readonly passes: readonly Partial<LintableQuery>[];
}

const CASES: Readonly<Partial<Record<LintCode, Cases>>> = {
  'leading-title': {
    fires: ['AKI documentation needed', 'Acute kidney injury', 'Sepsis opportunity', 'Missing: acute tubular necrosis', 'Severe pneumonia', 'Probable aspiration pneumonia', 'Add hyponatremia'].map(title),
    passes: ['Pneumonia clarification', 'Pneumonia - organism', 'Rise in creatinine', 'Documentation clarification: kidney function 4/3', 'Clarify type of pneumonia', 'Renal labs and fluids', 'Hypotension 4/3'].map(title),
  },
  'leading-question': {
    fires: ['Please document acute kidney injury.', 'The patient has AKI, please clarify.', "Wouldn't you agree that the kidneys were injured?", 'These values indicate acute tubular necrosis. Please clarify.', 'Kindly write AKI due to dehydration.', 'Please change "poor intake" to severe malnutrition.', 'CDI believes this is more than a lab finding. What is it?'].map(question),
    passes: ['Please document the diagnosis treated with IV fluids.', 'Please specify the organism of the pneumonia documented on 4/3.', 'Please clarify whether the rise in creatinine represents acute kidney injury or a lab finding.', 'In your clinical judgment, what explains the rise?', 'Please document the type of pneumonia, if known.', 'Based on your assessment, can the cause of the rise be further specified?', 'Pneumonia is documented on 4/3. Please confirm or rule out the diagnosis.'].map(question),
  },
  'preselected-answer': {
    fires: [...['[x] Acute kidney injury', '✓ Acute kidney injury', 'Acute kidney injury (recommended)', '**Acute kidney injury**', 'Acute kidney injury - default', 'ACUTE KIDNEY INJURY'].map(first), question('Please clarify. The first option is already checked for you.')],
    passes: [{ options: SOUND.options.map((option) => `[ ] ${option}`) }, { options: SOUND.options.map((option) => `* ${option}`) }, { options: SOUND.options.map((option, n) => `${n + 1}. ${option}`) }, first('AKI due to ATN'), options('Probable prerenal azotemia', 'Other: _____', 'Unable to determine'), question('Please select one of the options for this patient.')],
  },
  'mentions-reimbursement': {
    fires: ['This moves the DRG.', 'It affects reimbursement.', 'The payer will deny the stay.', 'It raises the RAF.', 'The case mix index would rise.', 'It is worth $3,000 to us.', 'The plan gets paid more.', 'Blue Cross would downgrade the stay.', 'We lose a lot on it as it stands.', 'It gives the stay a better weight.'].map((text) => question(`Please clarify the creatinine. ${text}`)),
    passes: [fact('SW 4/3: "cannot pay for insulin, lost insurance"'), fact('Patient denies pain 4/3'), question('Please clarify why doses were missed, given the cost of the drug the patient cannot afford.'), title('Dorsal root ganglion (DRG) stimulator pain'), fact('CT 4/3: CMI, SMA stenosis'), question('Please clarify the diagnosis behind the Medicaid patient’s rise in creatinine.')],
  },
  'mentions-quality-or-severity-score': {
    fires: ['It would count as an MCC.', 'It raises SOI and ROM.', 'Our star rating depends on it.', 'It is a PSI for us.', 'It lowers our mortality index.', 'It captures an HCC.', 'A hospital-acquired condition would be reported.', 'Observed mortality looks worse than expected.', 'It helps the surgeon scorecard.'].map((text) => question(`Please clarify the creatinine. ${text}`)),
    passes: [title('Limited ROM of the shoulder'), title('CC: dyspnea'), fact('PHQ-9 17 on 4/3, NIHSS 12, Braden 14'), question('Please specify the severity of the pneumonia; pneumonia severity index (PSI) 110 on 4/3.'), title('HCC, segment 6 of the liver'), { title: 'HCC surveillance', indicators: ['MRI liver 4/2: LI-RADS 5', 'Clinic 4/2: "HCC"'] }, question('How does the pneumonia affect quality of life and mortality risk in this patient?'), fact('500 cc blood 4/3, motorcycle crash (MCC)')],
  },
  'introduces-new-diagnosis-yes-no': {
    fires: ['Does the patient have acute kidney injury?', 'Can ATN be added?', 'Is this septic shock?', 'Would you agree that he has severe malnutrition?', 'Was hyponatremia treated?', 'Should we document Takotsubo in the summary?', 'Was sepsis present on admission on 4/1?'].map(yesNo),
    passes: ['Was the pneumonia documented on 4/3 present on admission?', 'Was the pneumonia present on admission?', 'Do you agree with the finding of the radiologist on 4/3?', 'Is the pneumonia documented on 4/3 confirmed?', 'Was the lisinopril held because of the rise in creatinine?', 'Was the low intake present at the time of the inpatient order on 4/1?', 'Is the rise in creatinine clinically significant?'].map(yesNo),
  },
  'no-other-option': {
    fires: [options('Unable to determine'), options('Undetermined', 'None of the above'), options('Other cardiomyopathy', 'Undetermined'), options('Delirium of other cause', 'Undetermined'), { ...YES_NO, question: 'Was the pneumonia present on admission?', options: ['Yes', 'No', 'Undetermined'] }, options('Clinically undetermined', 'Chronic anemia, other')],
    passes: ['Other', 'Other: ______', 'Other explanation of clinical findings', 'Some other condition (please document)', 'Another diagnosis', 'Other diagnosis not listed above'].map((other) => options(other, 'Undetermined')),
  },
  'no-undetermined-option': {
    fires: [options('Other'), options('Other', 'Fever of unknown origin'),  options('Other', 'Anemia, unspecified'), options('Other', 'Not clinically significant'), { ...YES_NO, question: 'Was the pneumonia present on admission?', options: ['Yes', 'No', 'Other'] }, options('Other (specify)', 'None')],
    passes: ['Unable to determine', 'Clinically undetermined', 'Cannot be determined at this time', 'Unable to clinically determine', 'Not able to determine', 'Unknown', 'Insufficient information'].map((undetermined) => options('Other', undetermined)),
  },
  'missing-indicators': {
    fires: [facts(), facts(''), facts('See chart'), facts('Please refer to H&P and labs'), facts('N/A'), facts('Clinical indicators: see above', 'Documentation reviewed')],
    passes: [facts('Creatinine 2.6 on 4/3'), facts('See chart', 'Creatinine 2.6 on 4/3'), facts('RLL infiltrate 4/3'), facts('H&P 4/3: "confused"'), facts('NPO since 4/3'), facts('Foley 4/1-4/3')],
  },
  'undated-indicators': {
    fires: ['BP 78/40', 'strength 4/5 in the left arm', 'blood cultures 2/2 positive', 'D5 1/2 NS at 100', 'PHQ-9: 6/27', 'pain 8/10', 'MAR: furosemide 40 mg', 'BNP 2010', 'GCS 3/15', 'lactate 4.4 at 2015'].map(fact),
    passes: ['Na 121 on 3/12', 'Labs 3/12/26: Na 121', '2026-03-12 Na 121', '12 Mar: Na 121', 'March 12th: Na 121', '03-12-2026 Na 121', '3/12-3/15 cefepime', 'HD3 (4/3): Na 121', 'On admission Na 121', 'POD 2 Hgb 7.4', 'Neuro 4/5: strength 4/5', 'Echo 2024: EF 35%', 'Baseline creatinine 1.0 in March', 'Same day: lactate 4', 'PT 8/10: pain 8/10', 'EBL 1 L 3/2', 'Blood cx 5/4 MSSA', 'Transfused 1 unit 4/2'].map(fact),
  },
  'not-patient-specific': {
    fires: [...['For all patients with a rise in creatinine, choose one.', 'Physicians should document kidney function.', 'Which fits this type of case?', 'When a patient has a rise, what do you call it?', 'Surgeons often forget this. Which term do you use?', 'Please clarify the creatinine of [patient name].'].map(question), title('To all hospitalists'), title('General reminder'), facts('Creatinine ___ on __/__')],
    passes: [...['Please clarify the diagnosis of your patient.', 'Dr. Ames, please clarify the creatinine of Mr. Poe.', "Please clarify the patients' creatinine of 4/3."].map(question), title('Second request: creatinine'), title('Blood group A, creatinine'), options('Other: ______', 'Undetermined'), title('Catheter tip culture')],
  },
};

describe.each(Object.entries(CASES))('%s', (code, { fires, passes }) => {
  it.each(fires.map((change) => [JSON.stringify(change), change] as const))('is told of %s', (_, change) => {
    expect(codesOf(change)).toContain(code);
  });
  it.each(passes.map((change) => [JSON.stringify(change), change] as const))('is not told of %s', (_, change) => {
    expect(codesOf(change)).not.toContain(code);
  });
});

describe('one fault, one code', () => {
  it('finds nothing in a sound query', () => {
    expect(lintQuery(SOUND)).toEqual([]);
  });

  it('tells a yes/no that introduces a diagnosis, not that it leads', () => {
    expect(codesOf(yesNo('Does the patient clearly have acute kidney injury?'))).toEqual(['introduces-new-diagnosis-yes-no']);
  });

  it('tells a form with blanks, not that its lines have no dates', () => {
    expect(codesOf(facts('Creatinine ___', 'Urine output ___ mL'))).toEqual(['not-patient-specific']);
  });

  it('tells a payment remark alone where the question is neutral', () => {
    expect(codesOf(question('Please clarify the rise in creatinine. It affects the DRG.'))).toEqual(['mentions-reimbursement']);
  });

  it.each([...WRITTEN_ROWS, ...SPARING_ROWS].map((row, n) => [`${n} ${row.query.title}`, row] as const))('answers written query %s as a reviewer would', (_, { query, faults }) => {
    expect([...new Set(lintQuery(query).map(({ code }) => code))].toSorted()).toEqual(faults.toSorted());
  });
});

it('the page of rules is current', () => {
  expect(page).toBe(queryLintPage());
});
