import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The files of a zip archive that can be held in memory (stored or deflated, no zip64, no encryption).
 * @throws Error when the archive is not one, or uses what is not read here.
 * Authority: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('Not a zip archive: no end-of-central-directory record.');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('The zip archive is damaged: central directory entry expected.');
    const [nameLength, extraLength, commentLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, readEntry(archive, at, name));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function readEntry(archive: Buffer, at: number, name: string): Buffer {
  const [flags, method, checksum, size, local] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
  if (flags & 1) throw new Error(`${name}: encrypted entries are not read.`);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const body = archive.subarray(start, start + size);
  if (method !== 0 && method !== 8) throw new Error(`${name}: compression method ${method} is not read.`);
  const content = method === 0 ? body : inflateRawSync(body, { maxOutputLength: LARGEST });
  if (crc32(content) !== checksum) throw new Error(`${name}: the content is not what the archive's checksum says.`);
  return content;
}

/** No official file comes near it. In bytes. */
const LARGEST = 256 * 1024 * 1024;
