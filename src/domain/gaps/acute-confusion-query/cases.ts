import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const ward = chart().age(82).setting('inpatient');
const nurse = { role: 'nurse', type: 'nursing' } as const;

export default cases({
  open: {
    'a coma scale names no coma': ward.note('UTI, confused since noon. GCS 13 (E3 V4 M6). CT head nothing acute. Oriented to self only.'),
    'sleepy and confused with a high ammonia': ward.setting('ed').note('Cirrhosis, sleepy and confused x2d, ammonia 145. Lactulose. Admit.'),
    'cleared with the sodium': ward.note('Na 119. Confused and lethargic on arrival, wife says he was fine Friday. 3% saline. Mentation cleared as Na rose to 128. Hyponatremia.'),
    'AMS with two causes in the plan': ward.note('1. AMS: likely from UTI and Benadryl. CT head negative. Improving.'),
    'acutely confused with a urinary infection': ward.note('82F, acutely confused since yesterday per daughter, normally does her own accounts. UTI, ceftriaxone. CT head negative.'),
    'altered mental status charted as a symptom': ward.note('Altered mental status due to UTI and dehydration. Fluids.').encounterDiagnosis('R41.82'),
    'only the nurse saw it; the sodium is 118': ward.result('2951-2', 118, 'mmol/L', undefined, 'laboratory').note('Hyponatremia, fluid restriction.').note('0300: disoriented to place and time, pulling at lines, reoriented x3.', nurse),
    'CAM positive after surgery and oxycodone': ward.note('POD2 hip fracture repair. Oxycodone 10 mg q4h.').note('CAM positive overnight, sitter at bedside.', nurse),
    'lethargic with a high carbon dioxide': ward.result('2019-8', 78, 'mm[Hg]', undefined, 'laboratory').note('COPD exacerbation. Lethargic on arrival, wakes on BiPAP.'),
    'cirrhosis and asterixis': ward.note('Cirrhosis. Brought in newly confused, asterixis. Ammonia 112. Lactulose until 3 stools a day.'),
    'denies delirium risk only in advice': ward.note('Pneumonia, new confusion tonight, haloperidol 0.5 mg given. Delirium precautions.'),
  },
  met: {
    'a coma does': ward.note('UTI. Confused at noon, in a coma on arrival, GCS 6. CT head negative, intubated.'),
    'encephalopathy, resolved': ward.note('Septic encephalopathy, resolved. UTI, AMS on arrival.'),
    'delirium': ward.note('Acute confusion with UTI: delirium.'),
    'metabolic encephalopathy by the consultant only': ward.note('UTI, acutely confused since Monday.').note('Neurology: toxic metabolic encephalopathy from infection.', { type: 'consult' }),
    'possible encephalopathy': ward.note('AMS with sodium 118, possible metabolic encephalopathy.'),
    'confused at baseline': ward.note('Pneumonia. Disoriented to time this morning; dementia, confused at baseline.'),
    'postictal': ward.note('Seizure. Confused on arrival, postictal, CT head negative.'),
    'alcohol withdrawal delirium charted': ward.note('Altered mental status, hallucinating, lorazepam.').encounterDiagnosis('F10.231'),
    'no delirium, says geriatrics': ward.note('More confused per nurse after oxycodone. Geriatrics: not confused, hard of hearing; no delirium.'),
  },
  notApplicable: {
    'a passing word of the family, nothing done': ward.note('Fever, flank pain, confused per daughter. Pyelonephritis, ceftriaxone.'),
    'review of systems': ward.note('ROS: negative for confusion, headache. UTI.'),
    'denies confusion': ward.note('UTI. Denies confusion, fever or chills. Alert and oriented x3.'),
    'no altered mental status': ward.note('Hyponatremia 126. No altered mental status.'),
    'return if confused': ward.note('UTI, home on cephalexin. Return if new confusion or fever.'),
    'confused about his pills': ward.note('UTI. He was confused about which pill to take with food; teaching done.'),
    'his wife has dementia and is confused': ward.note('Pneumonia. Wife is confused and in memory care.'),
    'an office visit': ward.setting('office').note('Acutely confused since yesterday, UTI.'),
    'a child': ward.age(9).note('Acutely confused with fever, pneumonia.'),
    'forgetful for years': ward.note('UTI. Confused for years, slow decline.'),
  },
  cannotTell: {
    'a note of this visit could not be read': ward.note('UTI, acutely confused since yesterday.').unreadableNote(),
    'notes were denied': ward.denied('DocumentReference'),
  },
});
