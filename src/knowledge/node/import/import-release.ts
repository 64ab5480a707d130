import { gzipSync } from 'node:zlib';
import { assemble, type Assembled, type Parsed, type Sources } from '../../import/assemble.ts';
import { yearInName } from '../../import/identify.ts';
import { ImportError } from '../../import/import-error.ts';
import { parseIndex, type IndexEntry } from '../../import/index-xml.ts';
import { readAddenda, readCodes, readOrder, type AddendaChange, type OrderRecord } from '../../import/order.ts';
import { kindOf, TAKEN, type SourceKind } from '../../import/recognise.ts';
import { parseTabular, type TabularXml } from '../../import/tabular-xml.ts';
import { textOf } from '../../import/text.ts';
import { decodeCore } from '../../core-asset.ts';
import { CORE_ASSET, readAsset } from '../index.ts';
import { readGiven, sha256, type GivenFile } from './files.ts';

export interface ImportedFiles extends Assembled {
  readonly sources: readonly { readonly file: string; readonly kind: SourceKind; readonly sha256: string }[];
  /** Files of folders and zips that are not taken, and why. */
  readonly left: readonly string[];
  /** Packed, as it is to be written. */
  readonly asset: { readonly bytes: Uint8Array; readonly sha256: string };
}

/**
 * One release from official files, folders or zips; nothing is written.
 * @param year of `--release`; null where none was given
 * @throws ImportError that says what is wrong with which file
 */
export async function importRelease(paths: readonly string[], year: number | null): Promise<ImportedFiles> {
  const { taken, left } = recognised(await readGiven(paths));
  if (taken.length === 0) throw new ImportError(`There is nothing to import. ${[...left, TAKEN].join(' ')}`);
  const isApril = taken.some(({ given }) => /april|(?:^|[-_/])apr(?:[-_]|\d)/i.test(given.name));
  const assembled = assemble(parsed(taken), decodeCore(await readAsset(CORE_ASSET)), { asked: year, isApril });
  const bytes = gzipSync(assembled.core, { level: 9 });
  return { ...assembled, sources: taken.map(({ given, kind }) => ({ file: given.name, kind, sha256: given.sha256 })), left, asset: { bytes, sha256: sha256(bytes) } };
}

interface Taken {
  readonly given: GivenFile;
  readonly kind: SourceKind;
  readonly text: string;
}

/** In a zip of CMS lie addenda texts and tables that nobody asked for: they are left, and named. */
function recognised(files: readonly GivenFile[]): { readonly taken: readonly Taken[]; readonly left: readonly string[] } {
  const taken: Taken[] = [];
  const left: string[] = [];
  const seen = new Set<string>();
  for (const given of files) {
    if (seen.has(given.sha256)) continue;
    seen.add(given.sha256);
    try {
      const text = textOf(given.bytes, given.name);
      const kind = kindOf(text, given.name);
      if (kind === 'table') left.push(`${given.name}: the tables of neoplasms and drugs are not used.`);
      else taken.push({ given, kind, text });
    } catch (failure) {
      if (given.asked || !(failure instanceof ImportError)) throw failure;
      left.push(failure.message);
    }
  }
  return { taken, left };
}

function parsed(taken: readonly Taken[]): Sources {
  const of = (kind: SourceKind) => taken.filter((one) => one.kind === kind);
  const only = <T>(kind: SourceKind, read: (one: Taken) => Parsed<T>): Parsed<T> | null => {
    const [first, second] = of(kind);
    if (first !== undefined && second !== undefined) throw new ImportError(`${first.given.name} and ${second.given.name} are the same kind of file with different contents. Import one release at a time.`);
    return first === undefined ? null : read(first);
  };
  return {
    order: only<readonly OrderRecord[]>('order', (one) => plain(one, readOrder(one.text, one.given.name))),
    codes: only<ReadonlyMap<string, string>>('codes', (one) => plain(one, readCodes(one.text, one.given.name))),
    addenda: only<readonly AddendaChange[]>('order-addenda', (one) => plain(one, readAddenda(one.text, one.given.name))),
    tabular: only<TabularXml>('tabular', (one) => {
      const value = readXml(one, parseTabular);
      return { ...plain(one, value), ownYear: yearOf(value.version) };
    }),
    indexes: of('index').map((one): Parsed<readonly IndexEntry[]> => {
      const { version, entries } = readXml(one, parseIndex);
      return { ...plain(one, entries), ownYear: yearOf(version) };
    }),
  };
}

function plain<T>({ given }: Taken, value: T): Parsed<T> {
  return { file: given.name, nameYear: yearInName(given.name), ownYear: null, value };
}

function readXml<T>({ given, text }: Taken, parse: (xml: string) => T): T {
  try {
    return parse(text);
  } catch (cause) {
    throw new ImportError(`${given.name}: ${cause instanceof Error ? cause.message : 'it cannot be read.'} The file may have been cut short.`, { cause });
  }
}

/** The XML's `<version>` is the fiscal year. */
function yearOf(version: string | null): number | null {
  const [year] = /20\d\d/.exec(version ?? '') ?? [];
  return year === undefined ? null : Number(year);
}
