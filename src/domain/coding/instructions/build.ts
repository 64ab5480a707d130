import type { Instruction, Instructions, InstructionKind } from '../../model/instructions.ts';
import { dotted, undotted } from '../tabular.ts';
import { targets, type Targets } from './targets.ts';

/** What stands at one place of the tabular list: a code (`I12`), a section or a chapter with its first and last category (`J09-J18=J09-J18`). */
export interface InstructionHolder {
  readonly at: string;
  /** `xI10 I15|FN18`: kind (capital: conditional) and what it names, one instruction after the other. */
  readonly lines: string;
}

/**
 * The tabular list's instructions, looked up by prefix and by section, so that a code that a later release adds has those of what stands
 * above it. Each place is read when it is first asked for.
 * @param categories in tabular order
 */
export function buildInstructions(holders: readonly InstructionHolder[], categories: readonly string[]): Instructions {
  const rank = new Map(categories.map((category, place) => [category, place]));
  const rankOf = (category: string) => rank.get(category);
  const read = new Map<InstructionHolder, readonly Line[]>();
  const linesAt = (holder: InstructionHolder): readonly Line[] => {
    const known = read.get(holder) ?? holder.lines.split('|').map((line) => parsed(line, holder, rankOf));
    read.set(holder, known);
    return known;
  };
  const atCode = new Map(holders.filter(({ at }) => !at.includes('=')).map((holder) => [holder.at, holder]));
  const around = holders.flatMap((holder) => {
    const [, first, last] = GROUP.exec(holder.at) ?? [];
    return first === undefined || last === undefined ? [] : [{ holder, first: rankOf(first) ?? 0, last: rankOf(last) ?? -1 }];
  }).toSorted((a, b) => (a.last - a.first) - (b.last - b.first));

  const found = new Map<string, readonly Line[]>();
  const linesOf = (plain: string): readonly Line[] => {
    const known = found.get(plain) ?? inherited(plain);
    found.set(plain, known);
    return known;
  };
  const inherited = (plain: string): readonly Line[] => {
    const place = rankOf(plain.slice(0, 3));
    if (place === undefined) return [];
    const above = Array.from({ length: plain.length - 2 }, (_, cut) => atCode.get(plain.slice(0, plain.length - cut))).filter((holder) => holder !== undefined);
    return [...above, ...around.filter(({ first, last }) => first <= place && place <= last).map(({ holder }) => holder)].flatMap(linesAt);
  };
  const ofKind = (kind: InstructionKind) => (code: string) => linesOf(undotted(code)).flatMap((line) => (line.kind === kind ? [instruction(kind, line)] : []));
  /** A range that the code itself lies in does not speak of it. */
  const excludedAt = (plain: string, other: string, kind: Line['kind']) => linesOf(plain).find((line) => line.kind === kind && line.named.covers(other) && !line.named.covers(plain));

  return {
    excludes1(a, b) {
      const [one, other] = [undotted(a), undotted(b)];
      if (one === other) return null;
      // A note that excludes the whole of a code, in either direction, before one that excludes a single condition of it.
      for (const kind of ['excludes1', 'excludes-one'] as const) {
        const here = excludedAt(one, other, kind);
        if (here !== undefined) return { at: here.at, by: a, narrow: kind === 'excludes-one' };
        const there = excludedAt(other, one, kind);
        if (there !== undefined) return { at: there.at, by: b, narrow: kind === 'excludes-one' };
      }
      return null;
    },
    codeFirst: ofKind('code-first'),
    useAdditional: ofKind('use-additional'),
    codeAlso: ofKind('code-also'),
  };
}

const GROUP = /=(\w{3})-(\w{3})$/;

interface Line {
  readonly kind: InstructionKind | 'excludes1' | 'excludes-one';
  readonly conditional: boolean;
  readonly at: string;
  readonly named: Targets;
}

function parsed(line: string, { at }: InstructionHolder, rankOf: (category: string) => number | undefined): Line {
  const letter = line.slice(0, 1);
  const kind = KINDS[letter.toLowerCase()];
  if (kind === undefined) throw new Error(`The instructions at ${at} are not readable.`);
  const label = at.includes('=') ? at.slice(0, at.indexOf('=')) : dotted(at);
  return { kind, conditional: letter !== letter.toLowerCase(), at: label, named: targets(line.slice(1).split(' '), rankOf) };
}

const KINDS: Readonly<Record<string, Line['kind']>> = { x: 'excludes1', n: 'excludes-one', f: 'code-first', u: 'use-additional', a: 'code-also' };

function instruction(kind: InstructionKind, { conditional, at, named }: Line): Instruction {
  return { kind, conditional, at, names: named.names, covers: (code) => named.covers(undotted(code)) };
}
