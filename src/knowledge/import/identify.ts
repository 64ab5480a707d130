import type { CalendarDate } from '../../domain/model/index.ts';
import { ImportError } from './import-error.ts';

/** What one file says of its fiscal year. */
export interface YearClaim {
  readonly file: string;
  /** By what stands in it: the XML's version, or codes that are exactly those of a known release. */
  readonly content: number | null;
  readonly name: number | null;
}

export interface ReleaseIdentity {
  readonly year: number;
  readonly release: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  /** `name`: nothing in the files says it. */
  readonly knownBy: 'content' | 'name' | 'option';
}

/** The fiscal year that a file or folder name speaks of; the last part counts before the folders. */
export function yearInName(path: string): number | null {
  for (const part of path.split('/').toReversed()) {
    const [found] = /(?<!\d)20[1-9]\d(?!\d)/.exec(part) ?? [];
    if (found !== undefined) return Number(found);
  }
  return null;
}

/**
 * Which release all files together are.
 * @param asked `--release`, as a fiscal year
 * @param isApril the names say that it is the April edition, in force from 1 April
 * @throws ImportError where they are of different releases, a name contradicts the content, or nothing says it
 */
export function identify(claims: readonly YearClaim[], asked: number | null, isApril: boolean): ReleaseIdentity {
  const contents = claims.filter(({ content }) => content !== null);
  const [first, ...others] = contents;
  const odd = others.find(({ content }) => content !== first?.content);
  if (first !== undefined && odd !== undefined) throw new ImportError(`The files are of two releases: ${first.file} is FY${first.content}, ${odd.file} is FY${odd.content}. Import one release at a time.`);
  const misnamed = claims.find(({ content, name }) => content !== null && name !== null && content !== name);
  if (misnamed !== undefined) throw new ImportError(`${misnamed.file} is named for ${misnamed.name}, but holds FY${misnamed.content}. Take the file as it was published.`);
  const names = claims.filter(({ name }) => name !== null);
  const byContent = first?.content ?? null;
  const [named] = names;
  const other = names.find(({ name }) => name !== (byContent ?? named?.name));
  if (other !== undefined) throw new ImportError(`The files are of two releases: ${other.file} is named for ${other.name}, the others are of ${byContent ?? named?.name}. Import one release at a time.`);
  const found = byContent ?? named?.name ?? null;
  if (asked !== null && found !== null && asked !== found) throw new ImportError(`--release says FY${asked}, but the files are of FY${found}.`);
  const year = found ?? asked;
  if (year === null) throw new ImportError('Neither the files nor their names say which release this is. Say it: --release FY2028.');
  return {
    year, release: `FY${year}`,
    validFrom: isApril ? `${year}-04-01` : `${year - 1}-10-01`,
    validTo: `${year}-09-30`,
    knownBy: byContent !== null ? 'content' : found !== null ? 'name' : 'option',
  };
}
