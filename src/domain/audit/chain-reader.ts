import type { AuditEntry, SignedHead } from '../model/index.ts';
import { EMPTY_LOG, type LogEnd } from './chain.ts';
import type { Broken } from './verdict.ts';

/**
 * What does not fit, until what follows tells how it came about. `odd`: the end of the chain that begins with the odd entry.
 * `gap`: entries are missing here; they may stand further on. `fork`: two entries claim one place; the one that the next follows is the true one.
 * `break`: an entry has its number and another predecessor; where its chain leads to a signed head, what stood before it was rewritten, else it is foreign.
 * `early`: a signed head counts more entries than stand before it.
 */
type Suspicion =
  | { readonly kind: 'gap'; readonly line: number }
  | { readonly kind: 'fork'; readonly line: number; readonly odd: LogEnd }
  | { readonly kind: 'break'; readonly line: number; readonly odd: LogEnd }
  | { readonly kind: 'early'; readonly line: number; readonly count: number };

/** Follows entries (whose own hashes hold) and heads (whose signatures hold) in the order of the file, and names what does not follow. Its memory is one end of a chain. */
export class ChainReader {
  private last: LogEnd = EMPTY_LOG;
  private before: string = EMPTY_LOG.hash;
  private lastLine = 1;
  private signed = 0;
  private hasHead = false;
  private suspicion: Suspicion | null = null;
  private found: Broken | null = null;

  get count(): number {
    return this.last.count;
  }

  get hash(): string {
    return this.last.hash;
  }

  get isDecided(): boolean {
    return this.found !== null;
  }

  entry(entry: AuditEntry, line: number): void {
    if (this.suspicion !== null) this.found = this.cleared(this.suspicion, entry, line);
    else if (follows(entry, this.last)) this.take(entry, line);
    else if (entry.seq > this.last.count + 1) this.suspicion = { kind: 'gap', line };
    else if (entry.seq === this.last.count + 1) this.suspicion = { kind: 'break', line, odd: endOf(entry) };
    else if (entry.seq === this.last.count && entry.prev === this.before && entry.hash !== this.last.hash) this.suspicion = { kind: 'fork', line, odd: endOf(entry) };
    else this.found = broken('inserted', entry.seq, line);
  }

  head({ count, hash }: SignedHead, line: number): void {
    if (this.suspicion !== null) {
      this.found = this.confirmed(this.suspicion, { count, hash });
      return;
    }
    this.lastLine = line;
    if (count > this.last.count) this.suspicion = { kind: 'early', line, count };
    else if (count < this.last.count || hash !== this.last.hash) this.found = this.rewritten(line, count);
    else {
      this.signed = count;
      this.hasHead = true;
    }
  }

  edited(what: 'header' | 'entry' | 'head', line: number): void {
    this.stop({ kind: 'broken', how: 'edited', what, seq: what === 'entry' ? this.last.count + 1 : this.last.count, line });
  }

  /** What was suspected before comes first. */
  stop(otherwise: Broken): void {
    /** A gap may still turn out to be entries that stand further on. */
    if (this.suspicion?.kind === 'gap' && otherwise.how === 'edited') return;
    this.found ??= this.broken() ?? otherwise;
  }

  /** What is wrong as far as is known. */
  broken(): Broken | null {
    return this.found ?? (this.suspicion === null ? null : this.unexplained(this.suspicion));
  }

  end(): Broken | null {
    const known = this.broken();
    if (known !== null) return known;
    return this.hasHead && this.signed === this.last.count ? null : broken('truncated', this.last.count + 1, this.lastLine);
  }

  private take(entry: AuditEntry, line: number): void {
    this.before = this.last.hash;
    this.last = endOf(entry);
    this.lastLine = line;
  }

  /** An entry after something odd. Null: still open. */
  private cleared(suspicion: Suspicion, entry: AuditEntry, line: number): Broken | null {
    switch (suspicion.kind) {
      case 'gap': return follows(entry, this.last) ? broken('reordered', entry.seq, line) : null;
      case 'early': return follows(entry, this.last)
        ? { ...broken('reordered', suspicion.count, suspicion.line), what: 'head' }
        : broken('dropped', this.last.count + 1, line);
      case 'fork': return broken('inserted', suspicion.odd.count, follows(entry, suspicion.odd) ? this.lastLine : suspicion.line);
      case 'break':
        if (!follows(entry, suspicion.odd)) return this.unexplained(suspicion);
        this.suspicion = { ...suspicion, odd: endOf(entry) };
        return null;
    }
  }

  /** A signed head after something odd. Null: still open. */
  private confirmed(suspicion: Suspicion, head: LogEnd): Broken | null {
    switch (suspicion.kind) {
      case 'gap':
      case 'early': return null;
      case 'fork': return broken('inserted', suspicion.odd.count, isEnd(head, suspicion.odd) ? this.lastLine : suspicion.line);
      case 'break':
        if (!isEnd(head, suspicion.odd)) return this.unexplained(suspicion);
        return this.last.count - this.signed <= 1 ? broken('edited', Math.max(1, this.last.count), this.lastLine) : this.rewritten(suspicion.line, this.last.count + 1);
    }
  }

  private unexplained(suspicion: Suspicion): Broken {
    switch (suspicion.kind) {
      case 'gap': return broken('dropped', this.last.count + 1, suspicion.line);
      case 'early': return broken('truncated', this.last.count + 1, suspicion.line);
      case 'fork': return broken('inserted', suspicion.odd.count, suspicion.line);
      case 'break': return broken('inserted', this.last.count + 1, suspicion.line);
    }
  }

  private rewritten(line: number, contradicts: number): Broken {
    return { ...broken('rewritten', this.signed + 1, line), between: { holds: this.signed, contradicts } };
  }
}

function follows(entry: AuditEntry, end: LogEnd): boolean {
  return entry.seq === end.count + 1 && entry.prev === end.hash;
}

function isEnd(one: LogEnd, other: LogEnd): boolean {
  return one.count === other.count && one.hash === other.hash;
}

function endOf({ seq, hash }: AuditEntry): LogEnd {
  return { count: seq, hash };
}

function broken(how: Broken['how'], seq: number, line: number): Broken {
  return { kind: 'broken', how, what: 'entry', seq, line };
}
