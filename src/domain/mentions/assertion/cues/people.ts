import type { AnyRow } from '../cue-row.ts';

/** Blood relatives, one and many, formal, everyday and in shorthand. */
const KIN = 'mothers|fathers|grandmothers|grandfathers|nephews|nieces|grandchild|grandchildren|great grandmother|great grandfather|mother|father|mom|dad|mum|mama|papa|mam|mommy|daddy|mummy|parent|parents|brother|brothers|sister|sisters|sis|bro|sibling|siblings|sib|sibs|son|sons|daughter|daughters|dtr|dtrs|dau|gdtr|grandmother|grandfather|grandma|grandpa|grandparent|grandparents|grandson|granddaughter|grandsons|granddaughters|grandkid|grandkids|granny|gran|nan|nana|nanna|granddad|grandad|grandaunt|granduncle|aunt|aunts|auntie|aunty|uncle|uncles|cousin|cousins|niece|nephew|mgm|mgf|pgm|pgf|mggm|mggf|pggm|pggf|mgma|mgpa|pgma|pgpa|mob|great - grandmother|great - grandfather|great grandparent|great - grandparent|great aunt|great uncle|great - aunt|great - uncle|half - sister|half - brother|half sister|half brother|half - sib|half - sibling|half - sibs|half - siblings|half sib|half sibling|half siblings|twin|twins|twin brother|twin sister|identical twin|identical twins|co - twin|fetus|offspring';
/** People whose disease is nobody's inheritance, whatever stands beside them. */
const OTHERS = 'husband|husb|hubby|wife|spouse|partner|boyfriend|girlfriend|boy friend|girl friend|bf|gf|fiance|fiancee|betrothed|significant other|other half|lover|roommate|roommates|room mate|room - mate|room mates|room - mates|housemate|housemates|house mate|house mates|flatmate|flatmates|flat mate|flat mates|dorm mate|dorm mates|dormmate|dormmates|suitemate|suitemates|coworker|coworkers|co - worker|co - workers|workmate|workmates|work mate|work mates|colleague|colleagues|work colleague|work friend|classmate|classmates|class mate|class mates|schoolmate|schoolmates|school friend|friend|friends|best friend|neighbor|neighbors|neighbour|neighbours|next - door neighbor|next - door neighbour|next door neighbor|next door neighbour|donor|donors|teammate|teammates|team mate|team mates|boss|landlord|landlady|tenant|tenants|lodger|lodgers|babysitter|babysitters|sitter|childminder|child minder|nanny|au pair|aide|playmate|playmates|bunkmate|bunkmates|bunk mate|seatmate|chairmate|cabinmate|cabin mate|shipmate|shipmates|cellmate|cellmates|cell mate|deskmate|desk mate|squadmate|buddy|buddies|pal|acquaintance|guardian|visitor|visitors|houseguest|houseguests|best man|bridesmaid|bridesmaids|groomsman|guest|guests|stranger|strangers|bystander|bystanders|godson|goddaughter|godchild|godparent|godparents|caseworker|sponsor|in - laws|in laws|inlaws|girlfriends|boyfriends|exwife|exhusband|daycare provider|day care provider|daycare worker|home health aide|health aide|cohabitant|co - habitant|stepkid|stepkids|stepchildren|step kids|stepparent|stepparents';
/** People by their work or place: another person where they are the subject, or somebody's; "a teacher with hoarseness" is the patient. */
const ROLES = 'teacher|teachers|coach|professor|pastor|priest|supervisor|employer|employee|manager|instructor|carer|carers|caregiver|caregivers|caretaker|caretakers|tutor|trainer|barber|hairdresser|dentist|cleaner|driver|helper|trip leader|camp counselor|counselor|counsellor|daycare lady|customer|customers|client|clients|artist|tattoo artist|tattooist|stylist|manicurist|masseuse|masseur|cook|chef|waiter|waitress|server|bartender|cashier|farmer|vendor|mechanic|plumber|gardener|housekeeper|maid|butler|secretary|assistant|therapist|aide|nurse|nurses|orderly|porter|receptionist|guard|officer|soldier|sergeant|commander|captain|pilot|steward|stewardess|school principal|headteacher|librarian|janitor|lifeguard|referee|minister|rabbi|imam|monk|nun|midwife|doula|surrogate|date|hookup|escort|dealer|attacker|assailant|rapist|abuser|perpetrator|opponent|rival|sparring partner|dance partner|gym partner|running partner|travel partner|lab partner|business partner|study partner|host|hostess|organizer|villager|villagers|traveller|traveler|travellers|travelers|tourist|tourists|refugee|refugees|migrant|migrants';
/** Many people, none of whom is the patient. */
const CROWD = 'nurses|teachers|workers|kids|children|people|students|residents|passengers|soldiers|players|employees|guests|men|women|boys|girls|members|others|campers|prisoners|inmates|staff|recruits|toddlers|babies|infants|clients|customers|diners|attendees|athletes|wrestlers|swimmers|villagers|teens|teenagers|adults|crewmates|hikers|travellers|travelers|tourists';
/** Animals that people keep, tend or meet. */
const ANIMALS = 'dog|dogs|cat|cats|puppy|puppies|kitten|kittens|horse|horses|pony|bird|birds|parrot|parrots|budgie|cockatiel|chicken|chickens|hen|hens|duck|ducks|hamster|gerbil|rat|rats|mouse|mice|guinea pig|guinea pigs|animal|animals|cow|cows|cattle|calf|calves|bull|goat|goats|sheep|lamb|lambs|pig|pigs|piglet|bat|bats|raccoon|skunk|fox|monkey|ferret|rabbit|rabbits|bunny|turtle|tortoise|lizard|iguana|snake|livestock|flock|herd|donkey|alpaca|llama';
const PERSON = '<pt|patient|man|woman|boy|girl|child|kid|baby|infant|passenger|student|pupil|person|stranger|resident|inmate|guest|lady|guy|gentleman|worker|client|customer|victim|player|toddler|teenager|individual|someone|partner|assailant|attacker>';
/** The person is ill: what may stand between somebody and their disease. */
const HAS = '<with|w /|has|had|have|having|who has|who had|who is|who was|who recently had|who just had|being|is|was|are|were|got|getting over|diagnosed|dx|dx \' d|tested|treated|being treated|recovering|recovered|off|off sick|out|out sick|home|home sick|down|sick|ill|died|passed|developed|contracted|caught|coughing|vomiting|confirmed|positive|+|now|now has|also|both|recently|recently had|just|just had|hospitalized|admitted|came|going through|on treatment|in hospital|in quarantine|in isolation>';

/** Whose disease it is. Blood relatives are family; everyone else is another person (docs/assertion.md). */
export const PEOPLE: readonly AnyRow[] = [
  {
    kind: 'family', looks: 'ahead', reach: 'list', say: [
      `<${KIN}>`, `<her|his|their|pt|patient|maternal|paternal|mat|pat> <. >?<${KIN}|gm|gf|ggm|ggf|gma|gpa|relatives|relative|side|line|cousins>`, '<maternal|maternally|paternal|paternally>',
      '<her|his|their|pt|patient> <other|older|younger|eldest|oldest|youngest|middle|previous|first|second|third|last|only>? <child|children|kids|kid|baby|toddler|boys|girls|newborn|eldest|oldest|youngest|firstborn|first - born|little one|little ones|little boy|little girl|boy|girl>',
      '<children|kids|parents|siblings|sibs|sib hx|offspring> :', '^ <mo|fa|mo .|fa .|par|gf|gm> :', '<. |; |, ><mo|fa> :', '<women|men|people|everyone|everybody|members|most|many|several|all> <of|in|on> <the|her|his|their> <whole|mother|father|immediate|extended|mothers|fathers>? <family|side|household of origin>', '<has|have|with> # <healthy|living|grown|young|adult|small>? <children|kids> <with|w /|who|, one|, both|, all>', '<previous|prior|earlier> <child|baby|infant|sibling|fetus|newborn|offspring>', '<kids|children> <all|both|also>? <home|at home|have|had|sick|ill|down> <with|w /|from>?', '<birth|biological|bio|natural|genetic> <mother|father|mom|dad|mum|parent|parents|family>',
      '<close|distant|male|female|affected|several|multiple|other|many|some|elderly> <blood >?<relative|relatives|relation|relations|family members>',
      '<first|1st|second|2nd> <- >? degree <relative|relatives|family member|family members>',
      '<family member|family members|relatives|relative|blood relative|multiple family members|kin|family hx|family h / o>',
      '<family|fam|fhx|fh|famhx> <history|hx|h / o|hist> <is|was|of|significant for|notable for|positive for|remarkable for|is significant for|is notable for|is positive for|is remarkable for|includes|sig for|pos for|: >?',
      '<fh|fhx|famhx> <of|significant for|sig for|notable for|positive for|pos for|+ for|includes|is|neg for|negative for|+|: >', '<fh|fhx|famhx>',
      '<one|nobody|anyone|someone|everyone|members|people> in <her|his|their>? family <has|have|had|with>?', 'runs in <the|his|her> family',
      '<familial|hereditary> history of', 'positive family history of',
    ],
  },
  { kind: 'family', looks: 'back', reach: 'phrase', say: [
    '<runs|run> in <the|his|her|their>? family', '<in|of|within|through|throughout|across> <the|his|her|their>? <whole|entire|immediate|extended>? family', 'by <both|all|several|many> <her|his|their>? family members',
    '<fh|fhx|family hx|family history>', 'killed <him|her|them|both>',
  ] },
  { kind: 'family', looks: 'both', reach: 'phrase', say: ['<on|from> <the|her|his|their|both>? <mother|father|mom|dad|mum|mama|maternal|paternal|both> <side|sides|family>', 'on both sides', 'on <the >?<maternal|paternal> <line|half>'] },
  {
    kind: 'other-person', looks: 'ahead', reach: 'list', household: true, say: [
      '<step|foster|adoptive|adopted> <- >? <parents|family|relatives|siblings|household|grandparents>', '<in - laws|in laws|inlaws|stepfamily|step family|stepparents>', `<${OTHERS}> family`,
    ],
  },
  {
    kind: 'other-person', looks: 'ahead', reach: 'list', say: [
      `<${OTHERS}>`, `<${KIN}> <by marriage|( by marriage )|through marriage|( in - law )|( step )|( adopted )|( adoptive )|( foster )|( not blood )|( not biological )|( not related )|( non - biological )|( no blood relation )|not related by blood|not by blood|not biologically related>`,
      '<intended|commissioning|surrogate> <mother|father|parents|parent|mom|dad|couple>', '<fellow|co> <- >? <inmate|student|pupil|passenger|worker|resident|patient|camper|soldier|recruit|player|traveller|traveler|lodger|tenant|prisoner|detainee|guest|diner|teammate|member|swimmer|employee>', '<witnessed|witnessing|saw|watched|watching|nursing|nursed|caring for|cares for|looks after|looking after|visited|visiting|held|kissed|met> <a|an|another|some|the|her|his>? <older|elderly|young|little|sick|dying|homeless|next - door>? <man|woman|boy|girl|child|kid|baby|infant|passenger|student|pupil|person|stranger|resident|inmate|guest|lady|guy|gentleman|worker|client|customer|patient|toddler|teenager|someone>',
      `<non - biological|nonbiological|non - blood|unrelated|not biological> <${KIN}>`,
      '<ex|late|former|current|new|male|female|sexual|sex|recent|life|domestic|deceased|estranged|long - term|longterm|regular|casual|previous> <- >? <husband|wife|spouse|partner|partners|boyfriend|girlfriend|fiance|fiancee|bf|gf>', '<her|his|pt|patient|the> ex', `^ ex ${HAS}`,
      '<her|his|best|old|a|good> <mate|mates>',
      'partners', `<her|his|their|pt|patient>? <${KIN}> <- >? in <- >? law`, '<mil|fil|bil|sil|dil>',
      `<step|foster|adoptive|adopted|god> <- >? <${KIN}|child|children|kid|kids|boy|girl|baby|family|carer|carers>`,
      '<stepmother|stepfather|stepmom|stepdad|stepmum|stepbrother|stepbrothers|stepsister|stepsisters|stepsib|stepsibling|stepsiblings|stepson|stepsons|stepdaughter|stepdaughters|stepchild|stepgrandfather|stepgrandmother|stepuncle|godmother|godfather>',
      `<her|his|their|pt|patient>? <${KIN}|child|kid|baby> <${OTHERS}|teacher|coach|carer|caregiver|nursery nurse|minder|bully|employer>`,
      `<bride|groom|teacher|coach|pastor|priest|client|carer|caregiver|hairdresser|supervisor|manager> <${KIN}|husband|wife|child|children>`, `<${OTHERS}> <ex|late>? <${KIN}|family|child|kids|kid|children|baby|dog|cat>`, `<${OTHERS}> of <her|his|their|a|the> <${KIN}|${OTHERS}>`,
      '<contact|contacts> of', '# <other|unrelated|sick|fellow>? <children|students|pupils|residents|passengers|inmates|employees|customers|diners|cases|classmates|staff> <at work|at school|at daycare|in class|on the unit|on the ward>? <with|w /|who|have|had|out|off|down|sick|ill|tested|of|affected>', 'contact <with|w /|at|in|:>', 'contacts <with|w /|at|in|:>', '<exposed|exposure|exposures> to', '<exposed|exposure> <at|in|on|by|via|last|yesterday|today|recently|while|during|through|from|several|multiple|#> … to',
      '<source|index|other|another|different|wrong|prior|previous> <patient|pt|case|person|individual|chart|pts>',
      '<fob|father of baby|father of the baby|father of her baby|father of child|father of the child>', '<her|the>? <baby|child|unborn child> <father|dad|daddy>',
      '<several|other|multiple|some|many|few|two|three|#> <other >?<kids|children|students|people|residents|patients|pts|employees|customers|passengers|inmates|pupils|staff> <at work|at school|at daycare|in class|on the unit|on the ward|on unit|there>? <with|w /|who|have|had|out|were|are|off|down|sick|ill|tested>', '<sexual|needle|recent|casual> <contact|contacts> <with|w />?',
      '<kid|kids|child|children|boy|boys|girl|girls|student|students|pupil|someone|somebody|people|others|person|resident|residents|staff|worker|infant|peer|peers|baby|toddler> <at|in|on|from|across|down> <her|his|their|the|same|a>? <class|school|daycare|day care|nursery|preschool|kindergarten|work|office|church|camp|classroom|facility|group home|the home|dorm|gym|team|bus|flight|plane|unit|ward|floor|hall|hallway|street|road|building|next room|next bed|next bay|other bed|other room|room next door|bay|choir|party|shelter|pool>',
      '<patient|pt|pts|patients|resident|residents|lady|man|woman|gentleman|person|neighbour|neighbor> <in|from|across|of> <the >?<next|adjacent|adjoining|other|neighboring|neighbouring|same|hall> <bed|room|bay|cubicle|ward|unit|way>', '<patient|pt|resident|lady|man|woman|gentleman> next door', `<resident|residents|neighbor|neighbour> <in|of|from> <room|rm|bed|apt|unit|suite|#>? # ${HAS}`,
      '<bed|room|bay|cubicle|chair|cot> <#|a|b|c|d> <has|had|is|was|developed|tested|turned|now has|positive|died|diagnosed|swabbed>', '<in|from> bed <#|a|b> <has|had|is|was|developed|tested>',
      `<her|his|their|the|another|child|baby|pt|patient|school|a> <${ROLES}> <at|in|from|of>? <the|her|his>? <home|school|work|facility|nursery|care home|office|church|gym>? ${HAS}`, `<her|his|their|another> <${ROLES}>`,
      `^ <${ROLES}> <at|in|from|of>? <the|her|his>? <home|school|work|facility|nursery|care home|office|church|gym>? <has|had|was|tested|is|diagnosed|dx|off|out|sick|ill|recently|confirmed|died|came|:> <positive|diagnosed|sick|ill|found|treated|with|w /|off|down|had>?`, `<${CROWD}> <on|in|at|from|of> … <with|w /|have|had|out|off|down|sick|ill|tested|positive|affected> <with|w />?`, `<${CROWD}> <with|w /|have|had|out|off|down|sick|ill|tested|positive|affected> <with|w />?`,
      `<the|her|his> <recipient|donor>`, `^ <kidney|organ|liver|marrow|living|intended>? recipient ${HAS}`,
      '<someone|somebody> <on|at|in|who|with|w /|she|he|they|from|else|nearby|close|near|beside|coughing|has|had|was|tested|there>', '<everyone|everybody|others|people> <else >?<at|in|on> <the|her|his>? <party|meal|wedding|table|trip|tour|picnic|restaurant|work|office|school|ship|cruise|bus|camp|potluck|barbecue|bbq|event>',
      '<classroom|daycare|school|facility|dorm|household|camp|nursing home|work> <outbreak|exposure|cases|case> <of|to>?', 'outbreak of', 'going around', '<new|confirmed|other|recent|several|multiple>? cases of',
      '<students|student|somebody|someone|another child|another kid|other child|one child|passenger|another resident|cellmate|bunkmate|peer|client|customer|inmate|guest|caregiver|caretaker|teacher> <with|w /|who|has|had|who has|who had|tested|diagnosed|dx|dx \' d|dx with>',
      'student with', '<organ|kidney|liver|deceased|living|heart|lung|marrow|blood|egg|sperm> donor',
      `<${ANIMALS}> <s >?<${HAS.slice(1, -1)}|, which|which|, who|status>`, `<${ANIMALS}> <in|at|from|on> … <tested|diagnosed|dx|positive|died|had|has|with>`,
      '<vet|veterinarian> <said|says|thinks|thought|found|confirmed|treated|treating|suspects|suspected|told|dx|: >',
    ],
  },
  { kind: 'other-person', looks: 'ahead', reach: 'phrase', say: [
    '<dog|dogs|cat|cats|horse|horses|puppy|puppies|kitten|kittens|parrot|ferret|hamster|rabbit|budgie|guinea pig|cows|goat|goats|sheep|chickens|hens|pigs>',
    `<from|by|beside|next to|near|against|behind|alongside|same bus as|same flight as|same class as|same room as|same ward as|same house as|same time as|close to|off> <a|an|another|some|two> <coughing|sick|ill|known|positive|drunk|fellow|sneezing|vomiting|young|older|local|homeless|unknown|infected|elderly>? ${PERSON} <with|w /|who|that|known|positive|found|diagnosed|later|subsequently|infected|has|had|having>`,
    '<a|some|another|the|one|other|some other> <guy|man|woman|lady|girl|boy|kid|child|person|someone|client|customer|stranger|colleague|pupil> <who|that|with|w />', 'another <resident|patient|pt|child|kid|student|pupil|passenger|person|infant|baby|guest|inmate|worker|employee|victim|driver|player|man|woman|boy|girl|family|household>',
    '<sat|sits|seated|sleeps|slept|standing|working|works> <next|close> to', '<beside|alongside> someone', '<the|her|his|their|family> <pet|pets>', 'pets <with|w /|who|have|had|were|are>',
    '<pt|patient|person|man|woman|lady> in <next|bed|other|adjacent|same> <bed|room|chair|ward|unit>?', 'next bed',
    '<household|church|team|club|staff|crew|squad|group|gym|community> <member|members>',
    '<sick|close|household|recent|known|school|work|tb|family|daycare> <contact|contacts>',
    'other <driver|car|passenger|vehicle|child|player|boy|girl|kid>', '<driver|passenger|occupant|occupants|rider> of <the >?other', 'other <occupant|occupants|passengers|vehicle|motorist|cyclist|rider|pedestrian|victim|victims|party>', '<index|source|other|opposing|second> <vehicle |car >?<driver|passenger|person>',
    '<travel|traveling|travelling|lunch|hiking> <companion|companions|partner>', 'companion',
    'co <- >? <resident|residents|inmate|habitant|workers|passenger>',
  ] },
  {
    kind: 'other-person', looks: 'both', reach: 'sentence', say: [
      '<entered|charted|documented|filed|misfiled|scanned|uploaded|posted|recorded|placed|written|dictated|labelled|labeled|mislabeled|mislabelled|imported|attached> <in|into|on|under|to|from|for> <error|the wrong chart|wrong chart|the wrong pt|wrong pt|the wrong patient|wrong patient|another pt|another patient|a different patient|a different pt>',
      '<misfiled|mislabelled|mislabeled>', '<chart|record|records|note|notes|result|results|sample|specimen|film|report|letter> <of|for|from|on|is for|is from> <another|a different|a previous|the previous|the wrong> <patient|pt|person|resident|man|woman>',
      '<another|a different|different> <patient|pt> <with the same name|of the same name|with same name|same name|with a similar name>', 'not <our|my|this> <pt|patient>', '<is|are|was|were> not <hers|theirs|our pt|this pt|our patient>', 'wrong <name|mrn|label|dob|id|identity|wristband|sticker|record|details|person>',
    ],
  },
  {
    kind: 'other-person', looks: 'back', reach: 'sentence', say: [
      '<belongs|belonging|pertains|refers|applies> to <another|a different|other|the other|wrong|pt in|patient in|the patient in|roommate>',
      '<belongs|belonging|pertains|refers|applies> to', '<another|different|wrong|other> <patient|pt|chart|person|resident|client|individual|child|baby|mrn>',
      'wrong <patient|pt|chart>',
    ],
  },
  { kind: 'other-person', looks: 'back', reach: 'list', say: [
    '<positive |pos |+ >?<source|index> <patient|pt|case|person|individual>', 'in <another|a different> <patient|pt|person>',
    '<by|per|from|at> <the|a|her|his|their>? <vet|veterinarian|veterinary clinic|vet clinic|kennel>', '<going|went> around <school|work|daycare|the office|class|dorm|the house>?', 'outbreak', '<at|in> <daycare|school>', '<in|around|at> <her|his|their|the> <class|classroom|year group|grade|dorm|workplace|daycare|nursery|facility|community|village>', '<in|around|at> <her|his|their> office', 'around the office', '<cases|case> <in|at> <the|her|his>? <class|school|work|daycare|office|facility|unit|ward>',
  ] },
  { kind: 'other-person', looks: 'ahead', reach: 'sentence', say: [
    '<wrong|another|different|other> <patient|pt|chart> <: |with|w|who|has|had>?', '<wrong chart|wrong patient> note',
  ] },
  {
    kind: 'pseudo', disarms: 'person', say: [
      '<lives|living|live|lived|resides|stays|staying|home|here|accompanied|brought|brought in|bib|arrived|presents|seen|spoke|spoken|discussed|d / w|talked|met|meeting|speaking|confirmed|reviewed|shared|discussed plan|moved in|call|calls> <with|w /|by|from|to>',
      '<per|via|according to|hx from|history from|hx per|history per|history provided by|history obtained from|obtained from|collateral from|collateral per|info from|as per|translated by|updated|informed|called>',
      '<educated|counselled|counseled|taught|instructed|advised|told|warned|updated|informed|reassured|showed|shown|trained|reminded|encouraged|explained to|discussed with|reviewed with|gone over with|reviewed by> <pt|patient|the patient|her|him|them|both>? <and|&|/|,|with>?',
      '<tc|t / c|telephone|phone|telephoned|voicemail|vm|message|msg|portal message|mychart message|email|text> <call|msg|message>? <from|w /|with>',
      'lives <at home|independently>? <with|w />',
    ],
  },
  {
    kind: 'pseudo', say: [
      '<mother|father|mom|dad> <- >? to <- >? be', '<mother|father> of <1|2|3|4|5|one|two|three|four|five>',
      '<dog|cat|animal|insect|human|tick|bat|bug> <bite|bites|scratch|scratches|dander|allergy|allergies|hair|scratch disease>', 'bite from <dog|cat>',
      'cat <scan|3|2|1|5|scratch>', '<bitten|scratched|attacked|knocked over|knocked down> by <a|her|his|the|neighbor|neighbors>? <dog|cat|pet|horse|bat>',
      '<walking|walks|walk|feeding|feeds|grooming|kennel|guide|service|therapy|hot> <his|her|the|their>? <dog|dogs|cat|cats|horse|horses>', '<dog|cat|pet|horse> <owner|owners|lover|walker|handler|groomer|food|exposure|exposures|riding|rider|related>', 'pet <scan|ct|/|- ct|avid|positive|negative|showed|was|is>', '<two|three|four|#|no|has|have|owns|keeps|with> <a >?<#>? <dogs|dog|cats|cat|pets|pet> <at home|in home|in the home|indoors>',  '<family|parent> <history|hx>? <reviewed|noncontributory|non - contributory|unknown>',
      'contact <precautions|dermatitis|lens|lenses|isolation|us|office|pcp|info|guard|assist|sports|allergy>', 'skin contact',
      '<family|friends and family> <support|friend|friendly|meeting|planning|medicine|therapy|physician|doctor|practice|conflict|stress|stressors|dynamics>',
      'loss of <mother|father|husband|wife|son|daughter|brother|sister|spouse|mom|dad>', 'twin <gestation|gestations|pregnancy|pregnancies|a|b>',
      'maternal <age|fetal|wishes|request|- fetal>', 'in <some|most|many|all|severe|mild>? cases of', 'a resident <in|of|at> <room|rm|bed|apt|unit|suite>? #', '<her|his|the|pt|patient>? ex <- >? lap', '<caregiver|carer> <stress|strain|burden|burnout|fatigue|role|support|training|education>', `<former|retired|ex|is a|was a|as a|is an|was an|as an|yo|old|female|male> <- >? <${ROLES}|student|landlord|babysitter|nanny|childminder|donor|blood donor|friend|mother|father>`, 'partner <violence|abuse>',
      '<kids|children|dog|cat|pet> allergy', 'new partner', 'multiple partners', '<husband|wife> <vasectomy>',
    ],
  },
];

/** A relative followed by one of these tells about the patient: "Mom reports fever". */
export const INFORMANT: ReadonlySet<string> = new Set([
  'reports', 'reported', 'reporting', 'report', 'states', 'stated', 'state', 'says', 'said', 'say', 'notes', 'noted', 'notices', 'noticed', 'notice', 'denies', 'denied', 'deny', 'concerned', 'worried', 'worries', 'thinks', 'thought',
  'believes', 'feels', 'called', 'calls', 'calling', 'brought', 'brings', 'gave', 'giving', 'gives', 'present', 'wants', 'requests', 'requesting', 'describes', 'described', 'endorses', 'endorsed', 'informs', 'informed', 'confirms', 'confirmed', 'translating', 'translates',
  'interpreting', 'helps', 'helping', 'witnessed', 'saw', 'seen', 'observed', 'observes', 'adds', 'tells', 'told', 'complains', 'corroborates', 'mentions', 'mentioned', 'recalls', 'agrees', 'asks', 'asking', 'asked', 'expressed', 'expresses', 'verbalized', 'understands', 'aware', 'updated',
  'given', 'receive', 'received', 'provided', 'offered', 'trained', 'reassure', 'taught', 'counseled', 'counselled', 'educated', 'instructed', 'advised', 'here', 'bedside', 'accompanies', 'accompanied', 'accompanying', 'declines', 'declined', 'consented', 'consents', 'using', 'treating', 'tried', 'noticing', 'measured', 'checked', 'drove', 'found', 'insists', 'claims', 'admits', 'concern', 'concerns', 'worry', 'question', 'request', 'account', 'description', 'opinion', 'drives', 'took', 'takes', 'keeps', 'sent', 'picked', 'calls', 'desires', 'understand', 'who reports', 'who states',  'will', 'comforting', 'hears', 'heard', 'smelled', 'felt', 'questions', 'would', 'wonders', 'suspects', 'speaks', 'think', 'want', 'believe', 'know', 'recall', 'feel', 'agree', 'remember', 'endorse', 'suspect', 'notes', 'observe', 'describe', 'mention', 'complain', 'insist', 'confirm', 'hear', 'brings', 'bring', 'phoned', 'phones', 'rang', 'texted', 'emailed', 'messaged', 'requested', 'interprets', 'interpreted', 'decided', 'decides', 'encouraged', 'reassured', 'informed', 'shown', 'learned', 'learnt', 'uncertain', 'unsure', 'scared', 'frustrated', 'upset', 'feared', 'fears',
]);
