/** One of several readings of a matter, of which only one can be true of a patient at a time. */
export interface Kind {
  /** For a person: "acute tubular necrosis". */
  readonly name: string;
  /** Lower case; a text without any of them does not name it: read first, since it is quick. */
  readonly stems: readonly string[];
  /** ICD-10-CM with the dot; each stands for everything beneath it. A name's own code, where the classification tells the kinds apart. */
  readonly codes: readonly string[];
  /** How clinicians name it; every repetition is bounded. */
  readonly words: RegExp;
}

export interface Matter {
  readonly name: string;
  readonly authority: string;
  readonly kinds: readonly Kind[];
  /** Words with which several of its kinds stand side by side: a mixed shock, both kinds of heart failure. */
  readonly together?: RegExp;
  /** Nurses' words count as well, as they do for a stage (I.B.14). */
  readonly nurses?: true;
}

/**
 * Readings that exclude each other. Where documentation conflicts, the attending is asked (ICD-10-CM Guidelines I.B.14, III.B; UHDDS: the attending is
 * responsible for the diagnoses). A kind without one ("heart failure") is less said, and no conflict.
 */
export const MATTERS: readonly Matter[] = [
  { name: 'the cause of the kidney injury', authority: 'KDIGO AKI guideline (2012), 2.1', kinds: [
    { name: 'acute tubular necrosis', stems: ['atn', 'tubular'], codes: ['N17.0'], words: /\b(?:atn|(?:acute )?tubular (?:necrosis|injury))\b/i },
    { name: 'prerenal injury', stems: ['prerenal', 'pre-renal'], codes: [], words: /\bpre-?renal\b/i },
    { name: 'interstitial nephritis', stems: ['interstitial neph'], codes: ['N10'], words: /\b(?:acute )?interstitial nephritis\b/i },
    { name: 'hepatorenal syndrome', stems: ['hepatorenal', 'hepato-renal'], codes: ['K76.7'], words: /\bhepato-?renal\b/i },
    { name: 'obstruction', stems: ['obstructive', 'postrenal', 'post-renal'], codes: [], words: /\b(?:post-?renal|obstructive (?:aki|acute kidney injury|uropathy|nephropathy))\b/i },
  ] },
  { name: 'the type of heart failure', authority: 'AHA/ACC/HFSA heart failure guideline (2022), 2.2', together: /\bcombined\b|\bsystolic and diastolic\b|\bdiastolic and systolic\b|\brecovered\b|\bimproved (?:ef|ejection)/i, kinds: [
    { name: 'systolic heart failure', stems: ['systolic', 'hfref', 'reduced e'], codes: ['I50.2'], words: /\b(?:systolic (?:(?:congestive )?heart failure|chf|hf)|hfref|(?:heart failure|hf|chf) with (?:a )?reduced (?:ef|lvef|ejection fraction))\b/i },
    { name: 'diastolic heart failure', stems: ['diastolic', 'hfpef', 'preserved'], codes: ['I50.3'], words: /\b(?:diastolic (?:(?:congestive )?heart failure|chf|hf)|hfpef|(?:heart failure|hf|chf) with (?:a )?preserved (?:ef|lvef|ejection fraction))\b/i },
  ] },
  { name: 'what the troponin means', authority: 'Fourth Universal Definition of Myocardial Infarction (2018)', kinds: [
    { name: 'type 1 myocardial infarction', stems: ['stemi', 'elevation m', 'type 1 ', 'type i '], codes: ['I21.0', 'I21.1', 'I21.2', 'I21.3', 'I21.4'], words: /\b(?:(?<!type (?:2|ii) )(?:n?stemi|non-?st[- ]elevation (?:mi|myocardial infarction))(?! type (?:2|ii)|,? due to (?:demand|supply))|type (?:1|i) (?:mi|myocardial infarction|nstemi))\b/i },
    { name: 'type 2 myocardial infarction', stems: ['type 2', 'type ii'], codes: ['I21.A1'], words: /\b(?:type (?:2|ii) (?:ami|mi|myocardial infarction|nstemi|infarct(?:ion)?)|nstemi,? type (?:2|ii))\b/i },
    { name: 'demand ischemia', stems: ['demand'], codes: ['I24.89'], words: /\b(?:demand|supply-demand) ischa?emia\b/i },
    { name: 'myocardial injury without infarction', stems: ['myocardial injury', 'troponin leak'], codes: ['I5A'], words: /\b(?:(?:non-?isch?a?emic |acute |chronic )?myocardial injury|troponin leak)\b/i },
    { name: 'takotsubo cardiomyopathy', stems: ['takotsubo', 'stress'], codes: ['I51.81'], words: /\b(?:takotsubo|stress (?:induced )?cardiomyopathy)\b/i },
    { name: 'myocarditis', stems: ['carditis'], codes: ['I40'], words: /\b(?:peri)?myocarditis\b/i },
    { name: 'unstable angina', stems: ['unstable angina'], codes: ['I20.0'], words: /\bunstable angina\b/i },
  ] },
  { name: 'the cause of the neurologic deficit', authority: 'AHA/ASA definition of stroke (2013)', kinds: [
    { name: 'stroke', stems: ['stroke', 'cva', 'infarct'], codes: ['I63'], words: /\b(?:(?:acute |ischa?emic |embolic |lacunar |cardioembolic |mca |subacute ){1,3}(?:stroke|cva|infarct(?:ion)?)|cerebral infarct(?:ion)?)\b/i },
    { name: 'transient ischemic attack', stems: ['tia', 'transient'], codes: ['G45.9'], words: /\b(?:tia|transient ischa?emic attack)\b/i },
    { name: 'migraine with aura', stems: ['migraine'], codes: ['G43.1', 'G43.4'], words: /\b(?:complex|complicated|hemiplegic) migraine\b|\bmigraine (?:with )?aura\b/i },
    { name: 'a functional disorder', stems: ['functional', 'conversion'], codes: ['F44.4', 'F44.6', 'F44.7'], words: /\b(?:functional (?:neurologic\w{0,3} )?(?:disorder|weakness|deficit)|conversion (?:disorder|reaction))\b/i },
    { name: 'Todd paralysis', stems: ['todd'], codes: ['G83.84'], words: /\btodd'?s? (?:paralysis|paresis|phenomenon)\b/i },
  ] },
  { name: 'the cause of the altered mental state', authority: 'DSM-5-TR (2022), neurocognitive disorders; AAN/SCCM nomenclature of delirium and acute encephalopathy (2020)', together: /\bdelirium (?:due to|from|secondary to|with|and|in) [^.;\n]{0,40}encephalopathy|encephalopathy (?:with|and|causing|manifest\w{2,4} (?:as|by)) [^.;\n]{0,30}delirium/i, kinds: [
    { name: 'encephalopathy', stems: ['encephalopathy'], codes: ['G92.8', 'G92.9', 'G93.40', 'G93.41', 'G93.49', 'K76.82'], words: /\b(?<!(?:chronic|ischa?emic|traumatic) )encephalopathy\b/i },
    { name: 'delirium', stems: ['delirium'], codes: ['F05'], words: /\bdelirium\b(?! precautions)/i },
    { name: 'dementia at its baseline', stems: ['baseline'], codes: [], words: /\b(?:baseline dementia|dementia,? (?:at|is at) (?:(?:his|her|their) )?(?:usual )?baseline|at (?:(?:his|her|their) )?(?:cognitive|mental|dementia) baseline)\b/i },
    { name: 'a psychiatric cause', stems: ['psycho'], codes: ['F23', 'F29'], words: /\b(?:primary|acute) psycho(?:sis|tic (?:episode|disorder))\b/i },
  ] },
  { name: 'the kind of pneumonia', authority: 'ATS/IDSA community-acquired pneumonia guideline (2019)', kinds: [
    { name: 'aspiration pneumonia', stems: ['aspiration p'], codes: ['J69.0'], words: /\baspiration (?:pna|pneumonia)\b/i },
    { name: 'viral pneumonia', stems: ['viral p'], codes: ['J12'], words: /\bviral (?:pna|pneumonia)\b/i },
    { name: 'bacterial pneumonia', stems: ['pneumonia', 'pna'], codes: ['J13', 'J14', 'J15'], words: /\b(?:bacterial|gram[- ]negative|mrsa|mssa|pseudomonas|pneumococcal|staphylococcal|klebsiella) (?:pna|pneumonia)\b/i },
    { name: 'aspiration pneumonitis', stems: ['pneumonitis'], codes: [], words: /\b(?:aspiration|chemical) pneumonitis\b/i },
  ] },
  { name: 'the type of respiratory failure', authority: 'ICD-10-CM (2027) J96, kinds by gas and by course', together: /\b(?:hypox\w{2,4}|hypercap\w{2,4}|hypercarb\w{2,4}) (?:and|\/|&|,) ?(?:hypox|hypercap|hypercarb)/i, kinds: [
    { name: 'acute hypoxic respiratory failure', stems: ['hypox'], codes: [], words: /\bacute (?:on chronic )?hypox(?:ic|a?emic) (?:respiratory|resp) failure\b/i },
    { name: 'acute hypercapnic respiratory failure', stems: ['hypercap', 'hypercarb'], codes: [], words: /\bacute (?:on chronic )?(?:hypercapn?ic|hypercarbic) (?:respiratory|resp) failure\b/i },
    { name: 'chronic respiratory failure only', stems: ['chronic resp', 'chronic hyp'], codes: [], words: /(?<!acute on )\bchronic (?:(?:hypox(?:ic|a?emic)|hypercapn?ic|hypercarbic) )?(?:respiratory|resp) failure\b/i },
  ] },
  { name: 'the cause of the fracture', authority: 'ICD-10-CM Official Guidelines FY2027 (2026), I.C.13.c, I.C.13.d.2', kinds: [
    { name: 'pathological fracture', stems: ['patholog', 'fragility', 'osteoporotic', 'insufficiency'], codes: ['M80', 'M84.4', 'M84.5', 'M84.6'], words: /\b(?:patholog(?:ic|ical)|fragility|osteoporotic|insufficiency) (?:[\w-]{1,14} ){0,3}(?:fracture|fx)s?\b/i },
    { name: 'traumatic fracture', stems: ['traumatic'], codes: [], words: /\b(?<!non-?)traumatic (?:[\w-]{1,14} ){0,3}(?:fracture|fx)s?\b/i },
  ] },
  { name: 'the age of the venous thrombosis', authority: 'ICD-10-CM (2027) I82.4 and I82.5; CHEST antithrombotic therapy (2021)', together: /\bacute on chronic\b/i, kinds: [
    { name: 'acute thrombosis', stems: ['acute', 'new'], codes: [], words: /\b(?:acute|new) (?:[\w-]{1,12} ){0,4}(?:dvt|deep vein thrombosis|deep venous thrombosis)\b/i },
    { name: 'chronic thrombosis', stems: ['chronic', 'old', 'residual', 'thrombotic'], codes: ['I82.5'], words: /\b(?:chronic|old|residual) (?:[\w-]{1,12} ){0,4}(?:dvt|deep vein thrombosis|deep venous thrombosis)\b|\bpost-?thrombotic (?:changes?|scar(?:ring)?|webs?|wall thickening)\b/i },
  ] },
  { name: 'the vein that holds the clot', authority: 'ICD-10-CM (2027) I80 and I82; CHEST antithrombotic therapy (2021)', kinds: [
    { name: 'deep vein thrombosis', stems: ['dvt', 'deep v'], codes: ['I82.4'], words: /\b(?:dvt|deep (?:vein|venous) thrombosis)\b/i },
    { name: 'superficial thrombosis only', stems: ['saphenous', 'superficial'], codes: [], words: /\b(?:clot|thromb(?:us|osis|ophlebitis)) (?:(?:is )?(?:limited|confined|restricted) to|only in) (?:the )?(?:[\w-]{1,12} ){0,3}(?:saphenous|superficial)\b|\bsuperficial (?:[\w-]{1,14} ){1,3}(?:only|alone)\b|\bonly (?:a )?superficial (?:clot|thromb\w{2,10})\b/i },
  ] },
  { name: 'the age of the pulmonary embolism', authority: 'ICD-10-CM (2027) I26 and I27.82; ESC pulmonary embolism guideline (2019)', together: /\bacute on chronic\b/i, kinds: [
    { name: 'acute pulmonary embolism', stems: ['acute', 'new'], codes: [], words: /\b(?:acute|new) (?:[\w-]{1,12} ){0,3}(?:pe|pulmonary embol(?:ism|i|us))\b/i },
    { name: 'chronic pulmonary embolism', stems: ['chronic', 'old'], codes: ['I27.82'], words: /\b(?:chronic|old) (?:[\w-]{1,12} ){0,3}(?:pe|pulmonary embol(?:ism|i|us))\b/i },
  ] },
  { name: 'the stage of the pressure injury', authority: 'NPIAP pressure injury stages (2016); ICD-10-CM Official Guidelines FY2027 (2026), I.B.14', nurses: true, together: /\b(?:was|progress\w{2,3}|evolv\w{2,3}|worsen\w{2,3}|now) stage\b/i, kinds: [
    { name: 'stage 1', stems: ['stage', 'ckd'], codes: [], words: staged('(?:1|i)') },
    { name: 'stage 2', stems: ['stage', 'ckd'], codes: [], words: staged('(?:2|ii)') },
    { name: 'stage 3', stems: ['stage', 'ckd'], codes: [], words: staged('(?:3|iii)') },
    { name: 'stage 4', stems: ['stage', 'ckd'], codes: [], words: staged('(?:4|iv)') },
  ] },
  { name: 'the stage of the chronic kidney disease', authority: 'KDIGO CKD guideline (2024), 1.1', kinds: [
    { name: 'stage 1', stems: ['stage', 'ckd'], codes: ['N18.1'], words: ckd('(?:1|i)') },
    { name: 'stage 2', stems: ['stage', 'ckd'], codes: ['N18.2'], words: ckd('(?:2|ii)') },
    { name: 'stage 3a', stems: ['3a', '3 a', 'iiia'], codes: ['N18.31'], words: ckd('(?:3|iii) ?a') },
    { name: 'stage 3b', stems: ['3b', '3 b', 'iiib'], codes: ['N18.32'], words: ckd('(?:3|iii) ?b') },
    { name: 'stage 4', stems: ['stage', 'ckd'], codes: ['N18.4'], words: ckd('(?:4|iv)') },
    { name: 'stage 5', stems: ['stage', 'ckd'], codes: ['N18.5'], words: ckd('(?:5|v)') },
  ] },
  { name: 'the degree of malnutrition', authority: 'ASPEN/AND consensus (2012); GLIM (2019)', kinds: [
    { name: 'severe malnutrition', stems: ['severe'], codes: ['E43'], words: /\bsevere (?:protein[- ](?:calorie|energy) )?malnutrition\b/i },
    { name: 'moderate malnutrition', stems: ['moderate'], codes: ['E44.0'], words: /\bmoderate (?:protein[- ](?:calorie|energy) )?malnutrition\b/i },
    { name: 'mild malnutrition', stems: ['mild'], codes: ['E44.1'], words: /\bmild (?:protein[- ](?:calorie|energy) )?malnutrition\b/i },
  ] },
  { name: 'the type of diabetes', authority: 'ADA Standards of Care in Diabetes (2026), section 2', kinds: [
    { name: 'type 1 diabetes', stems: ['type 1', 'type i', 't1d', 'dm1', 'dm 1', 'lada'], codes: ['E10'], words: /\b(?:type (?:1|i) (?:dm|diabetes)|t1dm?|dm ?1|lada)\b/i },
    { name: 'type 2 diabetes', stems: ['type 2', 'type ii', 't2d', 'dm2', 'dm 2', 'niddm'], codes: ['E11'], words: /\b(?:type (?:2|ii) (?:dm|diabetes)|t2dm?|dm ?2|niddm)\b/i },
    { name: 'pancreatogenic diabetes', stems: ['pancreatogenic', 'type 3c'], codes: ['E08'], words: /\b(?:pancreatogenic|type 3c) diabetes\b/i },
  ] },
  { name: 'the type of atrial fibrillation', authority: 'ACC/AHA atrial fibrillation guideline (2023), 3', kinds: [
    { name: 'paroxysmal atrial fibrillation', stems: ['paroxysmal'], codes: ['I48.0'], words: /\bparoxysmal (?:af|afib|a-?fib|atrial fibrillation)\b/i },
    { name: 'persistent atrial fibrillation', stems: ['persistent'], codes: ['I48.1'], words: /\bpersistent (?:af|afib|a-?fib|atrial fibrillation)\b/i },
    { name: 'permanent atrial fibrillation', stems: ['permanent'], codes: ['I48.21'], words: /\bpermanent (?:af|afib|a-?fib|atrial fibrillation)\b/i },
  ] },
  { name: 'the inflammatory bowel disease', authority: 'ICD-10-CM (2027) Excludes1 at K50 and K51', kinds: [
    { name: 'Crohn disease', stems: ['crohn'], codes: ['K50'], words: /\bcrohn'?s?\b/i },
    { name: 'ulcerative colitis', stems: ['ulcerative'], codes: ['K51'], words: /\bulcerative (?:pan)?colitis\b/i },
  ] },
  { name: 'the red leg', authority: 'IDSA skin and soft tissue infection guideline (2014)', kinds: [
    { name: 'cellulitis', stems: ['cellulitis'], codes: ['L03.11'], words: /\bcellulitis\b/i },
    { name: 'stasis dermatitis', stems: ['stasis', 'lipoderm'], codes: ['I87.2', 'I83.1'], words: /\b(?:venous )?stasis dermatitis\b|\blipodermatosclerosis\b/i },
    { name: 'necrotizing fasciitis', stems: ['fasciitis'], codes: ['M72.6'], words: /\bnecroti[sz]ing fasciitis\b/i },
  ] },
  { name: 'the urine finding', authority: 'IDSA asymptomatic bacteriuria guideline (2019)', kinds: [
    { name: 'urinary tract infection', stems: ['uti', 'urinary tract', 'urosepsis', 'pyelo', 'cystitis'], codes: ['N39.0', 'N10', 'N30.0'], words: /\b(?:uti|urinary tract infection|urosepsis|pyelonephritis|cystitis)\b/i },
    { name: 'asymptomatic bacteriuria', stems: ['bacteriuria', 'colonized urine', 'urinary colon'], codes: ['R82.71'], words: /\b(?:asymptomatic bacteriuria|colonized urine|urinary colonization)\b/i },
  ] },
  { name: 'the anemia', authority: 'WHO hemoglobin cutoffs (2024); ICD-10-CM (2027) D62', kinds: [
    { name: 'acute blood loss anemia', stems: ['abla', 'blood loss'], codes: ['D62'], words: /\b(?:abla|(?:acute )?blood loss ana?emia)\b/i },
    { name: 'dilutional anemia', stems: ['dilution'], codes: [], words: /\b(?:dilutional|hemodilution)\b/i },
    { name: 'anemia of chronic disease only', stems: ['disease only'], codes: ['D63.8', 'D63.1'], words: /\bana?emia of (?:chronic|kidney|renal) (?:kidney |renal )?disease only\b/i },
  ] },
  { name: 'the cause of the low sodium', authority: 'European hyponatraemia guideline (2014)', kinds: [
    { name: 'SIADH', stems: ['siad'], codes: ['E22.2'], words: /\bsiadh?\b/i },
    { name: 'hypovolemic hyponatremia', stems: ['hypovol'], codes: [], words: /\bhypovola?emic hyponatra?emia\b/i },
    { name: 'hypervolemic hyponatremia', stems: ['hypervol'], codes: [], words: /\bhypervola?emic hyponatra?emia\b/i },
    { name: 'pseudohyponatremia', stems: ['pseudohypo'], codes: [], words: /\bpseudohyponatra?emia\b/i },
  ] },
  { name: 'the kind of shock', authority: 'ESICM consensus on circulatory shock (2014)', together: /\bmixed\b|\bsuperimposed\b/i, kinds: [
    { name: 'septic shock', stems: ['septic shock'], codes: ['R65.21'], words: /\bseptic shock\b/i },
    { name: 'cardiogenic shock', stems: ['cardiogenic'], codes: ['R57.0'], words: /\bcardiogenic shock\b/i },
    { name: 'hypovolemic shock', stems: ['volemic shock', 'volaemic shock', 'rhagic shock'], codes: ['R57.1'], words: /\b(?:hypovola?emic|ha?emorrhagic) shock\b/i },
  ] },
  { name: 'the kind of cardiomyopathy', authority: 'ESC cardiomyopathy guideline (2023)', kinds: [
    { name: 'ischemic cardiomyopathy', stems: ['cardiomyopathy'], codes: ['I25.5'], words: /\b(?<!non-?)ischa?emic cardiomyopathy\b/i },
    { name: 'nonischemic cardiomyopathy', stems: ['cardiomyopathy'], codes: ['I42.0', 'I42.6', 'I42.7'], words: /\b(?:non-?ischa?emic|alcoholic|dilated idiopathic) cardiomyopathy\b/i },
  ] },
  { name: 'the hot joint', authority: 'ACR gout guideline (2020)', kinds: [
    { name: 'septic arthritis', stems: ['septic'], codes: ['M00'], words: /\bseptic (?:arthritis|joint|knee|hip)\b/i },
    { name: 'crystal arthritis', stems: ['gout', 'cppd'], codes: ['M10', 'M11'], words: /\b(?:acute gout|gouty? (?:flare|arthritis|attack)|pseudogout|cppd)\b/i },
  ] },
  { name: 'the event', authority: 'ILAE definition of epilepsy (2014); ESC syncope guideline (2018)', kinds: [
    { name: 'epileptic seizure', stems: ['seizure'], codes: [], words: /\b(?:epileptic seizure|breakthrough seizure|generali[sz]ed tonic-clonic seizure|seizure disorder with breakthrough)\b/i },
    { name: 'nonepileptic event', stems: ['pnes', 'epileptic'], codes: ['F44.5'], words: /\b(?:pnes|(?:psychogenic )?non-?epileptic (?:seizures?|spells?|events?|attacks?))\b/i },
    { name: 'syncope', stems: ['syncope'], codes: [], words: /\b(?:vasovagal|convulsive|cardiac|reflex|orthostatic) syncope\b/i },
  ] },
  { name: 'the mood disorder', authority: 'DSM-5-TR (2022); ICD-10-CM (2027) Excludes1 at F32', kinds: [
    { name: 'bipolar disorder', stems: ['bipolar'], codes: ['F31'], words: /\bbipolar (?:(?:i|ii|1|2|affective) )?(?:disorder|depression)\b/i },
    { name: 'major depressive disorder', stems: ['mdd', 'major depress'], codes: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F33'], words: /\b(?:mdd|major depress(?:ion|ive disorder))\b/i },
  ] },
];

function staged(stage: string): RegExp {
  const injury = String.raw`(?:pressure|decubitus) (?:ulcer|injury|sore|wound)s?|decubitus`;
  return new RegExp(String.raw`\b(?:(?:${injury})[^.;\n]{0,30}\bstage ${stage}\b|stage ${stage}\b[^.;\n]{0,30}\b(?:${injury}))`, 'i');
}

function ckd(stage: string): RegExp {
  return new RegExp(String.raw`\b(?:ckd|chronic kidney disease),? ?(?:stage |st |g)?${stage}\b|\bstage ${stage} (?:ckd|chronic kidney disease)\b`, 'i');
}
