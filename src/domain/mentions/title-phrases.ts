import type { ConceptId } from '../model/index.ts';
import { dotted, type Tabular } from '../coding/tabular.ts';
import type { Phrase } from './lexicon.ts';
import { STOP_PHRASES } from './stop-phrases.ts';

/**
 * What the tabular list itself calls its codes, in the order in which a reading counts: titles, titles without their
 * *unspecified*, inclusion terms, and the same in other word orders. External causes (V–Y) are left out: their terms name
 * places and activities that every note mentions; so are poisonings by agent (T36–T65).
 * @param only the rows asked for; default: all
 */
export function titlePhrases(tabular: Tabular, only?: ReadonlySet<number>): Phrase[] {
  const phrases: Phrase[] = [];
  const titles = rowsBillableFirst(tabular).map((row): Wording => ({ row, spoken: spokenTitle(tabular.titles[row] ?? '', isInjury(tabular, row)) }));
  const terms = tabular.inclusionTerms.map((term, index): Wording => {
    const row = tabular.inclusionRows[index] ?? 0;
    return { row, spoken: names(tabular, row) && !isManifestation(tabular, row) ? spokenTitle(term, isInjury(tabular, row)) : [] };
  });
  const asked = (wordings: readonly Wording[]) => (only === undefined ? wordings : wordings.filter(({ row }) => only.has(row)));
  for (const wordings of [titles, terms].map(asked)) for (const { row, spoken } of wordings) addPhrases(phrases, tabular, row, spoken);
  for (const wordings of [titles, terms].map(asked)) for (const { row, spoken } of wordings) addPhrases(phrases, tabular, row, otherOrders(spoken.at(-1) ?? ''));
  return phrases;
}

interface Wording {
  readonly row: number;
  readonly spoken: readonly string[];
}

function addPhrases(phrases: Phrase[], tabular: Tabular, row: number, wordings: readonly string[]): void {
  if (wordings.length === 0) return;
  const code = dotted(tabular.codes[row] ?? '');
  const [concept, codes] = [`icd:${code}` as ConceptId, [code]];
  for (const words of wordings) if (!STOP_PHRASES.has(words.toLowerCase())) phrases.push({ words, concept, codes });
}

/** 726 titles stand twice (M10.9 and a header above, say): the code that can be reported comes first. */
function rowsBillableFirst(tabular: Tabular): number[] {
  const hasChildren = new Uint8Array(tabular.codes.length);
  tabular.parents.forEach((parent) => {
    if (parent >= 0) hasChildren[parent] = 1;
  });
  const all = tabular.codes.map((_, row) => row).filter((row) => names(tabular, row) && !isLong(tabular, row));
  return [...all.filter((row) => hasChildren[row] === 0), ...all.filter((row) => hasChildren[row] === 1)];
}

/** Neither an external cause nor a row of the table of drugs (T36–T65), whose words name the agent and the intent. */
function names(tabular: Tabular, row: number): boolean {
  const code = tabular.codes[row] ?? 'V';
  if (code >= 'T36' && code < 'T66') return false;
  return code < 'V' || code >= 'Z';
}

/** Past this no note says it in these words; of injuries, whose titles spell out every part, sooner. */
function isLong(tabular: Tabular, row: number): boolean {
  return (tabular.titles[row]?.length ?? 0) > (isInjury(tabular, row) ? 72 : 100);
}

/** Under *Glomerular disorders in diseases classified elsewhere* stands plain *Nephritis*: true only beside its cause. */
function isManifestation(tabular: Tabular, row: number): boolean {
  return (tabular.titles[row] ?? '').includes('classified elsewhere');
}

/** Where the site is all that tells one injury from another, *unspecified hip* is still a hip. */
function isInjury(tabular: Tabular, row: number): boolean {
  const letter = tabular.codes[row]?.[0];
  return letter === 'S' || letter === 'T';
}

/**
 * A title as a note would have it: without brackets, with and without parentheses, without *unspecified*, *NOS* and
 * *not elsewhere classified*. *Other …* names nothing, so it gives no phrase. The plainest wording comes last.
 */
export function spokenTitle(title: string, keepsSites: boolean): string[] {
  if (title.startsWith('Other ') || title.startsWith('other ') || title.endsWith(':')) return [];
  const bare = title.includes('[') ? title.replace(/ ?\[[^\]]*\]/g, '') : title;
  const hasAside = bare.includes('(');
  const core = hasAside ? bare.replace(/ ?\([^)]*\)/g, '').trim() : bare;
  const plain = withoutUnspecified(core, keepsSites);
  const found = [bare];
  if (hasAside) found.push(core);
  if (plain !== core && plain !== '') found.push(plain);
  if (plain.endsWith(', uncomplicated')) found.push(plain.slice(0, -', uncomplicated'.length));
  return found;
}

function withoutUnspecified(words: string, keepsSites: boolean): string {
  if (!/unspecified|NOS|NEC|elsewhere classified/i.test(words)) return words;
  return words
    .split(/, ?/)
    .map((part, index) => (index > 0 && !keepsSites && /^unspecified /i.test(part) ? '' : part))
    .map((part) => part.replace(/\bunspecified (?:(?:part|ligament|site|muscle|tendon|type|degree)s? (?:and tendons? )?of )?/gi, '').replace(/ ?\b(?:unspecified|NOS|NEC|not elsewhere classified)\b/gi, '').trim())
    .filter((part) => part !== '')
    .join(', ');
}

/** The same words as they are spoken: `right knee pain` for *Pain in right knee*, `colon cancer` for *Malignant neoplasm of colon*. */
export function otherOrders(plain: string): string[] {
  const found: string[] = [];
  const of = ORDERED.exec(plain);
  if (of) {
    const [, what = '', where = ''] = of;
    const kind = what.toLowerCase();
    if (kind === 'malignant neoplasm') found.push(`${where} cancer`, `cancer of ${where}`, `${where} carcinoma`, `carcinoma of ${where}`);
    else if (kind === 'secondary malignant neoplasm') found.push(`${where} metastasis`, `metastasis to ${where}`, `metastatic disease to ${where}`, `metastatic cancer to ${where}`);
    else if (TURNED.has(kind)) found.push(`${where} ${what}`);
  }
  const comma = plain.indexOf(', ');
  if (comma < 0 || plain.indexOf(', ', comma + 1) >= 0) return found;
  const [head, tail] = [plain.slice(0, comma), plain.slice(comma + 2)];
  if (tail.split(' ').length > 3 || DEPENDENT.test(tail)) return found;
  found.push(`${tail} ${head}`);
  const side = /^(right|left|bilateral)(?: side)?$/i.exec(tail)?.[1];
  if (side !== undefined) found.push(`${side} ${head}`, `${head} ${side}`);
  return found;
}

const ORDERED = /^([A-Z][a-z ]{3,30}?) (?:of|in) (?:the )?([^,]+)$/;
/** What is said after its site as well: *kidney stone*, *knee pain*. */
const TURNED: ReadonlySet<string> = new Set([
  'pain', 'fracture', 'sprain', 'strain', 'contusion', 'abrasion', 'laceration', 'cyst', 'abscess', 'cellulitis', 'ulcer', 'stenosis', 'atrophy', 'hypertrophy', 'prolapse',
  'perforation', 'polyp', 'calculus', 'stricture', 'obstruction', 'dislocation', 'infection', 'stiffness', 'effusion', 'swelling', 'disorder', 'deformity', 'contracture', 'disease',
  'osteomyelitis', 'carbuncle', 'furuncle', 'embolism', 'thrombosis', 'aneurysm', 'dissection', 'rupture', 'hemorrhage', 'ulceration', 'neoplasm', 'benign neoplasm', 'foreign body',
  'open wound', 'burn', 'corrosion', 'carcinoma in situ', 'edema', 'unilateral primary osteoarthritis', 'bilateral primary osteoarthritis',
]);
const DEPENDENT = /^(?:with|without|not|in|due|initial|subsequent|sequela|or|and|as|adult|other|except|following|during|single|multiple|affecting)\b/i;
