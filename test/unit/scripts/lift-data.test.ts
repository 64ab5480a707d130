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
    ['a long text', `'one text that is long enough, since it goes on for a while longer'`, 'one text that is long enough, since it goes on for a while longer'],
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

  test.each<[string, string, string]>([
    ['given to a call', `new Map(Object.entries({ a: [${words}] }))`, 'new Map(Object.entries(data[0]))'],
    ['of which something is made', `[${words}].map((word) => word.trim())`, 'data[0].map((word) => word.trim())'],
    ['beside what a function makes', `{ say: spoken('one word that is long enough'), as: [${words}] }`, "{ say: spoken('one word that is long enough'), as: data[0] }"],
    ['of a prototype', `{ __proto__: [${words}] }`, '{ __proto__: data[0] }'],
    ['beside a function', `[{ of: (code) => code, words: [${words}] }, ...others([${words}])]`, '[{ of: (code) => code, words: data[0] }, ...others(data[1])]'],
  ])('data %s', (_, source, rest) => {
    expect(lifted(`const A = ${source} satisfies object;`).code).toBe(`const A = ${rest} satisfies object;`);
  });

  test.each<[string, string]>([
    ['what needs to be run', "const A = words('one word that is long enough', 'another that is long enough too');"],
    ['what another module says', `import { B } from './b.ts';\nconst A = [B, ${words}];`],
    ['behaviour', `const A = { say() { return [${words}]; } };`],
    ['what may change', `let A = [${words}];`],
    ['what stands inside a function', `function f() { const A = [${words}]; return A; }`],
    ['what a function is given each time', `const A = (word) => use(word, [${words}]);`],
    ['a short text', `const A = ${words.split(',')[0]} ;`],
    ['a short list', "const A = ['a', 'b'];"],
  ])('%s stays where it is', (_, code) => {
    expect(lifted(code)).toEqual({ code, data: [] });
  });
});
