import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntries, canonical, entryLine, headerLine, headLine } from '../../src/domain/audit/index.ts';
import type { AuditEntry, SignedHead } from '../../src/domain/model/index.ts';
import { endOf, entriesFrom, exported, logKeeper, rehashed, verify } from '../support/audit-logs.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const keeper = await logKeeper();
const forger = await logKeeper();
const stranger = await logKeeper('0aa5c1de-7f5b-4b38-8d0c-1c2f6f0f7a55');

/** A log and its export: up to 40 entries, heads here and there, the last one over all. */
const logs = fc.record({ count: fc.integer({ min: 1, max: 40 }), seed: fc.integer({ min: 0, max: 5 }), heads: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }) });

/** What somebody without the key can do to the file, the signed heads left as they are. Each is told at random where, by numbers from 0 to 1. */
type Manipulation = (lines: readonly string[], entries: readonly AuditEntry[], where: (bound: number) => number) => readonly string[] | Promise<readonly string[]>;

const onEntry = (change: (entry: AuditEntry, where: (bound: number) => number) => Json): Manipulation => (lines, entries, where) => {
  const entry = entries[where(entries.length)]!;
  return lines.with(lines.indexOf(entryLine(entry)), canonical({ entry: change(entry, where) }));
};

const newEntries = (lines: readonly string[], entries: readonly AuditEntry[], changed: readonly AuditEntry[]): readonly string[] =>
  lines.map((line) => {
    const at = entries.findIndex((entry) => entryLine(entry) === line);
    return at === -1 ? line : entryLine(changed[at]!);
  });

const placeOf = (lines: readonly string[], entry: AuditEntry): number => lines.indexOf(entryLine(entry));

const MANIPULATIONS: Readonly<Record<string, Manipulation>> = {
  'edit any field': onEntry((entry, where) => edited(entry as unknown as Json, where)),
  'take a field out': onEntry((entry, where) => lessened(entry as unknown as Json, where)),
  'add a field': onEntry((entry) => ({ ...entry as unknown as { [name: string]: Json }, note: 'added' })),
  drop: (lines, entries, where) => lines.toSpliced(placeOf(lines, entries[where(entries.length)]!), 1),
  'drop several': (lines, entries, where) => {
    const from = where(entries.length);
    const gone = new Set(entries.slice(from, from + 1 + where(entries.length - from)).map(entryLine));
    return lines.filter((line) => !gone.has(line));
  },
  swap: (lines, entries, where) => {
    const [one, other] = [placeOf(lines, entries[where(entries.length)]!), placeOf(lines, entries[where(entries.length)]!)];
    return lines.with(one, lines[other]!).with(other, lines[one]!);
  },
  move: (lines, entries, where) => {
    const from = placeOf(lines, entries[where(entries.length)]!);
    return lines.toSpliced(from, 1).toSpliced(1 + where(lines.length - 1), 0, lines[from]!);
  },
  duplicate: (lines, entries, where) => lines.toSpliced(1 + where(lines.length), 0, entryLine(entries[where(entries.length)]!)),
  'truncate, the last head left': (lines, entries, where) => {
    const kept = placeOf(lines, entries[where(entries.length)]!);
    return [...lines.slice(0, kept), lines.at(-1)!];
  },
  'insert one that goes on from the one before': (lines, entries, where) => {
    const before = where(entries.length);
    const made = appendEntries(endOf(entries.slice(0, before)), { who: 'Practitioner/p9', patient: 'pat-1', encounter: 'enc-1', at: '2026-11-20T12:00:00Z' }, [{ kind: 'undone', suggestion: 's1' }]);
    return lines.toSpliced(placeOf(lines, entries[before]!), 0, ...made.map(entryLine));
  },
  'insert one and make all hashes after it anew': (lines, entries, where) => {
    const at = where(entries.length);
    const longer = rehashed(entries.toSpliced(at, 0, { ...entries[at]!, who: 'Practitioner/p9' }), at);
    return [lines[0]!, ...longer.map(entryLine), ...lines.slice(1).filter((line) => line.startsWith('{"head"'))];
  },
  'edit one and make its hash anew': (lines, entries, where) => {
    const at = where(entries.length);
    return lines.with(placeOf(lines, entries[at]!), entryLine(rehashed(entries.with(at, { ...entries[at]!, patient: 'pat-2' }), at)[at]!));
  },
  'edit one and make all hashes after it anew': (lines, entries, where) => {
    const at = where(entries.length);
    return newEntries(lines, entries, rehashed(entries.with(at, { ...entries[at]!, patient: 'pat-2' }), at));
  },
  'drop one and make all hashes after it anew': (lines, entries, where) => {
    const at = where(entries.length);
    const shorter = rehashed(entries.toSpliced(at, 1), at);
    return [lines[0]!, ...shorter.map(entryLine), ...lines.slice(1).filter((line) => line.startsWith('{"head"'))];
  },
  'splice a run from another log': (lines, entries, where) => {
    const from = where(entries.length);
    const other = entriesFrom(entries.length, 77);
    const to = from + 1 + where(entries.length - from);
    return newEntries(lines, entries, entries.map((entry, at) => (at >= from && at < to ? other[at]! : entry)));
  },
  'replace the header by another log\'s': (lines) => lines.with(0, headerLine(stranger.header)),
  'replace the key, the header signed anew': (lines) => lines.with(0, headerLine(forger.header)),
  'edit the header': (lines, _entries, where) => {
    const { log } = JSON.parse(lines[0]!) as { readonly log: Json };
    return lines.with(0, canonical({ log: edited(log, where) }));
  },
  'edit a head': (lines, _entries, where) => {
    const heads = lines.flatMap((line, at) => (line.startsWith('{"head"') ? [at] : []));
    const at = heads[where(heads.length)]!;
    const { head } = JSON.parse(lines[at]!) as { readonly head: Json };
    return lines.with(at, canonical({ head: edited(head, where) }));
  },
  'sign a head with another key': async (lines, entries) => lines.with(lines.length - 1, headLine(await forger.sign(endOf(entries)))),
  'write a line in another spelling': (lines, _entries, where) => {
    const at = where(lines.length);
    return lines.with(at, lines[at]!.replace(',', ', '));
  },
  'double a key': (lines, entries, where) => {
    const at = placeOf(lines, entries[where(entries.length)]!);
    return lines.with(at, lines[at]!.replace('"patient":', '"patient":"pat-9","patient":'));
  },
};

/** One leaf of a value changed, at any depth. */
function edited(value: Json, where: (bound: number) => number): Json {
  if (isList(value)) {
    const at = where(value.length);
    return value.length === 0 ? ['added'] : value.map((one, index) => (index === at ? edited(one, where) : one));
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    const at = where(members.length);
    return Object.fromEntries(members.map(([name, one], index) => [name, index === at ? edited(one, where) : one]));
  }
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string' || value === '') return 'x';
  const at = where(value.length);
  return `${value.slice(0, at)}${value[at] === '0' ? '1' : '0'}${value.slice(at + 1)}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function lessened(value: Json, where: (bound: number) => number): Json {
  const entries = Object.entries(value as { readonly [name: string]: Json });
  const gone = where(entries.length);
  return Object.fromEntries(entries.filter((_, at) => at !== gone));
}

/** As many as the issue asks for; each kind gets its share of them. */
const MANIPULATED = 1_000;
const RUNS = { numRuns: MANIPULATED, seed: 20_261_120, endOnFailure: true } as const;

describe('the verification of a log', () => {
  it(`finds each of ${MANIPULATED} random manipulations under fixed heads`, { timeout: 60_000 }, async () => {
    const found = new Map<string, number>();
    let run = 0;
    await fc.assert(fc.asyncProperty(logs, fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 24, maxLength: 24 }), async ({ count, seed, heads }, chances) => {
      const entries = entriesFrom(count, seed);
      const names = Object.keys(MANIPULATIONS);
      const name = names[run % names.length]!;
      let taken = 0;
      const where = (bound: number): number => Math.floor(chances[taken++ % chances.length]! * bound);
      const lines = await exported(keeper, entries, heads);
      const manipulated = await MANIPULATIONS[name]!(lines, entries, where);
      /** Swapped with itself, moved to where it was, a copy of nothing. */
      fc.pre(manipulated.join('\n') !== lines.join('\n'));
      run += 1;
      const verdict = await verify(manipulated);
      /** A header that names another format is not judged. */
      expect(name === 'edit the header' ? ['broken', 'cannot-read'] : ['broken'], name).toContain(verdict.kind);
      found.set(name, (found.get(name) ?? 0) + 1);
    }), RUNS);
    expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(MANIPULATED);
    for (const name of Object.keys(MANIPULATIONS)) expect(found.get(name), name).toBeGreaterThanOrEqual(Math.floor(MANIPULATED / Object.keys(MANIPULATIONS).length));
  });

  it('accuses none of 1,000 intact logs, with or without an anchor', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(logs, fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), async ({ count, seed, heads }, anchor) => {
      const entries = entriesFrom(count, seed);
      const anchors: readonly SignedHead[] = anchor === null ? [] : [await keeper.sign(endOf(entries.slice(0, 1 + Math.floor(anchor * entries.length))))];
      expect(await verify(await exported(keeper, entries, heads), anchors)).toMatchObject({ kind: 'intact', count: entries.length });
    }), RUNS);
  });

  it('finds each roll-back to an earlier signed head by an anchor behind it', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(logs, fc.nat(), fc.nat(), async ({ count, seed }, to, behind) => {
      fc.pre(count > 1);
      const entries = entriesFrom(count, seed);
      const kept = to % (entries.length - 1);
      const anchored = kept + 1 + (behind % (entries.length - kept));
      const anchor = await keeper.sign(endOf(entries.slice(0, anchored)));
      const shortened = await exported(keeper, entries.slice(0, kept));
      expect(await verify(shortened)).toMatchObject({ kind: 'intact' });
      expect(await verify(shortened, [anchor])).toMatchObject({ kind: 'broken', how: 'rolled-back', seq: anchored });
      const goneOn = await exported(keeper, [...entries.slice(0, kept), ...entriesFrom(45, 77, endOf(entries.slice(0, kept)))]);
      expect(await verify(goneOn, [anchor])).toMatchObject({ kind: 'broken', how: 'rolled-back', seq: anchored });
    }), { numRuns: 200, seed: RUNS.seed });
  });

  it('throws at no file, whatever it holds', { timeout: 60_000 }, async () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map((json) => `{"entry":${json}}`), fc.json().map((json) => `{"head":${json}}`), fc.json().map((json) => `{"log":${json}}`));
    const whole = await exported(keeper, entriesFrom(3));
    await fc.assert(fc.asyncProperty(fc.array(hostile, { maxLength: 4 }), fc.nat(4), async (lines, at) => {
      expect((await verify(lines)).kind).not.toBe('intact');
      const among = whole.toSpliced(at, 0, ...lines.filter((line) => line !== '' && line !== '\r'));
      if (among.length > whole.length) expect((await verify(among)).kind).not.toBe('intact');
    }), { numRuns: 500, seed: RUNS.seed });
  });
});
