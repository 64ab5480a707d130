import type { CodeGroup } from '../operators/expression.ts';

/** Acute infections that can bring on sepsis: not colonization, carrier states, warts or nails. */
export const ACUTE_INFECTION: CodeGroup = {
  name: 'an acute infection',
  icd10: [
    'A01', 'A02', 'A03', 'A04', 'A09', 'A15', 'A19', 'A20', 'A21', 'A22', 'A32', 'A37', 'A39', 'A42', 'A46', 'A48', 'A49', 'A77', 'A79', 'A87',
    'B37.1', 'B37.5', 'B37.6', 'B37.8', 'B38', 'B39', 'B44', 'B45', 'B50', 'B54', 'B59', 'G00', 'G01', 'G03', 'G04.2', 'G06', 'I33', 'I38', 'J05.1', 'J09', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18',
    'J36', 'J39.0', 'J39.1', 'J69.0', 'J85', 'J86', 'J95.851', 'K35', 'K57.0', 'K57.12', 'K57.2', 'K57.32', 'K57.4', 'K57.52', 'K57.8', 'K57.92', 'K61', 'K63.0', 'K63.1', 'K65', 'K75.0', 'K80.0', 'K80.3', 'K81.0',
    'K83.0', 'L02', 'L03', 'L08', 'L97', 'L98.49', 'M00', 'M46.2', 'M46.3', 'M46.4', 'M72.6', 'M86', 'N10', 'N12', 'N13.6', 'N15.1', 'N30.0', 'N30.9', 'N34.0', 'N39.0', 'N41.0', 'N41.2', 'N45', 'N49', 'N61', 'N70.0', 'N71', 'N73', 'N76.4', 'N98.0',
    'O03.0', 'O03.5', 'O08.0', 'O23', 'O41.12', 'O75.3', 'O86', 'T80.2', 'T81.4', 'T82.6', 'T82.7', 'T83.5', 'T83.6', 'T84.5', 'T84.6', 'T84.7', 'T85.7', 'T87.4', 'U07.1',
  ],
  terms: ['pneumonia', 'cellulitis', 'pyelonephritis', 'urinary tract infection', 'cholangitis', 'peritonitis', 'appendicitis', 'diverticulitis', 'bacteremia', 'abscess', 'meningitis', 'endocarditis', 'osteomyelitis', 'covid-19', 'influenza'],
  except: ['history of', 'vaccin*', 'immuniz*', 'risk of'],
};

/** Of the lungs: its own hypoxia is the local organ's. */
export const LUNG_INFECTION: CodeGroup = {
  name: 'an infection of the lungs',
  icd10: ['A15', 'A37', 'A48.1', 'B37.1', 'B59', 'J09', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22', 'J44.0', 'J69.0', 'J85', 'J86', 'J95.851', 'U07.1'],
  terms: ['pneumonia', 'bronchitis', 'covid-19', 'influenza', 'empyema'],
  except: ['history of', 'vaccin*'],
};

/** ICD-10-CM guideline I.C.1.d: sepsis, severe sepsis, shock, each with its place in pregnancy, birth and after procedures. "Urosepsis" says nothing (I.C.1.d.1.a.ii). */
export const SEPSIS: CodeGroup = {
  name: 'sepsis',
  icd10: ['A02.1', 'A20.7', 'A21.7', 'A22.7', 'A24.1', 'A26.7', 'A28.2', 'A32.7', 'A39.2', 'A39.3', 'A39.4', 'A40', 'A41', 'A42.7', 'A48.3', 'A54.86', 'B00.7', 'B37.7', 'O03.37', 'O03.87', 'O04.87', 'O07.37', 'O08.82', 'O85', 'O86.04', 'P36', 'R65.2', 'T81.12', 'T81.44'],
  terms: ['sepsis', 'septicemia', 'septic shock'],
  except: ['history of', 'risk of', 'screen*', 'protocol', 'alert'],
};

/** Kidney failure that lasts: its creatinine is no new organ dysfunction. */
export const LASTING_KIDNEY_DISEASE: CodeGroup = {
  name: 'chronic kidney disease from stage 4 on, or dialysis',
  icd10: ['N18.4', 'N18.5', 'N18.6', 'I12.0', 'I13.11', 'I13.2', 'Z99.2', 'Z94.0'],
  terms: ['esrd', 'eskd', 'end stage renal', 'end-stage renal', 'hemodialysis', 'peritoneal dialysis'],
  except: [],
};

/** Cirrhosis and bone-marrow disease: low platelets, a high bilirubin or INR may be their own. */
export const LIVER_OR_MARROW_DISEASE: CodeGroup = {
  name: 'chronic liver or bone-marrow disease',
  icd10: ['C81', 'C82', 'C83', 'C84', 'C85', 'C88', 'C90', 'C91', 'C92', 'C93', 'C94', 'C95', 'D46', 'D59.3', 'D61', 'D69.3', 'D69.4', 'K70.3', 'K70.4', 'K72.1', 'K74', 'K76.6'],
  terms: ['cirrhosis', 'leukemia', 'lymphoma', 'myelodysplas*', 'immune thrombocytopeni*'],
  except: ['family history'],
};

/** The state of being immunodeficient, named by a provider. */
export const IMMUNODEFICIENCY: CodeGroup = {
  name: 'immunodeficiency',
  icd10: ['B20', 'D80', 'D81', 'D82', 'D83', 'D84', 'D89.8', 'D70'],
  terms: ['immunodeficien*', 'immunocompromised', 'immunosuppressed', 'neutropeni*'],
  except: ['screening', 'family history'],
};
