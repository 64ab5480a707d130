/**
 * The container of the compiled assets: four bytes of header length (little endian), a JSON header that lists the planes
 * with their sizes, then the planes one after the other.
 */
export interface Planes {
  readonly header: Record<string, unknown>;
  readonly plane: (name: string) => Uint8Array;
  readonly has: (name: string) => boolean;
}

/** @throws Error when the bytes are not such a container or are cut short. */
export function readPlanes(bytes: Uint8Array): Planes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = bytes.byteLength < 4 ? 0 : view.getUint32(0, true);
  if (headerLength === 0 || headerLength + 4 > bytes.byteLength) throw new Error('The knowledge asset is not readable: no header.');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as { planes: [string, number][] } & Record<string, unknown>;
  const planes = new Map<string, Uint8Array>();
  let at = 4 + headerLength;
  for (const [name, size] of header.planes) {
    planes.set(name, bytes.subarray(at, at + size));
    at += size;
  }
  if (at !== bytes.byteLength) throw new Error('The knowledge asset is cut short or has grown.');
  return {
    header,
    has: (name) => planes.has(name),
    plane(name) {
      const found = planes.get(name);
      if (!found) throw new Error(`The knowledge asset has no plane "${name}".`);
      return found;
    },
  };
}

/** Lines of a plane. */
export function readLines(plane: Uint8Array): string[] {
  return plane.length === 0 ? [] : new TextDecoder().decode(plane).split('\n');
}

/** Strings that share a beginning with the one before: `kept` counts its UTF-16 units, `rest` follows. */
export function readFrontCoded(kept: Uint8Array, rest: Uint8Array): string[] {
  let last = '';
  return readLines(rest).map((suffix, index) => (last = last.slice(0, kept[index] ?? 0) + suffix));
}

/** Little-endian unsigned numbers below 65536, low bytes first as a plane, then the high bytes. */
export function readWide(plane: Uint8Array): Uint16Array {
  const count = plane.length / 2;
  const numbers = new Uint16Array(count);
  for (let index = 0; index < count; index++) numbers[index] = plane[index]! | (plane[count + index]! << 8);
  return numbers;
}

/** Unsigned numbers below 2^28, seven bits a byte, the lowest first; bit 7 says that more follow. */
export function readNumbers(plane: Uint8Array): Int32Array {
  const numbers = new Int32Array(plane.length);
  let count = 0;
  let [number, shift] = [0, 0];
  for (let at = 0; at < plane.length; at++) {
    const byte = plane[at]!;
    number |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    numbers[count++] = number;
    number = shift = 0;
  }
  return numbers.subarray(0, count);
}
