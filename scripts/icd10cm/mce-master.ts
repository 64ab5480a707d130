/** What the Medicare Code Editor holds of one diagnosis over some years. */
export interface MasterRow {
  /** Without the dot. */
  readonly code: string;
  /** First and last day, as the number YYYYMMDD. */
  readonly from: number;
  readonly through: number;
  readonly flags: readonly string[];
}

/** The table of ICD-10-CM diagnoses is the first of its kind: it begins with its mark, and has this many rows. */
const MARK = Buffer.from('DECM', 'latin1');
const ROWS = 85_122;
const ROW_SIZE = 24;

/**
 * The table as it lies in the package's file: mark, number of rows, offset of the first row, offset of the words. A row: code (8 bytes),
 * first day, last day, where its words begin, how many there are. Words end with a zero byte.
 * @throws Error where the file is not what was seen
 */
export function readMaster(file: Buffer): readonly MasterRow[] {
  const at = file.indexOf(MARK);
  if (at < 0 || file.readUInt32LE(at + 4) !== ROWS) throw new Error('The file has no table of diagnoses where one is expected.');
  const [first, words] = [at + file.readUInt32LE(at + 8), at + file.readUInt32LE(at + 12)];
  if (words !== first + ROWS * ROW_SIZE) throw new Error('The table of diagnoses has another shape than expected.');
  return Array.from({ length: ROWS }, (_, row) => {
    const start = first + row * ROW_SIZE;
    const code = file.toString('latin1', start, start + 8).replace(/\0+$/, '');
    return { code, from: file.readUInt32LE(start + 8), through: file.readUInt32LE(start + 12), flags: wordsAt(file, words + file.readUInt32LE(start + 16), file.readUInt32LE(start + 20)) };
  });
}

function wordsAt(file: Buffer, start: number, count: number): readonly string[] {
  const found: string[] = [];
  for (let at = start; found.length < count;) {
    const end = file.indexOf(0, at);
    found.push(file.toString('latin1', at, end));
    at = end + 1;
  }
  return found;
}
