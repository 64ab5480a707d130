import type { ChartBuilder } from '../../../../test/support/chart.ts';
import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(74).setting('inpatient');

/** Four days of one stay; the attending is Ada Lund. */
const day = (n: number): string => `2026-10-${17 + n}T09:00:00-05:00`;
const hp = (on: ChartBuilder, text: string, by = 'Ada Lund, MD'): ChartBuilder => on.note(text, { type: 'hp', by, date: day(1) });
const consult = (on: ChartBuilder, text: string, by = 'Ben Ito, MD', n = 2): ChartBuilder => on.note(text, { type: 'consult', by, date: day(n) });
const progress = (on: ChartBuilder, text: string, by = 'Ada Lund, MD', n = 3): ChartBuilder => on.note(text, { type: 'progress', by, date: day(n) });
const discharge = (on: ChartBuilder, text: string, by = 'Ada Lund, MD'): ChartBuilder => on.note(text, { type: 'discharge', by, date: day(4) });

const atn = consult(hp(stay, '74F, poor intake for a week. Cr 3.1.\nAssessment: AKI, fluids.'), 'Nephrology. Granular casts, FeNa 2.4.\nImpression: acute tubular necrosis.');
const confused = hp(stay, 'Assessment: UTI. Confused at home per daughter.');

export default cases({
  open: {
    'nephrology: ATN; the summary: prerenal AKI': discharge(atn, 'Discharge diagnoses\n1. Prerenal AKI from poor intake, Cr 1.2.'),
    'cardiology: type 2 infarction; the summary: NSTEMI': discharge(
      consult(hp(stay, 'Assessment: NSTEMI, heparin.'), 'Cardiology. Hgb 6.8, HR 130.\nAssessment: type 2 MI from anemia and tachycardia. Stop heparin.'),
      'Discharge diagnoses\n1. NSTEMI, medically managed.\n2. Anemia.'),
    'infectious diseases: no sepsis; the attending goes on saying sepsis': discharge(
      consult(hp(stay, 'Assessment: Sepsis from pyelonephritis, ceftriaxone.'), 'Infectious diseases.\nImpression: Pyelonephritis. No sepsis: afebrile, lactate 1.1, no organ dysfunction.'),
      'Hospital course: Sepsis due to pyelonephritis, treated with ceftriaxone.'),
    'neurology: TIA; the attending: acute ischemic stroke': discharge(
      consult(stay, 'Neurology. MRI without restricted diffusion.\nImpression: transient ischemic attack, resolved in 40 minutes.'),
      'Discharge diagnoses:\n1. Acute ischemic stroke, left MCA territory.'),
    'neurology: metabolic encephalopathy; the attending: dementia at baseline': discharge(
      consult(confused, 'Neurology.\nAssessment: metabolic encephalopathy from infection.'),
      'Discharge diagnoses:\n1. UTI.\n2. Alzheimer disease, dementia at baseline, not encephalopathy.'),
    'pulmonary: aspiration pneumonia; the summary: viral pneumonia': discharge(
      consult(stay, 'Pulmonary.\nImpression: aspiration pneumonia, right lower lobe. Ampicillin-sulbactam.', 'Ben Ito, MD', 1),
      'Discharge diagnoses\n1. Viral pneumonia.'),
    'an orthopedist: osteoporotic fracture; the attending: traumatic hip fracture': discharge(
      consult(stay, 'Orthopedics.\nAssessment: osteoporotic fracture of the left hip.'),
      'Discharge diagnoses\n1. Traumatic fracture of the left hip, pinned.'),
    'two doctors, two stages of one kidney disease': discharge(
      consult(stay, 'Nephrology.\nAssessment: CKD stage 4, diabetic.'), 'Discharge diagnoses\n1. Cellulitis.\n2. CKD stage 3b.'),
    'surgery stages the sacral ulcer 4, the attending 2': discharge(
      consult(stay, 'Surgery. Bone palpable.\nAssessment: sacral pressure ulcer, stage 4. Debrided.'), 'Discharge diagnoses\n1. Pressure ulcer of the sacrum, stage 2.'),
    'a drug per cardiology, and not the kind': discharge(
      consult(stay, 'Cardiology. Echo: EF 45%, inferior akinesis. This is acute on chronic systolic heart failure.'), 'Discharge diagnoses\n1. Acute on chronic diastolic heart failure. Weight down 8 kg, sacubitril-valsartan per cardiology.'),
    'the attending names the consultant’s view and keeps his own': discharge(atn,
      'Hospital course: Nephrology called this ATN; I do not agree. Prerenal AKI, answered to 4 L of fluid.'),
  },
  met: {
    'the attending clarifies and keeps to his view': discharge(atn,
      'Discharge diagnoses\n1. Prerenal AKI. Clarification of the conflicting documentation: nephrology’s note was read, the quick recovery speaks for prerenal.'),
    'a reconciling addendum': progress(
      discharge(atn, 'Discharge diagnoses\n1. Prerenal AKI.'), 'Addendum: I have reconciled my diagnosis with the consult; prerenal AKI is my diagnosis.', 'Ada Lund, MD', 4),
  },
  notApplicable: {
    'the summary takes up what nephrology says': discharge(atn, 'Discharge diagnoses\n1. ATN, Cr 1.4.'),
    'first prerenal, ATN two days later, by the attending as well': discharge(
      consult(hp(stay, 'Assessment: prerenal AKI.'), 'Nephrology.\nImpression: acute tubular necrosis.'), 'Hospital course: AKI thought prerenal at first, was ATN per nephrology.'),
    'thought of in the history, ruled out at discharge above the list': discharge(
      consult(hp(stay, 'A: syncope, cause open: orthostatic or arrhythmia; TIA in view of the speech.'), 'Neurology. MRI clear. This was not a TIA.'), 'Telemetry clean; TIA ruled out.\nDiagnoses\n1. Orthostatic syncope.'),
    'a possibility that another settles': discharge(
      consult(stay, 'Nephrology.\nImpression: possible ATN, follow urine output.'), 'Discharge diagnoses\n1. Prerenal AKI.'),
    'an emergency physician’s sepsis, and the attending’s plain pneumonia': discharge(
      stay.note('MDM: Sepsis, fluids and antibiotics.', { type: 'ed', by: 'Eve Roy, MD', date: day(1) }), 'Discharge diagnoses\n1. Pneumonia. No sepsis.'),
    'ruled out by the one who thought of it': discharge(
      hp(stay, 'Assessment: possible NSTEMI, trend troponin.'), 'Discharge diagnoses\n1. Chest pain, NSTEMI ruled out.'),
    'the radiologist sees no infarct, the neurologist and the attending call it a stroke': discharge(
      consult(stay.note('CT head. Impression: no acute infarct.', { type: 'radiology', by: 'Rae Diaz, MD', date: day(1) }), 'Neurology.\nImpression: acute ischemic stroke.'),
      'Discharge diagnoses\n1. Acute ischemic stroke.'),
    'only less said: heart failure and systolic heart failure': discharge(
      consult(stay, 'Cardiology.\nImpression: acute systolic heart failure, EF 30%.'), 'Discharge diagnoses\n1. Acute heart failure, diuresed.'),
    'combined, and one of its parts': discharge(
      consult(stay, 'Cardiology.\nImpression: acute combined systolic and diastolic heart failure.'), 'Discharge diagnoses\n1. Acute diastolic heart failure.'),
    'a review of systems against an assessment': discharge(
      consult(stay, 'ROS: No sepsis, no chest pain.\nAssessment: foot ulcer.', 'Ben Ito, MD'), 'Discharge diagnoses\n1. Sepsis from foot ulcer.'),
    'no further bleeding is no denial': discharge(
      consult(hp(stay, 'Assessment: gastrointestinal hemorrhage.'), 'GI.\nImpression: no further gastrointestinal hemorrhage.'), 'Discharge diagnoses\n1. Gastrointestinal hemorrhage.'),
    'none on admission, and it comes later': discharge(
      consult(stay, 'Pulmonary.\nImpression: no pulmonary embolism.', 'Ben Ito, MD', 1), 'Hospital course: developed pulmonary embolism on day 4, heparin.'),
    'the brother’s stroke': discharge(
      consult(stay, 'Neurology.\nImpression: transient ischemic attack.'), 'Discharge diagnoses\n1. TIA. Brother had an acute ischemic stroke.'),
    'a draft that was never signed': discharge(
      stay.note('Nephrology.\nImpression: acute tubular necrosis.', { type: 'consult', by: 'Ben Ito, MD', date: day(2), status: 'preliminary' }), 'Discharge diagnoses\n1. Prerenal AKI.'),
    'an earlier visit’s consultant': discharge(
      stay.note('Nephrology.\nImpression: acute tubular necrosis.', { type: 'consult', by: 'Ben Ito, MD', date: '2026-03-02T09:00:00-06:00', encounter: 'Encounter/spring' }), 'Discharge diagnoses\n1. Prerenal AKI.'),
    'an office visit': chart().age(60).note('Assessment: type 2 diabetes.', { by: 'Ada Lund, MD' }).note('Assessment: type 1 diabetes.', { by: 'Ben Ito, MD' }),
  },
  cannotTell: {
    'a note of this stay could not be read': discharge(atn, 'Discharge diagnoses\n1. Prerenal AKI.').unreadableNote(),
    'notes were denied': discharge(atn, 'Discharge diagnoses\n1. Prerenal AKI.').denied('DocumentReference'),
  },
});
