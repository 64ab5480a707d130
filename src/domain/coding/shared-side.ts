import type { Attribute, Mention } from '../model/index.ts';

/** UTF-16 units between two names that share a side. */
const LONGEST_JOIN = 25;
const JOINING = /^(?:,|\s|and|with|plus|as well as|a|an|the|associated|\/|&)*$/i;

/** For each mention the one before it, in its own sentence. */
export function precedingIn(mentions: readonly Mention[]): ReadonlyMap<Mention, Mention> {
  const preceding = new Map<Mention, Mention>();
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1];
    if (before !== undefined && before.sentence === mention.sentence && before.end <= mention.start) preceding.set(mention, before);
  });
  return preceding;
}

/**
 * The side of the name before, where this one has none and both are of one category and joined: "right knee ACL tear with medial meniscus
 * tear" (ICD-10-CM Guidelines I.B.13).
 */
export function sharedSide(mention: Mention, before: Mention | undefined, text: string): Attribute | null {
  if (before === undefined || mention.codes[0]?.slice(0, 3) !== before.codes[0]?.slice(0, 3) || mention.attributes.some(({ axis }) => axis === 'laterality')) return null;
  if (mention.start - before.end > LONGEST_JOIN || !JOINING.test(text.slice(before.end, mention.start))) return null;
  return before.attributes.find(({ axis, reported }) => axis === 'laterality' && reported) ?? null;
}
