import type { VisitCase } from './visit-case.ts';

/** Data, risk and time by kind rather than by name; each beside what only looks like it. */
export const DECISION_CASES: readonly VisitCase[] = [
  { name: 'a drug told by its dose', note: '30F sore throat, exudate.\nStrep pharyngitis. Pen VK 500 mg BID 10 days.', age: 30, code: '99213', grid: 'low minimal moderate' },
  { name: 'a measured value is no dose', note: '30F thirst.\nPolydipsia. Fasting glucose 92 mg/dL today. Walks 30 daily, sodium 2 g diet.', age: 30, code: '99213', grid: 'low minimal low' },
  { name: 'a drug without a prescription, with its dose', note: '30M ankle sprain. No swelling.\nAnkle sprain. Ibuprofen 400 tid, ice bid.', age: 30, code: '99213', grid: 'low minimal low' },
  { name: 'one drug given, the next not needed', note: 'ED 35M dog bite L forearm, 3 cm, clean.\nDog bite. Amox-clav 5 d, rabies vaccine not needed.', setting: 'ed', age: 35, code: '99283', grid: 'low minimal moderate' },
  { name: 'antibiotics not needed', note: '30F cough 4 d, lungs clear.\nAcute bronchitis. Antibiotics not needed, honey.', age: 30, code: '99213', grid: 'low minimal low' },
  { name: 'a line of the plan before the judgement', note: '68M Parkinson follow-up, freezing.\nCarbidopa/levodopa 25/100 from tid to qid.\nPD progressing. PT for gait.', age: 68, code: '99214', grid: 'moderate minimal moderate' },
  { name: 'a drug begun elsewhere last month', note: '68M knee OA, follow-up.\nED started tramadol last month, he left it off.\nBP 120/70. Knee cool.\nKnee OA stable. Walking, heat.', age: 68, code: '99213', grid: 'low minimal low' },
  { name: 'organ support begun', setting: 'inpatient-subsequent', note: 'ICU day 2. Septic shock, lactate 4.\nSeptic shock worsening. Vasopressin added, intubated 09:40.', age: 60, code: '99233', grid: 'high minimal high' },
  { name: 'organ support taken off', setting: 'inpatient-subsequent', note: 'ICU day 4. Norepinephrine drip off since yesterday, lactate 1.\nPneumonia improving. Ceftriaxone continued.', age: 60, code: '99232', grid: 'moderate minimal moderate' },
  { name: 'a level that no row names', note: '40M epilepsy, two seizures. Zonisamide level and prealbumin sent.\nEpilepsy uncontrolled, zonisamide to 400.', age: 40, code: '99214', grid: 'moderate limited moderate' },
  { name: 'a pain level is no test', note: '40M back pain. Pain level 4, activity level good.\nLow back pain. Heat, naproxen OTC.', age: 40, code: '99213', grid: 'low minimal low' },
  { name: 'a message that was left', setting: 'ed', note: '55M vomiting. BMP, CBC, lipase normal. Spoke to GI? no, message left.\nGastritis, omeprazole 40 Rx.', age: 55, code: '99284', grid: 'low moderate moderate' },
  { name: 'clock times of one day', setting: 'inpatient-initial', patient: 'new', note: 'Obs status 05:50 -> discharged 20:15 by me.\n48F asthma. CXR, CBC, BMP normal.\nAsthma exacerbation, moderate. Prednisone 40 x 5 d. Home.', age: 48, code: '99235' },
  { name: 'clock times less than eight hours apart', setting: 'inpatient-initial', patient: 'new', note: 'Obs: placed 10:30, home 16:15.\n48F asthma. CXR, CBC, BMP normal.\nAsthma exacerbation, moderate. Prednisone 40 x 5 d. Home.', age: 48, code: '99222' },
  { name: 'time told with all its parts', note: '39M insomnia stable. CBT-I.\nTime today, mine, all activities: 47 min.', age: 39, code: '99215', byTime: true, minutes: 47 },
  { name: 'an injection told by its drugs', note: '62F knee OA. HTN 156/92.\nKnee OA - consent, triamcinolone 40 mg + lidocaine 4 mL, tolerated.\nHTN not at goal, lisinopril to 20.', age: 62, code: '99214', modifiers: ['25'] },
  { name: 'a film billed by the office', note: '61M hip OA. XR hip today: bone on bone (my reading, billed by this office).\nHip OA not controlled. Meloxicam 15.', age: 61, code: '99214', grid: 'moderate minimal moderate' },
  { name: 'risk told as above the average', note: '61M hip OA, failed PT.\nEnd-stage hip OA. Elective THA decided; his risk of infection is above average from sugar and weight.', age: 61, code: '99214', grid: 'moderate minimal high' },
];
