import type { AnyRow } from '../cue-row.ts';

const AGO = '<minute|minutes|min|mins|hour|hours|hr|hrs|h|day|days|d|night|nights|week|weeks|wk|wks|month|months|mo|mos|year|years|yr|yrs|y>';
/** Years by which a course of treatment may have ended. */
const PAST_YEARS = Array.from({ length: 60 }, (_, since) => String(1965 + since)).join('|');
/** What somebody was: "former teacher with dementia" tells nothing of the dementia. */
const CALLING = 'nurse|teacher|police|policeman|firefighter|fireman|miner|boxer|athlete|footballer|marine|soldier|sailor|pilot|driver|farmer|engineer|welder|carpenter|builder|electrician|plumber|mechanic|accountant|lawyer|attorney|secretary|dancer|runner|player|gymnast|swimmer|jockey|military|army|navy|prisoner|inmate|professor|worker|student|employee|manager|cook|chef|cleaner|carer|caregiver|executive|officer|physician|doctor|paramedic|librarian|priest|pastor|musician|singer|hairdresser|waitress|waiter|bartender|trucker|roofer|painter|logger|fisherman|coach|judge|model|veteran|vet|bus driver|truck driver|factory worker|steel worker|construction worker|office worker|resident of|preemie|premie|premature infant|preterm infant|preterm|term infant|wife|husband|partner|spouse';

/** Past conditions. ConText's temporality; years, ages and "ago" are read by shape in `past-time.ts`. */
export const HISTORY: readonly AnyRow[] = [
  {
    kind: 'history', looks: 'ahead', reach: 'list', say: [
      '<history|hx|hist|histories> <of|for|significant for|notable for|remarkable for|positive for|includes|including|included|w /|with|sig for|pertinent for|is significant for|is notable for|is positive for|is remarkable for>',
      'h / o', 'h o', 'ho', 'hx', '<long|longstanding|extensive|remote|distant|past|prior|previous|personal|known|multiple|possible> <history|hx> of',
      '<medical|past medical|previous medical|psychiatric|surgical|past surgical|social|ob|obstetric|gyn|cardiac|medical / surgical> history <of|is significant for|significant for|notable for|includes|is notable for|: |is positive for|positive for|is remarkable for|remarkable for|significant>',
      '<pmh|pmhx|psh|pshx|pmh / psh|past history> <of|significant for|sig for|notable for|includes|is|w /|with|: |positive for>', 'known history of',
      'allergic to', '<allergy|allergies> <to|include|includes|including|: >', 'carries a <history|hx> of', '<hospitalized|hospitalised|admitted|sectioned|inpatient> <once|twice> <at #|at age #|as a teen|as a teenager|as a child|in college|in high school>? <for|after|following|with|w />',
    ],
  },
  {
    kind: 'history', looks: 'ahead', reach: 'list', over: true, say: [
      '<remote|distant> <history|hx|h / o> <of>?', '<fully|completely>? recovered <fully|completely|well>? from',
      'had been <treated for|hospitalized for|hospitalised for|admitted for|admitted with|seen for|told of|known to have|suffering from|troubled by>', '<previously|formerly|once|twice> <treated|hospitalized|admitted|had|diagnosed|seen|evaluated> <for|with>?', '<has|have|had> had a <prior|previous|past>',
      'used to <have|get|be|suffer from|experience|struggle with|suffer|abuse|use|drink|smoke|wet|cut>', 'once <had|suffered|caught|got>',
      '<first|last|previous|prior|second|earlier|1st|2nd|previous two|both previous|other> <pregnancy|pregnancies|delivery|labour|labor|birth> <complicated by|c / b|with|w /|to|ended in|ended with|notable for|marked by|: |had|was>', '<lost|losing> <a|her>? <pregnancy|baby> to',
      'as <a|an> <child|kid|teen|teenager|baby|boy|girl|young adult|toddler|youth|neonate|newborn|infant|preemie|premie|premature baby|premature infant|preterm infant|student|recruit|medical student> <, >?<she|he|pt|they|patient> <had|has had|got|suffered|contracted|was treated for|was hospitalized for|developed>',
      '<survived|overcame|beat|was cured of|cured of|got over|recovered from|successfully treated for|treated successfully for|underwent treatment for>',
      '<completed|finished> … <for|of treatment for>', '<in >?remission from', 'recovered … from', '<made|making> <a >?<full|complete|good|uneventful> recovery <from|after>', '<known|documented|recorded> <prior|previous|past|old> <history of|episode of|diagnosis of>?', '^ <since|now|recently>? <resolved|inactive|past|previous|old|prior|former|historical|remote|closed> <problem|problems|issue|issues|diagnosis|diagnoses|condition|conditions|illness|illnesses|medical problems|list|hx|events>? :',
      '^ <problems|diagnoses|issues|conditions> <- |( >?<resolved|inactive|past> <) >?:', '<hospitalized|hospitalised|admitted|treated|inpatient> <in|last|this past|early|late> <january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|spring|summer|fall|winter|year|month> <for|with|w />', 'completed <treatment|therapy|tx|course|abx|antibiotics|chemo|chemotherapy|radiation> for', 'historical', 'historically had',
      'past <episode|episodes|bout|bouts|occurrence> of',
      'last <admission|admissions|hospitalization|visit|er visit|ed visit> <of|for|with>', '<prior|previous|earlier> <episode|episodes|bout|attack|attacks|admission|admissions|hospitalization|hospitalizations|visit|visits|er visit|ed visit|ed visits> <of|for|with>',
    ],
  },
  {
    kind: 'history', looks: 'ahead', reach: 'phrase', over: true, say: [
      's / p', 'status <- >? post',
      '<prev|prior|previous|previously|remote|remotely|former|formerly|past|childhood|old|healed|resolved|ex|distant|bygone|inactive>',
      'post <- >? op <from|for>', '<chronic healed|old healed|well healed|previously healed>', 'outgrew', 'outgrown', 'quit',
      'stopped <smoking|drinking|using>', '<most recent|latest> <episode|attack|flare|admission|bout> <of|was|for>?',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', over: true, lately: true, say: [
      '<resolved|cleared|subsided|abated|healed|outgrown|outgrew|gone|remitted> <spontaneously|completely|fully|with|after|since|by|on|w>?',
      '<has|have> not <recurred|returned|come back|reappeared>', 'without recurrences', 'no recurrences', 'for which <he|she|pt> <was|had been> <treated|hospitalized>',
      '<has|have|had|is|was|are|were> <since|completely|fully>? <resolved|cleared|subsided|abated|healed|gone|gone away|passed|stopped|dissipated|recovered>',
      '<settled|faded|vanished|remitted|lifted|terminated|self - terminated|self terminated|converted|aborted|dissipated|self - limited|self limited|self - limiting|burnt out|burned out|petered out|tailed off|reversed|reverted> <itself|spontaneously|completely|fully|quickly|promptly|nicely|with|after|since|by|on|w|w /|without|overnight|within|in|to sinus|to nsr|to sr>', 'broke <with|after|spontaneously|w /|on>',
      `<stopped|ceased|ended|settled|resolved|subsided|disappeared|cleared|finished|vanished> <about|some|over>? <a >?# ${AGO} <ago|back|later|earlier>?`,
      '<has|have|had|is|was|are|were> <since|now|completely|fully|almost|by now>? <settled|faded|lifted|worn off|blown over|remitted|reversed|terminated|reverted|gone|healed over|dried up|closed|self - resolved>', '<went|goes|gone|going> <off|away>', '<wore|worn> off', '<passed|blew|blown> over', 'all gone', 'no longer there', '<back|returned> to <baseline|normal|usual|her baseline|his baseline>',
      '<corrected|reversed|normalised|normalized> <with|after|by|on|w /|following>', ', <corrected|settled|faded|gone|treated and resolved|since resolved|now resolved|now gone|now settled|now normal|now clear|now clean|now healed|better now>', '<gone|settled> <now|by now|by the time|by morning|this morning|today|on arrival|within|after|in>',
      ', <pre - renal|prerenal|transient|brief|mild|provoked|post - op|postop|drug - induced|med - induced|iatrogenic|viral|reactive|stress - induced|contrast - induced|self - limited> , <resolved|cleared|settled|subsided>', '( resolved )', ', resolved', '- resolved', ': resolved', '<since|now> <resolved|quiescent|cleared>', '<has|have|had> <stopped|ceased|disappeared|vanished|quieted>', '<normalized|normalised|returned to normal|corrected|back to normal|dissolved|self resolved|self - resolved>', 'passed <spontaneously|last|on|yesterday|in>', '<stopped|ceased|disappeared|vanished|dissipated> <after|with|when|since|on|once|spontaneously|completely>',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', over: true, say: [
      ': <quit|former|formerly>', ': stopped <#|in|at|smoking|drinking|using|when|since|last|completely|years|on>', 'outgrew', 'full recovery', 'fully recovered',
      'before <this|her|the|current> <pregnancy|marriage|illness>', '<after|with|following|during> <her|his> <first|last|second|third|eldest|youngest|firstborn|previous one>', 'in the past', 'in past', 'in those days', 'at <uni|university|college|boarding school|nursing school|medical school>', 'at the start of this pregnancy', 'of old', 'till age #', 'until age #', '<till|until> <she|he> was #', '<till|until|up to> <adolescence|puberty|her teens|his teens|school age|primary school>', '<on|with> <a|the|her|his>? <previous|prior|last|earlier|old> <admission|hospitalization|visit|occasion|exam|scan|study|imaging>', '<after|following|with|during|in> <the >?<birth|delivery> of <her|his>? <first|second|third|last|previous|son|daughter|child|baby>', '<in|during> <the >?<war|service|military|army|navy|boarding school|school|primary school|kindergarten|grade school|university|residency>', '<then|there|once> recovered', 'in years past', 'in the distant past', 'none <since|recently|currently|in years>',
      '<has|have|had> gone into remission', 'no longer an issue', 'not in years', 'ned', 'historically', 'at one point', '<decades|ages|long> ago', 'recovered <well|fully|completely|uneventfully|without sequelae>', 'when <he|she|they|i|pt> <was|were> <a child|a kid|a baby|a teen|a teenager|young|younger|little|pregnant|in school|in high school|in college>',
      'at one time', 'no recurrence', 'without recurrence', 'never recurred', 'has not recurred',
      'as <a|an>? <child|kid|teen|teenager|baby|boy|girl|young adult|toddler|youth|neonate|newborn|infant|preemie|student|medical student|recruit|cadet|young man|young woman|youngster|schoolboy|schoolgirl>',
      'in <her|his|their|the>? <early|mid|late>? <teens|twenties|thirties|forties|fifties|sixties>', 'at birth', 'in utero', 'in <childhood|early childhood|infancy|the newborn period|the neonatal period|the nicu|high school|college|adolescence|youth|her teens|his teens|her 20s|his 20s|her 30s|his 30s|her youth|his youth|grade school|elementary school|the 80s|the 90s|the 1980s|the 1990s|the 70s|the navy|the army|the military>',
      '<during|in|with|w /|after> <g1|g2|g3|g4>', '<during|in|with|w /|after> <her|his>? <first|last|prior|previous|both|second|earlier> <pregnancy|pregnancies|delivery|baby|child>', 'remotely',
      's / p <treatment|tx|repair|resection|excision|abx|rx|ablation|removal|surgery|chemo|xrt|embolization|coiling|lumpectomy|mastectomy|prostatectomy|colectomy|appendectomy|cholecystectomy|nephrectomy|thyroidectomy|hysterectomy|orif>',
      '<cured|eradicated|treated and resolved|treated and cleared|fully treated|successfully treated|treated successfully|repaired|excised and cured>', 'in <full|complete|long - term|deep|durable|prolonged> <sustained >?remission', 'in sustained remission', 'in <full|complete|long term> remission',
      'years <ago|back|prior|earlier>', 'a long time ago', 'a while back', 'back in the day', 'many moons ago',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'list', over: true, lately: true, say: [
      '<nsr|sinus|sinus rhythm|sr|asymptomatic|pain - free|pain free|symptom - free|symptom free|seizure - free|seizure free|event free|free of it|back to normal> <ever >?since', 'nothing since',
      `none <for|in|x|over|within|during> <the >?<last|past>? <a >?# ${AGO}`, `<no more|nothing more|nothing further|no further episodes|no repeat|no others> <for|in|over|since> <the >?<last|past>? <a >?#? ${AGO}?`, 'recovered <by|within|after|fully|completely>', '<packed|treated|drained|cauterised|cauterized|reduced|relocated|evacuated> and <resolved|settled|gone|healed|stopped>',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'list', over: true, say: [
      'no <sx|symptoms|recurrence|recurrences|issues|problems|trouble|episodes|flares|attacks|further episodes|relapse|relapses|pain|bother|seizures|bleeding|events|further|deficits|deficit|sequelae|residual deficits> <ever >?<since|after that|thereafter|afterwards>', '<not|never> <since|again|recurred|once since>', 'never again', '<sober|clean|abstinent|off it> <since|for|x> <#|20>?', '# <years|yrs|y|yr|months|mo|mos> <clean|sober|abstinent|drug free|smoke free>', 'none <since|now|currently|anymore|any more|at present>', 'until <menopause|puberty|marriage|retirement|rehab>', ', then <fine|well|ok|okay|normal|nothing|none|resolved|settled>', ', now <normal|clear|gone|healed|recovered|asymptomatic|settled|quiescent|at baseline|back to baseline|back to normal|fine|well|normalised|normalized|closed|dry|off treatment>', '<cured|disease - free|disease free|ned|no evidence of disease|no evidence of recurrence|svr|svr12>', `, <tx|treatment|therapy|course|abx>? completed <in|by>? <${PAST_YEARS}>`, `, <tx|treatment|therapy|course|abx> <finished|done> <in|by>? <${PAST_YEARS}>`, 'back then', '<symptom|disease|episode|attack|seizure|pain|recurrence> - free since',
    ],
  },
  {
    kind: 'history', looks: 'back', reach: 'phrase', say: [
      '<history|hx>', 'by <history|hx>', 'previously', '<last|past> <year|month|summer|winter|spring|fall|autumn|season|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec>', '<earlier|previously> this year',
      '( <history|hx|h / o|remote|old|prior|past> )', 'survivor', ', remote <,|.|;|->', 'in remission', 'in <partial|early|clinical|molecular> remission', '<by|per> <report|chart>? history',
    ] },
  { kind: 'history', looks: 'back', reach: 'list', over: true, alone: true, say: ['<before|prior to> <that|then|rehab|menopause|marriage|retirement|quitting>'] },
  { kind: 'history', looks: 'ahead', reach: 'list', say: [
    '^ <last year|last summer|last winter|years ago|in the past|previously|remotely|as a child|in childhood|at birth|as a baby|as a teenager|when younger|as a boy|as a girl|as a kid|as a teen|as a toddler|as an infant|as a newborn|as a young man|as a young woman|as a youth|growing up|in college|in high school|many years ago>', '^ <past|previously|prior> :', '^ <before|prior to> … <she|he|pt|they|i> <was treated for|was hospitalized for|was admitted for|had been treated for|used to have|suffered from|had had>', '^ <prior to|before> <this|that|this pregnancy|the accident|surgery> <, >?<she|he|pt|they|she\'d|he\'d|they\'d> <had|d had>',
  ] },
  {
    kind: 'pseudo', say: [
      'repaired <with|using> <# - #|# >?<- >?<vicryl|chromic|monocryl|nylon|prolene|ethilon|silk|suture|sutures|staples|dermabond|glue|tissue adhesive|steri - strips|absorbable|interrupted|running|simple|a running|layered>', 'repaired <with|using> # - <#|o|0>', 'repaired <at bedside|at the bedside|under local|under lidocaine|in layers|in the usual fashion|in standard fashion|in the ed|in ed|today|primarily|by me|without difficulty>',
      '^ <history|hx> :', '<childhood|juvenile|adult|infant|early|late|adolescent> <- >? onset', `<ex|former|retired|previous|old|past> <- >? <${CALLING}>`, 'never <settled|cleared|resolved|went away|goes away|gone|remitted|fully settled|really settled|outgrew|grew out of>', 'not <gone|gone away|settled|faded|over|remitted|subsided|lifted|outgrown>', '<has|have|had|is|was|are> not <gone|gone away|settled|faded|remitted|resolved|subsided|lifted|cleared|healed>',
      'back to normal <activities|activity|diet|work|life>', 'settled <on|into>', 'in the past <#|few|several> <days|day|weeks|week|hours|month|months>', 'all gone through', '<last|past> <year|month|week> or so',
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
