import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(79).setting('inpatient').admitted('2026-10-17T20:00:00-05:00');
const nurse = { type: 'nursing', role: 'nurse' } as const;
const metabolic = stay.note('Assessment: Metabolic encephalopathy from UTI. Ceftriaxone.');

export default cases({
  open: {
    'alert and oriented, says the nurse each shift': metabolic.note('A&Ox3, follows commands.', nurse).note('Alert and oriented, ambulates.', nurse),
    'the same note: oriented x3': stay.note('Exam: awake, oriented x3, speech clear.\nAssessment: Toxic encephalopathy, resolving.'),
    'Glasgow 15 throughout': metabolic.result('9269-2', 15, '{score}', '2026-10-18', 'vital-signs'),
    'no confusion, no asterixis': stay.note('HPI: No confusion per wife. No asterixis.\nAssessment: Hepatic encephalopathy, lactulose.'),
    'in the summary only': stay.note('Discharge diagnoses\n1. UTI.\n2. Acute metabolic encephalopathy.', { type: 'discharge' }).note('CAM negative all days. Alert and oriented.', nurse),
    'charted, and named in a progress note': stay.encounterDiagnosis('G93.41').note('Neuro: mental status normal.\nAssessment: Metabolic encephalopathy.'),
  },
  met: {
    'what it rests on': stay.note('Exam today: alert and oriented.\nAssessment: Metabolic encephalopathy as evidenced by slowing on EEG.'),
    'why, in an addendum': metabolic.note('Alert and oriented.', nurse).note('Addendum: encephalopathy is clinically valid, EEG with triphasic waves.'),
  },
  notApplicable: {
    'confused on arrival, clear later': stay.note('Confused on arrival, A&Ox3 on day 3.\nAssessment: Metabolic encephalopathy, resolved.'),
    'CAM positive, per the nurse': metabolic.note('CAM positive at 02:00. Alert and oriented this morning.', nurse),
    'Glasgow 13 and later 15': metabolic.result('9269-2', 13, '{score}', '2026-10-18', 'vital-signs').result('9269-2', 15, '{score}', '2026-10-20', 'vital-signs'),
    'lethargic': stay.note('Lethargic but oriented x3.\nAssessment: Uremic encephalopathy.'),
    'nobody describes the mental state': metabolic,
    'no encephalopathy': stay.note('Alert and oriented.\nAssessment: Dementia at baseline, no encephalopathy.'),
    'a history of hepatic encephalopathy': stay.note('PMH: history of hepatic encephalopathy.\nExam: alert and oriented.\nAssessment: Ascites.'),
    'hypoxic brain injury of long ago': stay.note('Alert and oriented.\nAssessment: Chronic encephalopathy after cardiac arrest 2015.'),
    'an office visit': chart().age(60).note('Alert and oriented.\nAssessment: Hepatic encephalopathy, on lactulose.'),
  },
  cannotTell: {
    'a note could not be read': metabolic.note('Alert and oriented.', nurse).unreadableNote(),
    'notes were denied': metabolic.note('Alert and oriented.', nurse).denied('DocumentReference'),
  },
});
