import type { AnyRow } from '../cue-row.ts';

/** What may not have come about while the complaint goes on: "no relief of", "denies improvement in". */
const BETTER = 'improvement|relief|benefit|response|resolution|recovery|progress|let up|easing|reduction|abatement';
const CHANGE = `<change|changes|worsening|progression|increase|decrease|difference|deterioration|escalation|${BETTER}>`;
const LOOK_OR_FEEL = 'look|look like|appear|seem|feel|sound|get|suffer from|fit|fit with|qualify for|fulfil criteria for|fulfill criteria for|meet criteria for|meet the criteria for|satisfy criteria for';

/** Negation. Method and core vocabulary: NegEx (Chapman et al., 2001), ConText (Harkema et al., 2009); clinic shorthand added. */
export const NEGATION: readonly AnyRow[] = [
  {
    kind: 'negation', looks: 'ahead', reach: 'list', say: [
      'no', 'nil', 'zero', 'neither', 'nor', 'without', 'w / o', 'sans', 'never', 'none of', '<denies|denied|denying|deny> <having|having had|all>?',
      'no <complaints|complaint|report|reports|mention> of',
      'no <evidence|sign|signs|symptoms|suggestion|indication|findings|finding|features|stigmata> <of|for|to suggest|suggestive of|suggesting|concerning for|consistent with>',
      'no <signs or symptoms|sign or symptom|s / s|s / sx|signs / symptoms> of', 'no <concern|concerns|suspicion> <for|of|about>',
      'not <concerning|suspicious|worrisome> for', 'no longer <has|have|having|with|experiencing|reports>?', '<negative|neg|- ve> for',
      'screened <negative|neg> for', '<tested|testing|test> <negative|neg> for', '<absence|lack> of', '<lacks|lacking>',
      '<would|could> not be <typical|expected|seen> <for|of|with|in>?', 'free <of|from>', 'clear of', 'devoid of',
      '<fails|failed> to <reveal|show|demonstrate>', 'unremarkable for',
      'ruled <out|him out|her out|out for|him out for|her out for|the patient out for|pt out for>', '<rules|ruling> out', "r / o ' d <for>?",
      "r / o'd <for>?",
      '<not|did not|does not|do not|has not|have not|had not|is not|was not> <have|had|having|complain of|complaining of|c / o|reporting|endorsing|describing|exhibiting|showing|experiencing|voicing|presenting with|noted to have|known to have|found to have|seen to have|bothered by|troubled by|suffering from|give|show|reveal|demonstrate|exhibit|experience|experienced|endorse|report|complain of|suggest|appear to have|appear to be|seem to have|describe|note|notice|noticed|identify|see|develop|developed|contain|carry|meet criteria for|felt to be|felt to have>',
      "<didn't|doesn't|don't|hasn't|haven't|hadn't> <have|had|having|show|reveal|demonstrate|exhibit|experience|experienced|endorse|report|complain of|suggest|appear to be|seem to have|notice|noticed|see|develop|developed>",
      `<didn't|doesn't|don't|does not|do not|did not> <${LOOK_OR_FEEL}>`,
      '<negative|neg|unremarkable|normal|unrevealing> <work - up|work up|workup|w / u|testing|screen|screening|imaging|ct|mri|xr|x - ray|us|ultrasound|doppler|cultures|biopsy|eval|evaluation|test|tests|serology|panel> for', '<fails|failed|fail> to <find|identify|detect|confirm|visualise|visualize|elicit|disclose|meet criteria for>', 'unable to <reproduce|provoke|induce|demonstrate>',
      '<misdiagnosed|wrongly diagnosed|incorrectly diagnosed|erroneously diagnosed|falsely diagnosed> <as|with>', '<goes|go|going|weighs|weigh|speaks|speak|militates|tells> against', 'not <in keeping with|convincing for|supportive of|exhibiting>',
      '^ <excluded|ruled out|negatives|pertinent negatives|relevant negatives|denials|not present|not found|patient denies|pt denies|denied symptoms> … :', '∅',
      'not <currently|yet>? <on|taking|using>',
      'not <associated with|accompanied by|a|an|due to|secondary to|caused by|from|related to|consistent with|c / w|suggestive of|indicative of|compatible with|in>',
      "<isn't|wasn't|aren't|weren't> <a|an|due to|consistent with|in>", 'never <had|has|have|been diagnosed with|experienced|developed|diagnosed with>',
      '( - ) <for>?', '( neg ) <for>?', '[ ]', '[ _ ]', '[ - ]', '( )', '☐', '□', '<excluded|excludes|excluding>',
      '<pertinent|significant|relevant> <negative|negatives> <: |include|includes|including|are|for>?', '<presents|presenting|presented|returns|comes in|seen|here> w / o',
      'no <recurrence|recurrences|return|relapse|reappearance|recrudescence> of', '<the >?following <were|are|is|was> <absent|denied|negative|not present> <: >?', '<turned out|proved|proven|found|shown> not to <be|have>',
      'at no time', 'in the absence of', '<is|are|was|were> without', 'no longer <any|in>',
      '<argues|argue|evidence> against', 'nothing <to suggest|suggestive of|concerning for|worrisome for|suggesting|to indicate|suspicious for>',
      'inconsistent with',
      '<unable to|cannot|could not|can\'t|couldn\'t|did not|do not|don\'t|didn\'t> <appreciate|identify|find|palpate|visualize|detect|elicit|hear|see|feel>',
      '<disregard|retract|strike|delete|withdraw> <the|my|mention of|the mention of|the diagnosis of|diagnosis of|prior|earlier>?',
      'cleared of', 'not <meet diagnostic criteria for|diagnosed with|have a diagnosis of|known to have|positive for>', 'nor <is there|was there|any>',
      '<no|without> e / o', 'unaffected by',
      'not <support|favor|be typical for|be typical of|typical of|typical for> <a diagnosis of|diagnosis of>?',
      "<do not|don't|did not|doesn't|does not|not> <think|believe|suspect|feel> <that>?",
    ],
  },
  { kind: 'negation', looks: 'ahead', reach: 'phrase', say: ['<rather than|as opposed to|instead of>'] },
  { kind: 'negation', looks: 'ahead', reach: 'near', say: [
    'not', "isn't", "wasn't", "aren't", "weren't", 'not been', 'negative', 'neg', 'absent', 'none', 'non -',
  ] },
  { kind: 'negation', looks: 'ahead', reach: 'near', attached: true, say: ['-'] },
  // Taken back in writing.
  {
    kind: 'negation', looks: 'back', reach: 'phrase', say: [
      '<removed|deleted|struck|stricken|withdrawn|retracted> from <my|the|this|that|his|her>? <earlier|previous|prior|initial|admission|first>? <note|notes|list|chart|problem list|record|h & p|assessment|impression>',
      'was <charted|entered|listed|documented|recorded|coded> <in error|by mistake|wrongly>',
    ],
  },
  { kind: 'negation', looks: 'back', reach: 'phrase', alone: true, say: [', ruled out'] },
  {
    kind: 'negation', looks: 'back', reach: 'phrase', say: [
      "<ruled out|r / o ' d|r / o'd|rule out negative>", 'ruled out <by|with|on|via|per|w>', 'excluded <by|with|on>?', '<denied|absent>',
      'not be <seen|identified|found|visualized|appreciated|demonstrated|elicited|reproduced|palpated>',
      'not <seen|identified|present|appreciated|noted|detected|visualized|visualised|found|felt|observed|evident|demonstrated|reported|noticed|endorsed|heard|palpated|palpable|elicited|apparent|suspected|the cause|the reason|the case|supported>',
      "<isn't|wasn't|aren't|weren't> <seen|identified|present|appreciated|noted|detected|visualized|found|felt|observed|evident|suspected|the cause>",
      'no longer <present|seen|evident|noted|visualized|identified|detected|an issue|a concern>', '<has|have> not <occurred|developed>',
      '<did|does|do> not <occur|recur|develop|exist>', '<work up|workup|w / u|eval|evaluation> <negative|neg|unrevealing|unremarkable|normal>',
      '<: >? <was|were|is|been>? <entered|documented|listed|charted|coded|recorded|written|carried forward|carried over> <in error|by mistake|erroneously>',
      'unrevealing', '<disproved|disproven|refuted|not confirmed|not substantiated>', '<is|was|are|were> <negative|neg>',
      '<4th|fourth>? <gen|generation|combo|assay> <is|was|: |- >? <negative|neg|nonreactive|non - reactive>', '<test|tests|testing|screen|screening|swab|pcr|antigen|ag|ab|antibody|panel|serology|serologies|titer|titers|culture|cultures|cx|biopsy|bx> <is|was|were|came back|returned|: |- >? <negative|neg|- ve|nonreactive|( - )|undetectable>',
    ],
  },
  // What was read and then taken back; what was looked for and not found.
  {
    kind: 'negation', looks: 'back', reach: 'phrase', say: [
      '<was|were|is|deemed|felt to be|found to be|proved|proven> <in error|erroneous|a misread|misread|an overcall|overcalled|a false positive|a false alarm|an artifact|an artefact|artifactual|artefactual|spurious|a misdiagnosis>',
      '<came|comes|come> back <clean|clear|normal|fine|unremarkable|reassuring|empty>', '<returned|returns> <clean|clear|normal|unremarkable|reassuring>', '<meets|met|meeting> no <diagnostic >?criteria',
    ],
  },
  { kind: 'negation', looks: 'ahead', reach: 'phrase', say: ['<meets|met|meeting> <no|none of the> <diagnostic >?criteria for'] },
  { kind: 'negation', looks: 'back', reach: 'near', say: ['<negative|neg|- ve|nonreactive|not detected>', '<: |= >? non - reactive'] },
  { kind: 'negation', looks: 'back', reach: 'near', alone: true, say: ['0', 'nil', 'none', '∅'] },
  { kind: 'negation', looks: 'back', reach: 'phrase', say: ['<discounted|dismissed|disproved|debunked>', '<is|was|were|are>? not <a feature|a factor|a problem|an issue|a concern|in evidence|the diagnosis|the culprit|the explanation|borne out|established to be present>'] },
  { kind: 'negation', looks: 'back', reach: 'near', alone: true, say: ['( <-|neg|negative|none|no|denied|denies> )'] },
  {
    kind: 'negation', looks: 'back', reach: 'list', alone: true, say: [
      '<: |- |= |– |— |? |; >? <none|nil|denies|denied|not present|never>', '<: |- > none <palpable|palpated|seen|noted|present|identified|reported|detected|appreciated|visible|found|evident>', '<: |= |? > <negative|neg|absent|no|n|non|nope|- ve>', '<- |– |— > <no|neg|negative>',
      'never <had|occurred|happened>', ': <-|0>',
    ],
  },
  { kind: 'negation', looks: 'back', reach: 'phrase', say: ['<: |- |? > <denies|denied|none|nil> <per|at|since|today|currently|reported|noted|by>'] },
  {
    kind: 'negation', looks: 'back', reach: 'phrase', needsWorkUp: true, say: [
      'unlikely to <be|represent> <the|a|an> <cause|source|culprit|reason|explanation|driver|trigger|contributor|factor|problem|issue|diagnosis>', 'unlikely to <explain|account for|be contributing|be responsible|be to blame|be behind|be driving>', 'unlikely', 'doubtful', 'improbable', 'felt to be unlikely', 'thought to be unlikely', 'thought unlikely', 'felt unlikely',
      '<was|were>? considered <but|however|, but>',
    ],
  },
  {
    kind: 'negation', looks: 'ahead', reach: 'phrase', needsWorkUp: true, say: [
      'unlikely <to be|to represent|due to>?', '<doubt|doubtful for|doubtful>',
      'low <suspicion|concern|probability|likelihood|index of suspicion|pretest probability> <for|of>',
    ],
  },
  {
    kind: 'pseudo', say: [
      `no <change|changes> <in|to|of|from|with>?`, `<no|without|w / o|minimal|little|nil> <real|significant|sustained|lasting|appreciable|major|meaningful|further|much>? ${CHANGE} <in|of|from|with|to|on|for>?`,
      `<denies|denied|denying|not had|not having|not getting|not experienced|not noticed|did not have|didn't have|did not get|has had no|lack of|absence of> <any|much|significant|real|sustained>? <${BETTER}> <in|of|from|with|to|on|for>`,
      '<denies|denied|disputes> that <his|her|their|the>', 'neither <parent|parents|spouse|family|mother nor father> … aware <of|that>?', '<stage|grade|class|category|score|gravida|para|g|p|zone|level|phase|group|day|day #|pod|dukes|rai|type> 0', '0 <- |/ |% |: |= >', '0 <to|of|out of>',
      "if it <weren't|wasn't|were not|was not|hadn't been|had not been> for", '<were it not|had it not been|if not> for',
      'denied by <her|his|their|the|pt|patient>? <insurance|insurer|insurers|payer|payor|carrier|medicare|medicaid|plan|health plan|hmo|pharmacy|pbm|utilization review|um|workers comp|va>', '<auth|authorization|authorisation|pa|prior auth|prior authorization|claim|appeal|coverage|referral|request|disability|benefits> <was|were|is|has been|again|initially>? denied', '<was|were|been> denied <coverage|authorization|prior authorization|benefits|disability|insurance|payment>',
      '<insurance|insurer|payer|payor|carrier|medicare|medicaid|plan> <has|again|initially>? denied', '<pa|prior auth|prior authorization|claim|coverage> for … denied',
      'never <checked|screened|vaccinated|immunized|immunised>',
      'no doubt', 'no . <1|2|3|4|5|6|7|8|9|10>',
      'no <better|worse|more than|less than|later than|sooner than|matter|need for|wonder|issues with|problems with|trouble with|complications from|complications of|difficulty with|treatment for|workup for|meds for|medication for|medications for|therapy for|side effects from|missed doses|treatment|help from>',
      'no <cause|etiology|aetiology|explanation|trigger|source|reason|precipitant|precipitating factor|inciting event> <for|of>', 'no <residua|residuum|sequelae|sequela|complication|residual deficit|residual deficits> <of|from>',
      '<ever|always|not> <being|been>? without', 'no longer <responding|controlled|tolerating|able|taking|on|using>', 'not <new|unusual|surprising|uncommon|unexpected|definite|definitive|certain|conclusive>',
      '<does|did|do> not <understand|accept|want|like|know|remember|recall|help|relieve|believe|control|improve|respond|tolerate|take|manage|treat>', "<doesn't|didn't|don't> <understand|accept|want|like|know|remember|recall|help|relieve|control|improve|respond|tolerate|take|manage>",
      '<cannot|can\'t|could not|couldn\'t|unable to> <tolerate|control|manage|sleep|work|walk|cope|afford|remember|recall>', 'not <helped|eased|touched|managed|settled|settling|subsided|abating|abated|gone|gone away|any better|much better|fully|completely|entirely|quite|totally|all|always|every|sure|certain|clear|known|documented|addressed|discussed|treated|evaluated|assessed|a big|for|because|due>',
      'not <happy|satisfied|pleased|bothered|concerned|worried|interested|ready|willing|comfortable|convinced|thrilled|enthusiastic|aware> <with|w /|about|by|that>?', 'not <a candidate|interested in|a fan of>',
      'neither of <his|her|the|these|those>? <inhalers|meds|medications|drugs|pills|treatments|doctors>',
      'neither <better|worse|improved|worsened|improving|worsening> nor <better|worse|improved|worsened|improving|worsening>',
      '<: |= |? >? non -', '<monofilament|sensation|vibration|vibratory|proprioception|pinprick|pin prick|light touch|reflexes|reflex|jerks|jerk|pulse|pulses|breath sounds|bowel sounds|sensation to monofilament> <sense|sensation|test|perception>? <is|was|are|were>? absent',
      'gram <- >? <negative|neg>', '<rh|er|pr|her2|her - 2|triple|double|coagulase|coag|false|nitrite|hbeag> <- >? <negative|neg>',
      'not <only|just|merely|simply|necessarily|yet|well controlled|well - controlled|controlled|at goal|taking|tolerating|using|compliant|adherent|improved|improving|better|responding|responsive|resolved|relieved|optimally controlled|on|able to|eating|sleeping|drinking|getting|been taking|been able to|been using|been compliant|changed|worse|worsening|resolving|optimal|ideal|started|checked|done|performed|to mention|relieved by|helped by|helping|bad|limited by|severe>',
      'without <his|her|their|its|using|use of|medication|medications|meds|treatment|relief|improvement|change|assistance|oxygen|o2|insurance|taking|success|benefit|resolution|incident|help|difficulty|issue|issues|contrast|warning>',
      'w / o <his|her|relief|improvement|change|contrast|benefit|help|incident|meds|warning|insurance|treatment|meds|difficulty|issue|issues|complication|complications>', '<with and without|without and with> contrast',
      '<never|not> <really >?<fully|completely|quite|totally|entirely|really|properly> <resolved|recovered|recovered from|got over|gotten over|went away|healed|goes away|cleared|rid of|shaken|shook>', 'nothing <but|except>', 'not without',
      'never <been|being>? without', '<can\'t|cannot|can not|won\'t|does not|doesn\'t|did not|didn\'t|do not|don\'t|not> deny',
      'never <been|being>? free of', '<not|never> <doubt|doubted>', '<do not|dnr|do - not> <resuscitate|intubate>',
      'non <- >? <st|q|small|hodgkin|hodgkins|insulin|rem|obstructive|compliance|compliant|adherence|healing|pressure|displaced|ischemic|alcoholic|traumatic|union|rheumatic|toxic|specific|diabetic|allergic|purulent|seminomatous|sustained|pitting|weight|invasive|operative|bleeding|tender|toxic|distended>',
      'if <negative|neg|not|no>', '<whether|why|or> or not', 'why not',
    ],
  },
];
