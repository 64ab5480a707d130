import type { AnyRow } from '../cue-row.ts';

/** Past conditions. ConText's temporality; years, ages and "ago" are read by shape in `past-time.ts`. */
export const HISTORY: readonly AnyRow[] = [
  {
    kind: 'history', looks: 'ahead', reach: 'list', say: [
      '<history|hx|hist|histories> <of|for|significant for|notable for|remarkable for|positive for|includes|including|included|w /|with|sig for|pertinent for|is significant for|is notable for|is positive for|is remarkable for>',
      'h / o', 'h o', 'ho', 'hx', '<long|longstanding|extensive|remote|distant|past|prior|previous|personal|known|multiple|possible> <history|hx> of',
      '<medical|past medical|previous medical|psychiatric|surgical|past surgical|social|ob|obstetric|gyn|cardiac|medical / surgical> history <of|is significant for|significant for|notable for|includes|is notable for|: |is positive for|positive for|is remarkable for|remarkable for|significant>',
      '<pmh|pmhx|psh|pshx|pmh / psh|past history> <of|significant for|sig for|notable for|includes|is|w /|with|: |positive for>', 'known history of',
      'allergic to', '<allergy|allergies> <to|include|includes|including|: >', 'carries a <history|hx> of',
    ],
  },
  {
    kind: 'history', looks: 'ahead', reach: 'list', over: true, say: [
      '<remote|distant> <history|hx|h / o> <of>?', '<fully|completely>? recovered <fully|completely|well>? from',
      '<previously|formerly> <treated|hospitalized|admitted|had|diagnosed|seen|evaluated> <for|with>?', '<has|have|had> had a <prior|previous|past>',
      'used to <have|get|be|suffer from|experience|struggle with>', 'once had', '<hospitalized|hospitalised|admitted|treated|inpatient> <in|last|this past|early|late> <january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|spring|summer|fall|winter|year|month> <for|with|w />', 'completed <treatment|therapy|tx|course|abx|antibiotics|chemo|chemotherapy|radiation> for', 'historical', 'historically had',
      'past <episode|episodes|bout|bouts|occurrence> of',
      'last <admission|admissions|hospitalization|visit|er visit|ed visit> <of|for|with>', '<prior|previous|earlier> <episode|episodes|bout|attack|attacks|admission|admissions|hospitalization|hospitalizations|visit|visits|er visit|ed visit|ed visits> <of|for|with>',
    ],
  },
  {
    kind: 'history', looks: 'ahead', reach: 'phrase', over: true, say: [
      's / p', 'status <- >? post',
      '<prev|prior|previous|previously|remote|remotely|former|formerly|past|childhood|old|healed|resolved|ex|distant|bygone|inactive>',
      'post <- >? op <from|for>', '<chronic healed|old healed|well healed|previously healed>', 'outgrew', 'outgrown', 'quit',
      'stopped <smoking|drinking|using>',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', over: true, lately: true, say: [
      '<resolved|cleared|subsided|abated|healed|outgrown|outgrew|gone|remitted> <spontaneously|completely|fully|with|after|since|by|on|w>?',
      '<has|have> not <recurred|returned|come back|reappeared>', 'without recurrences', 'no recurrences', 'for which <he|she|pt> <was|had been> <treated|hospitalized>',
      '<has|have|had|is|was|are|were> <since|completely|fully>? <resolved|cleared|subsided|abated|healed|gone|gone away|passed|stopped|dissipated|recovered>',
      '( resolved )', '<went|gone> away', ', resolved', '- resolved', ': resolved', '<since|now> <resolved|quiescent|cleared>', '<has|have|had> <stopped|ceased|disappeared|vanished|quieted>', '<normalized|normalised|returned to normal|corrected|back to normal|dissolved|self resolved|self - resolved>', 'passed <spontaneously|last|on|yesterday|in>', '<stopped|ceased|disappeared|vanished|dissipated> <after|with|when|since|on|once|spontaneously|completely>',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', over: true, say: [
      ': <quit|former|stopped|formerly>', 'outgrew', 'full recovery', 'fully recovered',
      'before <this|her|the|current> <pregnancy|marriage|illness>', 'in the past', 'in past', 'in years past', 'in the distant past', 'none <since|recently|currently|in years>',
      '<has|have|had> gone into remission', 'no longer an issue', 'not in years', 'ned', 'historically', 'at one point', '<decades|ages|long> ago', 'recovered <well|fully|completely|uneventfully|without sequelae>', 'when <he|she|they|i|pt> <was|were> <a child|a kid|a baby|a teen|a teenager|young|younger|little|pregnant|in school|in high school|in college>',
      'at one time', 'no recurrence', 'without recurrence', 'never recurred', 'has not recurred',
      'as <a|an>? <child|kid|teen|teenager|baby|boy|girl|young adult|toddler|youth|neonate|newborn|infant|preemie>',
      'in <her|his|their|the>? <early|mid|late>? <teens|twenties|thirties|forties|fifties|sixties>', 'at birth', 'in utero', 'in <childhood|infancy|high school|college|adolescence|youth|her teens|his teens|her 20s|his 20s|her 30s|his 30s|her youth|his youth|grade school|elementary school|the 80s|the 90s|the 1980s|the 1990s|the 70s|the navy|the army|the military>',
      '<during|in|with|w /|after> <g1|g2|g3|g4>', '<during|in|with|w /|after> <her|his>? <first|last|prior|previous|both|second|earlier> <pregnancy|pregnancies|delivery|baby|child>', 'remotely',
      's / p <treatment|tx|repair|resection|excision|abx|rx|ablation|removal|surgery|chemo|xrt|embolization|coiling|lumpectomy|mastectomy|prostatectomy|colectomy|appendectomy|cholecystectomy|nephrectomy|thyroidectomy|hysterectomy|orif>',
      '<cured|eradicated|treated and resolved|treated and cleared>', 'in sustained remission', 'in <full|complete|long term> remission',
      'years <ago|back|prior|earlier>', 'a long time ago', 'a while back', 'back in the day', 'many moons ago',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'list', over: true, say: [
      'no <sx|symptoms|recurrence|recurrences|issues|problems|trouble|episodes|flares|attacks|further episodes|relapse|pain> since', 'none <since|now|currently|anymore|any more|at present>', '<cured|disease - free|disease free|ned|no evidence of disease|no evidence of recurrence>', 'back then', '<symptom|disease|episode|attack|seizure|pain|recurrence> - free since',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', say: [
      '<history|hx>', 'by <history|hx>', 'previously', '<last|past> <year|month|summer|winter|spring|fall|season>', '<earlier|previously> this year',
      '( <history|hx|h / o|remote|old|prior|past> )', 'survivor', 'in remission', 'in <partial|early|clinical|molecular> remission', '<by|per> <report|chart>? history',
    ] },
  { kind: 'history', looks: 'ahead', reach: 'list', say: [
    '^ <last year|last summer|last winter|years ago|in the past|previously|remotely|as a child|in childhood|at birth|as a baby|as a teenager|when younger|as a boy|as a girl|as a kid|as a teen|as a toddler|as an infant|as a newborn|as a young man|as a young woman|as a youth|growing up|in college|in high school|many years ago>', '^ <past|previously|prior> :', '^ prior to <this|that|this pregnancy|the accident|surgery> <, >?<she|he|pt|they> <had|d had>',
  ] },
  {
    kind: 'pseudo', say: [
      '<s / p|status post|status - post> <a|an|recent|mechanical|ground level|high speed|motor vehicle|unwitnessed|witnessed>? <fall|mvc|mva|mcc|trauma|gsw|assault|glf|collision|accident|injury|stab wound|bike accident|crash|crush injury>',
      'history of present <illness|complaint>', 'history of the present illness',
      '<history|hx> <from|per|obtained|obtained from|provided|provided by|given by|given|limited|is limited|limited by|taken|reviewed|as above|as noted|otherwise|and physical|& physical|unobtainable|unable>',
      '<take|takes|took|taking|obtain|obtained|review|reviewed> <history|hx>',
      'old <age|records|chart|charts|man|woman|male|female|lady|gentleman|meds|ekg|ct|films|films|studies>',
      '<year|years|yr|yrs|yo|month|months|mo|day|days|week|weeks|wk> <- >? old', 'y / o',
      'previous <hospital|hospitals|clinic|provider|pcp|owner|visit|exam|study|ct|mri|note|ekg|echo|imaging|films|x - ray|labs|dose|regimen>',
      'prior <hospital|clinic|provider|pcp|to|study|exam|ct|mri|visit|imaging|echo|ekg|note|films|labs|level|levels|auth|authorization|dose>',
      'past <week|few days|few weeks|several days|several weeks|couple days|couple of days|2 days|3 days|24 hours|day|days|weeks|month|few months|several months|hour|hours|2 weeks|3 weeks|48 hours>',
      'not <resolved|cleared|healed>', '<partially|nearly|almost|mostly|slowly|never|not yet|not fully> <resolved|healed|cleared|recovered>',
      '<if|until|once|when|unless> <resolved|cleared|healed>', 'seasonal allergies', '<environmental|food|seasonal> <allergy|allergies>',
      'quit <date|line|attempt|plan>', '<wants|trying|ready|plans|advised|encouraged|counseled|motivated|desires> to quit', 'history <shows|showed>',
      'post <- >? op day', 'past due', '<chronic|acute> on', 'natural history', 'past <- >? due', 'sp <gr|gravity|o2>',
      'previously <healthy|well|independent|scheduled|noted|known|described|mentioned|discussed|stable|prescribed>', 'half past',
    ],
  },
];
