import type { Token } from '../../model/index.ts';
import { claimOf } from './vocabulary.ts';

/** The trimester that the weeks of gestation make. Authority: ICD-10-CM chapter 15: second from 14 weeks 0 days, third from 28 weeks 0 days. */
export function trimesterOf(weeks: number): string {
  if (weeks < 14) return claimOf('trimester', 'first trimester');
  return claimOf('trimester', weeks < 28 ? 'second trimester' : 'third trimester');
}

/**
 * Weeks of gestation where the words leave no other reading: `28w3d`, `28 3/7 weeks gestation`, `GA 28 weeks`, `28 weeks twin pregnancy`.
 * Weeks ago, for some weeks and weeks after birth are none.
 */
export function weeksOfGestation(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ norm }, at) => {
    const written = /^(\d{1,2})w(?:k|ks)?(?:\d ?d?)?$/.exec(norm);
    if (written) return inRange(Number(written[1]));
    if (!/^weeks?$|^wks?$/.test(norm)) return [];
    const first = at - 1 - (isDaysOfSeven(tokens, at - 1) ? 2 : 0);
    const number = tokens[first]?.norm ?? '';
    if (!/^\d{1,2}$/.test(number)) return [];
    const isSaid = tokens.slice(at + 1, at + 4).some((word) => PREGNANT.test(word.norm)) || tokens.slice(Math.max(0, first - 3), first).some((word) => PREGNANT.test(word.norm));
    return isSaid && !OTHERWISE.has(tokens[at + 1]?.norm ?? '') && !OTHERWISE.has(tokens[first - 1]?.norm ?? '') ? inRange(Number(number)) : [];
  });
}

const PREGNANT = /^(?:gestation(?:al)?|pregnan(?:t|cy)|ega|ga|iup|intrauterine|gravid|twins?|triplets?|g\dp\d)$/;
const OTHERWISE: ReadonlySet<string> = new Set(['ago', 'postpartum', 'pp', 'old', 'after', 'for', 'every', 'later', 'in', 'x', 'scan', 'ultrasound', 'sono', 'us', 'crl']);

function isDaysOfSeven(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.norm === '7' && /^[0-6]$/.test(tokens[at - 1]?.norm ?? '');
}

function inRange(weeks: number): number[] {
  return weeks >= 4 && weeks <= 43 ? [weeks] : [];
}
