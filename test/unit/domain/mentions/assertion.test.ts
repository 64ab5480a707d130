import { describe, expect, test } from 'vitest';
import type { AssertionStatus } from '../../../../src/domain/model/index.ts';
import { assertTarget } from '../../../../src/domain/mentions/assert-target.ts';

/** The condition stands in braces. */
function read(marked: string) {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  const found = assertTarget(marked.replace('{', '').replace('}', ''), { start, end });
  if (!found) throw new Error(`nothing to assert in ${marked}`);
  return { ...found, said: found.cues.map((cue) => `${cue.kind}: ${cue.text}`) };
}

const EXAMPLES: Readonly<Record<AssertionStatus, readonly string[]>> = {
'absent': [
  'Denies {fever}.', 'denies fever, chills, or {night sweats}', 'no CP, SOB, {HA}', 'w/o {wheezes}', 'neg for {bleed}', '{strep} -ve', '(-) {LOC}', '{PE} ruled out', 'no evidence of {DVT}', '{Edema}: none', '{Tobacco use} - no',
  '[ ] {Fever}', '{Chest pain}? No', 'not {jaundiced}', 'never had a {seizure}', 'neither hemorrhage nor {mass} seen', '{Malignancy} was not the cause', '{Pneumonia} was considered on arrival and ruled out with CT', 'D-dimer neg, {PE} unlikely', 'Denies:\n- fever\n- {chills}', 'COVID test negative, {flu} swab neg', 'no sick contacts, {fever} or rash',
  '{Stroke}: never', 'PERTINENT NEGATIVES: {hematemesis}, melena', 'presents w/o {focal weakness}', 'no recurrence of {seizures}', '{Adenopathy} - none palpable', 'The mass proved not to be {lymphoma}',
],
  'present': ['His wife was told that he has {diabetes}',
  'no fever but has {cough}', 'Denies CP; reports {edema}', 'no change in {tremor}', 'gram negative {sepsis}', 'not only {sciatica} but also weakness', 'no relief of {headache} with ibuprofen', 'not taking lisinopril because of {cough}', 'Mom reports {fever}', 'Lives with wife. {HTN} stable',
  'PMH: {type 2 diabetes}', 'H/o {CHF}, now decompensated', '[x] {Dyspnea}', '{Cough}? Yes', 'two-day history of {fever}', 's/p fall with {hip fracture}', 'No fever, has {cough}', 'Denies:\n- fever\n\nReports {cough}', 'without his CPAP his {sleep apnea} is terrible', 'UTD on vaccines, {HTN} stable', 'Seen in ER for {chest pain}', 'follow up with me for {heart failure}', 'his {edema} is likely caused by Norvasc', '{Right knee pain}, possible MCL strain', 'PMH: {Heart failure}, ?unstable angina', 'CKD {stage 3} - stable',
  'Rather than improving, the {cellulitis} has spread', 'No known cause for her {syncope}', 'No fever, {sore throat} persists', 'Not happy with {acne} control', 'Educated on her {diabetes}', 'Screening colonoscopy showed {tubular adenoma}', 'Neither worse nor better: {chronic cough}', '3 yo child with {croup}', 'w/o insurance, {diabetes} poorly controlled',
],
  'possible': [
  'likely {vasovagal}', '{PNA} vs CHF', 'r/o {PE}', '?{UTI}', '? {encephalitis}', '{drug eruption}?', 'c/f {pancreatitis}', 'c/w {osteomyelitis}', '{malignancy} cannot be excluded', 'cannot rule out {appendicitis}', 'I think she has {gout}', 'working dx: {PMR}', 'ddx: {TB}, lymphoma',
  'may represent {atelectasis}', 'appears to be a {panic attack}', 'not certain if this is {rosacea}', '{PE} unlikely', 'No fever, likely {viral URI}', '{PE} not ruled out',
  'Low suspicion for {dissection}', '{Adrenal adenoma}, likely', 'This may represent {pertussis}', '{SAH} must be excluded', 'Biopsy to confirm {celiac disease}', '{Viral exanthem}, I suspect', 'In my view this is {tendinitis}',
],
  'historical': [
  'h/o {appendicitis}', '{Pneumonia} 2015, none since', 's/p {PE}', 'prior {CVA}', 'old {infarct}', '{SOB} resolved after neb', 'Allergies: PCN ({hives})', 'childhood {asthma}', 'one {febrile seizure} at 18 mos', '{gout flare} 3 years ago', 'PMH: {nephrolithiasis}', 'as a child had {measles} as a child', '{resolved pneumonia}',
  '{Breast cancer} in remission', 'At birth he had {jaundice}', '{Pneumothorax} twice in his twenties', 'The {delirium} has not recurred', '{Testicular cancer}, orchiectomy 2001, cured', 'Was hospitalized for {pneumonia} in March', '{Thrombocytopenia} has normalized',
],
  'family': ['FH: {VTE} (sis, on OCP)', 'mother {bipolar}', '{hemochromatosis} in a sibling', 'No family history of {colon ca}', 'Family Hx:\n{HTN}: mother', 'Daughter home with {RSV}', 'FHx neg for {glaucoma}', 'Sister does not have {lupus}', '{dementia} runs in the family'],
  'other-person': ['His wife was told in the summer that she has {diabetes}', 'Her husband was told he has {diabetes}', 'Husband w/ {influenza}', 'ex-wife {bipolar}', 'step-father w/ {COPD}', 'mother-in-law has {dementia}', 'donor was {CMV} positive', 'exposed to coworker with {TB}', '"{LVAD infection}" belongs to pt in bed 14', "wife's mother has {breast cancer}", 'dog with {ringworm}', "The baby's father has {sickle cell trait}"],
  'hypothetical': [
  'return for {fever}', 'if {chest pain} recurs call', 'Should {hypoglycemia} develop, hold insulin', '{aspiration} risk', '{DVT} prophylaxis', 'Tylenol prn {headache}', 'screening for {colon cancer}', 'unless {bleeding} occurs', 'in case of {anaphylaxis}', 'Call for:\n- fever\n- {redness}', 'RETURN PRECAUTIONS:\n{bleeding}', 'monitor for {hyponatremia}', 'education on {hypoglycemia}', '{DVT} prophylaxis - enoxaparin', 'Immunizations due today: DTaP, {influenza}', 'ER for chest pain or {weakness}',
  'Seek care right away for {slurred speech}', 'Goal: no {hypoglycemia}', 'Prophylactic antibiotics for {endocarditis}', 'Pt to report {calf pain}', 'Go to the nearest ER with {headache}', 'Use inhaler when {short of breath}', 'She fears {cancer}', 'watch plts for {HIT}',
],
};

describe('status', () => {
  test.each(Object.entries(EXAMPLES).flatMap(([status, examples]) => examples.map((example) => [status, example])))('%s: %s', (status, example) => {
    expect(read(example).status).toBe(status);
  });
});

describe('recent', () => {
  test.each([
    ['history of {CHF}', false], ['PMH: {HTN}', false], ['no history of {stroke}', false], ['possible history of {panic attacks}', false], ['Denies {alcohol}', false], ['SH: {Smoker}', false],
    ['{HTN} since 2010', true], ['{CHF} exacerbation', true], ['{Nausea} resolved', true], ['last episode of {chest pain} was yesterday', true], ['{HYPERTENSION}.', false], ['{MODERATE PULMONARY HYPERTENSION}.', true], ['no {fever}', true], ['HISTORY OF PRESENT ILLNESS: {cough}', true],
  ])('%s: %s', (example, recent) => {
    expect(read(example).recent).toBe(recent);
  });
});

describe('cues', () => {
  test('tell why', () => {
    expect(read('No FH of {colon ca}.').said).toEqual(['negation: No', 'family: FH of']);
    expect(read('FH: {DM}').said).toEqual(['section: FH:']);
    expect(read('{Chest pain}? No').said).toEqual(['question: ? No']);
    expect(read('Call for:\n- {fever}').said).toEqual(['hypothetical: Call for']);
    expect(read('no fever but has {cough}').said).toEqual(['scope-end: but']);
  });

  test('a year of the service or later is no past', () => {
    expect(read('seen 11/21/2026 for {pneumonia}').status).toBe('present');
    expect(read('{breast cancer} diagnosed 2024, on letrozole').status).toBe('present');
  });
});

describe('assertTarget', () => {
  test('words: their first occurrence in any case', () => {
    expect(assertTarget('Fever. No fever.', 'FEVER')).toMatchObject({ start: 0, end: 5, status: 'present' });
  });
  test('nothing where the words do not occur or the span lies outside', () => {
    expect(assertTarget('No fever.', 'cough')).toBeNull();
    expect(assertTarget('No fever.', { start: 3, end: 30 })).toBeNull();
    expect(assertTarget('', 'x')).toBeNull();
  });
  test('a letter that changes length in lower case moves no offset', () => {
    expect(assertTarget('İstanbul trip; no fever', 'FEVER')).toMatchObject({ start: 18, end: 23, status: 'absent' });
  });
});
