/**
 * Notes as they might be written, as many as one likes: note `n` is always the same, and each has words that no other has, so that
 * whatever remembers words has to forget some.
 */
export function generatedNote(n: number): string {
  const next = numbers(n);
  const pick = <T>(list: readonly T[]): T => list[next() % list.length]!;
  const some = (most: number, make: () => string): string => Array.from({ length: 1 + (next() % most) }, make).join('\n');
  const invented = (): string => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}${n.toString(36)}`;
  return [
    `${pick(['CC', 'Chief complaint', 'Reason for visit'])}: ${pick(SYMPTOMS)} for ${1 + (next() % 20)} ${pick(['days', 'weeks', 'months'])}`,
    `HPI: ${30 + (next() % 60)} y/o ${pick(['man', 'woman'])} with ${pick(CONDITIONS)} seen by Dr. ${invented()}. ${pick(['Denies', 'No', 'Reports', 'Negative for'])} ${pick(SYMPTOMS)}, ${pick(SYMPTOMS)} or ${pick(SYMPTOMS)}.`,
    `PMH: ${pick(CONDITIONS)}, ${pick(CONDITIONS)}`,
    `FH: ${pick(['mother', 'father', 'sister'])} with ${pick(CONDITIONS)}`,
    `Meds: ${invented()} ${next() % 100} mg, ${pick(DRUGS)}`,
    `BP ${100 + (next() % 80)}/${60 + (next() % 40)}, A1c ${5 + (next() % 9)}.${next() % 10}`,
    'Assessment and plan:',
    some(4, () => `${1 + (next() % 5)}. ${pick(QUALIFIERS)}${pick(CONDITIONS)}: ${pick(PLANS)}.`),
    `Return if ${pick(SYMPTOMS)} or ${pick(SYMPTOMS)}.`,
  ].join('\n');
}

/** Repeatable, and different from note to note: xorshift (Marsaglia 2003). */
function numbers(seed: number): () => number {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
}

const SYLLABLES = ['ba', 'cor', 'du', 'fen', 'gli', 'ho', 'jan', 'ku', 'lo', 'mer', 'nex', 'pra', 'ro', 'stu', 'ta', 'vin', 'xa', 'zol'];
const SYMPTOMS = ['chest pain', 'shortness of breath', 'fever', 'cough', 'abdominal pain', 'nausea', 'dizziness', 'right knee pain', 'headache', 'palpitations', 'leg swelling', 'fatigue'];
const CONDITIONS = [
  'type 2 diabetes with CKD stage 3b', 'HTN', 'essential hypertension', 'COPD', 'CHF', 'asthma', 'hyperlipidemia', 'atrial fibrillation', 'hypothyroidism', 'GERD', 'osteoarthritis of the left knee',
  'major depressive disorder', 'anemia', 'gout', 'obesity', 'sleep apnea', 'breast cancer', 'pneumonia', 'UTI', 'migraine without aura', 'low back pain', 'MS', 'RA', 'PE', 'stage 4 CKD',
];
const QUALIFIERS = ['', '', 'Acute on chronic ', 'Possible ', 'Resolved ', 'Moderate persistent ', 'History of ', 'No evidence of '];
const DRUGS = ['metformin', 'lisinopril', 'warfarin', 'insulin glargine', 'prednisone', 'aspirin 81 mg daily'];
const PLANS = ['stable, continue current medications', 'uncontrolled, increase the dose', 'rule out with CT', 'follow up in 3 months', 'refer to cardiology', 'check labs today', 'resolved, stop treatment'];
