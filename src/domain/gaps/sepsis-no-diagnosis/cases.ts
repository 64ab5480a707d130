import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const ward = chart().age(71).setting('inpatient');
const nurse = { role: 'nurse', type: 'nursing' } as const;
const vitals = ward.result('8310-5', 39.2, 'Cel', undefined, 'vital-signs').result('8867-4', 118, '/min', undefined, 'vital-signs').result('6690-2', 18.4, '10*3/uL', undefined, 'laboratory');
const pneumonia = 'Right lower lobe pneumonia. Ceftriaxone and azithromycin, cultures drawn.';

export default cases({
  open: {
    'platelets that fall with the infection': vitals.result('777-3', 210, '10*3/uL', '2026-08-02', 'laboratory').result('777-3', 82, '10*3/uL', undefined, 'laboratory').note(pneumonia),
    'confusion whose cause nobody names': vitals.result('2524-7', 1.1, 'mmol/L', undefined, 'laboratory').note('Pyelonephritis. New confusion today, does not know her daughter.'),
    'the lactate has another cause, the pressure has none': vitals.result('2524-7', 4.1, 'mmol/L', undefined, 'laboratory').result('8480-6', 82, 'mm[Hg]', undefined, 'vital-signs').note(`${pneumonia} Lactate 4.1 partly from albuterol.`),
    'vital signs in one row': ward.note('Cellulitis of the right leg to the thigh. Vancomycin.\nVS: T 39.1 HR 118 BP 84/50'),
    'the response told in words': ward.note('Infected foot wound with abscess. Febrile, tachycardic. Cr 2.4 from 1.0. Norepi overnight.'),
    'perforated diverticulitis, creatinine against May': ward.note('T 102.8, P 121, R 26. WBC 22.4, creat 1.9 (0.8 in May). Perforated diverticulitis, surgery tonight.'),
    'pneumonia, fever, fast heart, lactate 3.4 as results': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia),
    'everything told in the note only': ward.note('81M with cough. T 39.1, HR 122, RR 28, BP 84/50, WBC 19.8, lactate 3.6.\nA/P: Community-acquired pneumonia. 30 mL/kg, pip-tazo, repeat lactate.'),
    'pyelonephritis with the creatinine doubled': ward.note('Acute pyelonephritis. T 39.4, HR 112, WBC 17. Cr 2.0 (baseline 0.9). Ceftriaxone, fluids.'),
    'cellulitis and a low pressure answered with norepinephrine': ward.note('Cellulitis of the left leg. T 38.9, HR 120. MAP 58 after 3 L, norepinephrine started.'),
    'two organs without fever or white cells': ward.note('UTI, 86F. BP 82/44. Acutely confused since last night. HR 84, T 36.6. Ceftriaxone.'),
    'temperature in Fahrenheit': ward.result('8310-5', 102.9, '[degF]', undefined, 'vital-signs').result('8867-4', 116, '/min', undefined, 'vital-signs').result('2524-7', 3.1, 'mmol/L', undefined, 'laboratory').note('Ascending cholangitis, ERCP today.'),
    'the nurse calls a sepsis alert, no provider says it': vitals.result('2524-7', 4.2, 'mmol/L', undefined, 'laboratory').note(pneumonia).note('Sepsis alert called at 14:10, provider notified.', nurse),
    'urosepsis says nothing': vitals.result('2524-7', 3.2, 'mmol/L', undefined, 'laboratory').note('UTI. Urosepsis, ceftriaxone, fluids.'),
    'emergency visit': vitals.setting('ed').result('777-3', 72, '10*3/uL', undefined, 'laboratory').note('Perforated appendicitis with abscess. To the OR, pip-tazo.'),
  },
  met: {
    'the lactate has another cause, and nothing else is out of order': vitals.result('2524-7', 4.1, 'mmol/L', undefined, 'laboratory').note(`${pneumonia} Lactate 4.1 is from albuterol.`),
    'over at discharge': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia).note('Severe sepsis with septic shock, present on admission, resolved.', { type: 'discharge' }),
    'criteria not met, says the provider': vitals.result('2524-7', 2.8, 'mmol/L', undefined, 'laboratory').note(`${pneumonia} Does not meet sepsis criteria.`),
    'severe sepsis in the assessment': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note('Severe sepsis from pneumonia.'),
    'possible sepsis': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(`${pneumonia} Possible sepsis.`),
    'considered and put aside': vitals.result('2524-7', 2.4, 'mmol/L', undefined, 'laboratory').note(`${pneumonia} Lactate from albuterol; not septic.`),
    'only the consultant says it': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia).note('ID consult. Sepsis due to pneumococcal pneumonia.', { type: 'consult' }),
    'only the discharge summary says it': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia).note('Discharge diagnoses: 1. Sepsis, pneumonia, resolved.', { type: 'discharge' }),
    'charted at this encounter': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia).encounterDiagnosis('A41.9'),
    'sepsis ruled out': vitals.result('2524-7', 2.6, 'mmol/L', undefined, 'laboratory').note(`${pneumonia} Sepsis ruled out.`),
  },
  notApplicable: {
    'platelets low long before': vitals.result('777-3', 96, '10*3/uL', '2026-07-02', 'laboratory').result('777-3', 88, '10*3/uL', undefined, 'laboratory').note(pneumonia),
    'the kidney hurt by a drug': vitals.result('2160-0', 1.0, 'mg/dL', '2026-10-18', 'laboratory').result('2160-0', 2.7, 'mg/dL', undefined, 'laboratory').note('Influenza A pneumonia. Acute tubular necrosis from ketorolac, stopped.'),
    'an encephalopathy with its cause, lactate normal': vitals.result('2524-7', 1.0, 'mmol/L', undefined, 'laboratory').note('UTI. Metabolic encephalopathy due to urinary infection.'),
    'pancreatitis without infection': ward.note('Acute pancreatitis. T 38.5, HR 122, WBC 19, lactate 3.0, Cr 2.2. No infection found, antibiotics stopped.'),
    'kidney disease at its baseline': ward.note('UTI. HR 98, WBC 12.8. CKD 4, Cr 2.6 at baseline.'),
    'fever and a fast heart, organs fine': vitals.result('2524-7', 1.1, 'mmol/L', undefined, 'laboratory').note(pneumonia),
    'hypoxia of a pneumonia is the lung’s own': vitals.note(`SpO2 86% on room air. ${pneumonia}`),
    'low pressure from bleeding, no infection': ward.note('GI bleed. BP 84/50, HR 118, WBC 13, lactate 3.8. Transfused.'),
    'lactate exactly 2': vitals.result('2524-7', 2, 'mmol/L', undefined, 'laboratory').note(pneumonia),
    'creatinine of dialysis': vitals.result('2160-0', 7.2, 'mg/dL', undefined, 'laboratory').problem('N18.6').note(pneumonia),
    'platelets of cirrhosis': vitals.result('777-3', 78, '10*3/uL', undefined, 'laboratory').problem('K74.60').note(pneumonia),
    'an office visit': vitals.setting('office').result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia),
    'a child': vitals.age(6).result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia),
    'the lactate was entered in error': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory', { status: 'entered-in-error' }).note(pneumonia),
    'pneumonia a month ago': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note('Status epilepticus. History of pneumonia in September.'),
  },
  cannotTell: {
    'laboratory results were denied': ward.result('8310-5', 39.2, 'Cel', undefined, 'vital-signs').result('8867-4', 118, '/min', undefined, 'vital-signs').denied('Observation', 'category=laboratory').note(pneumonia),
    'a note of this visit could not be read': vitals.result('2524-7', 3.4, 'mmol/L', undefined, 'laboratory').note(pneumonia).unreadableNote(),
  },
});
