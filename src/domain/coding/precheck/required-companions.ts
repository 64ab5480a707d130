/**
 * Codes that are never complete alone: what they name is reported with a second code, whether or not this program found it in the notes.
 * Authority of each: the tabular list's instruction at the code, and the section of the ICD-10-CM Guidelines.
 */
export const REQUIRED_COMPANIONS: readonly {
  readonly id: string;
  readonly of: readonly string[];
  /** One of these must stand beside it. */
  readonly asks: readonly string[];
  readonly says: string;
  readonly fix: string;
  readonly authority: string;
}[] = [
  { id: 'hypertensive-kidney-disease-stage', of: ['I12', 'I13'], asks: ['N18'], says: 'Hypertensive kidney disease is reported with the stage of the kidney disease', fix: 'Add the stage (N18.-) as the notes give it.', authority: 'tabular I12, I13; I.C.9.a.2' },
  { id: 'hypertensive-heart-failure-type', of: ['I11.0', 'I13.0', 'I13.2'], asks: ['I50'], says: 'Hypertensive heart disease with heart failure is reported with the type of the failure', fix: 'Add the heart failure (I50.-) as the notes give it.', authority: 'tabular I11.0, I13; I.C.9.a.1' },
  { id: 'diabetic-kidney-disease-stage', of: ['E08.22', 'E09.22', 'E10.22', 'E11.22', 'E13.22'], asks: ['N18'], says: 'Diabetic kidney disease is reported with its stage', fix: 'Add the stage (N18.-) as the notes give it.', authority: 'tabular E08–E13 .22; I.A.17' },
  { id: 'diabetic-foot-ulcer-site', of: ['E08.621', 'E09.621', 'E10.621', 'E11.621', 'E13.621'], asks: ['L97', 'L98.4'], says: 'A diabetic foot ulcer is reported with its site and depth', fix: 'Add the ulcer (L97.-) as the notes give it.', authority: 'tabular E08–E13 .621; I.A.17' },
  { id: 'arterial-ulcer-depth', of: ['I70.23', 'I70.24', 'I70.33', 'I70.34', 'I70.43', 'I70.44', 'I70.53', 'I70.54', 'I70.63', 'I70.64', 'I70.73', 'I70.74'], asks: ['L97', 'L98.4'], says: 'An arterial ulcer is reported with its depth', fix: 'Add the ulcer (L97.-) as the notes give it.', authority: 'tabular I70.2–I70.7; I.A.17' },
  { id: 'venous-ulcer-depth', of: ['I83.0', 'I83.2', 'I87.01', 'I87.03', 'I87.31', 'I87.33'], asks: ['L97', 'L98.4'], says: 'A venous ulcer is reported with its depth', fix: 'Add the ulcer (L97.-) as the notes give it.', authority: 'tabular I83.0, I83.2, I87; I.A.17' },
  { id: 'copd-with-infection', of: ['J44.0'], asks: ['J09', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22', 'J69', 'J85', 'J86', 'U07.1'], says: 'COPD with a lower respiratory infection is reported with the infection', fix: 'Add the infection as the notes give it.', authority: 'tabular J44.0: code also to identify the infection' },
  { id: 'antineoplastic-encounter-neoplasm', of: ['Z51.0', 'Z51.1'], asks: ['C', 'D0', 'D1', 'D2', 'D3', 'D4', 'O9A.1'], says: 'An encounter for chemotherapy, immunotherapy or radiation is reported with the neoplasm that is treated', fix: 'Add the neoplasm behind it.', authority: 'I.C.2.e.2' },
  { id: 'weeks-of-gestation-alone', of: ['Z3A'], asks: ['O', 'Z03.7', 'Z33', 'Z34', 'Z36'], says: 'Weeks of gestation only go with a code of the pregnancy', fix: 'Add the code of the pregnancy (chapter 15, or its supervision), or leave the weeks out.', authority: 'tabular Z3A; I.C.21.c.11' },
  { id: 'outcome-of-delivery-alone', of: ['Z37'], asks: ['O'], says: 'The outcome of delivery only goes with a code of the delivery', fix: 'Add the code of the delivery (chapter 15).', authority: 'I.C.15.b.5' },
  { id: 'body-mass-alone', of: ['Z68'], asks: ['E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E64.0', 'E66', 'E88.82', 'F50', 'O21', 'O25', 'O26.0', 'O26.1', 'O99.21', 'O99.84', 'P05', 'R62', 'R63', 'R64', 'Z71.3'], says: 'A body mass index is only reported beside a provider’s diagnosis of weight', fix: 'Ask the provider for the diagnosis, or leave the body mass index out.', authority: 'I.B.14, I.C.21.c.3' },
  { id: 'severe-sepsis-infection', of: ['R65.2'], asks: ['A02.1', 'A22.7', 'A26.7', 'A32.7', 'A40', 'A41', 'A42.7', 'A54.86', 'B37.7', 'O03', 'O04', 'O07', 'O08', 'O75.3', 'O85', 'O86.04', 'T80.2', 'T81.4', 'T88.0'], says: 'Severe sepsis is reported with the infection beneath it', fix: 'Add the sepsis (A40.-, A41.-) before it.', authority: 'tabular R65.2: code first; I.C.1.d.1.b' },
  { id: 'drug-resistance-alone', of: ['Z16'], asks: ['A', 'B', 'J', 'K', 'L', 'M', 'N', 'T8', 'G0', 'I3', 'O', 'P3', 'U'], says: 'Resistance to drugs goes with the infection that has it', fix: 'Add the infection before it.', authority: 'tabular Z16: code first; I.C.1.c' },
];
