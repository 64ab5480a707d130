import type { Instant, SignedHead } from '../model/index.ts';
import { fromBase64url } from './base64url.ts';
import { ChainReader } from './chain-reader.ts';
import { signedBytes, thumbprint, type LogHeader, type PublicKey } from './file.ts';
import { LONGEST_LINE, parseLine } from './parse-line.ts';
import type { Broken, Verdict } from './verdict.ts';

/** ECDSA P-256 with SHA-256; the signature is r‖s. May throw for a key that is none. */
export type VerifySignature = (key: PublicKey, bytes: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/** Takes an exported log line by line, in memory that does not grow with it. Neither method throws, whatever the file holds. */
export interface Verifier {
  /** @param text without its line end; null for a line that is too long or not UTF-8 */
  line(text: string | null): Promise<void>;
  end(): Promise<Verdict>;
}

/** @param anchors signed heads that were kept outside of the device; empty: none were given */
export function createVerifier({ verifySignature, anchors = [] }: { readonly verifySignature: VerifySignature; readonly anchors?: readonly SignedHead[] }): Verifier {
  let number = 0;
  let header: LogHeader | null = null;
  let stopped: Verdict | null = null;
  let from: Instant | null = null;
  let to: Instant | null = null;
  const chain = new ChainReader();
  const places = new Map(anchors.map(({ count }): [number, string | null] => [count, null]));

  async function isSigned(signed: { readonly signature: string }, key: PublicKey): Promise<boolean> {
    const { signature, ...unsigned } = signed;
    const bytes = fromBase64url(signature);
    if (bytes?.length !== 64) return false;
    try {
      return await verifySignature(key, signedBytes(unsigned as Omit<SignedHead, 'signature'>), bytes);
    } catch {
      return false;
    }
  }

  async function isOfThisLog(head: SignedHead, { log, key, thumbprint: named }: LogHeader): Promise<boolean> {
    return head.log === log && head.key === named && isSigned(head, key);
  }

  async function begin(text: string): Promise<void> {
    const line = parseLine(text);
    if (line.kind === 'unknown') stopped = { kind: 'cannot-read', line: number, why: line.why };
    else if (line.kind === 'header' && line.header.thumbprint === thumbprint(line.header.key) && await isSigned(line.header, line.header.key)) header = line.header;
    else if (line.kind === 'header' || (line.kind === 'edited' && line.what === 'header')) stopped = { kind: 'broken', how: 'edited', what: 'header', seq: 0, line: number };
    else stopped = { kind: 'cannot-read', line: number, why: 'The first line, about the log and its key, is missing. Take the file as it was exported.' };
  }

  async function next(text: string, about: LogHeader): Promise<void> {
    const line = parseLine(text);
    switch (line.kind) {
      case 'entry':
        chain.entry(line.entry, number);
        from ??= line.entry.at;
        to = line.entry.at;
        if (places.has(chain.count)) places.set(chain.count, chain.hash);
        return;
      case 'head':
        if (await isOfThisLog(line.head, about)) chain.head(line.head, number);
        else chain.stop({ kind: 'broken', how: 'head-signature-bad', what: 'head', seq: line.head.count, line: number });
        return;
      case 'edited': chain.edited(line.what, number); return;
      case 'header': chain.stop({ kind: 'broken', how: 'inserted', what: 'header', seq: chain.count + 1, line: number }); return;
      case 'unknown': stopped = chain.broken() ?? { kind: 'cannot-read', line: number, why: line.why };
    }
  }

  async function againstAnchors(about: LogHeader): Promise<Broken | null> {
    const own = anchors.filter(({ log }) => log === about.log);
    /** The name of a log can be copied: one anchor of that name under another key tells that this log was made anew, whatever other anchors say. */
    const isMadeAnew = own.some(({ key }) => key !== about.thumbprint);
    if (anchors.length > 0 && (own.length === 0 || isMadeAnew)) return { kind: 'broken', how: 'other-log', what: 'anchor', seq: 0, line: number };
    for (const anchor of own.toSorted((one, other) => one.count - other.count)) {
      if (!await isOfThisLog(anchor, about)) return { kind: 'broken', how: 'head-signature-bad', what: 'anchor', seq: anchor.count, line: number };
      if (anchor.count > 0 && places.get(anchor.count) !== anchor.hash) return { kind: 'broken', how: 'rolled-back', what: 'anchor', seq: anchor.count, line: number };
    }
    return null;
  }

  return {
    async line(given) {
      number += 1;
      if (stopped !== null || chain.isDecided) return;
      const text = number === 1 ? given?.replace(/^\uFEFF/, '') ?? null : given;
      if (text === '' || text === '\r') return;
      if (text === null || text.length > LONGEST_LINE) {
        stopped = chain.broken() ?? { kind: 'cannot-read', line: number, why: 'It is too long, or not UTF-8: no log that Countersign exported holds such a line. Take the file as it was exported.' };
        return;
      }
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      await (header === null ? begin(whole) : next(whole, header));
    },
    async end() {
      if (stopped !== null) return stopped;
      if (header === null) return { kind: 'cannot-read', line: 1, why: 'The file is empty. Export the log again.' };
      const broken = chain.end() ?? await againstAnchors(header);
      if (broken !== null) return broken;
      const anchored = anchors.length === 0 ? null : Math.max(...anchors.filter(({ log }) => log === header?.log).map(({ count }) => count));
      return { kind: 'intact', log: header.log, count: chain.count, from, to, key: header.thumbprint, anchored };
    },
  };
}
