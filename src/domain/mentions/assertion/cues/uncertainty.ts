import type { AnyRow } from '../cue-row.ts';

const CAUSE = '<explanation|cause|diagnosis|dx|culprit|etiology|aetiology|reason|source|candidate|possibility|contender|unifying diagnosis>';
const TEST = '<test|tests|testing|swab|swabs|pcr|titer|titers|panel|serology|serologies|culture|cultures|biopsy|bx|antibody|antibodies|antigen|screen|levels|level|assay|studies|path|pathology|histology|cytology|ct|mri|us|ultrasound|work - up|work up|workup|w / u|evaluation|eval|investigations|bloods|labs>';
const SPECIALIST = '<cardiology|cards|neuro|neurology|hepatology|gi|gastro|nephrology|renal|id|pulm|pulmonology|respiratory|rheum|rheumatology|derm|dermatology|heme|hematology|haematology|onc|oncology|endo|endocrine|surgery|surgeons|ortho|ent|ophtho|ophthalmology|psych|psychiatry|urology|gyn|ob|radiology|radiologist|pathology|pathologist|er|ed|pcp|gp|team|medics|consultant|primary team|icu|micro|toxicology|vascular|neurosurgery|dr>';

/** Uncertain diagnosis: the terms of ICD-10-CM guideline IV.H ("probable", "suspected", "questionable", "rule out", "compatible with", "consistent with", "working diagnosis") and their everyday kin. */
export const UNCERTAINTY: readonly AnyRow[] = [
  {
    kind: 'uncertainty', looks: 'ahead', reach: 'list', say: [
      '<ddx|dd|d / dx|differential|differential diagnosis|differential diagnoses> <: |includes|include|including|of|is|remains|at this time includes>?',
      'versus', 'vs', 'vs .', '<rule|rules> out', 'r / o', 'to <exclude|rule out|confirm|establish|look for|check for|assess for|evaluate for|eval for|better evaluate for|further evaluate for>',
      '<cannot|can not|can\'t|could not|couldn\'t|unable to|difficult to|hard to|not able to> … <rule out|exclude|discount|dismiss|eliminate|r / o>', '<cannot|can not|can\'t|could not|couldn\'t|unable to|difficult to|hard to> <rule out|exclude|r / o|entirely exclude|completely exclude|fully exclude|completely rule out|entirely rule out>',
      'not <rule out|exclude|r / o>',
      '<concern|concerns|concerned|concerning|worrisome|worry|worried|suspicion|suspicious> <for|about|of|re|regarding|that this is|this is|he has|she has|that>',
      'c / f',
      '<being >?<evaluate|evaluated|evaluating|evaluation|eval|work up|workup|w / u|worked up|assess|assessed|investigate|investigated|r / o work up> for',
      'suggests', 'suggesting', 'suggest', '<suggestive|suspicious|indicative|compatible|consistent> <of|for|with>', 'c / w', 'consistent w /',
      '<may|might|could> <be|represent|have|reflect|indicate|suggest|signify|be due to|be related to|be from|be secondary to|be having|be developing|be a component of|also be|also have|have had|have been>',
      '<may|might|could> <well|still|just|simply> <be|represent|have|reflect|indicate|be due to>', 'query', '<one|we|i> <would|might|could> <suspect|favor|favour|worry about|wonder about|think of>',
      '<may|might|could> be', 'can <represent|be seen in|be due to>', 'would be <consistent with|c / w>', 'not <certain|sure|clear|convinced|proven|established> <if|whether|that|this is|she has|he has>', '<not entirely|not completely|not fully|not totally|not at all> <certain|sure|clear|convinced> <if|whether|that>', 'in my <view|opinion|judgment|judgement|estimation|mind>', 'to my mind', 'i would say',
      '<uncertain|unsure|unclear|unknown|undetermined|undecided> <if|whether>', '<hard|difficult|too early|impossible> to <say|tell|know> <if|whether|that>', 'can <not >?<say|tell> <if|whether>', '<must|should|need to|needs to> <exclude|rule out|r / o|consider>', '<has|have> the appearance of', '<unclear|uncertain|unknown> whether', 'whether', 'possibility of', 'not diagnostic <of|for>', '<nondiagnostic|non - diagnostic> for',
      'suspicion <remains|is|was> <high|elevated>? <for|of>', '<sounds|sound|looks|look|seems|seem|feels|smells> like',
      '<points|point|pointing|pointed|leaning|leans|lean> <to|toward|towards>', 'in all likelihood', 'more than likely', 'reminiscent of', 'probability of',
      '<assume|assuming|guess|hypothesis|theory> <that|of|is>?', 'impression is',
      '<treat|treated|treating|tx|covered|covering|cover> <empirically|presumptively|as> <for>?',
      '<empiric|empirical> <treatment|tx|abx|antibiotics|coverage|therapy> for', 'if this is', 'felt likely', 'cannot be sure',
      '<picture|presentation|story|sx|symptoms> <fits|fit>', 'probable vs', '<awaiting|pending> <confirmation|biopsy|path|results> <for|of>', 'question of',
      'questioning', '<raises|raise|raising> <concern|question|possibility|suspicion> <for|of|about>', '<wonder|wondering|wonders> <if|about|whether>',
      '<consider|considering|considered|considerations include>',
      '<possible|potential|likely> <etiologies|causes|explanations|sources|diagnoses>', '<etiologies|causes> <of|for> <his|her|their|the|this>? <pain|chest pain|symptoms|presentation|dysphagia|cough|fatigue|dizziness|headache|rash> include',
      'similar to <a|an|that of>?', '<can\'t|cannot|can not|could not|couldn\'t|hard to|difficult to|not possible to|impossible to|unable to> <distinguish|differentiate|discriminate|separate|tell apart|tell> <between|from>?', 'indistinguishable from',
      '<can\'t|cannot|can not|not|hard to|unable to|could not|i am not|i\'m not> <be|say|feel>? <sure|certain|confident|convinced|say> <that|this|it|if|whether>? … <isn\'t|is not|wasn\'t|not|doesn\'t have|does not have|hasn\'t got|has not got>', '<wonder|wondering|wonders|ask|asks|asking> <if|whether> … <isn\'t|is not|not|be|is|could be|might be>',
      '<would|wouldn\'t|would not|not> <i >?<not >?be surprised <if|to find|to see> <this|it|these|that|she|he>? <is|were|was|turned out to be|turns out to be|proves to be|has|had>?', '<it|this> is <conceivable|plausible|possible|imaginable|feasible|arguable|likely|probable> <that|this is|to be>', '<conceivable|conceivably|plausible|plausibly|arguably|ostensibly|allegedly>',
      `<await|awaiting|awaits|pending|awaited> … <for|to confirm|to exclude|to rule out|r / o|re|to look for> <possible>?`, `${TEST} … <to look for|looking for|to check for|to exclude|to rule out|to confirm|to r / o|in search of|hunting for|querying|query>`, `<work - up|workup|w / u|working up|worked up|investigate|investigated|investigating|investigations|being worked up|tests|testing|bloods|scan|mri|ct> <for|re> <possible|suspected|presumed|query|?>`,
      '<leading|top|foremost|working|best|presumptive> <diagnosis|dx|impression|hypothesis|theory|differential|ddx|guess|concern|consideration|suspicion|contender|candidate|possibility> <is|was|remains|now|of|being|: |- |at this point|would be|for>?', '<my|our|best> <best >?<guess|hunch|bet|money|thinking|feeling|sense|suspicion|leading diagnosis> <is|is on|would be|: |that this is>?',
      '<overlap|overlaps> with', '<has|with> <a >?<flavor|flavour|whiff|hint|suggestion|feel|element|component> of', '<suggestion|suspicion|question|possibility|likelihood|probability|hint|spectre|specter|concern> <of|for|re>', '<hints|hinting|gestures> at', '<smacks|smells|reeks|redolent|evocative> of', '<has|have> the <feel|look|flavor|flavour|hallmarks|makings> of', '<mimics|mimicking|resembles|resembling|simulating>', '<query|queries|queried|?> <if|whether|re>?',
      '<ddx|differential|differentials|differential diagnosis|possibilities|considerations|options> <is|remains|still|was>? <broad|wide|long|narrow|extensive|limited|open>? <, |and |but |: |; |- >?<include|includes|including|incl|between|incl .|to include|: |lies between|spans|ranges from>', '<differential|differentials> <of|for> … <include|includes|including|is|:>', 'δδ', 'dδ', 'd δ',
      '<must|should|need to|needs to|have to|want to|wish to|keen to|important to|try to|prudent to> <exclude|rule out|r / o|consider|think about|think of|keep in mind|bear in mind|entertain|chase|look for|investigate for>', '<thinking|think> <of|about|along the lines of>', '<seen|referred|admitted|transferred|sent|sent in|in> <for|with|as|to> <?|query|possible|suspected|presumed|r / o|rule out|evaluation of possible|concern for>', '<there is|there was|is there|raised the|raises the> <a|some|any|the>? possibility of',
    ],
  },
  {
    kind: 'uncertainty', looks: 'ahead', reach: 'phrase', say: [
      '<likely|probable|probably|prob|possible|possibly|poss|potential|potentially|presumed|presumptive|presumably|suspect|suspects|suspected|suspecting|suspicious|questionable|question|query|equivocal|apparent|apparently|perhaps|maybe|provisional|tentative|favor|favors|favored|favoring|favour>',
      '<likely|probably|possibly|presumably> <due to|secondary to|2 / 2|related to|from|represents|representing|a|an>',
      '<probable|possible|likely|suspected> <diagnosis of|case of>', '<equivocal|borderline|indeterminate|inconclusive|non - diagnostic|suspicious|worrisome|marginal|ambiguous|not conclusive|inconclusive as to|indeterminate between> <for|as to|regarding|re>', 'either', '<less|more|most|somewhat|very|highly|quite> likely <but|though|yet> <still >?<possible|likely> <: |is>?', '<less|least|more|most> <likely|probably|probable> <is|are|was|would be|to be|represents|due to|from|: |a|an>?',
      `${SPECIALIST} <believes|suspects|thinks|feels|favors|favours|believe|suspect|think|feel|favor|favour|leans toward|leans towards|lean towards|wonders about|raised|raises|queried|queries|concerned for|worried about|considering|considers> <that|this is|it is|it may be|the possibility of|possibility of>?`, '<could|might|may|can> <this|it|these|that|she|he|there> <be|have|represent|also be|still be|just be>', '<is|are> <this|it|these|that> <a|an|possibly|perhaps|all|just|really>?',
      '<probable|possible|likely|suspected|presumed|potential|?> <early|evolving|developing|underlying|concurrent|superimposed|new|mild|recurrent|occult|undiagnosed>', 'working <impression|hypothesis|theory|label|assumption> <of|is|: |that this is>?', 'working <diagnosis|dx|diagnoses> <: |is|of>?',
      '<i|we> <think|believe|feel|suspect|favor|wonder|would favor> <that|this is|this represents|it is|he has|she has|pt has|the patient has|these are|if>?',
      '<thought|felt|believed|presumed|suspected|assumed> to <be|have|represent|be due to|be secondary to|reflect>', 'felt <due to|secondary to|likely>',
      '<felt|thought|believed> that', 'thought <due to|secondary to|2 / 2>',
      '<appears|appear|appeared|seems|seem|looks> <to be|to have|to represent|like|consistent with>', 'in keeping with', 'impression of',
      '<thinks|believes|feels> <this is|it is|this may be|it may be|he has|she has>', '<may|might|could>',
    ],
  },
  { kind: 'uncertainty', looks: 'ahead', reach: 'phrase', attached: true, say: ['?', '? ?', '? ? ?'] },
  { kind: 'uncertainty', looks: 'ahead', reach: 'phrase', say: ['( ? )'] },
  {
    kind: 'uncertainty', looks: 'back', reach: 'phrase', alone: true, say: [
      '<maybe|perhaps|possibly|conceivably>',
      '<is|was|are|were|remains|seems|appears|felt|thought|highly|also|still|quite|very|most>? <possible|likely|probable|suspected|questionable|questioned|favored|favoured|preferred|presumed>',
      ', <i|we> <suspect|think|believe|presume|assume|guess|would guess|imagine>', ', <i >?<likely|probable|probably|possible|possibly|suspected|presumed|presumably|questionable|presumptive|presumptively|provisional|provisionally|conceivably|perhaps|maybe|apparently|query|most likely|very likely|i think|i suspect|i believe|we think|we suspect|unconfirmed|not confirmed|to be confirmed|tbc|to be determined|tbd|if anything|or so it seems|in my opinion|in my view|it seems|it appears|question mark>', ', <typical|atypical|mild|early|incipient|evolving|source unclear|cause unclear|site unclear|unclear source|source unknown|type unclear|stage unclear> , <possible|possibly|probable|probably|likely|suspected|presumed|presumably|query|tbc>', '<tbc|to be confirmed|yet to be confirmed|not yet confirmed|unproven|in doubt|up for debate|debatable|open to question|not yet certain|a possible cause|my suspicion|my guess|my hunch|my bet|a contender|a thought>', '<may|might|could|possibly> <well|also>? be <contributing|contributory|a factor|a contributor|playing a role|playing a part|at play|to blame|responsible|the cause|the culprit|related|behind this|in play|a possibility|an explanation>', '<could|might|may> explain <it|this|these|that|everything|all|the picture|things>', 'a <possibility|consideration|concern>', '<is|was|are> <considered|in question|entertained|a thought|conceivable|plausible>',
    ],
  },
  {
    kind: 'uncertainty', looks: 'back', reach: 'phrase', say: [
      '<is|was|are|were|remains|seems|appears|felt|thought|highly|also|still>? <possible|likely|probable|suspected|favored|presumed> <given|based|although|but|at this|in light|in view|considering|per|by|on>',
    ],
  },
  {
    kind: 'uncertainty', looks: 'back', reach: 'phrase', say: [
      'versus', 'vs', 'vs .', '<is|was|are|were|remains|seems|appears|felt|thought> <a possibility|a consideration|a concern|on the differential>',
      '<cannot|can not|can\'t|could not> be <excluded|ruled out|r / o|entirely excluded|completely excluded|fully excluded>',
      `<is|are|was|were|seems|appears|would be|remains|looks|looks like|felt to be|thought to be> <the|a|my|our>? <most|more|very|only|next|single most>? <likely|probable|plausible|credible|leading|main|top|chief|working|best|attractive|compelling> ${CAUSE}`, `<is|are|remains|was|sits|stays|goes> <at|near|on|still on|up|firmly on|high on|top of|at the top of|very high on|low on|lower on|higher on|also on|first on> <the|my|our>? <top of|head of>? <the|my|our>? <list|ddx|differential|differentials|radar|cards|table>`, `<is|are|was|were> <the >?<likely|probable|suspected|presumed|possible|putative> ${CAUSE}`,
      '<needs|need|requires|warrants|merits|still needs|awaits> <excluding|ruling out|exclusion|confirming|confirmation|consideration|considering|further evaluation|further workup|work - up|to be excluded|to be considered|to be confirmed|to be ruled out>', '<is|are> <what|which> <i|we> <suspect|think|favor|favour|fear|believe>', '<comes|springs> to mind', '<on|in|at the back of|in the back of|crossed|crosses|not far from> <my|our> <mind|radar|thoughts|thinking>', '<suspected|probable|likely|possible|presumed|favored|favoured> <clinically|on clinical grounds|radiologically|radiographically|histologically|on imaging|on exam|on examination|on history|from history|from the history|in this setting|in this context|at this stage|at this point|at present|currently|for now>', `${TEST} <is|are|results|result|still|sent and|sent ,>? <pending|awaited|outstanding|in progress|in lab|to follow|not back|not back yet|not yet back|sent off|requested>`, '<pending|awaiting|subject to> <biopsy|results|result|cultures|culture|imaging|ct|mri|confirmation|histology|path|lp|echo>', '<: |- |= >pending', '<being|to be> <entertained|considered|kept in mind|borne in mind|chased|looked into|queried>', '<has|have> <also >?been <raised|considered|suggested|questioned|queried|entertained|postulated|proposed|mooted>', '<is|was|were> <queried|postulated|mooted>',
      '<must|should|needs to|need to|has to|have to|remains to|still to> be <excluded|ruled out|confirmed|determined|r / o>', '<, >?not <definite|definitive|certain|conclusive|confirmed|proven|established|biopsy proven>',
      'not yet <excluded|ruled out|established|proven|settled>', 'not <excluded|ruled out|entirely excluded|completely excluded|fully excluded|yet ruled out|r / o|r / o \' d>', 'not been <excluded|ruled out>',
      'to be <ruled out|excluded|determined>', '<is|was|are|were> <being considered|under consideration|being ruled out|to be ruled out>',
      '<being|was|is> <worked up|evaluated|investigated>', '<on|in> <ddx|differential|the differential|the ddx>', 'considered', 'not confirmed yet',
      'unconfirmed', '<to be|not yet|awaiting|pending> <confirmed|confirmation>', 'in the differential', 'less likely', '<is|was> less likely',
      'more likely', '( <possible|likely|probable|suspected|presumed|r / o|provisional> )', 'workup <pending|in progress|underway>',
      'w / u <pending|in progress>', '<rule|r / o> out <pending>',
    ],
  },
  { kind: 'uncertainty', looks: 'back', reach: 'phrase', say: ['?', '? ?', '? ? ?', '( ? )'] },
  {
    kind: 'uncertainty', looks: 'ahead', reach: 'phrase', say: [
      'less likely', 'more likely', '<may be|might be|could be> <from|due to|related to|secondary to>',
    ],
  },
  {
    kind: 'pseudo', say: [
      '<on|in|at|of|to|from|with|for> either', 'either <side|eye|ear|leg|arm|hand|foot|knee|hip|lung|breast|kidney|way|one|parent|of|drug|med|medication|option|ankle|shoulder|wrist|groin|calf|naris|nostril|tm|testicle|ovary|day|case|end>', 'or either', '<or|nor> either',
      '<concerned|worried|worries|worry|concern|concerns> <about|with|over|re|regarding> <her|his|their|the|pt|patient|ongoing|persistent|chronic|worsening|increasing|increased|continued|how>', '<is|are> <this|it|these|that> <ok|okay|normal|new|better|worse|still|the|why|what>',
      '<no|not> <likely|possible>',
      '<may|might|could|likely|probably|possibly|also>? <may|might|could|likely|probably|possibly> <be|also be|have|have been>? <contributing to|contributed to|contribute to|exacerbating|exacerbated|exacerbate|worsening|worsened|causing|caused|resulted in|aggravating|aggravated|explain|explains|explaining|triggered|precipitated>',
      'as likely as not', 'likely to <benefit|need|require|improve|follow|comply|return|be discharged>', 'if possible',
      'as <soon as|much as|early as|far as|often as> possible', 'when possible', '<side effects|effects|complications|risks> <may|might|could> include',
      'may <return|take|use|resume|continue|increase|repeat|need|require|benefit|take|shower|eat|drive|bear|need to|consider>',
      'could not <sleep|walk|eat|tolerate|afford>', 'could <sleep|walk|eat|tolerate|benefit>', 'might <benefit|need|want>',
      '<may|might|could> <not|get|help>',
      'consider <starting|adding|increasing|switching|stopping|decreasing|referral|referring|changing|repeat|ordering|checking|trial|a trial>',
      'consider <mri|ct|us|ultrasound|echo|x - ray|xray|biopsy|labs|surgery|pt|injection>', '<feel|feels|feeling> <free|like|that>', 'question answered',
      'questions answered', '<any|all|no|further|more> questions', '<in|without> question', 'felt <better|worse|well|good|fine|bad|tired|ill|sick|short>',
      '<looks|appears|seems> <well|good|better|stable|improved|comfortable|fine>',
      '<appears|seems> to be <doing|improving|tolerating|stable|better|working|in>',
      'may <2019|2020|2021|2022|2023|2024|2025|2026|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30|31>',
      '<in|since|last|next|until|of|on|by> may', 'mychart question',
    ],
  },
];
