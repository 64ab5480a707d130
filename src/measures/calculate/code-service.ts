import { Code, CodeService, ValueSet } from 'cql-execution';
import type { PackValueSet } from '../model.ts';

/** The value sets of a pack by address and version, ready for the engine. */
export type ValueSetIndex = ReadonlyMap<string, readonly { readonly set: PackValueSet; readonly ready: IndexedValueSet }[]>;

export function indexValueSets(sets: readonly PackValueSet[]): ValueSetIndex {
  const index = new Map<string, { set: PackValueSet; ready: IndexedValueSet }[]>();
  for (const set of sets) index.set(keyOf(set.url), [...(index.get(keyOf(set.url)) ?? []), { set, ready: new IndexedValueSet(set) }]);
  return index;
}

/** A value set that the logic needed is not in the pack, or is not whole: what it decided cannot be told. */
export class ValueSetMissing extends Error {
  override readonly name = 'ValueSetMissing';
}

/** Answers the engine's questions for value sets, and remembers which of those asked for are not whole. */
export class PackCodeService extends CodeService {
  readonly #index: ValueSetIndex;
  readonly lacking = new Set<string>();

  constructor(index: ValueSetIndex) {
    super({});
    this.#index = index;
  }

  override findValueSetsByOid(url: string): ValueSet[] {
    return (this.#index.get(keyOf(url)) ?? []).map(({ ready }) => ready);
  }

  override findValueSet(url: string, version?: string): ValueSet | null {
    const versions = this.#index.get(keyOf(url)) ?? [];
    const found = version === undefined || version === null ? versions.toSorted((a, b) => (a.set.version < b.set.version ? 1 : -1))[0] : versions.find(({ set }) => set.version === version) ?? (versions.length === 1 ? versions[0] : undefined);
    if (found === undefined) throw new ValueSetMissing(`The value set ${url}${version === undefined || version === null ? '' : `|${version}`} is not in the pack. Add the ValueSet with its expansion.`);
    if (found.set.lack !== null) this.lacking.add(`The value set ${url} ${found.set.lack}`);
    return found.ready;
  }
}

/** The engine compares code by code; sets of thousands need an index. */
export class IndexedValueSet extends ValueSet {
  readonly #systems = new Map<string, Set<string>>();
  readonly title: string | null;

  constructor(set: PackValueSet) {
    super(set.url, set.version, set.codes.map(({ code, system, version }) => new Code(code, system, version)));
    this.title = set.name;
    for (const { code, system } of set.codes) this.#systems.set(code, (this.#systems.get(code) ?? new Set()).add(system));
  }

  /** Codes without their systems. */
  get plainCodes(): readonly string[] {
    return [...this.#systems.keys()];
  }

  override hasMatch(asked: unknown): boolean {
    const list = Array.isArray(asked) ? asked : [asked];
    if (!list.every((code) => code instanceof Code)) return super.hasMatch(asked);
    return list.some(({ code, system }) => system !== undefined && this.#systems.get(code)?.has(system) === true);
  }
}

/** Older logic names a value set by its OID alone, or as `urn:oid:`. */
function keyOf(url: string): string {
  return /(?:^|[/:])(\d+(?:\.\d+){4,})$/.exec(url)?.[1] ?? url;
}
