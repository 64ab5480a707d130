import { describe, expect, test } from 'vitest';
import { assertTarget } from '../../../../src/domain/mentions/assert-target.ts';

/** The condition stands in braces. */
function status(marked: string): string {
  const start = marked.indexOf('{');
  return assertTarget(marked.replace('{', '').replace('}', ''), { start, end: marked.indexOf('}') - 1 })!.status;
}

/** Each kind of wording with its decoys: what looks the same and says something else. */
describe('kinds of wording', () => {
  test.each([
    ['words left open in a cue', [
      ['Educated pt and wife on signs of {hypoglycemia}.', 'hypothetical'], ['Exposed at dialysis last week to a man with {TB}.', 'other-person'], ['Warning signs given to parents: {floppiness}.', 'hypothetical'],
      ['Signs: {rash}.', 'present'], ['Exposed bone at the wound, {osteomyelitis}.', 'present'],
    ]],
    ['a condition within the words of the cue', [
      ['When {wheezing} starts, take two puffs.', 'hypothetical'], ['Signs of {dehydration} discussed with parents.', 'hypothetical'], ['When she came the {wheezing} was gone.', 'historical'], ['Signs of {dehydration} on exam.', 'present'],
    ]],
    ['a negation that denies its own words only', [
      ['No {change in bowel habits}.', 'absent'], ['No change in {cough}.', 'present'], ['Denies relief of {nausea}.', 'present'], ['Denies changes in {vision}.', 'absent'], ['No {bleeding} since.', 'absent'], ['Without improvement in {rash}, fever.', 'present'],
    ]],
    ['a negation of what is only supposed', [
      ['Goal: remains free of {infection}.', 'hypothetical'], ['If there is no {fever}, send home.', 'hypothetical'], ['At goal and feeding without {nausea}.', 'absent'], ['Screened for abuse, no {bruising}.', 'absent'],
    ]],
    ['what was over and goes on', [
      ['Childhood {asthma}, still needs an inhaler daily.', 'present'], ['Childhood {asthma}, outgrown.', 'historical'], ['Childhood {asthma}; still has eczema.', 'historical'], ['Childhood-onset {epilepsy}.', 'present'], ['Ongoing {back pain} after a fall in 2019.', 'present'],
    ]],
    ['a time that holds for what came of it', [
      ['Delivery 2014 c/b {hemorrhage}.', 'historical'], ['H/o diabetes c/b {neuropathy}.', 'present'], ['Femur fracture 1988; {PE} at that time.', 'historical'], ['Short of breath; {wheeze} at that time.', 'present'],
    ]],
    ['ages and counts of a life', [
      ['Psych: one {manic episode} at 23.', 'historical'], ['{Bradycardia} at 45.', 'present'], ['Had {mumps} once.', 'historical'], ['{Vomited} once.', 'present'], ['Last {gout attack} 8 weeks ago.', 'historical'], ['{Cough} 3 weeks ago.', 'present'],
    ]],
    ['who was what', [
      ['Former teacher with {dementia}.', 'present'], ['Her teacher has {pertussis}.', 'other-person'], ['Ex-nurse with {lupus}.', 'present'], ['Ex {drinker}, sober 12 years.', 'historical'], ['Nursing home resident with {UTI}.', 'present'], ['The resident in the next room has {flu}.', 'other-person'],
    ]],
    ['kin by blood, by marriage and by law', [
      ['Uncle by marriage: {COPD}.', 'other-person'], ['Paternal uncle: {COPD}.', 'family'], ['Half-sib with {asthma}.', 'family'], ['Foster sib with {asthma}.', 'other-person'], ['Adoptive parents: mother {breast cancer}.', 'other-person'], ["Sister's husband has {flu}.", 'other-person'], ['{Wheezing} in the office, 87% on room air.', 'present'], ['{Flu} going around the office.', 'other-person'],
    ]],
    ['who tells of himself', [
      ['Wife denies {snoring} herself.', 'other-person'], ['Wife denies {snoring}.', 'absent'], ['Mother says she herself had {eczema}.', 'family'], ['Mother says he has {eczema}.', 'present'], ['Son was seen here with {croup}.', 'family'],
    ]],
    ['a person whose clause comes between', [
      ["Friend's baby, whom she held, now has {chickenpox}.", 'other-person'], ['Brother healthy but has {asthma}.', 'family'], ['Brother healthy but pt has {asthma}.', 'present'], ['Partner not itchy - could be {scabies}.', 'possible'],
    ]],
    ['what is theirs, and what is only taught or feared', [
      ['Leaflet about {atrial fibrillation}.', 'hypothetical'], ['Leaflet about his {atrial fibrillation}.', 'present'], ['Afraid of {cancer}.', 'hypothetical'], ['Anxious about her {cancer}.', 'present'],
    ]],
    ['single letters and signs', [
      ['Cellulitis v {DVT}.', 'possible'], ['Lightheaded, v {anxious}.', 'present'], ['Runs of v {tach}.', 'present'], ['Heart: Ø {murmurs}.', 'absent'], ['Edema 0, {cyanosis} 0.', 'absent'], ['{Pain} 0/10 to 8/10.', 'present'],
    ]],
    ['a work-up in the sentence before', [
      ['Troponin negative x3. {ACS} unlikely.', 'absent'], ['Troponin pending. {ACS} unlikely.', 'possible'], ['Normal gait.\n\n{ACS} unlikely.', 'possible'],
    ]],
    ['what a payer denies, and what a patient does', [
      ['Etanercept for {psoriasis} was denied by her insurance.', 'present'], ['PA for {migraine} denied, will appeal.', 'present'], ['{Migraine} was denied by the patient.', 'absent'], ["If it weren't for his {sciatica} he would run.", 'present'], ["It wasn't {sciatica}.", 'absent'],
    ]],
    ['what was read and taken back', [
      ['Overnight read of {pneumothorax} was in error.', 'absent'], ['Testing for {carcinoid} came back clean.', 'absent'], ['{Back pain} came back yesterday.', 'present'], ['Stress test, no WMA. {ACS} unlikely to be the cause.', 'absent'], ['No appetite. {ACS} unlikely to be the cause.', 'possible'],
    ]],
    ['plans and limits of care', [
      ['Take one tab for {vomiting} if needed.', 'hypothetical'], ['Metformin for {diabetes}, insulin if needed.', 'present'], ['Would accept dialysis only for {renal failure} that can recover.', 'hypothetical'], ['Dialysis only for {renal failure}.', 'present'], ['Action plan for {seizures} sent to school.', 'hypothetical'], ['Action plan for {asthma} reviewed.', 'present'],
      ['Lifetime {ovarian cancer} 4%.', 'hypothetical'], ['Lifetime smoker with {COPD}.', 'present'], ['Come right away for {slurred speech}.', 'hypothetical'], ['Never checked: one-time {AAA} screen today.', 'hypothetical'],
    ]],
    ['a course completed long ago', [
      ['{Chlamydia} treated, completed 2011.', 'historical'], ['{Breast cancer}, chemo, completed 3 of 6.', 'present'], ['{AKI} on admission, prerenal, resolved w/ fluids.', 'historical'], ['Hospitalized once at 15 after {overdose}.', 'historical'], ['Hospitalized twice for {CHF}.', 'present'],
    ]],
    ['a relative, a caller and the resident next door', [
      ['Dtr has {celiac disease}.', 'family'], ['TC from mom: {cough} persists.', 'present'], ['Resident in 14 confirmed {scabies}.', 'other-person'], ['Pt is a resident in 14 with {scabies}.', 'present'],
    ]],
    ['who tells, in brackets behind a time', [
      ['{Confused} since this morning (daughter).', 'present'], ['{Vomiting} overnight (mom).', 'present'], ['{Breast cancer} (mother).', 'family'], ['{Melanoma} at age 40 (father).', 'family'],
    ]],
    ['doubt at the end', [
      ['{Costochondritis} maybe, or strain.', 'possible'], ['{Gastritis} perhaps.', 'possible'], ['{Gout}; maybe a boot next week.', 'present'],
    ]],
    ['what is repaired now, and what was', [
      ['{Laceration} repaired with 4-0 nylon.', 'present'], ['{Perineal tear} repaired with 3-0 Vicryl.', 'present'], ['{Inguinal hernia} repaired 2014.', 'historical'], ['{Aortic aneurysm}, repaired.', 'historical'],
    ]],
    ['the principal diagnosis, and a principal', [
      ['Principal: {sepsis} from pyelonephritis.', 'present'], ['The school principal has {influenza}.', 'other-person'],
    ]],
    ['answers between pipes on one line', [
      ['Icterus: N | {Ascites}: N | Edema: Y', 'absent'], ['Icterus: N | Ascites: N | {Edema}: Y', 'present'], ['No bony tenderness, marked {spasm}.', 'present'],
    ]],
    ['lists and answers', [
      ['PERTINENT NEGATIVES\n{hematuria}\nflank pain', 'absent'], ['NO ACUTE DISTRESS\n{hematuria}', 'present'], ['Excluded so far: {septic arthritis}, gout.', 'absent'], ['FHx non-contributory. Pt has {psoriasis}.', 'present'], ['FHx: {psoriasis} in mother.', 'family'], ['Intolerances: codeine ({vomiting})', 'historical'],
    ]],
    ['columns set with spaces', [
      ['Fever       No\nCough       Yes\n{Rash}        No', 'absent'], ['Fever       No\n{Cough}       Yes', 'present'], ['Symptom        Yes    No\n{Fever}                 x\nCough          x', 'absent'], ['Symptom        Yes    No\nFever                 x\n{Cough}          x', 'present'], ['Seen today.  {Cough}  No\nweight lost.', 'present'],
    ]],
  ] as const)('%s', (_, examples) => {
    expect(examples.map(([example]) => [example, status(example)])).toEqual(examples.map(([example, expected]) => [example, expected]));
  });
});
