import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { decodeCore } from '../src/knowledge/core-asset.ts';
import { codesByRule, codesOf } from '../src/knowledge/import/by-rule.ts';
import { parseTabular } from '../src/knowledge/import/tabular-xml.ts';
import { readZip } from '../src/knowledge/node/import/zip.ts';
import { encodeShipped, RELEASES } from './icd10cm/core.ts';
import { FY2026, layerReleases, readChanges, type Change } from './icd10cm/releases.ts';
import { SOURCE } from './icd10cm/source.ts';

/** `npm run codes:compile -- --wheel FILE`: the pinned package's data → the committed core asset and its manifest. */
const ASSETS = resolve(import.meta.dirname, '../src/knowledge/assets');
const CHANGES = resolve(import.meta.dirname, 'icd10cm/fy2027-changes.tsv');

const { values } = parseArgs({ options: { wheel: { type: 'string' } } });
if (!values.wheel) throw new Error('Say which wheel: npm run codes:compile -- --wheel FILE (docs/code-set.md tells how to get it).');
compile(readFileSync(values.wheel));

function compile(wheel: Buffer): void {
  const hash = sha256(wheel);
  if (hash !== SOURCE.sha256) throw new Error(`This is not the pinned wheel: sha256 is ${hash}, expected ${SOURCE.sha256}.`);
  const files = readZip(wheel);
  const { nodes } = parseTabular(fileText(files, SOURCE.tabular));
  const listed = new Set(fileText(files, SOURCE.list).split(/\s+/).filter((line) => /^[A-Z][0-9A-Z]{2,6}$/.test(line)));
  checkParser(codesByRule(nodes), listed);
  const changesText = readFileSync(CHANGES, 'utf8');
  const changes = readChanges(changesText);
  const core = encodeShipped(layerReleases(nodes, changes));
  checkReleases(core, listed, changes);
  const packed = gzipSync(core, { level: 9 });
  mkdirSync(ASSETS, { recursive: true });
  writeFileSync(join(ASSETS, 'icd10cm-core.bin.gz'), packed);
  const manifest = {
    system: 'ICD-10-CM',
    licence: 'US Government work, public domain. Authors: National Center for Health Statistics (NCHS) and Centers for Medicare & Medicaid Services (CMS).',
    sources: [
      { what: 'FY2026 tabular list, April 2026 release', package: SOURCE.package, registry: SOURCE.registry, version: SOURCE.version, sha256: SOURCE.sha256, files: [SOURCE.tabular, SOURCE.list] },
      { what: 'FY2027 addenda (CMS/NCHS)', file: 'scripts/icd10cm/fy2027-changes.tsv', sha256: sha256(Buffer.from(changesText)) },
    ],
    releases: RELEASES.map(({ release, validFrom, validTo, counts }) => ({ release, validFrom, validTo, ...counts })),
    assets: [...otherAssets(), { file: 'icd10cm-core.bin.gz', bytes: packed.length, sha256: sha256(packed), unpackedBytes: core.length, unpackedSha256: sha256(core) }],
  };
  writeFileSync(join(ASSETS, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Wrote icd10cm-core.bin.gz: ${packed.length} bytes (${core.length} unpacked).`);
}

/** The lexicon's line is kept: `npm run lexicon:compile` writes it. */
function otherAssets(): { file: string }[] {
  const file = join(ASSETS, 'manifest.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { assets: { file: string }[] }).assets.filter((asset) => asset.file !== 'icd10cm-core.bin.gz');
}

/** The rule must make the published list, but for the S06 codes that a note takes away. */
function checkParser(byRule: ReadonlySet<string>, listed: ReadonlySet<string>): void {
  const extra = [...byRule].filter((code) => !listed.has(code));
  const strangers = extra.filter((code) => !/^S06.{2}[78][DS]$/.test(code));
  if (strangers.length > 0) throw new Error(`The tabular list makes codes that the code list does not have: ${strangers.slice(0, 10).join(' ')}`);
  console.log(`Parser oracle: ${byRule.size} codes by rule, ${byRule.size - extra.length} listed, ${extra.length} extra (all S06 ..7/..8 D/S).`);
  if (byRule.size !== 74_795 || extra.length !== 76) throw new Error('Parser oracle: expected 74795 codes by rule, 76 of them extra.');
}

/** What the asset gives back must be the published FY2026 list, and that list with the addenda applied. */
function checkReleases(core: Uint8Array, listed: ReadonlySet<string>, changes: readonly Change[]): void {
  const tabular = decodeCore(core);
  for (const { release, bit, counts } of RELEASES) {
    const { billable, headers } = codesOf(tabular, bit);
    const expected = bit === FY2026 ? new Map([...listed].map((code) => [code, null])) : withChanges(listed, changes);
    const missing = [...expected.keys()].filter((code) => !billable.has(code) && !headers.has(code));
    const extra = [...billable, ...headers].filter((code) => !expected.has(code));
    const wrong = [...expected].filter(([code, isBillable]) => isBillable !== null && isBillable !== billable.has(code)).map(([code]) => code);
    if (missing.length + extra.length + wrong.length > 0) throw new Error(`${release}: missing ${missing.slice(0, 5).join(' ')}, extra ${extra.slice(0, 5).join(' ')}, billable wrongly ${wrong.slice(0, 5).join(' ')}.`);
    if (billable.size !== counts.billable || headers.size !== counts.headers) throw new Error(`${release}: ${billable.size} billable and ${headers.size} headers, expected ${counts.billable} and ${counts.headers}.`);
    console.log(`${release}: ${billable.size} billable, ${headers.size} headers, equal to the published list.`);
  }
}

function withChanges(listed: ReadonlySet<string>, changes: readonly Change[]): Map<string, boolean | null> {
  const codes = new Map<string, boolean | null>([...listed].map((code) => [code, null]));
  for (const { kind, code, billable } of changes) {
    const plainCode = code.replace('.', '');
    if (kind === 'deleted') codes.delete(plainCode);
    else codes.set(plainCode, billable);
  }
  return codes;
}

function fileText(files: ReadonlyMap<string, Buffer>, name: string): string {
  const found = files.get(name);
  if (!found) throw new Error(`The wheel has no ${name}.`);
  return found.toString('utf8');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
