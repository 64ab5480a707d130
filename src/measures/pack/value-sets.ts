import { isObject, objectsOf, textOf } from '../json.ts';
import type { FhirResource, PackValueSet, SetCode } from '../model.ts';

/**
 * The value sets of a pack. An expansion counts before the definition (compose), as fqm-execution takes them; of a definition only listed
 * codes can be used. Pages of one expansion that came as several resources are put together.
 */
export function readValueSets(resources: readonly FhirResource[]): readonly PackValueSet[] {
  const sets = new Map<string, FhirResource[]>();
  for (const resource of resources) {
    const url = resource.resourceType === 'ValueSet' ? textOf(resource['url']) : null;
    if (url === null) continue;
    const key = `${url}|${versionOf(resource)}`;
    sets.set(key, [...(sets.get(key) ?? []), resource]);
  }
  return [...sets.values()].map(together);
}

function together(pages: readonly FhirResource[]): PackValueSet {
  const last = pages.at(-1)!;
  const paged = pages.some((page) => isObject(page['expansion']) && page['expansion']['offset'] !== undefined);
  const used = paged ? pages : [last];
  const codes = used.flatMap(codesOf);
  return { url: String(last['url']), version: versionOf(last), name: textOf(last['title']) ?? textOf(last['name']), codes, lack: lackOf(used, codes) };
}

function lackOf(pages: readonly FhirResource[], codes: readonly SetCode[]): string | null {
  if (codes.length === 0) {
    const defined = pages.some((page) => isObject(page['compose']));
    return defined ? 'has no codes: it is defined by a filter or by other value sets. Bring its expansion.' : 'has no codes. Bring its expansion.';
  }
  const totals = pages.map((page) => isObject(page['expansion']) ? page['expansion']['total'] : undefined).filter((total) => typeof total === 'number');
  const total = Math.max(0, ...totals);
  const listed = pages.reduce((sum, page) => sum + (isObject(page['expansion']) ? countOf(page['expansion']['contains']) : 0), 0);
  if (total > listed && listed > 0) return `holds ${listed} of its ${total} codes: a page of the expansion is missing. Bring all pages.`;
  const filtered = listed === 0 && pages.some((page) => isObject(page['compose']) && objectsOf(page['compose']['include']).some((include) => objectsOf(include['concept']).length === 0));
  return filtered ? 'is defined partly by a filter or by other value sets, whose codes are not listed. Bring its expansion.' : null;
}

function codesOf(set: FhirResource): readonly SetCode[] {
  const expansion = isObject(set['expansion']) ? codesListed(set['expansion']['contains']) : [];
  if (expansion.length > 0 || !isObject(set['compose'])) return expansion;
  return objectsOf(set['compose']['include']).flatMap((include) => {
    const system = textOf(include['system']);
    const version = textOf(include['version']);
    if (system === null) return [];
    return objectsOf(include['concept']).flatMap((concept) => {
      const code = textOf(concept['code']);
      return code === null ? [] : [{ code, system, ...(version === null ? {} : { version }) }];
    });
  });
}

/** Codes of an expansion at any depth, without abstract and inactive ones. */
function codesListed(contains: unknown): readonly SetCode[] {
  return objectsOf(contains).flatMap((entry) => {
    const code = textOf(entry['code']);
    const system = textOf(entry['system']);
    const version = textOf(entry['version']);
    const usable = code !== null && system !== null && entry['abstract'] !== true && entry['inactive'] !== true;
    return [...(usable ? [{ code, system, ...(version === null ? {} : { version }) }] : []), ...codesListed(entry['contains'])];
  });
}

function countOf(contains: unknown): number {
  return objectsOf(contains).reduce((sum, entry) => sum + 1 + countOf(entry['contains']), 0);
}

/** `N/A` is how the Value Set Authority Center says that there is none. */
function versionOf(set: FhirResource): string {
  const version = textOf(set['version']) ?? '';
  return version === 'N/A' ? '' : version;
}
