/**
 * 64 bits of the words as 16 hexadecimal digits, to know them again: enough to tell the sentences of one patient's notes apart.
 * Two 32-bit lanes, each unit multiplied in and all of them stirred at the end, as MurmurHash3 does (Appleby). Not for secrets or signatures.
 */
export function hashOfWords(words: string): string {
  let [one, two] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    one = Math.imul(one ^ unit, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    two = Math.imul(two ^ unit, 0x1b873593);
    two = (two << 13) | (two >>> 19);
  }
  one ^= words.length;
  two ^= words.length;
  return digits(stirred(one ^ (two >>> 7))) + digits(stirred(two ^ (one >>> 9)));
}

/** MurmurHash3's last step: every bit of the input touches every bit of the result. */
function stirred(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function digits(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
