import { isObject, objectsOf, textOf, type Json } from '../json.ts';
import { PackError, type FhirResource } from '../model.ts';

/** One compiled library (ELM), by its own name and version and by the Library resource that carries it. */
export interface ElmLibrary {
  readonly name: string;
  readonly version: string | null;
  readonly url: string | null;
  readonly id: string | null;
  readonly resourceVersion: string | null;
  readonly elm: Json;
}

/** The libraries that can run, and why each of the others cannot. */
export interface Libraries {
  readonly compiled: readonly ElmLibrary[];
  readonly unusable: readonly { readonly names: readonly string[]; readonly why: string }[];
}

/** Library resources with ELM in JSON. @throws PackError where content is no base64 or no JSON */
export function readLibraries(resources: readonly FhirResource[]): Libraries {
  const compiled: ElmLibrary[] = [];
  const unusable: { names: readonly string[]; why: string }[] = [];
  for (const resource of resources) {
    if (resource.resourceType !== 'Library') continue;
    const content = objectsOf(resource['content']);
    const data = content.find((attachment) => mediaType(attachment) === 'application/elm+json' && textOf(attachment['data']) !== null)?.['data'];
    const [url, id] = [textOf(resource['url']), textOf(resource.id)];
    const name = textOf(resource['name']) ?? id ?? url ?? 'without a name';
    if (typeof data !== 'string') {
      unusable.push({ names: [url, id, textOf(resource['name'])].filter((known) => known !== null), why: whyNot(name, content) });
      continue;
    }
    const elm = decode(data, name);
    const library = isObject(elm) && isObject(elm['library']) ? elm['library'] : null;
    const identifier = library !== null && isObject(library['identifier']) ? library['identifier'] : null;
    const ownName = identifier === null ? null : textOf(identifier['id']);
    if (library === null || ownName === null) throw new PackError(`Library ${name}: its application/elm+json content is no ELM library. Compile its CQL again.`);
    compiled.push({ name: ownName, version: textOf(identifier?.['version']), url, id, resourceVersion: textOf(resource['version']), elm: elm as Json });
  }
  return { compiled, unusable };
}

/** A library by canonical (url or url|version), by `Library/id`, or by the name that its ELM has. Undefined where there is none. */
export function findLibrary(libraries: readonly ElmLibrary[], reference: string): ElmLibrary | undefined {
  const [address = '', version = null] = reference.split('|');
  const name = address.slice(address.lastIndexOf('/') + 1);
  const fitting = [
    libraries.filter((library) => library.url === address),
    libraries.filter((library) => library.id !== null && library.id === name),
    libraries.filter((library) => library.name === name),
  ].find((some) => some.length > 0) ?? [];
  return fitting.find((library) => version !== null && (library.resourceVersion === version || library.version === version)) ?? fitting[0];
}

/**
 * ELM of a library and all that it includes. A namespace before a name is dropped; an included version that is not in the pack is taken
 * by the only one that is, and told of.
 * @throws PackError where one is missing
 */
export function withIncluded(root: ElmLibrary, { compiled, unusable }: Libraries): { readonly elms: readonly Json[]; readonly warnings: readonly string[] } {
  const found = new Map<ElmLibrary, Json>();
  const warnings: string[] = [];
  const visit = (library: ElmLibrary): void => {
    if (found.has(library)) return;
    const body = library.elm['library'] as Json;
    const includes = objectsOf(isObject(body['includes']) ? body['includes']['def'] : []).map((include) => {
      const path = textOf(include['path']) ?? '';
      const name = path.slice(path.lastIndexOf('/') + 1);
      const version = textOf(include['version']);
      const candidates = compiled.filter((candidate) => candidate.name === name);
      const exact = candidates.find((candidate) => version === null || candidate.version === version);
      const chosen = exact ?? (candidates.length === 1 ? candidates[0] : undefined);
      if (chosen === undefined) throw new PackError(unusable.find(({ names }) => names.some((known) => known === name || known.endsWith(`/${name}`)))?.why ?? `The library ${name}${version === null ? '' : ` ${version}`}, which ${library.name} includes, is not in the pack. Add its Library resource.`);
      if (exact === undefined) warnings.push(`${library.name} includes ${name} ${version}; the pack has ${chosen.version ?? 'a copy without a version'}, which is used.`);
      return { include: { ...include, path: name, ...(chosen.version === null ? {} : { version: chosen.version }) }, chosen };
    });
    found.set(library, { library: { ...body, ...(includes.length === 0 ? {} : { includes: { def: includes.map(({ include }) => include) } }) } });
    for (const { chosen } of includes) visit(chosen);
  };
  visit(root);
  return { elms: [...found.values()], warnings };
}

function mediaType(attachment: Json): string {
  return (textOf(attachment['contentType']) ?? '').split(';')[0]!.trim().toLowerCase();
}

function whyNot(name: string, content: readonly Json[]): string {
  const types = content.map(mediaType);
  if (content.some((attachment) => textOf(attachment['data']) === null && textOf(attachment['url']) !== null)) return `Library ${name} only links to its content. Put the ELM into content.data as base64.`;
  if (types.includes('application/elm+xml')) return `Library ${name} has its ELM in XML only. Export the pack with ELM in JSON (application/elm+json).`;
  if (types.includes('text/cql')) return `Library ${name} has CQL text only, which is not compiled here. Compile it to ELM in JSON with the CQL translator and add it as application/elm+json.`;
  return `Library ${name} has no content of type application/elm+json. Add its compiled ELM.`;
}

function decode(data: string, name: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new PackError(`Library ${name}: its application/elm+json content is not base64 of JSON. Export the pack again.`, { cause });
  }
}
