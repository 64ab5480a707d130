/** What a JSON pointer (RFC 6901) names; undefined where it names nothing. */
export function valueAt(root: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((value, step) => (isContainer(value) ? value[step] : undefined), root);
}

/** @throws RangeError where it names no number */
export function setAt(root: unknown, pointer: string, value: number): void {
  const steps = stepsOf(pointer);
  const last = steps.at(-1) ?? '';
  const parent = steps.slice(0, -1).reduce<unknown>((inner, step) => (isContainer(inner) ? inner[step] : undefined), root);
  if (!isContainer(parent) || typeof parent[last] !== 'number') throw new RangeError(`There is no number at ${pointer}.`);
  parent[last] = value;
}

function stepsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
