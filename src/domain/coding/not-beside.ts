const ACTIVE = 'The condition itself is stated as of now: its history says nothing more (ICD-10-CM Guidelines I.C.21.c.4).';

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
  { code: 'Z00.00', stands: ['Z00.01'], why: 'The examination had abnormal findings (ICD-10-CM Guidelines I.C.21.c.13).' },
  { code: 'Z00.129', stands: ['Z00.121'], why: 'The examination had abnormal findings (ICD-10-CM Guidelines I.C.21.c.13).' },
  { code: 'Z87.59', stands: ['O', 'Z34'], why: 'In a pregnancy that goes on, a poor history is reported with the codes of its supervision (O09; Excludes1 at Z87.5).' },
  { code: 'Z79.82', stands: ['O', 'Z34'], why: 'Taken for the time of the pregnancy (ICD-10-CM Guidelines I.C.21.c.3).' },
  { code: 'H35.81', stands: ['E08.311', 'E08.321', 'E08.331', 'E08.341', 'E08.351', 'E09.311', 'E09.321', 'E09.331', 'E09.341', 'E09.351', 'E10.311', 'E10.321', 'E10.331', 'E10.341', 'E10.351', 'E11.311', 'E11.321', 'E11.331', 'E11.341', 'E11.351', 'E13.311', 'E13.321', 'E13.331', 'E13.341', 'E13.351'], why: 'The code of the diabetic retinopathy reports the macular edema (tabular E11.3).' },
  { code: 'N05.9', stands: ['M32.14', 'E08.21', 'E09.21', 'E10.21', 'E11.21', 'E13.21'], why: 'The kind of nephritis is stated.' },
  { code: 'R45.1', stands: ['F01.511', 'F01.A11', 'F01.B11', 'F01.C11', 'F02.811', 'F02.A11', 'F02.B11', 'F02.C11', 'F03.911', 'F03.A11', 'F03.B11', 'F03.C11'], why: 'The code of the dementia reports the agitation (ICD-10-CM Guidelines I.B.5).' },
  { code: 'Z86.73', stands: ['I69'], why: 'The stroke left deficits (Excludes1 at Z86.73).' },
  { code: 'Z87.442', stands: ['N20', 'N21', 'N22', 'N23'], why: ACTIVE },
  { code: 'Z87.440', stands: ['N30', 'N39.0', 'N10'], why: ACTIVE },
  { code: 'Z87.01', stands: ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18'], why: ACTIVE },
  { code: 'Z87.11', stands: ['K25', 'K26', 'K27', 'K28'], why: ACTIVE },
  { code: 'Z86.711', stands: ['I26'], why: ACTIVE },
  { code: 'Z86.718', stands: ['I82'], why: ACTIVE },
  { code: 'Z86.73', stands: ['I60', 'I61', 'I62', 'I63', 'G45'], why: ACTIVE },
  { code: 'Z86.16', stands: ['U07.1'], why: ACTIVE },
];

/** A code that the tabular list asks for beside others alone. */
export const ONLY_BESIDE: readonly { readonly code: string; readonly of: readonly string[]; readonly why: string }[] = [
  { code: 'Z17', of: ['C50'], why: 'Hormone receptors are reported with the breast cancer that has them (tabular Z17: code first).' },
];
