interface GeneralCode {
  readonly code: string;
  readonly coveredBy: readonly string[];
  readonly authority: string;
  /** The others are different conditions: what the history says of one does not make the assessed one more specific. */
  readonly otherConditions?: true;
}

/**
 * Codes that say less than a whole family of others, where the titles alone do not show it. When one of `coveredBy` is
 * supported or charted, the general code adds nothing and is not reported beside it.
 */
export const GENERAL_CODES: readonly GeneralCode[] = [
  { code: 'I10', coveredBy: ['I11', 'I12', 'I13', 'I15', 'O10', 'O11', 'O13', 'O14'], authority: 'ICD-10-CM Guidelines I.C.9.a; Excludes at I10' },
  { code: 'E11.9', coveredBy: ['E11', 'E08', 'E09', 'E10', 'E13', 'O24'], authority: 'ICD-10-CM Guidelines I.C.4.a; Excludes1 at E11' },
  { code: 'E10.9', coveredBy: ['E10'], authority: 'ICD-10-CM Guidelines I.C.4.a' },
  { code: 'R73.03', coveredBy: ['E08', 'E09', 'E10', 'E11', 'E13'], authority: 'Excludes1 at R73' },
  { code: 'R73.9', coveredBy: ['R73.0'], authority: 'Excludes1 at R73' },
  { code: 'F32.A', coveredBy: ['F32', 'F33', 'F31', 'F34.1', 'F53.0'], authority: 'ICD-10-CM Guidelines I.C.5; tabular F32' },
  { code: 'F32.9', coveredBy: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F33'], authority: 'tabular F32, F33' },
  { code: 'F41.9', coveredBy: ['F41.0', 'F41.1', 'F41.3', 'F41.8', 'F40', 'F43.22', 'F43.23'], authority: 'tabular F41', otherConditions: true },
  { code: 'D64.9', coveredBy: ['D50', 'D51', 'D52', 'D53', 'D55', 'D56', 'D57', 'D58', 'D59', 'D60', 'D61', 'D62', 'D63', 'D64', 'O99.0'], authority: 'tabular D50–D64' },
  { code: 'E66.9', coveredBy: ['E66'], authority: 'tabular E66' },
  { code: 'E78.5', coveredBy: ['E78.0', 'E78.1', 'E78.2', 'E78.3', 'E78.4'], authority: 'tabular E78' },
  { code: 'I25.10', coveredBy: ['I25.11', 'I25.7'], authority: 'ICD-10-CM Guidelines I.C.9.b' },
  { code: 'I50.9', coveredBy: ['I50', 'I09.81'], authority: 'tabular I50' },
  { code: 'J44.9', coveredBy: ['J44'], authority: 'tabular J44' },
  { code: 'J45.909', coveredBy: ['J45', 'J44'], authority: 'tabular J45' },
  { code: 'N18.9', coveredBy: ['N18', 'E11.22'], authority: 'tabular N18' },
  { code: 'N18.30', coveredBy: ['N18.31', 'N18.32'], authority: 'tabular N18.3' },
  { code: 'M54.50', coveredBy: ['M54.51', 'M54.59', 'M54.4', 'M51.36', 'M51.37'], authority: 'tabular M54' },
  { code: 'M19.90', coveredBy: ['M15', 'M16', 'M17', 'M18', 'M19'], authority: 'tabular M15–M19' },
  { code: 'G62.9', coveredBy: ['G60', 'G61', 'G62', 'G63', 'E08.4', 'E09.4', 'E10.4', 'E11.4', 'E13.4'], authority: 'ICD-10-CM Guidelines I.A.15; tabular G62' },
  { code: 'I48.91', coveredBy: ['I48.0', 'I48.1', 'I48.2'], authority: 'tabular I48' },
  { code: 'I63.9', coveredBy: ['I63'], authority: 'tabular I63' },
  { code: 'I21.9', coveredBy: ['I21'], authority: 'tabular I21' },
  { code: 'J18.9', coveredBy: ['J09', 'J10.0', 'J11.0', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69.0'], authority: 'tabular J18' },
  { code: 'J06.9', coveredBy: ['J00', 'J01', 'J02', 'J03', 'J04', 'J05', 'J10', 'J11'], authority: 'tabular J00–J06', otherConditions: true },
  { code: 'A41.9', coveredBy: ['A40', 'A41'], authority: 'ICD-10-CM Guidelines I.C.1.d' },
  { code: 'K21.9', coveredBy: ['K21.0'], authority: 'tabular K21' },
  { code: 'G43.909', coveredBy: ['G43'], authority: 'tabular G43' },
  { code: 'E03.9', coveredBy: ['E00', 'E01', 'E02', 'E03', 'E89.0'], authority: 'tabular E03' },
  { code: 'R11.10', coveredBy: ['R11.11', 'R11.12', 'R11.2'], authority: 'tabular R11' },
  { code: 'R11.0', coveredBy: ['R11.2'], authority: 'tabular R11' },
  { code: 'F17.200', coveredBy: ['F17.21', 'F17.22', 'F17.29'], authority: 'tabular F17.2' },
  { code: 'J22', coveredBy: ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J20', 'J21', 'J44.0'], authority: 'tabular J22', otherConditions: true },
  { code: 'I70.90', coveredBy: ['I70.0', 'I70.1', 'I70.2', 'I70.3', 'I70.4', 'I70.5', 'I70.6', 'I70.7'], authority: 'tabular I70' },
  { code: 'I73.9', coveredBy: ['I70.2', 'I70.3', 'I70.4', 'I70.5', 'I70.6', 'I70.7', 'E08.51', 'E09.51', 'E10.51', 'E11.51', 'E13.51'], authority: 'Excludes1 at I73.9; Index, Diabetes, with peripheral angiopathy' },
  { code: 'C50.919', coveredBy: ['C50'], authority: 'tabular C50' },
  { code: 'C50.911', coveredBy: ['C50.011', 'C50.111', 'C50.211', 'C50.311', 'C50.411', 'C50.511', 'C50.611', 'C50.811'], authority: 'tabular C50' },
  { code: 'C50.912', coveredBy: ['C50.012', 'C50.112', 'C50.212', 'C50.312', 'C50.412', 'C50.512', 'C50.612', 'C50.812'], authority: 'tabular C50' },
  { code: 'D84.9', coveredBy: ['D80', 'D81', 'D82', 'D83', 'D84.8', 'B20'], authority: 'tabular D84' },
  { code: 'E06.9', coveredBy: ['E06'], authority: 'tabular E06' },
  { code: 'R53.83', coveredBy: ['R53.0', 'R53.1', 'R53.82', 'G93.32'], authority: 'tabular R53', otherConditions: true },
  { code: 'M54.9', coveredBy: ['M54.5', 'M54.4', 'M54.6', 'M54.1', 'M51', 'M48.06', 'S39.012', 'S33.5'], authority: 'tabular M54: pain of a named cause or region' },
  { code: 'N20.0', coveredBy: ['N20.2'], authority: 'tabular N20' },
  { code: 'N20.1', coveredBy: ['N20.2'], authority: 'tabular N20' },
  { code: 'I89.0', coveredBy: ['I97.2', 'Q82.0'], authority: 'Excludes1 at I89.0' },
  { code: 'N28.9', coveredBy: ['N18', 'N17', 'N0', 'M32.14', 'I12', 'I13', 'E08.2', 'E09.2', 'E10.2', 'E11.2', 'E13.2'], authority: 'Index, Disease, kidney', otherConditions: true },
  { code: 'M81.0', coveredBy: ['M80.0'], authority: 'Excludes1 at M81' },
  { code: 'M06.9', coveredBy: ['M05', 'M06'], authority: 'tabular M05, M06' },
  { code: 'M10.9', coveredBy: ['M10', 'M1A'], authority: 'tabular M10, M1A' },
  { code: 'B34.2', coveredBy: ['U07.1'], authority: 'Excludes1 at B34.2' },
  { code: 'A53.0', coveredBy: ['A51.5', 'A52.8'], authority: 'tabular A53.0' },
  { code: 'R56.9', coveredBy: ['G40', 'R56.1'], authority: 'Excludes at R56', otherConditions: true },
  { code: 'G47.30', coveredBy: ['G47.31', 'G47.33', 'G47.37'], authority: 'tabular G47.3' },
];
