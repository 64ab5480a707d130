import { createReadStream } from 'node:fs';
import { isSignedHead, LONGEST_LINE } from '../domain/audit/index.ts';
import type { SignedHead } from '../domain/model/index.ts';
import { boundedLines, isUnreadable } from './audit-lines.ts';
import { UsageError } from './command.ts';

/** Far more than the chart of one patient holds of anchors. */
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * The signed heads that a file holds, in whichever form they were kept: docs/audit-log.md, "The anchor". Of an older export only the last head, which covers it.
 * @throws UsageError with what to do
 */
export async function readAnchors(file: string): Promise<readonly SignedHead[]> {
  const heads = await headsOf(file);
  if (heads.length === 0) throw new UsageError(`The anchor holds no signed head of a log: ${file}. Give the Provenance, the "Countersign record" or the export as it is.`);
  return heads;
}

async function headsOf(file: string): Promise<readonly SignedHead[]> {
  const kept: string[] = [];
  let length = 0;
  let isExport = false;
  let last: string | null = null;
  try {
    for await (const line of boundedLines(createReadStream(file), LONGEST_LINE)) {
      if (line === null) throw new UsageError(`The anchor has a line that is too long, or it is not text: ${file}.`);
      if (length === 0) isExport = line.replace(/^\uFEFF/, '').startsWith('{"log":{');
      length += line.length + 1;
      if (isExport) last = line.startsWith('{"head":') ? line : last;
      else if (length <= LONGEST_TEXT) kept.push(line);
      else throw new UsageError(`The anchor is too large: ${file}. Give the one resource, or the text, that holds the signed head.`);
    }
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause;
    throw new UsageError(`The anchor cannot be read: ${file}. Check its name and that you may read it.`, { cause });
  }
  return isExport ? headsIn(parsed(last ?? '')) : headsInText(kept.join('\n').replace(/^\uFEFF/, ''));
}

function headsInText(text: string): readonly SignedHead[] {
  const whole = parsed(text);
  if (whole !== undefined) return headsIn(whole);
  /** As the record's own line; an EHR may have broken it, and nothing in a head holds a blank. */
  return [...text.matchAll(/\{[^{}]*"signature"[^{}]*\}/g)].flatMap(([json]) => headsIn(parsed(json.replaceAll(/\s+/g, ''))));
}

/** Wherever they stand: as themselves, as the named parts of an extension, or in the text of an attachment. */
function headsIn(value: unknown): readonly SignedHead[] {
  const heads: SignedHead[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const head = isSignedHead(one) ? one : headOfParts(one);
    if (head !== null) heads.push(head);
    else if ('data' in one && typeof one.data === 'string') heads.push(...headsInText(Buffer.from(one.data, 'base64').toString('utf8')));
    for (const member of Object.values(one)) open.push(member);
  }
  return heads;
}

/** An extension's parts: `[{"url":"count","valueInteger":3}, …]`. */
function headOfParts(value: object): SignedHead | null {
  if (!Array.isArray(value)) return null;
  const head = Object.fromEntries(value.flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null || !('url' in part)) return [];
    const [, held] = Object.entries(part).find(([name]) => name.startsWith('value')) ?? [];
    return [[String(part.url), held]];
  }));
  return isSignedHead(head) ? head : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
