import type { DeclinedExpression, DosesExpression } from '../operators/expression.ts';
import { declined } from '../operators/declined.ts';
import { doses } from '../operators/doses.ts';

/** Vaccines by what they protect against, as a record codes them (CDC IIS, CVX, 2026; codes of past years with them) and as notes name them. */
export interface VaccineFamily {
  readonly name: string;
  readonly cvx: readonly string[];
  /** Names of vaccines, never the bare name of a disease: "influenza negative" is no vaccination, "IPV screening" is no polio vaccine. */
  readonly words: readonly string[];
}

/** Doses anywhere in the record, unless `of` narrows it. */
export function given(vaccine: VaccineFamily, atLeast = 1, of: Partial<Pick<DosesExpression, 'fromAgeDays' | 'withinMonths' | 'sinceMonth'>> = {}): DosesExpression {
  return doses(vaccine.name, { cvx: vaccine.cvx, words: vaccine.words, atLeast, ...of });
}

/** This vaccine, or all of them. */
export function refused(vaccine: VaccineFamily, withinMonths = 12): DeclinedExpression {
  return declined(vaccine.name, [...vaccine.words, ...ALL_VACCINES], withinMonths);
}

export const ALL_VACCINES: readonly string[] = [
  'all vaccin*', 'any vaccin*', 'all immuniz*', 'any immuniz*', 'all shots', 'all recommended vaccin*', 'routine vaccin*', 'childhood vaccin*', 'vaccines in general',
];

export const INFLUENZA: VaccineFamily = family('influenza vaccine', '15 16 88 111 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 186 197 200 201 202 205 320',
  ['influenza vacc*', 'influenza immuniz*', 'influenza shot', 'influenza, seasonal', 'influenza, injectable', 'influenza seasonal', 'flu vacc*', 'flu shot*', 'flu immuniz*', 'flu jab', 'fluzone', 'fluad', 'flumist', 'flublok', 'flucelvax', 'fluarix', 'flulaval', 'afluria']);

/** 20- and 21-valent: one dose is all. */
export const PCV20_OR_21: VaccineFamily = family('pneumococcal conjugate vaccine, 20- or 21-valent', '216 327', ['pcv20', 'pcv21', 'pcv-20', 'pcv-21', 'pcv 20', 'pcv 21', 'prevnar 20', 'prevnar-20', 'prevnar20', 'capvaxive']);
export const PCV15: VaccineFamily = family('pneumococcal conjugate vaccine, 15-valent', '215', ['pcv15', 'pcv-15', 'pcv 15', 'vaxneuvance']);
export const PCV13: VaccineFamily = family('pneumococcal conjugate vaccine, 13-valent', '133', ['pcv13', 'pcv-13', 'pcv 13', 'prevnar 13', 'prevnar-13', 'prevnar13']);
export const PPSV23: VaccineFamily = family('pneumococcal polysaccharide vaccine', '33', ['ppsv23', 'ppsv-23', 'ppsv', 'pneumovax*']);
export const PNEUMOCOCCAL_OF_ANY_KIND: VaccineFamily = family('pneumococcal vaccine of a kind not told', '109 152', ['pneumonia vacc*', 'pneumonia shot*', 'pneumococcal vacc*', 'pneumococcal immuniz*']);

/** Recombinant. The live one (CVX 121), not sold since 2020, counts no more (ACIP 2018). */
export const ZOSTER: VaccineFamily = family('recombinant zoster vaccine', '187', ['shingrix', 'rzv', 'recombinant zoster*', 'zoster recombinant', 'zoster vaccine recombinant', 'shingles vaccine series', 'shingles series', 'zoster series']);
export const ZOSTER_OF_ANY_KIND: VaccineFamily = family('zoster vaccine of a kind not told', '188', ['shingles vacc*', 'shingles shot*', 'zoster vacc*']);

export const TDAP: VaccineFamily = family('Tdap', '115', ['tdap', 'boostrix', 'adacel']);
export const TETANUS_BOOSTER: VaccineFamily = family('Td or Tdap', '9 113 115 138 139 196', [...TDAP.words, 'td booster', 'td vacc*', 'td (adult)', 'tenivac', 'tdvax', 'tetanus booster', 'last tetanus', 'tetanus 19*', 'tetanus 20*', 'tetanus utd', 'tetanus up to date', 'tetanus shot', 'tetanus vacc*', 'tetanus immuniz*']);

export const HPV: VaccineFamily = family('HPV vaccine', '62 118 137 165', ['hpv vacc*', 'hpv immuniz*', 'hpv shot*', 'hpv series', 'hpv9', 'gardasil*', 'cervarix']);

export const COVID: VaccineFamily = family('COVID-19 vaccine', '207 208 210 211 212 213 217 218 219 221 227 228 229 230 300 301 302 308 309 310 311 312 313',
  ['covid vacc*', 'covid-19 vacc*', 'covid19 vacc*', 'covid booster*', 'covid-19 booster*', 'covid shot*', 'covid-19 shot*', 'covid immuniz*', 'covid-19 immuniz*', 'sars-cov-2 vacc*', 'comirnaty', 'spikevax', 'mnexspike', 'nuvaxovid']);

/** Vaccines, not the antibodies that infants get (nirsevimab, clesrovimab). */
export const RSV: VaccineFamily = family('RSV vaccine', '303 304 305 314 326', ['rsv vacc*', 'rsv immuniz*', 'rsv shot*', 'arexvy', 'abrysvo', 'mresvia']);

/** Combinations count for each of their parts. */
export const DTAP: VaccineFamily = family('DTaP', '1 20 22 50 102 106 107 110 120 130 132 146 170 198', ['dtap*', 'pediarix', 'pentacel', 'vaxelis', 'kinrix', 'quadracel', 'infanrix', 'daptacel']);
export const POLIO: VaccineFamily = family('polio vaccine', '2 10 89 110 120 130 132 146 170', ['polio*', 'ipol', 'pediarix', 'pentacel', 'vaxelis', 'kinrix', 'quadracel']);
export const MMR: VaccineFamily = family('MMR', '3 94', ['mmr', 'mmrv', 'proquad', 'priorix', 'measles vacc*']);
/** Chickenpox gone through protects as the vaccine does. */
export const VARICELLA: VaccineFamily = family('varicella vaccine', '21 94', ['varicella', 'varivax', 'chickenpox', 'mmrv', 'proquad']);
export const HEPATITIS_B: VaccineFamily = family('hepatitis B vaccine', '8 42 43 44 45 51 102 104 110 132 146 189 193 198 220', ['hepatitis b vacc*', 'hep b vacc*', 'hepb', 'hep b series', 'engerix*', 'recombivax*', 'pediarix', 'vaxelis']);
export const HIB: VaccineFamily = family('Hib vaccine', '17 22 46 47 48 49 50 51 102 120 132 146 148 170 198', ['hib', 'acthib', 'hiberix', 'pedvaxhib', 'pentacel', 'vaxelis']);
export const PNEUMOCOCCAL_CHILD: VaccineFamily = family('pneumococcal conjugate vaccine', '100 109 133 152 177 215 216', ['pcv', 'pcv13', 'pcv15', 'pcv20', 'prevnar*', 'vaxneuvance', 'pneumococcal conjugate']);
export const HEPATITIS_A: VaccineFamily = family('hepatitis A vaccine', '31 52 83 84 85 104', ['hepatitis a vacc*', 'hep a vacc*', 'hepa', 'hep a series', 'havrix', 'vaqta']);
export const MENINGOCOCCAL: VaccineFamily = family('meningococcal ACWY vaccine', '32 103 108 114 136 147 148 203 316 328', ['menacwy', 'mcv4', 'menveo', 'menactra', 'menquadfi', 'penbraya', 'penmenvy', 'meningococcal acwy', 'meningococcal conjugate']);

/** Of two digits in the code system, of one in many records. */
function family(name: string, codes: string, words: readonly string[]): VaccineFamily {
  return { name, cvx: codes.split(' ').flatMap((code) => (code.length === 1 ? [code, `0${code}`] : [code])), words };
}
