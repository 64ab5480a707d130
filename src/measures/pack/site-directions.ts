import { PackError, type Direction, type Pack } from '../model.ts';

/**
 * The pack with the site's word on which way is better, for measures whose notation contradicts their text or is missing.
 * Keys: a measure's id or url, with `#group` where the groups differ.
 * @throws PackError where a key names nothing in the pack
 */
export function withDirections(pack: Pack, directions: ReadonlyMap<string, Direction>): Pack {
  const used = new Set<string>();
  const find = (...keys: readonly string[]): Direction | undefined => {
    const key = keys.find((each) => directions.has(each));
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : directions.get(key);
  };
  const measures = pack.measures.map((measure) => ({
    ...measure,
    groups: measure.groups.map((group) => ({ ...group, direction: find(`${measure.id}#${group.id}`, `${measure.url}#${group.id}`, measure.id, measure.url) ?? group.direction })),
  }));
  const unknown = [...directions.keys()].find((key) => !used.has(key));
  if (unknown !== undefined) throw new PackError(`The directions name ${unknown}, which is no measure (or group) of the pack.`);
  return { ...pack, measures };
}
