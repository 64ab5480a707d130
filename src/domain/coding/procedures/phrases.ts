/**
 * A regular expression over phrases parted by bars, longest first, whole words, in any case; between two words of a phrase any blank, hyphen or slash.
 * The phrases are our tables': letters, digits, and marks that mean themselves.
 */
export function anyOf(say: string): RegExp {
  const phrases = say.split('|').filter((phrase) => phrase !== '').toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(phrase: string): string {
  return phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('[\\s/-]{1,3}');
}

/** As a table's phrases are compared: lower case, one blank for blanks, hyphens and slashes. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[\s/-]+/g, ' ');
}
