const DEPENDENCE = 'Of use, abuse and dependence of one substance the strongest is reported (ICD-10-CM Guidelines I.C.5.b.2).';
const IN_REMISSION = 'The dependence is in remission, which has a code of its own (ICD-10-CM Guidelines I.C.5.b.1).';
const ACTIVE = 'The condition itself is stated as of now: its history says nothing more (ICD-10-CM Guidelines I.C.21.c.4).';

/** Sources of bleeding in the digestive tract whose codes say that they bleed. */
const BLEEDING_SITES = ['I85.01', 'I85.11', 'K25.0', 'K25.2', 'K25.4', 'K25.6', 'K26.0', 'K26.2', 'K26.4', 'K26.6', 'K27.0', 'K27.4', 'K28.0', 'K28.4', 'K29.01', 'K29.21', 'K29.31', 'K29.41', 'K29.51', 'K29.61', 'K29.71', 'K29.81', 'K29.91', 'K31.811', 'K31.82', 'K55.21', 'K57.01', 'K57.11', 'K57.13', 'K57.21', 'K57.31', 'K57.33', 'K57.41', 'K57.51', 'K57.81', 'K57.91', 'K57.93', 'K22.6'];

/**
 * A code that the tabular list does not allow beside another for the same patient at the same time. The one that `stands`
 * is the stronger statement of the present; the other is left out.
 */
export const NOT_BESIDE: readonly { readonly code: string; readonly stands: readonly string[]; readonly why: string }[] = [
  { code: 'I20.0', stands: ['I21', 'I22'], why: 'The angina became an infarction (Excludes at I20; ICD-10-CM Guidelines I.B.11).' },
  { code: 'I20', stands: ['I25.11', 'I25.7'], why: 'Angina in disease of the coronary arteries is one code with it (ICD-10-CM Guidelines I.C.9.b; Excludes1 at I20).' },
  { code: 'I24.9', stands: ['I20.0', 'I21', 'I22'], why: 'The kind of the acute coronary disease is stated (tabular I24.9).' },
  { code: 'F29', stands: ['F20', 'F22', 'F23', 'F24', 'F25', 'F30.2', 'F31.2', 'F31.5', 'F31.64', 'F32.3', 'F33.3', 'F53.1'], why: 'The code of the disorder reports its psychotic features (Excludes1 at F29).' },
  { code: 'F10.10', stands: ['F10.2'], why: DEPENDENCE },
  { code: 'F10.9', stands: ['F10.1', 'F10.2'], why: DEPENDENCE },
  { code: 'F10.20', stands: ['F10.21'], why: IN_REMISSION },
  { code: 'F11.10', stands: ['F11.2'], why: DEPENDENCE },
  { code: 'F11.9', stands: ['F11.1', 'F11.2'], why: DEPENDENCE },
  { code: 'F11.20', stands: ['F11.21'], why: IN_REMISSION },
  { code: 'F12.10', stands: ['F12.2'], why: DEPENDENCE },
  { code: 'F12.9', stands: ['F12.1', 'F12.2'], why: DEPENDENCE },
  { code: 'F12.20', stands: ['F12.21'], why: IN_REMISSION },
  { code: 'F13.10', stands: ['F13.2'], why: DEPENDENCE },
  { code: 'F13.9', stands: ['F13.1', 'F13.2'], why: DEPENDENCE },
  { code: 'F13.20', stands: ['F13.21'], why: IN_REMISSION },
  { code: 'F14.10', stands: ['F14.2'], why: DEPENDENCE },
  { code: 'F14.9', stands: ['F14.1', 'F14.2'], why: DEPENDENCE },
  { code: 'F14.20', stands: ['F14.21'], why: IN_REMISSION },
  { code: 'F15.10', stands: ['F15.2'], why: DEPENDENCE },
  { code: 'F15.9', stands: ['F15.1', 'F15.2'], why: DEPENDENCE },
  { code: 'F15.20', stands: ['F15.21'], why: IN_REMISSION },
  { code: 'F16.10', stands: ['F16.2'], why: DEPENDENCE },
  { code: 'F16.9', stands: ['F16.1', 'F16.2'], why: DEPENDENCE },
  { code: 'F16.20', stands: ['F16.21'], why: IN_REMISSION },
  { code: 'F18.10', stands: ['F18.2'], why: DEPENDENCE },
  { code: 'F18.9', stands: ['F18.1', 'F18.2'], why: DEPENDENCE },
  { code: 'F18.20', stands: ['F18.21'], why: IN_REMISSION },
  { code: 'F19.10', stands: ['F19.2'], why: DEPENDENCE },
  { code: 'F19.9', stands: ['F19.1', 'F19.2'], why: DEPENDENCE },
  { code: 'F19.20', stands: ['F19.21'], why: IN_REMISSION },
  { code: 'Z87.891', stands: ['F17.210', 'F17.211', 'F17.220', 'F17.290', 'F17.200', 'Z72.0'], why: 'The notes say that the patient uses tobacco now (Excludes1 at Z87.891).' },
  { code: 'Z72.0', stands: ['F17'], why: 'Tobacco dependence is stated (Excludes1 at Z72.0).' },
  { code: 'Z33.1', stands: ['O', 'Z34'], why: 'The pregnancy is what the visit is about (Excludes1 at Z33.1).' },
  { code: 'Z34', stands: ['O09', 'O1', 'O2', 'O3', 'O40', 'O41', 'O42', 'O43', 'O44', 'O45', 'O46', 'O47', 'O48', 'O98', 'O99', 'O9A'], why: 'A complication of the pregnancy is stated (ICD-10-CM Guidelines I.C.15.b.1; Excludes1 at Z34).' },
  { code: 'F03', stands: ['F01', 'F02', 'G30', 'G31.83', 'G31.0'], why: 'The kind of dementia is stated (tabular F01–F03).' },
  { code: 'R73.9', stands: ['E08', 'E09', 'E10', 'E11', 'E13'], why: 'Raised glucose is part of the diabetes (Excludes1 at R73).' },
  { code: 'E11.21', stands: ['E11.22'], why: 'The diabetic kidney disease is stated as chronic kidney disease, which E11.22 and its stage report (Index, Diabetes, with, chronic kidney disease).' },
  { code: 'Z79.84', stands: ['E10', 'O24.415'], why: 'Not reported with this kind of diabetes (ICD-10-CM Guidelines I.C.4.a).' },
  { code: 'Z00.00', stands: ['Z00.01'], why: 'The examination had abnormal findings (ICD-10-CM Guidelines I.C.21.c.13).' },
  { code: 'Z00.129', stands: ['Z00.121'], why: 'The examination had abnormal findings (ICD-10-CM Guidelines I.C.21.c.13).' },
  { code: 'Z87.59', stands: ['O', 'Z34'], why: 'In a pregnancy that goes on, a poor history is reported with the codes of its supervision (O09; Excludes1 at Z87.5).' },
  { code: 'Z79.82', stands: ['O', 'Z34'], why: 'Taken for the time of the pregnancy (ICD-10-CM Guidelines I.C.21.c.3).' },
  { code: 'H35.81', stands: ['E08.311', 'E08.321', 'E08.331', 'E08.341', 'E08.351', 'E09.311', 'E09.321', 'E09.331', 'E09.341', 'E09.351', 'E10.311', 'E10.321', 'E10.331', 'E10.341', 'E10.351', 'E11.311', 'E11.321', 'E11.331', 'E11.341', 'E11.351', 'E13.311', 'E13.321', 'E13.331', 'E13.341', 'E13.351'], why: 'The code of the diabetic retinopathy reports the macular edema (tabular E11.3).' },
  { code: 'N05.9', stands: ['M32.14', 'E08.21', 'E09.21', 'E10.21', 'E11.21', 'E13.21'], why: 'The kind of nephritis is stated.' },
  { code: 'R45.1', stands: ['F01.511', 'F01.A11', 'F01.B11', 'F01.C11', 'F02.811', 'F02.A11', 'F02.B11', 'F02.C11', 'F03.911', 'F03.A11', 'F03.B11', 'F03.C11'], why: 'The code of the dementia reports the agitation (ICD-10-CM Guidelines I.B.5).' },
  { code: 'Z38', stands: ['O'], why: 'Of the newborn’s record: the mother’s has the outcome of delivery, Z37 (ICD-10-CM Guidelines I.C.16.a.2).' },
  { code: 'Z34.9', stands: ['Z34.0', 'Z34.8', 'O09'], why: 'Whether it is the first pregnancy is stated (tabular Z34).' },
  { code: 'Z39.2', stands: ['O85', 'O86', 'O87', 'O90', 'O91', 'F53'], why: 'The visit is for a complication of the time after birth (ICD-10-CM Guidelines I.C.15.o).' },
  { code: 'T14.91', stands: ['T3', 'T4', 'T5', 'T60', 'T61', 'T62', 'T63', 'T64', 'T65', 'T71', 'X7', 'X8'], why: 'How it was attempted is stated, and its code reports the intent (tabular T14.91: attempted suicide NOS).' },
  { code: 'O82', stands: ['O32', 'O33', 'O34', 'O36', 'O6', 'O7'], why: 'The reason for the cesarean is stated (ICD-10-CM Guidelines I.C.15.n; tabular O82).' },
  { code: 'O80', stands: ['O1', 'O2', 'O3', 'O40', 'O41', 'O43', 'O44', 'O45', 'O46', 'O47', 'O48', 'O6', 'O7', 'O82', 'O98', 'O99'], why: 'A complication of the delivery is stated (ICD-10-CM Guidelines I.C.15.n.1).' },
  { code: 'T30.0', stands: ['T20', 'T21', 'T22', 'T23', 'T24', 'T25'], why: 'The site of the burn is stated (ICD-10-CM Guidelines I.C.19.d.5).' },
  { code: 'K92', stands: BLEEDING_SITES, why: 'The code of its source reports the bleeding (Excludes1 at K92.0–K92.2; ICD-10-CM Guidelines I.B.9).' },
  { code: 'K62.5', stands: BLEEDING_SITES, why: 'The code of its source reports the bleeding (Excludes1 at K62.5; ICD-10-CM Guidelines I.B.9).' },
  { code: 'K56.6', stands: ['K40.0', 'K40.1', 'K40.3', 'K40.4', 'K41.0', 'K41.1', 'K41.3', 'K41.4', 'K42.0', 'K42.1', 'K43.0', 'K43.1', 'K43.3', 'K43.4', 'K43.6', 'K43.7', 'K44.0', 'K44.1', 'K50.012', 'K50.112', 'K50.812', 'K50.912', 'K51.012', 'K51.212', 'K51.312', 'K51.812', 'K51.912'], why: 'The code of its cause reports the obstruction (Excludes1 at K56; ICD-10-CM Guidelines I.B.9).' },
  { code: 'K81', stands: ['K80.0', 'K80.1', 'K80.4', 'K80.6'], why: 'Stones with inflammation of the gallbladder are one code (Excludes1 at K81).' },
  { code: 'R78.81', stands: ['A02.1', 'A22.7', 'A26.7', 'A32.7', 'A39.2', 'A39.3', 'A39.4', 'A40', 'A41', 'A42.7', 'A54.86', 'B37.7', 'O85', 'P36', 'T81.44'], why: 'Bacteria in the blood are part of the sepsis (Excludes1 at R78.81; ICD-10-CM Guidelines I.C.1.d).' },
  { code: 'R41.0', stands: ['F05'], why: 'The cause of the delirium is stated (Excludes1 at R41.0).' },
  { code: 'E16.0', stands: ['E08.64', 'E09.64', 'E10.64', 'E11.64', 'E13.64'], why: 'The code of the diabetes reports the hypoglycemia (Excludes1 at E16).' },
  { code: 'L97.4', stands: ['L89.6'], why: 'The ulcer of the heel is said to be of pressure (Excludes at L97; ICD-10-CM Guidelines I.C.12.a).' },
  { code: 'O62.2', stands: ['O72.1'], why: 'Atony with hemorrhage after the birth is that hemorrhage (Excludes1 at O62.2).' },
  { code: 'O75.89', stands: ['O72.1'], why: 'Atony with hemorrhage after the birth is that hemorrhage (Excludes1 at O62.2).' },
  { code: 'T50.90', stands: ['T36', 'T37', 'T38', 'T39', 'T4', 'T50.0', 'T50.1', 'T50.2', 'T50.3', 'T50.4', 'T50.5', 'T50.6', 'T50.7', 'T50.8', 'T50.A', 'T50.B', 'T50.Z', 'T50.91'], why: 'The drug is stated (ICD-10-CM Guidelines I.C.19.e).' },
  { code: 'Z99.2', stands: ['N17'], why: 'Dialysis for a time, in acute kidney failure, is no dependence on it (Index, Dependence, on, renal dialysis).' },
  { code: 'F19.9', stands: ['F10.1', 'F10.2', 'F11', 'F12.1', 'F12.2', 'F13', 'F14', 'F15', 'F16'], why: 'The substance is stated (ICD-10-CM Guidelines I.C.5.b).' },
  { code: 'R47.81', stands: ['R47.0', 'R47.1', 'I69'], why: 'The kind of the disturbance of speech is stated (tabular R47).' },
  { code: 'D62', stands: ['O90.81'], why: 'Anemia after the birth is reported as that of the puerperium (tabular O90.81).' },
  { code: 'N19', stands: ['N17', 'N18', 'N99.0', 'O90.4'], why: 'The kind of kidney failure is stated (Excludes1 at N19).' },
  { code: 'N23', stands: ['N13.2', 'N13.6', 'N20', 'N21'], why: 'The stone is stated that gives the colic (ICD-10-CM Guidelines I.B.5).' },
  { code: 'R55', stands: ['I95.1', 'I95.2'], why: 'The cause of the faint is stated (Excludes1 at R55).' },
  { code: 'K56.60', stands: ['K56.0', 'K56.1', 'K56.2', 'K56.3', 'K56.4', 'K56.5'], why: 'The cause of the obstruction is stated (Excludes1 at K56.60).' },
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

/** Diseases of other chapters whose organism B95–B97 tell (section B95–B97; use additional code at each). */
const INFECTIONS = [
  'A49', 'G00', 'G03', 'G04', 'G06', 'H00', 'H05', 'H10', 'H16', 'H44', 'H60', 'H65', 'H66', 'H70', 'I30', 'I33', 'I38', 'J00', 'J01', 'J02', 'J03', 'J04', 'J05', 'J06', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22', 'J32', 'J36', 'J39', 'J40', 'J44.0', 'J85', 'J86', 'J95.8', 'K04', 'K05', 'K11.2', 'K12', 'K25', 'K26', 'K27', 'K28', 'K29', 'K35', 'K57', 'K61', 'K63.0', 'K65', 'K67', 'K75', 'K80', 'K81', 'K83',
  'L00', 'L01', 'L02', 'L03', 'L04', 'L05', 'L08', 'L89', 'L97', 'L98.4', 'M00', 'M01', 'M46', 'M60', 'M65', 'M71', 'M72.6', 'M86', 'N10', 'N11', 'N12', 'N13.6', 'N15', 'N30', 'N34', 'N39.0', 'N41', 'N45', 'N47', 'N48', 'N49', 'N61', 'N70', 'N71', 'N72', 'N73', 'N75', 'N76', 'O08', 'O23', 'O75', 'O85', 'O86', 'O91', 'P36', 'P38', 'P39', 'R65', 'R78.81', 'T80.2', 'T81.4', 'T82.6', 'T82.7', 'T83.5', 'T83.6', 'T84.5', 'T84.6', 'T84.7', 'T85.7', 'T86', 'T87.4', 'T88.0', 'E10.6', 'E11.6', 'A41', 'A40', 'A04', 'A02', 'D73', 'E32', 'K82', 'Y95', 'O98', 'O99', 'L70', 'L73.2', 'B34',
];
const ORGANISM = 'An organism is reported with the infection that it causes, and none is stated: found without one, it is a colonization (section B95–B97).';

/** A code that the tabular list asks for beside others alone. */
export const ONLY_BESIDE: readonly { readonly code: string; readonly of: readonly string[]; readonly why: string }[] = [
  { code: 'B95', of: INFECTIONS, why: ORGANISM },
  { code: 'B96', of: INFECTIONS, why: ORGANISM },
  { code: 'B97', of: INFECTIONS, why: ORGANISM },
  { code: 'Z17', of: ['C50'], why: 'Hormone receptors are reported with the breast cancer that has them (tabular Z17: code first).' },
];
