import { describe, expect, test } from 'vitest';
import { liftData } from '../../../scripts/vite/lift-data.ts';

const lifted = (code: string) => liftData(code, (number) => `data[${number}]`);
const words = "'one word that is long enough', 'another that is long enough too'";

describe('data that modules write out', () => {
  test.each<[string, string, unknown]>([
    ['a list', `[${words}]`, ['one word that is long enough', 'another that is long enough too']],
    ['a set', `new Set<string>([${words}])`, new Set(['one word that is long enough', 'another that is long enough too'])],
    ['a map', `new Map([['one word that is long enough', 1], ['another that is long enough', null]])`, new Map([['one word that is long enough', 1], ['another that is long enough', null]])],
    ['an object', `{ a: [${words}], 'b c': { d: true } } as const satisfies object`, { a: ['one word that is long enough', 'another that is long enough too'], 'b c': { d: true } }],
    ['words as a pattern', '/(?:one word that is long enough|another that is long enough too)/giu', /(?:one word that is long enough|another that is long enough too)/giu],
  ])('%s', (_, source, value) => {
    const { code, data } = lifted(`export const WORDS: Words = ${source};\nexport const first = WORDS;`);
    expect(code).toBe('export const WORDS: Words = data[0];\nexport const first = WORDS;');
    expect(data).toEqual([value]);
  });

  test('a constant among the others stays the same one', () => {
    const { data } = lifted(`const SHARED = [${words}];\nconst ROWS = [{ say: SHARED, as: 'something that is long enough to count' }, { say: [...SHARED, 'more'] }];`);
    const [shared, rows] = data as [string[], { say: string[] }[]];
    expect(rows[0]?.say).toBe(shared);
    expect(rows[1]?.say).toEqual([...shared, 'more']);
  });

  test.each<[string, string]>([
    ['what needs to be run', `const A = [${words}].map((word) => word.trim());`],
    ['what a function makes', `const A = { say: spoken('one word that is long enough'), as: [${words}] };`],
    ['what another module says', `import { B } from './b.ts';\nconst A = [B, ${words}];`],
    ['behaviour', `const A = { say() { return [${words}]; } };`],
    ['what may change', `let A = [${words}];`],
    ['what stands inside a function', `function f() { const A = [${words}]; return A; }`],
    ['a text', `const A = ${words.split(',')[0]} ;`],
    ['a short list', "const A = ['a', 'b'];"],
    ['a prototype', `const A = { __proto__: [${words}] };`],
  ])('%s stays where it is', (_, code) => {
    expect(lifted(code)).toEqual({ code, data: [] });
  });
});
