import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Who may import whom. Everything else must be refused, in every form that an import has. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  knowledge: ['domain'],
  fhir: ['domain'],
  measures: ['domain'],
  app: ['domain', 'knowledge', 'fhir', 'measures', 'store'],
  worker: ['domain', 'knowledge', 'fhir', 'measures', 'store', 'app'],
  ui: ['domain', 'knowledge', 'fhir', 'measures', 'store', 'app', 'worker'],
  cli: ['domain', 'knowledge', 'fhir', 'measures', 'store', 'app'],
  sandbox: ['domain', 'fhir'],
};
const ROOMS = ['domain', 'knowledge', 'fhir', 'measures', 'store', 'app', 'worker', 'ui', 'sandbox', 'cli'];
const FORMS: Readonly<Record<string, (path: string) => string>> = {
  value: (path) => `import { thing } from '${path}';\nthing();\n`,
  type: (path) => `import type { Thing } from '${path}';\nexport type Mine = Thing;\n`,
  dynamic: (path) => `export const load = async () => import('${path}');\n`,
  're-export': (path) => `export * from '${path}';\n`,
};
const root = resolve(import.meta.dirname, '../../..');
const tree = mkdtempSync(join(tmpdir(), 'boundary-canary-'));

interface Canary { readonly file: string; readonly from: string; readonly to: string; readonly form: string; readonly allowed: boolean }

const canaries: Canary[] = Object.entries(MAY).flatMap(([from, allowed]) =>
  ROOMS.filter((to) => to !== from).flatMap((to) =>
    ['', 'deep/'].flatMap((folder) =>
      Object.keys(FORMS).map((form) => ({
        file: `src/${from}/${folder}canary-${to}-${form}.ts`, from, to, form, allowed: allowed.includes(to),
      })),
    ),
  ),
);

describe('the boundary check bites', () => {
  let complaints: ReadonlyMap<string, string>;

  beforeAll(() => {
    for (const canary of canaries) {
      const file = join(tree, canary.file);
      mkdirSync(dirname(file), { recursive: true });
      const up = canary.file.includes('/deep/') ? '../../' : '../';
      writeFileSync(file, FORMS[canary.form]!(`${up}${canary.to}/index.ts`));
    }
    cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
    complaints = lint();
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(canaries.filter((canary) => !canary.allowed))('$from must not import $to ($form, $file)', ({ file, from }) => {
    expect(complaints.get(file), 'a plain sentence that names the room').toContain(from === 'sandbox' ? 'product' : `${from}/`);
  });

  it('lets through what is allowed', () => {
    const refused = canaries.filter((canary) => canary.allowed && complaints.has(canary.file));
    expect(refused).toEqual([]);
  });

  it('keeps Node and FHIR libraries out of the domain', () => {
    writeFileSync(join(tree, 'src/domain/canary-node.ts'), `import { readFileSync } from 'node:fs';\nreadFileSync('x');\n`);
    writeFileSync(join(tree, 'src/domain/canary-clock.ts'), `export const now = Date.now();\nexport const chance = Math.random();\n`);
    const again = lint();
    expect(again.get('src/domain/canary-node.ts')).toContain('domain/ is pure');
    expect(again.get('src/domain/canary-clock.ts')).toMatch(/clock comes in|randomness comes in/i);
  });
});

/** File → the messages of the boundary rules. */
function lint(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const diagnostic of runOxlint().diagnostics) {
    if (!/no-restricted/.test(diagnostic.code)) continue;
    const file = diagnostic.filename.replaceAll('\\', '/').replace(/^.*boundary-canary-[^/]*\//, '');
    found.set(file, `${found.get(file) ?? ''}${diagnostic.message} ${diagnostic.help ?? ''}\n`);
  }
  return found;
}

function runOxlint(): { readonly diagnostics: readonly { code: string; filename: string; message: string; help?: string }[] } {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const run = () => execFileSync(process.execPath, [oxlint, '--format', 'json', '--disable-nested-config', '-c', '.oxlintrc.json', 'src'], { cwd: tree, encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return JSON.parse(run());
  } catch (failure) {
    return JSON.parse((failure as { stdout: string }).stdout);
  }
}
