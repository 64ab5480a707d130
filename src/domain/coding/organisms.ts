/** How clinicians name the germ of an infection, and its code as the cause of a disease classified elsewhere (tabular B95–B97). The first that is said wins. */
export const ORGANISMS: readonly { readonly said: RegExp; readonly code: string }[] = [
  { said: /\b(?:MRSA|methicillin[- ]resistant staph\w*)/i, code: 'B95.62' },
  { said: /\b(?:MSSA|methicillin[- ](?:susceptible|sensitive) staph\w*|staph(?:ylococcus|\.)? aureus|s\. aureus)/i, code: 'B95.61' },
  { said: /\b(?:[Cc]oag(?:ulase)?[- ][Nn]egative [Ss]taph\w*|CoNS|[Ss]taph(?:ylococcus|\.)? (?:epidermidis|saprophyticus|lugdunensis)|[Ss]\. (?:epidermidis|saprophyticus))\b/, code: 'B95.7' },
  { said: /\b(?:group A strep\w*|strep(?:tococcus|\.)? pyogenes|s\. pyogenes)/i, code: 'B95.0' },
  { said: /\b(?:group B strep\w*|GBS|strep(?:tococcus|\.)? agalactiae)/i, code: 'B95.1' },
  { said: /\b(?:enterococc(?:us|al)\w*|VRE|e\. faecalis|e\. faecium)\b/i, code: 'B95.2' },
  { said: /\b(?:strep(?:tococcus|\.)? pneumoniae|s\. pneumoniae|pneumococc\w+)/i, code: 'B95.3' },
  { said: /\bklebsiella\b/i, code: 'B96.1' },
  { said: /\b(?:e\.? ?coli|escherichia coli)\b/i, code: 'B96.20' },
  { said: /\b(?:h\. influenzae|haemophilus influenzae)\b/i, code: 'B96.3' },
  { said: /\b(?:proteus|morganella)\b/i, code: 'B96.4' },
  { said: /\bpseudomonas\b/i, code: 'B96.5' },
  { said: /\bbacteroides\b/i, code: 'B96.6' },
  { said: /\bacinetobacter\b/i, code: 'B96.83' },
  { said: /\b(?:enterobacter|serratia|citrobacter|providencia)\b/i, code: 'B96.89' },
];

/** What such a germ resists, where its code does not say so (ICD-10-CM Guidelines I.C.1.c). */
export const RESISTANCES: readonly { readonly said: RegExp; readonly of: readonly string[]; readonly code: string }[] = [
  { said: /\b(?:VRE|vancomycin[- ]resistan\w+)\b/i, of: ['B95.2', 'B95.61'], code: 'Z16.21' },
  { said: /\b(?:ESBL|extended[- ]spectrum beta[- ]lactamase)\b/i, of: ['B96.1', 'B96.20', 'B96.4', 'B96.89'], code: 'Z16.12' },
  { said: /\b(?:CRE|KPC|carbapenem(?:ase)?[- ](?:resistan\w+|producing))\b/i, of: ['B96.1', 'B96.20', 'B96.4', 'B96.5', 'B96.83', 'B96.89'], code: 'Z16.13' },
  { said: /\b(?:MDR|multi-?drug[- ]resistan\w+|multiresistant)\b/i, of: ['B96.1', 'B96.20', 'B96.4', 'B96.5', 'B96.83', 'B96.89', 'B95.2'], code: 'Z16.24' },
  { said: /\b(?:fluoroquinolone|ciprofloxacin|levofloxacin|quinolone)[- ]resistan\w+/i, of: ['B96.1', 'B96.20', 'B96.4', 'B96.5', 'B96.89'], code: 'Z16.23' },
];

/** Infections at which the tabular list asks for the germ (use additional code, B95–B97), and whose own code does not name it. */
export const GERM_ASKED_FOR: readonly string[] = [
  'N10', 'N12', 'N15.1', 'N30', 'N34.1', 'N39.0', 'N41', 'N45', 'N49', 'N61', 'L02', 'L03', 'L04', 'L08', 'M86', 'M71.1', 'I33.0', 'I30.1', 'J86', 'K65', 'K61', 'K67', 'T81.4', 'T82.6', 'T82.7', 'T83.5', 'T84.5', 'T84.6', 'T84.7', 'T85.7', 'O23', 'H60.1', 'E11.628', 'H70.0', 'G06', 'J85',
];

/** Codes that name the germ themselves: it is not reported beside them (ICD-10-CM Guidelines I.C.1.e.1.a). */
export const NAMES_ITS_GERM: readonly { readonly germ: string; readonly in: readonly string[] }[] = [
  { germ: 'B95.62', in: ['J15.212', 'A41.02', 'A49.02'] },
  { germ: 'B95.61', in: ['J15.211', 'A41.01', 'A49.01', 'L00'] },
  { germ: 'B96.20', in: ['A41.51', 'J15.5', 'A49.8'] },
  { germ: 'B96.5', in: ['J15.1', 'A41.52'] },
  { germ: 'B96.1', in: ['J15.0'] },
  { germ: 'B95.3', in: ['J13', 'A40.3', 'G00.1'] },
  { germ: 'B95.0', in: ['J02.0', 'J03.0', 'A40.0', 'A46'] },
  { germ: 'B95.1', in: ['A40.1', 'J15.3'] },
  { germ: 'B95.2', in: ['A41.81'] },
  { germ: 'B96.3', in: ['J14', 'A41.3', 'G00.0'] },
];
