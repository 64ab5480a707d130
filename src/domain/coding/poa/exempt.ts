/**
 * Categories that carry no present-on-admission indicator. Only what is certain: the official list of exempt codes is longer, changes every
 * year and is in no package, so that outside these rows nobody can tell whether a code is exempt. Where it is not, the rules of the
 * notes decide, and their answer does no harm.
 * Authority: ICD-10-CM Guidelines, Appendix I, "Categories and Codes Exempt from Diagnosis Present on Admission Requirement".
 */
const EXEMPT: readonly { readonly codes: RegExp; readonly what: string }[] = [
  { codes: /^B9[0-4]/, what: 'sequelae of infectious diseases' },
  { codes: /^E64/, what: 'sequelae of malnutrition' },
  { codes: /^I252/, what: 'old myocardial infarction' },
  { codes: /^I69/, what: 'sequelae of cerebrovascular disease' },
  { codes: /^O(?:09|80|94)/, what: 'supervision of a high-risk pregnancy, uncomplicated delivery, obstetric sequelae' },
  { codes: /^P00/, what: 'newborn affected by maternal conditions' },
  { codes: /^Q/, what: 'congenital malformations' },
  { codes: /^[ST].{5}[DGKPS]$/, what: 'injuries in a later phase and their sequelae' },
  { codes: /^V/, what: 'transport accidents' },
  { codes: /^Y9[23]/, what: 'place and activity of an external cause' },
  { codes: /^Z(?:0[0-3]|08|09|1[123])/, what: 'examinations, observation, follow-up, screening' },
  { codes: /^Z(?:14|15|17|18|19|2[0-3]|28)/, what: 'carrier and receptor status, retained bodies, contact, immunization' },
  { codes: /^Z(?:3[0-9]|3A)/, what: 'reproduction, supervision of pregnancy, delivery, birth' },
  { codes: /^Z(?:4[1-9]|51|52)/, what: 'aftercare, procedures, other medical care, donors' },
  { codes: /^Z(?:66|67|68)/, what: 'resuscitation status, blood type, body mass index' },
  { codes: /^Z(?:79|8[0-9])/, what: 'long-term drugs, family and personal history' },
  { codes: /^Z(?:910|92|93|94|95|97|98|99)/, what: 'allergy status, other history and status' },
];

/** @param plain without the dot */
export function isExempt(plain: string): boolean {
  return EXEMPT.some(({ codes }) => codes.test(plain));
}
