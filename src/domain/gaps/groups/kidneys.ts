import type { CodeGroup } from '../operators/expression.ts';

/** Diagnoses and words on the kidneys. Stages: KDIGO (2012, 2024) by eGFR. */

const NOT_NOW: readonly string[] = ['family history', 'screening', 'risk of', 'risk for', 'at risk'];

/** No stage, or 3 without a and b; hypertensive and diabetic kidney disease want one beside them. */
export const CKD_UNSTAGED: CodeGroup = {
  name: 'chronic kidney disease without its stage', icd10: ['N18.9', 'N18.30'],
  terms: ['chronic kidney disease', 'chronic renal insufficiency', 'ckd'], except: [...NOT_NOW, 'stage*', 'ckd 1', 'ckd 2', 'ckd 3', 'ckd 4', 'ckd 5', 'g1*', 'g2*', 'g3*', 'g4*', 'g5*', 'iii*', 'iv', 'end stage', 'esrd'],
};

function stage(name: string, code: string, digits: readonly string[]): CodeGroup {
  return {
    name: `chronic kidney disease stage ${name}`, icd10: [code],
    terms: digits.flatMap((digit) => [`ckd ${digit}`, `ckd${digit}`, `ckd stage ${digit}`, `ckd g${digit}`, `ckd, stage ${digit}`, `ckd st ${digit}`, `ckd-${digit}`, `stage ${digit} ckd`, `stage ${digit} chronic kidney`, `chronic kidney disease stage ${digit}`, `chronic kidney disease, stage ${digit}`, `chronic kidney disease g${digit}`]),
    except: NOT_NOW,
  };
}

export const CKD_1 = stage('1', 'N18.1', ['1', 'i']);
export const CKD_2 = stage('2', 'N18.2', ['2', 'ii']);
export const CKD_3A = stage('3a', 'N18.31', ['3a', 'iiia']);
export const CKD_3B = stage('3b', 'N18.32', ['3b', 'iiib']);
export const CKD_4 = stage('4', 'N18.4', ['4', 'iv']);
export const CKD_5 = stage('5', 'N18.5', ['5', 'v']);

/** N18.5 with dialysis is N18.6 (its inclusion term). */
export const END_STAGE: CodeGroup = {
  name: 'end-stage renal disease', icd10: ['N18.6', 'I12.0', 'I13.11', 'I13.2'],
  terms: ['end stage renal', 'end-stage renal', 'end stage kidney', 'end-stage kidney', 'esrd', 'eskd', 'esrf', 'end-stage renal failure'], except: NOT_NOW,
};

/** Counts as charted: in notes its words are the finding that is asked about. */
export const DIALYSIS_STATUS: CodeGroup = { name: 'dependence on dialysis', icd10: ['Z99.2'], terms: ['dependence on renal dialysis'], except: [] };

/** End stage, or acute injury or a poison that is dialysed for a while. */
export const WHY_DIALYSED: CodeGroup = {
  name: 'a diagnosis that dialysis goes with', icd10: ['N18.5', 'N18.6', 'N17', 'N99.0', 'O90.4', 'I12.0', 'I13.11', 'I13.2', 'K76.7', 'T56.8', 'T51.1', 'T52.3', 'T39.01', 'T43.59', 'E88.3'],
  terms: ['end stage renal', 'end-stage renal', 'end stage kidney', 'end-stage kidney', 'esrd', 'eskd', 'esrf', 'ckd 5*', 'ckd stage 5', 'stage 5 chronic kidney', 'chronic kidney disease stage 5', 'acute kidney injury', 'aki', 'acute renal failure', 'acute kidney failure', 'acute tubular necrosis', 'atn', 'hepatorenal*', 'tumor lysis*'],
  except: NOT_NOW,
};

/** Dialysis as a course of treatment, as notes tell of it. */
export const DIALYSED: readonly string[] = [
  'hemodialysis', 'haemodialysis', 'peritoneal dialysis', 'capd', 'ccpd', 'on dialysis', 'on hd', 'hd mwf', 'hd m/w/f', 'hd tts', 'hd t/t/s', 'hd tths', 'hd t/th/s', 'hd tuthsa', 'hd mon*', 'hd tue*', 'hd tu/th/sa', 'hd tu/th/s', 'hd tu th sa', 'hd tuesday*', 'hd monday*', 'hd via', 'hd through', 'hd at', 'hd by', 'hd with', 'hd thrice', 'hd three', 'hd 3x*', 'hd x3', 'hd per', 'hd since', 'after hd', 'before hd', 'during hd', 'with hd', 'post-hd', 'pre-hd', 'dialysis nurse', 'dialysis run', 'dialysis tech*', 'dialysis access', 'dialysis tu/th/sa', 'dialysis by', 'dialysis at', 'dialysis with', 'dialysis for', 'hd today', 'hd tomorrow', 'hd yesterday', 'hd session', 'hd unit', 'hd days', 'last hd', 'missed hd', 'next hd', 'dialysis mwf', 'dialysis m/w/f', 'dialysis tts', 'dialysis t/th/s', 'dialysis mon*', 'dialysis tue*', 'dialysis days', 'dialysis three', 'dialysis 3', 'dialysis thrice', 'dialysis since', 'dialysis today', 'dialysis tomorrow', 'dialysis yesterday', 'dialysis per', 'dialysis on', 'dialysis via', 'dialysis through',
  'dialysis center', 'dialysis centre', 'dialysis unit', 'dialysis clinic', 'dialysis session*', 'dialysis chair', 'dialysis schedule', 'dialysis patient', 'dialysis dependent', 'dialysis-dependent', 'maintenance dialysis', 'chronic dialysis', 'outpatient dialysis', 'home dialysis', 'thrice-weekly dialysis', 'missed dialysis', 'missing dialysis', 'skipped dialysis', 'last dialysis', 'next dialysis', 'after dialysis', 'before dialysis', 'during dialysis', 'at dialysis', 'gets dialysis', 'receives dialysis', 'continue dialysis', 'continues dialysis', 'resume dialysis', 'dialyzed', 'dialysed', 'dialyzes', 'dialyses',
];

/** Talk of dialysis that has not begun, another's, or one that washes out a drug. */
export const NOT_DIALYSED: readonly string[] = [
  'plan* for dialysis', 'dialysis planning', 'dialysis education', 'dialysis options', 'modality education', 'discuss*', 'prepar*', 'may need', 'might need', 'will need', 'would need', 'if needed', 'no need', 'need for', 'no indication', 'indication*', 'future', 'eventual*', 'consider*', 'declin*', 'refus*', 'does not want', 'not a candidate', 'candidate', 'transplant eval*', 'avoid*', 'averted', 'pre-dialysis', 'predialysis', 'until dialysis', 'not yet', 'not on', 'never on', 'off dialysis', 'no longer', 'lithium', 'ethylene glycol', 'methanol', 'salicylate', 'aspirin overdose', 'metformin-associated', 'overdose', 'valproate',
  'works at', 'works in', 'nurse at', 'technician', 'crrt', 'on hd 1', 'on hd 2', 'on hd 3', 'on hd 4', 'on hd 5', 'on hd 6', 'on hd 7', 'on hd 8', 'on hd 9', 'on hd#', 'hospital day', 'huntington*',
];

/** Kidney function that fell at once, by any name that says what it is; "renal insufficiency" and "creatinine up" do not. */
export const ACUTE_KIDNEY: CodeGroup = {
  name: 'acute kidney injury', icd10: ['N17', 'N19', 'N99.0', 'O90.4', 'K76.7', 'N00', 'N01', 'N10', 'N12', 'N14.1', 'R39.2', 'N13.8', 'T79.5', 'M32.14', 'D59.3', 'E88.3'],
  terms: ['acute kidney injury', 'aki', 'acute renal failure', 'acute kidney failure', 'renal failure', 'kidney failure', 'acute tubular necrosis', 'atn', 'hepatorenal*', 'cardiorenal*', 'prerenal azotemia', 'azotemia', 'obstructive uropathy', 'contrast nephropathy', 'interstitial nephritis', 'glomerulonephritis', 'acute on chronic kidney', 'acute on chronic renal'],
  except: ['family history', 'risk of', 'risk for', 'at risk', 'history of', 'h/o', 'prior'],
};

export const ACUTE_KIDNEY_WORDS: readonly string[] = [
  'aki', 'aki on ckd', 'acute kidney', 'kidney injury', 'renal injury', 'acute renal failure', 'arf', 'renal failure', 'kidney failure', 'atn', 'tubular necrosis', 'tubular injury', 'prerenal azotemia', 'prerenal injury', 'prerenal', 'pre-renal', 'azotemia', 'uremia', 'hepatorenal', 'hrs', 'cardiorenal', 'contrast nephropathy', 'contrast-induced', 'interstitial nephritis', 'ain', 'glomerulonephritis', 'nephritis', 'obstructive uropathy', 'obstructive nephropathy', 'postrenal', 'acute on chronic kidney', 'acute on chronic renal', 'renal impairment',
];

/** Dialysed or without kidneys of one's own that filter: creatinine follows the sessions. */
export const CREATININE_BY_DIALYSIS: CodeGroup = { name: 'dialysis or end-stage renal disease', icd10: ['N18.6', 'Z99.2', 'I12.0'], terms: ['esrd', 'eskd', 'end stage renal', 'end-stage renal', 'end stage kidney', 'end-stage kidney'], except: NOT_NOW };

export const CREATININE_NAMED: readonly string[] = ['creatinine', 'creat', 'cr', 'scr', 'renal function', 'kidney function', 'kidneys', 'kidney', 'renal', 'bun', 'bun/cr', 'gfr', 'egfr', 'labs', 'bmp', 'cmp', 'chem', 'chem7'];

/** What is done where a creatinine bears on the visit; beside its name. */
export const CREATININE_MINDED: readonly string[] = [
  'hold', 'held', 'holding', 'stop', 'stopped', 'stopping', 'avoid', 'avoiding', 'fluids', 'fluid', 'ivf', 'iv fluids', 'saline', 'ns', 'lr', 'bolus', 'bolused', 'hydrat*', 'hydration', 'rehydrat*', 'litre', 'liter', 'liters', 'recheck*', 're-check*', 'repeat*', 'trend*', 'monitor*', 'follow*', 'watch*', 'check', 'daily', 'tomorrow', 'in am', 'in the morning', 'again', 'ultrasound', 'renal us', 'fena', 'feurea', 'urine sodium', 'urinalysis', 'sediment', 'nephrology', 'renal consult', 'renal consulted', 'renally dose*', 'dose-adjust*', 'dose adjust*', 'dose reduc*', 'improv*', 'down to', 'back to', 'better', 'bump', 'bumped', 'up to', 'up from', 'rose', 'rising', 'peaked', 'recover*', 'normaliz*', 'resolv*', 'foley', 'catheter', 'urine output', 'corrected', 'came down',
];

/** What albumin in the urine means, or the disease that holds it. */
export const ALBUMIN_IN_URINE: CodeGroup = {
  name: 'albuminuria or a kidney disease', icd10: ['R80', 'N18', 'N00', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'I12', 'I13', 'E08.21', 'E08.22', 'E08.29', 'E09.21', 'E09.22', 'E09.29', 'E10.21', 'E10.22', 'E10.29', 'E11.21', 'E11.22', 'E11.29', 'E13.21', 'E13.22', 'E13.29', 'Z99.2', 'O12.1', 'O14', 'M32.14', 'E85', 'Q61'],
  terms: ['albuminuria', 'microalbuminuria', 'macroalbuminuria', 'proteinuria', 'nephropathy', 'diabetic kidney', 'chronic kidney disease', 'ckd*', 'nephrotic', 'glomerul*', 'esrd'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'no proteinuria'],
};

export const ALBUMIN_WORDS: readonly string[] = ['albuminuri*', 'microalbuminuri*', 'macroalbuminuri*', 'proteinuri*', 'nephropath*', 'diabetic kidney', 'kidney disease', 'dkd', 'nephrotic', 'nephritis', 'glomerulo*'];

/** A stage by itself, beside the kidney's name in one sentence. */
export const STAGE_TOLD: readonly string[] = ['stage 1', 'stage 2', 'stage 3a', 'stage 3b', 'stage 4', 'stage 5', 'stage i', 'stage ii', 'stage iiia', 'stage iiib', 'stage iv', 'stage v', 'stage g3a', 'stage g3b', 'stage g4', 'stage g5', 'g1', 'g2', 'g3a', 'g3b', 'g4', 'g5', 'g3aa1', 'g3aa2', 'g3aa3', 'g3ba1', 'g3ba2', 'g3ba3', 'g4a1', 'g4a2', 'g4a3', '3a', '3b', 'iiia', 'iiib'];

/** In notes by words alone: "HD" itself is read as if it held end-stage disease. */
export const WHY_DIALYSED_WORDS: readonly string[] = [
  'end stage', 'end-stage', 'endstage', 'esrd', 'eskd', 'esrf', 'ckd 5*', 'ckd5*', 'ckd v', 'ckd stage 5*', 'ckd stage v', 'stage 5 ckd', 'stage 5 chronic kidney', 'stage v chronic kidney', 'stage 5 kidney', 'chronic kidney disease stage 5', 'chronic kidney disease, stage 5', 'g5d', 'ckd g5*', 'acute kidney', 'acute renal', 'aki', 'arf', 'atn', 'tubular necrosis', 'hepatorenal', 'hrs-aki', 'tumor lysis', 'cast nephropathy', 'rhabdomyolysis', 'thrombotic microangiopathy',
];
