/** Writes the container that `src/knowledge/planes.ts` reads. */
export function writePlanes(header: Record<string, unknown>, planes: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ ...header, planes: planes.map(([name, bytes]) => [name, bytes.length]) }));
  const parts = [Uint8Array.of(head.length & 0xff, (head.length >> 8) & 0xff, (head.length >> 16) & 0xff, head.length >>> 24), head, ...planes.map(([, bytes]) => bytes)];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function writeLines(lines: readonly string[]): Uint8Array {
  const broken = lines.find((line) => line.includes('\n'));
  if (broken !== undefined) throw new Error(`A line break inside "${broken}" would shift every later line.`);
  return new TextEncoder().encode(lines.join('\n'));
}

export function writeFrontCoded(strings: readonly string[]): { kept: Uint8Array; rest: Uint8Array } {
  let last = '';
  const kept = new Uint8Array(strings.length);
  const rest = strings.map((text, index) => {
    const shared = sharedStart(last, text);
    kept[index] = shared;
    last = text;
    return text.slice(shared);
  });
  return { kept, rest: writeLines(rest) };
}

export function writeWide(numbers: readonly number[]): Uint8Array {
  const plane = new Uint8Array(numbers.length * 2);
  numbers.forEach((number, index) => {
    if (number < 0 || number > 0xffff) throw new Error(`${number} does not fit in two bytes.`);
    plane[index] = number & 0xff;
    plane[numbers.length + index] = number >> 8;
  });
  return plane;
}

/** Seven bits a byte, the lowest first; bit 7 says that more follow. */
export function writeNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    if (number < 0 || number >= 1 << 28) throw new Error(`${number} does not fit in 28 bits.`);
    let left = number;
    for (; left > 0x7f; left >>= 7) bytes.push((left & 0x7f) | 0x80);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}
