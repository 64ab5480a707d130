import { describe, expect, it } from 'vitest';
import { readEncounterText } from '../../../../src/cli/score/encounter-text.ts';
import { answering, differences } from '../../../support/guideline-cases.ts';

const answer = await answering();

/** What a coder would answer, and the note of an office visit in 2026. */
async function differencesOf(gold: string, note: string, setting = 'office', birth = '1959-07-22', sex = 'female'): Promise<readonly string[]> {
  const one = readEncounterText(`setting: ${setting}\ndate: 2026-05-21\nbirth: ${birth}\nsex: ${sex}\n${gold}\n\n=== note: ${setting === 'ed' ? 'ed' : 'progress'} | final | Noor Haddad, MD | 2026-05-21T09:00\n${note}\n`, 'terse');
  return differences(await answer(one!), one!);
}

describe('terse visits, both ways', () => {
  it.each([
    ['an infarction dated in words is old after four weeks', 'charted: I21.4, I25.10\nspecify: I21.4 > I25.2', 'NSTEMI 2 March 2026, drug-eluting stent.\n1. Coronary artery disease, no angina, 11 weeks after NSTEMI: same drugs.\n2. Hypertension: same.\nN. Haddad MD', 'add: I10'],
    ['a list carries what the author does not', 'charted: N40.1\nremove: N40.1\nadd: N39.3', 'The list still carries BPH with obstruction. Leaks with cough.\nPlan\n- Stress incontinence: pelvic floor therapy.', ''],
    ['a drug that was stopped', 'charted: Z79.84, E11.9\nremove: Z79.84\nspecify: E11.9 > E11.A', 'Metformin stopped Feb 2025.\nA/P\n1. Type 2 diabetes, in remission.', ''],
    ['what may come is not there', 'charted: J18.9, J06.9\nremove: J18.9', 'Throat pink, chest clear.\nViral upper respiratory infection. Fluids. Return for fast breathing or if we begin to fear pneumonia.', ''],
    ['a sore throat is part of a cold', 'charted: J06.9\nmustNot: J02.9', 'Runny nose and sore throat 3 days. Rapid strep negative.\nViral upper respiratory infection. Honey, fluids.', ''],
    ['one side within both', 'charted: G56.00\nspecify: G56.00 > G56.03\nmustNot: G56.01', 'Imp: Bilateral carpal tunnel syndrome. Splints; right carpal tunnel worse than left.', ''],
    ['bladder cancer that is remote', 'charted: C67.9\nspecify: C67.9 > Z85.51', 'Bladder tumor 2015, TURBT, BCG; cystoscopy clear, no recurrence.\nAssessment:\n- Bladder cancer, remote.\n- Nocturia.', 'acceptable: R35.1'],
    ['a plan is for the diagnoses told above it', 'charted: M06.9\nspecify: M06.9 > M05.79', 'Seropositive rheumatoid arthritis of multiple joints without organ involvement, flaring. Wrists boggy.\nPlan: methotrexate 25 mg weekly, labs.', ''],
    ['gestational diabetes on insulin, and the weeks of today', 'charted: O24.410, Z3A.31\nspecify: O24.410 > O24.414\nadd: Z3A.32', '34F G3P2, 32w4d by 8-week scan.\nIMPRESSION\n1. Gestational diabetes, now on NPH insulin 12 units at bedtime.', ''],
  ])('%s', async (_, gold, note, more) => {
    const born = gold.includes('O24') ? '1991-07-22' : '1959-07-22';
    expect(await differencesOf(`${gold}${more === '' ? '' : `\n${more}`}`, note, 'office', born, /N40|C67/.test(gold) ? 'male' : 'female')).toEqual([]);
  });

  it.each([
    ['an infarction of last week is no old one', 'charted: I21.4\nmustNot: I25.2', 'NSTEMI 14 May 2026, stent.\n1. Coronary artery disease, one week after NSTEMI: same drugs.\n2. Hypertension: same.', 'add: I25.10, I10'],
    ['a drug stopped once and begun again', 'charted: Z79.84, E11.9', 'Metformin stopped in 2019.\nA/P\n1. Type 2 diabetes: start metformin again.', ''],
    ['an action plan takes no asthma away', 'charted: J45.40', 'Assessment: Moderate persistent asthma. Action plan: if asthma flares, call.', ''],
  ])('but not: %s', async (_, gold, note, more) => {
    expect(await differencesOf(`${gold}${more === '' ? '' : `\n${more}`}`, note)).toEqual([]);
  });
});
