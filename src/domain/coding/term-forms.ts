import { tokenize } from '../text/tokens.ts';
import { wordForm } from '../text/word-forms.ts';
import { firstFrom } from './term-index.ts';

/**
 * The term, then what it says in other words or with less: with what stands after a comma put before it, without what is in
 * brackets, with the site as a noun, with its subtype as *type n*, as hereditary (a number at the end counts the genes of a hereditary disease),
 * without the number, without how it is inherited.
 */
export function plainerTerms(term: string): string[] {
  const bare = term.replace(/\s*[([][^)\]]*[)\]]/g, ' ').replace(/\s+/g, ' ').trim();
  const turned = /^([^,]+), ([^,]+)$/.exec(bare);
  const numbered = NUMBERED.exec(bare);
  const unnumbered = numbered?.groups?.['what'] ?? bare;
  const number = numbered?.groups?.['number'];
  const subtypes = number === undefined ? [] : [`${unnumbered} type ${number}`, `type ${number} ${unnumbered}`, ...(numbered?.groups?.['isType'] === undefined && /^\d/.test(number) ? HEREDITY.map((word) => `${word} ${unnumbered}`) : [])];
  const plain = unnumbered.replace(INHERITED, ' ').replace(/\s+/g, ' ').trim();
  const wordings = [term, bare, ...(turned ? [`${turned[2]} ${turned[1]}`] : []), withNouns(bare), ...subtypes, unnumbered, plain];
  return [...new Set(wordings)].filter((wording) => wording !== '');
}

const NUMBERED = /^(?<what>.+?),? (?:(?<isType>type|subtype|group|complementation group) )?(?:(?<number>\d+|[IVX]+)[A-Za-z]{0,2}|[A-Z]{1,2}\d*)$/;
const HEREDITY = ['hereditary', 'congenital', 'genetic'];
const INHERITED = /\b(?:autosomal (?:dominant|recessive)|X-linked(?: (?:dominant|recessive))?|familial|hereditary|inherited|congenital|susceptibility to|primary|isolated|idiopathic)\b/gi;

/** `mediastinal cancer` → `mediastinum cancer`: the tabular list names sites by their nouns. */
function withNouns(term: string): string {
  const tokens = tokenize(term);
  const nouns = tokens.map(({ norm }) => SITES.get(wordForm(norm)) ?? norm);
  return tokens.some(({ norm }, index) => nouns[index] !== norm && nouns[index] !== wordForm(norm)) ? nouns.join(' ') : term;
}

/** The book's words for malignancy, so that a cancer is not likened to a benign growth of the same site. */
export function inBookWords(term: string): string {
  if (/\bin situ\b/i.test(term)) return term;
  return term.replace(/\b(?:malignant tumou?rs?|cancers?|(?:adeno)?carcinomas?|malignanc(?:y|ies))\b/gi, 'malignant neoplasm').replace(/\btumou?rs?\b/gi, 'neoplasm');
}

/** A word of the index, and how surely it is meant: 1 for the form itself. */
export interface Reading {
  readonly word: number;
  readonly likeness: number;
}

/** What a word form may stand for among the sorted words of an index: itself, its noun or plainer name, else words that begin alike. */
export function alternatives(form: string, words: readonly string[]): Reading[] {
  const own = place(form, words);
  const named = (MEANS.get(form) ?? []).map((other) => place(other, words)).filter((word) => word >= 0);
  const found = [...(own >= 0 ? [{ word: own, likeness: 1 }] : []), ...named.map((word) => ({ word, likeness: 0.95 }))];
  return found.length > 0 ? found : beginAlike(form, words);
}

/** A spelling that no wording has: words that share all but the ending. */
function beginAlike(form: string, words: readonly string[]): Reading[] {
  if (form.length < 7) return [];
  const stem = form.slice(0, Math.max(6, form.length - 3));
  const found: Reading[] = [];
  for (let word = firstFrom(words, stem); word < words.length && words[word]!.startsWith(stem) && found.length < 20; word++) {
    if (Math.abs(words[word]!.length - form.length) <= 3) found.push({ word, likeness: 0.75 });
  }
  return found;
}

function place(form: string, words: readonly string[]): number {
  const at = firstFrom(words, form);
  return words[at] === form ? at : -1;
}

/** Adjectives of sites and kinds, and the nouns that the tabular list uses. */
const SITE_PAIRS = `
renal kidney | hepatic liver | pulmonary lung | gastric stomach | cardiac heart | cerebral brain | cutaneous skin | dermal skin | ovarian ovary | uterine uterus | colonic colon | rectal rectum
esophageal esophagus | pancreatic pancreas | prostatic prostate | testicular testis | vulvar vulva | vaginal vagina | laryngeal larynx | pharyngeal pharynx | tracheal trachea | bronchial bronchus
splenic spleen | mediastinal mediastinum | peritoneal peritoneum | pleural pleura | nasal nose | oral mouth | ocular eye | ophthalmic eye | retinal retina | corneal cornea | conjunctival conjunctiva
urethral urethra | ureteral ureter | vesical bladder | endometrial endometrium | penile penis | scrotal scrotum | duodenal duodenum | jejunal jejunum | ileal ileum | cecal cecum | anal anus
tonsillar tonsil | lingual tongue | gingival gum | palatal palate | thymic thymus | vertebral vertebra | spinal spine | cranial skull | femoral femur | tibial tibia | humeral humerus | meningeal meninges
cerebellar cerebellum | choroidal choroid | muscular muscle | neural nerve | vascular vessel | aortic aorta | mammary breast | hypothalamic hypothalamus | orbital orbit | pericardial pericardium
thoracic thorax | pelvic pelvis | umbilical umbilicus | omental omentum | mesenteric mesentery | tubal tube | ureteric ureter | appendiceal appendix | lymphatic lymph | scleral sclera | vitreal vitreous
`;

const OTHER_PAIRS = `
auditory ear | biliary bile | lacrimal gland | parathyroid gland | adrenal gland
cancer neoplasm | carcinoma neoplasm | adenocarcinoma neoplasm | tumor neoplasm | sarcoma neoplasm | malignancy neoplasm | adenoma neoplasm | disease disorder | disorder disease | syndrome disease | illness disease
dermatitis eczema | insufficiency failure | deficiency disorder | defect deficiency | dysplasia malformation | anomaly malformation | abnormality malformation | mycosis infection | infection disease | infectious infection
hypoplasia malformation | agenesis absence | aplasia absence | atresia absence | stone calculus | inflammation inflammatory | allergic allergy | parasitic infestation | degeneration degenerative
`;

const MEANS: ReadonlyMap<string, readonly string[]> = readPairs(`${SITE_PAIRS}|${OTHER_PAIRS}`);
const SITES: ReadonlyMap<string, string> = new Map([...readPairs(SITE_PAIRS)].map(([adjective, nouns]) => [adjective, nouns[0] ?? adjective]));

function readPairs(pairs: string): Map<string, string[]> {
  const means = new Map<string, string[]>();
  for (const pair of pairs.split(/[|\n]/).map((words) => words.trim()).filter((words) => words !== '')) {
    const [said = '', meant = ''] = pair.split(' ').map(wordForm);
    means.set(said, [...(means.get(said) ?? []), meant]);
  }
  return means;
}
