import type { AnyRow } from '../cue-row.ts';

const KIN = 'mothers|fathers|grandmothers|grandfathers|nephews|nieces|grandchild|grandchildren|great grandmother|great grandfather|mother|father|mom|dad|mum|mama|papa|parent|parents|brother|brothers|sister|sisters|sis|bro|sibling|siblings|sib|sibs|son|sons|daughter|daughters|grandmother|grandfather|grandma|grandpa|grandparent|grandparents|grandson|granddaughter|aunt|aunts|uncle|uncles|cousin|cousins|niece|nephew|mgm|mgf|pgm|pgf|mggm|mggf|great - grandmother|great - grandfather|great aunt|great uncle|half - sister|half - brother|half sister|half brother|twin|twin brother|twin sister|identical twin|fetus|offspring';

/** Whose disease it is. Blood relatives are family; everyone else is another person (docs/assertion.md). */
export const PEOPLE: readonly AnyRow[] = [
  {
    kind: 'family', looks: 'ahead', reach: 'list', say: [
      `<${KIN}>`, `<her|his|their|pt|patient|maternal|paternal|mat|pat> <${KIN}|gm|gf|gma|gpa|relatives|side|cousins>`, '<her|his|their|pt|patient> <child|children|kids|kid|baby|toddler|boys|girls|newborn>', '<maternal|maternally|paternal>',
      '<first|1st|second|2nd> <- >? degree <relative|relatives|family member|family members>',
      '<family member|family members|relatives|relative|blood relative|multiple family members|kin|family hx|family h / o>',
      '<family|fam|fhx|fh|famhx> <history|hx|h / o|hist> <is|was|of|significant for|notable for|positive for|remarkable for|is significant for|is notable for|is positive for|is remarkable for|includes|sig for|pos for|: >?',
      '<fh|fhx|famhx> <of|significant for|sig for|notable for|positive for|pos for|+ for|includes|is|neg for|negative for|+|: >', '<fh|fhx|famhx>',
      '<one|nobody|anyone|someone|everyone|members|people> in <her|his|their>? family <has|have|had|with>?', 'runs in <the|his|her> family',
      '<familial|hereditary> history of', 'positive family history of',
    ],
  },
  { kind: 'family', looks: 'back', reach: 'phrase', say: [
    '<runs|run> in <the|his|her|their>? family', 'in <the|his|her|their>? family',
    'on <her|his|their>? <mother|father|mom|dad|maternal|paternal|both> <side|sides>', 'on both sides', '<fh|fhx|family hx|family history>',
  ] },
  {
    kind: 'other-person', looks: 'ahead', reach: 'list', say: [
      '<husband|wife|spouse|partner|boyfriend|girlfriend|bf|fiance|fiancee|significant other|roommate|roommates|room mate|housemate|flatmate|coworker|coworkers|co - worker|co - workers|colleague|colleagues|classmate|classmates|friend|friends|neighbor|neighbors|neighbour|donor|teammate|teammates|boss|landlord|babysitter|sitter|nanny|aide|playmate|playmates|schoolmate|bunkmate|seatmate|buddy|pal|acquaintance|guardian|visitor|visitors|houseguest|lover|hubby|gf|godson|goddaughter|stepchildren|caseworker|sponsor|in - laws|in laws|inlaws|girlfriends>',
      '<ex|late|former|current|new|male|female|sexual|sex|recent|life|domestic> <- >? <husband|wife|spouse|partner|partners|boyfriend|girlfriend>',
      'partners', '<her|his|their|pt|patient>? <mother|father|brother|sister|son|daughter|sibling|parent|mom|dad|grandmother|parents> <- >? in <- >? law', '<mil|fil|bil|sil|dil>',
      '<step|foster|adoptive|adopted|god> <- >? <mother|father|mom|dad|brother|sister|son|daughter|sibling|parent|parents|child|children|kid|kids|mum|siblings|bro|sis>',
      '<stepmother|stepfather|stepmom|stepdad|stepbrother|stepsister|stepson|stepdaughter|stepchild|godmother|godfather>',
      '<her|his|their|pt|patient>? <son|daughter|brother|sister|cousin|nephew|niece|uncle|aunt|father|mother|dad|mom> <wife|husband|girlfriend|boyfriend|partner|fiance|fiancee|friend|roommate|spouse|classmate|teacher>',
      '<husband|wife|spouse|partner|boyfriend|girlfriend|friend|roommate|fiance|coworker> <mother|father|mom|dad|brother|sister|son|daughter|family|parents|grandmother|cousin|sibling>',
      'contact <with|w /|at|in|:>', 'contacts <with|w /|at|in|:>', '<exposed|exposure|exposures> to',
      '<source|index|other|another|different|wrong|prior|previous> <patient|pt|case|person|individual|chart|pts>',
      '<fob|father of baby|father of the baby|father of her baby|father of child|father of the child>', '<her|the>? <baby|child|unborn child> <father|dad|daddy>',
      '<several|other|multiple|some|many|few> <kids|children|students|people|residents|patients|pts|employees|customers> <with|w /|who|have|had|out|were|are>', '<sexual|needle|recent|casual> <contact|contacts> <with|w />?', '<kid|kids|child|children|student|students|someone|somebody|people|others|person|resident|residents|staff|worker|infant|peer|peers> <at|in|on> <school|daycare|day care|work|church|camp|class|the class|facility|her class|his class|group home|the home|dorm|gym>',
      '<classroom|daycare|school|facility|dorm|household|camp|nursing home|work> <outbreak|exposure|cases|case> <of|to>?', 'outbreak of', 'going around',
      '<students|student|somebody|someone|another child|another kid|other child|one child|passenger|another resident|cellmate|bunkmate|peer|client|customer|inmate|guest|caregiver|caretaker|teacher|tenant> <with|w /|who|has|had|who has|who had|tested|diagnosed|dx|dx \' d|dx with>',
      'student with', '<organ|kidney|liver|deceased|living|heart|lung|marrow|blood|egg|sperm> donor',
      '<dog|dogs|cat|cats|puppy|kitten|pet|horse|bird|hamster|animal|cow|goat|bat|raccoon|ferret|rabbit> <s >?<with|w /|has|had|having|who|being|is|was|were|diagnosed|dx|treated|tested|, which|which|, who|died|status|sick|also>',
      '<dog|cat|pet|horse|puppy|kitten>',
    ],
  },
  { kind: 'other-person', looks: 'ahead', reach: 'phrase', say: [
    '<a|some|another|the|one> <guy|man|woman|lady|girl|boy|kid|child|person|someone|client|customer|stranger|colleague> <who|that|with|w />',
    '<pt|patient|person|man|woman|lady> in <next|bed|other|adjacent|same> <bed|room|chair|ward|unit>?', 'next bed',
    '<household|church|team|club|staff|crew|squad|group|gym|community> <member|members>',
    '<teacher|teachers|coach|professor|pastor|supervisor|employer|employee|driver|tenant|instructor>',
    '<sick|close|household|recent|known|school|work|tb|family|daycare> <contact|contacts>',
    'other <driver|car|passenger|vehicle|child|player|boy|girl|kid>', '<driver|passenger> of other',
    '<travel|traveling|travelling|lunch|hiking> <companion|companions|partner>', 'companion',
    'co <- >? <resident|residents|inmate|habitant|workers|passenger>',
  ] },
  {
    kind: 'other-person', looks: 'back', reach: 'sentence', say: [
      '<belongs|belonging|pertains|refers|applies> to <another|a different|other|the other|wrong|pt in|patient in|the patient in|roommate>',
      '<belongs|belonging|pertains|refers|applies> to', '<another|different|wrong|other> <patient|pt|chart|person>', 'not this <patient|pt>',
      '<entered|charted|documented|filed> <in error|on wrong patient|on wrong pt|on wrong chart>', 'wrong <patient|pt|chart>',
    ],
  },
  { kind: 'other-person', looks: 'back', reach: 'list', say: [
    '<positive |pos |+ >?<source|index> <patient|pt|case|person|individual>', 'in <another|a different> <patient|pt|person>',
    '<going|went> around <school|work|daycare|the office|class|dorm|the house>?', 'outbreak', '<at|in> <daycare|school>',
  ] },
  { kind: 'other-person', looks: 'ahead', reach: 'sentence', say: [
    '<wrong|another|different|other> <patient|pt|chart> <: |with|w|who|has|had>?', '<wrong chart|wrong patient> note',
  ] },
  {
    kind: 'pseudo', disarms: 'person', say: [
      '<lives|living|live|lived|resides|stays|staying|home|here|accompanied|brought|brought in|bib|arrived|presents|seen|spoke|spoken|discussed|d / w|talked|met|meeting|speaking|confirmed|reviewed|shared|discussed plan|moved in|call|calls> <with|w /|by|from|to>',
      '<per|via|according to|hx from|history from|hx per|history per|history provided by|history obtained from|obtained from|collateral from|collateral per|info from|as per|translated by|updated|informed|called>',
      'lives <at home|independently>? <with|w />',
    ],
  },
  {
    kind: 'pseudo', say: [
      '<mother|father|mom|dad> <- >? to <- >? be', '<mother|father> of <1|2|3|4|5|one|two|three|four|five>',
      '<dog|cat|animal|insect|human|tick|bat|bug> <bite|bites|scratch|scratches|dander|allergy|allergies|hair|scratch disease>', 'bite from <dog|cat>',
      'cat <scan|3|2|1|5|scratch>', '<bitten|scratched|attacked|knocked over|knocked down> by <a|her|his|the|neighbor|neighbors>? <dog|cat|pet|horse|bat>',
      'walking <his|her|the>? dog', '<family|parent> <history|hx>? <reviewed|noncontributory|non - contributory|unknown>',
      'contact <precautions|dermatitis|lens|lenses|isolation|us|office|pcp|info|guard|assist|sports|allergy>', 'skin contact',
      '<family|friends and family> <support|friend|friendly|meeting|planning|medicine|therapy|physician|doctor|practice|conflict|stress|stressors|dynamics>',
      'loss of <mother|father|husband|wife|son|daughter|brother|sister|spouse|mom|dad>', 'twin <gestation|gestations|pregnancy|pregnancies|a|b>',
      'maternal <age|fetal|wishes|request|- fetal>', 'ex <- >? lap', 'partner <violence|abuse>',
      '<kids|children|dog|cat|pet> allergy', 'new partner', 'multiple partners', '<husband|wife> <vasectomy>',
    ],
  },
];

/** A relative followed by one of these tells about the patient: "Mom reports fever". */
export const INFORMANT: ReadonlySet<string> = new Set([
  'reports', 'reported', 'reporting', 'report', 'states', 'stated', 'state', 'says', 'said', 'say', 'notes', 'noted', 'notices', 'noticed', 'notice', 'denies', 'denied', 'deny', 'concerned', 'worried', 'worries', 'thinks', 'thought',
  'believes', 'feels', 'called', 'calls', 'calling', 'brought', 'brings', 'gave', 'giving', 'gives', 'present', 'wants', 'requests', 'requesting', 'describes', 'described', 'endorses', 'endorsed', 'informs', 'informed', 'confirms', 'confirmed', 'translating', 'translates',
  'interpreting', 'helps', 'helping', 'witnessed', 'saw', 'seen', 'observed', 'observes', 'adds', 'tells', 'told', 'complains', 'corroborates', 'mentions', 'mentioned', 'recalls', 'agrees', 'asks', 'asking', 'asked', 'expressed', 'expresses', 'verbalized', 'understands', 'aware', 'updated',
  'taught', 'counseled', 'educated', 'instructed', 'advised', 'here', 'bedside', 'accompanies', 'accompanied', 'accompanying', 'declines', 'declined', 'consented', 'consents', 'using', 'treating', 'tried', 'noticing', 'measured', 'checked', 'drove', 'found', 'insists', 'claims', 'admits', 'concern', 'concerns', 'worry', 'question', 'request', 'account', 'description', 'opinion', 'drives', 'took', 'takes', 'keeps', 'sent', 'picked', 'calls', 'desires', 'understand', 'who reports', 'who states',  'will', 'comforting', 'hears', 'heard', 'smelled', 'felt', 'questions', 'would', 'wonders', 'suspects', 'speaks', 'think', 'want', 'believe', 'know', 'recall', 'feel', 'agree', 'remember', 'endorse',
]);
