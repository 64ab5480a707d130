/**
 * Diseases that do not arise within a stay: present on admission even where they are first diagnosed after it. Acute forms and
 * exacerbations are left out, since these may arise in hospital.
 * Authority: ICD-10-CM Guidelines, Appendix I, "Assign Y for … chronic conditions, even though the condition may not be diagnosed until
 * after admission"; neoplasms by the same rule.
 */
const CHRONIC: readonly { readonly codes: RegExp; readonly what: string }[] = [
  { codes: /^(?:B18|B20|Z21)/, what: 'chronic viral hepatitis, HIV' },
  { codes: /^(?:C|D0|D3[7-9]|D4[5-79])/, what: 'neoplasms' },
  { codes: /^D(?:5[5-8]|66|67|680)/, what: 'hereditary anemias and bleeding disorders' },
  { codes: /^E(?:0[0-3]|05|06[345]|08|09|10|11|13|66|78|8[45])/, what: 'thyroid disease, diabetes, obesity, lipids, cystic fibrosis, amyloidosis' },
  { codes: /^F(?:0[1-3]|1.2|2[05]|3[1-4]|4[0-2]|43[12]|7|84|9[01])/, what: 'dementia, dependence, schizophrenia, mood and anxiety disorders, developmental disorders' },
  { codes: /^G(?:1[02]|20|30|31|35|40|47|60|7[0-2]|80)/, what: 'degenerative and demyelinating disease, epilepsy, sleep disorders, neuropathies, palsies' },
  { codes: /^H(?:25|26|35|40|90|91)/, what: 'cataract, retinal disease, glaucoma, hearing loss' },
  { codes: /^I(?:0[5-9]|1[0-35]|25[1589]|27[02]|3[4-7]|42|48[12]|50[234]2|70|73[19]|83|872)/, what: 'hypertension, chronic heart and vessel disease' },
  { codes: /^J(?:43|449|45[2-5]0|45909|479|841)/, what: 'chronic lung disease without exacerbation' },
  { codes: /^K(?:21|5[01]|58|70|73|74|76[016]|86[01])/, what: 'reflux, inflammatory bowel disease, chronic liver disease and pancreatitis' },
  { codes: /^L(?:20|40|93)/, what: 'atopic dermatitis, psoriasis, lupus' },
  { codes: /^M(?:0[5-9]|1[05-9]|1A|3[2-5]|4[5-8]|50|51|8[01])/, what: 'arthritis, connective tissue and spinal disease, osteoporosis' },
  { codes: /^N(?:0[2-58]|18|40)/, what: 'chronic glomerular and kidney disease, enlarged prostate' },
];

/** @param plain without the dot */
export function isChronic(plain: string): boolean {
  return CHRONIC.some(({ codes }) => codes.test(plain));
}
