import { webcrypto } from 'node:crypto';
import {
  appendEntries, createVerifier, EMPTY_LOG, entryLine, headerLine, headLine, LOG_FORMAT, signedBytes, thumbprint, toBase64url,
  type LogEnd, type LogHeader, type PublicKey, type Verdict,
} from '../../src/domain/audit/index.ts';
import type { AuditEntry, LogEvent, LogHead, SignedHead } from '../../src/domain/model/index.ts';
import { signatureVerifier } from '../../src/cli/audit-signature.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const AT = '2026-11-20T12:00:00Z';

/** Whoever holds the log's key: the app, or, in a test, a forger who made one. */
export interface LogKeeper {
  readonly header: LogHeader;
  sign(end: LogEnd, at?: string): Promise<SignedHead>;
  /** As a forger would sign anew, with this key. */
  resign(header: Omit<LogHeader, 'signature'>): Promise<LogHeader>;
}

export async function logKeeper(log = 'b7c1f7e2-6a50-4a52-9d0e-0d4f2f6b8f11'): Promise<LogKeeper> {
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', publicKey);
  const key: PublicKey = { kty: 'EC', crv: 'P-256', x, y };
  const signature = async (unsigned: Omit<LogHeader, 'signature'> | LogHead): Promise<string> =>
    toBase64url(new Uint8Array(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signedBytes(unsigned))));
  const resign = async (unsigned: Omit<LogHeader, 'signature'>): Promise<LogHeader> => ({ ...unsigned, signature: await signature(unsigned) });
  const header = await resign({ format: LOG_FORMAT, log, created: AT, key, thumbprint: thumbprint(key), salt: '00112233445566778899aabbccddeeff' });
  return {
    header,
    resign,
    async sign({ count, hash }, at = AT) {
      const head: LogHead = { log, count, hash, at, key: header.thumbprint };
      return { ...head, signature: await signature(head) };
    },
  };
}

/** Entries of every shape, `seed` apart from each other. */
export function entriesFrom(count: number, seed = 0, end: LogEnd = EMPTY_LOG): readonly AuditEntry[] {
  const about = { who: 'Practitioner/p1', patient: 'pat-1', encounter: `enc-${seed}`, at: AT };
  return appendEntries(end, about, Array.from({ length: count }, (_, at) => eventOf(at + seed)));
}

/** What an export of these entries holds: heads after the entries with these numbers, and the last one over all. */
export async function exported(keeper: LogKeeper, entries: readonly AuditEntry[], heads: readonly number[] = []): Promise<readonly string[]> {
  const lines = [headerLine(keeper.header)];
  for (const entry of entries) {
    lines.push(entryLine(entry));
    if (heads.includes(entry.seq)) lines.push(headLine(await keeper.sign({ count: entry.seq, hash: entry.hash })));
  }
  return [...lines, headLine(await keeper.sign(endOf(entries)))];
}

export function endOf(entries: readonly AuditEntry[]): LogEnd {
  const last = entries.at(-1);
  return last === undefined ? EMPTY_LOG : { count: last.seq, hash: last.hash };
}

/** Hashes made anew from here on, as a forger without the key would. */
export function rehashed(entries: readonly AuditEntry[], from: number): readonly AuditEntry[] {
  return entries.slice(from).reduce((done, { event, who, patient, encounter, at }) => [...done, ...appendEntries(endOf(done), { who, patient, encounter, at }, [event])], entries.slice(0, from));
}

export async function verify(lines: Iterable<string | null>, anchors: readonly SignedHead[] = []): Promise<Verdict> {
  const verifier = createVerifier({ verifySignature: signatureVerifier(), anchors });
  for (const line of lines) await verifier.line(line);
  return verifier.end();
}

function eventOf(number: number): LogEvent {
  const suggestion = `s${number % 7}`;
  switch (number % 6) {
    case 0: return { kind: 'review-opened', release: 'FY2027', notes: [{ reference: `DocumentReference/n${number}`, version: '2' }], unread: ['Observation:denied'] };
    case 1: return {
      kind: 'suggestion-shown', suggestion, action: 'specify', system: 'icd-10-cm', code: 'E11.22', from: 'E11.9', rules: [{ id: 'highest-specificity', version: '1.2.0' }], confidence: 0.87,
      evidence: [
        { kind: 'quote', document: 'DocumentReference/n1', version: '2', attachment: 0, start: 120 + number, end: 180 + number, hash: `sha256:${'ab'.repeat(32)}` },
        { kind: 'fact', resource: 'Observation/o1', version: null, code: '33914-3' },
        { kind: 'searched', what: ['N18.3'], kinds: ['Condition'], from: null, through: '2026-11-20' },
      ],
    };
    case 2: return { kind: 'evidence-opened', suggestion };
    case 3: return { kind: 'decided', decision: `d${number}`, suggestion, choice: 'reject', code: 'E11.22', reason: 'evidence-misread', target: null };
    case 4: return { kind: 'attested', id: `a${number}`, decisions: [`d${number}`, `d${number + 1}`], seal: 'cd'.repeat(32), corrects: [] };
    default: return { kind: 'write', event: `a${number}`, step: 'create-condition-1', key: 'ef'.repeat(32), action: 'create-condition', to: 'ehr', outcome: 'written', resource: { reference: 'Condition/c9', version: '1' } };
  }
}
