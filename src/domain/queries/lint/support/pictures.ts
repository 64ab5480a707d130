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
  {
    id: 'neuropathy', open: false, ofCause: true,
    shows: 'numb*, neuropath*, paresthes*, tingling, burning feet, polyneuropathy',
    causes: ['a1c > 6.9, diabet*, t2dm, dm2, insulin', 'b12, metformin', 'etoh, alcohol*, beer*, drinks, vodka, wine', 'vincristine, chemo*, oxaliplatin, bortezomib, paclitaxel, isoniazid', 'm spike, spep, myeloma, amyloid*', 'hiv', 'tsh > 10', 'esrd, uremi*'],
  },
  {
    id: 'volume-overload', open: false, ofCause: true,
    shows: 'volume overload, fluid overload, overload, hypervolem*, anasarca',
    causes: ['missed hd, missed dialysis, esrd, dialysis, hd, oligur*, anuri*', 'ef < 46, heart failure, chf, cardiomyopathy, bnp > 1000', 'cirrho*, ascites', 'albumin < 2.5, nephrotic, proteinuria', 'net positive, l crystalloid, maintenance fluids, transfus*'],
  },
  {
    id: 'chest-pain-cause', open: false, ofCause: true,
    shows: 'chest pain, chest pressure, chest tightness',
    causes: ['trop*, st depress*, st elevat*, stress test, cath, stent*, cad', 'gerd, ppi, egd, epigastr*, antacid*, gi cocktail, pantoprazole', 'reproducible, palpation, chest wall, costochond*', 'anxi*, panic', 'cta, pe, d dimer, dvt', 'pneumonia, pleuritic, infiltrat*', 'cocaine, uds', 'pericard*, friction'],
  },
  {
    id: 'ascites-cause', open: false, ofCause: true,
    shows: 'ascites, paracentesis',
    causes: ['cirrho*, saag', 'malignan*, cytolog*, carcinoma, ca 125, cancer, peritoneal', 'ef < 46, heart failure, chf', 'nephrotic, albumin < 2', 'tb, afb', 'pancrea*, amylase'],
  },
  {
    id: 'diarrhea', open: false, ofCause: true,
    shows: 'diarrhea, loose stools',
    causes: ['c diff, toxin, pcr', 'antibiotic*, ceftriaxone, clindamycin, levofloxacin', 'tube feed*, feeds, lactulose, sorbitol, metformin, laxative*, magnesium', 'colitis, crohn*, ulcerative, ibd', 'norovirus, travel*, salmonella, campylobacter', 'ipilimumab, pembrolizumab, nivolumab, chemo*', 'tsh < 0.3', 'radiation'],
  },
  {
    id: 'jaundice', open: false, ofCause: true,
    shows: 'jaundice, hyperbilirubinemia, bili > 3.5',
    causes: ['gallstone*, cbd, choledoch*, biliary', 'cirrho*, etoh, alcohol*', 'hemoly*, haptoglobin, coombs, dat', 'hepatitis, hcv, hbsag', 'acetaminophen, drug, amoxicillin clav*', 'pancreatic mass, mass, stricture', 'sepsis, tpn', 'breast*, breastfe*', 'abo, rh, weeks, bruis*, cephalohematoma'],
  },
  {
    id: 'hematuria', open: false, ofCause: true,
    shows: 'hematuria, blood in urine',
    causes: ['stone*, colic', 'uti, pyuria, culture', 'inr > 3, warfarin, apixaban, anticoag*', 'mass, tumor, bladder cancer', 'catheter*, foley, turp, biopsy', 'casts, proteinuria, dysmorphic', 'prostat*, bph', 'trauma'],
  },
  {
    id: 'gi-bleed', open: false, ofCause: true,
    shows: 'gi bleed*, melena, hematochezia, hematemesis, brbpr, coffee ground',
    causes: ['ulcer*, pud, h pylori', 'varic*, cirrho*', 'diverticul*', 'nsaid*, ibuprofen, naproxen, aspirin, ketorolac', 'warfarin, apixaban, rivaroxaban, clopidogrel, inr > 3', 'mass, polyp*, cancer', 'angiodysplas*, avm', 'hemorrhoid*, fissure', 'esophagitis, gastritis, erosi*', 'tear, retch*'],
  },
  {
    id: 'stroke-cause', open: false, ofCause: true,
    shows: 'stroke, cva, infarct*, embolic',
    causes: ['afib, atrial fibrillation, af', 'carotid, stenosis', 'pfo', 'endocarditis, vegetation*', 'dissection', 'ef < 35, lv thrombus', 'cocaine, meth*', 'hypercoag*, cancer, antiphosph*'],
  },
  {
    id: 'delirium-cause', open: false, ofCause: true,
    shows: 'delirium, encephalopath*, confus*',
    causes: [INFECTED, 'na < 128, na > 150, ca > 11.5, glucose < 60, bun > 60', 'ammonia > 60, cirrho*, asterixis', 'opioid*, benzo*, lorazepam, diphenhydramine, oxycodone, morphine, hydromorphone, gabapentin', 'pco2 > 55', 'alcohol, etoh, ciwa', 'postop*, pod*, anesthesia, surgery', 'dementia', 'retention, pvr'],
  },
  {
    id: 'acidosis-cause', open: false, ofCause: true,
    shows: 'acidosis, anion gap, hco3 < 16, ph < 7.25',
    causes: ['lactate > 3.9', 'ketone*, bhb, hydroxybutyrate, glucose > 300', 'cr > 3, esrd, ckd, uremi*', 'diarrhea, ostomy', 'salicylate*, methanol, ethylene glycol, metformin', 'saline, ns, l ivf', 'pco2 > 50'],
  },
  {
    id: 'hyperkalemia-cause', open: false, ofCause: true,
    shows: 'hyperkalemia, k > 5.9, potassium',
    causes: ['lisinopril, spironolactone, losartan, bactrim, trimethoprim, ace inhibitor*', 'missed hd, esrd, ckd, cr > 2', 'hemolyzed, hemoly*', 'ck > 2000, rhabdo*, tumor lysis', 'dka, glucose > 400', 'adrenal, cortisol'],
  },
  {
    id: 'hypokalemia-cause', open: false, ofCause: true,
    shows: 'hypokalemia, k < 3, potassium',
    causes: ['furosemide, lasix, hctz, chlorthalidone, bumetanide, diuretic*, torsemide', 'diarrhea, ostomy, laxative*', 'vomit*, ng suction, emesis', 'mg < 1.5', 'aldosterone, renin', 'insulin', 'refeed*, poor intake, anorexia', 'albuterol'],
  },
  {
    id: 'hypercalcemia-cause', open: false, ofCause: true,
    shows: 'hypercalcemia, ca > 11, calcium',
    causes: ['pth, parathyroid*', 'metasta*, lytic, myeloma, cancer, carcinoma, pthrp', 'hctz, thiazide*, chlorthalidone, lithium', 'vitamin d, tums, calcium carbonate', 'sarcoid*, granulom*', 'immobil*'],
  },
  {
    id: 'hypernatremia-cause', open: false, ofCause: true,
    shows: 'hypernatremia, na > 150',
    causes: ['diarrhea, vomit*', 'poor intake, dementia, no access to water, not drinking', 'lithium, uosm < 300, diabetes insipidus, ddavp', 'mannitol, glucose > 500, tube feed*', 'furosemide, lasix', 'saline, bicarb*'],
  },
  {
    id: 'hypoglycemia-cause', open: false, ofCause: true,
    shows: 'hypoglycemia, glucose < 55',
    causes: ['insulin, glargine, lispro', 'glipizide, glyburide, glimepiride, sulfonylurea', 'poor intake, npo, not eating, missed meal*', 'cr > 2, esrd, ckd, aki', 'sepsis, septic', 'cirrho*, liver', 'etoh, alcohol*', 'cortisol, adrenal', 'infant of diabetic, preterm, lga, sga'],
  },
  {
    id: 'hyperglycemia-cause', open: false, ofCause: true,
    shows: 'hyperglycemia, glucose > 250',
    causes: ['prednisone, dexamethasone, steroid*, methylpred*, solumedrol', 'a1c > 6.9, diabet*', 'tpn, tube feed*, d5', 'pancrea*', 'missed insulin, ran out', 'infect*, sepsis, pneumonia'],
  },
  {
    id: 'falls', open: false, ofCause: true,
    shows: 'fall*, fell, gait instability, unsteady',
    causes: ['orthostat*, standing', 'parkinson*', 'neuropath*', 'ua, uti, infect*', 'zolpidem, lorazepam, opioid*, sedat*', 'stroke, infarct', 'na < 128', 'etoh, alcohol*', 'vision, cataract*', 'seizure*', 'anemi*, hgb < 8'],
  },
  {
    id: 'back-pain', open: false, ofCause: true,
    shows: 'back pain',
    causes: ['compression fracture, osteopor*', 'metasta*, cancer, myeloma', 'mri ~ disc, discitis, bacteremia', 'stenosis, radicul*', 'stone*, hydroneph*', 'aaa, aneurysm', 'strain, lifting'],
  },
  {
    id: 'joint', open: false, ofCause: true,
    shows: 'knee pain, joint pain, arthritis, joint swelling, swollen knee, effusion, monoarthritis',
    causes: ['urate, uric acid, gout, crystal*', 'wbc > 50, gram stain, septic', 'ra, rheumatoid, ccp', 'fall, trauma, lipohemarthrosis', 'inr > 3, hemarthrosis', 'lyme', 'psoria*', 'osteoarthritis, joint space'],
  },
  {
    id: 'leg-ulcer', open: false, ofCause: true,
    shows: 'ulcer*, foot wound, leg wound, nonhealing',
    causes: ['a1c > 6.9, diabet*, neuropath*, monofilament', 'abi, pad, absent pulses, stenosis', 'venous, edema, hemosiderin, stasis', 'pressure, bedbound, immobil*, offload*, braden', 'vasculit*, pyoderma', 'trauma'],
  },
  {
    id: 'rash', open: false, ofCause: true,
    shows: 'rash, eruption, hives',
    causes: ['amoxicillin, bactrim, vancomycin, new drug, allopurinol, lamotrigine, cefepime, penicillin', 'viral, fever, exanthem', 'contact, latex, soap, adhesive', 'food, peanut, shellfish, sting', 'tick*', 'candida*, moist*, incontinen*', 'zoster, dermatom*, vesic*'],
  },
  {
    id: 'pleural-effusion-cause', open: false, ofCause: true,
    shows: 'pleural effusion, effusion, thoracentesis',
    causes: ['ef < 46, heart failure, chf, bnp > 400', 'pneumonia, infiltrat*, consolid*', 'cytolog*, malignan*, cancer, mass', 'cirrho*, ascites', 'pe, dvt', 'albumin < 2.2, nephrotic', 'cabg, postop*', 'esrd, dialysis', 'lipase, pancrea*', 'tb, afb'],
  },
  {
    id: 'cough-dyspnea', open: false, ofCause: true,
    shows: 'dyspnea, shortness of breath, sob, wheez*',
    causes: ['copd, emphysema, smok*, pack year*', 'asthma', 'ef < 46, bnp > 400, heart failure, chf', 'infiltrat*, pneumonia, fever', 'pe, dvt, d dimer', 'hgb < 8', 'anxi*, panic', 'fibros*, ild', 'bmi > 40'],
  },
  {
    id: 'afib-trigger', open: false, ofCause: true,
    shows: 'rvr, new afib, new onset atrial*, new onset afib',
    causes: ['tsh < 0.4', 'sepsis, pneumonia, infect*', 'etoh, alcohol*', 'cabg, postop*, pod*', 'pe', 'k < 3.3, mg < 1.5', 'mitral, ef < 45'],
  },
  {
    id: 'brady', open: false, ofCause: true,
    shows: 'bradycardi*, hr < 45, heart block, syncop*',
    causes: ['metoprolol, diltiazem, digoxin, amiodarone, atenolol, carvedilol, verapamil, clonidine, donepezil', 'k > 6', 'tsh > 10', 'inferior, stemi, rca', 'lyme', 'sick sinus, pause*', 'hypothermi*', 'tavr'],
  },
  {
    id: 'cardiomyopathy-cause', open: false, ofCause: true,
    shows: 'cardiomyopathy, ef < 40, new heart failure',
    causes: ['cath, lad, rca, stent*, cad, mi', 'etoh, alcohol*', 'doxorubicin, trastuzumab, chemo*', 'hr > 120, rvr, tachy*', 'postpartum, delivery', 'amyloid*', 'viral, myocarditis', 'meth*, cocaine', 'hypertens*'],
  },
  {
    id: 'hf-exacerbation-cause', open: false, ofCause: true,
    shows: 'adhf, hf exacerbation, chf exacerbation, decompensated heart failure',
    causes: ['nonadher*, ran out, missed doses, stopped taking', 'salt*, diet*, chips, ham', 'afib, rvr', 'troponin*, nstemi, ischem*', 'nsaid*, ibuprofen, pioglitazone', 'sbp > 180', 'pneumonia, infect*', 'esrd, missed hd, ckd'],
  },
  {
    id: 'hypertension-cause', open: false, ofCause: true,
    shows: 'hypertensive, sbp > 190, hypertension',
    causes: ['ran out, nonadher*, stopped', 'pain', 'cocaine, meth*, uds', 'withdraw*, ciwa', 'renal artery, bruit', 'clonidine', 'missed hd, esrd', 'pregnan*, proteinuria', 'metanephrin*'],
  },
  {
    id: 'urinary-retention', open: false, ofCause: true,
    shows: 'retention, pvr, unable to void',
    causes: ['bph, prostat*', 'opioid*, diphenhydramine, oxybutynin, anesthesia, spinal', 'constipat*, impact*', 'cauda, cord, saddle', 'uti', 'neuropath*, diabet*', 'clot*, stricture'],
  },
  {
    id: 'dysphagia-cause', open: false, ofCause: true,
    shows: 'dysphagia, aspirat*, trouble swallowing',
    causes: ['stroke, cva, infarct', 'parkinson*', 'dementia', 'stricture, egd, ring', 'cancer, mass, radiation', 'als, myasthen*', 'intubat*, extubat*', 'esophagitis, candida*'],
  },
  {
    id: 'ileus-cause', open: false, ofCause: true,
    shows: 'ileus, sbo, obstruction, dilated loop*',
    causes: ['opioid*, hydromorphone, morphine, pca', 'k < 3.3, mg < 1.5', 'pod*, postop*, surg*', 'adhesi*, transition point', 'hernia', 'mass, carcinomat*', 'leak, abscess, peritonit*'],
  },
  {
    id: 'pancytopenia-cause', open: false, ofCause: true,
    shows: 'pancytopenia, neutropenia, wbc < 2.5, anc < 1',
    causes: ['chemo*, cycle, methotrexate, azathioprine', 'b12, folate', 'cirrho*, spleno*', 'marrow, blast*, mds, leukemia', 'hiv', 'linezolid, bactrim, clozapine, valganciclovir', 'viral, sepsis, parvovirus', 'lupus, ana', 'etoh, alcohol*'],
  },
  {
    id: 'coagulopathy-cause', open: false, ofCause: true,
    shows: 'coagulopathy, inr > 1.7',
    causes: ['warfarin, apixaban, rivaroxaban', 'cirrho*, liver, ast > 500', 'fibrinogen, schistocyt*, consumpt*', 'poor intake, malnutrition, vitamin k, antibiotic*', 'transfus*, mtp', 'sepsis, septic'],
  },
  {
    id: 'leukocytosis-cause', open: false, ofCause: true,
    shows: 'leukocytosis, wbc > 14',
    causes: ['prednisone, dexamethasone, steroid*, methylpred*', 'pneumonia, uti, cellulitis, infect*, culture*', 'leukemia, blast*, cml, cll', 'pod*, postop*, surgery', 'c diff', 'filgrastim, neupogen, g csf'],
  },
  {
    id: 'postpartum-bleed-cause', open: false, ofCause: true,
    shows: 'postpartum hemorrhage, pph, qbl, postpartum bleed*',
    causes: ['atony, boggy, methergine, hemabate', 'lacerat*, tear', 'retained, placenta ~ fragment*, d c', 'fibrinogen, inr > 1.5, coagul*', 'ruptur*', 'accreta'],
  },
  {
    id: 'newborn-distress-cause', open: false, ofCause: true,
    shows: 'respiratory distress, grunt*, tachypn*, retract*',
    causes: ['surfactant, weeks, preterm, 3*w*', 'meconium', 'cesarean, c section', 'chorio*, gbs, ampicillin, culture*', 'pneumothorax', 'murmur, echo', 'glucose < 40'],
  },
  {
    id: 'failure-to-thrive-cause', open: false, ofCause: true,
    shows: 'failure to thrive, ftt, poor weight gain, poor growth',
    causes: ['reflux, ger', 'cardiac, vsd, murmur', 'celiac, ttg, malabsorp*', 'formula, feeding, intake, neglect, cps', 'sweat, cystic fibrosis', 'cleft, dysphag*', 'chronic diarrhea'],
  },
  {
    id: 'psychosis-cause', open: false, ofCause: true,
    shows: 'psychosis, hallucinat*, paranoi*, psychotic',
    causes: ['meth*, cocaine, uds, cannab*, amphet*', 'schizo*', 'mania, bipolar, manic', 'prednisone, steroid*, dexamethasone', 'dementia, lewy, parkinson*', 'depress*', 'withdraw*, ciwa', 'infect*, uti, encephalitis', 'postpartum'],
  },
  {
    id: 'insomnia-anxiety', open: false, ofCause: true,
    shows: 'anxi*, panic, palpitation*',
    causes: ['tsh < 0.4', 'caffeine, energy drink*', 'afib, svt, holter', 'withdraw*, benzo*, alcohol', 'depress*, phq > 9', 'albuterol, stimulant*, steroid*', 'ptsd, trauma', 'metanephrin*'],
  },
  {
    id: 'fracture-cause', open: false, ofCause: true,
    shows: 'fracture, compression fracture, fx',
    causes: ['osteopor*, t score, dexa, alendronate, denosumab', 'metasta*, lytic, myeloma, cancer', 'mvc, fall from, ladder, assault*, high energy', 'prednisone, steroid*', 'seizure*', 'paget*', 'vitamin d'],
  },
  {
    id: 'ck-rise', open: false, ofCause: true,
    shows: 'rhabdo*, ck > 1000',
    causes: ['statin, atorvastatin, rosuvastatin, simvastatin', 'found down, immobil*, long lie', 'exercise, marathon, crossfit', 'seizure*', 'crush*', 'cocaine, meth*, etoh, alcohol', 'propofol', 'temp > 39.5', 'tsh > 20'],
  },
  {
    id: 'shock-cause', open: false, ofCause: true,
    shows: 'shock, vasopressor*, norepinephrine, levophed',
    causes: [INFECTED, BLEEDS, HEART, 'anaphyl*, epinephrine im', 'pe, rv strain, tamponade, tension', 'adrenal, hydrocortisone, cortisol', 'propofol, spinal, epidural, sedat*'],
  },
];
