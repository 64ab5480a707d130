/** The pinned package that the tabular list is taken from: data files alone, none of its code (docs/code-set.md). */
export const SOURCE = {
  package: 'simple-icd-10-cm',
  version: '1.5.0',
  registry: 'PyPI',
  sha256: '6d461d71dc26aedc530ae65f02cfb578a154e49507c32e8241e75f701d4b7e42',
  tabular: 'simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml',
  list: 'simple_icd_10_cm/data/code-list-April-2026.txt',
};
