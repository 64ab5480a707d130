import type { ConceptId, Mention, Note, Section, Span } from '../model/index.ts';
import type { ReadNote } from './read-note.ts';

/** A vaccine by what it is against, by kind or by name. */
const VACCINE = /\b(?:(?:flu|influenza|tetanus|tdap|td|pneumonia|pneumococcal|covid(?:-19)?|shingles|zoster|hpv|hepatitis [ab]|rsv|mmr|varicella|meningococcal|polio|rabies|typhoid|routine|scheduled|seasonal|high[- ]dose|his|her|their|the) ){0,4}(?:vaccines?|vaccinations?|immuni[sz]ations?|flu shots?|(?:tetanus|covid|vaccine) boosters?)\b|\b(?:tdap|dtap|shingrix|prevnar|pneumovax|gardasil|pcv ?(?:13|15|20|21)|ppsv ?23|mmr|menacwy|fluzone)\b/i;
const GIVEN = /\b(?:receiv(?:e|es|ed|ing)|given|administer(?:ed|ing)?|gave|giving|gets?|got|provided)\b/i;
const HERE = /\b(?:today|in (?:the |our )?(?:office|clinic)|(?:at|during) (?:this|today['’]s) visit|this visit)\b/i;
/** Not given, or given elsewhere or another day. */
const NOT_HERE = /\b(?:declin\w+|refus\w+|defer\w*|if|unless|next|pharmacy|elsewhere|already|last|prior|previous(?:ly)?|not|never|ago|allerg\w+|reactions?)\b/i;
/** "Immunizations today: yellow fever (left arm), typhoid (right arm)." */
const LISTED = /\b(?:immuni[sz]ations?|vaccines|vaccinations) (?:given |administered )?(?:today|this visit)\s*:/i;
const IMMUNIZATION = 'Z23';

/**
 * A vaccine that the note says is given at this visit is an encounter for immunization (ICD-10-CM Guidelines I.C.21.c.2). The mention
 * is the vaccine's name, in place of mentions within it (tetanus is what it prevents). One that the lexicon found in the sentence stands.
 */
export function withImmunizations(mentions: Mention[], note: Note, read: ReadNote): Mention[] {
  if (!VACCINE.test(note.text)) return mentions;
  const known = new Set(mentions.filter(({ codes }) => codes[0] === IMMUNIZATION).map(({ sentence }) => sentence));
  const found = read.sentences.flatMap((sentence, index): Mention[] => {
    const named = known.has(index) ? null : givenHere(note.text.slice(sentence.start, sentence.end), sentence);
    return named === null ? [] : [mentionOf(named, note, read.sectionOf(index), index)];
  });
  if (found.length === 0) return mentions;
  const bySentence = new Map(found.map((one) => [one.sentence, one]));
  const isWithin = ({ start, end, sentence }: Mention): boolean => {
    const vaccine = bySentence.get(sentence);
    return vaccine !== undefined && start < vaccine.end && vaccine.start < end;
  };
  return [...mentions.filter((one) => !isWithin(one)), ...found].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function givenHere(words: string, sentence: Span): Span | null {
  if (!LISTED.test(words) && (!GIVEN.test(words) || !HERE.test(words))) return null;
  if (NOT_HERE.test(words)) return null;
  const vaccine = VACCINE.exec(words);
  return vaccine === null ? null : { start: sentence.start + vaccine.index, end: sentence.start + vaccine.index + vaccine[0].length };
}

function mentionOf({ start, end }: Span, note: Note, section: Section | null, sentence: number): Mention {
  return {
    note: note.id, start, end, text: note.text.slice(start, end), concept: 'syn:immunization encounter' as ConceptId, codes: [IMMUNIZATION], attributes: [],
    assertion: { status: 'present', recent: true, cues: [] }, section: section?.kind ?? null, sentence,
  };
}
