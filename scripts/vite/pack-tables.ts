/** The data of one module, by name or in order. */
export interface Table {
  readonly module: string;
  readonly data: Readonly<Record<string, unknown>> | readonly unknown[];
}

/**
 * Tables as JSON, so that `unpackTables` gives them back: what two tables share stays one object, sets and maps stay such. A list is a list; an object
 * is its values, under the number of its keys' list; only what stands in two places is set apart and referred to.
 * @throws Error where a table holds more than data
 */
export function packTables(tables: readonly Table[]): string {
  const shared = usedTwice(tables);
  const [shapes, nodes] = [new Map<string, number>(), [] as unknown[]];
  const places = new Map<object, number>();

  const member = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!shared.has(value)) return packed(value, path);
    const known = places.get(value);
    if (known !== undefined) return { r: known };
    const node = packed(value, path);
    places.set(value, nodes.length);
    nodes.push(node);
    return { r: nodes.length - 1 };
  };
  const packed = (value: object, path: string): unknown => {
    const all = (values: Iterable<unknown>): unknown[] => [...values].map((each, at) => member(each, `${path}[${at}]`));
    if (Array.isArray(value)) return all(value);
    if (value instanceof Set) return { e: all(value) };
    if (value instanceof Map) return { m: [...value].map(([key, each]) => [member(key, path), member(each, `${path}.${String(key)}`)]) };
    if (value instanceof RegExp) return { p: [value.source, value.flags] };
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return { o: [shapeOf(entries.map(([key]) => key)), ...entries.map(([key, each]) => member(each, `${path}.${key}`))] };
  };
  const shapeOf = (keys: readonly string[]): number => {
    const shape = JSON.stringify(keys);
    const known = shapes.get(shape) ?? shapes.size;
    shapes.set(shape, known);
    return known;
  };

  const roots = tables.map(({ module, data }) => member(data, module));
  return JSON.stringify({ shapes: [...shapes.keys()].map((keys) => JSON.parse(keys) as readonly string[]), nodes, roots });
}

/** Objects that stand in more than one place. @throws Error where one of them is no data */
function usedTwice(tables: readonly Table[]): ReadonlySet<object> {
  const [seen, shared] = [new Set<object>(), new Set<object>()];
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return;
    if (typeof value !== 'object') throw new Error(`${path} is no data: a table holds text, numbers, lists, sets, maps and objects of these.`);
    if (seen.has(value)) {
      shared.add(value);
      return;
    }
    seen.add(value);
    if (Array.isArray(value) || value instanceof Set) [...value].forEach((each, at) => visit(each, `${path}[${at}]`));
    else if (value instanceof Map) for (const [key, each] of value) { visit(key, path); visit(each, `${path}.${String(key)}`); }
    else if (!(value instanceof RegExp)) {
      if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`${path} is no data: it has behaviour of its own.`);
      for (const [key, each] of Object.entries(value)) if (each !== undefined) visit(each, `${path}.${key}`);
    }
  };
  for (const { module, data } of tables) visit(data, module);
  return shared;
}
