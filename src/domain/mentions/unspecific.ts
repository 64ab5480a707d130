import type { ConceptId, Mention, Note } from '../model/index.ts';
import { wordForm } from '../text/word-forms.ts';
import { assertSpan } from './assertion/assert.ts';
import type { ReadNote } from './read-note.ts';

/**
 * Words that name a condition without its site or cause, and the code that the Index gives them standing alone. In notes with
 * sections they are everyday words and are not looked for; in a course that is told they are findings (ICD-10-CM Index, main terms).
 */
const UNSPECIFIC: ReadonlyMap<string, string> = new Map(Object.entries({
  pain: 'R52', disease: 'R69', illness: 'R69', infection: 'B99.9', hemorrhage: 'R58', bleeding: 'R58', necrosis: 'I96', gangrene: 'I96', erythema: 'L53.9', erythematous: 'L53.9', edema: 'R60.9',
  thrombosis: 'I82.90', hepatitis: 'K75.9', cytomegalovirus: 'B25.9', cmv: 'B25.9', hiv: 'B20', scar: 'L90.5', granuloma: 'L92.9', anemia: 'D64.9', aneurysm: 'I72.9', shock: 'R57.9',
  neuropathy: 'G62.9', peritonitis: 'K65.9', arthritis: 'M19.90', cyanosis: 'R23.0', pruritus: 'L29.9', painful: 'R52', swelling: 'R60.9', hyperemia: 'R68.89', hyperemic: 'R68.89', burn: 'T30.0', colic: 'R10.83',
  adenopathy: 'R59.9', lymphadenopathy: 'R59.9', hyperbilirubinemia: 'E80.7',
  paresis: 'G83.9', thrombus: 'I82.90', smoking: 'F17.200',
}));

const UNSPECIFIC_CONCEPT = 'unspecific:';

export function isUnspecific(concept: ConceptId): boolean {
  return concept.startsWith(UNSPECIFIC_CONCEPT);
}

/** Those that no other mention holds, among the mentions of a note that tells a course; all in order of text. */
export function withUnspecific(mentions: readonly Mention[], note: Note, read: ReadNote): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  read.sentences.forEach((_, sentence) => {
    for (const { start, end, norm } of read.tokensOf(sentence)) {
      while (next < mentions.length && mentions[next]!.end <= start) all.push(mentions[next++]!);
      const code = UNSPECIFIC.get(norm) ?? UNSPECIFIC.get(wordForm(norm));
      if (code === undefined || (mentions[next]?.start ?? Infinity) < end) continue;
      all.push({
        note: note.id, start, end, text: note.text.slice(start, end), concept: `${UNSPECIFIC_CONCEPT}${norm}` as ConceptId, codes: [code], attributes: [],
        assertion: assertSpan({ start, end }, read.frame(sentence), { named: true }), section: read.sectionOf(sentence)?.kind ?? null, sentence,
      });
    }
  });
  return [...all, ...mentions.slice(next)];
}
