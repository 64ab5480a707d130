import { tokenize } from '../text/tokens.ts';
import type { CodeSet, Composer, Mention, Note } from '../model/index.ts';

/** "Specimen A, ascending colon polyp": the label under which a pathologist's diagnosis stands. */
const LABEL = /^[ \t]*(?:(?:specimens?|part|source|site|tissue|gross|procedure)\b|\(?[A-H1-9][.):])/i;
/** UTF-16 units before the diagnosis in which its label is looked for. */
const FARTHEST = 600;
const PLACES: ReadonlySet<string> = new Set(['site', 'laterality']);

/**
 * What a pathologist finds, on the site that the label of its specimen gives (ICD-10-CM Guidelines IV.K, I.B.2). The mention as it is in other notes, and
 * where the label says nothing that its codes tell apart.
 */
export function onItsSpecimen(mention: Mention, { type, text }: Note, composer: Composer, codeSet: CodeSet): Mention {
  const label = type === 'pathology' ? labelAbove(mention.start, text) : null;
  const [code] = mention.codes;
  if (label === null || code === undefined || mention.attributes.some(({ axis }) => axis === 'site')) return mention;
  const found = composer.attributesIn({ text: label.words, tokens: tokenize(label.words), concept: mention.concept, code }, codeSet).filter(({ axis }) => PLACES.has(axis));
  if (found.length === 0) return mention;
  const attributes = [...mention.attributes, ...found.map((one) => ({ ...one, start: one.start + label.start, end: one.end + label.start, reported: true }))];
  const [sited, ...others] = composer.refine(code, attributes, codeSet, mention.concept);
  return sited === undefined || sited === code || others.length > 0 ? mention : { ...mention, codes: [sited, ...mention.codes.slice(1)], attributes };
}

/** The nearest line above that is a label. */
function labelAbove(start: number, text: string): { readonly start: number; readonly words: string } | null {
  let end = text.lastIndexOf('\n', start - 1);
  while (end > Math.max(0, start - FARTHEST)) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const words = text.slice(line, end);
    if (LABEL.test(words)) return { start: line, words };
    end = line - 1;
  }
  return null;
}
