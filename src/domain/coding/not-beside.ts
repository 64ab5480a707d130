/**
 * A code that the tabular list does not allow beside another for the same patient at the same time. The one that `stands`
 * is the stronger statement of the present; the other is left out.
 */
export const NOT_BESIDE: readonly { readonly code: string; readonly stands: readonly string[]; readonly why: string }[] = [
  { code: 'Z87.891', stands: ['F17.210', 'F17.211', 'F17.220', 'F17.290', 'F17.200', 'Z72.0'], why: 'The notes say that the patient uses tobacco now (Excludes1 at Z87.891).' },
  { code: 'Z72.0', stands: ['F17'], why: 'Tobacco dependence is stated (Excludes1 at Z72.0).' },
  { code: 'Z33.1', stands: ['O', 'Z34'], why: 'The pregnancy is what the visit is about (Excludes1 at Z33.1).' },
  { code: 'Z34', stands: ['O09', 'O10', 'O11', 'O13', 'O14', 'O24'], why: 'A complication of the pregnancy is stated (Excludes1 at Z34).' },
  { code: 'F03', stands: ['F01', 'F02', 'G30', 'G31.83', 'G31.0'], why: 'The kind of dementia is stated (tabular F01–F03).' },
  { code: 'R73.9', stands: ['E08', 'E09', 'E10', 'E11', 'E13'], why: 'Raised glucose is part of the diabetes (Excludes1 at R73).' },
  { code: 'Z79.84', stands: ['E10', 'O24.415'], why: 'Not reported with this kind of diabetes (ICD-10-CM Guidelines I.C.4.a).' },
];
