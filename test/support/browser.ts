import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from 'playwright';

/**
 * A real Chromium: `CHROMIUM_PATH`, else on Linux x64 the one that comes with `npm ci`, else an installed Chrome or Edge.
 * @throws Error that says what to install.
 */
export async function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return chromium.launch({ ...options, executablePath: named, args: [...(options.args ?? []), '--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked(options);
  for (const channel of ['chrome', 'msedge']) {
    const found = await chromium.launch({ ...options, channel }).catch(() => null);
    if (found !== null) return found;
  }
  throw new Error('The browser tests need Chrome, Edge or Chromium: install one, or set CHROMIUM_PATH to its program file.');
}

const packageRoot = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/chromium-153.0.0');

async function launchPacked(options: LaunchOptions): Promise<Browser> {
  await unpackOnce();
  return chromium.launch({
    ...options,
    executablePath: join(cache, 'chromium'),
    args: [...(options.args ?? []), '--no-sandbox', '--no-zygote', '--font-render-hinting=none'],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    },
  });
}

/** Unpacks beside and renames, so that a half-done unpacking is never taken for a browser. */
async function unpackOnce(): Promise<void> {
  if (existsSync(cache)) return;
  const partial = `${cache}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = partial;
  try {
    for (const archive of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(packageRoot, 'bin', archive));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(
    join(partial, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  await rename(partial, cache).catch(async (cause: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(cache)) throw cause;
  });
}
