/**
 * What everyday services are done for, to point a claim's line to the diagnosis that it treats: numbers (a range with a dash) · beginnings of
 * ICD-10-CM codes, the likelier first · authority. Where the claim has none of them, the words of the record decide, and where those do not, nobody
 * guesses. Own table.
 */
export type ServiceDiagnosisRow = readonly [services: string, diagnoses: string, authority: string];

export const SERVICE_DIAGNOSES: readonly ServiceDiagnosisRow[] = [
  ['90460-90474 90480 90611-90759 91304-91322 G0008-G0010 M0201', 'Z23', 'ICD-10-CM Guidelines I.C.21.c.2'],
  ['90380 90381 96380 96381', 'Z29.11 Z23', 'ICD-10-CM Z29.11 (prophylactic RSV immunotherapy)'],
  ['10060 10061', 'L02 L03 L05 L72 L73.2 K61 N76.4 L08', 'ICD-10-CM chapter 12'],
  ['10120', 'S T L92.3 M79.5', 'ICD-10-CM chapter 19'],
  ['11042 97597', 'L97 L98.4 L89 I83 I87 E11.62 E10.62 E13.62 T81.3 T81.89 S T', 'ICD-10-CM chapter 12'],
  ['11102-11107', 'D48.5 D49.2 D22 D23 D03 C43 C44 L57 L82 R23 L98 L30 L40', 'ICD-10-CM chapters 2 and 12'],
  ['11200 11201', 'L91.8', 'ICD-10-CM L91.8'],
  ['11400-11446', 'D22 D23 D17 L72 L82 D48.5 D49.2', 'ICD-10-CM chapters 2 and 12'],
  ['11730-11732 11750', 'L60 L03.0 B35.1 S', 'ICD-10-CM L60'],
  ['11740', 'S60 S90 S61 S91', 'ICD-10-CM chapter 19'],
  ['11900', 'L91.0 L63 L66 L73 L40', 'ICD-10-CM chapter 12'],
  ['11976-11983', 'Z30 Z45 Z46 F11', 'ICD-10-CM Guidelines I.C.21.c.11'],
  ['12001-12057 G0168', 'S01 S11 S21 S31 S41 S51 S61 S71 S81 S91', 'ICD-10-CM chapter 19, open wounds'],
  ['17000-17004', 'L57.0', 'ICD-10-CM L57.0; NCD 250.4'],
  ['17110 17111', 'B07 B08.1 A63.0 L82 L91.8', 'ICD-10-CM B07'],
  ['17250', 'L92.9 P83.81 L92', 'ICD-10-CM L92'],
  ['20526', 'G56.0', 'ICD-10-CM G56.0'],
  ['20550 20551', 'M72.2 M65 M77 M76 M75', 'ICD-10-CM chapter 13'],
  ['20552 20553', 'M79.1 M62.83 M54', 'ICD-10-CM M79.1'],
  ['20600-20611', 'M17 M16 M19 M18 M15 M75 M70 M71 M10 M1A M11 M05 M06 M25 M23', 'ICD-10-CM chapter 13'],
  ['20612', 'M67.4', 'ICD-10-CM M67.4'],
  ['21480', 'S03.0 M26.6', 'ICD-10-CM S03.0'],
  ['23605 24505 24535', 'S42 M80.02 M84', 'ICD-10-CM S42'],
  ['23650', 'S43.0 M24.41', 'ICD-10-CM S43.0'],
  ['24600 24640', 'S53', 'ICD-10-CM S53'],
  ['25505-25605', 'S52 M80.03 M84 S59', 'ICD-10-CM S52'],
  ['26605-26770', 'S62 S63', 'ICD-10-CM S62, S63'],
  ['27265', 'T84.02', 'ICD-10-CM T84.02'],
  ['27560', 'S83.0 M22', 'ICD-10-CM S83.0'],
  ['27752-27818', 'S82 M80.06 M84', 'ICD-10-CM S82'],
  ['27840', 'S93.0', 'ICD-10-CM S93.0'],
  ['28475 28495', 'S92', 'ICD-10-CM S92'],
  ['29075-29515', 'S M84 M80 M25', 'ICD-10-CM chapter 19'],
  ['29580', 'I87 I83 L97 R60 I89', 'ICD-10-CM chapter 9'],
  ['29581', 'I87 I83 L97 R60 I89', 'ICD-10-CM chapter 9'],
  ['30300', 'T17', 'ICD-10-CM T17'],
  ['30901 30903', 'R04.0', 'ICD-10-CM R04.0'],
  ['32554 32555', 'J90 J91 J94', 'ICD-10-CM J90'],
  ['46083', 'K64', 'ICD-10-CM K64'],
  ['46600', 'K64 K60 K62 K92.1', 'ICD-10-CM chapter 11'],
  ['49082 49083', 'R18 K70 K74', 'ICD-10-CM R18'],
  ['51701 51702 51798', 'R33 N40 R39 N31 N39', 'ICD-10-CM chapter 14'],
  ['54150', 'Z41.2', 'ICD-10-CM Z41.2'],
  ['57452-57456', 'R87 N87', 'ICD-10-CM R87'],
  ['58300 58301', 'Z30.43 Z30', 'ICD-10-CM Z30.43'],
  ['59025', 'O Z34', 'ICD-10-CM chapter 15'],
  ['64405', 'M54.81 G44 G43', 'ICD-10-CM M54.81'],
  ['65205 65220', 'T15', 'ICD-10-CM T15'],
  ['69200', 'T16', 'ICD-10-CM T16'],
  ['69209 69210', 'H61.2', 'ICD-10-CM H61.2'],
  ['81002 81003', 'N R30 R31 R35 R39 R82 O Z34', 'ICD-10-CM chapter 14'],
  ['81025', 'Z32 N91 N92 Z30', 'ICD-10-CM Z32'],
  ['82270', 'Z12.1', 'ICD-10-CM Z12.1; NCD 210.3'],
  ['82272', 'K92 K62 K64 R19 D50 D62', 'ICD-10-CM K92'],
  ['82962 83036', 'E08 E09 E10 E11 E13 O24 R73 Z13.1 E16', 'ICD-10-CM E08–E13; NCD 190.20, 190.23'],
  ['83655', 'Z13.88 Z77.011 Z00.12', 'ICD-10-CM Z13.88'],
  ['85610', 'Z79.01 D68 I48', 'NCD 190.17'],
  ['85018', 'D50 D64 Z13.0 Z00', 'ICD-10-CM Z13.0'],
  ['86308', 'B27 J02 J03', 'ICD-10-CM B27'],
  ['86580', 'Z11.1 Z11.7 Z20.1 R76.1', 'ICD-10-CM Z11.1'],
  ['87220', 'B35 B36 B37', 'ICD-10-CM B35'],
  ['87426 87428 87811', 'U07.1 Z20.822 J R05 R50 R09', 'ICD-10-CM Guidelines I.C.1.g'],
  ['87804', 'J10 J11 J09 J06 R50 R05 Z20.828', 'ICD-10-CM J09–J11'],
  ['87880', 'J02 J03 A38 J35 R07.0', 'ICD-10-CM J02'],
  ['87807', 'J21 J20.5 J12.1 B97.4 R05 J06', 'ICD-10-CM J21'],
  ['87210', 'N76 N77 B37 N89', 'ICD-10-CM N76'],
  ['92551 92552 92567', 'Z01.1 Z00.12 H', 'ICD-10-CM Z01.1'],
  ['93000-93010', 'I R00 R07 R55 R06 R94.31 Z01.81', 'ICD-10-CM chapter 9'],
  ['93279-93289', 'Z45.0 Z95.0 Z95.810 I', 'ICD-10-CM Z45.0'],
  ['94010 94060 94640', 'J44 J45 J43 J20 J21 J84 R06 R05 R09', 'ICD-10-CM chapter 10'],
  ['95115-95117', 'J30 J45 Z51.6 Z91.03', 'ICD-10-CM J30'],
  ['96110', 'Z13.4 Z00.12', 'ICD-10-CM Z13.4'],
  ['96127', 'Z13.3 Z00.12 F', 'ICD-10-CM Z13.3'],
  ['98925-98929', 'M99 M54', 'ICD-10-CM M99'],
  ['99173 99177', 'Z00.12 Z01.0 Z13.5', 'ICD-10-CM Z01.0'],
  ['99188', 'Z29.3 Z00.12 Z41.8 Z13.84', 'USPSTF 2021'],
  ['99406 99407', 'F17 Z72.0 Z87.891 O99.33', 'NCD 210.4.1'],
  ['99408 99409 G0442 G0443', 'F10 F11 F12 F13 F14 F15 F16 F18 F19 Z13.39 Z71.4 Z72', 'NCD 210.8'],
  ['36415 99497 99498', '*', 'CMS-1500 item 24E'],
  ['G0444', 'Z13.31', 'NCD 210.9'],
  ['G0101 Q0091', 'Z12.4 Z01.41 Z12.72 Z12.39', 'NCD 210.2'],
];

/** Beginnings `*`: it serves the whole visit and points as the visit does. */
export const AS_THE_VISIT = '*';

/** Visits of every kind, whether or not a level is computed for them (CPT evaluation and management; Medicare's examinations). */
export const VISITS = '99202-99397 G0402 G0438 G0439';

/** Visits that are billed for the examination itself: they point to its Z code first (ICD-10-CM Guidelines I.C.21.c.13). */
export const EXAMINATION_VISITS: ServiceDiagnosisRow = ['99381-99397 G0402 G0438 G0439', 'Z00 Z01.4 Z02', 'ICD-10-CM Guidelines I.C.21.c.13'];

/** Codes that a visit is never chiefly for where it has another: the reason for a vaccine, external causes (I.C.20.a.6). */
export const NOT_WHAT_A_VISIT_TREATS = 'Z23 Z29.11 V W X Y';

/** Modifier 25 goes on the visit, and only where it is separately identifiable (NCCI Policy Manual, chapter I, D; chapter XI). */
export const SEPARATE_VISIT = '25';
