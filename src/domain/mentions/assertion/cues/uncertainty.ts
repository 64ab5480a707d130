import type { AnyRow } from '../cue-row.ts';

/** Uncertain diagnosis: the terms of ICD-10-CM guideline IV.H ("probable", "suspected", "questionable", "rule out", "compatible with", "consistent with", "working diagnosis") and their everyday kin. */
export const UNCERTAINTY: readonly AnyRow[] = [
  {
    kind: 'uncertainty', looks: 'ahead', reach: 'list', say: [
      '<ddx|dd|d / dx|differential|differential diagnosis|differential diagnoses> <: |includes|include|including|of|is|remains|at this time includes>?',
      'versus', 'vs', 'vs .', '<rule|rules> out', 'r / o', 'to <exclude|rule out|confirm|establish|look for|check for|assess for|evaluate for|eval for|better evaluate for|further evaluate for>',
      '<cannot|can not|can\'t|could not|couldn\'t|unable to|difficult to|hard to> <rule out|exclude|r / o|entirely exclude|completely exclude|fully exclude|completely rule out|entirely rule out>',
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
      'similar to <a|an|that of>?', '<there is|there was|is there|raised the|raises the> <a|some|any|the>? possibility of',
    ],
  },
  {
    kind: 'uncertainty', looks: 'ahead', reach: 'phrase', say: [
      '<likely|probable|probably|prob|possible|possibly|poss|potential|potentially|presumed|presumptive|presumably|suspect|suspects|suspected|suspecting|suspicious|questionable|question|query|equivocal|apparent|apparently|perhaps|maybe|provisional|tentative|favor|favors|favored|favoring|favour>',
      '<likely|probably|possibly|presumably> <due to|secondary to|2 / 2|related to|from|represents|representing|a|an>',
      '<probable|possible|likely|suspected> <diagnosis of|case of>', 'working <diagnosis|dx|diagnoses> <: |is|of>?',
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
      '<is|was|are|were|remains|seems|appears|felt|thought|highly|also|still|quite|very|most>? <possible|likely|probable|suspected|questionable|questioned|favored|favoured|preferred|presumed>',
      ', <i|we> <suspect|think|believe|presume|assume|guess|would guess|imagine>', ', <likely|probable|probably|possible|possibly|suspected|presumed|questionable|presumptive|provisional>', 'a <possibility|consideration|concern>', '<is|was|are> <considered|in question|entertained|a thought|conceivable|plausible>',
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
      '<must|should|needs to|need to|has to|have to|remains to|still to> be <excluded|ruled out|confirmed|determined|r / o>', '<, >?not <definite|definitive|certain|conclusive|confirmed|proven|established|biopsy proven>',
      'not <excluded|ruled out|entirely excluded|completely excluded|fully excluded|yet ruled out|r / o|r / o \' d>', 'not been <excluded|ruled out>',
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
