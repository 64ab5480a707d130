/**
 * True of a word that is put together from Greek and Latin parts alone, as clinical words are: *photo-dermat-itis*. Such a word is right
 * as it is, though no table has it, and no slip of the pen for another that is built alike (*photo-kerat-itis*).
 * Work is bounded by the length of the word, 28 letters at most.
 */
export function isPutTogether(word: string): boolean {
  const end = ENDS.find((one) => word.endsWith(one) && word.length > one.length);
  if (end === undefined || word.length > LONGEST) return false;
  const stem = word.slice(0, -end.length);
  const reached = new Uint8Array(stem.length + 1);
  reached[0] = 1;
  for (let from = 0; from < stem.length; from++) {
    if (reached[from] === 0) continue;
    for (let to = from + SHORTEST; to <= stem.length && to - from <= LONGEST_PART; to++) if (PARTS.has(stem.slice(from, to))) markBeyond(stem, to, reached);
  }
  return reached[stem.length] === 1;
}

const LONGEST = 28;
const SHORTEST = 2;
const LONGEST_PART = 12;

/** A vowel may join two parts: *photo-dermat-o-…*. */
function markBeyond(stem: string, to: number, reached: Uint8Array): void {
  reached[to] = 1;
  if (to < stem.length && 'oiay'.includes(stem[to]!)) reached[to + 1] = 1;
}

/** An end before what it ends with itself. */
const ENDS = ['lithiasis', 'malacia', 'ectasis', 'ectasia', 'megaly', 'sclerosis', 'stenosis', 'plasia', 'trophy', 'pathy', 'algia', 'rrhea', 'rrhagia', 'cytosis', 'penia', 'uria', 'emia', 'itis', 'osis', 'iasis', 'esis', 'oma', 'ism', 'ia'];

/** Roots and beginnings of clinical words, without the vowel that joins them. */
const PARTS: ReadonlySet<string> = new Set([
  'abdomin', 'acanth', 'acid', 'acr', 'actin', 'aden', 'adip', 'adren', 'aer', 'alb', 'albumin', 'alg', 'amin', 'amyl', 'an', 'andr', 'angi', 'ankyl', 'anthrac', 'aort', 'append', 'arachn', 'arteri', 'arthr', 'aspergill', 'astr', 'ather', 'atri', 'audi', 'aur', 'aut', 'axill', 'azot',
  'bacter', 'balan', 'bar', 'bil', 'bili', 'blast', 'blephar', 'brachi', 'brady', 'bronch', 'bronchiol', 'burs',
  'calc', 'calcin', 'cali', 'candid', 'capill', 'carcin', 'cardi', 'carp', 'cephal', 'cerebell', 'cerebr', 'cervic', 'chalc', 'cheil', 'chlor', 'chol', 'cholangi', 'cholecyst', 'choledoch', 'cholester', 'chondr', 'chori', 'choroid', 'chrom', 'chylo', 'chyl', 'cirrh', 'coagul', 'cocc', 'coccidioid', 'col', 'colp', 'condyl', 'coni', 'conjunctiv', 'cor', 'corne', 'cost', 'crani', 'creatin', 'cry', 'crypt', 'cutane', 'cyan', 'cycl', 'cyst', 'cyt',
  'dacry', 'dacryocyst', 'dent', 'derm', 'dermat', 'dextr', 'dipl', 'diverticul', 'dors', 'duoden', 'dyn', 'dys',
  'ect', 'electr', 'embry', 'emphys', 'encephal', 'end', 'endo', 'endocardi', 'endocrin', 'endometri', 'enter', 'eosin', 'ependym', 'epi', 'epididym', 'erythr', 'esophag', 'esthesi', 'ethm', 'eu', 'ex',
  'faci', 'fasci', 'febr', 'femor', 'fibr', 'fibromyal', 'fluor', 'follicul', 'fung', 'fuc',
  'galact', 'gangli', 'gastr', 'gen', 'genit', 'gingiv', 'gli', 'glomerul', 'gloss', 'gluc', 'glutam', 'glyc', 'gnath', 'gonad', 'gon', 'granul', 'gryph', 'gyn', 'gynec',
  'hem', 'hemangi', 'hemat', 'hepat', 'herni', 'heter', 'hidr', 'hidraden', 'hist', 'homocystein', 'hom', 'hy', 'hyal', 'hydr', 'hygr', 'hyp', 'hyper', 'hypo', 'hyster',
  'ichthy', 'ile', 'ili', 'immun', 'in', 'insulin', 'inter', 'intra', 'ir', 'isch', 'ischi', 'is',
  'jejun', 'kal', 'kary', 'kel', 'kerat', 'ket', 'ketos', 'kin', 'kyph',
  'labyrinth', 'lacrim', 'lact', 'lamin', 'lapar', 'laryng', 'leiomy', 'lept', 'leuc', 'leuk', 'lien', 'lingu', 'lip', 'lipid', 'lith', 'lob', 'lord', 'lumb', 'lute', 'lymph', 'lymphaden', 'lymphangi', 'lys',
  'macr', 'magnes', 'mal', 'mamm', 'mast', 'mastoid', 'maxill', 'medi', 'mediastin', 'megal', 'melan', 'men', 'mening', 'ment', 'mes', 'meta', 'metr', 'micr', 'mon', 'morph', 'muc', 'mult', 'mut', 'my', 'myc', 'myel', 'myelin', 'myring', 'myx',
  'narc', 'nas', 'natr', 'necr', 'neo', 'nephr', 'neur', 'neutr', 'nod', 'noct',
  'ocul', 'odont', 'oligo', 'olig', 'omphal', 'onc', 'onych', 'oophor', 'ophthalm', 'opt', 'or', 'orchi', 'orchid', 'organ', 'oro', 'oss', 'oste', 'ot', 'ov', 'ox',
  'palat', 'pan', 'pancreat', 'papill', 'papul', 'par', 'para', 'parathyr', 'parot', 'patell', 'path', 'ped', 'pelv', 'pemphig', 'peri', 'pericardi', 'periton', 'phag', 'pharyng', 'phe', 'phleb', 'phon', 'phos', 'phosphat', 'phot', 'phren', 'pil', 'plasm', 'plasmacyt', 'plat', 'pleur', 'pneum', 'pneumon', 'pod', 'poikil', 'poli', 'poly', 'por', 'porphyr', 'prolactin', 'proct', 'prostat', 'prot', 'protein', 'prurit', 'pseud', 'psor', 'psych', 'ptyal', 'pulmon', 'pur', 'py', 'pyel', 'pyl', 'pyr',
  'rachi', 'radi', 'radicul', 'rect', 'ren', 'reticul', 'retin', 'retro', 'rhabd', 'rhabdomy', 'rheumat', 'rhin',
  'sacr', 'salping', 'sarc', 'scap', 'schist', 'schwann', 'scler', 'scoli', 'seb', 'semin', 'seps', 'sept', 'ser', 'sial', 'sider', 'sigmoid', 'sin', 'sinus', 'solen', 'son', 'spasm', 'sperm', 'spermat', 'splanchn', 'splen', 'spondyl', 'stat', 'steat', 'sten', 'stern', 'steth', 'stomat', 'strongyl', 'sud', 'sulc', 'syn', 'syncyt', 'syndesm', 'synovi', 'syphil', 'syring',
  'tachy', 'tars', 'tel', 'ten', 'tendin', 'tendon', 'tenosynovi', 'tens', 'terat', 'test', 'thalass', 'theli', 'thorac', 'thromb', 'thrombocyt', 'thym', 'thyr', 'thyroid', 'thyrotoxic', 'tibi', 'tonsil', 'top', 'tox', 'toxic', 'trache', 'trachel', 'trans', 'trich', 'trigon', 'trop', 'tub', 'tuber', 'tympan', 'typh', 'typhl',
  'ulcer', 'uln', 'ungu', 'ur', 'urethr', 'uret', 'ureter', 'uric', 'uter', 'uve', 'uvul',
  'vagin', 'valvul', 'vaginos', 'varic', 'vas', 'vascul', 'ven', 'ventricul', 'vertebr', 'vesic', 'vestibul', 'vir', 'visc', 'viscer', 'vitre', 'vol', 'vulv', 'vulvovagin',
  'xanth', 'xer', 'zo', 'zyg',
]);
