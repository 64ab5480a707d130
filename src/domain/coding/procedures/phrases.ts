import { groupedBy } from './grouped.ts';

/**
 * A regular expression over phrases parted by bars, longest first, whole words, in any case; between two words of a phrase any blank, hyphen or slash.
 * The phrases are our tables': letters, digits, and marks that mean themselves.
 */
export function anyOf(say: string): RegExp {
  const phrases = say.split('|').filter((phrase) => phrase !== '').toSorted((a, b) => b.length - a.length);
  const branches = [...groupedBy(phrases, (phrase) => phrase.slice(0, 2))].map(([letters, group]) => `(?=${escaped(letters)})(?:${group.map(escaped).join('|')})`);
  const first = [...new Set(phrases.map((phrase) => phrase.charAt(0)))].join('');
  return new RegExp(`(?<![a-z0-9])(?=[${first}])(?:${branches.join('|')})(?![a-z0-9])`, 'gi');
}

function escaped(phrase: string): string {
  return phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('[\\s/-]{1,3}');
}

/** As a table's phrases are compared: lower case, one blank for blanks, hyphens and slashes. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[\s/-]+/g, ' ');
}
