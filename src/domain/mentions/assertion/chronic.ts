/**
 * Diseases that "history of" and a past-history list report as still there (ICD-10-CM guideline I.C.21.c.4: a history code is for what no longer exists).
 * Matched anywhere in the words of the condition; lower case, as tokens are.
 */
export const CHRONIC: readonly string[] = [
  // endocrine and metabolic
  'diabetes', 'diabetic', 'dm', 'dm1', 'dm2', 't1dm', 't2dm', 'iddm', 'niddm', 'type 1', 'type 2', 'hypothyroidism', 'hypothyroid', 'hyperthyroidism', 'hashimoto', 'graves', 'hyperlipidemia', 'hld', 'hyperlipidaemia', 'dyslipidemia', 'hypercholesterolemia', 'cholesterol', 'hypertriglyceridemia', 'obesity', 'obese', 'metabolic syndrome', 'prediabetes', 'osteoporosis', 'osteopenia', 'gout', 'addison', 'cushing', 'pcos', 'polycystic ovary', 'polycystic ovarian', 'hyperparathyroidism', 'hypogonadism', 'hemochromatosis', 'vitamin d deficiency', 'acromegaly', 'hypopituitarism',
  // heart and vessels
  'hypertension', 'htn', 'high blood pressure', 'heart failure', 'chf', 'hfref', 'hfpef', 'hf', 'cardiomyopathy', 'atrial fibrillation', 'afib', 'a fib', 'af', 'atrial flutter', 'coronary artery disease', 'cad', 'coronary disease', 'ischemic heart disease', 'peripheral vascular disease', 'pvd', 'peripheral arterial disease', 'peripheral artery disease', 'pad', 'aortic stenosis', 'mitral regurgitation', 'aortic regurgitation', 'tricuspid regurgitation', 'valve disease', 'valvular', 'mitral valve prolapse', 'pulmonary hypertension', 'venous insufficiency', 'varicose veins', 'carotid stenosis', 'aneurysm', 'congenital heart', 'long qt', 'atherosclerosis', 'hypertensive', 'lymphedema',
  // lungs and sleep
  'asthma', 'copd', 'emphysema', 'chronic bronchitis', 'chronic obstructive', 'pulmonary fibrosis', 'interstitial lung disease', 'ild', 'bronchiectasis', 'sleep apnea', 'osa', 'cystic fibrosis', 'sarcoidosis', 'sarcoid', 'restrictive lung disease', 'chronic respiratory failure',
  // kidney, liver, gut
  'chronic kidney disease', 'ckd', 'esrd', 'end stage renal', 'renal insufficiency', 'polycystic kidney', 'polycystic kidneys', 'kidney disease', 'renal disease', 'renal failure', 'mood disorder', 'memory loss', 'heart disease', 'allergy', 'allergies', 'allergic to', 'intolerance', 'nephropathy', 'cirrhosis', 'fatty liver', 'nafld', 'nash', 'masld', 'hepatitis b', 'hepatitis c', 'hep c', 'hep b', 'hcv', 'hbv', 'chronic hepatitis', 'gerd', 'reflux', 'barrett', 'crohn', 'ulcerative colitis', 'ibd', 'ibs', 'irritable bowel', 'celiac', 'gastroparesis', 'chronic pancreatitis', 'bph', 'prostatic hyperplasia', 'incontinence', 'overactive bladder', 'interstitial cystitis', 'endometriosis', 'neurogenic bladder', 'diverticulosis', 'hiatal hernia',
  // mind and nerves
  'depression', 'depressive disorder', 'mdd', 'anxiety', 'gad', 'bipolar', 'schizophrenia', 'schizoaffective', 'ptsd', 'ocd', 'adhd', 'add', 'autism', 'dementia', 'alzheimer', 'parkinson', 'multiple sclerosis', 'ms', 'epilepsy', 'seizure disorder', 'migraine', 'migraines', 'neuropathy', 'restless legs', 'als', 'myasthenia gravis', 'huntington', 'cerebral palsy', 'intellectual disability', 'developmental delay', 'paraplegia', 'quadriplegia', 'hemiplegia', 'paralysis', 'tourette', 'borderline personality', 'alcohol use disorder', 'alcoholism', 'opioid use disorder', 'substance use disorder', 'alcohol dependence', 'opioid dependence', 'panic disorder', 'insomnia', 'narcolepsy', 'dyslexia', 'essential tremor', 'glaucoma', 'macular degeneration', 'hearing loss', 'blindness', 'retinopathy', 'fibromyalgia',
  // joints, skin, blood, immune
  'rheumatoid arthritis', 'ra', 'osteoarthritis', 'oa', 'djd', 'degenerative joint disease', 'degenerative disc disease', 'ddd', 'arthritis', 'lupus', 'sle', 'psoriasis', 'psoriatic', 'ankylosing spondylitis', 'sjogren', 'scleroderma', 'vasculitis', 'spinal stenosis', 'scoliosis', 'eczema', 'atopic dermatitis', 'vitiligo', 'rosacea', 'allergic rhinitis', 'seasonal allergies', 'sickle cell', 'thalassemia', 'hemophilia', 'von willebrand', 'factor v leiden', 'antiphospholipid', 'hiv', 'aids', 'hiv disease', 'multiple myeloma', 'cll', 'cml', 'myelodysplastic', 'mds', 'polycythemia', 'immunodeficiency', 'cvid', 'chronic pain', 'chronic low back pain', 'marfan', 'ehlers danlos', 'down syndrome', 'trisomy 21', 'turner syndrome', 'spina bifida', 'transplant status', 'chronic fatigue', 'systemic sclerosis', 'lymphoma on', 'chronic back pain', 'raynaud', 'vascular dementia', 'erectile dysfunction',
];

/** With one of these, an episode is meant, which ends: "asthma exacerbation", "gout flare", "gestational diabetes". */
export const EPISODE: ReadonlySet<string> = new Set([
  'exacerbation', 'exacerbations', 'flare', 'flares', 'flareup', 'attack', 'attacks', 'crisis', 'episode', 'episodes', 'gestational', 'pregnancy', 'pregnancies', 'postpartum', 'transient', 'withdrawal', 'rupture', 'ruptured', 'induced', 'ketoacidosis', 'dka', 'septic', 'repair', 'acute', 'overdose', 'bleed', 'emergency', 'urgency', 'encephalopathy',
]);

/** Habits and allergies are reported as history whatever else is said of them (docs/assertion.md). */
export const HABITS: readonly string[] = [
  'tobacco', 'smoking', 'smoker', 'nonsmoker', 'cigarettes', 'cigarette', 'alcohol', 'etoh', 'drinks alcohol', 'drug use', 'drug abuse', 'drugs', 'illicit drugs', 'illicits', 'cocaine', 'marijuana', 'cannabis', 'heroin', 'vaping', 'ivdu', 'iv drug use', 'substance use', 'substance abuse', 'chewing tobacco', 'snuff', 'drug allergies', 'drug allergy', 'known allergies', 'allergies', 'medication allergies', 'nkda',
];
