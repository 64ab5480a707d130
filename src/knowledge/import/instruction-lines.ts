import { undotted } from '../../domain/coding/tabular.ts';
import type { NoteKind } from '../../domain/model/index.ts';
import type { NoteBlock } from './tabular-xml.ts';

/**
 * A line of instructions as the asset holds it: `F` for *code first, if applicable*, then what it names: `N18`, `B95-B97`, `T36-T50@$:5`.
 * `n`: excludes one condition among those of the code named ("xanthomatosis localized to tendons" of E78.2, mixed hyperlipidemia).
 */
export interface InstructionLine {
  readonly kind: 'x' | 'n' | 'f' | 'u' | 'a';
  readonly conditional: boolean;
  readonly targets: readonly string[];
}

/**
 * What the tabular list's words name, for the instructions that speak of other codes. Lines without a code are left out. What only
 * holds for a part of a range keeps its condition, and is never flattened to the whole range (Guidelines I.A.12, I.A.13, I.A.17).
 * @param isCode whether the tabular list has the code (without the dot), or codes beneath it
 * @param titleOf of a code without the dot; undefined where the list has none
 * @throws Error at a condition in words that no rule here reads: it must not be dropped in silence
 */
export function instructionLines(blocks: readonly NoteBlock[], isCode: (plain: string) => boolean, titleOf: (plain: string) => string | undefined): readonly InstructionLine[] {
  return blocks.flatMap(({ kind, lines }) => {
    const letter = LETTERS[kind];
    if (letter === undefined) return [];
    const read = linesUnderHeads(lines).flatMap(({ words, head }) => {
      const targets = targetsOf(words, isCode);
      const written = letter === 'x' && isOneAmong(words, targets, titleOf) ? 'n' : letter;
      return targets.length === 0 ? [] : [{ kind: written, conditional: letter !== 'x' && CONDITIONAL.test(`${head} ${words}`), targets }];
    });
    if (letter === 'x') return [...together(read.filter((line) => line.kind === 'x')), ...together(read.filter((line) => line.kind === 'n'))];
    return letter === 'f' ? together(read) : read;
  });
}

/**
 * The words share none with the title of the one code that they send to, or name something *in* a whole group of diseases ("coma in diabetes (E08-E13)"):
 * what they exclude is one condition of several that those codes report.
 */
function isOneAmong(words: string, targets: readonly string[], titleOf: (plain: string) => string | undefined): boolean {
  if (/\b(?:in|complicating|due to)\b/.test(words) && targets.every((target) => target.includes('-') || target.length === 3)) return true;
  const [only, ...others] = targets;
  const title = only === undefined || others.length > 0 ? undefined : titleOf(only);
  if (title === undefined) return false;
  const titled = stems(title);
  return !stems(words.replace(/\([^()]*\)/g, ' ')).some((stem) => titled.includes(stem));
}

/** The first letters of the words that say something. */
function stems(words: string): readonly string[] {
  return (words.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !SAYS_NOTHING.has(word)).map((word) => word.slice(0, STEM));
}

const STEM = 5;
const SAYS_NOTHING: ReadonlySet<string> = new Set(['with', 'other', 'unspecified', 'without', 'disease', 'disorder', 'disorders', 'acute', 'chronic', 'specified', 'type', 'syndrome', 'those', 'from', 'that']);

const LETTERS: Partial<Readonly<Record<NoteKind, InstructionLine['kind']>>> = { excludes1: 'x', 'code-first': 'f', 'use-additional': 'u', 'code-also': 'a' };

/** Words that make an instruction hold only where the record gives cause. */
const CONDITIONAL = /\bif\b|\bwhen\b|\bto (?:\w+ )?(?:identify|specify|indicate)\b|\bsuch as\b|\bany\b|\bassociated\b/i;

/** A line that ends in a colon heads those below it; the codes in a head (G31: "for codes G31.0-G31.83, to identify:") say where it holds. */
function linesUnderHeads(lines: readonly string[]): readonly { readonly words: string; readonly head: string }[] {
  let head = '';
  return lines.flatMap((words) => {
    if (!words.trimEnd().endsWith(':')) return [{ words, head }];
    head = words;
    return [];
  });
}

/** Alternatives of one instruction: any of the causes may be the one that is coded first. */
function together(lines: readonly InstructionLine[]): readonly InstructionLine[] {
  const [first] = lines;
  if (first === undefined) return [];
  return [{ kind: first.kind, conditional: lines.every((line) => line.conditional), targets: [...new Set(lines.flatMap((line) => line.targets))] }];
}

/** Codes count inside brackets; outside only where no bracket has any ("any type in A15 (J65)", "classifiable to P76.-"). */
function targetsOf(words: string, isCode: (plain: string) => boolean): readonly string[] {
  const inside = [...words.matchAll(/\(([^()]*)\)/g)].flatMap(([, text]) => inOne(text ?? '', isCode));
  return inside.length > 0 ? inside : inOne(words.replace(/\([^()]*\)/g, ' '), isCode);
}

const CODE = String.raw`[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?|U07\.[01]|U09\.?9?`;
const NAMED = new RegExp(String.raw`\b(${CODE})(?:-? ?(?:-|to) ?(${CODE}))?`, 'g');

function inOne(text: string, isCode: (plain: string) => boolean): readonly string[] {
  const named = [...text.matchAll(NAMED)].map(([, from, to]) => ({ from: plain(from), to: to === undefined ? null : plain(to) }));
  const known = named.filter(({ from, to }) => isCode(from) && (to === null || isCode(to)));
  if (known.length === 0) return [];
  const condition = conditionIn(text);
  return known.map(({ from, to }) => `${from}${to === null ? '' : `-${to}`}${condition}`);
}

function plain(code: string | undefined): string {
  return undotted(code ?? '').replace(/-$/, '');
}

/**
 * Which of the codes a range means: `@5:2`, the fifth character; `@$:5`, how the code ends before its seventh character and without
 * placeholders (adverse effect among T36–T50: T36.0X5 and T39.015 alike). Empty: all.
 */
function conditionIn(text: string): string {
  const condition = CONDITIONS.find(({ words }) => words.test(text));
  if (condition === undefined) {
    if (/\bwith\b/.test(text) && /charact|with \./.test(text)) throw new Error(`An instruction names a part of its codes in words that are not understood: "${text}".`);
    return '';
  }
  const [, first = '', last] = condition.words.exec(text) ?? [];
  return `@${condition.place}:${condition.values ?? valuesOf(first, last)}`;
}

function valuesOf(first: string, last: string | undefined): string {
  if (last === undefined) return first;
  const width = first.length;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => String(Number(first) + step).padStart(width, '0')).join(',');
}

const CONDITIONS: readonly { readonly words: RegExp; readonly place: string; readonly values?: string }[] = [
  { words: /character to indicate intent/, place: '$', values: '1,2,3,4,5,6' },
  { words: /with fifth or six(?:th)? character (\d)(?:-(\d))?/, place: '$' },
  { words: /with fifth to sixth characters (\d\d)/, place: '5' },
  { words: /with (?:fifth|5th)[ -]character \.?(\d)/, place: '5' },
  { words: /with sixth character (\d)(?:-(\d))?/, place: '6' },
  // Open fractures: B and C, of forearm and leg also by Gustilo type; later encounters E, F, H, J, M, N, Q, R (tabular S52, S72, S82).
  { words: /with open fracture 7th character/, place: '7', values: 'B,C,E,F,H,J,M,N,Q,R' },
  { words: /with (?:seventh|7th) character ([A-Z])/, place: '7' },
  { words: /with final characters? -?(\d+)/, place: '$' },
  { words: /with \.(\d+)-?\.?(\d+)?/, place: '4' },
  // E08–E13: the fourth character 1.
  { words: /with ketoacidosis/, place: '4', values: '1' },
];
