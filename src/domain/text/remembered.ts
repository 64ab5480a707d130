/**
 * What `make` gives for a word, worked out once while the word is remembered. Notes hold any number of words, misspelled and
 * invented ones too: at `most` all are forgotten, and those that notes are made of are soon known again.
 */
export function remembered<T extends string | number>(most: number, make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const own = copyOf(word);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}

/** A word cut out of a note would keep the whole note in memory. */
function copyOf(word: string): string {
  return word.split('').join('');
}
