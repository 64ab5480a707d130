/**
 * Clinical pictures with several usual explanations. One answer alone is too few where two of the causes show, or, for an `open` picture, where none shows;
 * where exactly one shows, it may be the one reasonable diagnosis (AHIMA/ACDIS 2022).
 * Word lists as in family.ts.
 */
export interface Picture {
  readonly id: string;
  /** How the picture is told. */
  readonly shows: string;
  /** Its usual causes, one list each. */
  readonly causes: readonly string[];
  /** Alone, without a cause, it still has several usual explanations. */
  readonly open: boolean;
  /** Only where the cause is asked: the finding itself may have its one name. */
  readonly ofCause?: true;
  /** Documented words that already say what it is: then the question is only of its kind. */
  readonly settled?: string;
}

const INFECTED = 'infect*, uti, pneumonia, sepsis, septic, cellulitis, pyuria, blood cultures, ua, urine culture, temp > 38.2, bacteremia, urosepsis, abscess, wbc > 14';
const KIDNEY = 'bun > 45, cr > 2.5, uremi*, esrd, ckd, missed dialysis, missed hd';
const BLEEDS = 'bleed*, ebl, qbl, blood loss, melena, hematemesis, hematochezia, hemorrhag*, hematoma, orif, arthroplasty, coffee ground, black stool*, mtp, laceration';
const HEART = 'ef < 45, chf, heart failure, bnp > 400, jvd, cardiomyopathy, pulmonary edema, pulmonary vascular congestion, cardiac index, adhf';

export const PICTURES: readonly Picture[] = [
  {
    id: 'altered-mental-status', open: true,
    shows: 'ams, altered mental status, mental status change*, mental status, confus*, altered, lethargic, lethargy, disorient*, obtund*, acutely confused, somnolen*, change in mentation, agitat*',
    causes: [INFECTED, 'na < 130, na > 150, ca > 11.5, glucose < 60, glucose > 500', KIDNEY, 'ammonia > 60, cirrho*, lactulose, asterixis', 'gabapentin, opioid*, morphine, oxycodone, benzo*, lorazepam, diphenhydramine, polypharmacy, zolpidem, baclofen, hydromorphone, dilaudid, cyclobenzaprine, oxybutynin, pregabalin', 'dementia, alzheimer*, parkinson*', 'pco2 > 55, spo2 < 85, hypercap*', 'alcohol, etoh, ciwa, withdrawal, uds', 'stroke, cva, facial droop, aphasi*, infarct', 'seizure*, postictal, post ictal', 'postop*, pod*, anesthesia'],
  },
  {
    id: 'hypotension', open: true,
    shows: 'hypotens*, shock, sbp < 90, map < 65, low blood pressure, pressor*, norepinephrine, levophed, hemodynamic*',
    causes: [INFECTED, BLEEDS, HEART, 'epinephrine im, anaphyl*, hives, urticaria', 'vomit*, diarrhea, dehydrat*, poor po, poor intake', 'propofol, sedation, anesthesia, antihypertensive*, epidural, spinal', 'stemi, nstemi, mi, troponin*, arrest', 'cortisol, adrenal, hydrocortisone', 'filling defect, rv strain, tamponade'],
  },
  {
    id: 'troponin', open: true,
    shows: 'troponin*, trop, hs trop*, trops, tni, chest pain',
    causes: ['st depression*, st elevation*, cath, culprit, pci, chest pain, chest pressure, t wave inversion*, occlu*, stent*, nstemi', 'hr > 115, rvr, afib, tachycard*, svt', INFECTED, 'ckd, esrd, cr > 2', HEART, 'hgb < 8, bleed*, anemi*', 'sbp > 190, hypertensive, sbp < 85, hypotens*', 'spo2 < 88, hypox*, pe, pulmonary embol*'],
  },
  {
    id: 'anemia', open: true,
    shows: 'anemi*, hgb < 10.5, hemoglobin drop, hgb drop, low hemoglobin, drop in hemoglobin, drop in hgb',
    causes: [`${BLEEDS}, pod*, postop*, post op, tha, tka, cabg, surg*, fracture, delivery, cesarean, transfus*`, 'ferritin < 40, iron deficien*, mcv < 79, ferrous, venofer, tsat', 'ckd, esrd, dialysis, epo, epoetin, retacrit', 'chemo*, cancer, carcinoma, lymphoma, leukemia, myeloma', 'haptoglobin, hemoly*, schistocyt*, coombs', 'b12, folate, mcv > 102', 'net positive, dilution*, l ivf'],
    settled: 'acute blood loss anemia, iron deficiency anemia, blood loss anemia',
  },
  {
    id: 'kidney-injury-cause', open: false,
    shows: 'aki, acute kidney injury, cr > 1.8, acute renal failure, creatinine, renal function',
    causes: ['hypotens*, shock, sbp < 90, map < 65, pressor*', 'vancomycin, vanc, gentamicin, nsaid*, ibuprofen, contrast, ketorolac, tobramycin', 'vomit*, diarrhea, dehydrat*, poor po, poor intake, dry', 'hydroneph*, obstruct*, retention', 'muddy brown, casts, fena > 2', 'cirrho*, ascites', HEART, 'ck > 5000, rhabdo*'],
  },
  {
    id: 'hypoxia', open: true,
    shows: 'hypox*, dyspnea, shortness of breath, sob, respiratory distress, desat*, respiratory status, oxygen requirement, spo2 < 90',
    causes: ['infiltrat*, consolid*, pneumonia, opacit*, covid*, influenza', HEART, 'copd, wheez*, asthma, emphysema', 'filling defect*, dvt, pulmonary embol*, d dimer', 'effusion*', 'aspirat*, vomit*', 'atelectasis, pod*, postop*', 'pneumothorax, rib fracture*', 'opioid*, narcan, naloxone'],
    settled: 'respiratory failure, bipap, intubat*, hfnc, high flow, spo2 < 88, nrb, non rebreather, ventilator, vent, abg, home o2, pco2 > 49, po2 < 60',
  },
  {
    id: 'pneumonia-type', open: false,
    shows: 'pneumonia, pna, type of pneumonia',
    causes: ['aspirat*, dysphagia, slp, emesis', 'pip tazo, zosyn, piperacillin, cefepime, meropenem', 'vancomycin, vanc, linezolid', 'cap, community acquired, ceftriaxone, azithromycin', 'vap, vent day'],
    settled: 'mrsa, mssa, pseudomon*, klebsiella, pneumococc*, strep*, e coli, covid*, influenza, rsv, legionella, serratia, proteus, h influenz*, grew, growth, pcr',
  },
  {
    id: 'weight-loss', open: true,
    shows: 'weight loss, wt loss, losing weight, lost weight, poor appetite',
    causes: ['cancer, carcinoma, mass, metasta*, chemo*, malignan*', 'depress*, phq > 9', 'tsh < 0.3', 'dementia', 'fat loss, muscle loss, wasting, malnutrition, muscle wasting, handgrip, intake < 75', 'hiv, tb', 'diarrhea, malabsorp*', 'a1c > 9, polyuria', 'copd, chf, heart failure'],
    settled: 'severe malnutrition, moderate malnutrition, aspen, glim, fat loss, muscle loss, muscle wasting, temporal wasting, fat wasting, malnutrition',
  },
  {
    id: 'fever', open: true,
    shows: 'fever, febrile, temp > 38.3, leukocytosis',
    causes: ['infiltrat*, pneumonia, cough', 'ua, dysuria, pyuria, flank', 'cellulitis, wound, erythem*', 'dvt, pulmonary embol*', 'neutropen*, anc < 1', 'blood cultures 2 2, blood cultures positive, bacteremia, picc, central line', 'atelectasis, postop*', 'new drug, drug fever, rash', 'diarrhea, c diff'],
  },
  {
    id: 'syncope', open: true,
    shows: 'syncop*, passed out, loss of consciousness, collapse*, fainted, unresponsive episode, transient loss',
    causes: ['orthostat*, dehydrat*, poor po', 'hr < 45, pause*, heart block, brady*', 'vasovagal, micturition, prodrome, nausea', 'seizure*, postictal, tongue bit*, tonic', 'vt, ef < 36', 'aortic stenosis', 'hgb < 8, melena', 'glucose < 60'],
  },
  {
    id: 'chest-or-abdominal-pain', open: true,
    shows: 'abdominal pain, epigastric pain, abd pain, flank pain',
    causes: ['lipase > 150', 'gallstone*, murphy*', 'dilated loop*, transition point', 'diverticul*', 'ulcer*, nsaid*', 'stone*, hydroneph*', 'append*', 'ischem*, pneumatosis', 'constipat*, stool burden'],
  },
  {
    id: 'pancreatitis', open: false,
    shows: 'pancreatitis',
    causes: ['gallstone*, cholelith*, cbd, choledocho*, sludge', 'tg > 900, triglycerid*', 'etoh ~ day, etoh use, etoh abuse, etoh daily, heavy etoh, alcoholi*, alcohol use, drinks, beer*, vodka, drinking', 'post ercp', 'azathioprine, valpro*, glp 1, semaglutide, liraglutide, mesalamine', 'ca > 11.5'],
  },
  {
    id: 'hyponatremia-cause', open: false, ofCause: true,
    shows: 'hyponatremia, na < 130, low sodium, sodium',
    causes: ['siadh, uosm > 300, ssri*, sertraline, escitalopram, small cell', 'hctz, thiazide*, chlorthalidone, hydrochlorothiazide', 'cirrho*, ascites', HEART, 'tsh > 20', 'vomit*, diarrhea, dehydrat*, poor intake', 'polydips*, beer, tea and toast', 'cortisol, adrenal'],
  },
  {
    id: 'seizure-cause', open: false, ofCause: true,
    shows: 'seizure*, gtc, convuls*, tonic clonic',
    causes: ['glucose < 50', 'na < 121', 'last drink, etoh, alcohol, ciwa', 'mass, tumor, metasta*, hemorrhag*, subdural, infarct', 'missed doses, nonadheren*, noncomplian*, subtherapeutic, ran out', 'meningitis, csf, encephalitis', 'bupropion, tramadol, cocaine, flumazenil'],
  },
  {
    id: 'acute-liver-failure', open: false,
    shows: 'acute liver failure, alf, nac, apap injury, fulminant*, hepatic failure, liver failure',
    // With and without hepatic encephalopathy or coma are two answers.
    causes: ['asterixis, somnolen*, encephalopath*, confus*, obtund*, coma*, lethargic', 'inr > 1.9, ast > 1000, alt > 1000'],
  },
  {
    id: 'liver-tests', open: true,
    shows: 'transaminas*, lfts, lft, elevated liver, alt > 120, ast > 120, abnormal liver',
    causes: ['hypotens*, shock, arrest, sbp < 85', 'acetaminophen, tylenol, statin, amiodarone', 'etoh, alcohol', 'hcv, hbsag, hepatitis', 'gallstone*, cbd, biliary', 'chf, heart failure, congest*', 'steatosis, fatty'],
  },
  {
    id: 'low-platelets', open: true,
    shows: 'thrombocytopen*, plt < 110, platelet drop, platelets, low platelets',
    causes: ['heparin, lovenox, enoxaparin, pf4', 'cirrho*, spleno*', 'sepsis, septic, bacteremia', 'chemo*, cancer, leukemia', 'fibrinogen, schistocyt*, consumpt*', 'etoh, alcohol', 'linezolid, bactrim, valpro*', 'pregnan*'],
    settled: 'thrombocytopenia without, low platelets',
  },
  {
    id: 'weakness', open: true,
    shows: 'generalized weakness, weakness, left sided weakness, right sided weakness, falls, unsteady',
    causes: ['infarct, dwi, nihss, stroke', 'k < 3, na < 128, phos < 1.5', INFECTED, 'ck > 1000', 'icu, vent*', 'cord, spine', 'seizure*, postictal, todd*', 'hgb < 8', 'glucose < 60'],
    settled: 'restricted diffusion, dwi, hemipar*, infarct',
  },
  {
    id: 'lactate', open: true,
    shows: 'elevated lactate, lactate > 3.9, lactic acid',
    causes: [INFECTED, BLEEDS, HEART, 'metformin', 'seizure*', 'cirrho*, liver', 'ischem*', 'albuterol, epinephrine'],
  },
  {
    id: 'edema-effusion', open: true,
    shows: 'leg swelling, edema, pleural effusion, anasarca, swelling, effusion',
    causes: [HEART, 'cirrho*, ascites', 'albumin < 2.5, proteinuria, nephrotic', 'dvt, duplex', 'cancer, malignan*', 'pneumonia, infiltrat*', 'amlodipine', 'esrd, missed dialysis'],
  },
];
