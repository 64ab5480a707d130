import type { AnyRow } from '../cue-row.ts';

const UP_TO_A_YEAR = Array.from({ length: 52 }, (_, index) => index + 1).join('|');

/** Where the reach of a cue ends: contrast, a new clause with its own verb, an affirmation. */
export const SCOPE_ENDS: readonly AnyRow[] = [
  {
    kind: 'scope-end', ends: 'all', say: ['<but|however|although|though|nevertheless|whereas|notwithstanding|despite>', ';', 'in spite of', '→', '•', '▪', '◦', '●', '. .'],
  },
  // What is left out of a statement about somebody is still theirs: "the donor is fit apart from hypertension".
  {
    kind: 'scope-end', ends: ['negation', 'history', 'uncertainty', 'hypothetical'], say: [
      '<yet|except|otherwise|aside from|apart from|other than|save for|besides|still>', '<except|but|other than> for', 'which is', 'with the exception of',
    ],
  },
  {
    kind: 'scope-end', ends: ['negation', 'history', 'uncertainty', 'hypothetical'], say: [
      '<presents|presenting|presented|p / w|pw> <with|for|to|today>?', 'who <presents|presented|is here|comes in|was admitted|is admitted|now|has>',
      '<here|admitted|seen|referred|coming in> <for|with|w|today>', '<found|noted> to have',
      ', <reports|reported|endorses|complains of|complaining of|c / o|admits|admits to|notes|states|developed|develops|started|continues|remains|he|she|they|pt|patient|the patient|i|we|his|her|is|are|was|were|now|currently|today|so|therefore|then|which|who|had|has|have|having|on|here|came|found|admitted|suffered|sustained|underwent|doing|will|plan|start|given>',
      '<and|&> <is|was|are|were|has|had|have|he|she|they|pt|reports|endorses|complains of|now|currently|started|developed|presents|presented|continues|will|is here|here|admits|subsequently>',
      '<- |– |— > <will|continue|cont|start|plan|on|hold|stable|at goal|well controlled|controlled>',
      '<reports|endorses|complains of|complaining of|c / o|admits to|positive for|pos for|+ for|significant for active|acknowledges|affirms|does report|does have|does endorse|did have>',
      '<( + )|+ ve|+ +|+ + +|( pos )|( positive )|( yes )|( x )|[ x ]|☑|☒|✓|✔>', 'thus', 'hence',
    ],
  },
  { kind: 'scope-end', ends: ['negation', 'history', 'uncertainty', 'hypothetical', 'question'], say: ['¦'] },
  {
    kind: 'scope-end', ends: ['history'], undoes: true, say: [
      'still <needs|need|requires|requiring|uses|using|takes|taking|on|gets|has|having|bothers|bothering|troubles|troubling|symptomatic|active|present|there|an issue|a problem|uncontrolled|poorly controlled|not controlled|follows|followed|sees|seeing|attends|under|flares|wheezes|wheezing|treated|medicated>',
      '<persists|persisting|persisted|continues|continuing|ongoing|carried on|carrying on|present> <today|now|still|to this day|into adulthood|into adult life|into adolescence|into his teens|into her teens|in adulthood|since|as an adult|until now>', '<to this day|never outgrew|never outgrown|not outgrown|never grew out of it|never went away|never resolved|never left|lifelong|life - long|persisting|persistent into|never fully recovered|with ongoing|now chronic|and ongoing|remains active|remains symptomatic|has returned|now back|has relapsed|has recurred|now recurrent|now decompensated|now worse|now worsening|now flaring|flaring now|with current flare>',
    ],
  },
  // A course told in long sentences: what the patient has no history of, then why she came; what was ruled out, then what was found.
  {
    kind: 'scope-end', ends: ['negation', 'history', 'uncertainty', 'hypothetical', 'family'], say: [
      'of <interest|note|relevance> <who|that|and|with|presented|consulted|came|was|is>?', '<medical|relevant|significant|previous|past|personal|pathological|surgical> history <was|who>',
      'who <consulted|consults|came|comes|attended|attends|went|complained|suffered|developed|underwent|reported|was referred|was brought>', ', <consulted|consults|attended|presented|comes|referred>',
    ],
  },
  { kind: 'scope-end', ends: ['negation', 'uncertainty', 'hypothetical'], say: ['<was|were|is> <referred|admitted|hospitalized|brought|transferred|evaluated> <to|by|in|for|with>?'] },
  { kind: 'scope-end', ends: ['family'], say: ['<, |and |who > <was|were|is> <referred|admitted|hospitalized|brought|transferred|evaluated> <to|by|in|for|with>?', '<was|were|is> <brought|referred|transferred> <to|by|in|for|with>?'] },
  {
    kind: 'scope-end', ends: ['negation', 'uncertainty'], say: [
      '<and|&|,> <showed|shows|revealed|reveals|demonstrated|demonstrates|confirmed|disclosed|evidenced|identified|detected>', ', <highlighting|revealing|showing|evidencing|standing out>',
      '<known|drug|medication> allergies <,|diagnosed|treated|and|who>', '<medical|relevant|significant|previous|past|personal|pathological|surgical> <history|antecedents|background> <,|and under|under|diagnosed|treated>',
    ],
  },
  { kind: 'scope-end', ends: ['negation', 'history'], consequence: true, say: ['<c / b|complicated by>'] },
  { kind: 'scope-end', ends: ['history'], say: ['<and|, |but> <denies|denied|reports no|has no|no|without|negative for|neg for>', 'denies'] },
  // "No angina, 10 weeks after the infarction", "No AKI, creatinine 1.2 = her CKD 3a".
  { kind: 'scope-end', ends: ['negation'], say: [`, <one|two|three|four|five|six|eight|ten|several|${UP_TO_A_YEAR}> <day|days|week|weeks|month|months|year|years|wks|mos|yrs> <after|since|post|out from|status post|s / p>`, '='] },
  // A finding by its degree: "no midline tenderness, *marked* spasm".
  // "Was never ATN in my view: prerenal injury".
  { kind: 'scope-end', ends: ['negation'], say: ['in my <view|opinion|judgment|judgement|reading|estimation|mind> <:|,|->'] },
  { kind: 'scope-end', ends: ['negation'], say: [', <marked|pronounced|trace|slight|florid>'] },
  { kind: 'scope-end', ends: ['negation', 'history'], say: [
    '+', '<smoker|drinker|nonsmoker> <with|w />', ', <with|w|w /|due to|plus|some|only|mild|moderate|severe|occasional|positive|pos|intermittent>',
    '<secondary to|due to|2 / 2|d / t|because|because of|b / c|b / c of|as a result of|on account of|attributed to|in the setting of|i / s / o|iso|related to|caused by|owing to>',
    'who <is|was|has|had|had been|has been>', '<so|since|until|while|after> <she|he|pt|patient|they|the|his|her|last|starting|stopping|on>',
    '<now|currently> <with|w|w /|on|has|having|presenting|decompensated|reports|complains|c / o>?', 'today', 'treated as', '<so|thus|therefore>',
    'still <has|with|having>?', '<where|whose>', '<has|had> <persistent|ongoing|active|worsening|continued>', 'started on', 'continue', 'awaiting',
  ] },
  { kind: 'scope-end', ends: ['hypothetical', 'history', 'uncertainty'], say: ['<showed|shows|revealed|reveals|demonstrated|demonstrates|confirmed|confirms>', 'found to have'] },
  { kind: 'scope-end', ends: ['negation', 'history', 'uncertainty'], say: ['<if|unless|until|in case|in the event>', '<for fear of|to avoid|to prevent|in order to avoid|so as not to|lest>', '<given|due to|because of|d / t> <the|her|his|high|increased>? risk'] },
  { kind: 'scope-end', ends: ['hypothetical'], say: [
    ': <has|had|is having|reports|developed|now has|pt has|she has|he has|c / o|complains of>',
    '<in|for> <this|a|the> <patient|pt> with', '<given|due to|because of|d / t|in the setting of> <his|her|known|hx|history|recent|current>?',
    '<for|of|re> <known|his|her|their|her known|his known> <known>?',
  ] },
  { kind: 'scope-end', ends: ['family', 'other-person'], say: [
    '<, |and |& |but |so > <pt|patient|the patient|our pt|our patient|this pt|this patient|herself|himself>', '<our|this> <pt|patient>', ', <pt|patient|she|he|i|we|no|denies|here|now|presents|reports>',
    '<pt|patient|the patient> <denies|reports|has|is|with|w|presents|concerned|worried>', '<pt|patient> <herself|himself>', 'self', '<, |and |the |this |our |: ><infant|baby>', '<infant|baby> <is|has|was|now|did|does|had|boy|girl>',
  ] },
  { kind: 'scope-end', ends: ['uncertainty'], say: [
    '<given|in the setting of|i / s / o|on|treated with|tx with|s / p|because of|because|d / t|in a patient with|in pt with|with|w /|in> <known|his|her|hx of|history of|h / o>',
    ', <pt|patient|she|he|i|we|no|denies|reports|will|start|started|continue|given|as|s / p|on|which|plan>', 'because', 'given',
  ] },
];

/** "Chest pain? Yes": the answer asserts what it answers. */
export const ANSWERS: readonly AnyRow[] = [
  { kind: 'question', looks: 'back', reach: 'list', say: ['<? |: |- |= > <yes|y|+|( + )|positive|pos|present|endorses|reports|admits>'] },
];
