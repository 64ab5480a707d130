import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FhirResource } from '../../src/measures/model.ts';

const packs = resolve(import.meta.dirname, 'packs');
export const PACKS = ['diabetes', 'stays', 'values'] as const;
export type PackName = (typeof PACKS)[number];

export const PERIOD = { from: '2026-01-01', to: '2026-12-31' };
export const NOW = new Date('2026-11-20T12:00:00Z');

/** Folders that a pack stands in: its own and the one with the shared library. */
export function packFolder(name: PackName | 'shared'): string {
  return join(packs, name);
}

/** Every resource of a pack, as its files hold them. */
export function packResources(name: PackName): readonly FhirResource[] {
  return [packFolder('shared'), packFolder(name)].flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FhirResource));
}

/** Single resources, Bundles opened. */
export function packParts(name: PackName): readonly FhirResource[] {
  return packResources(name).flatMap((resource) => (resource.resourceType === 'Bundle' ? (resource['entry'] as readonly { readonly resource: FhirResource }[]).map((entry) => entry.resource) : [resource]));
}
