import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AssertionStatus } from '../../../../src/domain/model/index.ts';
import { ASSERTION_STATUSES } from '../../../../src/domain/model/index.ts';
import { assertTarget } from '../../../../src/domain/mentions/assert-target.ts';

interface Case { readonly id: string; readonly text: string; readonly target: string; readonly start: number; readonly end: number; readonly status: AssertionStatus }

test.each(['blind', 'blind-hard', 'blind-adversarial', 'blind-clinic', 'dev-structure', 'dev-structure-second', 'blind-fifth', 'dev-walk'])('%s: at least 95 %% right, no class below 85 %%', (set) => {
  const cases = readFileSync(new URL(`../../../score/assertions/${set}.jsonl`, import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
  const right = cases.filter((row) => assertTarget(row.text, row)?.status === row.status);
  expect(cases.every((row) => row.text.slice(row.start, row.end) === row.target)).toBe(true);
  expect(right.length / cases.length).toBeGreaterThanOrEqual(0.95);
  const weak = ASSERTION_STATUSES.filter((status) => right.filter((row) => row.status === status).length < 0.85 * cases.filter((row) => row.status === status).length);
  expect(weak).toEqual([]);
});
