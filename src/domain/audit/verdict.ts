import type { Instant } from '../model/index.ts';

/**
 * How a log is not as it was written.
 * `edited`: an entry does not have its own hash. `dropped`: one is missing, a later one is there. `reordered`: one stands at another place.
 * `inserted`: one does not belong to the chain. `truncated`: the end is missing, or no signed head covers it.
 * `rewritten`: the chain holds, and ends in another hash than the one that was signed. `head-signature-bad`: a head is not of this log's key.
 * `rolled-back`: an anchor counts more, or another hash at its place. `other-log`: no anchor is of this log.
 */
export type Tampering =
  | 'edited' | 'dropped' | 'reordered' | 'inserted' | 'truncated' | 'rewritten' | 'head-signature-bad' | 'rolled-back' | 'other-log';

export interface Broken {
  readonly kind: 'broken';
  readonly how: Tampering;
  readonly what: 'header' | 'entry' | 'head' | 'anchor';
  /** The number of the first bad entry, or the count of a head; 0 for the header. */
  readonly seq: number;
  /** Where in the file it is seen, from 1. */
  readonly line: number;
  /** Of `rewritten` alone: the last head that holds (0: none), and the signed head, or entry, that contradicts. */
  readonly between?: { readonly holds: number; readonly contradicts: number };
}

export type Verdict =
  | {
    readonly kind: 'intact';
    readonly log: string;
    readonly count: number;
    /** Of the first and the last entry; null where there is none. */
    readonly from: Instant | null;
    readonly to: Instant | null;
    /** RFC 7638 thumbprint of the log's key: the same as in each anchor in the EHR. */
    readonly key: string;
    /** The longest anchor that it was held against; null where none was given. */
    readonly anchored: number | null;
  }
  | Broken
  /** @property why for a person, and what to do */
  | { readonly kind: 'cannot-read'; readonly line: number; readonly why: string };

/** One sentence for a person. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'intact': return `intact: ${entries(verdict.count)}${verdict.from === null ? '' : ` from ${verdict.from} to ${verdict.to}`}, key ${verdict.key}${anchorWords(verdict.anchored)}`;
    case 'cannot-read': return `Line ${verdict.line} cannot be read. ${verdict.why}`;
    case 'broken': return brokenWords(verdict);
  }
}

function brokenWords(broken: Broken): string {
  const { how, what, seq, line } = broken;
  switch (how) {
    case 'edited': return `${what === 'entry' ? `Entry ${seq}` : what === 'head' ? `The signed head over ${entries(seq)}` : 'The first line'} (line ${line}) was edited.`;
    case 'dropped': return `Entry ${seq} was dropped (seen at line ${line}).`;
    case 'reordered': return `${what === 'head' ? `The signed head over ${entries(seq)}` : `Entry ${seq}`} was reordered: it stands at line ${line}, not at its place.`;
    case 'inserted': return `Entry ${seq} at line ${line} was inserted: it does not belong to the chain.`;
    case 'truncated': return `The log was truncated: entry ${seq} or a signed head over the end is missing (after line ${line}).`;
    case 'rewritten': return rewrittenWords(broken);
    case 'head-signature-bad': return `${what === 'anchor' ? 'The anchor' : `The signed head over ${entries(seq)} (line ${line})`} was not signed with the key of this log.`;
    case 'rolled-back': return `The log was rolled back: it is another one than was anchored at entry ${seq}, or ends before it.`;
    case 'other-log': return 'The anchor is of another log: this one was made anew, or belongs to another user, device or EHR.';
  }
}

function rewrittenWords({ seq, between }: Broken): string {
  const holds = between === undefined || between.holds === 0 ? 'the beginning' : `the signed head at ${between.holds}`;
  return `The log was rewritten from entry ${seq} or later, between ${holds} and ${between?.contradicts ?? seq}: its hashes were made anew and do not lead to what was signed.`;
}

function anchorWords(anchored: number | null): string {
  return anchored === null ? '' : `; holds what was anchored at entry ${anchored}`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
