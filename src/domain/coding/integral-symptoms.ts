/**
 * Symptoms that are routinely part of a confirmed diagnosis and are not reported beside it (ICD-10-CM Guidelines
 * I.B.5; outpatient: IV.D). Written as code ranges: `symptom` at or beneath the left, `of` at or beneath the right.
 */
export const INTEGRAL_SYMPTOMS: readonly { readonly symptoms: readonly string[]; readonly of: readonly string[]; readonly says: string }[] = [
  { symptoms: ['R05', 'R06.0', 'R06.2', 'R06.89', 'R07.1', 'R09.3', 'R50.9', 'R53.1', 'R53.83', 'R68.83'], of: ['J09', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69'], says: 'cough, dyspnea and fever in pneumonia or influenza' },
  { symptoms: ['R05', 'R06.0', 'R06.2', 'R07.89', 'R09.3'], of: ['J20', 'J21', 'J40', 'J41', 'J42', 'J43', 'J44', 'J45', 'J47'], says: 'cough, wheeze and dyspnea in bronchitis, asthma or COPD' },
  { symptoms: ['R05', 'R07.0', 'R09.81', 'R09.82', 'R50.9', 'R51.9', 'J34.89', 'R68.83'], of: ['J00', 'J01', 'J02', 'J03', 'J04', 'J06', 'U07.1', 'B34.9', 'J30'], says: 'cough, sore throat and congestion in an upper respiratory infection' },
  { symptoms: ['R06.0', 'R60.0', 'R60.9', 'R63.5', 'R53.83', 'J90', 'J81.0'], of: ['I50', 'I11.0', 'I13.0', 'I13.2'], says: 'dyspnea, edema and effusion in heart failure (Excludes at J81, J90)' },
  { symptoms: ['R07.89', 'R07.9', 'R07.2', 'R06.0'], of: ['I20', 'I21', 'I22', 'I24', 'I25.11', 'I25.7'], says: 'chest pain in angina or infarction' },
  { symptoms: ['R00.2', 'R00.0'], of: ['I47', 'I48', 'I49'], says: 'palpitations in an arrhythmia' },
  { symptoms: ['R10', 'R11', 'R19.7', 'R50.9', 'R63.0'], of: ['A08', 'A09', 'K52', 'K35', 'K36', 'K37', 'K80', 'K81', 'K85', 'K56', 'K57.0', 'K57.2', 'K57.3'], says: 'abdominal pain, nausea and diarrhea in an acute abdominal illness' },
  { symptoms: ['R12', 'R10.13', 'R13.1'], of: ['K21', 'K29'], says: 'heartburn in reflux or gastritis' },
  { symptoms: ['R30', 'R35', 'R39.15', 'R31', 'R10.2', 'R10.3', 'R50.9'], of: ['N30', 'N39.0', 'N10', 'N12'], says: 'dysuria and frequency in a urinary infection' },
  { symptoms: ['R31', 'R10'], of: ['N20', 'N21', 'N23'], says: 'flank pain and hematuria in a stone' },
  { symptoms: ['R39.1', 'R35'], of: ['N40.1'], says: 'voiding symptoms in prostatic hyperplasia' },
  { symptoms: ['R63.1', 'R35', 'R63.4', 'R53.83'], of: ['E10', 'E11', 'E13'], says: 'thirst and polyuria in diabetes' },
  { symptoms: ['R53.83', 'R53.1', 'R53.82', 'R63.4', 'R63.5'], of: ['E03', 'E05', 'E06', 'D50', 'D51', 'D52', 'D53', 'D64'], says: 'fatigue in thyroid disease or anemia' },
  { symptoms: ['R45', 'R53.83', 'G47.00', 'R63.0', 'R41.840'], of: ['F32', 'F33', 'F31', 'F41', 'F43'], says: 'low mood, poor sleep and fatigue in depression or anxiety' },
  { symptoms: ['R51.9', 'R11', 'H53.14'], of: ['G43', 'G44'], says: 'headache and nausea in migraine' },
  { symptoms: ['R42', 'R11'], of: ['H81', 'H83.0'], says: 'dizziness in a vestibular disorder' },
  { symptoms: ['R06.83', 'G47.10', 'R53.83'], of: ['G47.3'], says: 'snoring and sleepiness in sleep apnea' },
  { symptoms: ['M25.5', 'M25.4', 'M25.6', 'M79.6'], of: ['M05', 'M06', 'M10', 'M15', 'M16', 'M17', 'M18', 'M19', 'M75', 'M76', 'M77', 'S83', 'S93', 'S43', 'S63'], says: 'joint pain and swelling in arthritis or a joint injury' },
  { symptoms: ['R20', 'M79.6'], of: ['G56', 'G57', 'G62', 'E08.4', 'E09.4', 'E10.4', 'E11.4', 'E13.4', 'M54.1'], says: 'numbness and tingling in neuropathy' },
  { symptoms: ['M79.6', 'M54.2', 'M54.5', 'M54.9'], of: ['M54.1', 'M50', 'M51', 'M54.4', 'M48.0'], says: 'pain in radiculopathy or disc disease' },
  { symptoms: ['R21', 'L29.9', 'R23.8'], of: ['L20', 'L21', 'L23', 'L24', 'L25', 'L30', 'L40', 'L50', 'B02', 'B35'], says: 'rash and itching in a skin disease' },
  { symptoms: ['M79.89', 'R60.0', 'M79.6', 'L53.9'], of: ['I80', 'I82', 'L03'], says: 'swelling and redness in thrombosis or cellulitis' },
  { symptoms: ['R50.9', 'R65.10', 'R41.0', 'R41.82'], of: ['A40', 'A41'], says: 'fever in sepsis' },
  { symptoms: ['R47', 'R29.810', 'R53.1'], of: ['I63', 'I61', 'G45'], says: 'neurological deficits that the stroke explains' },
  { symptoms: ['R56.9'], of: ['G40'], says: 'seizures in epilepsy' },
  { symptoms: ['H92.0', 'R50.9'], of: ['H65', 'H66', 'H60'], says: 'ear pain in otitis' },
  { symptoms: ['R73.0', 'R73.9'], of: ['E08', 'E09', 'E10', 'E11', 'E13'], says: 'raised glucose in diabetes' },
  { symptoms: ['R03.0'], of: ['I10', 'I11', 'I12', 'I13', 'I15', 'I16'], says: 'raised blood pressure in hypertension' },
];
