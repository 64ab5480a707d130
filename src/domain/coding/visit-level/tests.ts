/** A unique test: what one code of the laboratory, imaging or diagnostic services stands for. Words are matched without case. */
export interface TestRow {
  readonly id: string;
  readonly words: RegExp;
  /** Tests that it includes: not counted beside it. */
  readonly includes?: readonly string[];
  /** Read by the clinician and billed as a whole where it is done in the office. */
  readonly interpreted?: true;
}

const BASIC = ['creatinine', 'potassium', 'sodium', 'glucose', 'bun', 'bicarbonate', 'calcium'];
const LIVER = ['ast-alt', 'bilirubin', 'alk-phos', 'albumin'];

/** CPT E/M guidelines 2023: "a unique test is defined by the code set; a panel is one test". */
export const TESTS: readonly TestRow[] = [
  { id: 'cmp', words: /\b(?:cmp|comprehensive metabolic(?: panel)?|chem ?14)\b/i, includes: ['bmp', 'lft', ...BASIC, ...LIVER] },
  { id: 'bmp', words: /\b(?:bmp|basic metabolic(?: panel)?|chem ?[78]|chem panel|lytes|electrolytes|renal (?:panel|function)|u&es)\b/i, includes: BASIC },
  { id: 'lft', words: /\b(?:lfts?|hepatic (?:function )?panel|liver (?:panel|enzymes|function|tests))\b/i, includes: LIVER },
  { id: 'cbc', words: /\b(?:cbc(?: ?(?:w\/|with) ?diff)?|complete blood count|blood count)\b/i, includes: ['wbc', 'hgb', 'platelets', 'anc', 'hct'] },
  { id: 'lipids', words: /\b(?:lipids?(?: panel)?|flp|cholesterol panel|fasting lipids)\b/i, includes: ['ldl', 'hdl', 'triglycerides', 'cholesterol'] },
  { id: 'a1c', words: /\b(?:hb?a1c|a1c|hgb ?a1c|hemoglobin a1c|glycated)\b/i },
  { id: 'tsh', words: /\b(?:tsh|thyroid (?:function|panel|labs)|tfts?)\b/i },
  { id: 'free-t4', words: /\b(?:free t4|ft4)\b/i },
  { id: 'free-t3', words: /\b(?:free t3|ft3)\b/i },
  { id: 'creatinine', words: /\b(?:creatinine|creat|scr|egfr|gfr)\b(?! clearance)|\bcr (?=\d)/i },
  { id: 'potassium', words: /\b(?:potassium (?:level|\d)|k\+? ?\d\.\d|serum k)\b/i },
  { id: 'sodium', words: /\b(?:serum sodium|sodium (?:level|1\d\d)|na\+? ?1[1-5]\d)\b/i },
  { id: 'glucose', words: /\b(?:random glucose|fasting glucose|serum glucose|fbs|glucose \d+|poc glucose|fingerstick|accucheck)\b/i },
  { id: 'bun', words: /\bbun\b/i },
  { id: 'calcium', words: /\b(?:serum calcium|calcium (?:level|\d+\.\d))\b/i },
  { id: 'ast-alt', words: /\b(?:ast|alt)\b(?=[\s/:]*(?:alt|ast|\d|and|normal|nl|up|elev|level))/i },
  { id: 'bilirubin', words: /\b(?:bilirubin|t ?bili|tsb|tcb)\b/i },
  { id: 'albumin', words: /\balbumin (?:level|\d)/i },
  { id: 'alk-phos', words: /\b(?:alk phos|alkaline phosphatase)\b/i },
  { id: 'wbc', words: /\b(?:wbc|white count)\b/i },
  { id: 'hgb', words: /\b(?:hgb|hb|hemoglobin|h&h|h\/h)\b(?! ?a1c)/i },
  { id: 'platelets', words: /\b(?:plts?|platelets?(?: count)?)\b(?! aggregation)/i },
  { id: 'anc', words: /\b(?:anc|absolute neutrophil count)\b/i },
  { id: 'ldl', words: /\bldl\b/i },
  { id: 'hdl', words: /\bhdl\b/i },
  { id: 'triglycerides', words: /\b(?:triglycerides|tg \d)/i },
  { id: 'microalbumin', words: /\b(?:urine (?:micro)?albumin|microalbumin|uacr|albumin[\s/-]*(?:to[\s-])?creatinine ratio|acr)\b/i },
  { id: 'ua', words: /\b(?:ua|u\/a|urinalysis|urine dip(?:stick)?|dipstick|dip(?= ?(?:positive|negative|neg|pos|\+|le\b|clean|trace|:|$|[.,;]))|urine dip)\b/i },
  { id: 'urine-culture', includes: ['culture'], words: /\b(?:(?:blood (?:and|&|\+) )?urine (?:cultures?|cx)|urine (?:and|&|\+) blood (?:cultures?|cx)|ucx|culture (?:of )?urine)\b/i },
  { id: 'culture', words: /(?<!blood |wound |urine |throat |sputum |stool |fungal )\bcultures? (?:off|sent|pending|to (?:the )?lab|taken|ordered)\b|\b(?:ua|urinalysis)(?: \w+){0,2}[,;&+/]? ?(?:and )?(?:w\/ )?(?:culture|cx)\b/i },
  { id: 'blood-culture', words: /\b(?:blood (?:(?:and|&|\+) urine )?(?:cultures?|cx)|bcx|bld cx)\b/i },
  { id: 'wound-culture', words: /\b(?:wound (?:culture|cx)|culture (?:sent|of (?:the )?(?:wound|pus|abscess|drainage))|abscess culture)\b/i },
  { id: 'sputum-culture', words: /\bsputum (?:culture|cx|gram)\b/i },
  { id: 'throat-culture', words: /\bthroat (?:culture|cx)\b/i },
  { id: 'stool', words: /\b(?:stool (?:culture|studies|pcr|o&p|test)|gi pcr|fit test|fobt|guaiac|cologuard|c\.? ?diff)\b/i },
  { id: 'calprotectin', words: /\b(?:fecal )?calprotectin\b/i },
  { id: 'strep', words: /\b(?:rapid strep|strep (?:test|swab|screen|pcr)|rst|rsa|radt)\b/i },
  { id: 'flu', words: /\b(?:(?:rapid )?(?:flu|influenza) (?:a\/b|test|swab|pcr|[ab] (?:pos|neg|\+))|flu swab|rapid flu|flu\/covid|covid\/flu)\b/i },
  { id: 'covid', words: /\b(?:covid(?:-19)? (?:test|swab|pcr|antigen|ag|neg\w*|pos\w*)|sars-cov-2 (?:pcr|ag|test))\b/i },
  { id: 'rsv', words: /\brsv (?:test|swab|ag|pcr|pos\w*|neg\w*)\b/i },
  { id: 'respiratory-panel', words: /\b(?:respiratory (?:viral )?panel|rvp|viral panel)\b/i },
  { id: 'mono', words: /\b(?:mono ?spot|heterophile)\b/i },
  { id: 'hcg', words: /\b(?:b?-?hcg|upt|pregnancy test|upreg|beta)\b(?! ?block| ?agon| ?lactam)/i },
  { id: 'troponin', words: /\b(?:troponins?|trops?|hs-?tn\w?|hstnt|tni)\b/i },
  { id: 'bnp', words: /\b(?:nt[\s-]?pro[\s-]?bnp|bnp|pro-?bnp)\b/i },
  { id: 'd-dimer', words: /\bd[\s-]?dimer\b/i },
  { id: 'lactate', words: /\b(?:lactate|lactic acid)\b/i },
  { id: 'procalcitonin', words: /\b(?:procalcitonin|pct)\b/i },
  { id: 'lipase', words: /\blipase\b/i },
  { id: 'ammonia', words: /\bammonia\b/i },
  { id: 'inr', words: /\b(?:inr|pt\/inr|protime|coags?)\b/i },
  { id: 'ptt', words: /\ba?ptt\b/i },
  { id: 'abg', words: /\b(?:[av]bg|blood gas|ph [67]\.\d\d)\b/i },
  { id: 'crp', words: /\b(?:hs-?)?crp\b/i },
  { id: 'esr', words: /\b(?:esr|sed rate)\b/i },
  { id: 'ck', words: /\b(?:cpk|creatine kinase|ck (?=\d|level|normal))/i },
  { id: 'magnesium', words: /\b(?:magnesium level|mag(?:nesium)? \d|mg level|mg [12]\.\d|serum mag)/i },
  { id: 'phosphorus', words: /\b(?:phos(?:phorus|phate)? (?:level|\d))/i },
  { id: 'uric-acid', words: /\b(?:uric acid|urate|serum urate)\b/i },
  { id: 'ferritin', words: /\bferritin\b/i },
  { id: 'iron', words: /\b(?:iron (?:studies|panel|sat)|tibc|serum iron)\b/i },
  { id: 'b12', words: /\b(?:b12 level|vitamin b12 (?:level|\d)|b12,|b12 \d|check b12|b12 and)/i },
  { id: 'folate', words: /\b(?:(?:b-?12|ferritin|serum|iron|rbc)(?:,| and|\/| &|\/and)? ?folate|folate (?:level|\d+\.?\d*(?! ?m[cg]g?)|normal|low|pending))\b/i },
  { id: 'vitamin-d', words: /\b(?:25-?oh(?: vitamin)?[\s-]?d|vit(?:amin)? d(?:,| and| level| [1-4]\d\b| (?:low|normal|checked|ordered|today)))/i },
  { id: 'psa', words: /\bpsa\b/i },
  { id: 'testosterone', words: /\b(?:total |free )?testosterone (?:level|\d)/i },
  { id: 'prolactin', words: /\bprolactin\b/i },
  { id: 'fsh', words: /\bfsh\b/i },
  { id: 'estradiol', words: /\bestradiol (?:level|\d)/i },
  { id: 'cortisol', words: /\bcortisol\b/i },
  { id: 'pth', words: /\bpth\b/i },
  { id: 'ana', words: /\bana\b(?! titer of)/i },
  { id: 'rf', words: /\b(?:rheumatoid factor|rf (?:and|neg|pos|,|titer))/i },
  { id: 'ccp', words: /\b(?:anti-?)?ccp\b/i },
  { id: 'dsdna', words: /\b(?:anti-?)?ds-?dna\b/i },
  { id: 'complement', words: /\b(?:c3(?:\/| and |, )c4|complements?)\b/i },
  { id: 'hiv', words: /\bhiv (?:test|ag\/ab|screen\w*|ab|serology)\b/i },
  { id: 'viral-load', words: /\b(?:viral load|hiv (?:viral load|rna|vl)|vl(?= ?(?:<|\d|un|und|sent|drawn|today|ordered))|hcv rna|hbv dna)\b/i },
  { id: 'cd4', words: /\bcd4(?: count)?\b/i },
  { id: 'hepatitis', words: /\b(?:hep(?:atitis)? (?:[abc] )?(?:panel|serolog\w+|ab|sag|titers?|screen\w*|rna)|hcv (?:ab|vl)|hbsag)\b/i },
  { id: 'syphilis', words: /\b(?:rpr|syphilis (?:test|serology|screen\w*)|treponemal)\b/i },
  { id: 'gc-ct', words: /\b(?:gc\/?ct|gonorrhea[\s/]+(?:and )?chlamydia|chlamydia[\s/]+(?:and )?gonorrhea|gc\/chlamydia|sti (?:panel|testing|screen\w*)|std (?:panel|testing|screen\w*)|naat)\b/i },
  { id: 'wet-prep', words: /\b(?:wet (?:prep|mount)|koh|affirm|vaginitis panel|vaginal swab)\b/i },
  { id: 'pap', words: /\b(?:pap(?: smear)?|cervical cytology|hpv (?:test|co-?test|co-?testing))\b/i },
  { id: 'quantiferon', words: /\b(?:quantiferon|igra|t-?spot|ppd)\b/i },
  { id: 'lithium-level', includes: ['drug-level-named-before'], words: /\b(?:lithium|li) (?:level|0\.\d|1\.\d)/i },
  { id: 'vancomycin-level', includes: ['drug-level-named-before'], words: /\b(?:vanc(?:omycin)? (?:trough|level|random|auc)|vanc trough)\b/i },
  { id: 'drug-level', includes: ['drug-level-named-before'], words: /\b(?:(?:valpro\w+|depakote|vpa|phenytoin|carbamazepine|levetiracetam|keppra|digoxin|dig|tacrolimus|tac|fk|cyclosporine|sirolimus|gentamicin|tobramycin|theophylline|clozapine|drug|lamotrigine) (?:trough|levels?)|(?:digoxin|tacrolimus|dig|tac) \d+\.\d)\b/i },
  { id: 'acetaminophen-level', words: /\b(?:apap|acetaminophen|tylenol) level\b/i },
  { id: 'salicylate-level', words: /\b(?:salicylate|asa|aspirin) level\b/i },
  { id: 'alcohol-level', words: /\b(?:etoh level|bal|blood alcohol|alcohol level|ethanol(?: level)?)\b/i },
  { id: 'uds', words: /\b(?:uds|urine drug (?:screen|test)|utox|u-?tox|tox(?:icology)? screen|urine tox)\b/i },
  { id: 'lead', words: /\blead level\b/i },
  { id: 'type-screen', words: /\b(?:type (?:and|&) (?:screen|cross\w*)|t&s)\b/i },
  { id: 'retic', words: /\bretic\w*\b/i },
  { id: 'ldh', words: /\bldh\b/i },
  { id: 'haptoglobin', words: /\bhaptoglobin\b/i },
  { id: 'smear', words: /\b(?:peripheral smear|blood smear)\b/i },
  { id: 'spep', words: /\b(?:spep|upep|light chains)\b/i },
  { id: 'tumor-marker', words: /\b(?:cea|ca[\s-]?125|ca[\s-]?19-?9|afp|ca[\s-]?15-?3|ca[\s-]?27)\b/i },
  { id: 'lp', words: /\b(?:csf|lumbar puncture (?:result\w*|fluid))\b/i },
  { id: 'synovial', words: /\b(?:synovial fluid|joint fluid|crystals)\b/i },
  { id: 'pathology', words: /\b(?:path(?:ology)?(?: report)?|biopsy result\w*)\b(?= (?:report|review|show|result|:|pending|sent|c\/w))|\bsent to path\w*/i },
  { id: 'genetic', words: /\b(?:brca (?:test\w*|panel)|genetic (?:panel|testing)|karyotype|microarray|cell-free dna|nipt|celiac (?:panel|serolog\w+)|ttg)\b/i },
  { id: 'allergy-test', words: /\b(?:specific ige|ige panel|rast|tryptase)\b/i },
  { id: 'gtt', words: /\b(?:(?:glucose tolerance|gct|\d ?-?h(?:r|our)? gtt|glucola|1-?h(?:ou)?r glucose))\b/i },
  { id: 'gbs', words: /\bgbs (?:swab|culture|cx|screen)\b/i },
  { id: 'ecg', words: /\b(?:ecgs?|ekgs?|electrocardiogram|12[\s-]lead)\b/i, interpreted: true },
  { id: 'holter', words: /\b(?:holter|event monitor|zio(?: patch)?|loop recorder (?:interrog\w+|download))\b/i },
  { id: 'echo', words: /\b(?<!stress )(?:echo(?:cardiogram)?|tte|tee)\b(?!genic)/i },
  { id: 'stress', words: /\b(?:stress (?:test|echo|mri)|nuclear stress|myocardial perfusion|mpi|exercise treadmill|ett)\b/i },
  { id: 'cath', words: /\b(?:coronary angiogra\w+|cath (?:report|result\w*|films?))\b/i },
  { id: 'spirometry', words: /\b(?:spirometry|pfts?|pulmonary function|fev1)\b/i, interpreted: true },
  { id: 'sleep-study', words: /\b(?:sleep study|polysomnogra\w+|psg|hsat)\b/i },
  { id: 'eeg', words: /\beeg\b/i },
  { id: 'emg', words: /\b(?:emg|ncs|nerve conduction)\b/i },
  { id: 'cxr', words: /\b(?:cxr|x-?rays? of (?:the |his |her )?chest|chest (?:x[\s-]?rays?|radiograph|film))\b/i, interpreted: true },
  { id: 'xray', words: /\b(?<!chest )(?:x[\s-]?rays?|xrs?|radiographs?|films?|kub)\b(?! of (?:the |his |her )?chest)/i, interpreted: true },
  { id: 'xray-of-another-part', words: /\b(?:x[\s-]?rays?|xrs?|films?)(?: of)?(?: the)? (?:[lr] |left |right )?(?:ankle|foot|knee|hip|pelvis|wrist|hand|finger|elbow|forearm|humerus|shoulder|clavicle|ribs?|spine|femur|tib-?fib|tibia|heel|toe)(?: \d ?v(?:iews?)?)? ?(?:\+|and|&|,) ?(?:[lr] |left |right )?(?:ankle|foot|knee|hip|pelvis|wrist|hand|elbow|forearm|humerus|shoulder|clavicle|ribs?|spine|femur|tib-?fib|tibia|heel)\b/i },
  { id: 'ct-head', words: /\b(?:ct[\s-]?(?:of (?:the )?)?(?:head|brain)|head ct|nchct|noncontrast head ct)\b/i },
  { id: 'ct-abdomen', words: /\b(?:ct[\s-]?(?:of (?:the )?)?(?:a\/p|abd\w*|abdomen)|abd\w* ct|ctap|ct kub|ct stone)\b/i },
  { id: 'ct-chest', words: /\b(?:ct[\s-]?(?:of (?:the )?)?chest|chest ct|cta chest|ctpa|ct[\s-]?pe|cta pe|ct angio\w* chest|ldct|low[\s-]dose ct)\b/i },
  { id: 'cta', words: /\bcta (?:head|neck|h&n|head\/neck|head and neck|runoff|aorta)/i },
  { id: 'ct', words: /(?<!gc\/)\bct\b(?! ?(?:surgery|surg|head|of|a\/p|abd|abdomen|chest|pe\b|brain|kub|stone|angio))/i },
  { id: 'mri', words: /\b(?:mri(?! (?:of )?(?:the )?(?:[ctl](?:\/[ctl])?\b|lumbar|cervical|thoracic|[ctl]-?spine|whole spine|total spine|spine))|mra (?:head|brain|neck|of|abd\w*|chest)|mr angio\w*|mrcp)\b/i },
  { id: 'mri-spine', words: /\bmri (?:of )?(?:the )?(?:[ctl](?:\/[ctl])?\b|lumbar|cervical|thoracic|[ctl]-?spine|whole spine|total spine|spine)|\b(?:[ctl]|lumbar|cervical|thoracic)[- ]?spine mri\b/i },
  { id: 'antibody', words: /\b[\w-]+ (?:abs?|antibod(?:y|ies))\b(?! (?:ordered last|negative in \d))/i },
  { id: 'drug-level-named-before', words: /(?:^|[.;,] ?)levels? (?:\d|pending|drawn|ordered|today|ok|therapeutic)/i },
  { id: 'immunoglobulins', words: /\b(?:ig[gam](?! (?:deficien|nephro))(?:\/ig[gam])*|immunoglobulins?|quantitative igs?)\b(?! (?:index|against))/i },
  { id: 'anca', words: /\b(?:[cp]-?)?anca\b/i },
  { id: 'anti-gbm', words: /\banti-?gbm\b/i },
  { id: 'lh', words: /\b(?:fsh[,/ ]+(?:and )?lh|lh (?:level|\d))\b/i },
  { id: 'pituitary-adrenal', words: /\b(?:igf-?1|acth|dhea-?s?|17-?oh\w*|metanephrines|dexamethasone suppression)\b/i },
  { id: 'aldosterone-renin', words: /\b(?:aldosterone|renin|arr\b)/i },
  { id: 'osmolality', words: /\b(?:serum|urine) osm\w*\b/i },
  { id: 'urine-chemistry', words: /\b(?:urine (?:lytes|electrolytes|sodium|na\b|protein)|fena|upcr|protein[\s/-]*creatinine ratio|24[\s-]?h(?:ou)?r? urine)\b/i },
  { id: 'ketones', words: /\b(?:beta-?hydroxybutyrate|bhb|serum ketones|ketones (?=\d))\b/i },
  { id: 'thyroid-antibodies', words: /\b(?:tpo|tsi|trab)\b/i },
  { id: 'clotting', words: /\b(?:fibrinogen|factor v leiden|protein c|protein s|antithrombin|lupus anticoagulant|cardiolipin|thrombophilia (?:panel|work-?up))\b/i },
  { id: 'marrow', words: /\b(?:flow cytometry|bone marrow (?:biopsy )?(?:result|report|path\w*)|jak2|bcr-?abl)\b/i },
  { id: 'lyme', words: /\blyme (?:titers?|serolog\w+|test\w*|ab|pcr|screen)\b/i },
  { id: 'ebv-cmv', words: /\b(?:ebv|cmv) (?:titers?|serolog\w+|pcr|panel|igm)\b/i },
  { id: 'herpes-swab', words: /\b(?:hsv|vzv) (?:swab|pcr|culture)\b/i },
  { id: 'mycoplasma', words: /\b(?:mycoplasma|pertussis) (?:pcr|titers?|swab|igm)\b/i },
  { id: 'urine-antigen', words: /\b(?:legionella|pneumococcal|strep pneumo) (?:urine )?(?:ag|antigen)s?\b/i },
  { id: 'mrsa-swab', words: /\bmrsa (?:swab|screen|pcr|nares)\b/i },
  { id: 'bk-pcr', words: /\bbk (?:virus )?pcr\b/i },
  { id: 'fungal', words: /\b(?:fungal (?:culture|scraping)|skin scraping|koh (?:prep|pos|neg))\b/i },
  { id: 'h-pylori', words: /\b(?:h\.? ?pylori|urea) (?:stool |breath )?(?:ag|antigen|test|breath)\b/i },
  { id: 'liver-causes', words: /\b(?:ceruloplasmin|alpha-?1|a1at|smooth muscle ab|iron overload panel|hfe)\b/i },
  { id: 'trace-vitamins', words: /\b(?:thiamine|zinc|copper|vit(?:amin)? b[16]) level\b/i },
  { id: 'abi', words: /\b(?:abis?|ankle[- ]brachial)\b(?= ?(?:0|1|\.|today|ordered|index|by|from|r\b|l\b|normal|done))/i },
  { id: 'bone-scan', words: /\bbone scan\b/i },
  { id: 'calcium-score', words: /\b(?:cac|coronary calcium|calcium score)\b/i },
  { id: 'urodynamics', words: /\b(?:urodynamics|uroflow|cystoscopy report)\b/i },
  { id: 'post-void', words: /\b(?:pvr|post-?void residual|bladder scan) ?(?:\d|by|of|today)/i },
  { id: 'monitor-blood-pressure', words: /\b(?:abpm|24[\s-]?h(?:our)? (?:bp|blood pressure|ambulatory))\b/i },
  { id: 'barium', words: /\b(?:barium (?:swallow|enema)|esophagram|modified barium|mbs\b|upper gi series|manometry|gastric emptying)\b/i },
  { id: 'hsg', words: /\b(?:hsg|hysterosalpingogram|semen analysis)\b/i },
  { id: 'neuropsych', words: /\bneuropsych\w* (?:report|testing|eval\w*|results?)\b/i },
  { id: 'us', words: /\b(?:ultrasound|sono(?:gram)?|rus|ruq us|renal us|pelvic us|(?:thyroid|breast|leg|targeted|hip|bladder|liver|abd\w*|scrotal|transvaginal|ob|outside|gb) us|duplex|doppler(?! sign)|us (?:of|neg|shows?|stones?|gallstones|report|[lr]\b|left|right|leg|legs|thyroid|neck|renal|kidney|liver|bladder|testic\w*|hip|axilla|soft|today|ordered|pelvis|abd\w*|gallbladder|scrotum|breast)|tvus|biophysical profile|bpp|growth scan|anatomy scan)\b/i },
  { id: 'dexa', words: /\b(?:dexa|dxa|bone density)\b/i },
  { id: 'mammogram', words: /\b(?:mammo(?:gram|graphy)?)\b/i },
  { id: 'pet', words: /\bpet(?:[\s/-]?ct)? (?:scan|show\w*|result\w*|\w+ no)\b|\bpet[\s/-]ct\b/i },
  { id: 'vq', words: /\bv\/?q scan\b/i },
  { id: 'hida', words: /\bhida\b/i },
  { id: 'colonoscopy', words: /\b(?:colonoscopy|egd|endoscopy) (?:report|result\w*|path\w*)\b/i },
  { id: 'nst', words: /\b(?:nst|non-?stress test|fetal monitor\w* strip)\b/i, interpreted: true },
  { id: 'audiogram', words: /\b(?:audiogram|audiometry|tympanogra\w+)\b/i, interpreted: true },
  { id: 'oct', words: /\b(?:oct (?:macula|rnfl|shows?|nerve)|visual fields?|hvf|fluorescein angio\w+)\b/i, interpreted: true },
];

/** The components of a panel, where only they are written: "Na 131, K 4.2, creatinine 1.0" were one metabolic panel, "WBC 7, Hgb 13" one blood count. */
export const ONE_SPECIMEN = [{ of: BASIC, least: 2 }, { of: ['wbc', 'hgb', 'platelets', 'hct', 'anc'], least: 2 }] as const;

/** The families of tests: each has a code of its own by what is measured. */
export const TEST_BY_FAMILY = /\b([a-z][\w-]{1,30})[ -](?:levels?|troughs?|titers?|serolog(?:y|ies)|antigens?|pcr|cultures?|cx|assay|survey)\b|\b(?:prealbumin|amylase|aldolase|ceruloplasmin|\w{2,20}globulin|transferrin|homocysteine|insulin level|c-peptide|fructosamine|methylmalonic acid|mma\b|reverse t3|troponin)\b/gi;
/** "Pain level", "high level of care": nothing is measured. */
export const NO_TEST = /^(?:pain|activity|energy|stress|noise|oxygen|o2|sugars?|glucose|high(?:er)?|low(?:er)?|same|normal|repeat|next|this|that|care|fluid|hydration|comfort|functional|education|any|all|each|the|by|of|in|at|on|and|or|a|an|her|his|their|my|our|drug|therapeutic|trauma|adl|anxiety|mood|function|exertion|intensity|blood|urine|wound|throat|sputum|stool|no|stable|check|recheck|serum|satisfaction|symptom|home|health|skin|patient|today|draw|get|send|obtain|fasting|hearing|sea|safety|knee|joint|[ctls]\d?(?:-\d)?)$/i;

export const LIST_TO_ORDER = /\border(?:ing)?:? /i;
export const LIST_ORDERED = /\b(?:ordered|sent|drawn|collected|requested)\b(?! (?:last|at|by|in (?:19|20)))/i;
/** What is ordered and is no test, and what goes on about one that is counted. */
export const NO_LISTED_TEST = /\d|\b(?:start|add|continue|recheck|return|pt|ot|physical|therapy|brace|splint|boot|cast|sling|walker|crutches|refer\w*|consult\w*|clinic|visit|follow\w*|rx|scripts?|prescri\w*|meds?|medic\w*|refills?|vaccin\w*|shot|dose|diet\w*|handout|forms?|letter|notes?|records?|labs?|tests?|imaging|studies|diff|differential|reflex|morning|fasting|today|left|right|bilateral|views?|contrast|she|he|they|we|i|is|was|were|has|had|not|no|home|oxygen|neb\w*|supplies|panel|all|both|foot|ankle|knee|hip|pelvis|wrist|hand|elbow|shoulder|spine|neck|chest|brain|abdomen|[lr])\b/i;

export const NOT_ORDERED = /\b(?:no (?:\w+ ){0,2}(?:labs?|imaging|tests?|x-?rays?|ct|mri|need for)|not (?:indicated|needed|ordered|done|obtained|sent|necessary|warranted)|unnecessary|defer\w*|declin\w+|refus\w+|hold off|consider\w*|if (?:not|no|symptoms|worse|persist\w*|fails?|pain)|may need|would|not yet|no indication|discussed but|unavailable|never (?:done|had)|due (?:in|next)|up to date|utd)\b/i;

/** A result that belongs to the visit at which it was ordered. CPT: "tests ordered are presumed to be analyzed when the results are reported". */
export const COUNTED_BEFORE = /\b(?:(?:ordered|sent|drawn|obtained|done|checked|from|requested|counted|collected|performed|reviewed) (?:\w+ ){0,4}(?:at|on|by|with|during|after|for)? ?(?:\w+ ){0,2}(?:last|prior|previous|earlier|preceding) (?:visit|appointment|appt|encounter|time|ov|office visit|clinic)|(?:i|we|by me|by us|my partner|my group) (?:had )?(?:ordered|sent) (?:\w+ ){0,4}(?:last|prior|previous|earlier|on|in|\d+ ?(?:d|wk|w|mo|days?|weeks?|months?) ago)|(?:i|we) ordered (?:at|on|in|\d)|ordered by (?:me|us|my partner) (?:at|on|last|in|\d|previously|earlier)|(?:last|prior|previous) (?:visit|ov|appt)(?:'s)? (?:labs?|orders?|tests?|results?|cbc|cmp|bmp|a1c|tsh|mri|x-?ray|echo|ct)|(?:i|we) (?:had )?(?:previously )?ordered|ordered (?:then|previously|there)|previously ordered|counted (?:then|at|last)|pre-?visit labs (?:i|we) ordered|(?:my|our) (?:\w+ )?order (?:of|from) (?:last|\d))/i;

/** Values of long ago, told as history. */
export const OLD_RESULT = /\b(?:last (?:year|month|spring|summer|fall|winter)|(?:in|since|from) (?:19|20)\d\d|years? ago|\d+ ?(?:y|yr|yrs|mo|months?) ago|(?:previous|prior|last|baseline|past|old|was|found on|seen on|noted on|incidental(?:ly)? (?:on|found on)) (?:\w+ ){0,1}$)/i;

/** Ordered again today. */
export const REPEATED = /\b(?:repeat\w*|recheck\w*|re-?order\w*|order(?:ed|ing)? (?:today|now)|today|check|obtain|get|send|draw)\b/i;

/** Screening scales and office readings that are no tests here. Authority: CPT counts what has a code of its own and is not billed by this clinician. */
export const DONE_AND_READ_HERE = /\b(?:in[\s-](?:office|clinic|house)|here|my (?:read|interpretation|review)|(?:read|interpreted|billed|reported) (?:by (?:me|us)|here|separately)|i read|i interpret\w*|our (?:tech|machine)|office (?:ecg|ekg|x-?ray|films?|spirometry)|obtained today|done today|today)\b/i;
export const READ_BY_OTHERS = /\b(?:(?:official|formal|final|radiolog\w*|cardiolog\w*|over-?)[\s-]*read|read by (?:radiolog\w*|cardiolog\w*|dr)|(?:per|by) (?:radiolog\w*|cardiolog\w*|rads)|radiology (?:report|to read|will read|over-?read|bills)|(?:cardiology|radiology|outside|hospital|ed|urgent care) (?:bills?|billed|report\w*|films?|x-?ray|ecg|ekg|mri|ct)|not (?:separately )?(?:billed|reported))\b/i;
