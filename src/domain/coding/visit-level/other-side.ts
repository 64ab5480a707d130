import { find, type Found, type Statement } from './visit.ts';

const SIDES = { left: /\b(?:left|l)\b(?!\d)/i, right: /\b(?:right|r)\b/i } as const;

/**
 * What is judged is on the other side of the body than the operation: "6 wk after my R carpal tunnel release … L thumb CMC arthritis". It is
 * unrelated to the operation then (CPT modifier 24). A judgement that names the side of the operation, or no side, says nothing of the kind.
 */
export function ofOtherSide({ statement, start, end }: Found, statements: readonly Statement[]): Found | null {
  const [from, to] = [start - statement.start, end - statement.start];
  const operated = statement.text.slice(from, to + AFTER).split(/[.,;]/)[0] ?? '';
  const [left, right] = [SIDES.left.test(operated), SIDES.right.test(operated)];
  if (left === right) return null;
  const judged = statements.filter((one) => one.part === 'assessment' && one.start !== statement.start);
  const [same, other] = left ? [SIDES.left, SIDES.right] : [SIDES.right, SIDES.left];
  if (judged.some(({ text }) => same.test(text))) return null;
  const named = judged.find(({ text, mentions }) => mentions.length > 0 && other.test(text));
  return named === undefined ? null : find(other, named);
}

/** The operation stands right behind its date (UTF-16 units). */
const AFTER = 30;
