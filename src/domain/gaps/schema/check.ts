/** What is wrong in plain data, and where. */
export interface Fault {
  /** JSON pointer (RFC 6901). */
  readonly at: string;
  /** One sentence: what stands there, and what belongs there. */
  readonly says: string;
}

export type Check = (value: unknown, at: string) => readonly Fault[];

export const text: Check = (value, at) => (typeof value === 'string' && value.trim() !== '' ? [] : expected('a text', value, at));

export const number: Check = (value, at) => (typeof value === 'number' && Number.isFinite(value) ? [] : expected('a number', value, at));

export const whole: Check = (value, at) => (Number.isInteger(value) && (value as number) >= 0 ? [] : expected('a whole number from 0', value, at));

export function between(least: number, most: number, check: Check = number): Check {
  return (value, at) => {
    const faults = check(value, at);
    if (faults.length > 0 || ((value as number) >= least && (value as number) <= most)) return faults;
    return expected(`${check === whole ? 'a whole number' : 'a number'} ${most === Infinity ? `from ${least}` : `from ${least} to ${most}`}`, value, at);
  };
}

export const truth: Check = (value, at) => (typeof value === 'boolean' ? [] : expected('true or false', value, at));

export function choice(...of: readonly string[]): Check {
  return (value, at) => {
    if (typeof value === 'string' && of.includes(value)) return [];
    const near = typeof value === 'string' ? nearestOf(value, of) : null;
    return expected(`one of ${of.join(', ')}`, value, at, near);
  };
}

export function orNull(check: Check): Check {
  return (value, at) => (value === null ? [] : check(value, at));
}

export function listOf(check: Check, least = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return expected('a list', value, at);
    if (value.length < least) return [{ at, says: `The list must hold at least ${least}.` }];
    return value.flatMap((item, n) => check(item, `${at}/${n}`));
  };
}

export function mapOf(check: Check, keys: readonly string[] | null = null): Check {
  return (value, at) => {
    if (!isRecord(value)) return expected('an object', value, at);
    return Object.entries(value).flatMap(([key, item]) => (keys === null || keys.includes(key) ? check(item, `${at}/${escaped(key)}`) : [unknownKey(key, keys, at)]));
  };
}

/** Every field is there and no other; those of `optional` may be absent. */
export function record(fields: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check {
  return (value, at) => {
    if (!isRecord(value)) return expected('an object', value, at);
    const names = Object.keys(fields);
    const strange = Object.keys(value).filter((key) => !names.includes(key)).map((key) => unknownKey(key, names, at));
    return [...strange, ...Object.entries(fields).flatMap(([name, check]) => {
      if (name in value) return check(value[name], `${at}/${name}`);
      return optional.includes(name) ? [] : [{ at, says: `"${name}" is missing.` }];
    })];
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function expected(what: string, value: unknown, at: string, near: string | null = null): readonly Fault[] {
  return [{ at, says: `${shown(value)} stands here; it must be ${what}.${near ? ` Is ${near} meant?` : ''}` }];
}

export function unknownKey(key: string, names: readonly string[], at: string): Fault {
  const near = nearestOf(key, names);
  return { at, says: `"${key}" is not known here; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.${near ? ` Is ${near} meant?` : ''}` };
}

function shown(value: unknown): string {
  if (value === undefined) return 'Nothing';
  const json = JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The name with the fewest changes, where they are few. */
function nearestOf(word: string, names: readonly string[]): string | null {
  if (word.length > 40) return null;
  const ranked = names.map((name) => ({ name, changes: changesBetween(word.toLowerCase(), name.toLowerCase()) })).toSorted((a, b) => a.changes - b.changes);
  const [best] = ranked;
  return best && best.changes > 0 && best.changes <= Math.max(2, Math.floor(word.length / 3)) ? best.name : null;
}

/** Levenshtein. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
