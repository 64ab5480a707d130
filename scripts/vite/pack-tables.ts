/** The data of one module, by name or in order. */
export interface Table {
  readonly module: string;
  readonly data: Readonly<Record<string, unknown>> | readonly unknown[];
}

/**
 * Tables as JSON, so that `unpackTables` gives them back: what two tables share stays one object, sets and maps stay such.
 * @throws Error where a table holds more than data
 */
export function packTables(tables: readonly Table[]): string {
  const nodes: unknown[] = [];
  const places = new Map<object, number>();

  const member = (value: unknown, path: string): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') throw new Error(`${path} is no data: a table holds text, numbers, lists, sets, maps and objects of these.`);
    const known = places.get(value);
    if (known !== undefined) return [known];
    const node = packed(value, path);
    places.set(value, nodes.length);
    nodes.push(node);
    return [nodes.length - 1];
  };
  const packed = (value: object, path: string): unknown => {
    const all = (values: Iterable<unknown>): unknown[] => [...values].map((each, at) => member(each, `${path}[${at}]`));
    if (Array.isArray(value)) return { list: all(value) };
    if (value instanceof Set) return { set: all(value) };
    if (value instanceof Map) return { map: [...value].map(([key, each]) => [member(key, path), member(each, `${path}.${String(key)}`)]) };
    if (value instanceof RegExp) return { pattern: [value.source, value.flags] };
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`${path} is no data: it has behaviour of its own.`);
    return { object: Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => [key, member(each, `${path}.${key}`)]) };
  };

  const roots = tables.map(({ module, data }) => member(data, module));
  return JSON.stringify({ nodes, roots });
}
