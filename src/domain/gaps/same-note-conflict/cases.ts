import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const visit = chart().age(58);
const stay = visit.setting('inpatient');

export default cases({
  open: {
    'an emergency note judges twice': chart().age(54).setting('ed').note('HPI: left leg swelling. Clot in 2022.\n\nMDM / course\nAcute DVT of the left femoral vein. Apixaban first dose.\n\nRe-evaluation 21:05\nFeels OK. Compared with the 2022 scan: chronic post-thrombotic change of the left femoral vein, no acute DVT.\n\nDiagnosis: left leg swelling.', { type: 'ed' }),
    'superficial only, and deep': chart().age(46).setting('ed').note('ED course / MDM: Radiology: deep veins compress, thrombus limited to the small saphenous vein.\n\nImpression:\nAcute DVT, left popliteal vein.', { type: 'ed' }),
    'results: no DVT now; assessment: acute DVT on treatment': visit.note('HPI: Calf clot in March, on apixaban.\nResults: Duplex today compresses fully, no DVT now.\nAssessment:\n1. Acute DVT of the right leg, continue apixaban.'),
    'the course says systolic, the list diastolic': stay.note('Hospital course: Acute systolic heart failure, EF 30%, diuresed.\nDischarge diagnoses:\n1. Acute diastolic heart failure.', { type: 'discharge' }),
    'the course says that sepsis was never there, the list has it': stay.note('Hospital course: Cellulitis, sepsis ruled out.\nDischarge diagnoses:\n1. Sepsis due to cellulitis.', { type: 'discharge' }),
    'type 1 in one line of the assessment, type 2 in another': visit.note('Assessment:\n1. Type 2 diabetes, A1c 7.4.\n2. Foot care for type 1 diabetes.'),
    'paroxysmal and permanent': visit.note('Assessment and plan:\n1. Permanent atrial fibrillation, rate control.\n2. Anticoagulation for paroxysmal atrial fibrillation.'),
    'pulmonary embolism treated, and none on the scan': visit.note('Results: CT angiogram this morning: no pulmonary embolism.\nAssessment:\n1. Pulmonary embolism, continue rivaroxaban.'),
    'two stages of one kidney disease': visit.note('Assessment:\n1. CKD stage 3a, stable.\n2. Hypertension with CKD stage 4: lisinopril.'),
    'two degrees of malnutrition': stay.note('Hospital course: Severe malnutrition, seen by dietitian.\nDischarge diagnoses:\n1. Moderate malnutrition.', { type: 'discharge' }),
  },
  met: {
    'the author corrects the note': visit.note('Results: Duplex today: no DVT now.\nAssessment:\n1. Acute DVT of the right leg, continue apixaban.')
      .note('Correction to the assessment above: DVT is resolved, history only.'),
    'a clarification after a query': visit.note('Assessment:\n1. Permanent atrial fibrillation.\n2. Anticoagulation for paroxysmal atrial fibrillation.')
      .note('Clarified diagnosis on query: permanent atrial fibrillation.'),
  },
  notApplicable: {
    'a superficial clot, and no deep one': chart().age(46).setting('ed').note('ED course / MDM: thrombus limited to the small saphenous vein, no DVT.\n\nImpression:\nSuperficial thrombophlebitis, left leg.', { type: 'ed' }),
    'denied twice': visit.note('Results: duplex no DVT.\nAssessment:\n1. Post-thrombotic changes of the left leg, no acute DVT.'),
    'an acute clot in a leg with old changes': visit.note('Assessment:\n1. Acute DVT of the left femoral vein with post-thrombotic changes of 2022 beside it.'),
    'both a deep and a superficial clot': visit.note('Assessment:\n1. Acute DVT of the left calf.\n2. Superficial thrombophlebitis of the great saphenous vein.'),
    'a review of systems denies what the assessment names': visit.note('ROS: denies chest pain, denies depression.\nAssessment:\n1. Major depression, sertraline.'),
    'no acute DVT, and a chronic one': visit.note('Results: Duplex: no acute DVT.\nAssessment:\n1. Chronic DVT of the left femoral vein, continue apixaban.'),
    'an addendum resolves it': visit.note('Assessment:\n1. Acute DVT right leg.\nResults: no DVT on duplex.\nAddendum: Final read of the duplex: acute DVT, the preliminary read was wrong.'),
    'first scan negative, then positive': stay.note('Hospital course: Initial CT showed no stroke. MRI: acute ischemic stroke.\nDischarge diagnoses:\n1. Acute ischemic stroke.', { type: 'discharge' }),
    'a past one and a new one': visit.note('PMH: pulmonary embolism 2019.\nAssessment:\n1. Acute pulmonary embolism, heparin.'),
    'right leg clear, left leg clotted': visit.note('Results: Right leg: no DVT.\nAssessment:\n1. Acute DVT of the left leg.'),
    'one kind rather than the other': stay.note('Assessment: Prerenal AKI, not ATN.'),
    'no film evidence, but a clinical pneumonia': visit.note('Results: Chest film without pneumonia.\nAssessment: Pneumonia, clinically: crackles, fever. Azithromycin.'),
    'thought one at first': stay.note('Hospital course: Initially treated as systolic heart failure; echo normal.\nDischarge diagnoses:\n1. Acute diastolic heart failure.', { type: 'discharge' }),
    'a mixed shock': stay.note('Assessment: Mixed septic shock and cardiogenic shock.'),
    'a relative’s type': visit.note('Assessment:\n1. Type 2 diabetes. Sister has type 1 diabetes.'),
    'a draft': visit.note('Results: no DVT now.\nAssessment: Acute DVT of the right leg.', { status: 'preliminary' }),
  },
  cannotTell: {
    'a note could not be read: it may resolve it': visit.note('Results: Duplex today: no DVT now.\nAssessment:\n1. Acute DVT of the right leg.').unreadableNote(),
  },
});
