/**
 * One form for the spellings and numbers of a word: American for British, singular for plural. Not a dictionary form:
 * both sides of a comparison go through it, so it only has to be the same for words that mean the same.
 * Takes a token's `norm`.
 */
export function wordForm(norm: string): string {
  if (norm.length < 4 || KEPT.has(norm)) return norm;
  return american(singular(norm));
}

/** True of the plural of another word. Takes a token's `norm`. */
export function isPlural(norm: string): boolean {
  return norm.length >= 4 && !KEPT.has(norm) && singular(norm) !== norm;
}

/** Singular-looking words that would change their sense, or whose end is no plural. */
const KEPT = new Set(['aids', 'ards', 'sirs', 'pots', 'crps', 'mcas', 'melas', 'luts', 'ascus', 'does', 'this', 'has', 'was', 'mers', 'sars', 'diabetes', 'herpes', 'rabies', 'scabies', 'caries', 'series', 'species', 'dies', 'lens', 'feces', 'menses', 'mumps', 'pubes', 'yaws', 'shingles', 'hives']);

const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries({
  metastases: 'metastasis', diagnoses: 'diagnosis', calculi: 'calculus', fungi: 'fungus', vertebrae: 'vertebra', bacteria: 'bacterium', diverticula: 'diverticulum',
  feet: 'foot', teeth: 'tooth', men: 'man', women: 'woman', emboli: 'embolus', thrombi: 'thrombus', appendices: 'appendix', septa: 'septum', nevi: 'nevus', naevi: 'nevus',
  bursae: 'bursa', fistulae: 'fistula', bullae: 'bulla', scapulae: 'scapula', laminae: 'lamina', maxillae: 'maxilla', conjunctivae: 'conjunctiva', corneae: 'cornea', cicatrices: 'cicatrix', bronchi: 'bronchus', foci: 'focus', alveoli: 'alveolus',
  children: 'child', lice: 'louse', apices: 'apex', cortices: 'cortex', ganglia: 'ganglion', crises: 'crisis', pelves: 'pelvis', testes: 'testis', knives: 'knife', halves: 'half', wolves: 'wolf',
}));

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.endsWith('omata')) return word.slice(0, -2);
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('oses') && word.length > 5) return `${word.slice(0, -2)}is`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Spellings that no rule tells. */
const SPELLED: ReadonlyMap<string, string> = new Map(Object.entries({ disk: 'disc', neurone: 'neuron', ageing: 'aging', hiccough: 'hiccup' }));

function american(word: string): string {
  const spelled = SPELLED.get(word);
  if (spelled !== undefined) return spelled;
  if (word.length < 6) return word.endsWith('bre') || word.endsWith('tre') ? `${word.slice(0, -2)}er` : word;
  let form = word;
  if (form.includes('ae') || form.includes('oe')) form = form.replace(/[ao]e/g, 'e');
  if (form.includes('our')) form = form.replace(/our(?=$|al$|ed$)/, 'or');
  if (form.includes('is')) form = form.replace(/is(?=e$|ed$|ing$|ation$)/, 'iz');
  if (form.includes('ys')) form = form.replace(/lys(?=e$|ed$|ing$)/, 'lyz');
  if (form.includes('ll')) form = form.replace(/ll(?=ing$|ed$)/, 'l');
  if (form.includes('sulph')) form = form.replace('sulph', 'sulf');
  return /[bt]re$/.test(form) ? `${form.slice(0, -2)}er` : form;
}

/** Words that may stand inside a phrase without changing what it names: `carcinoma of the breast`. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(['of', 'the']);

/** A Roman numeral after one of these is a number: `type II`, `stage IV`; `IV` alone is not. */
const NUMBERED: ReadonlySet<string> = new Set(['type', 'stage', 'grade', 'class', 'bipolar', 'group', 'dm', 'nyha', 'degree', 'killip', 'factor']);
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', iiia: '3a', iiib: '3b', vi: '6', vii: '7', viii: '8', ix: '9' };

/** `norm` as it reads after `previous` (a norm, or null at the start): Roman numerals as digits where a number is meant. */
export function numeralForm(norm: string, previous: string | null): string {
  return previous !== null && norm.length <= 4 && NUMBERED.has(previous) ? (ROMAN[norm] ?? norm) : norm;
}
