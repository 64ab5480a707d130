import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(66);

export default cases({
  open: {
    'days told with strokes, by fistula': adult.setting('inpatient').note('HD Tu/Th/Sa at Riverside through the left arm fistula, four years now. Cellulitis of the shin: vancomycin with HD.'),
    'the session as a procedure only': adult.setting('inpatient').procedure('hemodialysis', '2026-10-20').note('Cellulitis, cefazolin.'),
    'HD MWF': adult.note('66M on HD MWF via left AVF, here for a cough. Lungs clear.\nA/P: Bronchitis. Hypertension.'),
    'dialysis told by the nurse only': adult.note('Missed dialysis Tuesday, weight up 3 kg.', { role: 'nurse', type: 'nursing' }).note('Cellulitis: cefazolin after dialysis.'),
    'peritoneal dialysis at home': adult.note('Peritoneal dialysis nightly at home. Foot ulcer dressed.'),
    'only "chronic kidney disease" beside it': adult.problem('N18.9').note('CKD. Continue dialysis TTS. Shoulder pain.'),
    'renal failure without a kind': adult.note('Renal failure, hemodialysis three times a week. Hip pain.'),
    'charted stage 4': adult.problem('N18.4').note('Last dialysis Monday. Hyperlipidemia, statin.'),
    'dialysate ordered': adult.setting('inpatient').medication('Dianeal 2.5 % peritoneal dialysis solution', { encounter: 'Encounter/visit' }).note('Pneumonia.'),
    'the consultant sees to the sessions': adult.setting('inpatient').note('Nephrology: HD today via RIJ tunneled catheter, 3 L off. Next Wed.', { type: 'consult', by: 'Dr. Renal' }).note('Line infection, vancomycin with HD.'),
    'the discharge summary only': adult.setting('inpatient').note('Pneumonia, better.').note('Resume outpatient dialysis Thursday.', { type: 'discharge' }),
  },
  met: {
    'ESRD': adult.note('ESRD on HD MWF. Bronchitis.'),
    'end-stage renal disease charted': adult.problem('N18.6').note('HD tomorrow. Bronchitis.'),
    'the status charted': adult.problem('Z99.2').note('On HD TTS. Bronchitis.'),
    'kidney injury, dialysed for now': adult.setting('inpatient').note('AKI from ATN, hemodialysis session 2 today.'),
    'lithium': adult.setting('ed').note('Emergent hemodialysis for lithium toxicity. Nephrology consulted; hemodialysis today.'),
    'stage 5 on dialysis: an inclusion term': adult.note('CKD stage 5 on hemodialysis. Bronchitis.'),
    'by the consultant': adult.note('HD today.').note('Nephrology: ESKD from IgA nephropathy.', { type: 'consult', by: 'Dr. Renal' }),
  },
  notApplicable: {
    'the third hospital day': adult.setting('inpatient').note('HD 3, POD 2. Eating. Pneumonia better.'),
    'Huntington disease': adult.note('Gait worse with HD (Huntington disease). Tetrabenazine up.'),
    'not on dialysis': adult.note('Creatinine stable, not on dialysis.'),
    'dialysis is planned': adult.note('Discussed dialysis options and modality education; will need hemodialysis within a year.'),
    'the brother': adult.note('Brother diabetic on dialysis. Knee pain.'),
    'hospital day 3': adult.setting('inpatient').note('On HD 3 of stay, walking. Pneumonia.'),
    'declined': adult.note('Declined hemodialysis, comfort care.'),
    'no need': adult.setting('inpatient').note('No need for hemodialysis, potassium corrected.'),
    'works there': adult.note('Works at a dialysis center. Back pain.'),
    'an indication of a drug': adult.note('Knee pain. Ibuprofen avoided.'),
  },
  cannotTell: {
    'notes were denied': adult.denied('DocumentReference'),
    'conditions were denied': adult.note('HD MWF. Bronchitis.').denied('Condition'),
    'a note of this visit could not be read': adult.note('HD MWF. Bronchitis.').unreadableNote(),
  },
});
