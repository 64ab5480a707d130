/**
 * The same data, with one object for all parts that are equal: rules that ask the same question ask it once for each chart
 * (`evaluate` keeps its answers by object), and what is shipped holds it once.
 */
export function shareParts<T>(data: T): T {
  const [known, numbers] = [new Map<string, object>(), new Map<object, number>()];
  const share = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || numbers.has(value)) return value;
    const parts = Object.entries(value).map(([key, part]): [string, unknown] => [key, share(part)]);
    const content = parts.map(([key, part]) => [key, typeof part === 'object' && part !== null ? { n: numbers.get(part) } : part]);
    const name = JSON.stringify([Array.isArray(value), content]);
    const before = known.get(name);
    if (before) return before;
    const made = Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
    known.set(name, made);
    numbers.set(made, numbers.size);
    return made;
  };
  return share(data) as T;
}
