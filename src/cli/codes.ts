import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportError } from '../knowledge/import/import-error.ts';
import { importRelease, type ImportedFiles } from '../knowledge/node/import/import-release.ts';
import { UsageError, type Command, type Streams } from './command.ts';

export const codes: Command = {
  name: 'codes',
  summary: 'import: an ICD-10-CM release from its official files',
  help: `
countersign codes import FILE… [--out FILE] [--release FY2028] [--despite-oracle]

FILE is a file, a folder or a zip as CMS and CDC/NCHS publish them, under either's names:
  order file          icd10cm_order_2027.txt, icd10cm-order-April-2026.txt
  tabular list        icd10cm_tabular_2027.xml, icd10cm-tabular-2027.xml
  index               icd10cm_index_2027.xml, icd10cm-index-2027.xml
  codes list          icd10cm_codes_2027.txt
  order addenda       icd10cm_order_addenda_2027.txt, on the order file of the year before (or the shipped release)
The order file or the tabular list is needed; with both, each checks the other.
  --out FILE         default: icd10cm-<release>.bin.gz here
  --release FY2028   where neither the files nor their names say it
  --despite-oracle   write although the counts are not those that CMS published for the release
One line comes out: {"release","validFrom","validTo","knownBy","counts","oracle","checks","sources":[{"file","kind","sha256"}],"left","asset":{"file","bytes","sha256"}}
Nothing is written when a file is cut short, of another release or of another kind. Licensed packs (CPT, SNOMED CT …) are not taken.
Use it: countersign lookup --codes FILE, or COUNTERSIGN_CODES=FILE.`,
  async run(args, streams) {
    const [action, ...rest] = args;
    if (action !== 'import') throw new UsageError(`Say what to do with codes: import${action === undefined ? '' : ` (not "${action}")`}.`);
    const { files, options } = readCall(rest);
    try {
      return await importFiles(files, options, streams);
    } catch (failure) {
      if (!(failure instanceof ImportError)) throw failure;
      streams.errors.write(`${failure.message}\nNothing was written.\n`);
      return 1;
    }
  },
};

interface Options {
  readonly out: string | undefined;
  readonly year: number | null;
  readonly despiteOracle: boolean;
}

/** @throws UsageError */
function readCall(args: readonly string[]): { readonly files: readonly string[]; readonly options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true, strict: true,
      options: { out: { type: 'string' }, release: { type: 'string' }, 'despite-oracle': { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new Error('Name the files to import.');
    const [, year] = /^(?:FY)?(20\d\d)$/i.exec(values.release ?? '') ?? [];
    if (values.release !== undefined && year === undefined) throw new Error('--release is a fiscal year, written FY2028.');
    return { files: positionals, options: { out: values.out, year: year === undefined ? null : Number(year), despiteOracle: values['despite-oracle'] } };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'The options could not be read.', { cause });
  }
}

async function importFiles(files: readonly string[], { out, year, despiteOracle }: Options, { output, errors }: Streams): Promise<number> {
  const imported = await importRelease(files, year);
  const { identity: { release, validFrom, validTo, knownBy }, counts, oracle, checks, sources, left, asset } = imported;
  for (const why of left) errors.write(`Left out: ${why}\n`);
  errors.write(`${oracle.says === 'match' ? 'Counts match' : oracle.says === 'differs' ? 'Counts differ' : 'Counts cannot be checked'}: ${oracle.why}\n`);
  if (knownBy !== 'content') errors.write(`That this is ${release} is known from ${knownBy === 'name' ? 'file names' : '--release'} only.\n`);
  const isRefused = oracle.says === 'differs' && !despiteOracle;
  const file = out ?? `icd10cm-${release.toLowerCase()}${validFrom.endsWith('-04-01') ? '-april' : ''}.bin.gz`;
  if (isRefused) errors.write('Nothing was written. If you know that the counts are right, say --despite-oracle.\n');
  else await writeWhole(file, imported);
  const written = isRefused ? null : { file, bytes: asset.bytes.length, sha256: asset.sha256 };
  output.write(`${JSON.stringify({ release, validFrom, validTo, knownBy, counts, oracle, checks, sources, left, asset: written })}\n`);
  return isRefused ? 1 : 0;
}

/** Whole or not at all: whoever reads the file meanwhile finds the one before. */
async function writeWhole(file: string, { asset }: ImportedFiles): Promise<void> {
  const draft = `${resolve(file)}.${process.pid}.part`;
  try {
    await writeFile(draft, asset.bytes);
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new ImportError(`${file} cannot be written. Choose another place with --out.`, { cause });
  }
}
