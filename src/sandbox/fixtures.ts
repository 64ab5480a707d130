import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Attachment, Binary, Bundle, BundleEntry, DocumentReference } from 'fhir/r4';

/** One story of `fhir-fixtures/`, ready to be posted: note files have become Binaries or inline data. */
export interface Fixture {
  readonly slug: string;
  /** A transaction of PUTs with the ids of the story; it may be posted again without doubling anything. */
  readonly bundle: Bundle;
}

const SHARED = '_shared';
const BASE = 'https://ehr.example/fhir';

/**
 * Every story under `folder`, the shared practitioners and organisations first, since the others refer to them.
 * @throws Error naming the file, where a bundle is not JSON or a note is missing.
 */
export function readFixtures(folder = resolve(import.meta.dirname, '../../fhir-fixtures')): readonly Fixture[] {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'bundle.json')))
    .map((entry) => entry.name)
    .toSorted((a, b) => Number(b === SHARED) - Number(a === SHARED) || a.localeCompare(b));
  return slugs.map((slug) => ({ slug, bundle: readBundle(join(folder, slug)) }));
}

function readBundle(story: string): Bundle {
  const file = join(story, 'bundle.json');
  const bundle = parse(file);
  const binaries: BundleEntry[] = [];
  const entry = (bundle.entry ?? []).map((each) => {
    if (each.resource?.resourceType !== 'DocumentReference') return each;
    const attached = attachNotes(each.resource as DocumentReference, story);
    binaries.push(...attached.binaries.map(asPut));
    return { ...each, resource: attached.document };
  });
  return { ...bundle, entry: [...entry, ...binaries] };
}

function parse(file: string): Bundle {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Bundle;
  } catch (cause) {
    throw new Error(`${file} is not readable JSON`, { cause });
  }
}

/** `notes/x.txt` becomes `Binary/x`'s url, as most EHRs hold notes; `notes/x.txt#inline` becomes data, as some do. */
function attachNotes(document: DocumentReference, story: string): { document: DocumentReference; binaries: Binary[] } {
  const binaries: Binary[] = [];
  const content = document.content.map((each, index) => {
    const url = each.attachment.url;
    if (!url?.startsWith('notes/')) return each;
    const [file = '', how] = url.split('#');
    const bytes = readFileSync(join(story, file));
    const data = bytes.toString('base64');
    const { url: _, ...rest } = each.attachment;
    const attachment: Attachment = { ...rest, size: bytes.length };
    if (how === 'inline') return { ...each, attachment: { ...attachment, data } };
    const binary: Binary = {
      resourceType: 'Binary',
      id: index === 0 ? `${document.id}` : `${document.id}-${index + 1}`,
      contentType: each.attachment.contentType ?? 'application/octet-stream',
      securityContext: { reference: `DocumentReference/${document.id}` },
      data,
    };
    binaries.push(binary);
    return { ...each, attachment: { ...attachment, url: `Binary/${binary.id}` } };
  });
  return { document: { ...document, content }, binaries };
}

function asPut(resource: Binary): BundleEntry {
  const path = `Binary/${resource.id}`;
  return { fullUrl: `${BASE}/${path}`, resource, request: { method: 'PUT', url: path } };
}
